package org.hrbudget.validation.internal;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.hrbudget.model.Position;
import org.hrbudget.validation.Finding;
import org.jspecify.annotations.Nullable;

/** What one rule has done so far in a part of a budget. Merging is associative and commutative. Not thread-safe. */
final class RuleTally implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Lines first in their order, then units; of one line, by all that the findings say: what ties is one and the same. */
    static final Comparator<Finding> BY_LINE = Comparator.comparing(RuleTally::line, nullsLast())
            .thenComparing(Finding::unitCode, nullsLast())
            .thenComparing(finding -> finding.details().toString())
            .thenComparing(Finding::position, nullsLast())
            .thenComparing(Finding::column, nullsLast())
            .thenComparing(Finding::value, nullsLast())
            .thenComparing(Finding::meant, nullsLast());

    /** The most money first; where it is the same, or not known, as above. */
    static final Comparator<Finding> ORDER = Comparator.comparing(
                    Finding::stake, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
            .thenComparing(BY_LINE);

    private final int keep;
    private transient PriorityQueue<Finding> first;
    private @Nullable String failure;
    private long examined;
    private long undetermined;
    private final TreeSet<String> lacking = new TreeSet<>();
    private long violated;
    private @Nullable BigDecimal stake;

    /**
     * @param keep how many findings are kept: those with the most money at stake, whatever the order they come in
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

    /** Notes a property that something the rule could not judge lacks. */
    void lacks(String property) {
        lacking.add(property);
    }

    /** Keeps the least of the failures, which is the same whatever part failed first. */
    void failed(String reason) {
        failure = failure == null || reason.compareTo(failure) < 0 ? reason : failure;
    }

    /**
     * Counts a finding.
     *
     * @param counted whether the money of what it is about is counted already, for another finding of this rule
     */
    void violated(Raised raised, boolean counted) {
        violated++;
        BigDecimal money = raised.stake();
        if (!counted) {
            stake(money);
        }
        if (isWanted(money)) {
            keep(raised.finding());
        }
    }

    private void stake(@Nullable BigDecimal more) {
        stake = stake == null || more == null ? (more == null ? stake : more) : stake.add(more);
    }

    /** With less money at stake than the last kept one no finding has to be written out. */
    private boolean isWanted(@Nullable BigDecimal money) {
        Finding last = first.size() < keep ? null : first.peek();
        BigDecimal least = last == null ? null : last.stake();
        return least == null || (money != null && money.compareTo(least) >= 0);
    }

    private static @Nullable Position line(Finding finding) {
        Finding.Line line = finding.line();
        return line == null ? finding.position() : line.position();
    }

    private static <T extends Comparable<T>> Comparator<@Nullable T> nullsLast() {
        return Comparator.nullsLast(Comparator.<T>naturalOrder());
    }

    RuleTally merge(RuleTally other) {
        examined += other.examined;
        undetermined += other.undetermined;
        lacking.addAll(other.lacking);
        violated += other.violated;
        stake(other.stake);
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

    /** {@return the properties that what could not be judged lacks; none where it met something that lacks them} */
    Set<String> lacking() {
        return lacking;
    }

    long violated() {
        return violated;
    }

    /** {@return the money its findings touch, each line once; {@code null} where none is known} */
    @Nullable
    BigDecimal stake() {
        return stake;
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
