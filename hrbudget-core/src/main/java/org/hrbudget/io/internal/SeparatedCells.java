package org.hrbudget.io.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.model.internal.Spelling;

/**
 * Copies separated text with other texts in some of its cells, every other byte as it is. It cuts the bytes as {@link CsvRows} cuts the
 * text; where a cell does not hold what was read there, it stops.
 */
public final class SeparatedCells {

    private static final int END = -1;

    /** Where in a cell a sign stands. */
    private enum At {
        START,
        PLAIN,
        QUOTED,
        BEHIND_QUOTE,
        AFTER
    }

    private final String file;
    private final Charset charset;
    private final char separator;
    private final int columns;
    private final SortedMap<Long, ? extends SortedMap<Integer, NewText>> changes;
    private final int width;
    private final boolean bigEnd;
    private final ByteArrayOutputStream cell = new ByteArrayOutputStream();
    private byte[] lineEnd = {};
    private long row = 1;
    private int column;
    private At at = At.START;

    /**
     * Makes one.
     *
     * @param file the name in messages
     * @param charset the charset of the text
     * @param separator what is between cells
     * @param columns how many cells a row that is added has
     * @param changes by row, from 1, and column, from 0
     * @throws BudgetReadException if the signs of such a charset cannot be told from their bytes
     */
    public SeparatedCells(
            String file,
            Charset charset,
            char separator,
            int columns,
            SortedMap<Long, ? extends SortedMap<Integer, NewText>> changes) {
        this.file = file;
        this.charset = charset;
        this.separator = separator;
        this.columns = columns;
        this.changes = changes;
        this.bigEnd = charset.equals(StandardCharsets.UTF_16BE);
        this.width = bigEnd || charset.equals(StandardCharsets.UTF_16LE) ? 2 : 1;
        if (width == 1 && !hasBytesOfAscii(charset)) {
            throw new BudgetReadException(Texts.of("change.of-charset", "file", file, "charset", charset.name()), null);
        }
    }

    /** Where a byte below 128 is always the sign that it is in ASCII. */
    private static boolean hasBytesOfAscii(Charset charset) {
        byte[] signs = ",;|\t:\"\r\n".getBytes(StandardCharsets.US_ASCII);
        return charset.equals(StandardCharsets.UTF_8)
                || (charset.newEncoder().maxBytesPerChar() == 1
                        && new String(signs, charset).equals(new String(signs, StandardCharsets.US_ASCII)));
    }

    /** Copies the text. */
    public void copy(InputStream from, OutputStream to) throws IOException {
        BufferedInputStream in = new BufferedInputStream(from);
        OutputStream out = new BufferedOutputStream(to);
        copyMark(in, out);
        boolean begun = false;
        for (int sign = next(in); sign != END; sign = next(in)) {
            boolean ends = (sign == '\r' || sign == '\n') && at != At.QUOTED;
            if (ends || (sign == separator && at != At.QUOTED)) {
                endCell(out, ends);
                writeSign(sign, out);
                if (ends) {
                    endRow(in, out, sign);
                }
                begun = !ends;
            } else {
                writeSign(sign, cell);
                at = after(sign);
                begun = true;
            }
        }
        if (begun) {
            endCell(out, true);
            row++;
        }
        addRows(out, begun);
        out.flush();
    }

    private void copyMark(InputStream in, OutputStream out) throws IOException {
        byte[] mark = "\ufeff".getBytes(charset);
        in.mark(mark.length);
        if (Arrays.equals(in.readNBytes(mark.length), mark)) {
            out.write(mark);
        } else {
            in.reset();
        }
    }

    private int next(InputStream in) throws IOException {
        int first = in.read();
        int second = width == 1 || first < 0 ? 0 : in.read();
        if (first < 0 || second < 0) {
            return END;
        }
        return width == 1 ? first : bigEnd ? first << 8 | second : second << 8 | first;
    }

    private void writeSign(int sign, OutputStream out) throws IOException {
        if (width == 1) {
            out.write(sign);
        } else {
            out.write(bigEnd ? sign >> 8 : sign);
            out.write(bigEnd ? sign : sign >> 8);
        }
    }

    private At after(int sign) {
        return switch (at) {
            case START -> sign == '"' ? At.QUOTED : sign <= ' ' ? At.START : At.PLAIN;
            case QUOTED -> sign == '"' ? At.BEHIND_QUOTE : At.QUOTED;
            case BEHIND_QUOTE -> sign == '"' ? At.QUOTED : At.AFTER;
            case PLAIN, AFTER -> at;
        };
    }

    private void endCell(OutputStream out, boolean ofRow) throws IOException {
        SortedMap<Integer, NewText> wanted = wanted(row);
        NewText text = wanted.get(column);
        byte[] raw = cell.toByteArray();
        if (text == null) {
            out.write(raw);
        } else {
            String written = new String(raw, charset);
            requireWhatStands(written, text);
            out.write(written(text.text(), Spelling.trimmed(written).startsWith("\"")));
        }
        cell.reset();
        at = At.START;
        if (ofRow && !wanted.isEmpty()) {
            for (int next = column + 1; next <= wanted.lastKey(); next++) {
                writeSign(separator, out);
                if (wanted.containsKey(next)) {
                    out.write(written(wanted.get(next).text(), false));
                }
            }
        }
        column++;
    }

    private SortedMap<Integer, NewText> wanted(long number) {
        SortedMap<Integer, NewText> wanted = changes.get(number);
        return wanted == null ? Collections.emptySortedMap() : wanted;
    }

    /** Bytes that are no text may be told differently from how they were read. */
    private void requireWhatStands(String written, NewText text) {
        String trimmed = Spelling.trimmed(written);
        if (trimmed.startsWith("\"")) {
            int end = trimmed.lastIndexOf('"');
            trimmed = Spelling.trimmed(trimmed.substring(1, Math.max(1, end)).replace("\"\"", "\""));
        }
        boolean noText = trimmed.indexOf(DecodingReader.REPLACEMENT) >= 0
                && text.stands().indexOf(DecodingReader.REPLACEMENT) >= 0;
        if (!noText && !NewText.written(trimmed).equals(text.stands())) {
            throw new BudgetReadException(Texts.of("change.lost", "file", file, "row", Long.toString(row)), null);
        }
    }

    private byte[] written(String text, boolean quoted) {
        boolean needed = text.chars().anyMatch(c -> c == separator || c == '"' || c == '\n');
        String cell = quoted || needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
        return cell.getBytes(charset);
    }

    private void endRow(InputStream in, OutputStream out, int sign) throws IOException {
        ByteArrayOutputStream end = new ByteArrayOutputStream();
        writeSign(sign, end);
        if (sign == '\r') {
            in.mark(width);
            if (next(in) == '\n') {
                writeSign('\n', end);
                writeSign('\n', out);
            } else {
                in.reset();
            }
        }
        lineEnd = end.toByteArray();
        row++;
        column = 0;
    }

    private void addRows(OutputStream out, boolean open) throws IOException {
        byte[] end = lineEnd.length > 0 ? lineEnd : "\r\n".getBytes(charset);
        long last = changes.isEmpty() ? 0 : changes.lastKey();
        for (long number = row; number <= last; number++) {
            out.write(open ? end : new byte[0]);
            for (int i = 0; i < columns; i++) {
                if (i > 0) {
                    writeSign(separator, out);
                }
                NewText text = wanted(number).get(i);
                out.write(text == null ? new byte[0] : written(text.text(), false));
            }
            out.write(open ? new byte[0] : end);
        }
    }
}
