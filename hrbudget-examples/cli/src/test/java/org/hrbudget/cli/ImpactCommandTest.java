package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImpactCommandTest {

    private static final String HEADINGS = "unit_code,programme_code,object_code,approved,exercised\n";
    private static final List<String> FEDERAL = List.of("mx-fed/2008.1", "mx-fed/2011.1");

    @TempDir
    Path folder;

    private Path same;
    private Path hardened;

    @BeforeEach
    void writeBudgets() throws IOException {
        same = file("same.csv", HEADINGS + "11CD01,E001,1131,80.00,80.00\n12CD02,E001,1131,20.00,20.00\n");
        hardened = file(
                "hardened.csv",
                HEADINGS + "11CD01,E001,1131,80.00,80.00\n12CD02,E001,1131,20.00,20.00\n,E001,1131,20.00,20.00\n");
    }

    @Test
    void nothingChangesIsSaidAndEndsWithZero() {
        CommandRun run = impact(FEDERAL, "--fail-on-change", same.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Nothing changes").containsPattern("same.csv +2 +compliant +compliant");
    }

    @Test
    void documentsOfUnitsCount() throws IOException {
        Path budget = file("budget.csv", "unit_code,fiscal_year,approved\n11CD01,2016,1.00\n");
        Path frameworks = file(
                "frameworks.csv",
                "fiscal_year,unit,development_objective,general_section,equality_section\n2016,11CD01,PGD,Yes,Yes\n");
        CommandRun run = CommandRun.of(
                "rules",
                "impact",
                "mx-cmx/2015.1",
                "mx-cmx/2016.1",
                budget.toString(),
                "--fiscal-year",
                "2016",
                "--policy-frameworks",
                frameworks.toString());
        assertThat(run.out()).containsPattern("newly bites +— +1 +.*\\s.*\\(framework-rights-unanswered\\)");
    }

    @Test
    void lastYearsBudgetCountsAndItsLinesDoNot() throws IOException {
        String headings = "unit_code,approved,action_1,action_1_amount\n";
        Path budget = file("budget.csv", headings + "11CD01,1.00,,\n");
        Path before = file("before.csv", headings + "11CD01,1.00,01.01.01,1.00\n11CD01,1.00,,\n");
        Path programme = file(
                "programme.csv",
                "code,sequence,right,right_es,right_en,group,strategy,title,term\n01.01.01,1,01,Igualdad,Equality,no,01.01,Courses,short\n");
        CommandRun run = CommandRun.of(
                "rules",
                "impact",
                "mx-cmx/2011.2",
                "mx-cmx/2011.3",
                budget.toString(),
                "--fiscal-year",
                "2011",
                "--programme",
                programme.toString(),
                "--baseline-budget",
                before.toString());
        assertThat(run.out())
                .as(run.err())
                .containsPattern("budget.csv +1 +")
                .containsPattern("newly bites +— +1 +.*\\s.*\\(unit-drops-funded-actions\\)");
    }

    @Test
    void aChangeEndsWithOneOnlyWhereAsked() {
        assertThat(impact(FEDERAL, hardened.toString()).exitCode()).isZero();
        CommandRun run = impact(FEDERAL, "--fail-on-change", hardened.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .containsPattern("hardened.csv +3 +compliant +NOT COMPLIANT")
                .containsPattern("1\\s+weighs otherwise — on 1 line, of 20.00 MXN approved: 16.67 %")
                .containsPattern("weighs otherwise +1 +1 +.*line-without-unit");
    }

    @Test
    void aBudgetThatCannotBeReadComesBeforeAChangeAndStopsNoOther() {
        Path missing = folder.resolve("missing.csv");
        CommandRun run = impact(FEDERAL, "--fail-on-change", missing.toString(), hardened.toString());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out())
                .contains("1 BUDGET COULD NOT BE READ")
                .containsPattern("missing.csv +— +NOT READ +NOT READ")
                .containsPattern("hardened.csv +3 +compliant +NOT COMPLIANT");
    }

    @Test
    void rowsThatCannotBeReadAreToldAndAreNotSuccess() throws IOException {
        Path damaged = file("damaged.csv", HEADINGS + "11CD01,E001,1131,100.00,100.00\n11CD01,E001,1131,much,1.00\n");
        CommandRun run = impact(FEDERAL, damaged.toString());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("damaged.csv: 1 row could not be read");
    }

    @Test
    void eachFileIsABudgetOfItsOwn() {
        CommandRun run = impact(FEDERAL, same.toString(), hardened.toString());
        assertThat(run.out()).contains("2 budgets were judged").contains("The verdict of 1 changes.");
        assertThat(impact(FEDERAL, same.toString(), hardened.toString(), "--links", "l.csv")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void aPackThatDoesNotGovernTheYearIsSaid() {
        CommandRun run = impact(FEDERAL, same.toString(), "--fiscal-year", "2010");
        assertThat(run.out()).contains("mx-fed 2011.1 does not govern fiscal year 2010");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aPackThatIsHeldUpToTheYearWeighsAsItDoesThere() {
        CommandRun run =
                impact(List.of("mx-cmx/2010.1", "mx-cmx/2011.3"), hardened.toString(), "--fiscal-year", "2012");
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("mx-cmx 2011.3 does not govern fiscal year 2012 (it governs 2011) and is only held up to it")
                .doesNotContain("WARNING → ERROR");
    }

    @Test
    void packsOfTwoJurisdictionsAreRefusedInTheUsersWords() {
        CommandRun run = impact(List.of("mx-fed/2011.1", "mx-cmx/2011.1"), same.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("different jurisdictions");
    }

    @Test
    void spanishIsSpokenThroughout() {
        assertThat(impact(FEDERAL, hardened.toString(), "--lang", "es").out())
                .startsWith("Qué cambia la reforma")
                .containsPattern("hardened.csv +3 +cumple +NO CUMPLE")
                .containsPattern("gravedad\\s+ADVERTENCIA → ERROR");
    }

    @Test
    void theJsonIsTheSameForAnyNumberOfThreads() {
        String alone = json(hardened, "1");
        assertThat(alone).contains("\"shift\": \"WEIGHS_OTHERWISE\"", "\"amount\": \"20.00\"");
        assertThat(json(hardened, "3")).isEqualTo(alone);
    }

    /** The figures were counted once more from the sample's file and the pack's tables by a program that shares no code. */
    @Test
    void theReformOf2011ChangesOneUnitOfTheSample() throws IOException {
        CommandRun run = impact(
                List.of("mx-cmx/2010.1", "mx-cmx/2011.1"),
                sample("budget.csv"),
                "--programme",
                sample("programme.csv"),
                "--baseline",
                sample("baseline.csv"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("1 unit changes verdict.")
                .containsPattern("13 lines, of\\s+28,343,190.94\\s+MXN\\s+approved")
                .containsPattern("line-names-no-action +2 +8,139,495.63")
                .containsPattern("debt-outside-its-chapter +1 +195,710.36")
                .containsPattern("functional-code-unknown +3 +7,617,935.54")
                .containsPattern("identifier-digit-missing +1 +2,777,435.64")
                .containsPattern("object-concept-unknown +2 +2,178,622.84")
                .containsPattern("spending-type-unfit +4 +7,433,990.93")
                .containsPattern("all, each line once +13 +28,343,190.94")
                .contains("16CD01 ")
                .contains("6,655,408,818.56");
    }

    /** Counted once more from the publisher's file in the same way. */
    @Test
    @Tag("long")
    void theClassifierOf2011BitesInThePublicAccountOf2010() {
        Path account = realData("mx-federal/Cuenta_Publica_2010.csv.gz");
        CommandRun run =
                impact(FEDERAL, account.toString(), "--layout", "mx-federal-cuenta-publica", "--fiscal-year", "2010");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .containsPattern("object-concept-unknown +2,624 +526,054,035,117.00 +22.13 %")
                .contains("2,376,915,033,293.00")
                .contains("91 other units");
    }

    @Test
    void whatIsComingIsShownApartAndChangesNeitherVerdictNorExitCode() {
        List<String> today = List.of(
                "validate", "--rules", "mx-fed", "--fiscal-year", "2010", "--as-of", "2010-12-31", hardened.toString());
        CommandRun plain = CommandRun.of(today.toArray(String[]::new));
        List<String> ahead = new ArrayList<>(today);
        ahead.add("--preview-next");
        CommandRun preview = CommandRun.of(ahead.toArray(String[]::new));
        assertThat(preview.exitCode()).isEqualTo(plain.exitCode()).isZero();
        int from = preview.out().indexOf("NOT YET LAW");
        int to = preview.out().indexOf("The law it was checked against");
        assertThat(preview.out().substring(0, from) + preview.out().substring(to))
                .as("all but what is coming")
                .isEqualTo(plain.out());
        assertThat(preview.out().substring(from, to))
                .contains("WILL BE AN ERROR from fiscal year 2011")
                .contains("hardened.csv, row 4")
                .contains("(today: WARNING)")
                .doesNotContain("row 2");
        ahead.addAll(List.of("--format", "json"));
        assertThat(CommandRun.of(ahead.toArray(String[]::new)).out())
                .contains("\"verdict\": \"COMPLIANT\"", "\"fromFiscalYear\": 2011", "\"severityNow\": \"WARNING\"");
    }

    @Test
    void whereNothingIsComingThatIsSaid() {
        CommandRun run = CommandRun.of(
                "validate",
                "--rules",
                "mx-fed",
                "--fiscal-year",
                "2012",
                "--as-of",
                "2012-12-31",
                "--preview-next",
                same.toString());
        assertThat(run.out()).contains("No coming pack is known");
    }

    private static CommandRun impact(List<String> packs, String... more) {
        List<String> args = new ArrayList<>(List.of("rules", "impact"));
        args.addAll(packs);
        args.addAll(List.of(more));
        if (!args.contains("--fiscal-year")) {
            args.addAll(List.of("--fiscal-year", "2011"));
        }
        return CommandRun.of(args.toArray(String[]::new));
    }

    private static String json(Path budget, String threads) {
        String json = impact(FEDERAL, budget.toString(), "--format", "json", "--threads", threads)
                .out();
        return json.substring(0, json.indexOf("\"run\": {"));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String sample(String name) throws IOException {
        try (InputStream in = DemoCommand.class.getResourceAsStream("samples/mexico-city-2011/" + name)) {
            Path copy = folder.resolve(name);
            Files.write(copy, in.readAllBytes());
            return copy.toString();
        }
    }

    static Path realData(String name) {
        String shared = System.getProperty("hrbudget.shared");
        Path data = shared != null ? Path.of(shared, "data") : null;
        for (Path at = Path.of("").toAbsolutePath(); data == null && at != null; at = at.getParent()) {
            Path beside = at.resolve("shared").resolve("data");
            data = Files.isDirectory(beside) ? beside : null;
        }
        Assumptions.assumeTrue(
                data != null && Files.isRegularFile(data.resolve(name)),
                "no real data: shared/data/" + name + " is not beside the repository (-Dhrbudget.shared=FOLDER)");
        return data.resolve(name);
    }
}
