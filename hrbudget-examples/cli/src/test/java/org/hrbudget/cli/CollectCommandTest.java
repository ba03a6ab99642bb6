package org.hrbudget.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.hrbudget.model.AmountKind;
import org.hrbudget.report.JsonReport;
import org.hrbudget.report.ReportDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The evening of eighty units, cut from the synthetic sample: two are late, one sends what is no workbook, one sends two versions, one
 * sends nothing, one sends a line of another, and there is a file of nobody.
 */
@Tag("thorough")
class CollectCommandTest {

    private static final int LATE = 3;
    private static final int LATE_TOO = 4;
    private static final int BROKEN = 5;
    private static final int TWICE = 6;
    private static final int MISSING = 7;
    private static final int IN_A_FOLDER = 8;
    private static final int WITH_A_LINE_OF_ANOTHER = 9;
    private static final int WHOSE_LINE_IT_IS = 10;
    private static final int APPROVED = 11;

    /** What would be markup in a page. */
    private static final String STRAY = "saludos <script> & otros.csv";

    @TempDir
    private static Path room;

    private static final List<String> CODES = new ArrayList<>();
    private static BigDecimal approved = new BigDecimal("0.00");
    private static CommandRun run;
    private static JsonNode board;

    @BeforeAll
    static void handIn() throws IOException {
        List<String> rows = sample();
        Map<String, List<String>> byUnit = new LinkedHashMap<>();
        for (String row : rows.subList(1, rows.size())) {
            String code = row.split(",", -1)[1];
            if (!code.isEmpty()) {
                byUnit.computeIfAbsent(code, unit -> new ArrayList<>()).add(row);
            }
        }
        CODES.addAll(byUnit.keySet());
        byUnit.get(code(WITH_A_LINE_OF_ANOTHER))
                .add(byUnit.get(code(WHOSE_LINE_IT_IS)).remove(0));
        Path in = Files.createDirectories(room.resolve("entregas"));
        for (int i = 0; i < CODES.size(); i++) {
            String code = CODES.get(i);
            List<String> lines = new ArrayList<>(List.of(rows.get(0)));
            lines.addAll(byUnit.get(code));
            switch (i) {
                case MISSING -> {}
                case BROKEN -> Files.writeString(file(in, code + ".xlsx"), "no es un libro");
                case TWICE -> {
                    Files.write(file(in, code + "_v9.csv"), lines.subList(0, 2), UTF_8);
                    Files.write(file(in, code + "_v10.csv"), lines, UTF_8);
                }
                case IN_A_FOLDER -> Files.write(file(in, code + "/presupuesto.csv"), lines, UTF_8);
                default -> Files.write(file(in, "presupuesto " + code.toLowerCase(Locale.ROOT) + ".csv"), lines, UTF_8);
            }
            if (i != MISSING && i != BROKEN) {
                for (String line : byUnit.get(code)) {
                    approved = approved.add(new BigDecimal(line.split(",", -1)[APPROVED]));
                }
            }
        }
        Files.writeString(file(in, STRAY), "hola\n");
        arrive(in);
        roster();
        run = collect("salida", "es");
        board = JsonMapper.shared().readTree(room.resolve("salida/estado.json").toFile());
    }

    private static String code(int unit) {
        return CODES.get(unit);
    }

    private static Path file(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return file;
    }

    /** In UTC it is the day after, and in Mexico City still the day on which it was due. */
    private static void arrive(Path in) throws IOException {
        try (Stream<Path> files = Files.walk(in)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.toString().toLowerCase(Locale.ROOT);
                boolean late = name.contains(code(LATE).toLowerCase(Locale.ROOT))
                        || name.contains(code(LATE_TOO).toLowerCase(Locale.ROOT));
                Files.setLastModifiedTime(
                        file, FileTime.from(Instant.parse(late ? "2010-11-16T04:30:00Z" : "2010-11-15T18:05:00Z")));
            }
        }
    }

    private static void roster() throws IOException {
        List<String> units = new ArrayList<>(List.of("unidad;nombre"));
        CODES.forEach(code -> units.add(code + ";=Unidad <i>sintética " + code));
        Files.write(room.resolve("unidades.csv"), units, UTF_8);
    }

    private static CommandRun collect(String out, String lang, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "collect",
                room.resolve("entregas").toString(),
                "--roster",
                room.resolve("unidades.csv").toString(),
                "--due",
                "2010-11-15",
                "--repair-by",
                "2010-11-30",
                "--rules",
                "mx-cmx",
                "--fiscal-year",
                "2011",
                "--as-of",
                "2010-11-15",
                "--out",
                room.resolve(out).toString(),
                "--lang",
                lang));
        args.addAll(Arrays.asList(more));
        return CommandRun.of(args.toArray(String[]::new));
    }

    private static List<String> sample() throws IOException {
        try (InputStream in = Program.class.getResourceAsStream("samples/mexico-city-2011/budget.csv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static JsonNode unit(int index) {
        return board.get("units").get(index);
    }

    private static List<String> remarks(int index) {
        return unit(index).get("remarks").valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void saysOfEachUnitHowItStands() {
        assertThat(run.err()).contains("Escrito en");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(board.get("units")).hasSize(80);
        assertThat(board.get("units")
                        .valueStream()
                        .collect(Collectors.groupingBy(
                                unit -> unit.get("handedIn").asString(), Collectors.counting())))
                .isEqualTo(Map.of("ON_TIME", 77L, "LATE", 2L, "MISSING", 1L));
        assertThat(unit(LATE).get("handedIn").asString()).isEqualTo("LATE");
        assertThat(unit(LATE_TOO).get("received").asString()).isEqualTo("2010-11-16 04:30");
        assertThat(unit(MISSING).get("progress").asString()).isEqualTo("NOT_STARTED");
        assertThat(unit(IN_A_FOLDER).get("file").asString()).isEqualTo(code(IN_A_FOLDER) + "/presupuesto.csv");
    }

    @Test
    void aBrokenFileIsToldAndStopsNothing() throws IOException {
        assertThat(unit(BROKEN).get("progress").asString()).isEqualTo("PROBLEM");
        assertThat(unit(BROKEN).get("report").isNull()).isTrue();
        assertThat(remarks(BROKEN)).singleElement().asString().contains("no se pudo leer", code(BROKEN) + ".xlsx");
        assertThat(Files.readString(
                        room.resolve("salida/" + unit(BROKEN).get("note").asString())))
                .contains("no se pudo leer", "a más tardar el 2010-11-30");
        assertThat(board.get("whole").get("absent").valueStream().map(JsonNode::asString))
                .containsExactly(code(BROKEN), code(MISSING));
    }

    @Test
    void theNewestVersionIsTakenAndTheOtherTold() {
        assertThat(unit(TWICE).get("file").asString()).isEqualTo(code(TWICE) + "_v10.csv");
        assertThat(unit(TWICE).get("otherFiles").get(0).asString()).isEqualTo(code(TWICE) + "_v9.csv");
        assertThat(remarks(TWICE)).singleElement().asString().contains("_v10.csv»", "No se tomó", "_v9.csv»");
    }

    @Test
    void linesOfAnotherUnitAreTold() {
        assertThat(unit(WITH_A_LINE_OF_ANOTHER).get("progress").asString()).isEqualTo("PROBLEM");
        assertThat(remarks(WITH_A_LINE_OF_ANOTHER))
                .singleElement()
                .asString()
                .startsWith("Un renglón (")
                .contains("es de la unidad " + code(WHOSE_LINE_IT_IS) + " y no de esta");
    }

    @Test
    void aFileOfNobodyIsTold() {
        assertThat(board.get("strays")).hasSize(1);
        assertThat(board.get("strays").get(0).get("file").asString()).isEqualTo(STRAY);
        assertThat(run.out()).contains(STRAY);
    }

    @Test
    void theWholeIsTheSumOfItsUnits() throws IOException {
        Map<AmountKind, BigDecimal> sums = new LinkedHashMap<>();
        long lines = 0;
        for (JsonNode unit : board.get("units")) {
            if (!unit.get("reportJson").isNull()) {
                ReportDocument report = report(unit.get("reportJson").asString());
                lines += report.budget().lines();
                report.budget().totals().forEach((kind, sum) -> sums.merge(kind, new BigDecimal(sum), BigDecimal::add));
            }
        }
        ReportDocument whole = report(board.get("whole").get("reportJson").asString());
        assertThat(whole.budget().lines()).isEqualTo(lines);
        assertThat(whole.budget().totals())
                .hasSize(7)
                .allSatisfy((kind, sum) -> assertThat(new BigDecimal(sum)).isEqualByComparingTo(sums.get(kind)));
        assertThat(whole.budget().totals().get(AmountKind.APPROVED)).isEqualTo(approved.toPlainString());
        assertThat(board.get("whole").get("amount").asString()).isEqualTo(approved.toPlainString());
        assertThat(whole.problems())
                .extracting(ReportDocument.Fault::message)
                .anyMatch(message -> message.contains(code(BROKEN) + ", " + code(MISSING)));
    }

    private static ReportDocument report(String link) throws IOException {
        try (InputStream in = Files.newInputStream(room.resolve("salida").resolve(link))) {
            return JsonReport.read(in);
        }
    }

    @Test
    void theWorkbookSaysWhatTheJsonSays() throws IOException {
        try (InputStream in = Files.newInputStream(room.resolve("salida/estado.xlsx"));
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(81);
            assertThat(rows.get(0).getCellText(3)).isEqualTo("Entrega");
            for (int i = 0; i < CODES.size(); i++) {
                Row row = rows.get(i + 1);
                JsonNode unit = unit(i);
                assertThat(row.getCellText(0)).isEqualTo(unit.get("code").asString());
                assertThat(row.getCell(1).getType()).isEqualTo(CellType.STRING);
                assertThat(row.getCell(1).getText()).isEqualTo("=Unidad <i>sintética " + code(i));
                assertThat(row.getCellText(3))
                        .isEqualTo(word(unit.get("handedIn").asString()));
                assertThat(row.getCellText(4))
                        .isEqualTo(word(unit.get("progress").asString()));
                if (!unit.get("amount").isNull()) {
                    assertThat(row.getCellAsNumber(9)).hasValue(number(unit, "errors"));
                    assertThat(row.getCellAsNumber(13)).hasValue(number(unit, "lines"));
                    assertThat(row.getCellAsNumber(14).orElseThrow())
                            .isEqualByComparingTo(unit.get("amount").asString());
                }
            }
        }
    }

    private static BigDecimal number(JsonNode unit, String key) {
        return BigDecimal.valueOf(unit.get(key).asLong());
    }

    private static String word(String constant) {
        return Map.of(
                        "ON_TIME", "A tiempo",
                        "LATE", "Fuera de plazo",
                        "MISSING", "Sin entregar",
                        "NOT_STARTED", "Sin empezar",
                        "PROBLEM", "Hay un problema",
                        "INCOMPLETE", "Revisado, incompleto",
                        "COMPLETE", "Completo")
                .get(constant);
    }

    @Test
    void thePageSaysWhatTheJsonSaysAndItsLinksLead() throws IOException {
        String page = Files.readString(room.resolve("salida/estado.html"));
        assertThat(page)
                .contains("<html lang=\"es\">", "saludos &lt;script&gt; &amp; otros.csv")
                .doesNotContain("<script", "<i>", "http:", "https:");
        for (JsonNode unit : board.get("units")) {
            int row = page.indexOf(unit.get("note").asString());
            assertThat(row).as(unit.get("code").asString()).isPositive();
            String told = page.substring(row, page.indexOf("</tr>", row));
            assertThat(told)
                    .contains(
                            word(unit.get("handedIn").asString()),
                            word(unit.get("progress").asString()));
            for (JsonNode remark : unit.get("remarks")) {
                assertThat(told).contains(remark.asString());
            }
            assertThat(room.resolve("salida/" + unit.get("note").asString())).isRegularFile();
            if (!unit.get("report").isNull()) {
                assertThat(page).contains("href=\"" + unit.get("report").asString() + "\"");
                assertThat(room.resolve("salida/" + unit.get("report").asString()))
                        .isRegularFile();
            }
        }
    }

    @Test
    void whatManyUnitsDoWrongIsOneMistake() throws IOException {
        Map<String, List<String>> unitsByRule = new TreeMap<>();
        Map<String, Long> findingsByRule = new TreeMap<>();
        for (JsonNode unit : board.get("units")) {
            if (!unit.get("reportJson").isNull()) {
                for (ReportDocument.RuleAccount rule :
                        report(unit.get("reportJson").asString()).ledger()) {
                    if (rule.violated() > 0) {
                        unitsByRule
                                .computeIfAbsent(rule.ruleId(), id -> new ArrayList<>())
                                .add(unit.get("code").asString());
                        findingsByRule.merge(rule.ruleId(), rule.violated(), Long::sum);
                    }
                }
            }
        }
        unitsByRule.values().removeIf(units -> units.size() < 2);
        assertThat(unitsByRule).hasSizeGreaterThan(3);
        Map<String, List<String>> told = new TreeMap<>();
        for (JsonNode shared : board.get("shared")) {
            String rule = shared.get("ruleId").asString();
            told.put(
                    rule,
                    shared.get("units").valueStream().map(JsonNode::asString).toList());
            assertThat(shared.get("findings").asLong()).isEqualTo(findingsByRule.get(rule));
        }
        assertThat(told).isEqualTo(unitsByRule);
        assertThat(board.get("shared")
                        .valueStream()
                        .map(shared -> shared.get("units").size()))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        collect("otra", "es", "--threads", "1");
        for (String name : List.of("estado.json", "estado.html", "estado.xlsx", "unidades/" + code(LATE) + ".txt")) {
            assertThat(room.resolve("otra").resolve(name))
                    .as(name)
                    .hasSameBinaryContentAs(room.resolve("salida").resolve(name));
        }
    }

    @Test
    void aZoneAndTheListOfTheCounterMoveDays() throws IOException {
        Path list = room.resolve("recibidos.csv");
        Files.write(
                list,
                List.of(
                        "unit,file,received",
                        code(0) + ",presupuesto " + code(0).toLowerCase(Locale.ROOT) + ".csv,2010-11-17",
                        code(MISSING) + "," + STRAY + ",2010-11-14 09:00",
                        code(1) + ",perdido.csv,2010-11-14"),
                UTF_8);
        CommandRun other = collect("zona", "en", "--zone", "America/Mexico_City", "--received", list.toString());
        assertThat(other.exitCode()).isEqualTo(1);
        JsonNode told =
                JsonMapper.shared().readTree(room.resolve("zona/estado.json").toFile());
        assertThat(told.get("units").get(0).get("handedIn").asString()).isEqualTo("LATE");
        assertThat(told.get("units").get(0).get("receivedListed").asBoolean()).isTrue();
        assertThat(told.get("units").get(LATE).get("handedIn").asString()).isEqualTo("ON_TIME");
        assertThat(told.get("units").get(LATE).get("received").asString()).isEqualTo("2010-11-15 22:30");
        assertThat(told.get("units").get(LATE).get("remarks").get(0).asString()).contains("time of the file was taken");
        assertThat(told.get("units").get(MISSING).get("file").asString()).isEqualTo(STRAY);
        assertThat(told.get("strays").get(0).get("file").asString()).isEqualTo("perdido.csv");
    }

    @Test
    void aWrongRosterIsRefusedWithItsCell() throws IOException {
        Path twice = room.resolve("dos.csv");
        Files.writeString(twice, "unit,name\n01C001,A\n01c001,B\n");
        CommandRun given = CommandRun.of(
                "collect",
                room.resolve("entregas").toString(),
                "--roster",
                twice.toString(),
                "--rules",
                "mx-cmx",
                "--fiscal-year",
                "2011",
                "--as-of",
                "2010-11-15",
                "--out",
                room.resolve("nada").toString());
        assertThat(given.exitCode()).isEqualTo(3);
        assertThat(given.err()).contains("dos.csv, row 3, column unit: The unit \"01c001\" is in row 2 already");
        assertThat(room.resolve("nada")).doesNotExist();
    }

    @Test
    void resultsOfTwoEveningsAreNotMixed() {
        CommandRun refused = collect("salida", "es");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("no está vacía");
    }
}
