package org.hrbudget.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hrbudget.io.internal.CsvRows;
import org.hrbudget.io.internal.DecodingReader;
import org.hrbudget.io.internal.Row;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.model.internal.Spelling;

/**
 * What a fuzzer throws bytes at. Each reads them, or refuses them with a {@link BudgetReadException}; whatever else is thrown, and
 * each claim that does not hold, is a finding.
 */
enum FuzzTarget {
    /** A budget in our own layout; the first byte says its name and how it is packed. */
    BUDGET("org.hrbudget.**") {
        @Override
        void take(byte[] bytes) {
            if (bytes.length > 0) {
                String name = NAMES.get((bytes[0] & 0xff) % NAMES.size());
                byte[] rest = Arrays.copyOfRange(bytes, 1, bytes.length);
                int packed = (bytes[0] & 0xff) / NAMES.size() % 3;
                byte[] stored = switch (packed) {
                    case 0 -> rest;
                    case 1 -> gzip(rest);
                    default -> zip(Map.of(name, rest));
                };
                readTwice(Outcome.input(name, stored), OWN, stored);
            }
        }
    },

    /** A layout and, where it is one, a small table and a zip that are read with it. */
    LAYOUT("org.hrbudget.**") {
        @Override
        void take(byte[] bytes) {
            Layout layout = Layout.read(Outcome.input("layout.json", bytes));
            readTwice(Outcome.input("b.csv", TABLE), layout, TABLE);
            String headings = String.join(
                    String.valueOf(layout.content().signs().separator()),
                    layout.headings().stream().limit(50).toList());
            byte[] own = (headings + "\n" + headings.replaceAll("[^,;|\t]+", "1") + "\n")
                    .getBytes(layout.charset().canEncode() ? layout.charset() : UTF_8);
            readTwice(Outcome.input("b.csv", own), layout, own);
            byte[] zip = zip(Map.of("datos/" + "a".repeat(200) + ".csv", TABLE, "leame.txt", TABLE));
            readTwice(Outcome.input("b.zip", zip), layout, zip);
        }
    },

    /** The parts of a workbook, one below the other, each after a line {@code %%NAME}; those it lacks are sound. */
    WORKBOOK("org.hrbudget.**:org.dhatim.**") {
        @Override
        void take(byte[] bytes) {
            byte[] workbook = workbook(sections(bytes));
            readTwice(Outcome.input("b.xlsx", workbook), OWN, workbook);
        }
    },

    /** What is read beside a budget; the first byte says as what. */
    BESIDE("org.hrbudget.**") {
        @Override
        void take(byte[] bytes) {
            if (bytes.length > 0) {
                Input input = Outcome.input("beside", Arrays.copyOfRange(bytes, 1, bytes.length));
                switch ((bytes[0] & 0xff) % 6) {
                    case 0 -> Programmes.read(input);
                    case 1 -> Baselines.read(input);
                    case 2 -> ItemCatalogues.read(input);
                    case 3 -> DocumentType.all().get((bytes[0] & 0xff) / 6 % 5).read(input);
                    case 4 -> LayoutDraft.of(input, null, null);
                    default -> {
                        Outcome read = Outcome.of(
                                Budgets.reading(Outcome.input("b.csv", TABLE)).links(input));
                        read.account().inputs().forEach(FuzzTarget::addsUp);
                    }
                }
            }
        }
    },

    /** Cells, written with each in quotes: the same cells are read. A byte 1 ends a cell, a byte 2 a row. */
    QUOTING("org.hrbudget.**:tools.jackson.dataformat.csv.**") {
        @Override
        void take(byte[] bytes) {
            String text = new String(bytes, UTF_8).replace('\0', ' ');
            List<List<String>> rows = new ArrayList<>(List.of(List.of("a", "b")));
            for (String row : text.split("\2", -1)) {
                rows.add(List.of(row.split("\1", -1)));
            }
            StringBuilder table = new StringBuilder();
            for (List<String> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    table.append(i == 0 ? "\"" : ";\"")
                            .append(row.get(i).replace("\"", "\"\""))
                            .append('"');
                }
                table.append("\r\n");
            }
            try (DecodingReader reader = new DecodingReader(
                            new ByteArrayInputStream(table.toString().getBytes(UTF_8)), UTF_8);
                    CsvRows read = new CsvRows("b.csv", reader, ';', ReadLimits.DEFAULT)) {
                for (List<String> row : rows.subList(1, rows.size())) {
                    Row found = read.next();
                    assertThat(found).isNotNull();
                    assertThat(found.problem()).isNull();
                    assertThat(found.count()).isEqualTo(row.size());
                    for (int i = 0; i < Math.min(row.size(), 4_096); i++) {
                        assertThat(found.cell(i)).isEqualTo(row.get(i));
                    }
                }
                assertThat(read.next()).isNull();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private static final Layout OWN = Layout.named(Layout.OWN);

    private static final List<String> NAMES = List.of("b.csv", "b.json", "b.gz", "b.zip", "b.xlsx", "b");

    private static final byte[] TABLE =
            "id,unit_code,Ciclo,Ramo,approved,momento,monto,action_1\nA,U1,2011,1,10.00,aprobado,7,01.01.01\nB,U2,2011,2,,pagado,(3),\n,,,,,,,\n"
                    .getBytes(UTF_8);

    /** The least that a workbook is made of. */
    private static final Map<String, String> SOUND = Map.of(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                    + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>"
                    + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>",
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
                    + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
            "xl/workbook.xml",
            "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
            "xl/sharedStrings.xml",
            "<sst><si><t>unit_code</t></si><si><t>approved</t></si><si><t>U1</t></si></sst>",
            "xl/styles.xml",
            "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"000\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>",
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
                    + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\" s=\"2\"><v>7</v></c></row></sheetData></worksheet>");

    private final String instrumented;

    FuzzTarget(String instrumented) {
        this.instrumented = instrumented;
    }

    /** {@return the classes that the fuzzer watches} */
    String instrumented() {
        return instrumented;
    }

    /** Reads bytes, or throws what refuses them. */
    abstract void take(byte[] bytes);

    /** Reads bytes or sees them refused in words. */
    void takeOrRefuse(byte[] bytes) {
        try {
            take(bytes);
        } catch (BudgetReadException e) {
            isOneLine(e.text());
        }
    }

    /** Reads an input line by line and, once more, in batches: there is one answer, and it adds up. */
    private static void readTwice(Input input, Layout layout, byte[] stored) {
        Outcome read = read(input, layout, 0);
        Input.Account account = read.first();
        addsUp(account);
        assertThat(account.linesValidated()).isEqualTo(read.lines().size());
        assertThat(read.account().rejected().size()).isEqualTo((int) Math.min(account.rowsRejected(), 1_000));
        if (read.account().faults().isEmpty()) {
            assertThat(account.sha256()).isEqualTo(sha256(stored));
        }
        read.account().rejected().forEach(row -> isOneLine(row.reason()));
        read.account().faults().forEach(fault -> isOneLine(fault.message()));
        account.assumed().forEach(FuzzTarget::isOneLine);
        Outcome again = read(input, layout, 3);
        assertThat(again.lines()).isEqualTo(read.lines());
        assertThat(again.account()).isEqualTo(read.account());
    }

    private static Outcome read(Input input, Layout layout, int batch) {
        Budgets.Reading reading = Budgets.reading(input).layout(layout);
        if (batch == 0) {
            return Outcome.of(reading);
        }
        List<SpendingLine> lines = new ArrayList<>();
        try (LineReader reader = reading.source().open()) {
            for (LineReader.Batch some = reader.nextBatch(batch); some != null; some = reader.nextBatch(batch)) {
                lines.addAll(some.lines());
            }
            return new Outcome(lines, reader.account());
        }
    }

    private static void addsUp(Input.Account account) {
        // Rows that were brought together are among those read, and of no other number.
        assertThat(account.rowsRead())
                .isGreaterThanOrEqualTo(account.linesValidated() + account.rowsRejected() + account.rowsSkipped());
        if ("hrbudget".equals(account.layout())) {
            assertThat(account.rowsRead())
                    .isEqualTo(account.linesValidated() + account.rowsRejected() + account.rowsSkipped());
        }
    }

    private static void isOneLine(Bilingual text) {
        for (String words : List.of(text.en(), text.es())) {
            assertThat(words).isNotBlank().isEqualTo(Spelling.harmless(words));
        }
    }

    /** {@return a workbook of these parts, with sound ones where they are no others} */
    static byte[] workbook(Map<String, byte[]> others) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        SOUND.forEach((name, text) -> parts.put(name, text.getBytes(UTF_8)));
        others.forEach((name, content) -> {
            if (name.length() < 200 && !name.isEmpty()) {
                parts.put(name, content);
            }
        });
        return zip(parts);
    }

    /** {@return what stands after each line that begins with two percent signs, by the rest of that line} */
    private static Map<String, byte[]> sections(byte[] bytes) {
        Map<String, byte[]> sections = new LinkedHashMap<>();
        for (String section : ("\n" + new String(bytes, ISO_8859_1)).split("\n%%", -1)) {
            int end = section.indexOf('\n');
            if (end >= 0) {
                sections.put(
                        section.substring(0, end), section.substring(end + 1).getBytes(ISO_8859_1));
            }
        }
        return sections;
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(1);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) {
        try {
            return RefusedFilesTest.gzip(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
