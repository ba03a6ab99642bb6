package org.hrbudget.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.Layout;
import org.hrbudget.io.ReadLimits;
import org.hrbudget.io.spi.InputPart;

/**
 * Finds where the records of a large file of separated text begin, so that the file can be read in parts by many machines. The
 * file is cut anywhere into pieces, each piece is scanned by itself, and what the scans found is put together:
 *
 * <pre>{@code
 * InputPart head = RecordScan.head(input, layout, ReadLimits.DEFAULT).orElseThrow();
 * RecordScan scan = RecordScan.of(layout, head);      // one for each piece, the first piece starting at head.bytesBefore()
 * scan.add(bytes, 0, length);
 * List<InputPart> parts = RecordScan.parts(head, List.of(scan.piece(), ...));
 * }</pre>
 *
 * <p>Nobody can tell from a piece alone whether it starts inside a quoted cell, so a scan finds the answer for every way in which
 * it may start. It agrees with the reader byte for byte, in what is broken too. About as fast as memory is read; what it holds does
 * not grow with the piece. Not safe for use by several threads: give each piece its own.
 */
final class RecordScan {

    private static final int BUFFER = 1 << 16;

    private final RecordStates states = RecordStates.all();
    private final byte[] kinds;
    private final long[] records = new long[RecordStates.COUNT];
    private final long[] first = new long[RecordStates.COUNT];
    private int standing;
    private long length;

    private RecordScan(char separator, Charset charset) {
        this.kinds = RecordStates.kinds(separator, charset.equals(StandardCharsets.UTF_8));
        Arrays.fill(first, -1);
    }

    /**
     * {@return a scan of one piece of a file}
     *
     * @param layout how the file is written
     * @param head the start of the file, from {@link #head}
     */
    static RecordScan of(Layout layout, InputPart head) {
        return new RecordScan(layout.separator(), Charset.forName(head.charset()));
    }

    /**
     * {@return where the first row below the headings of a file stands, with the headings; empty where it cannot be read in parts,
     * because it is packed, no separated text, or in a charset in which the bytes of a separator may be a part of another character,
     * such as UTF-16}
     *
     * @throws org.hrbudget.io.BudgetReadException if nothing can be read from it at all
     * @throws ClusterException if the storage does not give the bytes
     */
    static Optional<InputPart> head(Input input, Layout layout, ReadLimits limits) {
        return Budgets.reading(input)
                .layout(layout)
                .limits(limits)
                .head()
                .filter(head -> canScan(Charset.forName(head.charset()), layout.separator()))
                .map(head -> head.at(head.rowsBefore(), lengthOf(head, input, layout.separator())));
    }

    /** {@return whether an ASCII byte is always that character, so that records can be found in the bytes} */
    private static boolean canScan(Charset charset, char separator) {
        if (separator >= 0x80) {
            return false;
        }
        if (charset.equals(StandardCharsets.UTF_8)) {
            return true;
        }
        byte[] ascii = new byte[0x80];
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = (byte) i;
        }
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(ascii)).toString();
            return text.equals(new String(ascii, StandardCharsets.US_ASCII))
                    && charset.canEncode()
                    && charset.newEncoder().maxBytesPerChar() == 1.0f;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /**
     * Goes on with more bytes of the piece.
     *
     * @param bytes where they are
     * @param from the first of them
     * @param count how many
     */
    void add(byte[] bytes, int from, int count) {
        int at = standing;
        int end = from + count;
        for (int i = from; i < end; i++) {
            if (states.isSteady(at)) {
                i = pastPlain(bytes, i, end);
                if (i == end) {
                    break;
                }
            }
            byte next = bytes[i];
            int begun = states.begins(at, next);
            if (begun != 0) {
                begin(begun, length + i - from);
            }
            at = states.move(at, kinds[next & 0xff]);
        }
        standing = at;
        length += count;
    }

    /** Letters and digits are most of a file. */
    private int pastPlain(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && kinds[bytes[at] & 0xff] == 0) {
            at++;
        }
        return at;
    }

    private void begin(int mask, long offset) {
        for (int left = mask; left != 0; left &= left - 1) {
            int state = Integer.numberOfTrailingZeros(left);
            if (records[state]++ == 0) {
                first[state] = offset;
            }
        }
    }

    /** {@return what was found in the bytes added} */
    Piece piece() {
        byte[] ends = new byte[RecordStates.COUNT];
        for (int state = 0; state < ends.length; state++) {
            ends[state] = (byte) states.state(standing, state);
        }
        return new Piece(length, ends, records.clone(), first.clone());
    }

    /**
     * {@return the parts of a file: one for each piece in which a record begins, from the first such record up to where the next
     * part starts}
     *
     * @param head the start of the file
     * @param pieces the pieces in the order of the file, without gaps, the first starting at {@link InputPart#bytesBefore()}
     */
    static List<InputPart> parts(InputPart head, List<Piece> pieces) {
        List<InputPart> parts = new ArrayList<>();
        int state = RecordStates.RECORD;
        long rows = head.rowsBefore();
        long bytes = head.bytesBefore();
        for (Piece piece : pieces) {
            if (piece.records[state] > 0) {
                parts.add(head.at(rows, bytes + piece.first[state]));
            }
            rows += piece.records[state];
            bytes += piece.length;
            state = piece.ends[state];
        }
        return List.copyOf(parts);
    }

    /** {@return the bytes that the rows before a part take; all bytes where the file has no more} */
    private static long lengthOf(InputPart head, Input input, char separator) {
        RecordScan scan = new RecordScan(separator, Charset.forName(head.charset()));
        byte[] buffer = new byte[BUFFER];
        try (InputStream file = input.open()) {
            int filled = file.readNBytes(buffer, 0, buffer.length);
            int from = startsWithMark(buffer, filled) ? 3 : 0;
            long before = from;
            while (filled > from) {
                for (int i = from; i < filled; i++) {
                    scan.add(buffer, i, 1);
                    if (scan.records[RecordStates.RECORD] > head.rowsBefore()) {
                        return before + i - from;
                    }
                }
                before += filled - from;
                from = 0;
                filled = file.readNBytes(buffer, 0, buffer.length);
            }
            return before;
        } catch (IOException e) {
            throw StoredFile.unreadable(input.name(), e);
        }
    }

    private static boolean startsWithMark(byte[] bytes, int count) {
        return count >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb && (bytes[2] & 0xff) == 0xbf;
    }

    /** What a scan found in one piece, some hundred bytes. Immutable. */
    static final class Piece implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;

        private final long length;
        private final byte[] ends;
        private final long[] records;
        private final long[] first;

        private Piece(long length, byte[] ends, long[] records, long[] first) {
            this.length = length;
            this.ends = ends;
            this.records = records;
            this.first = first;
        }

        /** {@return how many bytes were scanned} */
        long length() {
            return length;
        }
    }
}
