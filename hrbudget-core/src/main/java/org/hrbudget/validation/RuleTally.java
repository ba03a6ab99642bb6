package org.hrbudget.validation;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.hrbudget.model.Position;
import org.jspecify.annotations.Nullable;

/** What one rule has done so far in a part of a budget. Merging is associative and commutative. Not thread-safe. */
final class RuleTally implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Lines first in their order, then units; of one line, by what the findings cite. */
    static final Comparator<Finding> ORDER = Comparator.comparing(
                    Finding::position, Comparator.nullsLast(Comparator.<Position>naturalOrder()))
            .thenComparing(Finding::unitCode, Comparator.nullsLast(Comparator.<String>naturalOrder()))
            .thenComparing(finding -> finding.details().toString());

    private final int keep;
    private transient PriorityQueue<Finding> first;
    private @Nullable String failure;
    private long examined;
    private long undetermined;
    private long violated;

    /**
     * @param keep how many findings are kept: the first in {@link #ORDER}, whatever the order they come in
     */
    RuleTally(int keep) {
        this.keep = keep;
        this.first = new PriorityQueue<>(ORDER.reversed());
    }

    void examined(long count) {
        examined += count;
    }

    void undetermined(long count) {
        undetermined += count;
    }

    /** Keeps the least of the failures, which is the same whatever part failed first. */
    void failed(String reason) {
        failure = failure == null || reason.compareTo(failure) < 0 ? reason : failure;
    }

    void violated(Raised raised) {
        violated++;
        if (isWanted(raised.position())) {
            keep(raised.finding());
        }
    }

    /** Of the lines after the last kept one no finding has to be written out. */
    private boolean isWanted(@Nullable Position position) {
        Finding last = first.size() < keep ? null : first.peek();
        Position latest = last == null ? null : last.position();
        return latest == null || (position != null && position.compareTo(latest) <= 0);
    }

    RuleTally merge(RuleTally other) {
        examined += other.examined;
        undetermined += other.undetermined;
        violated += other.violated;
        if (other.failure != null) {
            failed(other.failure);
        }
        other.first.forEach(this::keep);
        return this;
    }

    private void keep(Finding finding) {
        if (first.size() < keep) {
            first.add(finding);
            return;
        }
        Finding last = first.peek();
        if (last != null && ORDER.compare(finding, last) < 0) {
            first.poll();
            first.add(finding);
        }
    }

    @Serial
    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeObject(new ArrayList<>(first));
    }

    @Serial
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        first = new PriorityQueue<>(ORDER.reversed());
        for (Object finding : (ArrayList<?>) in.readObject()) {
            first.add((Finding) finding);
        }
    }

    long examined() {
        return examined;
    }

    long undetermined() {
        return undetermined;
    }

    long violated() {
        return violated;
    }

    /** {@return why the rule failed, or {@code null} where it did not} */
    @Nullable
    String failure() {
        return failure;
    }

    /** {@return the findings kept, in order} */
    List<Finding> findings() {
        List<Finding> sorted = new ArrayList<>(first);
        sorted.sort(ORDER);
        return sorted;
    }
}
