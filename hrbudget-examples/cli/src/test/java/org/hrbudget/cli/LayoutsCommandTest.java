package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrbudget.cli.AttackCasesTest.oneCase;
import static org.hrbudget.cli.ImpactCommandTest.realData;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.hrbudget.io.Layout;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What helps to write a layout: the draft, the check, the schema and the page. */
class LayoutsCommandTest {

    @TempDir
    private Path room;

    private static CommandRun draft(Path file, String... more) {
        String[] args = new String[3 + more.length];
        args[0] = "layouts";
        args[1] = "new";
        args[2] = file.toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return CommandRun.of(args);
    }

    /** Checks a file with the draft that was made from it. */
    private CommandRun checked(Path file, String... lang) throws IOException {
        CommandRun draft = draft(file, lang);
        assertThat(draft.exitCode()).as(draft.err()).isZero();
        Path layout = Files.writeString(room.resolve("draft.json"), draft.out());
        String[] args = new String[4 + lang.length];
        System.arraycopy(new String[] {"layouts", "check", layout.toString(), file.toString()}, 0, args, 0, 4);
        System.arraycopy(lang, 0, args, 4, lang.length);
        return CommandRun.of(args);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(room.resolve(name), text);
    }

    @Test
    void theDraftOfAPlainSaveReadsItWhole() throws IOException {
        CommandRun run = checked(oneCase("officer/excel-csv-windows.csv"));

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out())
                .contains("Charset: windows-1252", "Headings: row 4", "Row 8 is a total")
                .containsPattern("Importe anual +→ +proposed")
                .containsPattern("Línea de acción PDHDF +→ +action\n")
                .contains("Nothing reads: Descripción")
                .containsPattern("unit_code += 08 CO 01")
                .containsPattern("proposed += 1,005,306.66")
                .contains("Read: 4. Lines: 3. Passed over: 1. Rejected: 0.")
                .containsPattern("proposed +3,470,568.42 +lines with an amount: 3")
                .contains("None: no totals");
    }

    @ParameterizedTest
    @CsvSource({"excel-csv-utf8-semicolons.csv, 3", "several-actions-in-one-cell.csv, 2", "total-row.csv, 1"})
    void theDraftOfAnOfficesFileReadsIt(String name, int lines) throws IOException {
        CommandRun run = checked(oneCase("officer/" + name), "--lang", "es");

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out()).contains("Renglones: " + lines + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blank-means-zero.csv",
                "code-and-label.csv",
                "cp850-read-as-latin1.csv",
                "negatives.csv",
                "subtotals-among-lines.csv",
                "thousands-of-pesos.csv"
            })
    void withoutAStageTheDraftComesOutAndSaysWhatToWrite(String name) {
        CommandRun run = draft(oneCase("reading/" + name), "--lang", "es");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("{").contains("\"field\": \"proposed|approved|");
        assertThat(run.err())
                .contains("Confirme esto:", "Ningún encabezado de monto dice su etapa", "hrbudget layouts check");
    }

    @Test
    void amountsInRowsAreFound() throws IOException {
        CommandRun run = checked(oneCase("reading/moments-in-rows.csv"));

        // A share of two amounts is no amount: somebody has to say that its rows are passed over.
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("were brought together as", "\"Porcentaje Ejer/Aprob\" says no amount");
    }

    @Test
    void aPublishersFileWithAStageIsRead() throws IOException {
        CommandRun run = checked(oneCase("reading/lost-amount-column.csv"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("138,836,599,541.68", "Nothing reads: MONTO");
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({
        "cdmx/cdmx_presupuesto_participativo_2018.csv, 1078, '536,904,016.55'",
        "cdmx/gasto_federalizado_proyectos_2016_q1.xlsx, 500, '12,324,139,783.79'",
        "mx-federal/Cuenta_Publica_2009.csv.gz, 146382, ''",
        "mx-federal/Cuenta_Publica_2010.csv.gz, 129014, ''",
        "mx-federal/pef_2016.csv.zip, 75312, '5,297,125,819,608.00'"
    })
    void theDraftOfARealFileReadsIt(String name, int rows, String sum) throws IOException {
        CommandRun run = checked(realData(name));

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out()).contains("Read: " + rows + ". Lines: " + rows + ".", sum);
    }

    @Test
    void unreadColumnsComeWithTwoValues() throws IOException {
        Path file = write("b.csv", "UR,Zona,Aprobado\n1,Norte,5\n1,Norte,6\n2,Sur,7\n3,Este,8\n");

        assertThat(draft(file).err()).contains("- Zona: \"Norte\", \"Sur\"\n").doesNotContain("Este");
    }

    @Test
    void whoseBudgetsItReadsCanBeSaid() throws IOException {
        Path file = write("b.csv", "UR,Aprobado\n1,5\n");
        CommandRun run = draft(file, "--jurisdiction", "mx-jal", "--currency", "USD");

        assertThat(run.out()).contains("\"jurisdiction\": \"mx-jal\"", "\"currency\": \"USD\"");
        assertThat(run.err()).doesNotContain("assumed");
        assertThat(draft(file).err()).contains("mx-cmx and MXN are assumed");
    }

    @Test
    void aDraftGoesToAFileThatIsNotThereYet() throws IOException {
        Path file = write("b.csv", "UR,Aprobado\n1,5\n");
        Path out = room.resolve("own.json");

        CommandRun first = draft(file, "--out", out.toString());
        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).isEmpty();
        assertThat(Layout.read(out).name()).isEqualTo("b");

        Files.writeString(out, "edited");
        CommandRun second = draft(file, "--out", out.toString());
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.err()).contains("own.json is there already");
        assertThat(out).hasContent("edited");
    }

    @Test
    void theYearOfColumnsOfSeveralCanBeSaid() throws IOException {
        Path layout = write("years.json", """
                {"name": "years", "title": {"es": "l"}, "jurisdiction": "mx-fed", "currency": "MXN", "phase": "from-columns",
                 "objectLevel": "item", "columns": [
                   {"field": "unit_code", "headings": ["UR"]}, {"field": "approved", "headings": ["Aprobado {year}"]}]}
                """);
        Path file = write("b.csv", "UR,Aprobado 2011,Aprobado 2012\n1,5,6\n");

        CommandRun run = CommandRun.of("layouts", "check", layout.toString(), file.toString(), "--fiscal-year", "2012");

        assertThat(run.out()).containsPattern("approved += 6.00");
    }

    @Test
    void whatIsRejectedOrDoubtfulIsShownAndEndsWithOne() throws IOException {
        Path bad = write("b.csv", "unit_code,object_code,approved\n1,1131,5\n1,1132,x\n");
        CommandRun run = CommandRun.of("layouts", "check", "hrbudget", bad.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("Rejected: 1.", "Row 3, approved = x: \"x\" is not an amount.");

        Path doubled = write("d.csv", "unit_code,object_code,approved\n1,11000,11\n1,11301,5\n1,11302,6\n");
        CommandRun doubt = CommandRun.of("layouts", "check", "hrbudget", doubled.toString(), "--lang", "es");
        assertThat(doubt.exitCode()).isEqualTo(1);
        assertThat(doubt.out()).contains("La fila 2 (11000)").doesNotContain("Ninguna: ni totales");
    }

    @Test
    void onlyTheFirstRejectedRowsAreShown() throws IOException {
        Path bad = write("b.csv", "unit_code,approved\n" + "1,x\n".repeat(13));
        CommandRun run = CommandRun.of("layouts", "check", "hrbudget", bad.toString());

        assertThat(run.out()).contains("Row 11, ", "not shown: 3", "No row became a line.", "No line has an amount.");
        assertThat(run.out()).doesNotContain("Row 12, ");
    }

    @Test
    void fieldsWithoutAColumnAreNamed() throws IOException {
        Path file = write("b.csv", "unit_code,approved\n1,5\n");

        assertThat(CommandRun.of("layouts", "check", "hrbudget", file.toString())
                        .out())
                .contains("The file has no column for: id, fiscal_year, unit_name");
    }

    @Test
    void theSheetIsChosen() {
        Path file = realData("cdmx/gasto_federalizado_proyectos_2016_q1.xlsx");

        assertThat(draft(file, "--sheet", "none").err()).contains("ReporteTrimestral");
        assertThat(draft(file, "--sheet", "none").exitCode()).isEqualTo(3);
    }

    @Test
    void whereNoLayoutFitsTheWayToOneIsShown() throws IOException {
        Path file = write("b.csv", "Zona,Aprobado municipal\n1,5\n");
        String way = "hrbudget layouts new " + file;

        CommandRun check = CommandRun.of("layouts", "check", "hrbudget", file.toString());
        assertThat(check.exitCode()).isEqualTo(3);
        assertThat(check.err()).contains("lacks columns").contains(way).contains("hrbudget layouts docs");
        assertThat(validate(file)).contains(way);
    }

    @Test
    void whereAnotherLayoutFitsOrNoneCanBeMadeNoWayIsShown() throws IOException {
        Path fitting = write("b.csv", "ciclo,unidad_responsable,partida_especifica,monto_aprobado\n2011,1,1131,5\n");
        CommandRun run = CommandRun.of("layouts", "check", "mx-federal-pef", fitting.toString());
        assertThat(run.err()).contains("would fit --layout hrbudget.").doesNotContain("layouts new");

        assertThat(validate(room.resolve("missing.csv")))
                .contains("does not exist")
                .doesNotContain("layouts new");
        assertThat(validate(write("t.csv", "a,a\n1,2\n"))).doesNotContain("layouts new");
    }

    private static String validate(Path file) {
        return CommandRun.of(
                        "validate",
                        file.toString(),
                        "--rules",
                        "mx-cmx",
                        "--fiscal-year",
                        "2011",
                        "--as-of",
                        "2011-01-01")
                .err();
    }

    @Test
    void schemaAndPageAreThoseOfTheLibrary() {
        assertThat(CommandRun.of("schema", "layout").out()).isEqualTo(Layout.schema());
        assertThat(CommandRun.of("layouts", "docs").out()).isEqualTo(Layout.page(Locale.ENGLISH));
        assertThat(CommandRun.of("layouts", "docs", "--lang", "es").out())
                .startsWith("# Formatos")
                .isEqualTo(Layout.page(Locale.forLanguageTag("es")));
    }
}
