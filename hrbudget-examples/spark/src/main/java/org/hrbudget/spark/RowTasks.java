package org.hrbudget.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.spi.LineReader;

/**
 * What tasks do with the partitions of a dataset.
 *
 * @param run what every task knows
 * @param headings the names of the columns
 * @param counts how many rows each partition has
 * @param groups in how many groups outcomes are put together
 */
record RowTasks(Run run, List<String> headings, List<Long> counts, int groups) implements Serializable {

    private static final long FIRST_ROW = 2;

    /** Copies the lists. */
    RowTasks {
        headings = new ArrayList<>(headings);
        counts = new ArrayList<>(counts);
    }

    /** {@return how many there are} */
    static long count(Iterator<Row> rows) {
        long count = 0;
        while (rows.hasNext()) {
            rows.next();
            count++;
        }
        return count;
    }

    /** {@return the marks of a partition, made as they are taken} */
    Iterator<Row> judge(int partition, Iterator<Row> rows) {
        String name = run.names().get(0);
        long before =
                counts.subList(0, partition).stream().mapToLong(Long::longValue).sum();
        Counted counted = new Counted(rows);
        LineReader reader = Budgets.reading(BudgetRows.source(name, headings, FIRST_ROW + before, counted))
                .layout(run.layout())
                .source()
                .open();
        return new Judging(
                run, 0, partition, partition % groups, reader, () -> counted.require(name, counts.get(partition)));
    }

    /** Rows, and how many there were. */
    private static final class Counted implements Iterator<Row> {

        private final Iterator<Row> rows;
        private long count;

        Counted(Iterator<Row> rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Row next() {
            count++;
            return rows.next();
        }

        void require(String name, long expected) {
            if (count != expected) {
                throw new ClusterException(
                        name + " has other rows each time it is read: a partition had " + expected + " and now has "
                                + count
                                + ".\nMaybe it comes from a shuffle: sort it by what no two rows share, or write it to a file first.",
                        null);
            }
        }
    }
}
