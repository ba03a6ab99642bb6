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
import java.util.TreeSet;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/** Last year's funded actions, which this year's budget is compared with. Immutable and serialisable. */
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

    private final FiscalYear fiscalYear;
    private final ArrayList<FundedAction> rows;
    private final LinkedHashMap<String, FundedAction> actions = new LinkedHashMap<>();

    private Baseline(FiscalYear fiscalYear, Collection<FundedAction> rows) {
        this.fiscalYear = fiscalYear;
        this.rows = new ArrayList<>(rows);
        rows.forEach(row -> actions.merge(row.actionCode(), row, FundedAction::and));
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
        return new Baseline(fiscalYear, actions);
    }

    /** {@return the year of the budget that funded the actions} */
    public FiscalYear fiscalYear() {
        return fiscalYear;
    }

    /** {@return the actions by code, in the order given, the money of all units added up} */
    public Map<String, FundedAction> actions() {
        return Collections.unmodifiableMap(actions);
    }

    /** {@return the units that funded an action, by code; empty where the units are not told apart} */
    public SortedSet<String> units() {
        SortedSet<String> units = new TreeSet<>();
        for (FundedAction row : rows) {
            String unit = row.unitCode();
            if (unit != null && row.amount().signum() > 0) {
                units.add(unit);
            }
        }
        return units;
    }

    /** {@return whether the units are told apart, so that a unit's own actions can be} */
    public boolean isByUnit() {
        return rows.stream().anyMatch(row -> row.unitCode() != null);
    }

    /**
     * {@return what these units funded}
     *
     * @param codes the codes of the units
     */
    public Baseline ofUnits(Collection<String> codes) {
        return new Baseline(
                fiscalYear,
                rows.stream().filter(row -> codes.contains(row.unitCode())).toList());
    }
}
