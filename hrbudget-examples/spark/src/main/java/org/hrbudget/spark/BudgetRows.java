package org.hrbudget.spark;

import java.math.BigDecimal;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.hrbudget.io.Layout;
import org.hrbudget.io.spi.RowSource;
import org.jspecify.annotations.Nullable;

/**
 * A budget in the rows of a {@link Dataset}, such as a Parquet file: its columns are the headings, and a value is the text it would
 * have in a file. Decimals and integers are written plain, dates as {@code 2011-01-31}, {@code null} is an empty cell.
 *
 * <p>The first row is row 2, as in a file with one row of headings, and the others follow in the order of the partitions. That order
 * must be the same each time: rows read straight from files, or sorted by what no two of them share. A shuffle of unsorted rows has
 * no such order. Rows are counted before they are judged, and a partition that then has another number of them fails.
 *
 * @param rows the rows; numbers, text, dates and booleans
 * @param name what reports call it
 * @param layout what its columns mean
 */
public record BudgetRows(Dataset<Row> rows, String name, Layout layout) {

    /**
     * Looks at the columns.
     *
     * @throws IllegalArgumentException if one has values that no cell of text could have
     */
    public BudgetRows {
        for (StructField field : rows.schema().fields()) {
            if (!isText(field.dataType())) {
                throw new IllegalArgumentException(
                        "The column " + field.name() + " is of type "
                                + field.dataType().sql()
                                + ", which no cell of a budget is.\nMaybe select its parts as columns, or cast it to a string.");
            }
        }
    }

    private static boolean isText(DataType type) {
        return type instanceof StringType
                || type instanceof NumericType
                || type instanceof DateType
                || type instanceof BooleanType
                || type instanceof NullType;
    }

    /** {@return the names of the columns} */
    List<String> headings() {
        return Arrays.asList(rows.columns());
    }

    /**
     * {@return rows as the library takes them}
     *
     * @param name what reports call them
     * @param headings the names of the columns
     * @param firstRow the number of the first
     * @param rows the rows
     */
    static RowSource source(String name, List<String> headings, long firstRow, Iterator<Row> rows) {
        Iterable<List<@Nullable String>> texts = () -> new Texts(rows);
        return RowSource.of(name, headings, firstRow, texts);
    }

    /** The rows as text. */
    private record Texts(Iterator<Row> rows) implements Iterator<List<@Nullable String>> {

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public List<@Nullable String> next() {
            Row row = rows.next();
            List<@Nullable String> cells = new ArrayList<>(row.size());
            for (int i = 0; i < row.size(); i++) {
                cells.add(row.isNullAt(i) ? null : text(Objects.requireNonNull(row.get(i))));
            }
            return cells;
        }

        private static String text(Object value) {
            if (value instanceof BigDecimal decimal) {
                return decimal.toPlainString();
            }
            if (value instanceof Double || value instanceof Float) {
                return plain(value.toString());
            }
            if (value instanceof Date date) {
                return date.toLocalDate().toString();
            }
            return value.toString();
        }

        /** The shortest decimal that tells the number from others, without an exponent. */
        private static String plain(String number) {
            return Character.isDigit(number.charAt(number.length() - 1))
                    ? new BigDecimal(number).toPlainString()
                    : number;
        }
    }
}
