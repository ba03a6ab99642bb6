package org.hrbudget.summary.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.RepeatedKey;
import org.junit.jupiter.api.Test;

public class RepeatedKeysTest {

    @Test
    void eachLaterLineNamesTheFirst() {
        SpendingLine key = key().build();
        assertThat(repeated(at(key, 9), at(key, 4), at(key, 7)))
                .containsExactly(
                        new RepeatedKey(position(7), position(4), "A"), new RepeatedKey(position(9), position(4), "A"));
    }

    @Test
    void firstIsThatOfTheFirstFile() {
        SpendingLine key = key().unit(null).build();
        SpendingLine other = key.toBuilder().position(new Position("a.csv", 50)).build();
        assertThat(repeated(at(key, 2), other))
                .containsExactly(new RepeatedKey(position(2), new Position("a.csv", 50), null));
    }

    @Test
    void amountsAndLinksAreNoPartOfTheKey() {
        SpendingLine other = key().amount(AmountKind.APPROVED, BigDecimal.TEN)
                .links(List.of(ActionLink.to("01.01.01")))
                .build();
        assertThat(repeated(at(key().build(), 2), at(other, 3))).hasSize(1);
    }

    @Test
    void identifierIsAColumnOfTheKey() {
        assertThat(repeated(at(key().id("1").build(), 2), at(key().id("2").build(), 3)))
                .isEmpty();
    }

    @Test
    void valueInAnotherColumnIsAnotherKey() {
        assertThat(repeated(
                        at(key().fundingSource("1").build(), 2),
                        at(key().spendingType("1").build(), 3)))
                .isEmpty();
    }

    @Test
    void textsMovedAcrossColumnsAreAnotherKey() {
        assertThat(repeated(
                        at(key().objectCode("11").fundingSource("3").build(), 2),
                        at(key().objectCode("1").fundingSource("13").build(), 3)))
                .isEmpty();
    }

    @Test
    void loneSurrogatesStayDifferent() {
        assertThat(repeated(
                        at(key().id("\uD800").build(), 2), at(key().id("\uD801").build(), 3)))
                .isEmpty();
    }

    @Test
    void accentsMakeADifference() {
        assertThat(repeated(
                        at(key().id("operacion").build(), 2),
                        at(key().id("operación").build(), 3)))
                .isEmpty();
    }

    @Test
    void blanksAtTheEndsAreTrimmedAndInnerOnesKept() {
        assertThat(repeated(
                        at(key().id("a b").build(), 2),
                        at(key().id(" a b\u00A0").build(), 3),
                        at(key().id("ab").build(), 4)))
                .containsExactly(new RepeatedKey(position(3), position(2), "A"));
    }

    @Test
    void whatTheReaderTrimsIsTrimmedHereToo() {
        assertThat(repeated(
                        at(key().passThrough(Map.of("zone", "1")).build(), 2),
                        at(key().passThrough(Map.of("zone", "\uFEFF1\u200B")).build(), 3)))
                .hasSize(1);
    }

    @Test
    void blankColumnIsOneLeftOut() {
        assertThat(repeated(at(key().passThrough(Map.of("zone", " ")).build(), 2), at(key().build(), 3)))
                .hasSize(1);
    }

    @Test
    void orderOfPassThroughColumnsMakesNoDifference() {
        Map<String, String> one = new java.util.LinkedHashMap<>();
        one.put("zone", "1");
        one.put("axis", "2");
        Map<String, String> other = new java.util.LinkedHashMap<>();
        other.put("axis", "2");
        other.put("zone", "1");
        assertThat(repeated(
                        at(key().passThrough(one).build(), 2),
                        at(key().passThrough(other).build(), 3)))
                .hasSize(1);
    }

    @Test
    void longTextsAreToldApart() {
        String text = "Planeación, seguimiento y evaluación de políticas públicas";
        String veryLong = text.repeat(10);
        assertThat(repeated(
                        at(key().noActionReason(text + 1).build(), 2),
                        at(key().noActionReason(text + 2).build(), 3),
                        at(key().noActionReason(text + 1).build(), 4),
                        at(key().noActionReason(veryLong + 1).build(), 5),
                        at(key().noActionReason(veryLong + 2).build(), 6),
                        at(key().noActionReason(veryLong + 1).build(), 7)))
                .containsExactly(
                        new RepeatedKey(position(4), position(2), "A"), new RepeatedKey(position(7), position(5), "A"));
    }

    @Test
    void sameValuesUnderOtherHeadingsAreAnotherKey() {
        assertThat(repeated(
                        at(key().passThrough(Map.of("zone", "1")).build(), 2),
                        at(key().passThrough(Map.of("axis", "1")).build(), 3),
                        at(key().passThrough(Map.of("zone", "1", "axis", "")).build(), 4)))
                .containsExactly(new RepeatedKey(position(4), position(2), "A"));
    }

    @Test
    void linesOfHundredsOfDifferentHeadingsRepeatAllTheSame() {
        List<SpendingLine> lines = new ArrayList<>();
        for (int row = 2; row < 1_202; row++) {
            lines.add(at(key().passThrough(Map.of("column " + row % 600, "1")).build(), row));
        }
        assertThat(repeated(lines.toArray(SpendingLine[]::new))).hasSize(600);
    }

    @Test
    void thousandsOfKeysAreKeptApart() {
        SpendingLine[] lines = IntStream.range(2, 5_002)
                .mapToObj(row -> at(key().id("line " + row % 4_999).build(), row))
                .toArray(SpendingLine[]::new);
        assertThat(repeated(lines)).containsExactly(new RepeatedKey(position(5_001), position(2), "A"));
    }

    private static SpendingLine.Builder key() {
        return SpendingLine.builder().unit(new BudgetUnit("A", null, null));
    }

    private static SpendingLine at(SpendingLine line, long row) {
        return line.toBuilder().position(position(row)).build();
    }

    private static Position position(long row) {
        return new Position("b.csv", row);
    }

    /** {@return the lines whose key is on an earlier one, by position} */
    public static List<RepeatedKey> repeated(SpendingLine... lines) {
        List<RepeatedKey> found = new ArrayList<>();
        try (RepetitionSearch search = new RepetitionSearch(null, true)) {
            RepetitionSearch.Collector collector = search.collector();
            List.of(lines).forEach(collector::add);
            collector.finish();
            search.found().forEachKey(found::add);
        }
        return found;
    }
}
