package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrbudget.io.Outcome.ofCsv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.ResultStructure;
import org.hrbudget.model.SpendingLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HrbudgetLayoutTest {

    private static LineReader open(String headings) {
        return Budgets.reading(Outcome.input("b.csv", headings + "\n")).source().open();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "action_1\nNo aplica\n",
                "action_1_sequence\nNo aplica\n",
                "action_1,action_1_sequence,action_1_right,action_1_amount\nNo aplica,no aplica,No aplica,N/A\n",
                "action_1,action_2\nN/A,\n",
                "action\nNINGUNA.\n"
            })
    void noAplicaInPlaceOfAnActionIsAStatement(String table) {
        SpendingLine line = ofCsv("unit_code,approved,"
                        + table.replace("\n", "\n11CD01,1.00,").replaceAll("11CD01,1.00,$", ""))
                .only();

        assertThat(line.links()).isEmpty();
        assertThat(line.saysNoneApplies()).isTrue();
        assertThat(line.noActionReason()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"No aplica", "N/A"})
    void noAplicaInPlaceOfAReasonIsKept(String text) {
        SpendingLine line = ofCsv("unit_code,approved,no_action_reason\n11CD01,1.00," + text + "\n")
                .only();

        assertThat(line.saysNoneApplies()).isFalse();
        assertThat(line.noActionReason()).isEqualTo(text);
    }

    @Test
    void noAplicaBesideAnActionIsNoPartOfIt() {
        SpendingLine line = ofCsv("unit_code,approved,action_1,action_2\n11CD01,1.00,01.01.01,No aplica\n")
                .only();

        assertThat(line.links()).extracting(ActionLink::actionCode).containsExactly("01.01.01");
    }

    @Test
    void everyFieldHasAColumn() {
        SpendingLine line = ofCsv(
                        "id,fiscal_year,unit_code,unit_name,unit_kind,functional_code,programme_code,object_code,"
                                + "funding_source,spending_type,result,subresult,activity,identifier_digit,rights_information,"
                                + "no_action_reason,proposed,approved,adjustments,modified,calendarised,committed,accrued,exercised,"
                                + "paid,remark\n"
                                + "L1,2011,11CD01,Policía,dependencia,1.2.4,E169,1131,11,1,04,01,123,1,requested,none fits,"
                                + "1,2,3,4,5,6,7,8,9,kept\n")
                .only();

        assertThat(line.id()).isEqualTo("L1");
        assertThat(line.fiscalYear()).isEqualTo(FiscalYear.of(2011));
        assertThat(line.unit()).isEqualTo(new BudgetUnit("11CD01", "Policía", "dependencia"));
        assertThat(line.functionalCode()).isEqualTo("1.2.4");
        assertThat(line.programmeCode()).isEqualTo("E169");
        assertThat(line.objectCode()).isEqualTo("1131");
        assertThat(line.fundingSource()).isEqualTo("11");
        assertThat(line.spendingType()).isEqualTo("1");
        assertThat(line.resultStructure()).isEqualTo(new ResultStructure("04", "01", "123"));
        assertThat(line.identifierDigit()).isEqualTo("1");
        assertThat(line.rightsInformation()).isEqualTo(SpendingLine.RightsInformation.REQUESTED);
        assertThat(line.noActionReason()).isEqualTo("none fits");
        assertThat(line.amounts().asMap().values().stream().map(BigDecimal::toPlainString))
                .containsExactly("1.00", "2.00", "3.00", "4.00", "5.00", "6.00", "7.00", "8.00", "9.00");
        assertThat(line.passThrough()).isEqualTo(Map.of("remark", "kept"));
    }

    @Test
    void everyAmountOfTheModelHasAColumn() {
        List<String> words = new ArrayList<>();
        for (AmountKind kind : AmountKind.values()) {
            words.add(DataItem.of(kind).word());
        }

        SpendingLine line = ofCsv("unit_code," + String.join(",", words) + "\nU" + ",1".repeat(words.size()) + "\n")
                .only();

        assertThat(line.amounts().asMap()).containsOnlyKeys(AmountKind.values());
    }

    @Test
    void linksAreGroupsOfColumnsInTheirOrder() {
        SpendingLine line = ofCsv("unit_code,approved,action_1,action_1_sequence,action_1_right,action_1_share,"
                        + "action_2,action_2_amount,action_20_sequence\n"
                        + "U1,10,01.01.06,6,Igualdad,0.5,02.01.01,2.50,77\n")
                .only();

        assertThat(line.links())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("origin")
                .containsExactly(
                        new ActionLink("01.01.06", 6, "Igualdad", null, new BigDecimal("0.5")),
                        ActionLink.to("02.01.01").withAmount(new BigDecimal("2.50")),
                        new ActionLink(null, 77, null, null, null));
    }

    @Test
    void theFirstLinkNeedsNoNumber() {
        assertThat(ofCsv("unit_code,approved,action\nU1,1,01.01.06\n").only().links())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("origin")
                .containsExactly(ActionLink.to("01.01.06"));
    }

    @Test
    void headingsAreFoundInAnyOrderAndCaseAndInSpanish() {
        SpendingLine line = ofCsv(" APROBADO ,Unidad_Responsable\u00a0,PARTIDA\n5,U1,1131\n")
                .only();

        assertThat(line.unit().code()).isEqualTo("U1");
        assertThat(line.objectCode()).isEqualTo("1131");
        assertThat(line.amount(AmountKind.APPROVED)).hasToString("5.00");
    }

    @Test
    void codesAreTextAndBlanksInsideStay() {
        SpendingLine line = ofCsv("""
                        unit_code,programme_code,object_code,approved,note
                        \u00a0 04E001 ,0100, 1E5 ,1,"a  \u00a0b
                        c "
                        """).only();

        assertThat(line.unit().code()).isEqualTo("04E001");
        assertThat(line.programmeCode()).isEqualTo("0100");
        assertThat(line.objectCode()).isEqualTo("1E5");
        assertThat(line.passThrough()).containsEntry("note", "a  \u00a0b\nc");
    }

    @Test
    void aBlankCodeIsAbsent() {
        SpendingLine line = ofCsv("unit_code,object_code,unit_name,approved\n , ,Somewhere,1\n")
                .only();

        assertThat(line.unit()).isNull();
        assertThat(line.objectCode()).isNull();
        assertThat(line.passThrough()).containsEntry("unit_name", "Somewhere");
    }

    @Test
    void aWordForNoValueIsNoValue() {
        SpendingLine line =
                ofCsv("unit_code,object_code,approved\nU1,n/a,N/A\n").only();

        assertThat(line.objectCode()).isNull();
        assertThat(line.amounts().asMap()).isEmpty();
    }

    /** A report of 2011 prints the result and neither sub-result nor activity. */
    @ParameterizedTest
    @ValueSource(strings = {"result", "result,subresult", "subresult,activity"})
    void aPartOfTheResultsStructureIsNotTheStructure(String headings) {
        try (LineReader reader = open("unit_code,object_code,approved," + headings)) {
            assertThat(reader.promises()).doesNotContain(DataItem.RESULT_STRUCTURE);
        }
    }

    @Test
    void promisesAreWhatTheHeadingsSay() {
        try (LineReader reader =
                open("id,unit_code,object_code,approved,exercised,action_1,result,subresult,activity")) {
            assertThat(reader.promises())
                    .isEqualTo(Set.of(
                            DataItem.LINE_ID,
                            DataItem.UNIT_CODE,
                            DataItem.OBJECT_CODE,
                            DataItem.OBJECT_ITEM,
                            DataItem.APPROVED,
                            DataItem.EXERCISED,
                            DataItem.AMOUNT,
                            DataItem.LINKS,
                            DataItem.RESULT_STRUCTURE));
            assertThat(reader.columns().values())
                    .singleElement(InstanceOfAssertFactories.map(String.class, String.class))
                    .containsEntry("unit_code", "unit_code")
                    .containsEntry("links", "action_1");
        }
    }

    @Test
    void thePhaseIsThatOfTheLastAmountColumnUnlessSaid() {
        try (LineReader reader = open("unit_code,proposed")) {
            assertThat(reader.header().phase()).isEqualTo(BudgetPhase.PROPOSED);
            assertThat(reader.promises()).contains(DataItem.AMOUNT);
        }
        try (LineReader reader = open("unit_code,approved,modified")) {
            assertThat(reader.header().phase()).isEqualTo(BudgetPhase.MODIFIED);
        }
    }

    @Test
    void amountsOfLaterPhasesAreNotPromised() {
        Budgets.Reading reading = Budgets.reading(Outcome.input("b.csv", "unit_code,approved,exercised\nU1,1,0\n"))
                .phase(BudgetPhase.APPROVED);

        try (LineReader reader = reading.source().open()) {
            assertThat(reader.promises())
                    .contains(DataItem.APPROVED, DataItem.AMOUNT)
                    .doesNotContain(DataItem.EXERCISED);
        }
    }

    @Test
    void severalFilesPromiseWhatAllOfThemHave() {
        Budgets.Reading reading = Budgets.reading(
                Outcome.input("a.csv", "unit_code,approved,object_code\n"),
                Outcome.input("b.csv", "unit_code,approved\n"));

        try (LineReader reader = reading.source().open()) {
            assertThat(reader.promises()).contains(DataItem.UNIT_CODE).doesNotContain(DataItem.OBJECT_CODE);
        }
    }

    @Test
    void theCallerSaysWhatHoldsForTheBudget() {
        Baseline baseline = Baseline.of(FiscalYear.of(2010), List.of());
        Budgets.Reading reading = Budgets.reading(Outcome.input("b.csv", "unit_code,approved\n"))
                .jurisdiction("mx-jal")
                .currency("EUR")
                .fiscalYear(FiscalYear.of(2011))
                .submitted(LocalDate.of(2010, 11, 15))
                .phase(BudgetPhase.PAID)
                .baseline(baseline);

        try (LineReader reader = reading.source().open()) {
            assertThat(reader.header())
                    .isEqualTo(new BudgetHeader(
                            "mx-jal", FiscalYear.of(2011), "EUR", LocalDate.of(2010, 11, 15), BudgetPhase.PAID));
            assertThat(reader.baseline()).containsSame(baseline);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkDecidesTheCharset(String name) throws IOException {
        Charset charset = Charset.forName(name);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("\ufeffunit_code,approved,note\nU1,1,Año 😀\n".getBytes(charset));

        SpendingLine line = Outcome.of(Budgets.reading(Outcome.input("b.csv", bytes.toByteArray())))
                .only();

        assertThat(line.unit().code()).isEqualTo("U1");
        assertThat(line.passThrough()).containsEntry("note", "Año 😀");
    }

    @Test
    void packedFilesAreReadLikePlainOnes() throws IOException {
        String text = "unit_code,approved\nU1,1\n";
        byte[] gzip = RefusedFilesTest.gzip(text.getBytes(StandardCharsets.UTF_8));
        byte[] zip = RefusedFilesTest.zip("__MACOSX/", "", "__MACOSX/._b.csv", "x", "folder/b.csv", text);

        assertThat(Outcome.of(Budgets.reading(Outcome.input("b.gz", gzip))).lines())
                .hasSize(1);
        assertThat(Outcome.of(Budgets.reading(Outcome.input("b.zip", zip))).lines())
                .hasSize(1);
    }

    @Test
    void aSourceCanBeOpenedAgain() {
        BudgetSource source = Budgets.reading(Outcome.input("b.csv", "unit_code,approved\nU1,1\n"))
                .source();

        for (int i = 0; i < 2; i++) {
            try (LineReader reader = source.open()) {
                assertThat(reader.next()).isNotNull();
                assertThat(reader.next()).isNull();
                assertThat(reader.next()).isNull();
            }
        }
    }

    @Test
    void aFileOfHeadingsAloneHasNoLines() {
        Outcome outcome = ofCsv("unit_code,approved");

        assertThat(outcome.lines()).isEmpty();
        assertThat(outcome.account().faults()).isEmpty();
        assertThat(outcome.first().sha256()).hasSize(64);
    }
}
