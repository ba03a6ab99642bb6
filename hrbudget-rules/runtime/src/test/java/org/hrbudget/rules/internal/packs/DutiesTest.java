package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pack's instrument is for cannot be left unjudged in silence. */
class DutiesTest {

    private static final String HEADER = "rule,duty,why_en,why_es\n";

    private static boolean duty(PackText files, String version) {
        return new Library(files).load("xx", version).rules().stream().allMatch(Rule::duty);
    }

    private static PackText weighing(String severity) {
        return PackText.oneRule()
                .with("xx/1/lines.drl", PackText.rule("no-unit", severity, "SpendingLine( unitCode == null )"));
    }

    @Test
    void anErrorIsADutyUnlessThePackSaysWhyNot() {
        assertThat(duty(weighing("ERROR"), "1")).isTrue();
        assertThat(duty(weighing("ERROR").with("xx/1/duties.csv", HEADER + "no-unit,no,Why.,Motivo.\n"), "1"))
                .isFalse();
    }

    @Test
    void anyOtherRuleIsADutyWhereThePackSaysSo() {
        assertThat(duty(weighing("WARNING"), "1")).isFalse();
        assertThat(duty(weighing("WARNING").with("xx/1/duties.csv", HEADER + "no-unit,yes,Why.,Motivo.\n"), "1"))
                .isTrue();
    }

    @Test
    void aReformKeepsDutiesAndMayStateThemAnew() {
        PackText files = weighing("WARNING")
                .with("xx/1/duties.csv", HEADER + "no-unit,yes,Why.,Motivo.\n")
                .version("2", "amends=1", "fiscal-years=2011-")
                .version("3", "amends=2", "fiscal-years=2012-")
                .with("xx/3/duties.csv", HEADER + "no-unit,no,Why.,Motivo.\n");

        assertThat(duty(files, "2")).isTrue();
        assertThat(duty(files, "3")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no-untt,yes,Why.,Motivo.  | duty-of-no-rule     | A2",
                "no-unit,maybe,Why.,Motivo.| duty-answer         | B2",
                "no-unit,no,,Motivo.       | duty-reason-missing | C2",
                "no-unit,no,Why.,          | duty-reason-missing | D2",
                ",no,Why.,Motivo.          | key-blank           | A2",
            })
    void aFaultIsNamedWithItsCell(String row, String kind, String cell) {
        PackText files = PackText.oneRule().with("xx/1/duties.csv", HEADER + row + "\n");

        RulePackException.Fault fault = catchThrowableOfType(
                        RulePackException.class, () -> new Library(files).load("xx", "1"))
                .faults()
                .get(0);

        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.cell()).isEqualTo(cell);
    }

    @Test
    void whereAPackIsHeldUpToAYearItsErrorsAreWarningsAndItsDutiesStay() {
        PackText files = weighing("ERROR").version("1", "fiscal-years=2010", "extrapolated-fiscal-years=2011");
        Rule rule = new Library(files)
                .select("xx", FiscalYear.of(2011), LocalDate.of(2011, 1, 1))
                .pack()
                .orElseThrow()
                .rules()
                .get(0);

        assertThat(rule.severity()).isEqualTo(Severity.WARNING);
        assertThat(rule.legalBasis().evidence()).isEqualTo(Rule.LegalBasis.Evidence.DERIVED);
        assertThat(rule.duty()).isTrue();
    }
}
