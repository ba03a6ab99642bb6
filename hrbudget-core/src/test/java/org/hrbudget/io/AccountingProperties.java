package org.hrbudget.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.SpendingLine;

/** Whatever is done to a file: no row is lost, and nothing but a refusal of the whole file is thrown. */
@Tag("long")
class AccountingProperties {

    private static final String VALID = valid(40);

    private enum Damage {
        CHANGE,
        TAKE_OUT,
        PUT_IN,
        CUT_OFF
    }

    private record Stroke(Damage damage, int at, byte value) {}

    private static String valid(int rows) {
        StringBuilder text = new StringBuilder("id,unit_code,unit_name,approved,action_1,action_1_share,note\r\n");
        for (int i = 0; i < rows; i++) {
            text.append("L")
                    .append(i)
                    .append(",11CD0")
                    .append(i % 10)
                    .append(",\"Unidad, n\u00famero ")
                    .append(i);
            text.append("\",\"1,00")
                    .append(i % 10)
                    .append(".50\",01.01.0")
                    .append(i % 10)
                    .append(",0.5,\u00a0fin\r\n");
        }
        return text.toString();
    }

    @Provide
    Arbitrary<List<Stroke>> strokes() {
        Arbitrary<Byte> values = Arbitraries.oneOf(
                Arbitraries.bytes(),
                Arbitraries.of(
                        (byte) '"', (byte) ',', (byte) '\n', (byte) '\r', (byte) 0, (byte) 0xff, (byte) '{', (byte)
                                '-'));
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(6, Damage.CHANGE),
                                Tuple.of(4, Damage.TAKE_OUT),
                                Tuple.of(4, Damage.PUT_IN),
                                Tuple.of(1, Damage.CUT_OFF)),
                        Arbitraries.integers().between(0, 1_000_000),
                        values)
                .as(Stroke::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static byte[] damaged(byte[] whole, List<Stroke> strokes) {
        List<Byte> bytes = new ArrayList<>();
        for (byte one : whole) {
            bytes.add(one);
        }
        for (Stroke stroke : strokes) {
            int at = bytes.isEmpty() ? 0 : stroke.at() % bytes.size();
            switch (stroke.damage()) {
                case CHANGE -> {
                    if (!bytes.isEmpty()) {
                        bytes.set(at, stroke.value());
                    }
                }
                case TAKE_OUT -> {
                    if (!bytes.isEmpty()) {
                        bytes.remove(at);
                    }
                }
                case PUT_IN -> bytes.add(at, stroke.value());
                case CUT_OFF -> bytes.subList(at, bytes.size()).clear();
            }
        }
        byte[] result = new byte[bytes.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = bytes.get(i);
        }
        return result;
    }

    private static Optional<Outcome> read(String name, byte[] bytes) {
        try {
            return Optional.of(Outcome.of(Budgets.reading(Outcome.input(name, bytes))));
        } catch (BudgetReadException e) {
            assertThat(e).hasMessageContaining(name);
            return Optional.empty();
        }
    }

    private static void addsUp(Outcome outcome) {
        Input.Account input = outcome.first();
        assertThat(input.rowsRead()).isEqualTo(input.linesValidated() + input.rowsRejected() + input.rowsSkipped());
        assertThat(input.linesValidated()).isEqualTo(outcome.lines().size());
        assertThat(outcome.account().rejected()).hasSize((int) input.rowsRejected());
        // What was read to its end may be doubted; what was not is always a fault.
        assertThat(input.sha256() != null || !outcome.account().faults().isEmpty())
                .isTrue();
        long last = 1;
        for (SpendingLine line : outcome.lines()) {
            assertThat(line.position().row()).isGreaterThan(last);
            last = line.position().row();
        }
    }

    @Property(tries = 2_000)
    void everyRowOfADamagedTableIsAccountedFor(@ForAll("strokes") List<Stroke> strokes) {
        read("b.csv", damaged(VALID.getBytes(UTF_8), strokes)).ifPresent(AccountingProperties::addsUp);
    }

    @Property(tries = 500)
    void everyRowOfADamagedGzipIsAccountedFor(@ForAll("strokes") List<Stroke> strokes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(VALID.getBytes(UTF_8));
        }
        read("b.csv.gz", damaged(bytes.toByteArray(), strokes)).ifPresent(AccountingProperties::addsUp);
    }

    @Property(tries = 1_000)
    void everyLineOfADamagedJsonIsAccountedFor(@ForAll("strokes") List<Stroke> strokes) {
        StringBuilder text = new StringBuilder("{\"fiscalYear\":2011,\"lines\":[");
        for (int i = 0; i < 20; i++) {
            text.append(i == 0 ? "" : ",").append("{\"id\":\"L").append(i).append("\",\"unit_code\":\"U\u00f1\",");
            text.append("\"approved\":12.50,\"links\":[{\"action\":\"01.01.01\",\"share\":0.5}]}\n");
        }
        byte[] bytes = damaged(text.append("]}").toString().getBytes(UTF_8), strokes);

        Optional<Outcome> outcome = read("b.json", bytes);

        outcome.ifPresent(read -> {
            Input.Account input = read.first();
            assertThat(input.rowsRead()).isEqualTo(input.linesValidated() + input.rowsRejected() + input.rowsSkipped());
            assertThat(input.linesValidated()).isEqualTo(read.lines().size());
            assertThat(input.sha256() != null || !read.account().faults().isEmpty())
                    .isTrue();
        });
    }

    @Property(tries = 1_000)
    void anAmountIsReadAsItWasWritten(
            @ForAll @LongRange(min = -999_999_999_999_999_999L, max = 999_999_999_999_999_999L) long cents) {
        BigDecimal amount = BigDecimal.valueOf(cents, 2);

        SpendingLine line = Outcome.ofCsv("unit_code,approved\nU1," + amount.toPlainString() + "\n")
                .only();

        assertThat(line.amount(AmountKind.APPROVED)).isEqualTo(amount);
    }

    @Property(tries = 200)
    void bytesThatAreNoTextRejectExactlyTheirRows(@ForAll("rows") List<Integer> broken) {
        StringBuilder text = new StringBuilder("unit_code,approved,note\n");
        for (int row = 2; row < 302; row++) {
            text.append("U,1,")
                    .append(broken.contains(row) ? "\u00ff" : "x".repeat(row))
                    .append('\n');
        }

        Outcome outcome = Outcome.of(
                Outcome.strictly(Outcome.input("b.csv", text.toString().getBytes(StandardCharsets.ISO_8859_1))));

        assertThat(outcome.account().rejected())
                .extracting(row -> (int) row.position().row())
                .containsExactlyElementsOf(broken.stream().distinct().sorted().toList());
    }

    @Provide
    Arbitrary<List<Integer>> rows() {
        return Arbitraries.integers().between(2, 301).list().ofMaxSize(30);
    }
}
