package org.hrbudget.summary.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.Position;
import org.hrbudget.model.ResultStructure;
import org.hrbudget.model.SpendingLine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every part of a key counts: lines that differ in one alone are no repetitions. */
class KeyPartsTest {

    private interface Part extends BiFunction<SpendingLine.Builder, String, SpendingLine.Builder> {}

    static Stream<Arguments> parts() {
        return Stream.of(
                part("identifier", SpendingLine.Builder::id),
                part("fiscal year", (line, text) -> line.fiscalYear(FiscalYear.of(text.equals("1") ? 2011 : 2012))),
                part("code of the unit", (line, text) -> line.unit(new BudgetUnit(text, "name", "kind"))),
                part("name of the unit", (line, text) -> line.unit(new BudgetUnit("code", text, "kind"))),
                part("kind of the unit", (line, text) -> line.unit(new BudgetUnit("code", "name", text))),
                part("functional code", SpendingLine.Builder::functionalCode),
                part("programme", SpendingLine.Builder::programmeCode),
                part("object", SpendingLine.Builder::objectCode),
                part("funding source", SpendingLine.Builder::fundingSource),
                part("spending type", SpendingLine.Builder::spendingType),
                part("result", (line, text) -> line.resultStructure(new ResultStructure(text, "b", "c"))),
                part("sub-result", (line, text) -> line.resultStructure(new ResultStructure("a", text, "c"))),
                part("activity", (line, text) -> line.resultStructure(new ResultStructure("a", "b", text))),
                part("identifier digit", SpendingLine.Builder::identifierDigit),
                part("reason for no action", SpendingLine.Builder::noActionReason),
                part(
                        "rights information",
                        (line, text) -> line.rightsInformation(
                                text.equals("1")
                                        ? SpendingLine.RightsInformation.REQUESTED
                                        : SpendingLine.RightsInformation.GIVEN)),
                part("another column", (line, text) -> line.passThrough(Map.of("zone", text))),
                part(
                        "second of two other columns",
                        (line, text) -> line.passThrough(Map.of("axis", "0", "zone", text))),
                part("heading of another column", (line, text) -> line.passThrough(Map.of("zone " + text, "0"))));
    }

    private static Arguments part(String name, Part part) {
        return Arguments.of(name, part);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parts")
    void linesThatDifferInOnePartAloneAreNoRepetitions(String name, Part part) {
        assertThat(RepeatedKeysTest.repeated(line(2, part, "1"), line(3, part, "2")))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parts")
    void aLineThatHasThePartDoesNotRepeatOneWithoutIt(String name, Part part) {
        assertThat(RepeatedKeysTest.repeated(line(2, part, "1"), at(3, whole())))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parts")
    void linesThatAgreeInThePartTooAreRepetitions(String name, Part part) {
        assertThat(RepeatedKeysTest.repeated(line(2, part, "1"), line(3, part, "1")))
                .hasSize(1);
    }

    private static SpendingLine line(long row, Part part, String text) {
        return at(row, part.apply(whole(), text));
    }

    private static SpendingLine at(long row, SpendingLine.Builder line) {
        return line.position(new Position("b.csv", row)).build();
    }

    /** Every part has a value of its own, so that none can be taken for another. */
    private static SpendingLine.Builder whole() {
        return SpendingLine.builder()
                .id("id")
                .fiscalYear(FiscalYear.of(2010))
                .unit(new BudgetUnit("code", "name", "kind"))
                .functionalCode("functional")
                .programmeCode("programme")
                .objectCode("object")
                .fundingSource("funding")
                .spendingType("spending")
                .resultStructure(new ResultStructure("a", "b", "c"))
                .identifierDigit("digit")
                .noActionReason("reason")
                .rightsInformation(SpendingLine.RightsInformation.NOT_REQUESTED)
                .passThrough(Map.of("zone", "zone"));
    }
}
