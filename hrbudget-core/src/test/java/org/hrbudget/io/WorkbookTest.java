package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.SpendingLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks, made here cell by cell, and one of a publisher. */
class WorkbookTest {

    @TempDir
    private Path room;

    private static void row(Worksheet sheet, int row, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Number number) {
                sheet.value(row, i, number);
            } else if (cells[i] != null) {
                sheet.value(row, i, cells[i].toString());
            }
        }
    }

    private static byte[] workbook(Consumer<Workbook> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            content.accept(workbook);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] sheet(Consumer<Worksheet> content) {
        return workbook(workbook -> content.accept(workbook.newWorksheet("Hoja1")));
    }

    private static Outcome read(byte[] bytes) {
        return Outcome.of(Budgets.reading(Outcome.input("b.xlsx", bytes)));
    }

    private static List<String> assumed(Outcome read) {
        return read.first().assumed().stream().map(Bilingual::en).toList();
    }

    @Test
    void aSheetIsReadLikeAFileOfText() throws IOException {
        byte[] bytes = sheet(sheet -> {
            row(sheet, 0, "Anteproyecto 2011");
            row(sheet, 2, "Ejercicio", "UR", "Partida", "Importe anual", "Línea de acción PDHDF");
            row(sheet, 3, 2011, "01C001", 1131, 1005306.66, "01.01.01");
            row(sheet, 4, 2011, "01C001", 2111, 0.1 + 0.2, "01.01.02, 01.01.03");
            row(sheet, 5, "TOTAL", null, null, 1005306.96);
        });
        Outcome read = read(bytes);

        assertThat(read.lines()).extracting(SpendingLine::objectCode).containsExactly("1131", "2111");
        assertThat(read.lines())
                .extracting(line -> line.amount(AmountKind.PROPOSED))
                .containsExactly(new BigDecimal("1005306.66"), new BigDecimal("0.30"));
        assertThat(read.lines().get(1).links())
                .extracting(ActionLink::actionCode)
                .containsExactly("01.01.02", "01.01.03");
        assertThat(read.lines().get(0).position().row()).isEqualTo(4);
        assertThat(assumed(read))
                .containsExactly(
                        "The row above the headings was passed over: \"Anteproyecto 2011\".",
                        "Row 6 is a total (\"TOTAL\") and was passed over; it agrees with its lines.");
        assertThat(read.account().rejected()).isEmpty();

        Path file = Files.write(room.resolve("b.xlsx"), bytes);
        Outcome ofFile = Outcome.of(Budgets.reading(List.of(file)));
        assertThat(ofFile.lines()).isEqualTo(read.lines());
        assertThat(ofFile.first().sha256()).isEqualTo(read.first().sha256()).isNotNull();
    }

    @Test
    void numbersStoredAsTextAreRead() {
        Outcome read = read(sheet(sheet -> {
            row(sheet, 0, "unit_code", "object_code", "approved");
            row(sheet, 1, "01", "1131", " $1,005.50 ");
        }));

        assertThat(read.only().amount(AmountKind.APPROVED)).isEqualTo("1005.50");
    }

    @Test
    void aFormatOfZerosKeepsThemInCodes() {
        Outcome read = read(sheet(sheet -> {
            row(sheet, 0, "unit_code", "approved");
            row(sheet, 1, 18481, 1);
            sheet.style(1, 0).format("000000").set();
        }));

        assertThat(read.only().unit().code()).isEqualTo("018481");
    }

    @Test
    void aDayWhereACodeWasTypedIsSaid() {
        Outcome read = read(sheet(sheet -> {
            row(sheet, 0, "unit_code", "approved", "action_1", "Fecha");
            sheet.value(1, 0, "01");
            sheet.value(1, 1, 1);
            sheet.value(1, 2, LocalDate.of(2001, 1, 6));
            sheet.style(1, 2).format("dd/mm/yyyy").set();
            row(sheet, 2, "02", 1, "01.01.06");
            sheet.value(2, 3, LocalDate.of(2011, 5, 30));
            sheet.style(2, 3).format("yyyy-mm-dd").set();
        }));

        assertThat(Outcome.english(read.onlyRejected())).contains("turned what was typed into a day, 2001-01-06");
        assertThat(read.onlyRejected().column()).isEqualTo("action_1");
        assertThat(read.only().passThrough()).containsEntry("Fecha", "2011-05-30");
    }

    @Test
    void theSheetThatFitsIsReadAndTheOthersSaid() {
        byte[] bytes = workbook(workbook -> {
            row(workbook.newWorksheet("Carátula"), 0, "Secretaría", "unit_code");
            Worksheet lines = workbook.newWorksheet("Renglones");
            row(lines, 0, "unit_code", "approved");
            row(lines, 1, "01", 7);
            row(workbook.newWorksheet("Otra"), 0, "unit_code", "approved");
        });

        Outcome read = read(bytes);
        assertThat(read.only().amount(AmountKind.APPROVED)).isEqualTo("7.00");
        assertThat(assumed(read)).singleElement().asString().contains("\"Renglones\"", "2 others", "Carátula, Otra");
        assertThat(Outcome.of(Budgets.reading(Outcome.input("b.xlsx", bytes)).sheet("otra"))
                        .lines())
                .isEmpty();
        assertThatExceptionOfType(BudgetReadException.class)
                .isThrownBy(() -> Outcome.of(
                        Budgets.reading(Outcome.input("b.xlsx", bytes)).sheet("Hoja9")))
                .withMessageContaining("Carátula, Renglones, Otra");
    }

    @Test
    void hiddenRowsAreReadAndSaid() {
        Outcome read = read(sheet(sheet -> {
            row(sheet, 0, "unit_code", "approved");
            row(sheet, 1, "01", 1);
            row(sheet, 2, "02", 2);
            sheet.hideRow(2);
        }));

        assertThat(read.lines()).hasSize(2);
        assertThat(assumed(read)).containsExactly("A row that the workbook hides was read like the others.");
    }

    @Test
    void cellsBesideTheHeadingsAreColumnsOfTheirOwn() {
        Outcome read = read(sheet(sheet -> {
            row(sheet, 0, null, null, "Nota");
            row(sheet, 1, "unit_code", "approved");
            row(sheet, 2, "01", 1, "x", "y");
            row(sheet, 3, "02", 1);
        }));

        assertThat(read.lines()).hasSize(2);
        // A title above is not taken for a heading, though the cell below it is blank.
        assertThat(read.lines().get(0).passThrough())
                .containsEntry("column 3", "x")
                .containsEntry("column 4", "y");
    }

    @Test
    void headingsMayHaveTwoRows() {
        Outcome read = read(sheet(sheet -> {
            row(sheet, 0, null, "Gasto", "Nota");
            row(sheet, 1, "unit_code", "approved");
            row(sheet, 2, "01", 1, "x");
        }));

        assertThat(read.lines().get(0).passThrough()).containsEntry("Nota", "x");
        assertThat(read.first().assumed()).isEmpty();
    }

    @Test
    void aWorkbookWithoutTheHeadingsShowsWhatItHas() {
        assertThatExceptionOfType(BudgetReadException.class)
                .isThrownBy(() -> read(sheet(sheet -> row(sheet, 0, "Nombre", "Cantidad"))))
                .withMessageContaining("Found: Nombre, Cantidad");
    }

    @Test
    void aProgrammeMayBeAWorkbookToo() {
        byte[] bytes = sheet(sheet -> {
            row(sheet, 0, "code", "sequence", "title");
            row(sheet, 1, "01.01.01", 1, "Una acción");
        });

        assertThat(Programmes.read(Outcome.input("p.xlsx", bytes)).actions()).hasSize(1);
    }

    @Test
    void otherFilesOfOfficeProgramsAreRefusedInWords() throws IOException {
        assertRefused("no workbook", "[Content_Types].xml", "word/document.xml");
        assertRefused("with macros", "[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin");
        assertRefused("cannot be read as a workbook", "[Content_Types].xml", "xl/workbook.xml");
    }

    private void assertRefused(String why, String... parts) throws IOException {
        byte[] bytes = zip(parts, "<x/>".getBytes(StandardCharsets.UTF_8));
        Path file = Files.write(room.resolve("b.xlsx"), bytes);
        for (Budgets.Reading reading :
                List.of(Budgets.reading(List.of(file)), Budgets.reading(Outcome.input("b.xlsx", bytes)))) {
            assertThatExceptionOfType(BudgetReadException.class)
                    .isThrownBy(() -> Outcome.of(reading))
                    .withMessageContaining(why);
        }
    }

    private static byte[] zip(String[] parts, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write(content);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aRowOfMoreCellsThanASheetHasIsRefusedBeforeItIsInMemory() throws IOException {
        byte[] row = ("<row>" + "<c/>".repeat(20_000) + "</row>").getBytes(StandardCharsets.UTF_8);
        byte[] bytes = zip(new String[] {"[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"}, row);
        Path file = Files.write(room.resolve("b.xlsx"), bytes);
        for (Budgets.Reading reading :
                List.of(Budgets.reading(List.of(file)), Budgets.reading(Outcome.input("b.xlsx", bytes)))) {
            assertThatExceptionOfType(BudgetReadException.class)
                    .isThrownBy(() -> Outcome.of(reading))
                    .withMessageContaining("has more than 16384");
        }
    }

    @Test
    void theProjectsOfAPublisherAreReadWhole() {
        Path file = RealData.file("cdmx/gasto_federalizado_proyectos_2016_q1.xlsx");
        Layout layout = Layout.read(Outcome.input("projects.json", """
                {"name": "projects", "title": {"es": "Proyectos"}, "jurisdiction": "mx-fed", "currency": "MXN",
                 "phase": "paid", "objectLevel": "concept", "detect": true, "columns": [
                 {"field": "id", "headings": ["Clave del Proyecto"]},
                 {"field": "unit_code", "headings": ["Institución Ejecutora"]},
                 {"field": "fiscal_year", "headings": ["Ciclo Recurso"]},
                 {"field": "approved", "headings": ["Presupuesto"]}, {"field": "modified", "headings": ["Modificado"]},
                 {"field": "exercised", "headings": ["Ejercido"]}, {"field": "paid", "headings": ["Pagado"]}]}
                """));
        Outcome read = Outcome.of(Budgets.reading(List.of(file)).layout(layout));

        // Counted and added up by another program from the workbook's XML.
        assertThat(read.lines()).hasSize(500);
        assertThat(sum(read, AmountKind.APPROVED)).isEqualTo("11963954053.37");
        assertThat(sum(read, AmountKind.MODIFIED)).isEqualTo("12324139783.79");
        assertThat(sum(read, AmountKind.EXERCISED)).isEqualTo("540821072.45");
        assertThat(sum(read, AmountKind.PAID)).isEqualTo("508565842.02");
        assertThat(assumed(read)).singleElement().asString().contains("2 rows above the headings");
    }

    private static BigDecimal sum(Outcome read, AmountKind kind) {
        return read.lines().stream()
                .map(line -> line.amount(kind))
                .filter(amount -> amount != null)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void aFormulaThatNobodyCalculatedIsNoBlank() throws IOException {
        byte[] bytes = withoutValues(sheet(sheet -> {
            row(sheet, 0, "unit_code", "approved", "note");
            row(sheet, 1, "U1", null, "x");
            sheet.formula(1, 1, "1+2");
            sheet.formula(2, 1, "1+2");
        }));

        Outcome read = read(bytes);

        assertThat(read.lines()).isEmpty();
        assertThat(read.account().rejected())
                .hasSize(2)
                .allMatch(row -> Outcome.english(row).startsWith("The formula has no stored value"));
    }

    /** As programs write formulas that cannot calculate. */
    private byte[] withoutValues(byte[] workbook) throws IOException {
        Path file = Files.write(room.resolve("calculated.xlsx"), workbook);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                out.write(text.replaceAll("</f><v>[^<]*</v>", "</f>").getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void numbersAreReadWhateverSignTheLayoutHasBeforeDecimals() {
        Layout layout = Layout.read(Outcome.input("l.json", """
                {"name": "l", "title": {"es": "l"}, "jurisdiction": "mx-fed", "currency": "MXN", "phase": "from-columns",
                 "objectLevel": "item", "decimal": ",", "thousands": ".", "decimals": "round", "columns": [
                   {"field": "unit_code", "headings": ["UR"]}, {"field": "approved", "headings": ["Monto"]}]}
                """));
        byte[] bytes = sheet(sheet -> {
            row(sheet, 0, "UR", "Monto");
            row(sheet, 1, "1.5", 1234.5);
            row(sheet, 2, 1.5, 12.345);
            row(sheet, 3, "U1", "12.345");
        });

        Outcome read =
                Outcome.of(Budgets.reading(Outcome.input("b.xlsx", bytes)).layout(layout));

        assertThat(read.lines())
                .extracting(line -> line.amount(AmountKind.APPROVED))
                .containsExactly(new BigDecimal("1234.50"), new BigDecimal("12.35"), new BigDecimal("12345.00"));
        assertThat(read.lines().get(1).unit().code()).isEqualTo("1.5");
        assertThat(Outcome.of(Budgets.reading(Outcome.input("b.json", "[{\"UR\": 1.5, \"Monto\": 12.345}]"))
                                .layout(layout))
                        .only()
                        .amount(AmountKind.APPROVED))
                .isEqualTo("12.35");
    }
}
