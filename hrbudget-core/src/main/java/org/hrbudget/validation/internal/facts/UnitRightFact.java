package org.hrbudget.validation.internal.facts;

import java.math.BigDecimal;
import java.util.List;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.summary.Fact;
import org.hrbudget.summary.RightSummary;
import org.hrbudget.summary.UnitSummary;
import org.jspecify.annotations.Nullable;

/**
 * What one unit gives to one right or population group as rules see it, under the name {@code UnitRightSummary}. There is one for
 * each unit of the budget and each right of the programme, also where the unit gives it nothing: then all is zero.
 *
 * @param unit what the unit's lines add up to
 * @param own what they give to the right
 */
public record UnitRightFact(UnitSummary unit, UnitSummary.OfRight own) implements Fact {

    /**
     * {@return what a unit gives to each right, in the programme's order}
     *
     * @param unit what the unit's lines add up to
     * @param rights the rights of the programme
     */
    public static List<UnitRightFact> of(UnitSummary unit, List<RightSummary> rights) {
        return rights.stream()
                .map(right -> new UnitRightFact(unit, unit.of(right.right())))
                .toList();
    }

    private HumanRight right() {
        return own.right();
    }

    @Override
    public String unitCode() {
        return unit.unitCode();
    }

    @Override
    public @Nullable String unitName() {
        return unit.unitName();
    }

    /** {@return the unit's kind, where given} */
    public @Nullable String unitKind() {
        return unit.unitKind();
    }

    /** {@return what is compared of the unit's kind} */
    public @Nullable String unitKindKey() {
        String kind = unitKind();
        return kind == null ? null : Spelling.loose(kind);
    }

    @Override
    public String rightCode() {
        return right().code();
    }

    /** {@return the name of the right or group in Spanish, as published} */
    public String rightName() {
        return right().nameEs();
    }

    /** {@return whether it is a population group} */
    public boolean group() {
        return right().group();
    }

    /** {@return the fiscal year of the budget, where known} */
    public @Nullable Integer fiscalYear() {
        return unit.years().fiscalYear();
    }

    /** {@return the fiscal year of the baseline, or {@code null} without one} */
    public @Nullable Integer baselineYear() {
        return unit.years().baselineYear();
    }

    /** {@return the unit's lines that name an action of the right} */
    public long lines() {
        return own.lines();
    }

    /** {@return the different actions of the right that the unit's lines name} */
    public int actions() {
        return own.linkedActions();
    }

    /** {@return the different ones of them that the unit gives money} */
    public int fundedActions() {
        return own.fundedActions();
    }

    /** {@return the money of the unit's lines that name an action of the right, each counted whole} */
    public BigDecimal linkedAmount() {
        return own.linkedAmount();
    }

    /** {@return the part that these lines are of all linked lines of the unit, by money; {@code null} where those have none} */
    public @Nullable BigDecimal linkedShare() {
        return UnitFact.share(own.linkedAmount(), unit.linkedAmount());
    }

    /** {@return the money the unit's links attribute to actions of the right} */
    public BigDecimal attributedAmount() {
        return own.amount();
    }

    /** {@return the part that this is of all the unit's money, or {@code null} where it has none} */
    public @Nullable BigDecimal attributedShare() {
        return UnitFact.share(own.amount(), unit.amount());
    }

    /** {@return the part of it that the action with the most takes, or {@code null} where none receives money} */
    public @Nullable BigDecimal largestActionShare() {
        return UnitFact.share(own.largestAmount(), own.amount());
    }

    /** {@return the money attributed to actions of the right last year, or {@code null} without a baseline by unit} */
    public @Nullable BigDecimal attributedAmountLastYear() {
        return own.amountLastYear();
    }

    /** {@return the different actions of the right that received money last year, or {@code null} without a baseline by unit} */
    public @Nullable Integer fundedActionsLastYear() {
        return own.fundedActionsLastYear();
    }

    /** {@return its money now or last year, whichever is more} */
    @Override
    public BigDecimal stake() {
        BigDecimal before = own.amountLastYear();
        return before == null ? own.amount() : before.max(own.amount());
    }

    @Override
    public Object place() {
        return List.of(unitCode(), rightCode());
    }
}
