package org.hrbudget.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.Layout;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.summary.Summaries;
import org.hrbudget.summary.UnitSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Last year's whole budget beside this year's, and an index of prices between them. */
class LastYearTest {

    private static final HumanRightsProgramme PROGRAMME = HumanRightsProgramme.of(
            "test",
            List.of(new HumanRight("01", false, "Igualdad", "Equality")),
            List.of(new HrpAction("01.01.01", 1, "01", "01.01", "Acción", null, List.of(), false)));

    private static final String HEADINGS = "fiscal_year,unit_code,approved,action_1\n";

    private static BudgetSource budget(String name, String rows) {
        return Budgets.reading(input(name, HEADINGS + rows.replace('|', '\n') + "\n"))
                .layout(Layout.named("hrbudget"))
                .source();
    }

    private static Input input(String name, String text) {
        return Input.of(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static BudgetValidator.Builder validator() {
        return BudgetValidator.builder()
                .programme(PROGRAMME)
                .packs(new StubPack().rule("any", Severity.WARNING, "Deflator", fact -> true, "index"));
    }

    @Test
    void itIsReadWithTheProgrammeAndIsAmongTheInputs() {
        ValidationReport report = validator()
                .baseline(budget("before.csv", "2010,A,10.00,01.01.01|2010,A,5.00,"))
                .build()
                .validate(budget("now.csv", "2011,A,9.00,|2011,B,1.00,"));

        assertThat(report.inputs()).extracting(Input.Account::name).containsExactly("now.csv", "before.csv");
        Summaries summaries = report.summaries();
        assertThat(summaries.units())
                .extracting(unit -> unit.lastYear().amount())
                .containsExactly(new BigDecimal("15.00"), new BigDecimal("0.00"));
        UnitSummary first = summaries.units().get(0);
        assertThat(first.lastYear().attributedAmount()).isEqualTo("10.00");
        assertThat(first.lastYear().exercised()).isNull();
        assertThat(first.droppedActions()).isEqualTo(1);
        assertThat(first.years().baselineYear()).isEqualTo(2010);
        assertThat(summaries.actions().get(0).fundedLastYear()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2010,A,x,; before.csv:2; no se puede leer completo",
                "2010,A,1.00,|2010,B,,; before.csv:3; le falta el monto aprobado",
                ",A,1.00,; before.csv; no dice su ejercicio fiscal",
                "; before.csv; no tiene renglones"
            })
    void halfOfItIsRefused(String rows, String where, String why) {
        BudgetValidator.Builder builder = validator().baseline(budget("before.csv", rows == null ? "" : rows));

        BudgetReadException refusal = catchThrowableOfType(BudgetReadException.class, builder::build);

        assertThat(refusal.message(Locale.forLanguageTag("es"))).contains(where, why, "\nQuizá ");
        assertThat(refusal.message(Locale.ENGLISH)).contains(where, "Last year's budget", "\nMaybe ");
    }

    @Test
    void anIndexOfPricesIsAFactForEachWholeYearAndAmongTheInputs() {
        BudgetValidator.Builder validator = validator()
                .deflator(
                        input("inpc.csv", "period,inpc,fuente\n2010,100,INEGI\n2011,104.5,INEGI\n2012-01,105,INEGI\n"));

        ValidationReport report = validator.build().validate(budget("now.csv", "2011,A,9.00,"));

        assertThat(report.inputs()).extracting(Input.Account::name).containsExactly("now.csv", "inpc.csv");
        assertThat(report.inputs().get(1).rowsRead()).isEqualTo(3);
        assertThat(report.findings()).hasSize(2);
    }

    @Test
    void withoutAnIndexARuleOnPricesIsNotJudged() {
        ValidationReport report = validator().build().validate(budget("now.csv", "2011,A,9.00,"));

        assertThat(report.ledger().get(0).outcome()).isNotEqualTo(LedgerEntry.Outcome.SATISFIED);
        assertThat(report.findings()).isEmpty();
    }
}
