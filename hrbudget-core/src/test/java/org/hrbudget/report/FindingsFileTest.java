package org.hrbudget.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;
import org.hrbudget.report.internal.JsonDocument;
import org.hrbudget.validation.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of findings is whole or not there. */
class FindingsFileTest {

    @TempDir
    Path folder;

    @Test
    void aTableHasARowForEachFindingAndNoFormula() throws IOException {
        Path file = folder.resolve("findings.csv");
        write(file, "=budget, \"x\".csv");
        assertThat(Files.readAllLines(file))
                .hasSize(4)
                .startsWith("\ufeffpack,rule,severity,title,message,remedy,unit,unit_name,file,row,column,value,meant,"
                        + "line_file,line_row,line_id,codes,others,amount,stake,details")
                .element(1)
                .asString()
                .startsWith("mx-cmx 2011.1,line-names-no-action,ERROR,")
                .contains(",11CD01,Secretaría de ejemplo,\"'=budget, \"\"x\"\".csv\",17,líneas,1.1.6,01.01.06,")
                .endsWith(",17,A-17,object_code=4411,descripción=Ayudas sociales,-263687.05,263687.05,value=1234567.5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\uff1d1+1",
                "\uff0b1",
                "\uff0d1",
                "\uff201",
                "\ufe661",
                "\u22121",
                " =1",
                "\t=1",
                "\r=1",
                "\n=1",
                "\u00a0=1",
                "\u202e=1+1",
                "x;=1+1",
                "x;;=1",
                "x; =1",
                "x;\"=1\"",
                "x|=1",
                "\"=1",
                "'=1",
                "x\n=1",
                "x\r\n=1",
                "x\u2028=1",
                ";\t\uff1d1",
                "=cmd|' /C calc'!A0",
                "=DDE(\"cmd\";\"/C calc\";\"x\")",
                "-2+3+cmd|' /C calc'!A0",
                "=HYPERLINK(\"http://h\",\"a\")",
                "\u001b[2J=1",
                "\b=1",
                "\u200b=1",
                "\ufeff=1",
                "\u2060=1",
                "\u3000=1",
                "\u2066=1",
                "\ufe661",
                "\u207a1",
                "\u208a1",
                "\u207c1",
                "x\";=1;\"",
                "=\t1",
                "=1;=2|=3",
                "\"\"=1",
                "=\u03381",
                "\u0085=1",
                "\u000b=1",
                "\u180e=1",
                "\udb40\udc41=1",
                "x =1",
                "x:=1",
                "x: \uff1d1",
                "x -1",
                "=\r\n=1"
            })
    void noSpreadsheetFindsAFormulaOrAnotherLine(String hostile) throws IOException {
        Path file = folder.resolve("findings.csv");
        write(file, hostile);
        String text = Files.readString(file).substring("\ufeff".length());
        assertThat(text.lines()).hasSize(4);
        assertThat(text.codePoints().filter(c -> c != '\n').map(Character::getType))
                .doesNotContain((int) Character.CONTROL, (int) Character.FORMAT, (int) Character.LINE_SEPARATOR);
        for (String separator : new String[] {",", ";", "\\|", "\t", " ", ":"}) {
            boolean rare = separator.equals(" ") || separator.equals(":");
            text.lines()
                    // A spreadsheet leaves within quotation marks what is no comma of ours but may begin a cell.
                    .map(line -> rare ? line.replaceAll("\"(?:[^\"]|\"\")*\"", "x") : line)
                    .flatMap(line -> Stream.of(line.split(separator, -1)))
                    .map(cell ->
                            Normalizer.normalize(cell, Normalizer.Form.NFKC).replaceFirst("^[\\s\"]+", ""))
                    // An amount is a number to a spreadsheet, also below zero.
                    .filter(cell -> !cell.matches("-?[0-9]+[.][0-9]{2}"))
                    .forEach(cell -> assertThat(cell).doesNotStartWith("=").doesNotMatch("(?s)[-+@\u2212].*"));
        }
    }

    @Test
    void newlineDelimitedJsonHasAnObjectForEachFinding() throws IOException {
        Path file = folder.resolve("findings.NDJSON");
        write(file, "budget.csv");
        assertThat(Files.readAllLines(file)).hasSize(3).allSatisfy(line -> {
            ReportDocument.Defect defect = JsonDocument.mapper().readValue(line, ReportDocument.Defect.class);
            assertThat(defect.pack()).isEqualTo("mx-cmx 2011.1");
        });
        assertThat(Files.readString(file)).contains("\"row\":1018").doesNotContain("\r");
    }

    @Test
    void whatIsNotCompletedIsNotThereAndWhatStoodThereStays() throws IOException {
        Path file = folder.resolve("findings.jsonl");
        FindingsFile findings = open(file);
        for (Finding finding : Samples.report().findings()) {
            findings.accept(finding);
        }
        findings.abandon();
        assertThat(names()).isEmpty();

        Files.writeString(file, "before");
        FindingsFile again = open(file);
        again.accept(Samples.report().findings().get(0));
        assertThat(names()).hasSize(2);
        again.abandon();
        assertThat(names()).containsExactly("findings.jsonl");
        assertThat(file).hasContent("before");
    }

    @Test
    void aFullDiskIsTold() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "this system has no device that is always full");
        FindingsFile findings = FindingsFile.open(full, FindingsFile.Form.CSV, Locale.ENGLISH);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        findings.accept(Samples.report().findings().get(0));
                    }
                    findings.complete();
                })
                .isInstanceOf(IOException.class);
        findings.abandon();
    }

    @Test
    void theNameSaysTheForm() {
        assertThat(FindingsFile.Form.of(Path.of("a.CSV"))).contains(FindingsFile.Form.CSV);
        assertThat(FindingsFile.Form.of(Path.of("a.jsonl"))).contains(FindingsFile.Form.NDJSON);
        assertThat(FindingsFile.Form.of(Path.of("a.json"))).isEmpty();
    }

    private static void write(Path path, String name) throws IOException {
        FindingsFile file = open(path);
        for (Finding finding :
                Samples.report(org.hrbudget.validation.Verdict.COMPLIANT, name).findings()) {
            file.accept(finding);
        }
        file.complete();
    }

    private static FindingsFile open(Path path) throws IOException {
        return FindingsFile.open(path, FindingsFile.Form.of(path).orElseThrow(), Samples.SPANISH);
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
