package org.hrbudget.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Where reading cannot go on, what was read stands, and the account says after which row it ended and why. */
class BrokenOffTest {

    private static String rows(int count) {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder("unit_code,approved,note\n");
        for (int i = 0; i < count; i++) {
            text.append("U1,")
                    .append(random.nextInt(1_000_000))
                    .append(",")
                    .append(random.nextLong())
                    .append('\n');
        }
        return text.toString();
    }

    private static void endedEarly(Outcome outcome, long rowsWritten, String reason) {
        Input.Account input = outcome.first();
        assertThat(outcome.onlyFault().message().en()).contains(reason);
        assertThat(outcome.onlyFault().position().row()).isEqualTo(input.rowsRead() + 1);
        assertThat(input.rowsRead()).isPositive().isLessThan(rowsWritten);
        assertThat(input.linesValidated()).isEqualTo(outcome.lines().size());
        assertThat(input.sha256()).isNull();
    }

    @Test
    void aGzipThatIsCutOff() throws IOException {
        byte[] whole = RefusedFilesTest.gzip(rows(20_000).getBytes(UTF_8));

        Outcome outcome =
                Outcome.of(Budgets.reading(Outcome.input("b.csv.gz", Arrays.copyOf(whole, whole.length / 2))));

        endedEarly(outcome, 20_000, "ends before its packed content does");
    }

    @Test
    void aGzipThatIsDamaged() throws IOException {
        byte[] bytes = RefusedFilesTest.gzip(rows(20_000).getBytes(UTF_8));
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 200, (byte) 0x55);

        Outcome outcome = Outcome.of(Budgets.reading(Outcome.input("b.csv.gz", bytes)));

        assertThat(outcome.onlyFault().message().en()).contains("its packing is broken");
        assertThat(outcome.lines()).isNotEmpty();
    }

    @Test
    void whatFollowsAGzipAndIsNotPacked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(RefusedFilesTest.gzip(rows(20_000).getBytes(UTF_8)));
        byte[] second = RefusedFilesTest.gzip("U9,1,last\n".getBytes(UTF_8));
        second[0] = 0;
        bytes.write(second);

        Outcome outcome = Outcome.of(Budgets.reading(Outcome.input("b.csv.gz", bytes.toByteArray())));

        assertThat(outcome.onlyFault().message().en()).contains("bytes that are not packed");
        assertThat(outcome.lines()).isNotEmpty();
    }

    @Test
    void zerosAfterAGzipAreNothing() throws IOException {
        byte[] gzip = RefusedFilesTest.gzip(rows(10).getBytes(UTF_8));

        Outcome outcome =
                Outcome.of(Budgets.reading(Outcome.input("b.csv.gz", Arrays.copyOf(gzip, gzip.length + 512))));

        assertThat(outcome.account().faults()).isEmpty();
        assertThat(outcome.lines()).hasSize(10);
    }

    @Test
    void allMembersOfAGzipAreReadFromAStreamThatKnowsNotWhatIsToCome() throws IOException {
        byte[] first = RefusedFilesTest.gzip(rows(10).getBytes(UTF_8));
        byte[] second = RefusedFilesTest.gzip("U9,1,last\n".getBytes(UTF_8));
        Input input = Input.of("b.csv.gz", () -> new SequenceInputStream(silent(first), silent(second)));

        assertThat(Outcome.of(Budgets.reading(input)).lines()).hasSize(11);
    }

    private static InputStream silent(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int available() {
                return 0;
            }
        };
    }

    @Test
    void aQuoteThatIsNeverClosed() {
        Outcome outcome = Outcome.ofCsv("unit_code,approved,note\nU1,1,a\nU2,2,\"b\nU3,3,c\nU4,4,d\n");

        endedEarly(outcome, 3, "a quote opened in row 3 is never closed");
        assertThat(outcome.lines()).hasSize(1);
    }

    @Test
    void aQuoteThatIsNeverClosedInALongFileStopsAtTheLongestCell() {
        String text = "unit_code,approved,note\nU1,1,a\nU2,2,\"b\n" + "U3,3,c\n".repeat(10_000);

        Outcome outcome = Outcome.of(
                Budgets.reading(Outcome.input("b.csv", text)).limits(ReadLimits.DEFAULT.withMaxCellLength(5_000)));

        endedEarly(outcome, 10_002, "a cell of row 3 is longer than 5000 characters");
    }

    @Test
    void aFileThatUnpacksTooWell() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("unit_code,approved,note\n".getBytes(UTF_8));
            byte[] wide = ("U1,0," + "x".repeat(50_000) + "\n").getBytes(UTF_8);
            for (int i = 0; i < 1_000; i++) {
                gzip.write(wide);
            }
        }

        Outcome outcome = Outcome.of(Budgets.reading(Outcome.input("b.csv.gz", bytes.toByteArray())));

        endedEarly(outcome, 1_000, "more than 250 to one");
    }

    @Test
    void aConnectionThatDrops() {
        byte[] start = rows(10_000).getBytes(UTF_8);
        Input input = Input.of(
                "b.csv",
                () -> new SequenceInputStream(new ByteArrayInputStream(start), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }

                    @Override
                    public int read(byte[] buffer, int from, int length) throws IOException {
                        return read();
                    }
                }));

        endedEarly(Outcome.of(Budgets.reading(input)), 10_001, "connection reset");
    }

    @Test
    void jsonThatBreaksOff() {
        Outcome outcome = Outcome.ofJson("[{\"unit_code\":\"U1\",\"approved\":1},\n{\"unit_code\":\"U2\",\"appr");

        assertThat(outcome.lines()).hasSize(1);
        assertThat(outcome.onlyFault().position().row()).isEqualTo(1);
        assertThat(outcome.onlyFault().message().en()).contains("b.json, line 2");
    }
}
