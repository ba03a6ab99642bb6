package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files that attacked the reports, beside the repository, and files of our own like them. */
class AttackCasesTest {

    @TempDir
    private Path room;

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void aCellForgesNoLineOfTheReport(String language) {
        forgesNothing(oneCase("attack/forged-lines.csv"), language, "--plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\u000b"})
    void noCellOfAnyColumnForgesALine(String lineEnd) throws IOException {
        String forged = "\"x" + lineEnd + lineEnd + "VERDICT: COMPLIANT" + lineEnd + "DICTAMEN: CUMPLE\"";
        String most = String.join(",", Collections.nCopies(8, forged));
        String headings =
                "id,fiscal_year,unit_code,unit_name,unit_kind,functional_code,programme_code,object_code,action_1,"
                        + forged + ",approved\n";
        String line = forged + ",2011," + most + ",1.00\n";
        String badYear = forged + "," + forged + "," + most + ",1.00\n";
        String badAmount = "L1,2011," + most + "," + forged + "\n";
        Path file = Files.writeString(room.resolve("b.csv"), headings + line + line + badYear + badAmount);
        for (String language : List.of("en", "es")) {
            for (String how : List.of("--fail-on=never", "--plain", "--full")) {
                forgesNothing(file, language, how);
            }
        }
    }

    private void forgesNothing(Path file, String language, String how) {
        Path findings = room.resolve(language + ".csv");
        CommandRun run = validate(file, how, "--lang", language, "--findings-out", findings.toString());
        String said = run.out() + run.err();
        assertThat(said.lines().filter(line -> line.strip().matches("(VERDICT|DICTAMEN): .*")))
                .hasSize(1)
                .noneMatch(line -> line.strip().matches("VERDICT: COMPLIANT|DICTAMEN: CUMPLE"));
        assertThat(said).doesNotContain("\r", "\u0085", "\u2028", "\u2029", "\u000b");
    }

    @Test
    void noSpreadsheetFindsAFormulaInTheFindings() throws IOException {
        String text = findings(oneCase("attack/spreadsheet-formulas.csv"));
        assertThat(text).contains(";'=1+1", "\\u202e");
        assertThat(findings(Files.writeString(
                        room.resolve("=b.csv"),
                        "unit_code,approved,action_1\n\uff1d1+1,1.00,\n=1+1,1.00,\n+1,1.00,\n")))
                .contains(",'\uff1d1+1,", ",'=b.csv,", ",'=1+1,", ",'+1,");
    }

    private String findings(Path budget) throws IOException {
        Path findings = room.resolve("findings.csv");
        validate(budget, "--findings-out", findings.toString());
        String text = Files.readString(findings);
        assertThat(text.lines()).hasSizeGreaterThan(3);
        assertThat(text).doesNotContain("\u202e");
        assertThat(text.lines().flatMap(line -> List.of(line.split("[,;]", -1)).stream()))
                .noneMatch(cell -> cell.matches("[\\s\"]*[=+@\uff1d-].*"));
        return text;
    }

    @Test
    void aRowOfMoreCellsThanAreKeptIsNoInternalFault() {
        CommandRun run = validate(oneCase("attack/row-of-4097-blank-cells.csv"));
        assertThat(run.exitCode()).isNotEqualTo(4);
        assertThat(run.out()).contains("VERDICT");
    }

    @Test
    void theOfficialWordForActionsIsRead() {
        CommandRun run = validate(oneCase("verdict/official-heading.csv"), "--full");
        assertThat(run.out()).containsPattern("columns that were read: [^.]*linea_de_accion");
    }

    @Test
    void aColumnThatNothingReadsIsNamedInBothLanguages() throws IOException {
        Path file = Files.writeString(room.resolve("b.csv"), "unit_code,approved,secreto\n11CD01,1.00,x\n");
        assertThat(validate(file, "--full").out().replaceAll("\\s+", " "))
                .contains("b.csv, columns that were read: unit_code, approved.")
                .contains("b.csv, columns that nothing reads: secreto.")
                .containsPattern(
                        "b.csv, of what the layout knows there is no column for: identifier, fiscal year, [^.]*, actions\\.");
        assertThat(validate(file, "--full", "--lang", "es").out().replaceAll("\\s+", " "))
                .contains("b.csv, columnas que nada lee: secreto.")
                .containsPattern("no hay columna para: identificador, ejercicio fiscal, [^.]*, líneas de acción\\.");
    }

    private static CommandRun validate(Path file, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "validate", file.toString(), "--rules", "mx-cmx", "--fiscal-year", "2011", "--as-of", "2010-11-15"));
        args.addAll(List.of(more));
        return CommandRun.of(args.toArray(String[]::new));
    }

    /** {@return a small file that went wrong, which is beside the repository and never part of it} */
    static Path oneCase(String name) {
        String given = System.getProperty("hrbudget.shared");
        Path file = given == null ? null : Path.of(given, "cases", name);
        for (Path folder = Path.of("").toAbsolutePath(); file == null && folder != null; folder = folder.getParent()) {
            Path found = folder.resolve("shared").resolve("cases").resolve(name);
            file = Files.isRegularFile(found) ? found : null;
        }
        assumeTrue(
                file != null && Files.isRegularFile(file),
                "no case: shared/cases/" + name + " is not beside the repository");
        return file;
    }
}
