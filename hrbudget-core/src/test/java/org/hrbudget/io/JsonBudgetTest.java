package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrbudget.io.Outcome.english;
import static org.hrbudget.io.Outcome.ofJson;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.SpendingLine;
import org.junit.jupiter.api.Test;

class JsonBudgetTest {

    private static ReadingAccount.RejectedRow rejected(String line) {
        Outcome outcome =
                ofJson("[{\"unit_code\":\"U1\",\"approved\":1}," + line + ",{\"unit_code\":\"U3\",\"approved\":1}]");
        assertThat(outcome.lines()).extracting(read -> read.position().row()).containsExactly(1L, 3L);
        assertThat(outcome.onlyRejected().position().row()).isEqualTo(2);
        return outcome.onlyRejected();
    }

    @Test
    void headerAndLinesAreRead() {
        Budgets.Reading reading = Budgets.reading(Outcome.input("b.json", """
                {"jurisdiction": "mx-cmx", "fiscalYear": 2011, "currency": "MXN", "submitted": "2010-11-15",
                 "phase": "approved", "description": {"any": ["thing"]},
                 "lines": [{"id": "L1", "unit_code": "U1", "approved": 1234.5, "object_code": "0100", "own": true,
                            "links": [{"action": "01.01.06", "share": 0.25}, {"sequence": 7, "amount": "3.00"}]}],
                 "baseline": {"fiscalYear": 2010, "actions": [{"action": "01.01.06", "amount": "9.00"}]}}
                """));

        try (LineReader reader = reading.source().open()) {
            assertThat(reader.header())
                    .isEqualTo(new BudgetHeader(
                            "mx-cmx", FiscalYear.of(2011), "MXN", LocalDate.of(2010, 11, 15), BudgetPhase.APPROVED));
            assertThat(reader.promises()).contains(DataItem.LINKS, DataItem.OBJECT_ITEM, DataItem.AMOUNT);
            assertThat(reader.baseline().orElseThrow().actions()).containsOnlyKeys("01.01.06");
            SpendingLine line = reader.next();
            assertThat(line.amount(AmountKind.APPROVED)).hasToString("1234.50");
            assertThat(line.objectCode()).isEqualTo("0100");
            assertThat(line.passThrough()).isEqualTo(Map.of("own", "true"));
            assertThat(line.links())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("origin")
                    .containsExactly(
                            ActionLink.to("01.01.06").withShare(new BigDecimal("0.25")),
                            new ActionLink(null, 7, null, new BigDecimal("3.00"), null));
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void whatStandsAfterTheLinesCountsToo() {
        Budgets.Reading reading = Budgets.reading(
                Outcome.input("b.json", "{\"lines\":[{\"unit_code\":\"U1\",\"approved\":1}],\"fiscalYear\":2011}"));

        try (LineReader reader = reading.source().open()) {
            assertThat(reader.header().fiscalYear()).isEqualTo(FiscalYear.of(2011));
        }
    }

    @Test
    void aNameMayOccurForTheFirstTimeInTheLastLine() {
        Outcome outcome = ofJson(
                "[{\"unit_code\":\"U1\",\"approved\":1},{\"unit_code\":\"U2\",\"approved\":1,\"object_code\":\"1131\"}]");

        assertThat(outcome.lines()).extracting(SpendingLine::objectCode).containsExactly(null, "1131");
        assertThat(outcome.first().sha256()).hasSize(64);
    }

    @Test
    void nullIsNoValue() {
        assertThat(ofJson("[{\"unit_code\":\"U1\",\"approved\":null,\"links\":null}]")
                        .only()
                        .amounts()
                        .asMap())
                .isEmpty();
    }

    @Test
    void anAmountInScientificNotationIsRejected() {
        assertThat(english(rejected("{\"unit_code\":\"U2\",\"approved\":1e5}"))).contains("scientific");
    }

    @Test
    void aLineThatIsNoObjectIsRejected() {
        assertThat(english(rejected("17"))).contains("must be an object");
        assertThat(english(rejected("[1,[2]]"))).contains("must be an object");
    }

    @Test
    void aNestedValueIsRejected() {
        assertThat(english(rejected("{\"unit_code\":{\"a\":[1]},\"approved\":1}")))
                .contains("\"unit_code\"");
    }

    @Test
    void aNameTwiceIsRejected() {
        assertThat(english(rejected("{\"unit_code\":\"A\",\"unit_code\":\"B\",\"approved\":1}")))
                .contains("twice");
    }

    @Test
    void aLinkOfUnknownNameIsRejected() {
        assertThat(english(rejected("{\"unit_code\":\"A\",\"approved\":1,\"links\":[{\"code\":\"01.01.06\"}]}")))
                .contains("no \"code\"");
    }

    @Test
    void linksThatAreNoListAreRejected() {
        assertThat(english(rejected("{\"unit_code\":\"A\",\"approved\":1,\"links\":\"01.01.06\"}")))
                .contains("list of objects");
    }

    @Test
    void bytesThatAreNoTextRejectTheirLine() {
        String text = "[{\"unit_code\":\"U1\",\"approved\":1},{\"unit_code\":\"\u00d1\",\"approved\":1}]";
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);

        Outcome outcome = Outcome.of(Budgets.reading(Outcome.input("b.json", bytes)));

        assertThat(outcome.lines()).hasSize(1);
        assertThat(english(outcome.onlyRejected())).contains("byte " + text.indexOf('\u00d1') + " ");
    }

    @Test
    void aPublishersNamesAreReadThroughItsLayout() {
        Outcome outcome = Outcome.of(Budgets.reading(
                        Outcome.input(
                                "b.json",
                                "[{\"ciclo\":2020,\"unidad_responsable\":\"01C001\",\"partida_especifica\":1131,"
                                        + "\"monto_aprobado\":5,\"monto_ejercido\":5,\"finalidad\":1,\"funcion\":2,\"subfuncion\":4}]"))
                .layout(Layout.named("cdmx-egresos")));

        assertThat(outcome.only().functionalCode()).isEqualTo("1.2.4");
        assertThat(outcome.only().unit().code()).isEqualTo("01C001");
    }
}
