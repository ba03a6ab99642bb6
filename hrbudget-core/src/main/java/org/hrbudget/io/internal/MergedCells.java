package org.hrbudget.io.internal;

import java.util.List;
import org.hrbudget.model.Bilingual;
import org.jspecify.annotations.Nullable;

/** Says, row after row, which blank cells are merged with one that is not: what stands there was meant for them too. */
final class MergedCells {

    private final List<SheetFacts.Merged> ranges;
    private final SheetFacts.@Nullable Merged[] covering;
    private int next;
    private int first;
    private long number;

    /**
     * Begins below a row.
     *
     * @param ranges the merged cells, by their first rows
     * @param below the number of the row of headings
     */
    MergedCells(List<SheetFacts.Merged> ranges, long below) {
        this.ranges = ranges;
        int width = 0;
        for (SheetFacts.Merged each : ranges) {
            width = Math.max(width, Math.min(each.lastColumn() + 1, Row.MOST_CELLS));
        }
        this.covering = new SheetFacts.Merged[width];
        while (next < ranges.size() && ranges.get(next).firstRow() <= below) {
            next++;
        }
    }

    /** Begins a row; rows between it and the last have no cells, and nothing is lost that is merged with those. */
    void begin(long row) {
        number = row;
        while (next < ranges.size() && ranges.get(next).firstRow() < row) {
            next++;
        }
        first = next;
        while (next < ranges.size() && ranges.get(next).firstRow() == row) {
            next++;
        }
    }

    /** Sees the text of a cell of the row, from left to right. */
    void see(int column, String text) {
        for (int i = first; i < next && !text.isBlank(); i++) {
            SheetFacts.Merged range = ranges.get(i);
            if (range.firstColumn() == column) {
                for (int at = column; at <= range.lastColumn() && at < covering.length; at++) {
                    covering[at] = range;
                }
            }
        }
    }

    /** {@return what is wrong with a blank cell of the row, if it is merged with one that is not} */
    @Nullable
    Bilingual problem(int column) {
        SheetFacts.Merged range = column < covering.length ? covering[column] : null;
        return range != null && range.lastRow() >= number ? Texts.of("cell.merged", "cell", range.anchor()) : null;
    }
}
