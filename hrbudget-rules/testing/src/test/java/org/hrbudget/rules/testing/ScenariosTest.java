package org.hrbudget.rules.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("thorough")
class ScenariosTest {

    private static final String RULES = "rules=mx-cmx/2011.1\n";
    private static final String BUDGET = """
            unit_code,fiscal_year,approved,action_1,no_action_reason
            11CD01,2011,5.00,,
            11CD02,2011,-5.00,,Gasto de operación
            """;
    private static final String FINDINGS = """
            rule,severity,row,unit
            approved-negative,WARNING,3,11CD02
            line-names-no-action,ERROR,2,11CD01
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void aScenario() throws IOException {
        write("scenario.properties", RULES);
        write("budget.csv", BUDGET);
        write("expected-findings.csv", FINDINGS);
    }

    /** As a harness of JUnit 5 runs them; these are the scenarios of this repository. */
    @TestFactory
    Stream<DynamicTest> scenarios() {
        return Scenarios.in(Path.of("src/test/scenarios")).stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.name(), () -> scenario.run().orThrow()));
    }

    @Test
    void aReportThatIsWhatWasExpectedAgrees() {
        Scenario.Result result = scenario().run();

        assertThat(result.differences()).isEmpty();
        assertThat(result.agrees()).isTrue();
        assertThat(result.orThrow()).isSameAs(result);
    }

    @Test
    void whatDiffersIsToldInTheSameWordsEachTime() throws IOException {
        write("scenario.properties", RULES + "verdict=COMPLIANT\n");
        write("expected-findings.csv", """
                severity,rule,row
                WARNING,approved-negative,3
                WARNING,approved-negative,2
                """);
        write("expected-ledger.csv", "rule,outcome\nline-names-no-action,satisfied\naction-unknown,NOT_APPLICABLE\n");

        Scenario.Result result = scenario().run();

        assertThat(result.differences()).isEqualTo("""
                        The scenario %s differs:
                          missing (expected-findings.csv:3): rule=approved-negative, severity=WARNING, row=2
                          unexpected: pack=mx-cmx 2011.1, rule=line-names-no-action, severity=ERROR, file=budget.csv, row=2, \
                        column=action_1, unit=11CD01
                          verdict: expected COMPLIANT, is NOT_COMPLIANT
                          ledger of line-names-no-action: outcome expected SATISFIED, is VIOLATED
                        """, folder.getFileName());
        assertThat(scenario().run().differences()).isEqualTo(result.differences());
        assertThat(result.missing()).hasSize(1);
        assertThat(result.unexpected()).hasSize(1);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(result::orThrow)
                .withMessage(result.differences());
    }

    @Test
    void eachRowStandsForOneFinding() throws IOException {
        write("expected-findings.csv", "rule\nline-names-no-action\napproved-negative\napproved-negative\n");

        assertThat(scenario().run().missing())
                .extracting(Scenario.Result.ExpectedFinding::row)
                .containsExactly(4);
    }

    @Test
    void rejectedRowsAndProblemsAreDifferencesUnlessAnnounced() throws IOException {
        write("budget.csv", BUDGET + "11CD03,2011,much,,Gasto de operación\n");

        assertThat(scenario().run().differences())
                .contains("rejected rows: expected 0, there are 1")
                .contains("rejected budget.csv:4, column approved");

        write("scenario.properties", RULES + "rejected-rows=1\n");
        assertThat(scenario().run().differences()).isEmpty();
    }

    @Test
    void withoutExpectationsNothingPassesAndAProposalIsNone() throws IOException {
        Files.delete(folder.resolve("expected-findings.csv"));

        List<Path> written = scenario().propose();

        assertThat(written)
                .extracting(path -> path.getFileName().toString())
                .containsExactly("expected-findings.proposed.csv", "expected-ledger.proposed.csv");
        assertThatExceptionOfType(Scenario.MalformedException.class)
                .isThrownBy(() -> scenario().run())
                .withMessageContaining("nothing is expected")
                .withMessageContaining("propose()");

        for (Path path : written) {
            Files.move(path, folder.resolve(path.getFileName().toString().replace(".proposed", "")));
        }
        assertThat(scenario().run().differences()).isEmpty();
    }

    @Test
    void programmeBaselineItemsAndLinksStandBesideTheBudget() throws IOException {
        write("scenario.properties", """
                # the law of a day
                rules = mx-cmx, mx-fed
                fiscal-year = 2011
                as-of = 2011-06-15
                phase = approved
                layout = hrbudget
                budget = lines.csv
                verdict = not-compliant
                # the law of another jurisdiction
                problems = 1
                """);
        Files.delete(folder.resolve("budget.csv"));
        write("lines.csv", """
                id,unit_code,object_code,approved,identifier_digit
                1,11CD01,9998,5.00,
                2,12CD02,1131,5.00,1
                """);
        write("links.csv", "line,action\n1,01.01.02\n2,01.01.02\n");
        write("programme.csv", "code,sequence,title\n01.01.01,1,Una\n01.01.02,2,Dos\n");
        write("baseline.csv", "fiscal_year,action,amount\n2010,01.01.01,5.00\n");
        write("item-catalogue.csv", "code\n1131\n");
        write("expected-findings.csv", """
                pack,rule,row
                mx-cmx 2011.3,action-newly-funded,
                mx-cmx 2011.3,funded-action-dropped,
                mx-cmx 2011.3,identifier-digit-missing,2
                mx-fed 2011.2,item-unknown,2
                """);

        assertThat(scenario().run().differences()).isEmpty();
    }

    @Test
    void scenariosAreFoundInFoldersBelowInTheOrderOfTheirNames() throws IOException {
        Path below = Files.createDirectories(folder.resolve("z/links"));
        Files.writeString(below.resolve("scenario.properties"), RULES);
        Path other = Files.createDirectories(folder.resolve("a"));
        Files.writeString(other.resolve("scenario.properties"), RULES);

        assertThat(Scenarios.in(folder.resolve("z"))).extracting(Scenario::name).containsExactly("links");
        assertThat(Scenarios.in(folder))
                .extracting(Scenario::name)
                .containsExactlyInAnyOrder(String.valueOf(folder.getFileName()), "a", "z/links")
                .isSorted();
    }

    @Test
    void aFolderWithoutScenariosDoesNotPass() throws IOException {
        Files.delete(folder.resolve("scenario.properties"));
        assertThatExceptionOfType(Scenario.MalformedException.class)
                .isThrownBy(() -> Scenarios.in(folder))
                .withMessageContaining("no scenario.properties");

        Files.delete(folder.resolve("expected-findings.csv"));
        assertThatExceptionOfType(Scenario.MalformedException.class)
                .isThrownBy(() -> Scenarios.in(folder))
                .withMessageContaining("There is no scenario in this folder");
        assertThatExceptionOfType(Scenario.MalformedException.class)
                .isThrownBy(() -> Scenarios.in(folder.resolve("nowhere")))
                .withMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            expected-findings.csv | rule,sevrity/x,ERROR                 | :1 (B1) | Maybe "severity" was meant
            expected-findings.csv | rule,rule/x,y                        | :1 (B1) | appears twice
            expected-findings.csv | severity/ERROR                       | :1      | "rule" is missing
            expected-findings.csv | rule,severity/approved-negative      | :2      | 1 cells, the heading row 2
            expected-findings.csv | rule,severity/approved-negative,EROR | :2 (B2) | Maybe one of these was meant: ERROR
            expected-findings.csv | rule,row/approved-negative,two       | :2 (B2) | not the number of a row
            expected-findings.csv | rule,row/,3                          | :2 (A2) | The rule is missing
            expected-findings.csv | rule,row//aproved-negative,3         | :3 (A3) | Maybe "approved-negative" was meant
            expected-findings.csv | rule,unit/approved-negative,"3       | findings.csv | row 2
            expected-ledger.csv   | rule/approved-negative               | :1      | "outcome" is missing
            expected-ledger.csv   | rule,outcome/approved-negative,BAD   | :2 (B2) | not an outcome
            expected-ledger.csv   | rule,outcome/aproved-negative,REVIEW | :2 (A2) | Maybe "approved-negative" was meant
            scenario.properties   | ruls=mx-cmx                          | :1      | Maybe "rules" was meant
            scenario.properties   | rules                                | :1      | not a setting of a scenario with a value
            scenario.properties   | rules=a/rules=b                      | :2      | appears twice
            scenario.properties   | # nothing                            | scenario.properties | which rules
            scenario.properties   | rules=mx-cmx                         | :1      | Which version governs
            scenario.properties   | rules=mx-cmx/fiscal-year=20X1        | :2      | cannot be the fiscal-year
            scenario.properties   | rules=mx-cmx/as-of=15.11.2010        | :2      | cannot be the as-of
            scenario.properties   | rules=mx-cmx/phase=aproved           | :2      | cannot be the phase
            scenario.properties   | rules=mx-cmx/verdict=GOOD            | :2      | cannot be the verdict
            scenario.properties   | rules=mx-cmx/problems=-1             | :2      | cannot be the problems
            scenario.properties   | rules=mx-cmx;2011.1/layout=hrbudgt   | :2      | Maybe "hrbudget" was meant
            scenario.properties   | rules=mx-cmx;2011.1/budget=none.csv  | :2      | no such file
            scenario.properties   | rules=mx-cmx/fiscal-year=1999/as-of=1999-01-01 | :1 | no pack names that fiscal year
            """)
    void aFaultIsToldWithFileRowAndCell(String file, String text, String place, String message) throws IOException {
        write(file, text.replace('/', '\n').replace(';', '/') + "\n");

        assertThatExceptionOfType(Scenario.MalformedException.class)
                .isThrownBy(() -> scenario().run())
                .withMessageContaining(message)
                .satisfies(fault -> assertThat(fault.place()).contains(file).endsWith(place));
    }

    private Scenario scenario() {
        return Scenarios.in(folder).get(0);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
