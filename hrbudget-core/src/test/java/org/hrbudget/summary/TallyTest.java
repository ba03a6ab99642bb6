package org.hrbudget.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.hrbudget.summary.Sample.PROGRAMME;
import static org.hrbudget.summary.Sample.approved;
import static org.hrbudget.summary.Sample.line;
import static org.hrbudget.summary.Sample.tally;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.SpendingLine;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final ActionLink FIRST = ActionLink.to("01.01.01");
    private static final ActionLink SECOND = ActionLink.to("02.01.02");
    private static final ActionLink UNKNOWN = ActionLink.to("99.99.99");

    @Test
    void amountsOfLaterPhasesAreLeftOut() {
        Summaries summaries = approved(line(2, "A")
                .amount(AmountKind.APPROVED, new BigDecimal("10"))
                .amount(AmountKind.EXERCISED, BigDecimal.ZERO)
                .build());
        assertThat(summaries.budget().totals()).containsOnlyKeys(AmountKind.APPROVED);
    }

    @Test
    void draftCountsProposedMoney() {
        Summaries summaries = tally(
                        BudgetPhase.PROPOSED,
                        line(2, "A")
                                .amount(AmountKind.PROPOSED, new BigDecimal("7"))
                                .build())
                .summaries(null);
        assertThat(summaries.budget().amount()).isEqualTo("7.00");
    }

    @Test
    void lineWithoutUnitCountsUnderNoUnit() {
        Summaries summaries = approved(
                line(2, "A", "10"), line(3, "A", "5").toBuilder().unit(null).build());
        assertThat(summaries.units()).hasSize(1);
        assertThat(summaries.budget().lines()).isEqualTo(2);
        assertThat(summaries.budget().amount()).isEqualTo("15.00");
    }

    @Test
    void unknownActionDoesNotMakeALinkedLine() {
        UnitSummary unit = approved(line(2, "A", "10", UNKNOWN)).units().get(0);
        assertThat(unit.links()).isEqualTo(1);
        assertThat(unit.linkedLines()).isZero();
        assertThat(unit.linkedAmount()).isEqualTo("0.00");
    }

    @Test
    void actionLinkedTwiceByALineCountsOneLineAndOneAction() {
        Summaries summaries = approved(
                line(2, "A", "10", FIRST.withShare(new BigDecimal("0.5")), FIRST.withShare(new BigDecimal("0.25"))));
        assertThat(summaries.actions().get(0).lines()).isEqualTo(1);
        assertThat(summaries.actions().get(0).amount()).isEqualByComparingTo("7.5");
        assertThat(summaries.units().get(0).actions()).isEqualTo(1);
    }

    @Test
    void linkedAmountCountsTheLineWholeAndAttributedAmountItsPart() {
        BudgetSummary budget = approved(line(2, "A", "10", FIRST.withAmount(new BigDecimal("4"))))
                .budget();
        assertThat(budget.linkedAmount()).isEqualTo("10.00");
        assertThat(budget.attributedAmount()).isEqualTo("4.00");
    }

    @Test
    void lineOfTwoActionsIsAttributedAtMostOnce() {
        Summaries summaries = approved(line(2, "A", "10", FIRST, SECOND));
        assertThat(summaries.budget().attributedAmount()).isEqualTo("10.00");
        assertThat(summaries.actions()).filteredOn(ActionSummary::funded).hasSize(2);
    }

    @Test
    void sharesOfALineAreWhatTheSumsOfActionsAreMadeOf() {
        SpendingLine line = line(2, "A", "10", FIRST.withAmount(new BigDecimal("4")), SECOND, UNKNOWN);
        Summaries.Tally tally = tally(BudgetPhase.APPROVED, line);
        assertThat(tally.shares(line))
                .isEqualTo(Map.of("01.01.01", new BigDecimal("4.00"), "02.01.02", new BigDecimal("10.00")));
        assertThat(tally.summaries(null).actions())
                .filteredOn(ActionSummary::funded)
                .allSatisfy(action -> assertThat(action.amount())
                        .isEqualByComparingTo(tally.shares(line).get(action.code())));
    }

    @Test
    void aLineGivenWholeToTwoActionsIsSaidBesideTheSums() {
        BudgetSummary budget = approved(
                        line(2, "A", "10", FIRST, SECOND),
                        line(3, "A", "10", FIRST.withAmount(new BigDecimal("4")), SECOND),
                        line(
                                4,
                                "A",
                                "10",
                                FIRST.withAmount(new BigDecimal("4")),
                                SECOND.withShare(new BigDecimal("0.6"))),
                        line(5, "A", "10", FIRST, FIRST),
                        line(6, "A", "0", FIRST, SECOND),
                        line(7, "A", "10", FIRST, UNKNOWN))
                .budget();
        assertThat(budget.overlappingLines()).isEqualTo(2);
        assertThat(budget.overlap()).isEqualByComparingTo("14");
    }

    @Test
    void linesOfNegativeMoneyOverlapTheOtherWay() {
        BudgetSummary budget = approved(line(2, "A", "-10", FIRST, SECOND)).budget();
        assertThat(budget.overlappingLines()).isEqualTo(1);
        assertThat(budget.overlap()).isEqualByComparingTo("-10");
    }

    @Test
    void aReasonOfOneWordCountsWhereTheLineNamesNoAction() {
        UnitSummary unit = approved(
                        line(2, "A", "10").toBuilder().noActionReason("Deuda").build(),
                        line(3, "A", "10").toBuilder().noActionReason("Nómina.").build(),
                        line(4, "A", "10").toBuilder()
                                .noActionReason("Gasto de operación")
                                .build(),
                        line(5, "A", "10").toBuilder().noActionReason("xx").build(),
                        line(6, "A", "10"),
                        line(7, "A", "10", FIRST).toBuilder()
                                .noActionReason("Deuda")
                                .build())
                .units()
                .get(0);
        assertThat(unit.reasonsOfOneWord()).isEqualTo(2);
    }

    @Test
    void theFallOfAnActionIsAPartOfLastYearsMoney() {
        Baseline baseline = Baseline.of(
                FiscalYear.of(2010),
                List.of(
                        new Baseline.FundedAction("01.01.01", new BigDecimal("40.00"), null),
                        new Baseline.FundedAction("02.01.02", new BigDecimal("0.00"), null)));
        List<ActionSummary> actions = tally(BudgetPhase.APPROVED, line(2, "A", "10", FIRST))
                .summaries(baseline)
                .actions();

        assertThat(actions.get(0).fall()).isEqualByComparingTo("0.75");
        assertThat(actions)
                .filteredOn(action -> action.code().equals("02.01.02"))
                .extracting(ActionSummary::fall)
                .containsOnlyNulls();
        assertThat(approved(line(2, "A", "10", FIRST)).actions().get(0).fall()).isNull();
    }

    @Test
    void lineOfManyLinksCountsEachActionOnce() {
        List<ActionLink> links = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            links.add(FIRST.withAmount(BigDecimal.ONE));
            links.add(SECOND.withAmount(BigDecimal.TEN));
        }
        Summaries summaries = approved(line(2, "A", "1000", links.toArray(ActionLink[]::new)));
        assertThat(summaries.actions().get(0).amount()).isEqualByComparingTo("20");
        assertThat(summaries.actions().get(1).amount()).isEqualByComparingTo("200");
        assertThat(summaries.actions().get(1).lines()).isEqualTo(1);
        assertThat(summaries.budget().attributedAmount()).isEqualByComparingTo("220");
    }

    @Test
    void linkThatClaimsMoreThanTheLineGetsTheLine() {
        Summaries summaries = approved(line(2, "A", "10", FIRST.withAmount(new BigDecimal("4000"))));
        assertThat(summaries.actions().get(0).amount()).isEqualTo("10.00");
    }

    @Test
    void correctionOfNegativeMoneyTakesFromTheAction() {
        Summaries summaries = approved(line(2, "A", "10", FIRST), line(3, "A", "-4", FIRST));
        assertThat(summaries.actions().get(0).amount()).isEqualTo("6.00");
        assertThat(summaries.budget().attributedAmount()).isEqualTo("6.00");
    }

    @Test
    void lineWithoutMoneyFundsNothingWhateverItsLinkStates() {
        Summaries summaries = approved(line(2, "A")
                .links(List.of(FIRST.withAmount(new BigDecimal("4"))))
                .build());
        assertThat(summaries.actions().get(0).lines()).isEqualTo(1);
        assertThat(summaries.actions().get(0).funded()).isFalse();
        assertThat(summaries.budget().linkedLines()).isEqualTo(1);
    }

    @Test
    void actionNamesTheUnitsThatGiveItMoneySorted() {
        Summaries summaries = approved(line(2, "B", "1", FIRST), line(3, "A", "1", FIRST), line(4, "C", "0", FIRST));
        assertThat(summaries.actions().get(0).units()).containsExactly("A", "B");
    }

    @Test
    void linkByNumberCounts() {
        Summaries summaries = approved(line(2, "A", "10", new ActionLink(null, 2, null, null, null)));
        assertThat(summaries.actions().get(1).lines()).isEqualTo(1);
        assertThat(summaries.rights().get(1).linkedActions()).isEqualTo(1);
    }

    @Test
    void unitHasTheNameAndKindOfItsFirstLineThatGivesThem() {
        Summaries summaries = approved(
                line(4, "A").unit(new BudgetUnit("A", "Later", "entidad")).build(),
                line(3, "A").unit(new BudgetUnit("A", "Earlier", null)).build(),
                line(2, "A").unit(new BudgetUnit("A", null, null)).build());
        assertThat(summaries.units().get(0).unit()).isEqualTo(new BudgetUnit("A", "Earlier", "entidad"));
    }

    @Test
    void newActionIsOneFundedNowAndNotLastYear() {
        Baseline baseline = Baseline.of(
                FiscalYear.of(2010),
                List.of(
                        new Baseline.FundedAction("01.01.01", new BigDecimal("5.00"), null),
                        new Baseline.FundedAction("02.01.02", new BigDecimal("0.00"), "no demand")));
        Summaries summaries =
                tally(BudgetPhase.APPROVED, line(2, "A", "10", FIRST, SECOND)).summaries(baseline);
        assertThat(summaries.units().get(0).newActions()).isEqualTo(1);
        assertThat(summaries.actions().get(0).newlyFunded()).isFalse();
        assertThat(summaries.actions().get(1).newlyFunded()).isTrue();
        assertThat(summaries.actions().get(1).dropReason()).isEqualTo("no demand");
        assertThat(summaries.actions().get(2).amountLastYear()).isEqualTo("0.00");
    }

    @Test
    void totalsStandInTheOrderOfThePhases() {
        Summaries summaries = tally(
                        BudgetPhase.PAID,
                        line(2, "A")
                                .amount(AmountKind.PAID, BigDecimal.ONE)
                                .amount(AmountKind.APPROVED, BigDecimal.ONE)
                                .amount(AmountKind.PROPOSED, BigDecimal.ONE)
                                .build())
                .summaries(null);
        assertThat(summaries.budget().totals().keySet())
                .containsExactly(AmountKind.PROPOSED, AmountKind.APPROVED, AmountKind.PAID);
    }

    @Test
    void summariesDoNotChangeWhenTheTallyGoesOn() {
        Summaries.Tally tally = tally(BudgetPhase.APPROVED, line(2, "A", "10", FIRST));
        Summaries before = tally.summaries(null);
        tally.add(line(3, "B", "10"));
        assertThat(before).isEqualTo(approved(line(2, "A", "10", FIRST)));
    }

    @Test
    void talliesOfDifferentPhasesDoNotMerge() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally(BudgetPhase.APPROVED).merge(tally(BudgetPhase.PAID)))
                .withMessageContaining("APPROVED")
                .withMessageContaining("PAID");
    }

    @Test
    void talliesOfDifferentProgrammesDoNotMerge() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally(BudgetPhase.APPROVED).merge(Summaries.Tally.of(BudgetPhase.APPROVED, null)))
                .withMessageContaining("Sample (6 actions)");
    }

    @Test
    void tallyDoesNotMergeWithItself() {
        Summaries.Tally tally = tally(BudgetPhase.APPROVED);
        assertThatIllegalArgumentException().isThrownBy(() -> tally.merge(tally));
    }

    @Test
    void tallyReadBackMergesIntoOneWithTheProgramme() throws Exception {
        Summaries.Tally tally = tally(BudgetPhase.APPROVED, line(2, "A", "10", FIRST), line(2, "A", "10", FIRST));
        Summaries merged = Summaries.Tally.of(BudgetPhase.APPROVED, PROGRAMME)
                .merge(copied(tally))
                .summaries(null);
        assertThat(merged).isEqualTo(tally.summaries(null));
    }

    @Test
    void tallyReadBackAloneSaysThatItLacksTheProgramme() throws Exception {
        Summaries.Tally copy = copied(tally(BudgetPhase.APPROVED));
        assertThatIllegalStateException()
                .isThrownBy(() -> copy.summaries(null))
                .withMessageContaining("Sample (6 actions)");
        assertThatIllegalStateException().isThrownBy(() -> copy.add(line(2, "A", "10", FIRST)));
    }

    @Test
    void tallyReadBackWithoutAProgrammeGoesOn() throws Exception {
        Summaries.Tally tally = Summaries.Tally.of(BudgetPhase.APPROVED, null);
        tally.add(line(2, "A", "10"));
        Summaries.Tally copy = copied(tally);
        copy.add(line(3, "A", "5"));
        assertThat(copy.summaries(null).budget().amount()).isEqualTo("15.00");
    }

    @SuppressWarnings("unchecked")
    static <T extends Serializable> T copied(T original) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
