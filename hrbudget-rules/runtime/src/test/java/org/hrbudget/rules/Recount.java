package org.hrbudget.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts a federal file again with nothing of the library: a reader of quoted text of its own, and sums and comparisons in
 * whole centavos.
 */
final class Recount implements AutoCloseable {

    /**
     * What a file comes to.
     *
     * @param rows its rows
     * @param approved the sum approved, in centavos
     * @param exercised the sum exercised, in centavos
     * @param withoutApproval the rows that exercise something though nothing was approved
     * @param aboveApproval the rows that exercise more than was approved
     * @param notExercised the rows that exercise nothing of what was approved
     * @param repeated the rows whose key is on a row before
     * @param atConcept the rows whose object is a concept and no item
     * @param negative the amounts below zero
     */
    record Figures(
            long rows,
            long approved,
            long exercised,
            long withoutApproval,
            long aboveApproval,
            long notExercised,
            long repeated,
            long atConcept,
            long negative) {}

    /** A space, a tab, the ends of lines, and the space that does not break one. */
    private static final String BLANKS = " \t\r\n\u00A0";

    private final Reader reader;
    private final List<String> headings;
    private final String approvedHeading;
    private final @Nullable String exercisedHeading;
    private final String objectHeading;
    private final Set<ByteBuffer> keys = new HashSet<>();
    private final MessageDigest digest;
    private int next;

    private long rows;
    private long approved;
    private long exercised;
    private long withoutApproval;
    private long aboveApproval;
    private long notExercised;
    private long atConcept;
    private long negative;

    Recount(Reader in, String approvedHeading, @Nullable String exercisedHeading, String objectHeading)
            throws IOException, NoSuchAlgorithmException {
        this.reader = new BufferedReader(in, 1 << 16);
        this.approvedHeading = approvedHeading;
        this.exercisedHeading = exercisedHeading;
        this.objectHeading = objectHeading;
        this.digest = MessageDigest.getInstance("SHA-256");
        this.next = reader.read();
        this.headings = record();
    }

    /** {@return the next row's cells by heading, once it is counted; {@code null} after the last} */
    @Nullable
    Map<String, String> next() throws IOException {
        List<String> cells = record();
        if (cells == null) {
            return null;
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(headings.get(i), cells.get(i));
        }
        rows++;
        count(row);
        keys.add(key(cells));
        return row;
    }

    /** {@return what the rows so far come to} */
    Figures figures() {
        return new Figures(
                rows,
                approved,
                exercised,
                withoutApproval,
                aboveApproval,
                notExercised,
                rows - keys.size(),
                atConcept,
                negative);
    }

    private void count(Map<String, String> row) {
        long granted = centavos(row.get(approvedHeading));
        approved += granted;
        negative += granted < 0 ? 1 : 0;
        if (exercisedHeading != null) {
            long spent = centavos(row.get(exercisedHeading));
            exercised += spent;
            negative += spent < 0 ? 1 : 0;
            withoutApproval += granted == 0 && spent != 0 ? 1 : 0;
            aboveApproval += spent > granted ? 1 : 0;
            notExercised += granted > 0 && spent == 0 ? 1 : 0;
        }
        atConcept += row.get(objectHeading).endsWith("00") ? 1 : 0;
    }

    private ByteBuffer key(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String heading = headings.get(i);
            if (!heading.equals(approvedHeading) && !heading.equals(exercisedHeading)) {
                digest.update((cells.get(i) + '\u0000').getBytes(StandardCharsets.UTF_8));
            }
        }
        return ByteBuffer.wrap(digest.digest(), 0, 16);
    }

    /** {@return an amount with thousands separated and a dash for zero, in centavos} */
    private static long centavos(String cell) {
        String digits = cell.replace(",", "");
        return digits.equals("-") ? 0 : new BigDecimal(digits).movePointRight(2).longValueExact();
    }

    /** {@return the cells of the next record, without their quotes and outer blanks; {@code null} at the end} */
    private @Nullable List<String> record() throws IOException {
        if (next < 0) {
            return null;
        }
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean closed = false;
        while (next >= 0 && (quoted || next != '\n')) {
            char c = (char) next;
            if (c == '"') {
                // A quote after the closing one was no end: two stand for one.
                if (closed) {
                    cell.append(c);
                }
                closed = quoted;
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(trimmed(cell));
                closed = false;
            } else {
                cell.append(c);
                closed = false;
            }
            next = reader.read();
        }
        cells.add(trimmed(cell));
        next = next < 0 ? next : reader.read();
        return cells;
    }

    private static String trimmed(StringBuilder cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && BLANKS.indexOf(cell.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && BLANKS.indexOf(cell.charAt(to - 1)) >= 0) {
            to--;
        }
        String text = cell.substring(from, to);
        cell.setLength(0);
        return text;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
