package org.hrbudget.model;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * Last year's funded actions, which this year's budget is compared with, and where last year's whole budget is at hand, what it and each
 * of its units came to. Immutable and serialisable.
 */
public final class Baseline implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * What last year's budget gave to one action, and why this year's does not where that is said.
     *
     * @param unitCode the unit that funded it, or {@code null} where the units are not told apart
     * @param actionCode the action
     * @param amount last year's money for it, scale 2
     * @param dropReason the reason stated for not funding it again, or {@code null} where none is stated
     */
    public record FundedAction(
            @Nullable String unitCode,
            String actionCode,
            BigDecimal amount,
            @Nullable String dropReason) implements Serializable {

        /** Takes blanks at the ends of the texts away; a reason of blanks only is none. */
        public FundedAction {
            unitCode = Spelling.orNull(unitCode);
            actionCode = Spelling.trimmed(Objects.requireNonNull(actionCode, "actionCode"));
            Objects.requireNonNull(amount, "amount");
            dropReason = Spelling.orNull(dropReason);
        }

        /**
         * What last year's whole budget gave to one action.
         *
         * @param actionCode the action
         * @param amount last year's money for it, scale 2
         * @param dropReason the reason stated for not funding it again, or {@code null} where none is stated
         */
        public FundedAction(String actionCode, BigDecimal amount, @Nullable String dropReason) {
            this(null, actionCode, amount, dropReason);
        }

        /** Of two units: a drop is explained where each unit that gave money explains its own. */
        private FundedAction and(FundedAction other) {
            return new FundedAction(null, actionCode, amount.add(other.amount), reason(this, other));
        }

        private static @Nullable String reason(FundedAction one, FundedAction other) {
            if (one.amount.signum() <= 0 || other.amount.signum() <= 0) {
                return one.amount.signum() <= 0 ? other.dropReason : one.dropReason;
            }
            if (one.dropReason == null || other.dropReason == null || one.dropReason.equals(other.dropReason)) {
                return one.dropReason == null ? null : other.dropReason;
            }
            return one.dropReason + "; " + other.dropReason;
        }
    }

    /**
     * What last year's lines of one unit, or of all, came to. Amounts have scale 2 or more; what is not known is {@code null}, which is
     * not zero.
     *
     * @param amount the money of the lines: proposed in a draft, else approved
     * @param linkedAmount the money of the linked lines, each counted whole
     * @param attributedAmount the money that links attributed to actions, each line's at most once
     * @param exercised the money exercised
     */
    public record Sums(
            @Nullable BigDecimal amount,
            @Nullable BigDecimal linkedAmount,
            @Nullable BigDecimal attributedAmount,
            @Nullable BigDecimal exercised)
            implements Serializable {

        /** Of which nothing is known. */
        public static final Sums UNKNOWN = new Sums(null, null, null, null);

        private static final BigDecimal ZERO = BigDecimal.ZERO.setScale(Amounts.SCALE);

        private Sums with(Sums other, BinaryOperator<@Nullable BigDecimal> operator) {
            return new Sums(
                    operator.apply(amount, other.amount),
                    operator.apply(linkedAmount, other.linkedAmount),
                    operator.apply(attributedAmount, other.attributedAmount),
                    operator.apply(exercised, other.exercised));
        }

        private Sums plus(Sums more) {
            return with(more, (one, other) -> one == null || other == null ? null : one.add(other));
        }

        private Sums zeroWhereKnown(Sums more) {
            return with(more, (one, other) -> one == null && other == null ? null : ZERO);
        }
    }

    private final FiscalYear fiscalYear;
    private final ArrayList<FundedAction> rows;
    private final LinkedHashMap<String, FundedAction> actions = new LinkedHashMap<>();
    private final TreeMap<String, LinkedHashMap<String, FundedAction>> byUnit = new TreeMap<>();
    private final Sums whole;
    private final TreeMap<String, Sums> sums;
    /** Of units that had no line. */
    private final Sums ofOthers;

    private Baseline(FiscalYear fiscalYear, Collection<FundedAction> rows, Sums whole, Map<String, Sums> sums) {
        this.fiscalYear = fiscalYear;
        this.rows = new ArrayList<>(rows);
        this.whole = whole;
        this.sums = new TreeMap<>(sums);
        this.ofOthers = sums.values().stream().reduce(Sums.UNKNOWN, Sums::zeroWhereKnown);
        for (FundedAction row : rows) {
            actions.merge(row.actionCode(), row, FundedAction::and);
            String unit = row.unitCode();
            if (unit != null) {
                byUnit.computeIfAbsent(unit, code -> new LinkedHashMap<>()).put(row.actionCode(), row);
            }
        }
    }

    /**
     * {@return the baseline of these actions}
     *
     * @param fiscalYear the year of the budget that funded them
     * @param actions the actions, those of each unit if the units are told apart; one of amount zero was not funded
     * @throws IllegalArgumentException if an action appears twice, for the same unit if units are told apart, or only some name a unit
     */
    public static Baseline of(FiscalYear fiscalYear, Collection<FundedAction> actions) {
        Set<List<@Nullable String>> seen = new HashSet<>();
        long units =
                actions.stream().filter(action -> action.unitCode() != null).count();
        if (units > 0 && units < actions.size()) {
            throw new IllegalArgumentException("The baseline of " + fiscalYear + " names a unit for " + units + " of "
                    + actions.size() + " actions.\nMaybe name the unit of each, or of none.");
        }
        for (FundedAction action : actions) {
            if (!seen.add(Arrays.asList(action.unitCode(), action.actionCode()))) {
                throw new IllegalArgumentException("The baseline of " + fiscalYear + " has the action "
                        + action.actionCode() + " twice" + (units > 0 ? " for unit " + action.unitCode() : "")
                        + ".\nMaybe add its amounts up into one row.");
            }
        }
        return new Baseline(fiscalYear, actions, Sums.UNKNOWN, Map.of());
    }

    /**
     * {@return the baseline that last year's whole budget is}
     *
     * @param fiscalYear its year
     * @param actions what it gave to each action: of each unit, and without a unit what its lines of no unit gave
     * @param whole what all its lines came to
     * @param units what the lines of each unit came to, by the unit's code; a unit that is not among them had no line
     */
    public static Baseline ofBudget(
            FiscalYear fiscalYear, Collection<FundedAction> actions, Sums whole, Map<String, Sums> units) {
        return new Baseline(fiscalYear, actions, whole, units);
    }

    /** {@return the year of the budget that funded the actions} */
    public FiscalYear fiscalYear() {
        return fiscalYear;
    }

    /** {@return the actions by code, in the order given, the money of all units added up} */
    public Map<String, FundedAction> actions() {
        return Collections.unmodifiableMap(actions);
    }

    /**
     * {@return the actions of a unit by code, in the order given; empty where it funded none, or the units are not told apart}
     *
     * @param unitCode the code of the unit
     */
    public Map<String, FundedAction> actions(String unitCode) {
        Map<String, FundedAction> own = byUnit.get(unitCode);
        return own == null ? Map.of() : Collections.unmodifiableMap(own);
    }

    /** {@return what last year's whole budget came to; nothing in it is known where only its actions are} */
    public Sums sums() {
        return whole;
    }

    /**
     * {@return what last year's lines of a unit came to: zero in all that is known of others where it had none; nothing in it is known
     * where only actions are}
     *
     * @param unitCode the code of the unit
     */
    public Sums sums(String unitCode) {
        Sums own = sums.get(unitCode);
        return own != null ? own : ofOthers;
    }

    /** {@return the units that funded an action, by code; empty where the units are not told apart} */
    public SortedSet<String> units() {
        SortedSet<String> units = new TreeSet<>();
        byUnit.forEach((unit, own) -> {
            if (own.values().stream().anyMatch(row -> row.amount().signum() > 0)) {
                units.add(unit);
            }
        });
        return units;
    }

    /** {@return whether the units are told apart, so that a unit's own actions can be} */
    public boolean isByUnit() {
        return !byUnit.isEmpty() || !sums.isEmpty();
    }

    /**
     * {@return what these units funded and came to}
     *
     * @param codes the codes of the units
     */
    public Baseline ofUnits(Collection<String> codes) {
        Set<String> own = new TreeSet<>(codes);
        List<FundedAction> kept = rows.stream()
                .filter(row -> row.unitCode() != null && own.contains(row.unitCode()))
                .toList();
        Map<String, Sums> keptSums = new TreeMap<>();
        own.forEach(code -> keptSums.put(code, sums(code)));
        Sums together = keptSums.values().stream().reduce(Sums::plus).orElse(Sums.UNKNOWN);
        return new Baseline(fiscalYear, kept, together, sums.isEmpty() ? Map.of() : keptSums);
    }
}
