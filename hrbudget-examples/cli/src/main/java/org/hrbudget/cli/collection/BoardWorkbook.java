package org.hrbudget.cli.collection;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.hrbudget.report.TextPage;
import org.jspecify.annotations.Nullable;

/** A board as a workbook: its units, the mistakes that several make, the whole, and the files nobody takes, a sheet each. */
public final class BoardWorkbook {

    /** Results have no clock. For the first moment that a zip can say, Java writes what depends on the time zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 12, 0);

    private static final int MOST_CHARACTERS = 32_767;

    private final Board board;
    private final CollectionWords words;

    private BoardWorkbook(Board board) {
        this.board = board;
        this.words = new CollectionWords(Locale.forLanguageTag(board.language()));
    }

    /**
     * Writes the workbook of a board: the same bytes for the same board.
     *
     * @param out where to; left open
     * @throws IOException if the stream cannot take it
     */
    public static void write(Board board, OutputStream out) throws IOException {
        Path written = Files.createTempFile("hrbudget-", ".xlsx");
        try {
            try (OutputStream file = Files.newOutputStream(written);
                    Workbook workbook = new Workbook(file, "hrbudget", "1.0")) {
                BoardWorkbook sheets = new BoardWorkbook(board);
                sheets.units(workbook);
                sheets.shared(workbook);
                sheets.whole(workbook);
                sheets.strays(workbook);
            }
            withoutTime(written, out);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** The library writes when it was, and in a form that streams cannot read again. */
    private static void withoutTime(Path workbook, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        try (ZipFile file = new ZipFile(workbook.toFile(), StandardCharsets.UTF_8)) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                byte[] content = file.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("docProps/core.xml")) {
                    content = new String(content, StandardCharsets.UTF_8)
                            .replaceAll("(<dcterms:created[^>]*>)[^<]*", "$1" + NO_TIME + ":00Z")
                            .getBytes(StandardCharsets.UTF_8);
                }
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(NO_TIME);
                zip.putNextEntry(same);
                zip.write(content);
                zip.closeEntry();
            }
        }
        zip.finish();
    }

    private void units(Workbook workbook) throws IOException {
        try (Worksheet sheet = sheet(
                workbook,
                "sheet.units",
                "column.code",
                "column.name",
                "column.kind",
                "column.handed-in",
                "column.progress",
                "column.file",
                "column.received",
                "column.received-by",
                "column.verdict",
                "column.errors",
                "column.warnings",
                "column.reviews",
                "column.rejected",
                "column.lines",
                "column.amount",
                "column.others",
                "column.remarks",
                "column.report",
                "column.note")) {
            int row = 0;
            for (Board.UnitState unit : board.units()) {
                unit(sheet, ++row, unit);
            }
            double[] widths = {12, 36, 18, 14, 18, 32, 17, 18, 16, 9, 13, 12, 11, 10, 20, 32, 60, 26, 26};
            for (int column = 0; column < widths.length; column++) {
                sheet.width(column, widths[column]);
            }
            sheet.setAutoFilter(0, 0, row, widths.length - 1);
        }
    }

    private void unit(Worksheet sheet, int row, Board.UnitState unit) {
        text(sheet, row, 0, unit.code());
        text(sheet, row, 1, unit.name());
        text(sheet, row, 2, unit.kind());
        text(sheet, row, 3, say("handed-in." + unit.handedIn()));
        text(sheet, row, 4, say("progress." + unit.progress()));
        text(sheet, row, 5, unit.file());
        text(sheet, row, 6, unit.received());
        text(sheet, row, 7, unit.file() == null ? null : say(unit.receivedListed() ? "by.list" : "by.time"));
        text(sheet, row, 8, unit.verdict() == null ? null : say("verdict." + unit.verdict()));
        String amount = unit.amount();
        if (amount != null) {
            long[] counts = {unit.errors(), unit.warnings(), unit.reviews(), unit.rowsRejected(), unit.lines()};
            for (int i = 0; i < counts.length; i++) {
                sheet.value(row, 9 + i, counts[i]);
            }
            money(sheet, row, 14, amount);
        }
        text(sheet, row, 15, String.join("\n", unit.otherFiles()));
        text(sheet, row, 16, String.join("\n", unit.remarks()));
        text(sheet, row, 17, unit.report());
        text(sheet, row, 18, unit.note());
        sheet.range(row, 0, row, 18)
                .style()
                .wrapText(true)
                .verticalAlignment("top")
                .set();
        if (amount != null) {
            sheet.style(row, 14).format("#,##0.00").verticalAlignment("top").set();
        }
        if (unit.progress() == Board.Progress.PROBLEM) {
            sheet.style(row, 4)
                    .fontColor("A4161A")
                    .bold()
                    .verticalAlignment("top")
                    .set();
        }
    }

    private void shared(Workbook workbook) throws IOException {
        try (Worksheet sheet = sheet(
                workbook,
                "sheet.shared",
                "column.mistake",
                "column.rule",
                "column.severity",
                "column.units",
                "column.findings",
                "column.stake",
                "column.which")) {
            int row = 0;
            for (Board.SharedMistake mistake : board.shared()) {
                row++;
                text(sheet, row, 0, mistake.title());
                text(sheet, row, 1, mistake.ruleId());
                text(sheet, row, 2, say("severity." + mistake.severity()));
                sheet.value(row, 3, mistake.units().size());
                sheet.value(row, 4, mistake.findings());
                money(sheet, row, 5, mistake.stake());
                text(sheet, row, 6, String.join(", ", mistake.units()));
                sheet.range(row, 0, row, 6)
                        .style()
                        .wrapText(true)
                        .verticalAlignment("top")
                        .set();
                sheet.style(row, 5).format("#,##0.00").verticalAlignment("top").set();
            }
            double[] widths = {50, 36, 14, 11, 12, 20, 70};
            for (int column = 0; column < widths.length; column++) {
                sheet.width(column, widths[column]);
            }
        }
    }

    private void whole(Workbook workbook) throws IOException {
        Board.Whole whole = board.whole();
        try (Worksheet sheet = sheet(workbook, "sheet.whole", "column.what", "column.value")) {
            int row = 0;
            text(sheet, ++row, 0, say("column.verdict"));
            text(sheet, row, 1, whole.verdict() == null ? whole.refused() : say("verdict." + whole.verdict()));
            row = number(sheet, row, "column.units", whole.units());
            row = number(sheet, row, "column.errors", whole.errors());
            row = number(sheet, row, "column.warnings", whole.warnings());
            row = number(sheet, row, "column.reviews", whole.reviews());
            row = number(sheet, row, "column.lines", whole.lines());
            row = number(sheet, row, "column.lines-of-units", whole.linesOfUnits());
            text(sheet, ++row, 0, say("column.amount"));
            money(sheet, row, 1, whole.amount() == null ? "0.00" : whole.amount());
            text(sheet, ++row, 0, say("column.amount-of-units"));
            money(sheet, row, 1, whole.amountOfUnits());
            text(sheet, ++row, 0, say("column.absent"));
            text(sheet, row, 1, String.join(", ", whole.absent()));
            text(sheet, ++row, 0, say("column.due"));
            text(sheet, row, 1, board.due());
            text(sheet, ++row, 0, say("column.zone"));
            text(sheet, row, 1, board.zone());
            sheet.width(0, 40);
            sheet.width(1, 60);
        }
    }

    private int number(Worksheet sheet, int row, String key, long number) {
        text(sheet, row + 1, 0, say(key));
        sheet.value(row + 1, 1, number);
        return row + 1;
    }

    private void strays(Workbook workbook) throws IOException {
        try (Worksheet sheet = sheet(workbook, "sheet.strays", "column.file", "column.why")) {
            int row = 0;
            for (Board.StrayFile stray : board.strays()) {
                text(sheet, ++row, 0, stray.file());
                text(sheet, row, 1, stray.why());
            }
            sheet.width(0, 50);
            sheet.width(1, 90);
        }
    }

    private Worksheet sheet(Workbook workbook, String name, String... headings) {
        Worksheet sheet = workbook.newWorksheet(say(name));
        for (int column = 0; column < headings.length; column++) {
            sheet.value(0, column, say(headings[column]));
        }
        sheet.range(0, 0, 0, headings.length - 1)
                .style()
                .bold()
                .wrapText(true)
                .fillColor("EEF1F3")
                .set();
        sheet.freezePane(1, 1);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        return sheet;
    }

    private String say(String key) {
        return words.get(key);
    }

    /** A cell of text is never taken for a formula, and holds no more than a workbook can. */
    private static void text(Worksheet sheet, int row, int column, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            String plain = List.of(text.split("\n", -1)).stream()
                    .map(TextPage::harmless)
                    .reduce((one, two) -> one + "\n" + two)
                    .orElse("");
            sheet.value(row, column, plain.substring(0, Math.min(MOST_CHARACTERS, plain.length())));
        }
    }

    private static void money(Worksheet sheet, int row, int column, String amount) {
        sheet.value(row, column, new BigDecimal(amount));
        sheet.style(row, column).format("#,##0.00").set();
    }
}
