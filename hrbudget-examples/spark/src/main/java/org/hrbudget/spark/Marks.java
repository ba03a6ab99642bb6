package org.hrbudget.spark;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.hrbudget.summary.spi.Repetitions;
import org.jspecify.annotations.Nullable;

/**
 * The rows that pass between machines. A line leaves a mark for each of its keys, and each share one for what it came to; marks of
 * one key meet, and leave a repetition for each line but the first.
 */
final class Marks {

    /** The kinds of keys are 0 and 1, in the order in which their marks are sorted. */
    static final byte OUTCOME = 2;

    static final StructType MARK = new StructType(new StructField[] {
        field("kind", DataTypes.ByteType, false),
        field("high", DataTypes.LongType, false),
        field("low", DataTypes.LongType, false),
        field("file", DataTypes.IntegerType, false),
        field("row", DataTypes.LongType, false),
        field("unit", DataTypes.StringType, true),
        field("outcome", DataTypes.BinaryType, true)
    });

    static final StructType REPETITION = new StructType(new StructField[] {
        field("kind", DataTypes.ByteType, false),
        field("file", DataTypes.IntegerType, false),
        field("row", DataTypes.LongType, false),
        field("firstFile", DataTypes.IntegerType, false),
        field("firstRow", DataTypes.LongType, false),
        field("unit", DataTypes.StringType, true),
        field("outcome", DataTypes.BinaryType, true)
    });

    private Marks() {}

    private static StructField field(String name, DataType type, boolean nullable) {
        return new StructField(name, type, nullable, Metadata.empty());
    }

    /** {@return the number of a kind of key} */
    static byte number(Repetitions.KeyRecord.KeyKind kind) {
        return switch (kind) {
            case WHOLE_KEY -> 0;
            case IDENTIFIER -> 1;
        };
    }

    static Row key(Repetitions.KeyRecord record, int file) {
        return RowFactory.create(
                number(record.kind()),
                record.high(),
                record.low(),
                file,
                record.position().row(),
                record.unitCode(),
                null);
    }

    /** {@return the mark of what a share came to; those of one group meet} */
    static Row outcome(int group, Outcome outcome) {
        return RowFactory.create(OUTCOME, (long) group, 0L, 0, 0L, null, outcome.toBytes());
    }

    static Row repetition(byte kind, int file, long row, int firstFile, long firstRow, @Nullable String unit) {
        return RowFactory.create(kind, file, row, firstFile, firstRow, unit, null);
    }

    static Row merged(Outcome outcome) {
        return RowFactory.create(OUTCOME, 0, 0L, 0, 0L, null, outcome.toBytes());
    }
}
