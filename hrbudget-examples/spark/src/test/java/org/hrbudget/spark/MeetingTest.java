package org.hrbudget.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hrbudget.model.Position;
import org.hrbudget.summary.RepeatedKey;
import org.hrbudget.summary.spi.Repetitions;
import org.hrbudget.summary.spi.Repetitions.KeyRecord.KeyKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeetingTest {

    private static List<String> met(Stream<Row> marks) {
        List<String> found = new ArrayList<>();
        new Meeting(marks.iterator())
                .forEachRemaining(
                        row -> found.add(row.getByte(0) + " " + row.getLong(2) + " repeats " + row.getLong(4)));
        return found;
    }

    private static Row key(KeyKind kind, long high, long low, long row, @Nullable String unit) {
        return Marks.key(new Repetitions.KeyRecord(kind, high, low, new Position("b.csv", row), unit), 0);
    }

    @Test
    void eachLineButTheFirstOfAKeyRepeatsTheFirst() {
        assertThat(met(Stream.of(
                        key(KeyKind.WHOLE_KEY, 1, 1, 2, "U"),
                        key(KeyKind.WHOLE_KEY, 1, 1, 5, "U"),
                        key(KeyKind.WHOLE_KEY, 1, 1, 9, "U"))))
                .containsExactly("0 5 repeats 2", "0 9 repeats 2");
    }

    @Test
    void keysThatDifferInKindOrEitherHalfDoNotMeet() {
        assertThat(met(Stream.of(
                        key(KeyKind.WHOLE_KEY, 1, 1, 2, "U"),
                        key(KeyKind.WHOLE_KEY, 1, 2, 3, "U"),
                        key(KeyKind.WHOLE_KEY, 2, 2, 4, "U"),
                        key(KeyKind.IDENTIFIER, 2, 2, 5, "U"))))
                .isEmpty();
    }

    /** Rows made as they are asked for: a list of them would not fit. */
    @Test
    void oneKeyOnAllLinesIsHeldOnce() {
        Meeting meeting = new Meeting(LongStream.range(1, 3_000_001)
                .mapToObj(row -> key(KeyKind.WHOLE_KEY, 1, 1, row, null))
                .iterator());
        long count = 0;
        while (meeting.hasNext()) {
            meeting.next();
            count++;
        }

        assertThat(count).isEqualTo(2_999_999);
    }

    @Test
    void repetitionsAreHandedOverInTheOrderOfTheLines() {
        List<Row> rows = Stream.of(7L, 3L, 9L, 5L)
                .map(row -> Marks.repetition(Marks.number(KeyKind.WHOLE_KEY), 0, row, 0, 2, "U"))
                .toList();
        Dataset<Row> found = Cluster.SPARK.createDataFrame(rows, Marks.REPETITION);
        List<Long> order = new ArrayList<>();

        new FoundRepetitions(found, List.of("b.csv"), 4, 0).forEachKey((RepeatedKey key) -> order.add(key.row()));

        assertThat(order).containsExactly(3L, 5L, 7L, 9L);
    }
}
