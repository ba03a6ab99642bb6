package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.validation.PackManifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewCommandTest {

    @TempDir
    Path into;

    private static String newest() {
        List<PackManifest> versions = RulePacks.versions("mx-cmx");
        return versions.get(versions.size() - 1).version();
    }

    private CommandRun run(String years, String... more) {
        String[] fixed = {
            "rules", "new", "mx-cmx", "2030.1", "--amends", newest(), "--fiscal-years", years, "--into", into.toString()
        };
        return CommandRun.of(Stream.concat(Stream.of(fixed), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void theFolderIsMadeAndTheNextThreeStepsAreSaid() {
        CommandRun run = run("2030-", "--in-force-from", "2029-12-31", "--published", "2029-12-30");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().replaceAll("\\s+", " "))
                .startsWith("Made ")
                .contains("for mx-cmx 2030.1, which amends mx-cmx " + newest() + ". It changes nothing yet.")
                .contains("1. Open pack.properties and fill in title, title_es, instrument")
                .contains("2. Go through coverage.csv")
                .contains("3. Check it: hrbudget rules check ");
        assertThat(into.resolve("mx-cmx-2030.1/pack.properties"))
                .content(StandardCharsets.UTF_8)
                .contains("\nin-force-from=2029-12-31\n", "\npublished=2029-12-30\n", "\nfiscal-years=2030-\n");
    }

    @ParameterizedTest
    @CsvSource({"2030, 2030", "2030-2031, 2030-2031", "2030-2030, 2030"})
    void theFiscalYearsAreWrittenAsGiven(String given, String written) {
        run(given);

        assertThat(into.resolve("mx-cmx-2030.1/pack.properties"))
                .content(StandardCharsets.UTF_8)
                .contains("\nfiscal-years=" + written + "\n");
    }

    @Test
    void aRuleToChangeIsCopiedWithItsExamples() {
        CommandRun run = run("2030-", "--change", "line-names-no-action", "--change", "paid-above-exercised");

        assertThat(run.exitCode()).isZero();
        assertThat(into.resolve("mx-cmx-2030.1/actions-of-each-line.drl")).isRegularFile();
        assertThat(into.resolve("mx-cmx-2030.1/examples/paid-above-exercised.csv"))
                .isRegularFile();
    }

    @Test
    void theStepsAreSaidInSpanish() {
        assertThat(run("2030-", "--lang", "es").out())
                .startsWith("Se creó ")
                .contains("Siguientes pasos", "llene título-en-inglés, título, instrumento", "3. Revísela:");
        assertThat(into.resolve("mx-cmx-2030.1/parameters.csv"))
                .content(StandardCharsets.UTF_8)
                .isEqualTo("clave,valor,medida,fundamento\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"next", "30", "2030-31", "2030,2031", "0000"})
    void whatIsNoFiscalYearIsRefused(String years) {
        CommandRun run = run(years);

        assertThat(run.err()).contains("--fiscal-years cannot be \"" + years + "\"");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(into).isEmptyDirectory();
    }

    @Test
    void aDayThatIsNoneIsRefused() {
        CommandRun run = run("2030-", "--published", "2029-13-01");

        assertThat(run.err()).contains("--published cannot be \"2029-13-01\"");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aFolderThatIsThereIsRefusedInTheUsersLanguage() {
        run("2030-");
        CommandRun again = run("2030-", "--lang", "es");

        assertThat(again.err()).contains("ya existe y no está vacía");
        assertThat(again.exitCode()).isEqualTo(3);
    }

    /** The walk that the page of the law gives to those elsewhere, on a real budget: from nothing to a page. */
    @Test
    void aBudgetElsewhereIsJudgedByAFirstVersionOfItsOwn() throws IOException {
        Path budget = ImpactCommandTest.realData("croatia-fdp/croatia-budget-plan-2016-2018.zip");
        String descriptor = into.resolve("datapackage.json").toString();
        unpack(budget, "datapackage.json", Path.of(descriptor));
        CommandRun made = CommandRun.of(
                ("rules new hr-state 2018.1 --like mx-cmx/2011.1 --fiscal-years 2018 --change line-names-no-action --into "
                                + into)
                        .split(" "));
        assertThat(made.out())
                .contains("for hr-state 2018.1, the first version of", "like mx-cmx/2011.1.", "Say in legal-bases.csv");
        Path pack = into.resolve("hr-state-2018.1");
        replace(pack.resolve("pack.properties"), "title=\n", "title=Own\n", "title_es=\n", "title_es=Propias\n");
        replace(pack.resolve("pack.properties"), "instrument=\n", "instrument=Own checks\n");
        replace(pack.resolve("legal-bases.csv"), ",,,,,\n", ",Own checks,,,this test,derived\n");
        replace(pack.resolve("coverage.csv"), ",,,to-compare,", ",Own,Propia,encoded,", ",,,\n", ",,,this test\n");
        replace(pack.resolve("actions-of-each-line.drl"), "\"ERROR\"", "\"WARNING\"");
        Path programme = into.resolve("programme.csv");
        Files.writeString(programme, "code,sequence,title\n01.01.01,1,Trial\n");
        Path page = into.resolve("report.html");

        CommandRun run =
                CommandRun.of(("validate " + budget + " --entry data/croatia-budget-plan-2016-2018__2018.csv --layout "
                                + descriptor + " --pack " + pack
                                + " --rules hr-state --fiscal-year 2018 --as-of 2018-06-30 --programme " + programme
                                + " --format html=" + page)
                        .split(" "));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(page)
                .content(StandardCharsets.UTF_8)
                .contains("hr-state", "Hrvatski sabor", "148,204,429,237.00", "HRK", "not judged");
    }

    private static void unpack(Path zip, String name, Path to) throws IOException {
        try (ZipFile all = new ZipFile(zip.toFile())) {
            Files.write(to, all.getInputStream(all.getEntry(name)).readAllBytes());
        }
    }

    private static void replace(Path file, String... fromTo) throws IOException {
        String text = Files.readString(file);
        for (int i = 0; i < fromTo.length; i += 2) {
            assertThat(text).contains(fromTo[i]);
            text = text.replace(fromTo[i], fromTo[i + 1]);
        }
        Files.writeString(file, text);
    }

    @Test
    void aFirstVersionAmendsNothing() {
        assertThat(run("2030-", "--like", "mx-cmx/2011.1").err()).contains("Leave out --amends or --like.");
    }

    @Test
    void theVersionToAmendIsRequired() {
        assertThat(CommandRun.of("rules", "new", "mx-cmx", "2030.1", "--fiscal-years", "2030-")
                        .err())
                .contains("--amends or, for the first version of a jurisdiction, --like");
    }
}
