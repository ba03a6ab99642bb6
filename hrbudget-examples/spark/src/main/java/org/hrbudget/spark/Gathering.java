package org.hrbudget.spark;

import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.validation.spi.PartialReport;

/**
 * The marks of all lines, brought together by their keys. They are rows of Spark's own, which it sorts outside of memory, so that a
 * key that is on most lines makes one task long and none fail.
 */
final class Gathering implements AutoCloseable {

    /** Shares whose marks one task sorts. */
    private static final int SHARES_AT_ONCE = 4;

    private static final int MOST_PARTITIONS = 4_000;
    private static final int FETCHES = 16;

    private final Dataset<Row> met;
    private long keys;
    private long identifiers;

    /**
     * Judges all lines.
     *
     * @param spark the cluster
     * @param marks what judging them leaves
     * @param shares how many shares there are
     */
    Gathering(SparkSession spark, JavaRDD<Row> marks, int shares) {
        int cores = spark.sparkContext().defaultParallelism();
        int partitions = Math.min(MOST_PARTITIONS, Math.min(shares, Math.max(cores, shares / SHARES_AT_ONCE)));
        MapPartitionsFunction<Row, Row> meeting = Meeting::new;
        met = spark.createDataFrame(marks, Marks.MARK)
                .repartition(
                        Math.max(1, partitions), functions.col("kind"), functions.col("high"), functions.col("low"))
                // Spark compares the first column without looking at the row, so it is one that tells rows apart.
                .sortWithinPartitions("high", "low", "kind", "file", "row")
                .mapPartitions(meeting, Encoders.row(Marks.REPETITION))
                // Computed once: what is lost of it is made again from the shuffle, without reading the budget.
                .persist(StorageLevel.MEMORY_AND_DISK());
        count();
    }

    /** {@return in how many groups outcomes are put together: about as many as each group has} */
    static int groups(int shares) {
        return Math.max(1, (int) Math.sqrt(shares));
    }

    private void count() {
        List<Row> counts = met.groupBy("kind").count().collectAsList();
        for (Row row : counts) {
            switch (row.getByte(0)) {
                case 0 -> keys = row.getLong(1);
                case 1 -> identifiers = row.getLong(1);
                default -> {}
            }
        }
    }

    /**
     * {@return what all shares have come to}
     *
     * @param part a part without lines
     * @param account an account without rows
     */
    Outcome outcome(PartialReport part, ReadingAccount account) {
        Outcome whole = new Outcome(part, account, new TreeSet<>());
        Iterator<Row> outcomes = met.filter(functions.col("kind").equalTo(Marks.OUTCOME))
                .select("outcome")
                .coalesce(FETCHES)
                .toLocalIterator();
        while (outcomes.hasNext()) {
            whole = whole.plus(Outcome.of(outcomes.next().getAs(0)));
        }
        return whole;
    }

    /**
     * {@return the repetitions; they can be asked for until this is closed}
     *
     * @param names the names of the files by their numbers
     */
    FoundRepetitions repetitions(List<String> names) {
        return new FoundRepetitions(met, names, keys, identifiers);
    }

    @Override
    public void close() {
        met.unpersist();
    }
}
