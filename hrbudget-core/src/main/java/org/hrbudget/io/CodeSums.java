package org.hrbudget.io;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;

/**
 * What the lines of each object code of each unit come to, so that those are seen that are the sums of others. Where there are more
 * than {@value #MOST} of them none is: what is known of some cannot be compared. Not thread-safe.
 */
final class CodeSums {

    /** The most object codes of units. */
    static final int MOST = 200_000;

    /**
     * Codes whose lines are the sums of others.
     *
     * @param count how many
     * @param row the first row of the first of them
     * @param code the first of them
     * @param amount what they come to
     */
    record Doubled(long count, long row, String code, BigDecimal amount) {}

    private static final class Sum {

        private BigDecimal amount = BigDecimal.ZERO;
        private Position first;

        Sum(Position first) {
            this.first = first;
        }

        void add(BigDecimal more, Position position) {
            amount = amount.add(more);
            first = first.row() <= position.row() ? first : position;
        }

        void add(Sum other) {
            add(other.amount, other.first);
        }
    }

    private final Map<String, Map<String, Sum>> units = new HashMap<>();
    private int count;

    void add(SpendingLine line, BigDecimal amount) {
        String code = line.objectCode();
        if (code == null || code.length() <= 2 || areTooMany()) {
            return;
        }
        BudgetUnit unit = line.unit();
        sum(unit == null ? "" : unit.code(), code, line.position()).add(amount, line.position());
    }

    void add(CodeSums other) {
        if (other.areTooMany()) {
            count = other.count;
        }
        other.units.forEach((unit, codes) -> codes.forEach((code, sum) -> {
            if (!areTooMany()) {
                sum(unit, code, sum.first).add(sum);
            }
        }));
    }

    private Sum sum(String unit, String code, Position first) {
        Map<String, Sum> codes = units.computeIfAbsent(unit, key -> new HashMap<>());
        Sum sum = codes.get(code);
        if (sum == null) {
            sum = new Sum(first);
            codes.put(code, sum);
            count++;
        }
        return sum;
    }

    boolean areTooMany() {
        return count > MOST;
    }

    /** {@return the codes that are sums of others, if there are any by intent} */
    Optional<Doubled> doubled() {
        if (areTooMany()) {
            return Optional.empty();
        }
        long parents = 0;
        BigDecimal amount = BigDecimal.ZERO;
        Sum shown = null;
        String shownCode = "";
        boolean ofSeveral = false;
        for (Map<String, Sum> ofUnit : units.values()) {
            Parents found = new Parents(ofUnit);
            if (!found.areMeant()) {
                continue;
            }
            ofSeveral |= found.several > 0;
            for (Map.Entry<String, Sum> parent : found.sums.entrySet()) {
                Sum sum = parent.getValue();
                parents++;
                amount = amount.add(sum.amount);
                if (shown == null || sum.first.row() < shown.first.row()) {
                    shown = sum;
                    shownCode = parent.getKey();
                }
            }
        }
        // Two lines of one amount may be chance; a line that is the sum of two others is none.
        return shown == null || !ofSeveral
                ? Optional.empty()
                : Optional.of(new Doubled(parents, shown.first.row(), shownCode, amount));
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
