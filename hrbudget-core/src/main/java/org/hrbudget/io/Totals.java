package org.hrbudget.io;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/**
 * Sees totals among the lines of one file. Rows that call themselves totals are no lines, and what they state is compared with what
 * is above them. Lines whose amount is the sum of the lines of their object code's parts are counted: with them the budget comes to
 * more than it is.
 *
 * <p>Rows come in batches, in any order, from several threads; what is kept does not grow with the rows but with the units and object
 * codes, see {@link CodeSums}.
 */
final class Totals {

    /** How many rows that disagree are told one by one. */
    private static final int MOST_TOLD = 3;

    /**
     * A row that calls itself a total, and what it states, if it states an amount; {@code line} where it is a line all the same, as what
     * is called so among its texts may be.
     */
    record Stated(long row, String text, @Nullable BigDecimal amount, boolean line) {}

    /** A total, and what the lines between the one before it and this one come to. */
    private record Found(
            BigDecimal before, Stated total, @Nullable BigDecimal nearest) {}

    /** A batch of rows, in the order of the file: what lines come to between totals. */
    static final class Batch {

        private final List<BigDecimal> sums = new ArrayList<>(List.of(BigDecimal.ZERO));
        private final List<Stated> totals = new ArrayList<>();
        private final AmountKind basis;
        private final CodeSums codes;
        private final List<BigDecimal> others = new ArrayList<>(List.of(BigDecimal.ZERO));

        private Batch(AmountKind basis, CodeSums codes) {
            this.basis = basis;
            this.codes = codes;
        }

        /**
         * Takes a line.
         *
         * @param called what makes it look like a total, in its texts; or {@code null}
         */
        void line(SpendingLine line, @Nullable String called) {
            BigDecimal amount = line.amount(basis);
            if (amount == null) {
                return;
            }
            if (called != null) {
                total(new Stated(line.position().row(), called, amount, true));
                return;
            }
            int last = sums.size() - 1;
            sums.set(last, sums.get(last).add(amount));
            codes.add(line, amount);
        }

        /** Takes the amount of a row that the layout passes over, which a total may count. */
        void skip(@Nullable BigDecimal amount) {
            int last = others.size() - 1;
            others.set(
                    last, amount == null ? others.get(last) : others.get(last).add(amount));
        }

        void total(Stated total) {
            totals.add(total);
            sums.add(BigDecimal.ZERO);
            others.add(BigDecimal.ZERO);
        }
    }

    private final String file;
    private final Map<Long, Batch> ahead = new TreeMap<>();
    private final Queue<CodeSums> made = new ConcurrentLinkedQueue<>();
    private final Queue<CodeSums> free = new ConcurrentLinkedQueue<>();
    private final Subtotals above = new Subtotals();
    private final Subtotals withOthers = new Subtotals();
    private final List<Found> disagreeing = new ArrayList<>();
    private final boolean whole;
    private boolean beforeLines;
    private boolean plain;
    private long next;
    private BigDecimal sinceTotal = BigDecimal.ZERO;
    private @Nullable Stated first;
    private @Nullable Stated firstUnstated;
    private @Nullable Found firstOfOthers;
    private long unstated;
    private long agreeing;
    private @Nullable Stated firstLine;
    private long totalLines;
    private BigDecimal ofTotalLines = BigDecimal.ZERO;

    /**
     * Starts with no row.
     *
     * @param file the name in messages
     * @param whole whether all rows of the file come here; what is known of some of them cannot be compared
     */
    Totals(String file, boolean whole) {
        this.file = file;
        this.whole = whole;
    }

    /** {@return a batch to fill, in one thread} No more of them share the sums of codes than are filled at once. */
    Batch batch(AmountKind basis) {
        CodeSums codes = free.poll();
        if (codes == null) {
            codes = new CodeSums();
            made.add(codes);
        }
        return new Batch(basis, codes);
    }

    /**
     * Takes a batch that is full.
     *
     * @param number its number in the file, from 0
     */
    synchronized void add(long number, Batch batch) {
        free.add(batch.codes);
        ahead.put(number, batch);
        for (Batch taken = ahead.remove(next); taken != null; taken = ahead.remove(next)) {
            take(taken);
            next++;
        }
    }

    private void take(Batch batch) {
        for (int i = 0; i < batch.sums.size(); i++) {
            BigDecimal sum = batch.sums.get(i);
            lines(sum);
            withOthers.lines(batch.others.get(i));
            plain |= sum.signum() != 0;
            if (i < batch.totals.size()) {
                Stated total = batch.totals.get(i);
                if (total.line()) {
                    compareLine(total);
                } else {
                    compare(total);
                }
            }
        }
    }

    private void lines(BigDecimal sum) {
        above.lines(sum);
        withOthers.lines(sum);
        sinceTotal = sinceTotal.add(sum);
    }

    private void compare(Stated total) {
        if (whole && total.amount() == null) {
            unstated++;
            firstUnstated = firstUnstated == null ? total : firstUnstated;
            divide();
            return;
        }
        beforeLines |= first == null && above.isEmpty();
        first = first == null ? total : first;
        BigDecimal nearest = above.total(total.amount());
        boolean ofOthers = withOthers.total(total.amount()) == null && nearest != null;
        if (ofOthers && firstOfOthers == null) {
            firstOfOthers = new Found(sinceTotal, total, nearest);
        }
        if (!whole || nearest == null) {
            agreeing++;
        }
        if (whole && !ofOthers && (beforeLines || (nearest != null && disagreeing.size() < MOST_TOLD))) {
            disagreeing.add(new Found(sinceTotal, total, nearest));
        }
        divide();
        if (beforeLines && disagreeing.size() > Subtotals.MOST) {
            beforeLines = false;
            disagreeing.removeIf(found -> found.nearest() == null);
        }
    }

    private void divide() {
        sinceTotal = BigDecimal.ZERO;
        plain = false;
    }

    private void compareLine(Stated total) {
        BigDecimal amount = total.amount();
        if (amount == null) {
            return;
        }
        // Where every line is called so, none is one.
        boolean afterOthers = plain || (sinceTotal.signum() == 0 && !above.isEmpty());
        if (afterOthers && above.hasTotal(amount)) {
            above.total(amount);
            withOthers.total(amount);
            divide();
            firstLine = firstLine == null ? total : firstLine;
            totalLines++;
            ofTotalLines = ofTotalLines.add(amount);
        } else {
            lines(amount);
        }
    }

    /** {@return the totals that are sums neither of what is above them nor, where they begin the file, of what is below} */
    private List<Found> wrong() {
        if (!beforeLines) {
            return disagreeing;
        }
        List<Found> wrong = new ArrayList<>();
        Subtotals below = new Subtotals();
        below.lines(sinceTotal);
        for (int i = disagreeing.size() - 1; i >= 0; i--) {
            Found found = disagreeing.get(i);
            BigDecimal nearest = below.total(found.total().amount());
            below.lines(found.before());
            if (nearest != null && found.nearest() != null) {
                wrong.add(0, new Found(found.before(), found.total(), nearest));
            }
        }
        return wrong;
    }

    private Optional<Bilingual> passedOver() {
        long stated = beforeLines ? disagreeing.size() - wrong().size() : agreeing;
        // A total without an amount agrees with nothing.
        Stated one = stated > 0 ? first : firstUnstated;
        long count = stated > 0 ? stated : unstated;
        return one == null || count == 0
                ? Optional.empty()
                : Optional.of(Texts.of(
                        !whole ? "assumed.totals-in-part" : stated > 0 ? "assumed.totals" : "assumed.totals-unstated",
                        "count",
                        Long.toString(count),
                        "row",
                        Long.toString(one.row()),
                        "text",
                        Excerpt.of(one.text())));
    }

    /** {@return what is wrong: totals that disagree with their lines, and lines that are sums of others} */
    synchronized List<Bilingual> faults() {
        List<Bilingual> faults = new ArrayList<>();
        if (whole) {
            wrong().stream()
                    .limit(MOST_TOLD)
                    .map(found -> disagreement("total.disagrees", found))
                    .forEach(faults::add);
            calledTotals().ifPresent(faults::add);
            codes().doubled()
                    .map(found -> doubled(found.count(), found.row(), found.code(), found.amount()))
                    .ifPresent(faults::add);
        }
        return faults;
    }

    private Bilingual disagreement(String key, Found found) {
        return Texts.of(
                key,
                "file",
                file,
                "row",
                Long.toString(found.total().row()),
                "text",
                Excerpt.of(found.total().text()),
                "stated",
                String.valueOf(found.total().amount()),
                "sum",
                String.valueOf(found.nearest()));
    }

    private Optional<Bilingual> calledTotals() {
        return firstLine == null
                ? Optional.empty()
                : Optional.of(doubled(totalLines, firstLine.row(), firstLine.text(), ofTotalLines));
    }

    private Bilingual doubled(long count, long row, String text, BigDecimal amount) {
        return Texts.of(
                "total.doubled",
                "file",
                file,
                "count",
                Long.toString(count),
                "row",
                Long.toString(row),
                "text",
                Excerpt.of(text),
                "amount",
                amount.toPlainString());
    }

    private CodeSums codes() {
        CodeSums all = new CodeSums();
        made.forEach(all::add);
        return all;
    }

    /**
     * {@return what to say of totals that are not doubted, and of what was not looked for}
     *
     * @param ended whether all rows are known
     */
    synchronized List<Bilingual> assumed(boolean ended) {
        List<Bilingual> assumed = new ArrayList<>();
        passedOver().ifPresent(assumed::add);
        if (whole && firstOfOthers != null) {
            assumed.add(disagreement("assumed.totals-of-others", firstOfOthers));
        }
        if (whole && ended && codes().areTooMany()) {
            assumed.add(Texts.of("assumed.codes-many", "limit", Integer.toString(CodeSums.MOST)));
        }
        return assumed;
    }
}
