package org.hrbudget.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/** The checks of one thread, and what they found. */
final class HandwrittenChecks {

    private static final int KEPT = 1_000;
    private static final Set<String> CONCEPTS = Set.copyOf(CodeLists.concepts());
    private static final Set<String> MODALITIES = Set.copyOf(CodeLists.modalities());

    /** A defect; the values that show it are in its text. */
    private record Defect(long row, String file, @Nullable String unit, String text) {}

    private final int year;
    private final @Nullable Set<String> items;
    private final Set<DataItem> promised;
    private final Map<String, Long> keys;
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, List<Defect>> kept = new HashMap<>();
    private final Map<String, Map<AmountKind, BigDecimal>> sums = new HashMap<>();
    private boolean incomplete;

    /**
     * Makes checks that have seen nothing.
     *
     * @param keys the row of the first line of each key, shared by all threads
     */
    HandwrittenChecks(int year, @Nullable Set<String> items, Set<DataItem> promised, Map<String, Long> keys) {
        this.year = year;
        this.items = items;
        this.promised = promised;
        this.keys = keys;
    }

    void check(SpendingLine line) {
        if (line.unit() == null) {
            found("line-without-unit", line, "");
        }
        key(line);
        year(line);
        object(line);
        programme(line);
        notNegative("proposed-negative", line, AmountKind.PROPOSED);
        notNegative("approved-negative", line, AmountKind.APPROVED);
        notNegative("modified-negative", line, AmountKind.MODIFIED);
        notNegative("committed-negative", line, AmountKind.COMMITTED);
        notNegative("accrued-negative", line, AmountKind.ACCRUED);
        notNegative("exercised-negative", line, AmountKind.EXERCISED);
        notNegative("paid-negative", line, AmountKind.PAID);
        approvedAndExercised(line);
        addUp(line);
    }

    private void year(SpendingLine line) {
        FiscalYear stated = line.fiscalYear();
        if (stated == null) {
            missing(DataItem.FISCAL_YEAR);
        } else if (stated.value() != year) {
            found("fiscal-years-disagree", line, stated.toString());
        }
    }

    private void object(SpendingLine line) {
        String code = line.objectCode();
        if (code == null) {
            missing(DataItem.OBJECT_CODE);
            return;
        }
        if (!CONCEPTS.contains(code.length() < 4 ? code : code.substring(0, 2) + "00")) {
            found("object-concept-unknown", line, code);
        }
        if (stopsAtConcept(code)) {
            found("object-at-concept-level", line, code);
        } else if (items != null && !items.contains(code)) {
            found("item-unknown", line, code);
        }
    }

    private static boolean stopsAtConcept(String code) {
        for (int i = 2; i < code.length(); i++) {
            if (code.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private void programme(SpendingLine line) {
        String code = line.programmeCode();
        if (code == null) {
            missing(DataItem.PROGRAMME_CODE);
        } else if (!MODALITIES.contains(code.substring(0, 1))) {
            found("modality-unknown", line, code);
        }
    }

    private void notNegative(String check, SpendingLine line, AmountKind kind) {
        BigDecimal amount = line.amount(kind);
        if (amount == null) {
            missing(DataItem.of(kind));
        } else if (amount.signum() < 0) {
            found(check, line, amount.toPlainString());
        }
    }

    private void approvedAndExercised(SpendingLine line) {
        BigDecimal approved = line.amount(AmountKind.APPROVED);
        BigDecimal exercised = line.amount(AmountKind.EXERCISED);
        if (approved == null || exercised == null) {
            return;
        }
        if (exercised.signum() != 0 && approved.signum() == 0) {
            found("exercised-without-approval", line, exercised.toPlainString());
        }
        if (exercised.compareTo(approved) > 0) {
            found("exercised-above-approved", line, exercised.toPlainString() + " > " + approved.toPlainString());
        }
        if (exercised.signum() == 0 && approved.signum() > 0) {
            found("approved-not-exercised", line, approved.toPlainString());
        }
    }

    /** Of two lines the later repeats; which of more than two is told as the first may depend on the threads, their number not. */
    private void key(SpendingLine line) {
        long row = line.position().row();
        Long other = keys.putIfAbsent(keyOf(line), row);
        if (other != null) {
            found("key-repeated", line, other.toString());
        }
    }

    private static String keyOf(SpendingLine line) {
        BudgetUnit unit = line.unit();
        StringBuilder key = new StringBuilder(160);
        key.append(line.id()).append('|').append(line.fiscalYear()).append('|');
        if (unit != null) {
            key.append(unit.code()).append('|').append(unit.name()).append('|').append(unit.kind());
        }
        key.append('|').append(line.functionalCode());
        key.append('|').append(line.programmeCode());
        key.append('|').append(line.objectCode());
        key.append('|').append(line.fundingSource());
        key.append('|').append(line.spendingType());
        key.append('|').append(line.resultStructure().result());
        key.append('|').append(line.resultStructure().subresult());
        key.append('|').append(line.resultStructure().activity());
        key.append('|').append(line.identifierDigit());
        key.append('|').append(line.noActionReason());
        key.append('|').append(line.rightsInformation());
        line.passThrough().values().forEach(value -> key.append('|').append(value));
        return key.toString();
    }

    private void addUp(SpendingLine line) {
        BudgetUnit unit = line.unit();
        Map<AmountKind, BigDecimal> sumsOfUnit =
                sums.computeIfAbsent(unit == null ? "" : unit.code(), code -> new EnumMap<>(AmountKind.class));
        line.amounts().asMap().forEach((kind, amount) -> sumsOfUnit.merge(kind, amount, BigDecimal::add));
    }

    private void missing(DataItem item) {
        incomplete |= promised.contains(item);
    }

    private void found(String check, SpendingLine line, String text) {
        counts.merge(check, 1L, Long::sum);
        List<Defect> first = kept.computeIfAbsent(check, name -> new ArrayList<>());
        if (first.size() < KEPT) {
            BudgetUnit unit = line.unit();
            first.add(
                    new Defect(line.position().row(), line.position().file(), unit == null ? null : unit.code(), text));
        }
    }

    /** Adds what another thread found. */
    void add(HandwrittenChecks other) {
        other.counts.forEach((check, count) -> counts.merge(check, count, Long::sum));
        other.kept.forEach((check, defects) -> {
            List<Defect> all = new ArrayList<>(kept.getOrDefault(check, List.of()));
            all.addAll(defects);
            all.sort(Comparator.comparingLong(Defect::row));
            kept.put(check, new ArrayList<>(all.subList(0, Math.min(KEPT, all.size()))));
        });
        other.sums.forEach((unit, amounts) -> {
            Map<AmountKind, BigDecimal> whole = sums.computeIfAbsent(unit, code -> new EnumMap<>(AmountKind.class));
            amounts.forEach((kind, amount) -> whole.merge(kind, amount, BigDecimal::add));
        });
        incomplete |= other.incomplete;
    }

    Map<String, Long> counts() {
        return counts;
    }

    String verdict(long rejected) {
        if (counts.containsKey("line-without-unit")) {
            return "NOT_COMPLIANT";
        }
        return rejected > 0 || incomplete ? "UNDETERMINED" : "COMPLIANT";
    }
}
