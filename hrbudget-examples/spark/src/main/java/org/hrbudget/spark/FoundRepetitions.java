package org.hrbudget.spark;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.hrbudget.model.Position;
import org.hrbudget.summary.RepeatedKey;
import org.hrbudget.summary.spi.Repetitions;

/** The repetitions of a budget, handed over in the order of its lines; the driver holds some of them at a time. */
final class FoundRepetitions implements Repetitions {

    /** As many are fetched at once. */
    private static final long AT_ONCE = 50_000;

    private final Dataset<Row> found;
    private final List<String> names;
    private final long keys;
    private final long identifiers;

    /**
     * @param found the rows of {@link Marks#REPETITION}
     * @param names the names of the files by their numbers
     * @param keys how many lines repeat a key
     * @param identifiers how many repeat an identifier
     */
    FoundRepetitions(Dataset<Row> found, List<String> names, long keys, long identifiers) {
        this.found = found;
        this.names = names;
        this.keys = keys;
        this.identifiers = identifiers;
    }

    @Override
    public void forEachKey(Consumer<? super RepeatedKey> consumer) {
        each(Repetitions.KeyRecord.KeyKind.WHOLE_KEY, keys, consumer);
    }

    @Override
    public void forEachIdentifier(Consumer<? super RepeatedKey> consumer) {
        each(Repetitions.KeyRecord.KeyKind.IDENTIFIER, identifiers, consumer);
    }

    private void each(Repetitions.KeyRecord.KeyKind kind, long count, Consumer<? super RepeatedKey> consumer) {
        if (count == 0) {
            return;
        }
        int pieces = Math.toIntExact((count + AT_ONCE - 1) / AT_ONCE);
        Iterator<Row> rows = found.filter(functions.col("kind").equalTo(Marks.number(kind)))
                .drop("outcome")
                .repartitionByRange(pieces, functions.col("file"), functions.col("row"))
                .sortWithinPartitions("file", "row")
                .toLocalIterator();
        while (rows.hasNext()) {
            Row row = rows.next();
            consumer.accept(new RepeatedKey(place(row, 1), place(row, 3), row.getString(5)));
        }
    }

    private Position place(Row row, int at) {
        return new Position(names.get(row.getInt(at)), row.getLong(at + 1));
    }
}
