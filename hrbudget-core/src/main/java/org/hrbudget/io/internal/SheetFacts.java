package org.hrbudget.io.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a sheet says beside its cells, which the library that reads these does not hand on. Columns and rows are from 0 and 1. */
final class SheetFacts {

    /** A sheet about which nothing is known. */
    static final SheetFacts NONE = new SheetFacts();

    /** What a sheet of Excel can have in one row. */
    static final int MOST_COLUMNS = 16_384;

    /** More merged ranges than any table has; four numbers are kept of each. */
    static final int MOST_MERGED = 500_000;

    private static final Pattern RANGE =
            Pattern.compile("\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7}):\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7})");

    /** Cells that are one with others. */
    record Merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {

        /** {@return the cell where the value stands, as a spreadsheet names it} */
        String anchor() {
            return name(firstColumn) + firstRow;
        }
    }

    private final BitSet hidden = new BitSet();
    private final BitSet unvalued = new BitSet();
    private int[] merged = new int[0];
    private int count;
    private @Nullable String isoDate;
    private @Nullable String formula;

    /** {@return the columns that are not shown} */
    BitSet hiddenColumns() {
        return hidden;
    }

    /** {@return the columns in which a formula has no stored value; a text that is empty is one} */
    BitSet unvaluedColumns() {
        return unvalued;
    }

    /** {@return the first cell that holds a day in the form of ISO 8601, or {@code null}} */
    @Nullable
    String isoDate() {
        return isoDate;
    }

    void isoDate(String cell) {
        if (isoDate == null) {
            isoDate = cell;
        }
    }

    /** {@return the first cell that holds a formula, or {@code null}} */
    @Nullable
    String formula() {
        return formula;
    }

    void formula(String cell) {
        formula = cell;
    }

    void hide(int first, int last) {
        if (first <= last && first < MOST_COLUMNS) {
            hidden.set(Math.max(0, first), Math.min(last + 1, MOST_COLUMNS));
        }
    }

    /** {@return whether there is room for one more range of merged cells} */
    boolean merge(String range) {
        Matcher parts = RANGE.matcher(range);
        if (!parts.matches()) {
            return true;
        }
        if (count == MOST_MERGED) {
            return false;
        }
        if (merged.length < (count + 1) * 4) {
            merged = Arrays.copyOf(merged, Math.max(64, merged.length * 2));
        }
        merged[count * 4] = Integer.parseInt(parts.group(2));
        merged[count * 4 + 1] = Integer.parseInt(parts.group(4));
        merged[count * 4 + 2] = column(parts.group(1));
        merged[count * 4 + 3] = column(parts.group(3));
        count++;
        return true;
    }

    /** {@return how many ranges of cells are merged} */
    int merges() {
        return count;
    }

    /** {@return the merged ranges by their first rows} */
    List<Merged> merged() {
        List<Merged> ranges = new ArrayList<>(count);
        for (int i = 0; i < count * 4; i += 4) {
            ranges.add(new Merged(merged[i], merged[i + 1], merged[i + 2], merged[i + 3]));
        }
        ranges.sort((a, b) -> Integer.compare(a.firstRow, b.firstRow));
        return ranges;
    }

    /** {@return the column that a reference begins with, or one that no sheet has where it is none} */
    static int column(String reference) {
        int column = 0;
        int at = reference.startsWith("$") ? 1 : 0;
        int first = at;
        for (; at < reference.length() && at - first < 4; at++) {
            int letter = (reference.charAt(at) | 0x20) - 'a';
            if (letter < 0 || letter >= 26) {
                break;
            }
            column = column * 26 + letter + 1;
        }
        boolean named = at > first && (at == reference.length() || "$0123456789".indexOf(reference.charAt(at)) >= 0);
        return named ? column - 1 : MOST_COLUMNS;
    }

    /** {@return the letters of a column} */
    static String name(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
