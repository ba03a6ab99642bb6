package org.hrbudget.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.io.spi.RowSource;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Small files made to cost much. Tests run in a heap of 1 GB, which each of these would fill if its row were kept as it comes. */
class HostileBytesTest {

    private static final String HEADINGS = "unit_code,approved\n";
    private static final int MEGA = 1 << 20;

    /** Bytes that say one thing over and over, without there being so many of them. */
    private static Input repeated(String name, String before, String unit, long times, String after) {
        return Input.of(name, () -> new Repeated(before, unit, times, after));
    }

    private static final class Repeated extends InputStream {

        private final byte[] before;
        private final byte[] unit;
        private final byte[] after;
        private final long length;
        private long at;

        Repeated(String before, String unit, long times, String after) {
            this.before = before.getBytes(ISO_8859_1);
            this.unit = unit.getBytes(ISO_8859_1);
            this.after = after.getBytes(ISO_8859_1);
            this.length = this.before.length + times * this.unit.length + this.after.length;
        }

        @Override
        public int read() {
            if (at >= length) {
                return -1;
            }
            long end = length - after.length;
            byte next = at < before.length
                    ? before[(int) at]
                    : at < end ? unit[(int) ((at - before.length) % unit.length)] : after[(int) (at - end)];
            at++;
            return next & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int count) {
            int n = 0;
            for (int next = n < count ? read() : -1; next >= 0; next = n < count ? read() : -1) {
                bytes[from + n++] = (byte) next;
            }
            return n == 0 && count > 0 ? -1 : n;
        }
    }

    static List<Arguments> endlessRows() {
        return List.of(
                Arguments.of("bytes that are no text", "\u00ff", ""),
                Arguments.of("cells that are no text", "\u00ff,", ""),
                Arguments.of("NULs between commas", "\u0000,", ""),
                Arguments.of("blank cells", ",", ""),
                Arguments.of("short cells", "ab,", ""),
                Arguments.of("blanks", " ", ""),
                Arguments.of("a quote that is never closed", "a", ""),
                Arguments.of("quotes that end early", "\"a\"b,", ""),
                Arguments.of("quotes within quotes", "\"\"", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endlessRows")
    @Tag("long")
    void oneRowCostsWhatARowMayCost(String what, String unit, String after) {
        String open = what.startsWith("a quote") ? "\"" : "";
        Outcome outcome = quickly(
                repeated("b.csv", HEADINGS + "U1,1\n" + open, unit, 24L * MEGA / unit.length(), after + "\nU2,1\n"));
        assertThat(outcome.lines()).isNotEmpty();
        assertThat(outcome.account().rejected().size()
                        + outcome.account().faults().size()
                        + outcome.first().rowsSkipped())
                .as("the row is accounted for")
                .isEqualTo(1);
    }

    @Test
    void manyLongCellsAreRefusedWithTheLimit() {
        String cell = "x".repeat(150_000) + ",";
        Outcome outcome = quickly(repeated("b.csv", HEADINGS, cell, 100, "\nU2,1\n"));
        assertThat(outcome.lines()).hasSize(1);
        assertThat(Outcome.english(outcome.onlyRejected())).contains("more than the 2000000 characters");
    }

    @Test
    @Tag("long")
    void manyLongRowsAreNotHeldAtOnce() {
        String row = "U1,1" + (",\"" + "x".repeat(190_000) + '"').repeat(9) + "\n";
        try (LineReader reader = Budgets.reading(
                        repeated("b.csv", "unit_code,approved,a,b,c,d,e,f,g,h,i\n", row, 300, ""))
                .source()
                .open()) {
            int lines = 0;
            for (LineReader.Batch batch = reader.nextBatch(2_000); batch != null; batch = reader.nextBatch(2_000)) {
                assertThat(batch.rows()).isLessThan(30);
                lines += batch.lines().size();
            }
            assertThat(lines).isEqualTo(300);
        }
    }

    static List<Arguments> endlessLines() {
        return List.of(
                Arguments.of("links", "{},"),
                Arguments.of("links of blanks", "{\"action\":\"\"},"),
                Arguments.of("links that are none", "7,"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endlessLines")
    @Tag("long")
    void oneLineOfJsonCostsWhatARowMayCost(String what, String unit) {
        String before = "{\"lines\":[{\"unit_code\":\"U1\",\"approved\":1,\"links\":[";
        Outcome outcome = quickly(repeated(
                "b.json", before, unit, 16L * MEGA / unit.length(), "{}]},{\"unit_code\":\"U2\",\"approved\":1}]}"));
        assertThat(outcome.lines()).hasSize(1);
        assertThat(outcome.account().rejected()).hasSize(1);
    }

    @Test
    void oneLinkOfManyNamesCostsWhatARowMayCost() {
        StringBuilder link = new StringBuilder("{\"lines\":[{\"unit_code\":\"U1\",\"approved\":1,\"links\":[{\"a\":1");
        for (int i = 0; i < 100_000; i++) {
            link.append(",\"n").append(i).append("\":1");
        }
        Outcome outcome = Outcome.ofJson(link + "}]},{\"unit_code\":\"U2\",\"approved\":1}]}");
        assertThat(outcome.lines()).hasSize(1);
        assertThat(Outcome.english(outcome.onlyRejected())).contains("more than the 2000000 characters");
    }

    @Test
    void rowsOfAnotherEngineHaveTheSameLimits() {
        List<List<String>> rows = List.of(List.of("U1", "x".repeat(2_000_001)), List.of("U2", "1"));
        Outcome outcome = Outcome.of(Budgets.reading(new RowSource() {
            @Override
            public String name() {
                return "rows";
            }

            @Override
            public List<String> headings() {
                return List.of("unit_code", "approved");
            }

            @Override
            public long firstRow() {
                return 1;
            }

            @Override
            public Iterator<List<String>> rows() {
                return rows.iterator();
            }
        }));
        assertThat(outcome.lines()).hasSize(1);
        assertThat(Outcome.english(outcome.onlyRejected())).contains("more than the 2000000 characters");
    }

    @Test
    void aRowOfMoreBlankCellsThanAreKeptIsBlank() {
        for (int commas : new int[] {4_094, 4_095, 4_096, 4_097, 100_000}) {
            Outcome outcome = Outcome.ofCsv(HEADINGS + "U1,1\n" + ",".repeat(commas) + "\nU2,1\n");
            assertThat(outcome.lines()).as("%d commas", commas).hasSize(2);
            assertThat(outcome.first().rowsSkipped()).isEqualTo(1);
        }
    }

    @Test
    void aRowWithTextBeyondTheCellsThatAreKeptIsRejected() {
        Outcome outcome = Outcome.ofCsv(HEADINGS + "U1,1\n" + ",".repeat(4_096) + "x\nU2,1\n");
        assertThat(outcome.lines()).hasSize(2);
        assertThat(Outcome.english(outcome.onlyRejected())).contains("has 4097 cells");
    }

    @Test
    void theCaseOfARowOfBlankCellsIsSkipped() {
        Outcome outcome = Outcome.of(Budgets.reading(RealData.oneCase("attack/row-of-4097-blank-cells.csv")));
        assertThat(outcome.account().rejected()).isEmpty();
        assertThat(outcome.account().faults()).isEmpty();
        assertThat(outcome.first().rowsSkipped() + outcome.lines().size())
                .isEqualTo(outcome.first().rowsRead());
    }

    @Test
    void onlyTheRowWithBytesThatAreNoTextIsRejected() {
        String flawed = "U2,\u00ff\u00ff,1\n";
        StringBuilder text = new StringBuilder(HEADINGS.replace(",", ",note,"));
        List<Long> expected = new ArrayList<>();
        for (int row = 2; row < 60_000; row++) {
            boolean flaw = row % 7 == 0 || row % 7 == 1;
            text.append(flaw ? flawed : "U1,ok,1\n");
            if (flaw) {
                expected.add((long) row);
            }
        }
        Outcome outcome = Outcome.of(
                Outcome.strictly(Outcome.input("b.csv", text.toString().getBytes(ISO_8859_1)))
                        .limits(ReadLimits.DEFAULT.withMaxRejectedRows(60_000)));
        assertThat(outcome.account().rejected())
                .extracting(rejected -> rejected.position().row())
                .isEqualTo(expected);
        assertThat(outcome.lines()).hasSize(59_998 - expected.size());
    }

    @Test
    void gzipMembersThatHoldNothingArePassedOver() throws Exception {
        byte[] empty = RefusedFilesTest.gzip(new byte[0]);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(RefusedFilesTest.gzip((HEADINGS + "U1,").getBytes(UTF_8)));
        for (int i = 0; i < 10_000; i++) {
            bytes.write(empty);
        }
        bytes.write(RefusedFilesTest.gzip("1\nU2,1\n".getBytes(UTF_8)));
        assertThat(Outcome.of(Budgets.reading(Outcome.input("b.csv.gz", bytes.toByteArray())))
                        .lines())
                .hasSize(2);
    }

    @Test
    void aGzipHeaderMayHaveAllItsParts() {
        byte[] plain = "unit_code,approved\nU1,1\n".getBytes(UTF_8);
        byte[] packed;
        try {
            packed = RefusedFilesTest.gzip(plain);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
        ByteArrayOutputStream full = new ByteArrayOutputStream();
        full.write(packed, 0, 3);
        full.write(2 | 4 | 8 | 16);
        full.write(packed, 4, 6);
        full.writeBytes(new byte[] {3, 0, 'a', 'b', 'c'});
        full.writeBytes("name\0comment\0".getBytes(UTF_8));
        full.writeBytes(new byte[] {0, 0});
        full.write(packed, 10, packed.length - 10);
        assertThat(Outcome.of(Budgets.reading(Outcome.input("b.csv.gz", full.toByteArray())))
                        .lines())
                .hasSize(1);
    }

    /** What costs no memory must not cost for ever either. */
    private static Outcome quickly(Input input) {
        return Assertions.assertTimeoutPreemptively(Duration.ofMinutes(3), () -> Outcome.of(Budgets.reading(input)));
    }
}
