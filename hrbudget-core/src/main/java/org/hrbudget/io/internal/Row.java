package org.hrbudget.io.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hrbudget.io.ReadLimits;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/** One record of an input. What it can cost is bounded, whatever the file holds: beyond that it keeps its number and why. */
public final class Row {

    /** The most cells that are kept; all are counted. */
    static final int MOST_CELLS = 4_096;

    /** So many records above the headings are kept as they are written. */
    static final int MOST_ABOVE = 1_000;

    /** Beside its text, a cell and a name cost about this many characters. */
    private static final int SHELL = 32;

    private final long number;
    private String[] cells;
    private final long most;
    private int kept;
    private int count;
    private long weight;
    private int records = 1;
    private boolean textBeyond;
    private @Nullable Bilingual problem;
    private @Nullable Flaw flaw;
    private List<Map<String, String>> links = List.of();
    private Map<Integer, Bilingual> cellProblems = Map.of();

    /**
     * Makes a record without cells.
     *
     * @param number its number
     * @param cells how many cells it will probably have
     * @param limits the longest cell; a row may hold ten of them
     */
    Row(long number, int cells, ReadLimits limits) {
        this.number = number;
        this.most = limits.maxRowLength();
        this.cells = new String[Math.max(1, cells)];
    }

    /** {@return a record in which nothing is} */
    public static Row blank() {
        return new Row(0, 0, ReadLimits.DEFAULT);
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
     * {@return the text of a cell, as it is in the file; empty beyond the last}
     *
     * @param column from 0
     */
    public String cell(int column) {
        return column < kept ? cells[column] : "";
    }

    /** {@return the texts of the cells that are kept} */
    public List<String> cells() {
        return Collections.unmodifiableList(Arrays.asList(cells).subList(0, kept));
    }

    /** {@return what keeps the record as a whole from being read, or {@code null}} */
    public @Nullable Bilingual problem() {
        return problem;
    }

    /** {@return the first place in it where bytes are no text, or {@code null}} */
    public @Nullable Flaw flaw() {
        return flaw;
    }

    /** {@return how many records of the input it was made of: more than one where they were brought together} */
    public int records() {
        return records;
    }

    /** Takes in another record of the same line: its links too. */
    void join(Row other) {
        records++;
        for (Map<String, String> link : other.links) {
            link(link);
        }
    }

    /** Has what another record has in a column, and what is wrong with it. */
    void copy(Row other, int from, int to) {
        set(to, other.cell(from));
        Bilingual wrong = other.cellProblems.get(from);
        if (wrong != null) {
            note(to, wrong);
        }
    }

    /** {@return about how many characters of memory it takes} */
    public long weight() {
        return weight;
    }

    /** {@return the links nested in a JSON line: name and text of what each gives} */
    public List<Map<String, String>> links() {
        return links;
    }

    /** {@return whether all of its cells are blank, those that are not kept among them} */
    public boolean isBlank() {
        for (int i = 0; i < kept; i++) {
            if (!Spelling.trimmed(cells[i]).isEmpty()) {
                return false;
            }
        }
        return !textBeyond && links.isEmpty() && problem == null && cellProblems.isEmpty();
    }

    /** {@return what is wrong with single cells, by their columns from 0} */
    public Map<Integer, Bilingual> cellProblems() {
        return cellProblems;
    }

    /** Notes that a cell holds something else than what was typed into it. */
    void note(int column, Bilingual reason) {
        if (cellProblems.isEmpty()) {
            cellProblems = new TreeMap<>();
        }
        cellProblems.put(column, reason);
    }

    /** Notes a place where bytes are no text; the first is kept. */
    void note(Flaw place) {
        if (flaw == null) {
            flaw = place;
        }
    }

    /** {@return whether there is room for some more text} Where there is not, the record fails and what it held is let go. */
    boolean hasRoomFor(String text) {
        if (weight > most) {
            return false;
        }
        weight += text.length() + SHELL;
        if (weight > most) {
            fail(Texts.of("row.large", "limit", Long.toString(most)));
            cells = new String[0];
            kept = 0;
            links = List.of();
        }
        return weight <= most;
    }

    void link(Map<String, String> link) {
        if (hasRoomFor("")) {
            if (links.isEmpty()) {
                links = new ArrayList<>();
            }
            links.add(link);
        }
    }

    /** Adds a cell; of a record of absurdly many cells only the first are kept, and all are counted. */
    void add(String text) {
        if (count < MOST_CELLS) {
            keep(text);
        } else {
            textBeyond |= !Spelling.trimmed(text).isEmpty();
        }
        count += count < Integer.MAX_VALUE ? 1 : 0;
    }

    private void keep(String text) {
        if (hasRoomFor(text)) {
            if (kept == cells.length) {
                cells = Arrays.copyOf(cells, cells.length * 2);
            }
            cells[kept++] = text;
        }
    }

    /** Makes all cells there will be, blank until they are set. */
    void blank(int columns) {
        if (cells.length < columns) {
            cells = new String[columns];
        }
        Arrays.fill(cells, 0, columns, "");
        kept = columns;
        count = columns;
    }

    void set(int column, String text) {
        if (hasRoomFor(text)) {
            cells[column] = text;
        }
    }

    void fail(Bilingual reason) {
        if (problem == null) {
            problem = reason;
        }
    }
}
