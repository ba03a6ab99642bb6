package org.hrbudget.io.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.ReadLimits;

/**
 * Refuses a workbook that would flood the machine, before anything of it is read into memory: what its parts unpack to, what its
 * texts take, and how many cells one row has.
 */
final class WorkbookCheck {

    private static final int MOST_PARTS = 10_000;

    /** Texts that cells share are in memory as a whole. */
    private static final long MOST_SHARED = 256L << 20;

    /** What a sheet of Excel can have in one row. */
    private static final int MOST_CELLS = 16_384;

    private WorkbookCheck() {}

    static void of(String file, ZipFile zip, long stored, ReadLimits limits) throws IOException {
        if (zip.size() > MOST_PARTS) {
            throw large(file, "parts", MOST_PARTS);
        }
        long unpacked = 0;
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            try (InputStream in = zip.getInputStream(entry)) {
                unpacked += part(file, entry.getName(), new UnpackedStream(in, file, () -> stored, limits));
            }
            UnpackedStream.check(file, unpacked, stored, limits);
        }
    }

    /** Reads one part to its end. {@return how many bytes it has} */
    static long part(String file, String name, InputStream in) throws IOException {
        boolean sheet = name.startsWith("xl/worksheets/");
        byte[] some = new byte[1 << 16];
        RowWidth width = new RowWidth();
        long size = 0;
        for (int n = in.read(some); n >= 0; n = in.read(some)) {
            size += n;
            if (name.startsWith("xl/") && !sheet && size > MOST_SHARED) {
                throw large(file, name, MOST_SHARED);
            }
            if (sheet && width.widest(some, n) > MOST_CELLS) {
                throw large(file, name, MOST_CELLS);
            }
        }
        return size;
    }

    private static BudgetReadException large(String file, String part, long limit) {
        return new BudgetReadException(
                Texts.of("workbook.large", "file", file, "part", part, "limit", Long.toString(limit)), null);
    }

    /** Counts the tags of cells between those of rows, whatever the prefix of their names. */
    private static final class RowWidth {

        private static final int LONGEST = 16;

        private final byte[] tag = new byte[LONGEST];
        private int length = -1;
        private int cells;
        private int widest;

        int widest(byte[] bytes, int count) {
            for (int i = 0; i < count; i++) {
                byte b = bytes[i];
                if (b == '<') {
                    length = 0;
                } else if (length >= 0) {
                    boolean more = b > ' ' && b != '>' && b != '/' && length < LONGEST;
                    if (more && b == ':') {
                        length = 0;
                    } else if (more) {
                        tag[length++] = b;
                    } else {
                        ended();
                    }
                }
            }
            return widest;
        }

        private void ended() {
            if (length == 1 && tag[0] == 'c') {
                cells++;
                widest = Math.max(widest, cells);
            } else if (length == 3 && tag[0] == 'r' && tag[1] == 'o' && tag[2] == 'w') {
                cells = 0;
            }
            length = -1;
        }
    }
}
