package org.hrbudget.io.internal;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.Input;
import org.hrbudget.io.ReadLimits;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/** The unpacked bytes of an input: plain, gzip, or the one file of a zip, told apart by their first bytes. */
public final class Intake implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final Input input;
    private final ReadLimits limits;
    private final CountedStream stored;
    private @Nullable ZipFile zip;
    private String contentName;
    private boolean entry;
    private InputStream bytes;
    private boolean packed;
    private boolean workbook;
    private @Nullable Path temporary;
    private Map<String, SheetFacts> sheets = Map.of();
    private final @Nullable String wanted;

    private Intake(Input input, ReadLimits limits, CountedStream stored, @Nullable String wanted) {
        this.wanted = wanted;
        this.input = input;
        this.limits = limits;
        this.stored = stored;
        this.contentName = input.name();
        this.bytes = stored;
    }

    /**
     * {@return the opened bytes}
     *
     * @param input what to open
     * @param limits how much a packed file may unpack to
     * @throws BudgetReadException if there is nothing that can be read
     */
    public static Intake open(Input input, ReadLimits limits) {
        return open(input, limits, null);
    }

    /**
     * {@return the opened bytes}
     *
     * @param input what to open
     * @param limits how much a packed file may unpack to
     * @param entry the file that is meant where the input is a zip of several, in which {@code *} stands for any text; or {@code null}
     * @throws BudgetReadException if there is nothing that can be read
     */
    public static Intake open(Input input, ReadLimits limits, @Nullable String entry) {
        try {
            Intake intake = new Intake(input, limits, new CountedStream(stored(input)), entry);
            try {
                intake.unpack();
                return intake;
            } catch (IOException | RuntimeException e) {
                intake.close();
                throw e;
            }
        } catch (IOException e) {
            throw new BudgetReadException(explain(input.name(), e), e);
        }
    }

    /**
     * {@return the bytes of an input as they are stored}
     *
     * @param input what to open
     * @throws BudgetReadException if it cannot be opened
     */
    public static InputStream stored(Input input) {
        if (input.path().map(Files::isDirectory).orElse(false)) {
            throw new BudgetReadException(Texts.of("file.directory", "file", input.name()), null);
        }
        try {
            return input.open();
        } catch (NoSuchFileException e) {
            throw new BudgetReadException(Texts.of("file.missing", "file", input.name()), e);
        } catch (AccessDeniedException e) {
            throw new BudgetReadException(Texts.of("file.denied", "file", input.name()), e);
        } catch (IOException e) {
            throw new BudgetReadException(explain(input.name(), e), e);
        }
    }

    private void unpack() throws IOException {
        InputStream buffered = new BufferedInputStream(stored, BUFFER);
        buffered.mark(16);
        byte[] start = buffered.readNBytes(8);
        buffered.reset();
        if (start.length == 0) {
            throw new BudgetReadException(Texts.of("file.empty", "file", input.name()), null);
        } else if (begins(start, 0x1f, 0x8b)) {
            contentName = withoutEnding(input.name(), ".gz");
            bytes = limited(new GzipMembers(input.name(), buffered, BUFFER));
        } else if (begins(start, 'P', 'K', 3, 4) || begins(start, 'P', 'K', 5, 6)) {
            bytes = entry(buffered);
        } else {
            bytes = buffered;
        }
        packed = bytes instanceof UnpackedStream;
        if (!workbook) {
            bytes = refusingWhatIsNoText(bytes);
        }
    }

    /** What is no text is told from its first bytes, whatever its name, and also where it was packed. */
    private InputStream refusingWhatIsNoText(InputStream content) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(content, ForeignContent.LOOKED_AT);
        byte[] start = new byte[ForeignContent.LOOKED_AT];
        // Once only: of a file that breaks off soon, the rows before that are still read.
        int count = Math.max(0, peeked.read(start, 0, start.length));
        Optional<String> foreign = ForeignContent.of(Arrays.copyOf(start, count));
        if (foreign.isPresent()) {
            throw new BudgetReadException(Texts.of(foreign.get(), "file", input.name()), null);
        }
        peeked.unread(start, 0, count);
        return peeked;
    }

    /** The JDK refuses some broken entries with an exception that is no {@link IOException}. */
    private InputStream entry(InputStream buffered) throws IOException {
        Path path = input.path().orElse(null);
        try {
            return path != null ? entryOf(path, buffered) : entryOf(buffered);
        } catch (IllegalArgumentException e) {
            ZipException broken = new ZipException(e.getMessage());
            broken.initCause(e);
            throw broken;
        }
    }

    private InputStream entryOf(Path path, InputStream buffered) throws IOException {
        // Names that are not marked as UTF-8 are in some DOS code page; they are only shown, and must not make opening
        // fail.
        ZipFile file = new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1);
        zip = file;
        ZipCheck check = seen(file);
        if (check.isWorkbook()) {
            workbook = true;
            sheets = WorkbookCheck.of(input.name(), file, Files.size(path), limits);
            return buffered;
        }
        contentName = check.chosen(wanted);
        entry = true;
        ZipEntry chosen = file.getEntry(contentName);
        InputStream in = chosen == null ? null : file.getInputStream(chosen);
        if (chosen == null || in == null) {
            throw new BudgetReadException(Texts.of("zip.broken", "file", input.name()), null);
        }
        long packed = chosen.getCompressedSize();
        UnpackedStream.check(input.name(), chosen.getSize(), packed, limits);
        return new UnpackedStream(in, input.name(), () -> packed, limits);
    }

    private ZipCheck seen(ZipFile file) {
        ZipCheck check = new ZipCheck(input.name());
        for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
            check.see(all.nextElement());
        }
        return check;
    }

    /**
     * {@return the workbook as a file: the input's own or, where it is none, a temporary one that is gone when this is closed}
     *
     * @throws IOException if it cannot be copied
     */
    public Path workbookFile() throws IOException {
        Path own = input.path().orElse(null);
        if (own != null) {
            return own;
        }
        Path copy = Files.createTempFile("hrbudget-", ".xlsx");
        temporary = copy;
        try (OutputStream out = Files.newOutputStream(copy)) {
            bytes.transferTo(out);
        }
        try (ZipFile file = new ZipFile(copy.toFile(), StandardCharsets.ISO_8859_1)) {
            if (!seen(file).isWorkbook()) {
                throw new ZipException("no workbook");
            }
            sheets = WorkbookCheck.of(input.name(), file, Files.size(copy), limits);
        }
        return copy;
    }

    /** {@return what is known of the sheets of a workbook whose file was asked for, by their identifiers} */
    Map<String, SheetFacts> sheets() {
        return sheets;
    }

    private InputStream entryOf(InputStream second) throws IOException {
        ZipCheck check = new ZipCheck(input.name());
        CountedStream counted = new CountedStream(input.open());
        try (ZipInputStream scan = new ZipInputStream(counted, StandardCharsets.ISO_8859_1)) {
            // One count for all entries: many small ones are a flood too.
            UnpackedStream entries = new UnpackedStream(scan, input.name(), counted::count, limits);
            for (ZipEntry entry = scan.getNextEntry(); entry != null; entry = scan.getNextEntry()) {
                check.see(entry);
                WorkbookCheck.part(input.name(), entry.getName(), entries);
            }
            workbook = check.isWorkbook();
        } catch (ZipException e) {
            // Workbooks are written in ways that cannot be read from a stream.
            if (!check.looksLikeOffice()) {
                throw e;
            }
            workbook = true;
        }
        if (workbook) {
            return second;
        }
        contentName = check.chosen(wanted);
        entry = true;
        ZipInputStream in = new ZipInputStream(second, StandardCharsets.ISO_8859_1);
        ZipEntry next = in.getNextEntry();
        while (next != null && !next.getName().equals(contentName)) {
            next = in.getNextEntry();
        }
        return limited(in);
    }

    private UnpackedStream limited(InputStream in) {
        return new UnpackedStream(in, input.name(), stored::count, limits);
    }

    /** {@return the unpacked bytes} */
    public InputStream bytes() {
        return bytes;
    }

    /** {@return whether it is a workbook ({@code .xlsx}), whose bytes are no text} */
    public boolean isWorkbook() {
        return workbook;
    }

    /** {@return whether the bytes are those of a file of a zip} */
    public boolean isEntry() {
        return entry;
    }

    /** {@return whether the bytes are stored packed} */
    public boolean isPacked() {
        return packed;
    }

    /** {@return the stored bytes read so far} */
    public long bytesRead() {
        return stored.count();
    }

    /** {@return how many stored bytes there are, where that is known and they are read in their order} */
    public OptionalLong bytesTotal() {
        Path path = input.path().orElse(null);
        if (path == null || zip != null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Files.size(path));
        } catch (IOException e) {
            // Then nobody is told how much is left, which is no reason not to read.
            return OptionalLong.empty();
        }
    }

    /** {@return whether the name of what is inside says that it is JSON} */
    public boolean namedJson() {
        return Spelling.folded(contentName).endsWith(".json");
    }

    /** {@return whether the name of what is inside says that it is a table of text} */
    public boolean namedTable() {
        String name = Spelling.folded(contentName);
        return name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt");
    }

    /**
     * {@return the SHA-256 of all stored bytes, in hexadecimal; what has not been read yet is read}
     *
     * @throws IOException if the rest cannot be read
     */
    public String sha256() throws IOException {
        return stored.hashOfAll();
    }

    @Override
    public void close() throws IOException {
        try {
            bytes.close();
        } finally {
            try {
                stored.close();
            } finally {
                if (zip != null) {
                    zip.close();
                }
                if (temporary != null) {
                    Files.deleteIfExists(temporary);
                }
            }
        }
    }

    /**
     * {@return what an error of the bytes means to the user}
     *
     * @param file the name of the file
     * @param error the error
     */
    public static Bilingual explain(String file, @Nullable Throwable error) {
        if (error instanceof Unpackable refused) {
            return refused.text();
        }
        if (error instanceof EOFException) {
            return Texts.of("packed.truncated", "file", file);
        }
        if (error instanceof ZipException) {
            return Texts.of("packed.broken", "file", file);
        }
        String reason = error == null || error.getMessage() == null ? String.valueOf(error) : error.getMessage();
        return Texts.of("file.unreadable", "file", file, "reason", reason);
    }

    private static boolean begins(byte[] start, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= start.length || (start[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static String withoutEnding(String name, String ending) {
        return Spelling.folded(name).endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
    }
}
