package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrbudget.io.Outcome.english;
import static org.hrbudget.io.Outcome.ofCsv;

import java.nio.charset.StandardCharsets;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A row that cannot be a line is rejected with its place and reason, and the rows around it are read. */
class BadRowsTest {

    /** Three rows, the middle one as given. */
    private static Outcome middle(String headings, String good, String bad) {
        Outcome outcome = ofCsv(headings + "\n" + good + "\n" + bad + "\n" + good + "\n");
        assertThat(outcome.lines()).extracting(line -> line.position().row()).containsExactly(2L, 4L);
        assertThat(outcome.first().rowsRead()).isEqualTo(3);
        assertThat(outcome.first().rowsRejected()).isEqualTo(1);
        assertThat(outcome.onlyRejected().position()).isEqualTo(new Position("b.csv", 3));
        return outcome;
    }

    private static ReadingAccount.RejectedRow amount(String text) {
        return middle("unit_code,approved", "U1,1.00", "U2,\"" + text + "\"").onlyRejected();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234          | two decimals",
                "1.000          | two decimals",
                "1.2.3          | two decimal signs",
                "1e5            | scientific",
                "1.5E+10        | scientific",
                "1,2,3          | groups of three",
                "1234,567       | groups of three",
                ",123           | groups of three",
                "1,23           | groups of three",
                "NaN            | not an amount",
                "Infinity       | not an amount",
                "-              | not an amount",
                "--5            | not an amount",
                "$              | not an amount",
                "12.            | not an amount",
                "ten            | not an amount",
                "1 000          | not an amount",
                "12345678901234567 | 17 digits; at most 16",
                "1111111111222222222233333333334444444444 | 40 digits",
                "1.50%          | not an amount",
                "1.5,0          | not expected here",
                "1.000,50       | not expected here",
                "٣              | not an amount",
            })
    void anAmountThatCouldMeanSomethingElseIsRejected(String text, String reason) {
        ReadingAccount.RejectedRow row = amount(text);

        assertThat(english(row)).contains(reason).contains(text);
        assertThat(row.column()).isEqualTo("approved");
        assertThat(row.value()).isEqualTo(text);
    }

    @Test
    void theLongestAmountIsExact() {
        String sixteen = "9999999999999999.99";
        assertThat(ofCsv("unit_code,approved\nU1,-" + sixteen).only().amount(AmountKind.APPROVED))
                .hasToString("-" + sixteen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1              | 1.00",
                "0.5            | 0.50",
                ".5             | 0.50",
                "'1,234.50'     | 1234.50",
                "'$ 1,234,567'  | 1234567.00",
                "-$5            | -5.00",
                "$-5            | -5.00",
                "007            | 7.00",
                "00000000000000000000001 | 1.00",
            })
    void anAmountIsReadExactly(String text, String value) {
        assertThat(ofCsv("unit_code,approved\nU1,\"" + text + "\"").only().amount(AmountKind.APPROVED))
                .hasToString(value);
    }

    @Test
    void aBlankAmountIsNoAmountAndNotZero() {
        SpendingLine line = ofCsv("unit_code,approved,modified\nU1,0, \n").only();

        assertThat(line.amount(AmountKind.APPROVED)).hasToString("0.00");
        assertThat(line.amount(AmountKind.MODIFIED)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "20111", "2O11", "2011.0", "MMXI", "1899", "3000"})
    void aYearThatIsNotOneIsRejected(String year) {
        Outcome outcome = middle("unit_code,fiscal_year,approved", "U1,2011,1", "U2," + year + ",1");

        assertThat(english(outcome.onlyRejected())).contains(year).contains("not a fiscal year");
        assertThat(outcome.onlyRejected().column()).isEqualTo("fiscal_year");
    }

    @Test
    void aRowWithACellTooManySaysHowManyWereExpected() {
        Outcome outcome = middle("unit_code,approved", "U1,1", "U2,1,000");

        assertThat(english(outcome.onlyRejected())).contains("3 cells").contains("headings are 2");
    }

    @Test
    void aRowWithACellTooFewSaysHowManyWereExpected() {
        Outcome outcome = middle("unit_code,approved,object_code", "U1,1,1131", "U2,1");

        assertThat(english(outcome.onlyRejected())).contains("2 cells").contains("headings are 3");
    }

    @Test
    void columnsWithoutHeadingAtTheEndMayBeLeftOut() {
        assertThat(ofCsv("unit_code,approved,,\nU1,1\nU2,2,,\n").lines()).hasSize(2);
    }

    @Test
    void whatStandsInAColumnWithoutHeadingIsKept() {
        assertThat(ofCsv("unit_code,approved,,\nU1,1,,note\n").only().passThrough())
                .containsEntry("column 4", "note");
    }

    @Test
    void bytesThatAreNoTextRejectTheirRowWithTheirOffset() {
        String headings = "unit_code,approved,note\n";
        byte[] bytes = (headings + "U1,1,ok\nU2,2,Educaci\u00f3n\nU3,3,ok\n").getBytes(StandardCharsets.ISO_8859_1);

        Outcome outcome = Outcome.of(Outcome.strictly(Outcome.input("b.csv", bytes)));

        int offset = (headings + "U1,1,ok\nU2,2,Educaci").length();
        assertThat(english(outcome.onlyRejected())).contains("byte " + offset + " ");
        assertThat(outcome.onlyRejected().column()).isEqualTo("note");
        assertThat(outcome.onlyRejected().position().row()).isEqualTo(3);
        assertThat(outcome.lines()).extracting(line -> line.unit().code()).containsExactly("U1", "U3");
    }

    @Test
    void everyRowWithBytesThatAreNoTextIsRejectedAndNoOther() {
        StringBuilder text = new StringBuilder("unit_code,approved,note\n");
        for (int row = 2; row < 20_000; row++) {
            text.append("U")
                    .append(row)
                    .append(",1,")
                    .append(row % 7 == 0 ? "a\u00f1o" : "plain")
                    .append('\n');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);

        Outcome outcome = Outcome.of(Outcome.strictly(Outcome.input("b.csv", bytes)));

        assertThat(outcome.lines()).noneMatch(line -> line.position().row() % 7 == 0);
        assertThat(outcome.first().rowsRejected()).isEqualTo(19_999 / 7);
        assertThat(outcome.first().rowsRead()).isEqualTo(19_998);
    }

    @Test
    void aNulRejectsItsRowWithItsOffset() {
        Outcome outcome = middle("unit_code,approved,note", "U1,1,\u00f1", "U2,1,a\0b");

        int offset = "unit_code,approved,note\nU1,1,\u00f1\nU2,1,a".getBytes(StandardCharsets.UTF_8).length;
        assertThat(english(outcome.onlyRejected())).contains("NUL").contains("byte " + offset + " ");
    }

    @Test
    void textAfterAClosingQuoteCostsOneRow() {
        Outcome outcome = middle("unit_code,approved,note", "U1,1,x", "U2,1,\"a\"b");

        assertThat(english(outcome.onlyRejected())).contains("follows a closing quote");
    }

    @Test
    void aLinkThatNamesNoActionIsRejected() {
        Outcome outcome =
                middle("unit_code,approved,action_1,action_1_sequence,action_1_share", "U1,1,01.01.06,,", "U2,1,,,0.5");

        assertThat(english(outcome.onlyRejected())).contains("names no action");
    }

    @Test
    void aLinkWithAmountAndShareIsRejected() {
        Outcome outcome = middle(
                "unit_code,approved,action_1,action_1_amount,action_1_share",
                "U1,1,01.01.06,1.00,",
                "U2,1,01.01.06,1,0.5");

        assertThat(english(outcome.onlyRejected())).contains("amount (1)").contains("share (0.5)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"half", "-0.5", "1e-1", "0,5", "1.", "%"})
    void aShareThatIsNotAFractionIsRejected(String share) {
        Outcome outcome = middle(
                "unit_code,approved,action_1,action_1_share", "U1,1,01.01.06,1.2", "U2,1,01.01.06,\"" + share + "\"");

        assertThat(english(outcome.onlyRejected())).contains("not a share").contains(share);
        assertThat(outcome.onlyRejected().column()).isEqualTo("action_1_share");
    }

    @Test
    void aShareInPerCentIsReadAsAFraction() {
        assertThat(ofCsv("unit_code,approved,action_1,action_1_share\nU1,1,01.01.06,25 %")
                        .only()
                        .links()
                        .get(0)
                        .share())
                .isEqualByComparingTo("0.25");
    }

    @Test
    void anotherWordForRightsInformationIsRejected() {
        Outcome outcome = middle("unit_code,approved,rights_information", "U1,1,given", "U2,1,perhaps");

        assertThat(english(outcome.onlyRejected())).contains("perhaps").contains("not-requested, requested or given");
    }

    @Test
    void linesWithoutIdentifierAreNotTwice() {
        assertThat(ofCsv("id,unit_code,approved\n,U1,1\n,U1,1\n").lines()).hasSize(2);
    }

    @Test
    void blankRowsAreSkippedAndCounted() {
        Outcome outcome = ofCsv("unit_code,approved\nU1,1\n\n , \u00a0\nU2,2\n");

        assertThat(outcome.lines()).extracting(line -> line.position().row()).containsExactly(2L, 5L);
        assertThat(outcome.first().rowsSkipped()).isEqualTo(2);
        assertThat(outcome.first().rowsRead()).isEqualTo(4);
    }

    @Test
    void rejectedRowsAreKeptUpToTheLimitAndAllCounted() {
        StringBuilder text = new StringBuilder("unit_code,approved\n");
        for (int i = 0; i < 50; i++) {
            text.append("U1,x\n");
        }

        Outcome outcome = Outcome.of(Budgets.reading(Outcome.input("b.csv", text.toString()))
                .limits(ReadLimits.DEFAULT.withMaxRejectedRows(3)));

        assertThat(outcome.account().rejected()).hasSize(3);
        assertThat(outcome.account().rowsRejected()).isEqualTo(50);
    }

    @Test
    void aLongOffendingTextIsCut() {
        assertThat(amount("x".repeat(200)).value()).hasSize(80);
    }

    @Test
    void everyReasonIsThereInSpanish() {
        assertThat(amount("1e5").reason().es()).contains("notación científica");
    }
}
