package org.hrbudget.io.spi;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows another engine reads: a database, a columnar file. What a cell says is read by the layout as in a file of
 * text; a value is given as the text it would have there.
 *
 * <pre>{@code
 * RowSource rows = RowSource.of("table", List.of("unit_code", "approved"), List.of(List.of("11CD01", "100.00")));
 * BudgetSource budget = Budgets.reading(rows).jurisdiction("mx-cmx").fiscalYear(FiscalYear.of(2011)).source();
 * }</pre>
 */
public interface RowSource {

    /** {@return what reports call it} */
    String name();

    /** {@return the headings, in the order of the cells} */
    List<String> headings();

    /** {@return the number that the first of the rows has; in a file with one row of headings it is 2} */
    long firstRow();

    /** {@return the rows from the first on, each with a cell for each heading, {@code null} where it has no value} */
    Iterator<? extends List<? extends @Nullable String>> rows();

    /**
     * {@return rows in memory, numbered as in a file with one row of headings}
     *
     * @param name what reports call them
     * @param headings the headings
     * @param rows the rows, each with a cell for each heading, {@code null} where it has no value
     */
    static RowSource of(String name, List<String> headings, Iterable<? extends List<? extends @Nullable String>> rows) {
        return of(name, headings, 2, rows);
    }

    /**
     * {@return rows of a table, or of a part of one}
     *
     * @param name what reports call them
     * @param headings the headings
     * @param firstRow the number that the first of the rows has
     * @param rows the rows, each with a cell for each heading, {@code null} where it has no value
     */
    static RowSource of(
            String name,
            List<String> headings,
            long firstRow,
            Iterable<? extends List<? extends @Nullable String>> rows) {
        return new RowSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<String> headings() {
                return headings;
            }

            @Override
            public long firstRow() {
                return firstRow;
            }

            @Override
            public Iterator<? extends List<? extends @Nullable String>> rows() {
                return rows.iterator();
            }
        };
    }
}
