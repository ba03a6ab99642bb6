package org.hrbudget.validation.internal.facts;

import static org.hrbudget.model.DataItem.AMOUNT;
import static org.hrbudget.model.DataItem.BASELINE;
import static org.hrbudget.model.DataItem.DEFLATOR;
import static org.hrbudget.model.DataItem.GOALS;
import static org.hrbudget.model.DataItem.INDICATORS;
import static org.hrbudget.model.DataItem.LINKS;
import static org.hrbudget.model.DataItem.POLICY_FRAMEWORKS;
import static org.hrbudget.model.DataItem.PROGRAMME;
import static org.hrbudget.model.DataItem.PROGRAMME_CODE;
import static org.hrbudget.model.DataItem.RESULT_STRUCTURE;
import static org.hrbudget.model.DataItem.UNIT_CODE;
import static org.hrbudget.model.DataItem.WHOLE_BUDGET;
import static org.hrbudget.validation.internal.facts.Property.Absence.ALLOWED;
import static org.hrbudget.validation.internal.facts.Property.Absence.MISSING;
import static org.hrbudget.validation.internal.facts.Property.Absence.NEVER;

import java.util.List;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.DataItem;
import org.hrbudget.summary.ActionSummary;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.spi.Catalogues;

/** The words of what lines add up to: in each unit, and in the budget as a whole. */
final class SummaryWords {

    private SummaryWords() {}

    static List<FactType> ofUnits() {
        return List.of(unit(), unitRight(), unitActivity(), unitProgramme());
    }

    /** In both rooms of sums, where a unit is compared with the whole. */
    static List<FactType> ofTheBudget() {
        return List.of(budget(), right(), action());
    }

    private static FactType unit() {
        return new FactTypeBuilder<>("UnitSummary", UnitFact.class, Rule.Scope.UNIT)
                .word("unitCode", Property.Type.TEXT, NEVER, UnitFact::unitCode, UNIT_CODE)
                .word("unitName", Property.Type.TEXT, ALLOWED, UnitFact::unitName)
                .word("unitKind", Property.Type.TEXT, ALLOWED, UnitFact::unitKind)
                .among(Catalogues.CodeList.UNIT_KINDS, "unitKindKey")
                .word("fiscalYear", Property.Type.NUMBER, ALLOWED, UnitFact::fiscalYear)
                .word("baselineYear", Property.Type.NUMBER, MISSING, UnitFact::baselineYear, BASELINE)
                .word("lines", Property.Type.NUMBER, NEVER, UnitFact::lines)
                .word("linkedLines", Property.Type.NUMBER, NEVER, UnitFact::linkedLines, LINKS, PROGRAMME)
                .word("links", Property.Type.NUMBER, NEVER, UnitFact::links, LINKS)
                .word("amount", Property.Type.AMOUNT, NEVER, UnitFact::amount, AMOUNT)
                .word("linkedAmount", Property.Type.AMOUNT, NEVER, UnitFact::linkedAmount, AMOUNT, LINKS, PROGRAMME)
                .word(
                        "attributedAmount",
                        Property.Type.AMOUNT,
                        NEVER,
                        UnitFact::attributedAmount,
                        AMOUNT,
                        LINKS,
                        PROGRAMME)
                .word("linkedShare", Property.Type.RATIO, ALLOWED, UnitFact::linkedShare, AMOUNT, LINKS, PROGRAMME)
                .word("proposed", Property.Type.AMOUNT, MISSING, UnitFact::proposed, DataItem.PROPOSED)
                .word("approved", Property.Type.AMOUNT, MISSING, UnitFact::approved, DataItem.APPROVED)
                .word("modified", Property.Type.AMOUNT, MISSING, UnitFact::modified, DataItem.MODIFIED)
                .word("exercised", Property.Type.AMOUNT, MISSING, UnitFact::exercised, DataItem.EXERCISED)
                .word("actions", Property.Type.NUMBER, NEVER, UnitFact::actions, LINKS, PROGRAMME)
                .word("fundedActions", Property.Type.NUMBER, NEVER, UnitFact::fundedActions, AMOUNT, LINKS, PROGRAMME)
                .word("linkedRights", Property.Type.NUMBER, NEVER, UnitFact::linkedRights, LINKS, PROGRAMME)
                .word("fundedRights", Property.Type.NUMBER, NEVER, UnitFact::fundedRights, AMOUNT, LINKS, PROGRAMME)
                .word("fundedGroups", Property.Type.NUMBER, NEVER, UnitFact::fundedGroups, AMOUNT, LINKS, PROGRAMME)
                .word("newActions", Property.Type.NUMBER, MISSING, UnitFact::newActions, LINKS, PROGRAMME, BASELINE)
                .word(
                        "crossCuttingActions",
                        Property.Type.NUMBER,
                        ALLOWED,
                        UnitFact::crossCuttingActions,
                        LINKS,
                        PROGRAMME)
                .word(
                        "droppedActions",
                        Property.Type.NUMBER,
                        MISSING,
                        UnitFact::droppedActions,
                        AMOUNT,
                        LINKS,
                        PROGRAMME,
                        BASELINE)
                .word("amountLastYear", Property.Type.AMOUNT, MISSING, UnitFact::amountLastYear, BASELINE)
                .word(
                        "linkedAmountLastYear",
                        Property.Type.AMOUNT,
                        MISSING,
                        UnitFact::linkedAmountLastYear,
                        BASELINE,
                        PROGRAMME)
                .word(
                        "attributedAmountLastYear",
                        Property.Type.AMOUNT,
                        MISSING,
                        UnitFact::attributedAmountLastYear,
                        BASELINE,
                        PROGRAMME)
                .word("exercisedLastYear", Property.Type.AMOUNT, MISSING, UnitFact::exercisedLastYear, BASELINE)
                .word(
                        "fundedActionsLastYear",
                        Property.Type.NUMBER,
                        MISSING,
                        UnitFact::fundedActionsLastYear,
                        BASELINE,
                        PROGRAMME)
                .word(
                        "reasonsOfOneWord",
                        Property.Type.NUMBER,
                        NEVER,
                        UnitFact::reasonsOfOneWord,
                        DataItem.NO_ACTION_REASON)
                .word("frameworks", Property.Type.NUMBER, NEVER, UnitFact::frameworks, POLICY_FRAMEWORKS)
                .word("goals", Property.Type.NUMBER, NEVER, UnitFact::goals, GOALS)
                .word("indicators", Property.Type.NUMBER, NEVER, UnitFact::indicators, INDICATORS)
                .key("unitCode")
                .type();
    }

    private static FactType unitRight() {
        return new FactTypeBuilder<>("UnitRightSummary", UnitRightFact.class, Rule.Scope.UNIT)
                .word("unitCode", Property.Type.TEXT, NEVER, UnitRightFact::unitCode, UNIT_CODE)
                .word("unitName", Property.Type.TEXT, ALLOWED, UnitRightFact::unitName)
                .word("unitKind", Property.Type.TEXT, ALLOWED, UnitRightFact::unitKind)
                .among(Catalogues.CodeList.UNIT_KINDS, "unitKindKey")
                .word("rightCode", Property.Type.TEXT, NEVER, UnitRightFact::rightCode, PROGRAMME)
                .word("rightName", Property.Type.TEXT, NEVER, UnitRightFact::rightName, PROGRAMME)
                .named(fact -> new Bilingual(
                        fact.own().right().nameEn(), fact.own().right().nameEs()))
                .word("group", Property.Type.BOOLEAN, NEVER, UnitRightFact::group, PROGRAMME)
                .word("fiscalYear", Property.Type.NUMBER, ALLOWED, UnitRightFact::fiscalYear)
                .word("baselineYear", Property.Type.NUMBER, MISSING, UnitRightFact::baselineYear, BASELINE)
                .word("lines", Property.Type.NUMBER, NEVER, UnitRightFact::lines, LINKS, PROGRAMME)
                .word("actions", Property.Type.NUMBER, NEVER, UnitRightFact::actions, LINKS, PROGRAMME)
                .word(
                        "fundedActions",
                        Property.Type.NUMBER,
                        NEVER,
                        UnitRightFact::fundedActions,
                        AMOUNT,
                        LINKS,
                        PROGRAMME)
                .word(
                        "linkedAmount",
                        Property.Type.AMOUNT,
                        NEVER,
                        UnitRightFact::linkedAmount,
                        AMOUNT,
                        LINKS,
                        PROGRAMME)
                .word("linkedShare", Property.Type.RATIO, ALLOWED, UnitRightFact::linkedShare, AMOUNT, LINKS, PROGRAMME)
                .word(
                        "attributedAmount",
                        Property.Type.AMOUNT,
                        NEVER,
                        UnitRightFact::attributedAmount,
                        AMOUNT,
                        LINKS,
                        PROGRAMME)
                .word(
                        "attributedShare",
                        Property.Type.RATIO,
                        ALLOWED,
                        UnitRightFact::attributedShare,
                        AMOUNT,
                        LINKS,
                        PROGRAMME)
                .word(
                        "largestActionShare",
                        Property.Type.RATIO,
                        ALLOWED,
                        UnitRightFact::largestActionShare,
                        AMOUNT,
                        LINKS,
                        PROGRAMME)
                .word(
                        "attributedAmountLastYear",
                        Property.Type.AMOUNT,
                        MISSING,
                        UnitRightFact::attributedAmountLastYear,
                        PROGRAMME,
                        BASELINE)
                .word(
                        "fundedActionsLastYear",
                        Property.Type.NUMBER,
                        MISSING,
                        UnitRightFact::fundedActionsLastYear,
                        PROGRAMME,
                        BASELINE)
                .key("unitCode", "rightCode")
                .type();
    }

    private static FactType unitActivity() {
        return new FactTypeBuilder<>(
                        "UnitActivitySummary", UnitActivityFact.class, Rule.Scope.UNIT, UNIT_CODE, RESULT_STRUCTURE)
                .word("unitCode", Property.Type.TEXT, NEVER, UnitActivityFact::unitCode)
                .word("unitName", Property.Type.TEXT, ALLOWED, UnitActivityFact::unitName)
                .word("activity", Property.Type.TEXT, NEVER, UnitActivityFact::activity)
                .word("lines", Property.Type.NUMBER, NEVER, UnitActivityFact::lines)
                .word("amount", Property.Type.AMOUNT, MISSING, UnitActivityFact::amount, AMOUNT)
                .key("unitCode", "activity")
                .type();
    }

    private static FactType unitProgramme() {
        return new FactTypeBuilder<>(
                        "UnitProgrammeSummary", UnitProgrammeFact.class, Rule.Scope.UNIT, UNIT_CODE, PROGRAMME_CODE)
                .word("unitCode", Property.Type.TEXT, NEVER, UnitProgrammeFact::unitCode)
                .word("unitName", Property.Type.TEXT, ALLOWED, UnitProgrammeFact::unitName)
                .word("programmeCode", Property.Type.TEXT, NEVER, UnitProgrammeFact::programmeCode)
                .word("lines", Property.Type.NUMBER, NEVER, UnitProgrammeFact::lines)
                .word("amount", Property.Type.AMOUNT, MISSING, UnitProgrammeFact::amount, AMOUNT)
                .key("unitCode", "programmeCode")
                .type();
    }

    private static FactType budget() {
        return new FactTypeBuilder<>("BudgetSummary", BudgetFact.class, Rule.Scope.BUDGET, WHOLE_BUDGET)
                .alsoIn(Rule.Scope.UNIT)
                .word("fiscalYear", Property.Type.NUMBER, ALLOWED, BudgetFact::fiscalYear)
                .word("baselineYear", Property.Type.NUMBER, MISSING, BudgetFact::baselineYear, BASELINE)
                .word("lines", Property.Type.NUMBER, NEVER, BudgetFact::lines)
                .word("linkedLines", Property.Type.NUMBER, NEVER, BudgetFact::linkedLines, LINKS, PROGRAMME)
                .word("units", Property.Type.NUMBER, NEVER, BudgetFact::units, UNIT_CODE)
                .word("unitsLinked", Property.Type.NUMBER, NEVER, BudgetFact::unitsLinked, UNIT_CODE, LINKS, PROGRAMME)
                .word("amount", Property.Type.AMOUNT, NEVER, BudgetFact::amount, AMOUNT)
                .word("linkedAmount", Property.Type.AMOUNT, NEVER, BudgetFact::linkedAmount, AMOUNT, LINKS, PROGRAMME)
                .word(
                        "unitLinkingRate",
                        Property.Type.RATIO,
                        ALLOWED,
                        BudgetFact::unitLinkingRate,
                        UNIT_CODE,
                        LINKS,
                        PROGRAMME)
                .word(
                        "budgetCoverage",
                        Property.Type.RATIO,
                        ALLOWED,
                        BudgetFact::budgetCoverage,
                        AMOUNT,
                        LINKS,
                        PROGRAMME)
                .word(
                        "weightedCoverage",
                        Property.Type.RATIO,
                        ALLOWED,
                        BudgetFact::weightedCoverage,
                        AMOUNT,
                        LINKS,
                        PROGRAMME)
                .word(
                        "attributedAmount",
                        Property.Type.AMOUNT,
                        NEVER,
                        BudgetFact::attributedAmount,
                        AMOUNT,
                        LINKS,
                        PROGRAMME)
                .word("proposed", Property.Type.AMOUNT, MISSING, BudgetFact::proposed, DataItem.PROPOSED)
                .word("approved", Property.Type.AMOUNT, MISSING, BudgetFact::approved, DataItem.APPROVED)
                .word("modified", Property.Type.AMOUNT, MISSING, BudgetFact::modified, DataItem.MODIFIED)
                .word("exercised", Property.Type.AMOUNT, MISSING, BudgetFact::exercised, DataItem.EXERCISED)
                .word("actions", Property.Type.NUMBER, NEVER, BudgetFact::actions, LINKS, PROGRAMME)
                .word("fundedActions", Property.Type.NUMBER, NEVER, BudgetFact::fundedActions, AMOUNT, LINKS, PROGRAMME)
                .word("fundedRights", Property.Type.NUMBER, NEVER, BudgetFact::fundedRights, AMOUNT, LINKS, PROGRAMME)
                .word("fundedGroups", Property.Type.NUMBER, NEVER, BudgetFact::fundedGroups, AMOUNT, LINKS, PROGRAMME)
                .word(
                        "fundingUnits",
                        Property.Type.NUMBER,
                        NEVER,
                        BudgetFact::fundingUnits,
                        UNIT_CODE,
                        AMOUNT,
                        LINKS,
                        PROGRAMME)
                .word("amountLastYear", Property.Type.AMOUNT, MISSING, BudgetFact::amountLastYear, BASELINE)
                .word(
                        "linkedAmountLastYear",
                        Property.Type.AMOUNT,
                        MISSING,
                        BudgetFact::linkedAmountLastYear,
                        BASELINE,
                        PROGRAMME)
                .word(
                        "attributedAmountLastYear",
                        Property.Type.AMOUNT,
                        MISSING,
                        BudgetFact::attributedAmountLastYear,
                        BASELINE,
                        PROGRAMME)
                .word("exercisedLastYear", Property.Type.AMOUNT, MISSING, BudgetFact::exercisedLastYear, BASELINE)
                .word(
                        "fundedActionsLastYear",
                        Property.Type.NUMBER,
                        MISSING,
                        BudgetFact::fundedActionsLastYear,
                        BASELINE,
                        PROGRAMME)
                .key()
                .type();
    }

    private static FactType right() {
        return new FactTypeBuilder<>("RightSummary", RightFact.class, Rule.Scope.BUDGET, WHOLE_BUDGET)
                .alsoIn(Rule.Scope.UNIT)
                .word("code", Property.Type.TEXT, NEVER, RightFact::code, PROGRAMME)
                .word("name", Property.Type.TEXT, NEVER, RightFact::name, PROGRAMME)
                .named(fact -> new Bilingual(
                        fact.summary().right().nameEn(), fact.summary().right().nameEs()))
                .word("group", Property.Type.BOOLEAN, NEVER, RightFact::group, PROGRAMME)
                .word("actions", Property.Type.NUMBER, NEVER, RightFact::actions, PROGRAMME)
                .word("linkedActions", Property.Type.NUMBER, NEVER, RightFact::linkedActions, LINKS, PROGRAMME)
                .word("fundedActions", Property.Type.NUMBER, NEVER, RightFact::fundedActions, AMOUNT, LINKS, PROGRAMME)
                .word("amount", Property.Type.AMOUNT, NEVER, RightFact::amount, AMOUNT, LINKS, PROGRAMME)
                .word("fiscalYear", Property.Type.NUMBER, ALLOWED, RightFact::fiscalYear)
                .word("baselineYear", Property.Type.NUMBER, MISSING, RightFact::baselineYear, BASELINE)
                .word("lines", Property.Type.NUMBER, NEVER, RightFact::lines, LINKS, PROGRAMME)
                .word("linkedAmount", Property.Type.AMOUNT, NEVER, RightFact::linkedAmount, AMOUNT, LINKS, PROGRAMME)
                .word(
                        "largestActionShare",
                        Property.Type.RATIO,
                        ALLOWED,
                        RightFact::largestActionShare,
                        AMOUNT,
                        LINKS,
                        PROGRAMME)
                .word(
                        "fundingUnits",
                        Property.Type.NUMBER,
                        NEVER,
                        RightFact::fundingUnits,
                        UNIT_CODE,
                        AMOUNT,
                        LINKS,
                        PROGRAMME)
                .word("amountLastYear", Property.Type.AMOUNT, MISSING, RightFact::amountLastYear, PROGRAMME, BASELINE)
                .word(
                        "fundedActionsLastYear",
                        Property.Type.NUMBER,
                        MISSING,
                        RightFact::fundedActionsLastYear,
                        PROGRAMME,
                        BASELINE)
                .word("shareOfBudget", Property.Type.RATIO, ALLOWED, RightFact::shareOfBudget, AMOUNT, LINKS, PROGRAMME)
                .word(
                        "shareOfBudgetLastYear",
                        Property.Type.RATIO,
                        MISSING,
                        RightFact::shareOfBudgetLastYear,
                        PROGRAMME,
                        BASELINE)
                .word("budgetAmount", Property.Type.AMOUNT, NEVER, RightFact::budgetAmount, AMOUNT)
                .word("budgetAmountLastYear", Property.Type.AMOUNT, MISSING, RightFact::budgetAmountLastYear, BASELINE)
                .word(
                        "amountLastYearReal",
                        Property.Type.AMOUNT,
                        MISSING,
                        RightFact::amountLastYearReal,
                        PROGRAMME,
                        BASELINE,
                        DEFLATOR)
                .key("code")
                .type();
    }

    private static FactType action() {
        return new FactTypeBuilder<>("ActionSummary", ActionSummary.class, Rule.Scope.BUDGET)
                .alsoIn(Rule.Scope.UNIT)
                .word("code", Property.Type.TEXT, NEVER, ActionSummary::code, PROGRAMME)
                .word("sequence", Property.Type.NUMBER, NEVER, ActionSummary::sequence, PROGRAMME)
                .word("title", Property.Type.TEXT, NEVER, ActionSummary::title, PROGRAMME)
                .word("lines", Property.Type.NUMBER, NEVER, ActionSummary::lines, LINKS, PROGRAMME)
                .word("amount", Property.Type.AMOUNT, NEVER, ActionSummary::amount, AMOUNT, LINKS, PROGRAMME)
                .word("funded", Property.Type.BOOLEAN, NEVER, ActionSummary::funded, AMOUNT, LINKS, PROGRAMME)
                .word(
                        "fundedLastYear",
                        Property.Type.BOOLEAN,
                        MISSING,
                        ActionSummary::fundedLastYear,
                        PROGRAMME,
                        BASELINE)
                .word(
                        "amountLastYear",
                        Property.Type.AMOUNT,
                        MISSING,
                        ActionSummary::amountLastYear,
                        PROGRAMME,
                        BASELINE)
                .word("fall", Property.Type.RATIO, ALLOWED, ActionSummary::fall, AMOUNT, LINKS, PROGRAMME, BASELINE)
                .word("dropReason", Property.Type.TEXT, ALLOWED, ActionSummary::dropReason)
                .word("term", Property.Type.TEXT, ALLOWED, ActionSummary::term, PROGRAMME)
                .word("crossCutting", Property.Type.BOOLEAN, NEVER, ActionSummary::crossCutting, PROGRAMME)
                .word(
                        "newlyFunded",
                        Property.Type.BOOLEAN,
                        MISSING,
                        ActionSummary::newlyFunded,
                        AMOUNT,
                        LINKS,
                        PROGRAMME,
                        BASELINE)
                .word("rightCode", Property.Type.TEXT, NEVER, ActionSummary::rightCode, PROGRAMME)
                .word("fiscalYear", Property.Type.NUMBER, ALLOWED, ActionSummary::fiscalYear)
                .word("baselineYear", Property.Type.NUMBER, MISSING, ActionSummary::baselineYear, BASELINE)
                .word(
                        "fundingUnits",
                        Property.Type.NUMBER,
                        NEVER,
                        ActionSummary::fundingUnits,
                        UNIT_CODE,
                        AMOUNT,
                        LINKS,
                        PROGRAMME)
                .word(
                        "fundingUnitsLastYear",
                        Property.Type.NUMBER,
                        MISSING,
                        ActionSummary::fundingUnitsLastYear,
                        PROGRAMME,
                        BASELINE)
                .key("code")
                .type();
    }
}
