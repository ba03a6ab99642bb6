package org.hrbudget.validation.internal.facts;

import java.math.BigDecimal;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.summary.Indicator;
import org.hrbudget.summary.Summaries;
import org.hrbudget.summary.UnitSummary;
import org.jspecify.annotations.Nullable;

/**
 * A unit as rules see it, under the name {@code UnitSummary}: what its lines add up to, and how much of each document it filed.
 * A count is zero where no such document was given; rules that ask for it then do not apply.
 *
 * @param summary what its lines add up to
 * @param frameworks the policy frameworks it filed
 * @param goals the physical goals it filed
 * @param indicators the indicators it filed
 */
public record UnitFact(UnitSummary summary, int frameworks, int goals, int indicators) implements SumsFact {

    @Override
    public String unitCode() {
        return summary.unitCode();
    }

    @Override
    public @Nullable String unitName() {
        return summary.unitName();
    }

    /** {@return the unit's kind, where given} */
    public @Nullable String unitKind() {
        return summary.unitKind();
    }

    /** {@return what is compared of the unit's kind} */
    public @Nullable String unitKindKey() {
        String kind = unitKind();
        return kind == null ? null : Spelling.loose(kind);
    }

    /** {@return its lines} */
    public long lines() {
        return summary.lines();
    }

    /** {@return its lines linked to an action} */
    public long linkedLines() {
        return summary.linkedLines();
    }

    /** {@return its links, valid or not} */
    public long links() {
        return summary.links();
    }

    /** {@return the money of its lines} */
    public BigDecimal amount() {
        return summary.amount();
    }

    /** {@return the money of its linked lines, each counted whole} */
    public BigDecimal linkedAmount() {
        return summary.linkedAmount();
    }

    /** {@return the money its links attribute to actions} */
    public BigDecimal attributedAmount() {
        return summary.attributedAmount();
    }

    /** {@return the different actions it links} */
    public int actions() {
        return summary.actions();
    }

    /** {@return its lines that name no action and give a single word for a reason} */
    public long reasonsOfOneWord() {
        return summary.reasonsOfOneWord();
    }

    /** {@return the different actions it funds that last year's budget did not, or {@code null} without a baseline} */
    public @Nullable Integer newActions() {
        return summary.newActions();
    }

    /** {@return the part of its money that is on linked lines, or {@code null} where it has no money} */
    public @Nullable BigDecimal linkedShare() {
        return share(linkedAmount(), amount());
    }

    /** {@return a part of some money, or {@code null} where that is none} */
    static @Nullable BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 ? null : new Indicator.Ratio(part, whole).decimal();
    }

    /** {@return the different actions it gives money} */
    public int fundedActions() {
        return summary.fundedActions();
    }

    /** {@return the different rights and groups of which its lines name an action} */
    public int linkedRights() {
        return (int) summary.rights().stream()
                .filter(right -> right.linkedActions() > 0)
                .count();
    }

    /** {@return the different rights, without groups, of which it gives an action money} */
    public int fundedRights() {
        return funded(false);
    }

    /** {@return the different population groups of which it gives an action money} */
    public int fundedGroups() {
        return funded(true);
    }

    private int funded(boolean groups) {
        return (int) summary.rights().stream()
                .filter(own -> own.fundedActions() > 0 && own.right().group() == groups)
                .count();
    }

    /** {@return the different actions it gave money last year, or {@code null} without a baseline by unit} */
    public @Nullable Integer fundedActionsLastYear() {
        return summary.fundedActionsLastYear();
    }

    /** {@return the actions it no longer funds without a reason, or {@code null} without a baseline by unit} */
    public @Nullable Integer droppedActions() {
        return summary.droppedActions();
    }

    /** {@return the different actions it names that bind every public body, or {@code null} where the programme marks none such} */
    public @Nullable Integer crossCuttingActions() {
        return summary.crossCuttingActions();
    }

    @Override
    public Summaries.Years years() {
        return summary.years();
    }

    @Override
    public @Nullable BigDecimal total(AmountKind kind) {
        return summary.total(kind);
    }

    @Override
    public Baseline.Sums lastYear() {
        return summary.lastYear();
    }

    @Override
    public BigDecimal stake() {
        return amount();
    }

    @Override
    public Object place() {
        return unitCode();
    }
}
