package org.hrbudget.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Budget;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.ValidationReport;
import org.junit.jupiter.api.Test;

/** A finding names a right in the language of its reader. */
class RightNamesInFindingsTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    @Test
    void aRightWithoutFundsIsNamedInTheReadersLanguage() {
        HumanRightsProgramme programme = HumanRightsProgramme.of(
                "Un programa",
                List.of(
                        new HumanRight("01", false, "Igualdad", "Equality"),
                        new HumanRight("02", false, "Derecho al agua", "Right to water")),
                List.of(action("01.01.01", 1, "01"), action("02.01.01", 2, "02")));
        ValidationReport report = BudgetValidator.using(programme, RulePacks.load("mx-cmx", "2010.1"))
                .validate(Budget.of(
                        new BudgetHeader("mx-cmx", FiscalYear.of(2010), "MXN", null, BudgetPhase.APPROVED),
                        List.of(line("11CD01"), line("12CD02"))));

        Finding finding = report.findings().stream()
                .filter(one -> one.ruleId().equals("right-without-funded-action"))
                .findFirst()
                .orElseThrow();

        assertThat(finding.message(Locale.ENGLISH)).contains("Right to water").doesNotContain("Derecho al agua");
        assertThat(finding.message(SPANISH)).contains("Derecho al agua").doesNotContain("Right to water");
        assertThat(ReportDocument.of(report, Locale.ENGLISH, Map.of()).findings())
                .filteredOn(one -> one.ruleId().equals("right-without-funded-action"))
                .allSatisfy(one -> assertThat(one.details()).containsEntry("name", "Right to water"));
    }

    private static HrpAction action(String code, int sequence, String right) {
        return new HrpAction(code, sequence, right, "", "Una línea de acción", null, List.of(), false);
    }

    private static SpendingLine line(String unit) {
        return SpendingLine.builder()
                .unit(new BudgetUnit(unit, null, null))
                .amount(AmountKind.APPROVED, BigDecimal.TEN)
                .links(List.of(new ActionLink("01.01.01", null, null, null, null, null)))
                .build();
    }
}
