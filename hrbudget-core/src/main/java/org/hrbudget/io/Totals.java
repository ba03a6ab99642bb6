package org.hrbudget.io;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/**
 * Sees totals among the lines of one file. Rows that call themselves totals are no lines, and what they state is compared with what
 * is above them. Lines whose amount is the sum of the lines of their object code's parts are counted: with them the budget comes to
 * more than it is.
 *
 * <p>Rows come in batches, in any order, from several threads; what is kept does not grow with the rows but with the units and object
 * codes, and no more than {@value #MOST_CODES} of these are followed.
 */
final class Totals {

    private static final int MOST_CODES = 200_000;

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
        private final Map<String, Map<String, Sum>> codes = new HashMap<>();
        private final AmountKind basis;

        Batch(AmountKind basis) {
            this.basis = basis;
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
            String code = line.objectCode();
            if (code != null && code.length() > 2) {
                BudgetUnit unit = line.unit();
                codes.computeIfAbsent(unit == null ? "" : unit.code(), key -> new HashMap<>())
                        .computeIfAbsent(code, key -> new Sum(line.position()))
                        .add(amount);
            }
        }

        void total(Stated total) {
            totals.add(total);
            sums.add(BigDecimal.ZERO);
        }
    }

    /** What the lines of a code come to. */
    private static final class Sum {

        private BigDecimal amount = BigDecimal.ZERO;
        private Position first;

        Sum(Position first) {
            this.first = first;
        }

        void add(BigDecimal more) {
            amount = amount.add(more);
        }

        void add(Sum other) {
            add(other.amount);
            first = first.row() <= other.first.row() ? first : other.first;
        }
    }

    private final String file;
    private final Map<Long, Batch> ahead = new TreeMap<>();
    private final Map<String, Map<String, Sum>> codes = new HashMap<>();
    private final Subtotals above = new Subtotals();
    private final List<Found> disagreeing = new ArrayList<>();
    private final boolean whole;
    private boolean beforeLines;
    private boolean plain;
    private long next;
    private int followed;
    private BigDecimal sinceTotal = BigDecimal.ZERO;
    private @Nullable Stated first;
    private @Nullable Stated firstUnstated;
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

    /**
     * Takes a batch.
     *
     * @param number its number in the file, from 0
     */
    synchronized void add(long number, Batch batch) {
        batch.codes.forEach((unit, sums) -> sums.forEach((code, sum) -> follow(unit, code, sum)));
        ahead.put(number, batch);
        for (Batch taken = ahead.remove(next); taken != null; taken = ahead.remove(next)) {
            take(taken);
            next++;
        }
    }

    private void follow(String unit, String code, Sum sum) {
        Map<String, Sum> own = codes.computeIfAbsent(unit, key -> new HashMap<>());
        Sum before = own.get(code);
        if (before != null) {
            before.add(sum);
        } else if (followed < MOST_CODES) {
            followed++;
            own.put(code, sum);
        }
    }

    private void take(Batch batch) {
        for (int i = 0; i < batch.sums.size(); i++) {
            BigDecimal sum = batch.sums.get(i);
            lines(sum);
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
        if (!whole || nearest == null) {
            agreeing++;
        }
        if (whole && (beforeLines || (nearest != null && disagreeing.size() < MOST_TOLD))) {
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

    /** {@return what to say of totals that agree, if there were any} */
    synchronized Optional<Bilingual> passedOver() {
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
            wrong().stream().limit(MOST_TOLD).map(this::disagreement).forEach(faults::add);
            calledTotals().ifPresent(faults::add);
            doubled().ifPresent(faults::add);
        }
        return faults;
    }

    private Bilingual disagreement(Found found) {
        return Texts.of(
                "total.disagrees",
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

    private Optional<Bilingual> doubled() {
        long count = 0;
        BigDecimal amount = BigDecimal.ZERO;
        Sum shown = null;
        String shownCode = "";
        boolean ofSeveral = false;
        for (Map<String, Sum> ofUnit : codes.values()) {
            Parents parents = new Parents(ofUnit);
            if (!parents.areMeant()) {
                continue;
            }
            ofSeveral |= parents.several > 0;
            for (Map.Entry<String, Sum> parent : parents.sums().entrySet()) {
                count++;
                amount = amount.add(parent.getValue().amount);
                if (shown == null || parent.getValue().first.row() < shown.first.row()) {
                    shown = parent.getValue();
                    shownCode = parent.getKey();
                }
            }
        }
        // Two lines of one amount may be chance; a line that is the sum of two others is none.
        return shown == null || !ofSeveral
                ? Optional.empty()
                : Optional.of(doubled(count, shown.first.row(), shownCode, amount));
    }

    /** The object codes of one unit that come to what the codes come to that they are the beginning of, but for zeros at their end. */
    private static final class Parents {

        private final TreeMap<String, Sum> codes;
        private final Map<String, Sum> sums = new HashMap<>();
        private int several;
        private int severalParts;

        Parents(Map<String, Sum> codes) {
            this.codes = new TreeMap<>(codes);
            codes.keySet().stream()
                    .filter(code -> !beginning(code).isEmpty())
                    .sorted((a, b) -> beginning(b).length() - beginning(a).length())
                    .forEach(this::look);
        }

        Map<String, Sum> sums() {
            return sums;
        }

        /** {@return whether they are sums by intent: where many codes could be the sum of several, some are by chance} */
        boolean areMeant() {
            return several * 4 >= severalParts;
        }

        private void look(String code) {
            String beginning = beginning(code);
            BigDecimal parts = BigDecimal.ZERO;
            int count = 0;
            for (Map.Entry<String, Sum> part :
                    codes.subMap(beginning, beginning + Character.MAX_VALUE).entrySet()) {
                String name = part.getKey();
                if (name.length() >= code.length()
                        && beginning(name).length() > beginning.length()
                        && !sums.containsKey(name)) {
                    parts = parts.add(part.getValue().amount);
                    count++;
                }
            }
            Sum own = codes.get(code);
            if (own != null && own.amount.signum() != 0 && own.amount.compareTo(parts) == 0) {
                sums.put(code, own);
                several += count > 1 ? 1 : 0;
            }
            severalParts += count > 1 ? 1 : 0;
        }

        private static String beginning(String code) {
            int end = code.length();
            while (end > 0 && code.charAt(end - 1) == '0') {
                end--;
            }
            return code.substring(0, end);
        }
    }
}
