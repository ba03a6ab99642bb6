package org.hrbudget.io.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.Spelling;
import org.jspecify.annotations.Nullable;

/** One record of an input. */
public final class Row {

    private final long number;
    private String[] cells;
    private int count;
    private @Nullable Bilingual problem;
    private List<Flaw> flaws = List.of();
    private List<Map<String, String>> links = List.of();

    /**
     * Makes a record without cells.
     *
     * @param number its number
     * @param cells how many cells it will probably have
     */
    Row(long number, int cells) {
        this.number = number;
        this.cells = new String[Math.max(1, cells)];
    }

    /** {@return its number as a spreadsheet shows it: the first record is 1; in JSON, the first line is 1} */
    public long number() {
        return number;
    }

    /** {@return how many cells it has, those beyond the columns too} */
    public int count() {
        return count;
    }

    /**
     * {@return the text of a cell, as it stands in the file; empty beyond the last}
     *
     * @param column from 0
     */
    public String cell(int column) {
        return column < count && column < cells.length ? cells[column] : "";
    }

    /** {@return what keeps the record as a whole from being read, or {@code null}} */
    public @Nullable Bilingual problem() {
        return problem;
    }

    /** {@return the places in it where bytes are no text} */
    public List<Flaw> flaws() {
        return flaws;
    }

    /** {@return the links nested in a JSON line: name and text of what each gives} */
    public List<Map<String, String>> links() {
        return links;
    }

    /** {@return whether all of its cells are blank} */
    public boolean isBlank() {
        for (int i = 0; i < Math.min(count, cells.length); i++) {
            if (!Spelling.trimmed(cells[i]).isEmpty()) {
                return false;
            }
        }
        return links.isEmpty() && problem == null;
    }

    void flaw(Flaw flaw) {
        if (flaws.isEmpty()) {
            flaws = new ArrayList<>();
        }
        flaws.add(flaw);
    }

    void link(Map<String, String> link) {
        if (links.isEmpty()) {
            links = new ArrayList<>();
        }
        links.add(link);
    }

    /** Adds a cell; of a record of absurdly many cells only the first are kept, and all are counted. */
    void add(String text, int mostKept) {
        if (count < mostKept) {
            if (count == cells.length) {
                cells = Arrays.copyOf(cells, cells.length * 2);
            }
            cells[count] = text;
        }
        count++;
    }

    void blank(int columns) {
        if (cells.length < columns) {
            cells = new String[columns];
        }
        Arrays.fill(cells, 0, columns, "");
        count = columns;
    }

    void set(int column, String text) {
        cells[column] = text;
    }

    void fail(Bilingual reason) {
        if (problem == null) {
            problem = reason;
        }
    }
}
