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

    /** A row that calls itself a total, and what it states, if it states an amount. */
    record Stated(long row, String text, @Nullable BigDecimal amount) {}

    /** A batch of rows, in the order of the file: what lines come to between totals. */
    static final class Batch {

        private final List<BigDecimal> sums = new ArrayList<>(List.of(BigDecimal.ZERO));
        private final List<Stated> totals = new ArrayList<>();
        private final Map<String, Map<String, Sum>> codes = new HashMap<>();
        private final AmountKind basis;

        Batch(AmountKind basis) {
            this.basis = basis;
        }

        void line(SpendingLine line) {
            BigDecimal amount = line.amount(basis);
            if (amount == null) {
                return;
            }
            int last = sums.size() - 1;
            sums.set(last, sums.get(last).add(amount));
            String code = line.objectCode();
            if (code != null && code.length() > 2) {
                BudgetUnit unit = line.unit();
                codes.computeIfAbsent(unit == null ? "" : unit.code(), key -> new HashMap<>())
                        .merge(code, new Sum(amount, line.position()), Sum::plus);
            }
        }

        void total(Stated total) {
            totals.add(total);
            sums.add(BigDecimal.ZERO);
        }
    }

    private record Sum(BigDecimal amount, Position first) {

        Sum plus(Sum other) {
            return new Sum(amount.add(other.amount), first.row() <= other.first.row() ? first : other.first);
        }
    }

    private final String file;
    private final Map<Long, Batch> ahead = new TreeMap<>();
    private final Map<String, Map<String, Sum>> codes = new HashMap<>();
    private final List<Bilingual> disagreeing = new ArrayList<>();
    private final boolean whole;
    private long next;
    private int followed;
    private BigDecimal all = BigDecimal.ZERO;
    private BigDecimal sinceTotal = BigDecimal.ZERO;
    private BigDecimal ofTotals = BigDecimal.ZERO;
    private @Nullable Stated first;
    private long agreeing;

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
        if (own.containsKey(code) || followed < MOST_CODES) {
            followed += own.containsKey(code) ? 0 : 1;
            own.merge(code, sum, Sum::plus);
        }
    }

    private void take(Batch batch) {
        for (int i = 0; i < batch.sums.size(); i++) {
            all = all.add(batch.sums.get(i));
            sinceTotal = sinceTotal.add(batch.sums.get(i));
            if (i < batch.totals.size()) {
                compare(batch.totals.get(i));
            }
        }
    }

    /** A total is of what comes after the one before it, or of all lines so far, or of the totals since the last such. */
    private void compare(Stated total) {
        BigDecimal amount = total.amount();
        first = first == null ? total : first;
        if (!whole || amount == null || amount.compareTo(sinceTotal) == 0 || amount.compareTo(all) == 0) {
            agreeing++;
        } else if (amount.compareTo(ofTotals) == 0) {
            agreeing++;
            ofTotals = BigDecimal.ZERO;
        } else if (disagreeing.size() < MOST_TOLD) {
            disagreeing.add(Texts.of(
                    "total.disagrees",
                    "file",
                    file,
                    "row",
                    Long.toString(total.row()),
                    "text",
                    Excerpt.of(total.text()),
                    "stated",
                    amount.toPlainString(),
                    "sum",
                    (sinceTotal.signum() == 0 ? all : sinceTotal).toPlainString()));
        }
        if (amount != null && sinceTotal.signum() != 0) {
            ofTotals = ofTotals.add(amount);
        }
        sinceTotal = BigDecimal.ZERO;
    }

    /** {@return what to say of totals that agree, if there were any} */
    synchronized Optional<Bilingual> passedOver() {
        Stated one = first;
        return one == null || agreeing == 0
                ? Optional.empty()
                : Optional.of(Texts.of(
                        whole ? "assumed.totals" : "assumed.totals-in-part",
                        "count",
                        Long.toString(agreeing),
                        "row",
                        Long.toString(one.row()),
                        "text",
                        Excerpt.of(one.text())));
    }

    /** {@return what is wrong: totals that disagree with the lines above them, and lines that are sums of others} */
    synchronized List<Bilingual> faults() {
        List<Bilingual> faults = new ArrayList<>(disagreeing);
        if (whole) {
            doubled().ifPresent(faults::add);
        }
        return faults;
    }

    private Optional<Bilingual> doubled() {
        long count = 0;
        BigDecimal amount = BigDecimal.ZERO;
        Sum shown = null;
        String shownCode = "";
        boolean ofSeveral = false;
        for (Map<String, Sum> ofUnit : codes.values()) {
            Parents parents = new Parents(ofUnit);
            ofSeveral |= parents.ofSeveral();
            for (Map.Entry<String, Sum> parent : parents.sums().entrySet()) {
                count++;
                amount = amount.add(parent.getValue().amount());
                if (shown == null
                        || parent.getValue().first().row() < shown.first().row()) {
                    shown = parent.getValue();
                    shownCode = parent.getKey();
                }
            }
        }
        // Two lines of one amount may be chance; a line that is the sum of two others is none.
        return shown == null || !ofSeveral
                ? Optional.empty()
                : Optional.of(Texts.of(
                        "total.doubled",
                        "file",
                        file,
                        "count",
                        Long.toString(count),
                        "row",
                        Long.toString(shown.first().row()),
                        "text",
                        shownCode,
                        "amount",
                        amount.toPlainString()));
    }

    /** The object codes of one unit that end in zeros, and come to what the codes come to that they are the beginning of. */
    private static final class Parents {

        private final TreeMap<String, Sum> codes;
        private final Map<String, Sum> sums = new HashMap<>();
        private boolean ofSeveral;

        Parents(Map<String, Sum> codes) {
            this.codes = new TreeMap<>(codes);
            codes.keySet().stream()
                    .filter(code -> code.endsWith("0") && !beginning(code).isEmpty())
                    .sorted((a, b) -> beginning(b).length() - beginning(a).length())
                    .forEach(this::look);
        }

        Map<String, Sum> sums() {
            return sums;
        }

        /** {@return whether one of them is the sum of more than one code} */
        boolean ofSeveral() {
            return ofSeveral;
        }

        private void look(String code) {
            String beginning = beginning(code);
            BigDecimal parts = BigDecimal.ZERO;
            int count = 0;
            for (Map.Entry<String, Sum> part :
                    codes.subMap(beginning, beginning + Character.MAX_VALUE).entrySet()) {
                String name = part.getKey();
                if (name.length() == code.length() && !name.equals(code) && !sums.containsKey(name)) {
                    parts = parts.add(part.getValue().amount());
                    count++;
                }
            }
            Sum own = codes.get(code);
            if (own != null && own.amount().signum() != 0 && own.amount().compareTo(parts) == 0) {
                sums.put(code, own);
                ofSeveral |= count > 1;
            }
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
