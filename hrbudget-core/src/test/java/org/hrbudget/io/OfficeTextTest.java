package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.SpendingLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text as offices save it, in our own layout, which looks for what it is not told. */
class OfficeTextTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final String HEADINGS = "Ejercicio,UR,Partida,Importe anual,Línea de acción (PDHDF),Observaciones\n";

    private static List<String> assumed(Outcome read) {
        return read.first().assumed().stream().map(Bilingual::en).toList();
    }

    private static BigDecimal sum(Outcome read) {
        return read.lines().stream()
                .map(line -> line.amounts().asMap().values().iterator().next())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void aPlainSaveOfAnOfficeIsReadAndEachAssumptionSaid() {
        Outcome read = Outcome.ofCsv(
                "Presupuesto de la Secretaría de Educación,,,,,\n,,,,,\n" + HEADINGS
                        + "2011,08 CO 01,1131,\"$1,005,306.66\",01.01.01,\n"
                        + "2011,08 CO 01,1211,\"$495,005.06\",,Gasto de operación\n"
                        + "TOTAL,,,\"$1,500,311.72\",,\n",
                WINDOWS);

        assertThat(read.lines()).hasSize(2);
        assertThat(sum(read)).isEqualByComparingTo("1500311.72");
        assertThat(read.lines().get(0).unit().code()).isEqualTo("08 CO 01");
        assertThat(read.lines().get(0).links())
                .extracting(ActionLink::actionCode)
                .containsExactly("01.01.01");
        assertThat(read.lines().get(1).noActionReason()).isEqualTo("Gasto de operación");
        assertThat(assumed(read))
                .containsExactly(
                        "Not UTF-8, so it was read as windows-1252, as Excel saves text on Windows.",
                        "The row above the headings was passed over: \"Presupuesto de la Secretaría de Educación\".",
                        "Row 6 is a total (\"TOTAL\") and was passed over; it agrees with its lines.");
        assertThat(read.account().faults()).isEmpty();
        assertThat(read.first().rowsRead()).isEqualTo(3);
        assertThat(read.first().rowsSkipped()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {"';'! ;", "'\t'! TAB", "'|'! |"})
    void theSeparatorIsFound(char separator, String said) {
        String text = "unit_code,object_code,approved\n01,1131,1.005#25\n"
                .replace(',', separator)
                .replace('#', ',');
        Outcome read = Outcome.ofCsv(text);

        assertThat(sum(read)).isEqualByComparingTo("1005.25");
        assertThat(assumed(read))
                .containsExactly(
                        "Its cells are separated by \"" + said + "\".", "Its amounts have \",\" before the decimals.");
    }

    @Test
    void whatIsFoundIsOverruledByTheCaller() {
        byte[] bytes =
                "Título: x\nunit_code;approved\nunit_code;approved\n01;1,5\nA\u00d1;\"2,005\"\n".getBytes(WINDOWS);
        Input input = Outcome.input("b.csv", bytes);
        Outcome found = Outcome.of(Budgets.reading(input));
        Outcome given = Outcome.of(Budgets.reading(input)
                .charset(Charset.forName("ISO-8859-2"))
                .separator(';')
                .decimal('.')
                .headingRow(3));

        assertThat(assumed(found)).hasSize(4);
        assertThat(assumed(given)).isEmpty();
        assertThat(given.first().rowsRead()).isEqualTo(2);
        assertThat(given.onlyRejected().value()).isEqualTo("1,5");
        assertThat(given.only().unit().code()).isEqualTo("A\u0143");
        assertThat(given.only().amounts().asMap().values()).containsExactly(new BigDecimal("2005.00"));
    }

    @Test
    void whatIsGivenAndOfNoUseIsSaid() {
        Budgets.Reading table = Budgets.reading(Outcome.input("b.csv", "unit_code,approved\n01,5\n"))
                .sheet("Hoja 2");
        Budgets.Reading json = Budgets.reading(Outcome.input(
                        "b.json", "{\"fiscalYear\": 2011, \"lines\": [{\"unit_code\": \"01\", \"approved\": 5}]}"))
                .separator(';')
                .headingRow(4)
                .entry("gasto.csv");

        assertThat(assumed(Outcome.of(table)))
                .containsExactly("The sheet \"Hoja 2\" was given, but this file is no workbook.");
        assertThat(assumed(Outcome.of(json)))
                .containsExactly(
                        "The file \"gasto.csv\" of a zip was given, but this file is no zip.",
                        "Row 4 was given for the headings, but JSON has none.",
                        "A separator was given, but this file is no separated text.");
    }

    @Test
    void ofTwoTablesNoneIsTakenForTitles() {
        Outcome read =
                Outcome.ofCsv("unit_code,approved\n" + "01,-5\n".repeat(9) + "\nunit_code,approved,paid\n02,5,5\n");

        assertThat(read.lines()).hasSize(9);
        assertThat(read.account().rejected()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRowOfHeadingsBeyondTheEndIsNone(boolean detects) {
        Layout own = Layout.named("hrbudget");
        Budgets.Reading reading = Budgets.reading(Outcome.input("b.csv", "unit_code,approved\n01,5\n"))
                .layout(detects ? own : own.strict())
                .headingRow(9);

        assertThatExceptionOfType(BudgetReadException.class)
                .isThrownBy(() -> Outcome.of(reading))
                .withMessageStartingWith("b.csv has nothing in row 9 or below");
    }

    @Test
    void decimalsFarBelowTheHeadingsAreSeen() {
        Outcome read = Outcome.ofCsv("unit_code;approved\n" + "01;5\n".repeat(500) + "02;1,50\n");

        assertThat(read.account().rejected()).isEmpty();
        assertThat(sum(read)).isEqualByComparingTo("2501.50");
    }

    @Test
    void aTotalWithoutAnAmountAgreesWithNothing() {
        Outcome read = Outcome.ofCsv("unit_code,approved,paid\n01,5,\nTOTAL,,\n");

        assertThat(read.lines()).hasSize(1);
        assertThat(assumed(read)).singleElement().asString().contains("TOTAL").doesNotContain("agree");
    }

    @Test
    void aPointThatMayBeBothStaysWhatTheLayoutSays() {
        Outcome read = Outcome.ofCsv("unit_code;approved\n01;1.005\n02;7\n");

        assertThat(read.onlyRejected().value()).isEqualTo("1.005");
        assertThat(assumed(read)).containsExactly("Its cells are separated by \";\".");
    }

    @Test
    void aLayoutThatDoesNotSayDetectStaysStrict() {
        Layout strict = Layout.named("hrbudget").strict();
        Input input = Outcome.input("b.csv", "Título,\nunit_code;approved\n01;1.00\n");

        assertThatExceptionOfType(BudgetReadException.class)
                .isThrownBy(() -> Outcome.of(Budgets.reading(input).layout(strict)))
                .withMessageContaining("lacks columns");
    }

    @Test
    void lettersThatAreInUtf8BeforeTheFirstFlawKeepTheCharset() {
        String text = "unit_code,unit_name,approved\n01,Educación,1.00\n02,Educaci\u0001n,2.00\n";
        byte[] mixed = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = mixed[i] == 1 ? (byte) 0xf3 : mixed[i];
        }
        Outcome read = Outcome.of(Budgets.reading(Outcome.input("b.csv", mixed)));

        assertThat(read.lines()).hasSize(1);
        assertThat(Outcome.english(read.onlyRejected())).contains("no text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOTAL", "Total general", "Suma", "SUBTOTAL", "Gran Total", "Ukupno", "Total UR 01"})
    void rowsThatCallThemselvesTotalsAreNoLines(String word) {
        Outcome read =
                Outcome.ofCsv("unit_code,object_code,approved\n01,1131,1.00\n01,1211,2.00\n" + word + ",,3.00\n");

        assertThat(read.lines()).hasSize(2);
        assertThat(assumed(read)).singleElement().asString().contains("Row 4", word);
    }

    @Test
    void aUnitMayBeCalledAsATotalIs() {
        Outcome read = Outcome.ofCsv("unit_code,object_code,approved\nTOTAL,1131,1.00\n");

        assertThat(read.only().unit().code()).isEqualTo("TOTAL");
    }

    @Test
    void subtotalsAndTheirTotalAgree() {
        Outcome read = Outcome.ofCsv("""
                unit_code,object_code,approved
                01,1131,1.00
                01,1211,2.00
                Subtotal,,3.00
                02,1131,4.00
                Subtotal,,4.00
                Total,,7.00
                """);

        assertThat(read.account().faults()).isEmpty();
        assertThat(assumed(read)).singleElement().asString().contains("3 rows of totals");
    }

    @Test
    void aTotalThatDisagreesIsAProblem() {
        Outcome read = Outcome.ofCsv("unit_code,object_code,approved\n01,1131,1.00\n01,1211,2.00\nTotal,,30.00\n");

        assertThat(read.onlyFault().message().en())
                .isEqualTo("Row 4 is a total (\"Total\") of 30.00, and its lines come to 3.00. Maybe a line is missing"
                        + " or was changed: correct the lines or the total.");
        assertThat(assumed(read)).isEmpty();
    }

    @Test
    void theOrderOfManyRowsMakesNoDifferenceToTotals() {
        StringBuilder text = new StringBuilder("unit_code,object_code,approved\n");
        for (int unit = 0; unit < 100; unit++) {
            for (int line = 0; line < 50; line++) {
                text.append(unit).append(",1131,0.10\n");
            }
            text.append("Subtotal,,5.00\n");
        }
        Outcome read = Outcome.ofCsv(text + "Total,,500.00\n");

        assertThat(read.lines()).hasSize(5_000);
        assertThat(read.account().faults()).isEmpty();
        assertThat(assumed(read)).singleElement().asString().contains("101 rows of totals");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "11301,5.00 11302,6.00 11000,11.00 10000,11.00! 2! 22.00",
                "10000,11.00 11301,5.00 11302,6.00! 1! 11.00",
                "10000,5.00 11000,5.00 11301,2.00 11302,3.00! 2! 10.00",
                "1100,3.00 1131,1.00 1132,2.00 1200,9.00! 1! 3.00"
            })
    void linesThatAreSumsOfOthersAreAProblem(String rows, int count, String amount) {
        Outcome read = Outcome.ofCsv("unit_code,object_code,approved\n01," + rows.replace(" ", "\n01,") + "\n");

        assertThat(read.onlyFault().message().en())
                .contains(count == 1 ? "the sum of other lines" : count + " of them", amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11000,11.00 11301,5.00 11302,7.00",
                "11000,0.00 11301,0.00",
                "11301,5.00 12301,5.00",
                "11000,5.00 12000,5.00"
            })
    void otherLinesAreNoSums(String rows) {
        Outcome read = Outcome.ofCsv("unit_code,object_code,approved\n01," + rows.replace(" ", "\n01,") + "\n");

        assertThat(read.account().faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"01.01.01, 01.01.02\"",
                "01.01.01/01.01.02",
                "01.01.01 y 01.01.02",
                "\"01.01.01\n01.01.02\"",
                "01.01.01; 01.01.02"
            })
    void oneCellMayNameSeveralActions(String cell) {
        SpendingLine line = Outcome.ofCsv("unit_code,object_code,approved,action_1\n01,1131,1.00," + cell + "\n")
                .only();

        assertThat(line.links()).extracting(ActionLink::actionCode).containsExactly("01.01.01", "01.01.02");
    }

    @Test
    void howMuchOneOfSeveralActionsGetsIsOfNone() {
        Outcome read = Outcome.ofCsv(
                "unit_code,object_code,approved,action_1,action_1_amount\n01,1131,1.00,\"01.01.01, 01.01.02\",0.50\n");

        assertThat(Outcome.english(read.onlyRejected())).contains("a column of its own");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "IBM850! ISO-8859-1! Legislación pública México! doubt! IBM850",
                "IBM850! windows-1252! Legislación pública México! doubt! IBM850",
                "UTF-8! windows-1252! Legislación pública México! doubt! UTF-8",
                "windows-1252! ISO-8859-1! Programa “Uno” – dos! doubt! windows-1252"
            })
    void aCharsetThatIsNotTheFilesIsDoubted(String written, String read, String text, String doubt, String better) {
        byte[] bytes = ("UR,PARTIDA,MONTO,DESC\n100,11301,5," + text + "\n").getBytes(Charset.forName(written));
        Layout layout = Layout.read(Outcome.input("l.json", """
                {"name": "l", "title": {"es": "l"}, "jurisdiction": "mx-fed", "currency": "MXN", "phase": "approved",
                 "objectLevel": "item", "charset": "%s", "columns": [{"field": "unit_code", "headings": ["UR"]},
                 {"field": "object_code", "headings": ["PARTIDA"]}, {"field": "approved", "headings": ["MONTO"]}]}
                """.formatted(read)));
        Outcome outcome =
                Outcome.of(Budgets.reading(Outcome.input("b.csv", bytes)).layout(layout));

        assertThat(outcome.lines()).hasSize(1);
        assertThat(outcome.onlyFault().message().en()).contains("not in " + read, "probably in " + better);
    }

    @ParameterizedTest
    @CsvSource({"EducaciÃ³n, twice", "Educaci\ufffdn, lost", "mÃ©xico, twice"})
    void lettersThatAreLostOrChangedBeforeAreAProblem(String name, String why) {
        Outcome read = Outcome.ofCsv("unit_code,unit_name,approved\n01," + name + ",1.00\n");

        assertThat(read.onlyFault().message().en()).contains(why, name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Educación",
                "SÃO PAULO",
                "¿Qué?",
                "1ª etapa",
                "50 £",
                "Ángel Ñandú",
                "«Uno» – dos",
                "Zażółć gęślą jaźń"
            })
    void textsAsPeopleWriteThemAreNotDoubted(String name) {
        Outcome read = Outcome.ofCsv("unit_code,unit_name,approved\n01," + name + ",1.00\n");

        assertThat(read.account().faults()).isEmpty();
    }

    @Test
    void whatIsFoundOutDoesNotDependOnHowTheBytesCome() {
        byte[] bytes = "Presupuesto\nunit_code;approved\nU1;1.234,50\n".getBytes(StandardCharsets.UTF_8);
        Input dripping = Input.of("b.csv", () -> new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] buffer, int from, int length) {
                return super.read(buffer, from, Math.min(1, length));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        });

        assertThat(Outcome.of(Budgets.reading(dripping)).only().amount(AmountKind.APPROVED))
                .isEqualTo("1234.50");
    }

    @Test
    void halfAnAmountWhereTheLookEndsIsNone() {
        StringBuilder text = new StringBuilder("note;unit_code;approved\n");
        while (text.length() < 1 << 16) {
            text.append("x".repeat(1_000)).append(";U1;1,500\n");
        }
        int half = (1 << 15) - text.lastIndexOf(",500", 1 << 15) - 2;
        text.insert(text.indexOf("\n") + 1, "x".repeat(half));

        Outcome read = Outcome.ofCsv(text.toString());

        assertThat(text.substring(0, 1 << 15)).endsWith(";1,5");
        assertThat(read.account().rejected()).isEmpty();
        assertThat(read.lines().get(0).amount(AmountKind.APPROVED)).isEqualTo("1500.00");
    }
}
