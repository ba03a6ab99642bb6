package org.hrbudget.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.spi.InputPart;
import org.hrbudget.io.spi.LineReader;
import org.jspecify.annotations.Nullable;

/**
 * What tasks do with files.
 *
 * @param run what every task knows
 * @param files the files
 * @param heads where the rows of each start, or {@code null} where it is read as a whole
 * @param hadoop how file systems are reached
 * @param groups in how many groups outcomes are put together
 */
record FileTasks(
        Run run,
        List<StoredFile> files,
        ArrayList<@Nullable InputPart> heads,
        SerializableConfiguration hadoop,
        int groups)
        implements Serializable {

    private static final int BUFFER = 1 << 18;

    /**
     * Some bytes of a file, wherever they begin.
     *
     * @param file the number of the file
     * @param from the offset of the first
     * @param to the offset after the last
     */
    record Range(int file, long from, long to) implements Serializable {}

    /** {@return where records begin in a range} */
    RecordScan.Piece scan(Range range) {
        RecordScan scan = RecordScan.of(run.layout(), head(range.file()));
        read(range.file(), range.from(), range.to(), scan::add);
        return scan.piece();
    }

    /** {@return the SHA-256 of a file} */
    String hash(int file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            read(file, 0, files.get(file).length(), digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "Every Java platform has SHA-256.\nMaybe its security providers were removed.", e);
        }
    }

    /** Takes some bytes. */
    @FunctionalInterface
    private interface Taker {
        void take(byte[] bytes, int from, int count);
    }

    private void read(int file, long from, long to, Taker taker) {
        byte[] buffer = new byte[BUFFER];
        try (StoredFile.Bytes in = files.get(file).bytes(configuration(), from, to)) {
            for (int n = in.read(buffer, 0, BUFFER); n >= 0; n = in.read(buffer, 0, BUFFER)) {
                taker.take(buffer, 0, n);
            }
        } catch (IOException e) {
            throw StoredFile.unreadable(files.get(file).name(), e);
        }
    }

    /** {@return the marks of a share, made as they are taken} */
    Iterator<Row> judge(Share share) {
        StoredFile file = files.get(share.file());
        Opened opened = new Opened(file, configuration(), share);
        Budgets.Reading reading =
                Budgets.reading(Input.of(file.name(), opened::open)).layout(run.layout());
        if (!share.isWhole()) {
            reading.part(head(share.file()).at(share.rowsBefore(), share.from()));
        }
        LineReader reader = reading.source().open();
        TaskContext task = TaskContext.get();
        if (task != null) {
            task.addTaskCompletionListener((TaskCompletionListener) context -> reader.close());
        }
        return new Judging(run, share.file(), share.number(), share.number() % groups, reader, opened::requireIntact);
    }

    private InputPart head(int file) {
        return Objects.requireNonNull(heads.get(file));
    }

    private Configuration configuration() {
        return hadoop.value();
    }

    /** The bytes of a share, which a packed file is asked for more than once. */
    private static final class Opened {

        private final StoredFile file;
        private final Configuration hadoop;
        private final Share share;
        private final List<StoredFile.Bytes> opened = new ArrayList<>();

        Opened(StoredFile file, Configuration hadoop, Share share) {
            this.file = file;
            this.hadoop = hadoop;
            this.share = share;
        }

        InputStream open() {
            StoredFile.Bytes bytes = file.bytes(hadoop, share.from(), share.to());
            opened.add(bytes);
            return bytes;
        }

        void requireIntact() {
            opened.forEach(StoredFile.Bytes::requireIntact);
        }
    }
}
