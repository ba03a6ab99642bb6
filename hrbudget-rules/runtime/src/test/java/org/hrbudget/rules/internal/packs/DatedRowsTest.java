package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Budget;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One folder holds what changes from one day or fiscal year to the next, and says which row held. */
class DatedRowsTest {

    private static final String LIMITS = "code,value,unit,legal-basis,from,to,day-of\n";

    private static PackText limited(String rows) {
        return PackText.oneRule()
                .with(
                        "xx/1/lines.drl",
                        PackText.rule(
                                "no-unit",
                                "ERROR",
                                "Parameter( code == \"most\", $most : value )\n    "
                                        + "SpendingLine( approved != null, approved > $most )"))
                .with("xx/1/messages.properties", "no-unit.title=T\nno-unit.message=Over {most}.\nno-unit.remedy=R.\n")
                .with(
                        "xx/1/messages_es.properties",
                        "no-unit.title=T\nno-unit.message=Son {most}.\nno-unit.remedy=R.\n")
                .with("xx/1/parameters.csv", LIMITS + rows);
    }

    private static PackText weighing(String rows) {
        return PackText.oneRule().with("xx/1/severities.csv", "rule,severity,from\n" + rows);
    }

    private static PackText listed(String rows) {
        return PackText.oneRule()
                .with(
                        "xx/1/lines.drl",
                        PackText.rule(
                                "no-unit",
                                "ERROR",
                                "Catalogue( code == \"reasons\", $reasons : codes )\n    "
                                        + "SpendingLine( noActionReason != null, noActionReason not memberOf $reasons )"))
                .with("xx/1/catalogues/reasons.csv", "code,name_es,from,to\n" + rows);
    }

    private static RulePack chosen(PackText files, int year, String day) {
        return new Library(files)
                .select("xx", FiscalYear.of(year), LocalDate.parse(day))
                .pack()
                .orElseThrow();
    }

    private static SpendingLine.Builder line() {
        return SpendingLine.builder().fiscalYear(FiscalYear.of(2011)).unit(new BudgetUnit("01", "Una", null));
    }

    private static ValidationReport report(RulePack pack, Integer year, String submitted, SpendingLine line) {
        BudgetHeader header = new BudgetHeader(
                "xx",
                year == null ? null : FiscalYear.of(year),
                "MXN",
                submitted == null ? null : LocalDate.parse(submitted),
                BudgetPhase.APPROVED);
        return BudgetValidator.using(pack)
                .validate(Budget.builder(header).lines(List.of(line)).build());
    }

    private static List<String> over(RulePack pack, Integer year, String submitted) {
        return report(
                        pack,
                        year,
                        submitted,
                        line().amount(AmountKind.APPROVED, new BigDecimal("75.00"))
                                .build())
                .findings()
                .stream()
                .map(finding -> finding.message(java.util.Locale.ENGLISH))
                .toList();
    }

    private static LedgerEntry entry(RulePack pack, Integer year, String submitted) {
        return report(
                        pack,
                        year,
                        submitted,
                        line().amount(AmountKind.APPROVED, new BigDecimal("75.00"))
                                .build())
                .ledger()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({"2010, 100", "2011, 100", "2012, 50", "2013, 50"})
    void aLimitMayChangeWithTheFiscalYear(int year, String limit) {
        RulePack pack = chosen(limited("most,100,amount,law,,2011,\nmost,50,amount,law,2012,,\n"), year, "2011-12-01");

        assertThat(pack.rules().get(0).rows()).extracting(Rule.DatedRow::value).containsExactly(limit);
        assertThat(over(pack, year, null)).hasSize(limit.equals("50") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"2011-06-30, 0", "2011-07-01, 1"})
    void aLimitMayChangeOnADayOfTheLaw(String day, int findings) {
        PackText files = limited("most,100,amount,law,,2011-06-30,\nmost,50,amount,law,2011-07-01,,law\n");

        assertThat(over(chosen(files, 2011, day), 2011, null)).hasSize(findings);
    }

    @ParameterizedTest
    @CsvSource({"2011-06-30, 0", "2011-07-01, 1"})
    void aTransitoryArticleCountsTheDayABudgetWasSubmitted(String day, int findings) {
        PackText files =
                limited("most,100,amount,law,,2011-06-30,submission\nmost,50,amount,law,2011-07-01,,submission\n");

        RulePack pack = chosen(files, 2011, "2011-12-01");

        assertThat(over(pack, 2011, day)).hasSize(findings);
        assertThat(entry(pack, 2011, day).rule().rows())
                .containsExactly(new Rule.DatedRow(
                        "parameters.csv",
                        "most",
                        findings == 0 ? "100" : "50",
                        Rule.DatedRow.Basis.DAY_OF_SUBMISSION,
                        findings == 0 ? null : "2011-07-01",
                        findings == 0 ? "2011-06-30" : null));
    }

    @Test
    void whereTheDayIsNotKnownTheDutyIsLeftOpenAndSaysWhy() {
        PackText files =
                limited("most,100,amount,law,,2011-06-30,submission\nmost,50,amount,law,2011-07-01,,submission\n");

        ValidationReport report = report(
                chosen(files, 2011, "2011-12-01"),
                2011,
                null,
                line().amount(AmountKind.APPROVED, new BigDecimal("75.00")).build());

        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.findings()).isEmpty();
        assertThat(report.ledger().get(0).outcome()).isEqualTo(LedgerEntry.Outcome.UNDETERMINED);
        assertThat(report.ledger().get(0).reason().es())
                .isEqualTo(
                        "Depende de una fecha: su límite «most» tiene filas fechadas, y no se conoce el día en que se"
                                + " presentó el presupuesto.");
    }

    @Test
    void aPackTakenByItsVersionGoesByTheYearOfTheBudgetAndGuessesNoDay() {
        RulePack byYear =
                new Library(limited("most,100,amount,law,,2011,\nmost,50,amount,law,2012,,\n")).load("xx", "1");
        RulePack byDay = new Library(limited("most,100,amount,law,,2011-06-30,\nmost,50,amount,law,2011-07-01,,\n"))
                .load("xx", "1");

        assertThat(over(byYear, 2012, null)).hasSize(1);
        assertThat(over(byYear, 2011, null)).isEmpty();
        assertThat(entry(byYear, null, null).outcome()).isEqualTo(LedgerEntry.Outcome.UNDETERMINED);
        assertThat(entry(byDay, 2011, null).outcome()).isEqualTo(LedgerEntry.Outcome.UNDETERMINED);
    }

    @Test
    void aRuleHardensOnTheDayThatIsNamedAndIsADutyThen() {
        PackText files = weighing("no-unit,ERROR,2011-07-01\n");

        assertThat(chosen(files, 2011, "2011-06-30").rules().get(0).severity()).isEqualTo(Severity.WARNING);
        Rule hardened = chosen(files, 2011, "2011-07-01").rules().get(0);
        assertThat(hardened.severity()).isEqualTo(Severity.ERROR);
        assertThat(hardened.duty()).isTrue();
        assertThat(hardened.rows()).extracting(Rule.DatedRow::from).containsExactly("2011-07-01");
    }

    @Test
    void aReformStatesTheRowsOfAKeyAnew() {
        PackText files = weighing("no-unit,ERROR,2010\n")
                .version("2", "amends=1", "fiscal-years=2011-")
                .with("xx/2/severities.csv", "rule,severity,from\nno-unit,INFO,2011\n");

        assertThat(chosen(files, 2010, "2011-06-30").rules().get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(chosen(files, 2011, "2011-06-30").rules().get(0).severity()).isEqualTo(Severity.INFO);
    }

    @ParameterizedTest
    @CsvSource({"seguridad, 2010, 0", "Seguridád, 2011, 0", "seguridad, 2012, 1", "deuda, 2012, 0", "Deuda , 2010, 1"})
    void aRetiredCodeStaysKnownForItsYears(String reason, int year, int findings) {
        RulePack pack = chosen(listed("Seguridad,S,,2011\ndeuda,D,2012,\n"), year, "2011-12-01");

        assertThat(report(pack, year, null, line().noActionReason(reason).build())
                        .findings())
                .hasSize(findings);
    }

    @Test
    void aFindingSaysTheCodeOfAListThatMustHaveBeenMeant() {
        RulePack pack = chosen(listed("seguridad,S,,\ndeuda,D,,\n"), 2011, "2011-12-01");

        SpendingLine line = line().noActionReason("seguirdad")
                .position(new Position("b.csv", 2))
                .build();
        Finding finding = report(pack, 2011, null, line).findings().get(0);

        assertThat(finding.value()).isEqualTo("seguirdad");
        assertThat(finding.meant()).isEqualTo("seguridad");
    }

    @Test
    void whatChangesLaterInTheSameFolderIsComing() {
        PackText files = limited("most,100,amount,law,,2011,\nmost,50,amount,law,2012,,\n")
                .with("xx/1/severities.csv", "rule,severity,from\nno-unit,WARNING,2012-03-01\n");
        Library library = new Library(files);

        List<OpenPack> coming = library.upcoming(library.select("xx", FiscalYear.of(2011), LocalDate.of(2011, 5, 1))
                .selection());

        assertThat(coming)
                .extracting(pack -> pack.manifest().selection().fiscalYear() + " "
                        + pack.manifest().selection().asOf())
                .containsExactly("2011 2012-03-01", "2012 2011-05-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "most,100,amount,law,,2011,;most,50,amount,law,2011,,             | rows-overlap       | E3",
                "most,100,amount,law,,2010,;most,50,amount,law,2012,,             | rows-hole          | E3",
                "most,100,amount,law,,2011,;most,0.5,ratio,law,2012,,             | measures-differ    | C3",
                "most,100,amount,law,,2011,;most,50,amount,law,2012-01-01,,       | dates-of-two-kinds | A3",
                "most,100,amount,law,2011,,                                       | rows-begin-late    | E2",
                "most,100,amount,law,,2011,                                       | rows-end-early     | F2",
                "most,100,amount,law,2012,2011,                                   | dates-reversed     | F2",
                "most,100,amount,law,2011,2011-12-31,                             | dates-mixed        | F2",
                "most,100,amount,law,2010,,submission                             | day-of-years       | G2",
                "most,100,amount,law,2010-01-01,,sent                             | day-of-unknown     | G2",
                "most,100,amount,law,,,law                                        | day-of-nothing     | G2",
                "most,100,amount,law,,,;most,50,amount,law,2012,,                 | key-twice          | A3",
                "most,100,amount,law,03/06/2010,,                                 | day-ambiguous      | E2",
                "most,100,amount,law,,30/06/2011,;most,50,amount,law,2011-07-01,, | day-order          | F2",
                "most,100,amount,law,,2009,;most,50,amount,law,2010,,             | row-before-its-version | A2",
            })
    void aFaultOfALimitIsNamedWithItsCell(String rows, String kind, String cell) {
        refused(limited(rows.replace(";", "\n") + "\n"), kind, cell);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no-unti,ERROR,2012                       | severity-of-no-rule | A2",
                "no-unit,ERORR,2012                       | severity-unknown    | B2",
                "no-unit,ERROR,                           | severity-always     | C2",
                "no-unit,ERROR,2012;no-unit,INFO,2012     | rows-overlap        | C3",
                "no-unit,ERROR,2008;no-unit,INFO,2009     | row-before-its-version | A2",
            })
    void aFaultOfASeverityIsNamedWithItsCell(String rows, String kind, String cell) {
        refused(weighing(rows.replace(";", "\n") + "\n"), kind, cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "Error", "ERROR"})
    void aSeverityMayBeWrittenInAnyCase(String severity) {
        PackText table = weighing("no-unit," + severity + ",2011\n");
        PackText rule = PackText.oneRule()
                .with("xx/1/lines.drl", PackText.rule("no-unit", severity, "SpendingLine( unitCode == null )"));

        assertThat(new Library(table).load("xx", "1").weights("no-unit"))
                .extracting(row -> row.value())
                .containsExactly(Severity.ERROR);
        assertThat(new Library(rule).load("xx", "1").rules())
                .extracting(Rule::severity)
                .containsExactly(Severity.ERROR);
    }

    @ParameterizedTest
    @CsvSource({"warning, WARNING", "Advertencia, WARNING", "por valorar, REVIEW", "Review, REVIEW", "observacion, INFO"
    })
    void aSeverityMayBeWrittenInAnyCaseInBothLanguages(String written, Severity severity) {
        PackText rule = PackText.oneRule()
                .with("xx/1/lines.drl", PackText.rule("no-unit", written, "SpendingLine( unitCode == null )"));

        assertThat(new Library(rule).load("xx", "1").rules())
                .extracting(Rule::severity)
                .containsExactly(severity);
    }

    /** By the row the reform does something: a code that there was is known no longer. */
    @Test
    void aRowOfATimeBeforeTheVersionMayRetireACode() {
        PackText files = listed("deuda,D,,\n")
                .version("2", "amends=1", "fiscal-years=2011-2012")
                .with("xx/2/catalogues/reasons.csv", "code,name_es,from,to\ndeuda,D,,2010\n");

        assertThat(new Library(files).load("xx", "2").manifest().version()).isEqualTo("2");
    }

    @Test
    void aRowOfATimeAfterTheVersionNeverHolds() {
        PackText files = weighing("no-unit,ERROR,2011\n")
                .version("2", "amends=1", "fiscal-years=2011-2012")
                .with("xx/2/severities.csv", "rule,severity,from\nno-unit,INFO,2011\nno-unit,ERROR,2013\n");

        RulePackException.Fault fault = catchThrowableOfType(
                        RulePackException.class, () -> new Library(files).load("xx", "2"))
                .faults()
                .get(0);

        assertThat(fault.kind()).isEqualTo("row-after-its-version");
        assertThat(fault.cell()).isEqualTo("A3");
    }

    @Test
    void noDayMakesAnErrorOfWhatIsOnlyInferred() {
        refused(
                weighing("no-unit,ERROR,2012\n")
                        .with(
                                "xx/1/legal-bases.csv",
                                "key,instrument,article,published,source,evidence\nlaw,Law,,,S1,derived\n"),
                "severity-unsupported",
                "B2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deuda,D,,;Deuda,D,,        | codes-alike  | A3",
                "deuda,D,,2011;deuda,D,2011,| rows-overlap | C3",
                "deuda,D,,;agua,A,,2009     | row-before-its-version | A3",
            })
    void aFaultOfAListIsNamedWithItsCell(String rows, String kind, String cell) {
        refused(listed(rows.replace(";", "\n") + "\n"), kind, cell);
    }

    /** Of a rule that looks at several facts the engine tells on which side of which row its examples lie. */
    @Test
    void eachRowOfALimitThatSeveralFactsMeetAtHasItsExamples() {
        String examples = """
                expect,case,approved,budget_fiscal_year,indicators
                silence,below 2011,99,2011,12CD01
                silence,at 2011,100,2011,12CD01
                finding,above 2011,101,2011,12CD01
                silence,below 2012,49,2012,12CD01
                finding,above 2012,51,2012,12CD01
                """;
        PackText files = limited("most,100,amount,law,,2011,\nmost,50,amount,law,2012,,\n")
                .with(
                        "xx/1/lines.drl",
                        PackText.rule(
                                "no-unit",
                                "ERROR",
                                "Parameter( code == \"most\", $most : value )\n    "
                                        + "UnitSummary( $u : unitCode, amount > $most )\n    "
                                        + "not UnitIndicator( unitCode == $u )"));

        assertThat(checked(files.with("xx/1/examples/no-unit.csv", examples)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo("examples-no-limit"))
                .satisfies(
                        fault -> assertThat(fault.problem().en()).contains("$most (the limit most: 50, from 2012 on)"));
        assertThat(checked(files.with("xx/1/examples/no-unit.csv", examples + "silence,at 2012,50,2012,12CD01\n")))
                .isEmpty();
    }

    private static List<RulePackException.Fault> checked(PackText files) {
        Faults faults = new Faults();
        new Library(files).check("xx", "1", faults);
        return faults.all();
    }

    private static void refused(PackText files, String kind, String cell) {
        RulePackException.Fault fault = catchThrowableOfType(
                        RulePackException.class, () -> new Library(files).load("xx", "1"))
                .faults()
                .get(0);

        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.cell()).isEqualTo(cell);
    }
}
