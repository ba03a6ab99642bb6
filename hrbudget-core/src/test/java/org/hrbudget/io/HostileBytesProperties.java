package org.hrbudget.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import org.hrbudget.model.internal.Spelling;

/** Whatever bytes a file holds: it is read, or refused with a {@link BudgetReadException}, and nothing else is ever thrown. */
@Tag("long")
class HostileBytesProperties {

    /** What files are made of, and what breaks them; one byte a character. */
    private static final List<String> PIECES = List.of(
            "unit_code",
            "approved",
            "action_1",
            "fiscal_year",
            "\n",
            "\r\n",
            "\r",
            ",",
            ";",
            "\t",
            "\"",
            "\"\"",
            "'",
            "=1+1",
            "-1.50",
            "9".repeat(40),
            "1e9",
            " ",
            "\u00a0",
            "\0",
            "\u00ff",
            "\u00ef\u00bb\u00bf",
            "\u00ff\u00fe",
            "\u00fe\u00ff",
            "\u00e2\u0080\u00ae",
            "\u00ed\u00a0\u0080",
            ",".repeat(5_000),
            "x".repeat(3_000),
            "{",
            "}",
            "[",
            "]",
            "[".repeat(200),
            ":",
            "\"lines\":[",
            "\"links\":[{",
            "\"baseline\":{",
            "\"name\"",
            "\\u0000",
            "null",
            "true",
            "\u001f\u008b\u0008\0\0\0\0\0\0\0",
            "PK\u0003\u0004",
            "PK\u0005\u0006");

    private static final String HEADINGS = "unit_code,approved,action_1\n";
    private static final String OPENED = "{\"lines\":[{\"unit_code\":\"U1\",\"approved\":1";

    /**
     * Bytes, told apart by what they were made of.
     *
     * @param pieces one byte a character
     */
    record Made(List<String> pieces) {

        byte[] bytes() {
            return String.join("", pieces).getBytes(ISO_8859_1);
        }

        @Override
        public String toString() {
            return pieces.stream()
                    .map(piece -> piece.length() < 60 ? piece : piece.length() + " times " + piece.charAt(0))
                    .map(Spelling::harmless)
                    .toList()
                    .toString();
        }
    }

    @Provide
    Arbitrary<Made> hostile() {
        Arbitrary<String> any =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(20).map(bytes -> new String(bytes, ISO_8859_1));
        Arbitrary<List<String>> pieces = Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.of(PIECES)), Tuple.of(1, any))
                .list()
                .ofMaxSize(40);
        return Combinators.combine(Arbitraries.of("", HEADINGS, OPENED), pieces)
                .as((first, rest) ->
                        new Made(Stream.concat(Stream.of(first), rest.stream()).toList()));
    }

    @Property(tries = 1_500)
    @Tag("long")
    void aBudgetIsReadOrRefused(@ForAll("hostile") Made made) {
        for (String name : List.of("b.csv", "b.json", "b")) {
            readOrRefused(() -> {
                Outcome outcome = Outcome.of(Budgets.reading(Outcome.input(name, made.bytes())));
                Input.Account account = outcome.first();
                assertThat(account.rowsRead())
                        .isEqualTo(account.linesValidated() + account.rowsRejected() + account.rowsSkipped());
            });
        }
    }

    @Property(tries = 300)
    void aBudgetFileIsReadOrRefused(@ForAll("hostile") Made made) throws IOException {
        Path file = Files.createTempFile("hostile", ".csv");
        try {
            Files.write(file, made.bytes());
            readOrRefused(() -> Outcome.of(Budgets.reading(file)));
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 300)
    void aPackedBudgetIsReadOrRefused(@ForAll("hostile") Made made, @ForAll("hostile") Made rest) throws IOException {
        byte[] gzip = RefusedFilesTest.gzip(made.bytes());
        byte[] all = Arrays.copyOf(gzip, gzip.length + rest.bytes().length);
        System.arraycopy(rest.bytes(), 0, all, gzip.length, rest.bytes().length);
        readOrRefused(() -> Outcome.of(Budgets.reading(Outcome.input("b.csv.gz", all))));
    }

    @Property(tries = 300)
    void whatIsReadBesideABudgetIsReadOrRefused(@ForAll("hostile") Made made) {
        Input input = Outcome.input("beside", made.bytes());
        readOrRefused(() -> Programmes.read(input));
        readOrRefused(() -> Baselines.read(input));
        readOrRefused(() -> ItemCatalogues.read(input));
        readOrRefused(() -> DocumentType.UNIT_ACTIONS.read(input));
        readOrRefused(() -> DocumentType.POLICY_FRAMEWORKS.read(input));
        readOrRefused(() -> DocumentType.GOALS.read(input));
        readOrRefused(() -> DocumentType.INDICATORS.read(input));
        readOrRefused(() -> DocumentType.RESULTS_MATRIX.read(input));
        readOrRefused(() -> Layout.read(input));
        readOrRefused(() -> Outcome.of(Budgets.reading(Outcome.input("b.csv", "unit_code,approved\nU1,1\n"))
                .links(input)));
    }

    private static void readOrRefused(Runnable reading) {
        try {
            reading.run();
        } catch (BudgetReadException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
