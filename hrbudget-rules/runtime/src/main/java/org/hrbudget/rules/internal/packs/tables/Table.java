package org.hrbudget.rules.internal.packs.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;

/** A small table of a pack: comma-separated values in UTF-8 with a header; a row is on one line. */
public final class Table {

    /** A cell and where it stands; its blanks at the ends count only in {@code raw}. */
    public record Cell(SourceText source, String raw, int start, String name) {

        public String text() {
            return raw.strip();
        }

        /** {@return the word that its text is, or is the Spanish name of} */
        public String word(Aliases aliases) {
            return aliases.meant(text());
        }

        public Fault fault(FaultText what) {
            return source.fault(start, raw, name, what);
        }

        public boolean isEmpty() {
            return raw.isBlank();
        }
    }

    /** A row: its cells by column. */
    public record TableRow(Map<String, Cell> cells) {

        public Cell cell(String column) {
            Cell cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("No column " + column);
            }
            return cell;
        }

        public String text(String column) {
            return cell(column).text();
        }

        /** {@return the row with the word of a cell in place of its Spanish name} */
        public TableRow reading(String column, Aliases words) {
            return has(column) ? reading(column, words.meant(text(column))) : this;
        }

        /** {@return the row with another text in one of its cells} */
        public TableRow reading(String column, String text) {
            if (text(column).equals(text)) {
                return this;
            }
            Map<String, Cell> read = new LinkedHashMap<>(cells);
            read.computeIfPresent(column, (name, cell) -> new Cell(cell.source(), text, cell.start(), cell.name()));
            return new TableRow(read);
        }

        /** {@return whether it has this column} A column that was forgotten is said of the table, not of its rows. */
        public boolean has(String column) {
            return cells.containsKey(column);
        }

        /** {@return the text of a cell; empty where the table has no such column} */
        public String given(String column) {
            return has(column) ? text(column) : "";
        }
    }

    private final Map<String, Cell> header;
    private final List<TableRow> rows = new ArrayList<>();
    private boolean whole;

    /** Makes a table without rows. A heading has its place, and the name that it has, stands for or was meant to have. */
    Table(Map<String, Cell> header, boolean whole) {
        this.header = new LinkedHashMap<>(header);
        this.whole = whole;
    }

    /** {@return the table; each column must be one of these, and each of these must be there, in this order} */
    public static Table parse(SourceText source, List<String> expected, Faults faults) {
        return parse(source, expected, List.of(), faults);
    }

    /** {@return the table, which has the expected columns in this order, and may have the optional ones, too} */
    public static Table parse(SourceText source, List<String> expected, List<String> optional, Faults faults) {
        return new TableReader(source, Aliases.ofTable(source.file())::meant, faults).read(expected, optional);
    }

    /**
     * {@return the table, whatever its columns}
     *
     * @param names gives the column that a heading stands for
     */
    public static Table parse(SourceText source, UnaryOperator<String> names, Faults faults) {
        return new TableReader(source, names, faults).read(List.of(), List.of());
    }

    public void add(TableRow row) {
        rows.add(row);
    }

    /** Says that something of the table could not be read, so that what it seems to lack may well be in it. */
    public void lacking() {
        whole = false;
    }

    /** {@return whether all that is in the file is in this table} */
    public boolean isWhole() {
        return whole;
    }

    public List<String> columns() {
        return List.copyOf(header.keySet());
    }

    /** {@return what a column that is there is called in the file} */
    public String heading(String column) {
        return Objects.requireNonNull(header.get(column), column).text();
    }

    /** {@return the headings by name} */
    public Map<String, Cell> header() {
        return header;
    }

    public List<TableRow> rows() {
        return rows;
    }
}
