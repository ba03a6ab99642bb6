package org.hrbudget.summary;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Reads sorted fingerprints one after the other, from memory or from a file. For one thread. */
abstract class FingerprintCursor implements Closeable {

    /** The bytes of one of them in a file. */
    static final int BYTES = 32;

    private static final int BUFFER = 512 * BYTES;

    long high;
    long low;
    long row;
    int file;
    int unit;

    /** Goes to the next. {@return whether there is one} */
    abstract boolean advance() throws IOException;

    @Override
    public void close() throws IOException {
        // Only files have to be given back.
    }

    /** By fingerprint, then by place. */
    final int compareTo(FingerprintCursor other, PlaceNames names) {
        int byHigh = Long.compare(high, other.high);
        if (byHigh != 0) {
            return byHigh;
        }
        int byLow = Long.compare(low, other.low);
        return byLow != 0 ? byLow : comparePlaces(file, row, other.file, other.row, names);
    }

    /** By the name of the file, then by row. */
    static int comparePlaces(int file, long row, int otherFile, long otherRow, PlaceNames names) {
        return file == otherFile
                ? Long.compare(row, otherRow)
                : names.name(file).compareTo(names.name(otherFile));
    }

    final void write(ByteBuffer out) {
        out.putLong(high).putLong(low).putLong(row).putInt(file).putInt(unit);
    }

    static FingerprintCursor over(Fingerprints records, PlaceNames names) {
        int[] order = records.order(names);
        return new FingerprintCursor() {
            private int next;

            @Override
            boolean advance() {
                if (next == order.length) {
                    return false;
                }
                int i = order[next++];
                high = records.high(i);
                low = records.low(i);
                row = records.row(i);
                file = records.file(i);
                unit = records.unit(i);
                return true;
            }
        };
    }

    static FingerprintCursor over(Path path) throws IOException {
        FileInputStream in = new FileInputStream(path.toFile());
        return new FingerprintCursor() {
            private final byte[] bytes = new byte[BUFFER];
            private final ByteBuffer buffer = ByteBuffer.wrap(bytes).limit(0);

            @Override
            boolean advance() throws IOException {
                if (!buffer.hasRemaining()) {
                    int read = in.readNBytes(bytes, 0, bytes.length);
                    buffer.clear().limit(read);
                    if (read == 0) {
                        return false;
                    }
                }
                high = buffer.getLong();
                low = buffer.getLong();
                row = buffer.getLong();
                file = buffer.getInt();
                unit = buffer.getInt();
                return true;
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }
}
