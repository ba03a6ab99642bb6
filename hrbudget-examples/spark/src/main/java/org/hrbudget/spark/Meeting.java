package org.hrbudget.spark;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Marks in their order become repetitions: of those of one key the first is kept, and each later one repeats it. However many there
 * are of one key, one is held. Outcomes stand anywhere among them, and become one, which comes last.
 */
final class Meeting implements Iterator<Row> {

    private final Iterator<Row> marks;
    private @Nullable Row first;
    private @Nullable Row ready;
    private @Nullable Outcome merged;

    Meeting(Iterator<Row> marks) {
        this.marks = marks;
    }

    @Override
    public boolean hasNext() {
        while (ready == null && marks.hasNext()) {
            take(marks.next());
        }
        if (ready == null && merged != null) {
            ready = Marks.merged(merged);
            merged = null;
        }
        return ready != null;
    }

    @Override
    public Row next() {
        Row next = hasNext() ? ready : null;
        if (next == null) {
            throw new NoSuchElementException("No more repetitions here.\nMaybe hasNext() was not asked.");
        }
        ready = null;
        return next;
    }

    private void take(Row mark) {
        byte kind = mark.getByte(0);
        if (kind == Marks.OUTCOME) {
            Outcome outcome = Outcome.of(mark.getAs(6));
            merged = merged == null ? outcome : merged.plus(outcome);
            return;
        }
        Row same = first;
        if (same == null
                || same.getByte(0) != kind
                || same.getLong(1) != mark.getLong(1)
                || same.getLong(2) != mark.getLong(2)) {
            first = mark;
            return;
        }
        ready = Marks.repetition(
                kind, mark.getInt(3), mark.getLong(4), same.getInt(3), same.getLong(4), mark.getString(5));
    }
}
