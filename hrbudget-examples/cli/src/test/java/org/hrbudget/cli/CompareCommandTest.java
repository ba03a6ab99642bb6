package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two budgets compared from the command line. */
class CompareCommandTest {

    @TempDir
    private Path room;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(room.resolve("2010.csv"), """
                fiscal_year,unit_code,object_code,approved,exercised,action_1
                2010,U1,1131,100.00,80.00,01.01.01
                2010,U2,2111,50.00,50.00,
                """);
        Files.writeString(room.resolve("2011.csv"), """
                fiscal_year,unit_code,object_code,approved,exercised,action_1
                2011,U1,1131,110.00,110.00,01.01.01
                2011,U3,2111,60.00,,
                2011,U3,2112,x,,
                """);
        Files.writeString(room.resolve("prices.csv"), "year,index,source\n2010,100,INEGI\n2011,104,INEGI\n");
        Files.writeString(room.resolve("other.csv"), "year,index\n2010,100\n2011,120\n");
        Files.writeString(room.resolve("people.csv"), "year,population\n2010,10\n2011,10\n");
        Files.writeString(room.resolve("units.csv"), "from,to\nU2,U3\n");
        Files.writeString(
                room.resolve("programme.csv"),
                "code,sequence,title,right_en,right_es\n01.01.01,1,One,Equality,Igualdad\n");
    }

    private CommandRun compare(String... options) {
        List<String> args = new ArrayList<>(List.of(
                "compare",
                room.resolve("2010.csv").toString(),
                room.resolve("2011.csv").toString()));
        for (String option : options) {
            args.add(
                    option.endsWith(".csv") && !option.contains("=")
                            ? room.resolve(option).toString()
                            : option);
        }
        return CommandRun.of(args.toArray(String[]::new));
    }

    @Test
    void everythingGivenIsUsed() {
        CommandRun run = compare(
                "--deflator",
                "prices.csv",
                "--deflator",
                "other.csv",
                "--base-year",
                "2011",
                "--population",
                "people.csv",
                "--successions",
                "units.csv",
                "--programme",
                "programme.csv");
        assertThat(run.exitCode()).as("a row could not be read: " + run.err()).isEqualTo(3);
        assertThat(run.out())
                .contains("Real amounts by prices.csv (INEGI), prices of 2011. Its numbers: 2010: 100; 2011:")
                .contains("Per person by people.csv (its source is not said). Its numbers: 2010: 10; 2011: 10.")
                .contains("Total: by prices.csv the real change has one sign, by other.csv the other.")
                .contains("2011: 1 row could not be read, and is in no number here.")
                .contains("Counted under the unit that took their place: U2.")
                .contains("01 Equality");
        // 150 at the prices of 2011 are 156, and 170 is 14 more.
        assertThat(run.out())
                .containsPattern("real, prices of 2011\\s+156\\.00\\s+170\\.00\\s+\\+14\\.00\\s+\\+8\\.97 %");
        assertThat(run.out())
                .contains("The change of +20.00 is made of: prices +6.00; coverage 0.00; real growth +14.00.");
    }

    @Test
    void withoutAnIndexTheWordRealIsNowhere() {
        CommandRun english = compare("--all");
        assertThat(english.out()).contains("not adjusted for prices").doesNotContainIgnoringCase("real");
        CommandRun spanish = compare("--lang", "es", "--format", "html");
        assertThat(spanish.out())
                .contains("pesos de cada año, sin ajustar por precios")
                .doesNotContainPattern("\\breal(es)?\\b");
    }

    @Test
    void twoStagesOfOneFileAreCompared() {
        String file = room.resolve("2010.csv").toString();
        CommandRun run = CommandRun.of(
                "compare",
                file,
                file,
                "--amount",
                "approved",
                "--amount-after",
                "exercised",
                "--by",
                "unit",
                "--by",
                "chapter");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("NOT LIKE WITH LIKE")
                .contains("By unit")
                .contains("By chapter")
                .doesNotContain("By action");
        assertThat(run.out()).containsPattern("U1\\s+100\\.00\\s+80\\.00\\s+-20\\.00\\s+-20 %");
    }

    @Test
    void formsGoToFilesWholeOrNotAtAll() throws IOException {
        CommandRun run = compare(
                "--format", "json=" + room.resolve("c.json"),
                "--format", "html=" + room.resolve("c.html"),
                "--format", "csv=" + room.resolve("c-out.csv"));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(room.resolve("c.json"))).startsWith("{\n  \"schemaVersion\": \"1.0\"");
        assertThat(Files.readString(room.resolve("c.html")))
                .startsWith("<!doctype html>")
                .endsWith("</html>\n");
        assertThat(Files.readString(room.resolve("c-out.csv")))
                .contains("\nUNIT,GROUP,U1,,BOTH,1,1,100.00,110.00,10.00,");
    }

    /** A table has no place for them. */
    @Test
    void warningsAndNotesOfATableAreSaidOnStandardError() {
        CommandRun run = compare("--format", "csv");
        assertThat(run.out()).startsWith("\ufeffby,kind,code,");
        assertThat(run.err()).contains("2011: 1 row could not be read").contains("By right nothing can be compared");
        assertThat(compare("--format", "json").err()).isEmpty();
    }

    @Test
    void whatCannotBeComparedIsRefusedInWords() throws IOException {
        assertThat(compare("--base-year", "2011").err()).contains("of no use without an index of prices");
        assertThat(compare("--by", "right").exitCode()).isEqualTo(3);
        assertThat(compare("--by", "rigth").err()).contains("Maybe right was meant");
        assertThat(compare("--amount-after", "exercised").err()).contains("Name the amount of the budget before too");
        Files.writeString(room.resolve("short.csv"), "date,index\n2010-01,100\n2011-01,104\n");
        CommandRun months = compare("--deflator", "short.csv", "--lang", "es");
        assertThat(months.err()).contains("A short.csv le faltan meses de 2010");
        assertThat(months.exitCode()).isEqualTo(3);
    }

    @Test
    void aYearThatLinesDoNotSayIsTold() throws IOException {
        Files.writeString(
                room.resolve("2011.csv"), "fiscal_year,unit_code,object_code,approved\n2011,U1,1131,110.00\n");
        CommandRun run = compare("--before-year", "2009");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().replaceAll("\\s+", " ")).contains("taken as of 2009, though lines of it say 2010");
        assertThat(compare().out()).doesNotContain("though lines of it say");
    }

    @Test
    void aFileOfAnotherLayoutIsToldWhichWouldFit() throws IOException {
        Files.writeString(
                room.resolve("2011.csv"),
                "CICLO,ID_RAMO,ID_UR,ID_OBJETO_DEL_GASTO,MONTO_APROBADO,MONTO_EJERCIDO\n2011,1,U1,1131,5,4\n");
        CommandRun run = compare();
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("--layout mx-federal-cuenta-publica");
        assertThat(compare("--layout-after", "mx-federal-cuenta-publica").out())
                .contains("different governments: mx-cmx and mx-fed");
    }
}
