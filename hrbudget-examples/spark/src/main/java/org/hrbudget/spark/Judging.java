package org.hrbudget.spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.spi.Repetitions;
import org.hrbudget.validation.spi.PartialReport;

/**
 * Has the lines of one share judged while their marks are taken: one for each key, and at the end one for what the share came to.
 * It holds some thousand lines at a time.
 */
final class Judging implements Iterator<Row> {

    /** As many as the library judges at a time. */
    private static final int CHUNK = 2_000;

    private final int rank;
    private final int number;
    private final int group;
    private final LineReader reader;
    private final Runnable atEnd;
    private final PartialReport part;
    private final Function<SpendingLine, List<Repetitions.KeyRecord>> keys;
    private Iterator<Row> marks = Collections.emptyIterator();
    private boolean ended;

    /**
     * @param run what every task knows
     * @param input which input the lines are of
     * @param number the number of the share
     * @param group with whose outcomes its own is put together first
     * @param reader where the lines come from
     * @param atEnd looks, after the last line, whether all of them could be read
     */
    Judging(Run run, int input, int number, int group, LineReader reader, Runnable atEnd) {

        this.rank = run.rank(input);
        this.number = number;
        this.group = group;
        this.reader = reader;
        this.atEnd = atEnd;
        this.keys = Repetitions.KeyRecord.maker(run.keys());
        this.part = run.validator().part(run.outline());
    }

    @Override
    public boolean hasNext() {
        while (!marks.hasNext() && !ended) {
            LineReader.Batch batch = reader.nextBatch(CHUNK);
            if (batch == null) {
                ended = true;
                marks = List.of(end()).iterator();
            } else {
                marks = judged(batch.lines()).iterator();
            }
        }
        return marks.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException("No more marks of this share.\nMaybe hasNext() was not asked.");
        }
        return marks.next();
    }

    private List<Row> judged(List<SpendingLine> lines) {
        part.add(lines);
        List<Row> rows = new ArrayList<>(2 * lines.size());
        for (SpendingLine line : lines) {
            keys.apply(line).forEach(record -> rows.add(Marks.key(record, rank)));
        }
        return rows;
    }

    private Row end() {
        atEnd.run();
        ReadingAccount account = reader.account();
        reader.close();
        TreeSet<Integer> broken = new TreeSet<>();
        if (!account.faults().isEmpty()) {
            broken.add(number);
        }
        return Marks.outcome(group, new Outcome(part, account, broken));
    }
}
