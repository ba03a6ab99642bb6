package org.hrbudget.model;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Last year's funded actions, which this year's budget is compared with. Immutable and serialisable. */
public final class Baseline implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * What last year's budget gave to one action, and why this year's does not where that is said.
     *
     * @param actionCode the action
     * @param amount last year's money for it, scale 2
     * @param dropReason the reason stated for not funding it again, or {@code null} where none is stated
     */
    public record FundedAction(
            String actionCode, BigDecimal amount, @Nullable String dropReason) implements Serializable {

        /** Takes blanks at the ends of the texts away; a reason of blanks only is none. */
        public FundedAction {
            actionCode = Spelling.trimmed(actionCode);
            dropReason = Spelling.orNull(dropReason);
        }
    }

    /** What is written in its place: the map is made anew where it is read. */
    private record Written(FiscalYear fiscalYear, List<FundedAction> actions) implements Serializable {

        private Object readResolve() {
            return of(fiscalYear, actions);
        }
    }

    private final transient FiscalYear fiscalYear;
    private final transient Map<String, FundedAction> actions;

    private Baseline(FiscalYear fiscalYear, Map<String, FundedAction> actions) {
        this.fiscalYear = fiscalYear;
        this.actions = Collections.unmodifiableMap(actions);
    }

    /**
     * {@return the baseline of these actions}
     *
     * @param fiscalYear the year of the budget that funded them
     * @param actions the actions; one of amount zero was not funded
     * @throws IllegalArgumentException if an action stands twice
     */
    public static Baseline of(FiscalYear fiscalYear, Collection<FundedAction> actions) {
        Map<String, FundedAction> map = new LinkedHashMap<>();
        for (FundedAction action : actions) {
            if (map.put(action.actionCode(), action) != null) {
                throw new IllegalArgumentException("The baseline of " + fiscalYear + " has the action "
                        + action.actionCode() + " twice.\nMaybe add its amounts up into one row.");
            }
        }
        return new Baseline(fiscalYear, map);
    }

    private Object writeReplace() {
        return new Written(fiscalYear, List.copyOf(actions.values()));
    }

    /** {@return the year of the budget that funded the actions} */
    public FiscalYear fiscalYear() {
        return fiscalYear;
    }

    /** {@return the actions by code, in the order given} */
    public Map<String, FundedAction> actions() {
        return actions;
    }
}
