package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.hrbudget.report.JsonReport;
import org.hrbudget.report.ReportDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report that is the officer's own workbook. */
class WorkbookFormTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void copySample() throws IOException {
        for (String name : List.of("budget.csv", "programme.csv")) {
            try (InputStream in = DemoCommand.class.getResourceAsStream("samples/mexico-city-2011/" + name)) {
                Files.copy(Objects.requireNonNull(in), folder.resolve(name));
            }
        }
    }

    private String[] line(String file, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "validate",
                file.equals("-") ? file : folder.resolve(file).toString(),
                "--rules",
                "mx-cmx",
                "--fiscal-year",
                "2011",
                "--as-of",
                "2010-11-15",
                "--programme",
                folder.resolve("programme.csv").toString()));
        args.addAll(List.of(more));
        return args.toArray(String[]::new);
    }

    private ReportDocument json(String file) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            return JsonReport.read(in);
        }
    }

    @Test
    void theWorkbookIsABudgetThatIsJudgedTheSame() throws IOException {
        CommandRun.of(line(
                "budget.csv",
                "--format",
                "xlsx=" + folder.resolve("r.xlsx"),
                "--format",
                "json=" + folder.resolve("r.json")));
        CommandRun again = CommandRun.of(line("r.xlsx", "--format", "json=" + folder.resolve("again.json")));

        assertThat(again.err()).isEmpty();
        ReportDocument first = json("r.json");
        ReportDocument second = json("again.json");
        assertThat(first.findings()).hasSizeGreaterThan(80);
        assertThat(found(second)).isEqualTo(found(first));
        assertThat(second.budget()).isEqualTo(first.budget());
        assertThat(second.rights()).isEqualTo(first.rights());
        assertThat(second.units()).isEqualTo(first.units());
    }

    private static List<String> found(ReportDocument document) {
        return document.findings().stream()
                .map(finding -> {
                    ReportDocument.Location at = finding.location();
                    return finding.ruleId() + " " + finding.unit() + " " + finding.stake()
                            + (at == null ? "" : " " + at.row() + " " + at.column() + " " + at.value());
                })
                .toList();
    }

    @Test
    void itsFindingsAreThoseOfTheJson() throws IOException {
        CommandRun.of(line(
                "budget.csv",
                "--lang",
                "es",
                "--format",
                "xlsx=" + folder.resolve("r.xlsx"),
                "--format",
                "json=" + folder.resolve("r.json")));

        BigDecimal stakes = json("r.json").findings().stream()
                .map(ReportDocument.Defect::stake)
                .filter(Objects::nonNull)
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<List<String>> rows = rows("r.xlsx", "Qué corregir");
        int headings = rows.stream().map(row -> row.get(0)).toList().indexOf("Gravedad");
        int stake = rows.get(headings).indexOf("Recursos que toca (MXN)");
        List<List<String>> findings = rows.subList(headings + 1, rows.size());
        assertThat(findings).hasSameSizeAs(json("r.json").findings());
        assertThat(findings.stream()
                        .map(row -> row.get(stake))
                        .filter(text -> !text.isEmpty())
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(stakes);
    }

    private List<List<String>> rows(String file, String sheet) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(folder.resolve(file).toFile());
                Stream<Row> all = workbook.findSheet(sheet).orElseThrow().openStream()) {
            all.forEach(row -> {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getCellCount(); i++) {
                    Cell cell = row.hasCell(i) ? row.getCell(i) : null;
                    cells.add(cell == null ? "" : Objects.toString(cell.getRawValue(), ""));
                }
                rows.add(cells);
            });
        }
        return rows;
    }

    @Test
    void standardInputComesBackToo() throws IOException {
        byte[] budget = Files.readAllBytes(folder.resolve("budget.csv"));
        CommandRun run = CommandRun.fed(budget, line("-", "--format", "xlsx=" + folder.resolve("r.xlsx")));

        assertThat(run.err()).isEmpty();
        assertThat(rows("r.xlsx", "stdin")).hasSize(1_020);
    }

    @Test
    void onStandardOutputItIsBytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Screen screen = new Screen(InputStream.nullInputStream(), out, err, false, InstantSource.system());

        new Program(screen).run(line("budget.csv", "--format", "xlsx"));

        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        Files.write(folder.resolve("out.xlsx"), out.toByteArray());
        assertThat(rows("out.xlsx", "budget.csv")).hasSize(1_020);
    }

    @Test
    void whatCannotBeReadIsStillAReport() throws IOException {
        Files.writeString(folder.resolve("none.csv"), "a,b\n1,2\n", StandardCharsets.UTF_8);
        String[] two = line(
                "budget.csv", folder.resolve("none.csv").toString(), "--format", "xlsx=" + folder.resolve("r.xlsx"));

        CommandRun run = CommandRun.of(two);

        assertThat(run.err()).isEmpty();
        assertThat(rows("r.xlsx", "budget.csv")).hasSize(1_020);
        assertThat(rows("r.xlsx", "What was read").get(1)).contains("Problem", "none.csv");
    }
}
