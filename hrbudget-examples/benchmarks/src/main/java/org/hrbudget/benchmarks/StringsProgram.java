package org.hrbudget.benchmarks;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * Reads a file to {@code String[]} with Jackson and does nothing with them: what reading costs at least.
 *
 * <p>Jackson reads a file in one thread. With more, the file is cut in as many parts at line ends, as its user would do who knows
 * that no cell has a line end, which is true of these files and not of budgets at large.
 */
final class StringsProgram implements Program.Ready {

    private static final ObjectReader ROWS =
            new CsvMapper().readerFor(String[].class).with(CsvReadFeature.WRAP_AS_ARRAY);

    private final int threads;

    StringsProgram(int threads) {
        this.threads = threads;
    }

    /** A part of a file, from a row's first byte to a line end. */
    private record Part(Path file, Charset charset, long from, long to) {

        long rows() throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                in.skipNBytes(from);
                return count(new Bounded(in, to - from), charset);
            }
        }
    }

    @Override
    public Outcome run(GivenBudget budget) throws IOException {
        Charset charset = budget.kind().charset();
        long rows = threads == 1 ? whole(budget.file(), charset) : together(cut(budget.file(), charset, threads));
        return new Outcome(rows - 1, Map.of(), "");
    }

    private static long whole(Path file, Charset charset) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return count(in, charset);
        }
    }

    private static long count(InputStream in, Charset charset) throws IOException {
        long rows = 0;
        // Given bytes, Jackson decodes UTF-8 itself, which is its fastest way.
        try (MappingIterator<String[]> iterator = charset.equals(StandardCharsets.UTF_8)
                ? ROWS.readValues(in)
                : ROWS.readValues(new InputStreamReader(in, charset))) {
            while (iterator.hasNextValue()) {
                if (iterator.nextValue().length > 0) {
                    rows++;
                }
            }
        }
        return rows;
    }

    private static long together(List<Part> parts) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(parts.size());
        try {
            List<Future<Long>> counts = new ArrayList<>();
            parts.forEach(part -> counts.add(pool.submit(part::rows)));
            long rows = 0;
            for (Future<Long> count : counts) {
                rows += count.get();
            }
            return rows;
        } catch (ExecutionException | InterruptedException e) {
            throw new IOException("A part of the file was not read.", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Part> cut(Path file, Charset charset, int number) throws IOException {
        List<Part> parts = new ArrayList<>();
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            long from = 0;
            for (int i = 1; i <= number; i++) {
                long to = i == number ? bytes.length() : afterLineEnd(bytes, bytes.length() * i / number);
                parts.add(new Part(file, charset, from, to));
                from = to;
            }
        }
        return parts;
    }

    private static long afterLineEnd(RandomAccessFile bytes, long at) throws IOException {
        bytes.seek(at);
        for (int next = bytes.read(); next >= 0 && next != '\n'; ) {
            next = bytes.read();
        }
        return bytes.getFilePointer();
    }

    /** The first bytes of a stream. */
    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            int next = left <= 0 ? -1 : super.read();
            left -= next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = left <= 0 ? -1 : super.read(into, offset, (int) Math.min(length, left));
            left -= Math.max(got, 0);
            return got;
        }
    }
}
