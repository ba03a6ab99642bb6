package org.hrbudget.validation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.Baseline.FundedAction;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AvailabilityTest {

    @ParameterizedTest
    @EnumSource(DataItem.class)
    void everyItemThatIsNotThereIsNamedInBothLanguages(DataItem item) {
        Bilingual reason = nothing(BudgetHeader.Scope.UNIT)
                .lacking(rule(item))
                .orElseThrow()
                .reason();
        assertThat(reason.en()).doesNotContain("{").endsWith(".");
        assertThat(reason.es()).doesNotContain("{").endsWith(".").isNotEqualTo(reason.en());
    }

    @ParameterizedTest
    @EnumSource(BudgetPhase.class)
    void whatComesAfterThePhaseIsNotAskedForEvenWhereItIsPromised(BudgetPhase phase) {
        Availability everything = new Availability(
                header(phase, BudgetHeader.Scope.WHOLE), EnumSet.allOf(DataItem.class), Set.of(), null);
        assertThat(everything.lacking(rule(DataItem.PAID)).map(Availability.Lack::outcome))
                .isEqualTo(
                        phase == BudgetPhase.PAID ? Optional.empty() : Optional.of(LedgerEntry.Outcome.NOT_APPLICABLE));
    }

    @Test
    void whatTheLawAsksOfTheWholeItDoesNotAskOfOneUnit() {
        assertThat(nothing(BudgetHeader.Scope.UNIT)
                        .lacking(rule(DataItem.WHOLE_BUDGET))
                        .orElseThrow()
                        .outcome())
                .isEqualTo(LedgerEntry.Outcome.NOT_APPLICABLE);
        assertThat(nothing(BudgetHeader.Scope.WHOLE).lacking(rule(DataItem.WHOLE_BUDGET)))
                .isEmpty();
    }

    @Test
    void whatIsNotGivenLeavesARuleUnjudgedAndIsNamedAtOnce() {
        Availability.Lack lack = nothing(BudgetHeader.Scope.WHOLE)
                .lacking(rule(DataItem.LINKS, DataItem.PROGRAMME))
                .orElseThrow();

        assertThat(lack.outcome()).isEqualTo(LedgerEntry.Outcome.UNDETERMINED);
        assertThat(lack.reason().en()).contains("--links").contains("--programme");
    }

    @Test
    void whatOneUnitDroppedIsToldByABaselineOfUnitsAlone() {
        Baseline whole = Baseline.of(FiscalYear.of(2010), List.of(new FundedAction("01.01.01", BigDecimal.ONE, null)));
        Baseline byUnit =
                Baseline.of(FiscalYear.of(2010), List.of(new FundedAction("11CD01", "01.01.01", BigDecimal.ONE, null)));
        BudgetHeader unit = header(BudgetPhase.PAID, BudgetHeader.Scope.UNIT);

        assertThat(new Availability(unit, Set.of(), Set.of(), whole).lacking(rule(DataItem.BASELINE)))
                .map(lack -> lack.reason().en())
                .hasValueSatisfying(reason -> assertThat(reason).contains("column unit"));
        assertThat(new Availability(unit, Set.of(), Set.of(), byUnit).lacking(rule(DataItem.BASELINE)))
                .isEmpty();
    }

    private static Availability nothing(BudgetHeader.Scope scope) {
        return new Availability(header(BudgetPhase.PAID, scope), Set.of(), Set.of(), null);
    }

    private static BudgetHeader header(BudgetPhase phase, BudgetHeader.Scope scope) {
        return new BudgetHeader("mx-test", FiscalYear.of(2011), "MXN", null, phase, scope);
    }

    private static Rule rule(DataItem... items) {
        Bilingual text = new Bilingual("x", "x");
        Rule.LegalBasis basis = new Rule.LegalBasis("k", "i", null, null, "s", Rule.LegalBasis.Evidence.KNOWN);
        return new Rule(
                "r",
                Severity.INFO,
                false,
                basis,
                Rule.Scope.LINE,
                "SpendingLine",
                Set.of(items),
                List.of(),
                Map.of(),
                text,
                text,
                text,
                "f",
                "");
    }
}
