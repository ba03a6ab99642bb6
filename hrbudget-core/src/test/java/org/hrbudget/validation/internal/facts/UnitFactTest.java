package org.hrbudget.validation.internal.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.HumanRight;
import org.hrbudget.summary.Summaries;
import org.hrbudget.summary.UnitSummary;
import org.junit.jupiter.api.Test;

class UnitFactTest {

    private static final Set<String> FILED = Set.of("frameworks", "goals", "indicators");

    /** No two values are alike, so that no property can show another's. */
    private static final UnitFact UNIT = unit(9);

    private static UnitFact unit(Integer newActions, UnitSummary.OfRight... rights) {
        UnitSummary summary = new UnitSummary(
                new BudgetUnit("11CD01", "Unidad", "delegación"),
                1,
                2,
                3,
                new BigDecimal("4"),
                new BigDecimal("5"),
                new BigDecimal("6"),
                Map.of(
                        AmountKind.PROPOSED, new BigDecimal("13"),
                        AmountKind.APPROVED, new BigDecimal("14"),
                        AmountKind.MODIFIED, new BigDecimal("15"),
                        AmountKind.EXERCISED, new BigDecimal("16"),
                        AmountKind.PAID, new BigDecimal("17")),
                Set.of(AmountKind.PAID),
                7,
                18,
                newActions,
                new Baseline.Sums(
                        new BigDecimal("19"), new BigDecimal("20"), new BigDecimal("21"), new BigDecimal("22")),
                23,
                24,
                8,
                List.of(rights),
                25,
                new Summaries.Years(2011, 2010));
        return new UnitFact(summary, 10, 11, 12);
    }

    @Test
    void everyPropertyShowsItsOwnSum() {
        assertThat(UNIT.unitCode()).isEqualTo("11CD01");
        assertThat(UNIT.unitName()).isEqualTo("Unidad");
        assertThat(UNIT.unitKind()).isEqualTo("delegación");
        assertThat(UNIT.lines()).isEqualTo(1);
        assertThat(UNIT.linkedLines()).isEqualTo(2);
        assertThat(UNIT.links()).isEqualTo(3);
        assertThat(UNIT.amount()).isEqualTo("4");
        assertThat(UNIT.linkedAmount()).isEqualTo("5");
        assertThat(UNIT.attributedAmount()).isEqualTo("6");
        assertThat(UNIT.actions()).isEqualTo(7);
        assertThat(UNIT.reasonsOfOneWord()).isEqualTo(8);
        assertThat(UNIT.newActions()).isEqualTo(9);
        assertThat(UNIT.crossCuttingActions()).isEqualTo(25);
        assertThat(unit(null).newActions()).isNull();
        assertThat(UNIT.proposed()).isEqualTo("13");
        assertThat(UNIT.approved()).isEqualTo("14");
        assertThat(UNIT.modified()).isEqualTo("15");
        assertThat(UNIT.exercised()).isEqualTo("16");
        assertThat(UNIT.summary().total(AmountKind.PAID)).isNull();
        assertThat(UNIT.linkedShare()).isEqualTo("1.25");
        assertThat(UNIT.fundedActions()).isEqualTo(18);
        assertThat(UNIT.amountLastYear()).isEqualTo("19");
        assertThat(UNIT.linkedAmountLastYear()).isEqualTo("20");
        assertThat(UNIT.attributedAmountLastYear()).isEqualTo("21");
        assertThat(UNIT.exercisedLastYear()).isEqualTo("22");
        assertThat(UNIT.fundedActionsLastYear()).isEqualTo(23);
        assertThat(UNIT.droppedActions()).isEqualTo(24);
        assertThat(UNIT.fiscalYear()).isEqualTo(2011);
        assertThat(UNIT.baselineYear()).isEqualTo(2010);
    }

    private static UnitSummary.OfRight right(String code, boolean group, int named, int funded) {
        BigDecimal none = BigDecimal.ZERO;
        return new UnitSummary.OfRight(
                new HumanRight(code, group, "Derecho", "Right"), 1, named, funded, none, none, none, null, null);
    }

    /** A right that is named and given nothing is not one that the unit gives money to. */
    @Test
    void rightsAndGroupsWithMoneyAreCountedApart() {
        UnitFact unit = unit(
                null,
                right("01", false, 3, 2),
                right("02", false, 1, 0),
                right("03", false, 1, 1),
                right("G1", true, 1, 1),
                right("G2", true, 0, 0));

        assertThat(unit.linkedRights()).isEqualTo(4);
        assertThat(unit.fundedRights()).isEqualTo(2);
        assertThat(unit.fundedGroups()).isEqualTo(1);
    }

    @Test
    void rulesSeeTheNumberOfEachDocumentUnderItsOwnName() {
        Map<String, Object> seen = new TreeMap<>();
        FILED.forEach(name ->
                seen.put(name, Vocabulary.type("UnitSummary").property(name).of(UNIT)));

        assertThat(seen).containsExactlyInAnyOrderEntriesOf(Map.of("frameworks", 10, "goals", 11, "indicators", 12));
    }
}
