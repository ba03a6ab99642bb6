package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs of the user's own, given with {@code --pack}. */
class GivenPackTest {

    @TempDir
    private Path room;

    private Path budget;

    @BeforeEach
    void writeBudget() throws IOException {
        budget = write("budget.csv", "unit_code,fiscal_year,approved\n11CD01,2040,1000.01\n12CD02,2040,1.00\n");
    }

    @Test
    void aBudgetIsCheckedAgainstAGivenPack() throws IOException {
        CommandRun run = validate(
                "--rules",
                "xx-state",
                "--full",
                "--pack",
                pack("approved-large", "2040-").toString());

        assertThat(run.err())
                .endsWith("is not signed: nobody answers for it.\n")
                .hasLineCount(1);
        assertThat(run.out()).contains("xx-state 1").contains("approved-large").contains("1 warning");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aTransitoryArticleGoesByTheDayOfSubmissionThatIsGiven() throws IOException {
        StringBuilder lines = new StringBuilder("unit_code,fiscal_year,approved,action_1,no_action_reason\n");
        for (int i = 0; i < 6; i++) {
            lines.append("11CD01,2012,100.00,,deuda\n");
        }
        Path file = write("dated.csv", lines.toString());

        assertThat(dated(file, "--submitted", "2011-11-14").out()).doesNotContain("by the row most-reasons");
        assertThat(dated(file, "--submitted", "2011-11-15").out().replaceAll("\\s+", " "))
                .contains(
                        "(reasons-of-one-word): by the row most-reasons-of-one-word = 5 of parameters.csv, from 2011-11-15 on"
                                + " (day of submission)");
        assertThat(dated(file).out().replaceAll("\\s+", " "))
                .contains(
                        "its limit \"most-reasons-of-one-word\" has dated rows, and the day on which the budget was submitted is"
                                + " not known");
    }

    private static CommandRun dated(Path file, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "validate",
                file.toString(),
                "--rules",
                "mx-cmx",
                "--fiscal-year",
                "2012",
                "--as-of",
                "2011-12-01",
                "--full",
                "--pack",
                ReformsTest.REFORMS.resolve("dates/pack").toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    @Test
    void theReportHoldsTheHashOfEveryFileOfAGivenPack() throws IOException {
        CommandRun run = validate(
                "--rules",
                "xx-state",
                "--format",
                "json",
                "--pack",
                pack("approved-large", "2040-").toString());

        assertThat(run.out())
                .contains("\"xx-state/1/pack.properties\"")
                .contains("\"xx-state/1/lines.drl\"")
                .contains("\"xx-state/1/examples/approved-large.csv\"");
    }

    @Test
    void aGivenReformGovernsTheYearsItNames() throws IOException {
        Path reform = room.resolve("reform");
        Files.createDirectory(reform);
        write("reform/pack.properties", """
                jurisdiction=mx-cmx
                version=2040.1
                amends=%s
                title=Reform
                title_es=Reforma
                instrument=Manual
                published=2039-10-01
                fiscal-years=2040-
                """.formatted(CommandRun.newest()));

        CommandRun run = validate("--rules", "mx-cmx", "--pack", reform.toString());
        assertThat(run.err())
                .endsWith("is not signed: nobody answers for it.\n")
                .hasLineCount(1);
        assertThat(run.out()).contains("mx-cmx 2040.1");
        assertThat(validate("--rules", "mx-cmx").out()).doesNotContain("mx-cmx 2040.1");
    }

    @Test
    void aYearThatNoGivenPackGovernsNamesWhatThereIs() throws IOException {
        CommandRun run = validate(
                "--rules", "xx-state", "--pack", pack("approved-large", "2041-").toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("2041–");
    }

    @Test
    void rulesOfAGivenPackAreListedAndShown() throws IOException {
        String pack = pack("approved-large", "2040-").toString();

        assertThat(CommandRun.of("rules", "list", "--pack", pack).out())
                .contains("mx-cmx 2011.1")
                .contains("xx-state 1")
                .contains("approved-large");
        assertThat(CommandRun.of("rules", "list", "--rules", "xx-state", "--pack", pack)
                        .out())
                .doesNotContain("mx-cmx 2011.1");
        assertThat(CommandRun.of("rules", "show", "approved-large", "--lang", "es", "--pack", pack)
                        .out())
                .contains("El monto es alto");
    }

    @Test
    void aZipFileIsAPackToo() throws IOException {
        Path folder = pack("approved-large", "2040-");
        Path zip = room.resolve("pack.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : NAMES) {
                out.putNextEntry(new ZipEntry("state/" + name));
                out.write(Files.readAllBytes(folder.resolve(name)));
                out.closeEntry();
            }
        }

        assertThat(CommandRun.of("rules", "list", "--rules", "xx-state", "--pack", zip.toString())
                        .out())
                .contains("approved-large");
    }

    @Test
    void faultsOfAGivenPackAreSaidInTheReadersLanguage() throws IOException {
        Path folder = pack("approved-large", "2040-");
        Files.writeString(folder.resolve("Canary.java"), "class Canary {}");

        CommandRun english = CommandRun.of("rules", "list", "--pack", folder.toString());
        CommandRun spanish = CommandRun.of("rules", "list", "--lang", "es", "--pack", folder.toString());

        assertThat(english.exitCode()).isEqualTo(3);
        assertThat(english.out()).isEmpty();
        assertThat(english.err()).contains("Canary.java").contains("is a program");
        assertThat(spanish.err()).contains("Canary.java").contains("es un programa");
        assertThat(spanish.err()).contains("no puede usarse").doesNotContain("cannot");
    }

    @Test
    void aPlaceThatIsNotThereIsSaid() {
        CommandRun run =
                CommandRun.of("rules", "list", "--pack", room.resolve("nothing").toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("There is nothing at");
    }

    private static final List<String> NAMES = List.of(
            "pack.properties",
            "lines.drl",
            "legal-bases.csv",
            "parameters.csv",
            "messages.properties",
            "messages_es.properties",
            "examples/approved-large.csv");

    private Path pack(String rule, String years) throws IOException {
        Files.createDirectories(room.resolve("state/examples"));
        write(
                "state/pack.properties",
                "jurisdiction=xx-state\nversion=1\ntitle=State\ntitle_es=Estado\ninstrument=Ley\nfiscal-years=" + years
                        + "\n");
        write(
                "state/lines.drl",
                "rule \"" + rule + "\"\n    @severity(\"WARNING\")\n    @legalBasis(\"law\")\nwhen\n"
                        + "    Parameter( code == \"largest\", $largest : value )\n"
                        + "    SpendingLine( approved != null, approved > $largest )\nthen\nend\n");
        write("state/legal-bases.csv", "key,instrument,article,published,source,evidence\nlaw,Ley,,,S1,sourced\n");
        write("state/parameters.csv", "code,value,unit,legal-basis\nlargest,1000.00,amount,law\n");
        write(
                "state/messages.properties",
                rule + ".title=Large\n" + rule + ".message=The amount is large.\n" + rule + ".remedy=Check it.\n");
        write(
                "state/messages_es.properties",
                rule + ".title=Alto\n" + rule + ".message=El monto es alto.\n" + rule + ".remedy=Verifíquelo.\n");
        write(
                "state/examples/" + rule + ".csv",
                "expect,case,approved\nsilence,below,999.99\nsilence,at,1000.00\nfinding,above,1000.01\n");
        return room.resolve("state");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(room.resolve(name), text);
    }

    private CommandRun validate(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("validate", "--fiscal-year", "2040", "--as-of", "2039-11-15", budget.toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }
}
