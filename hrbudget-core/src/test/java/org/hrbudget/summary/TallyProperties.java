package org.hrbudget.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Amounts;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.ListedAction;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.internal.RepeatedKeysTest;

@Tag("long")
class TallyProperties {

    private static final Baseline BASELINE = Baseline.of(
            FiscalYear.of(2010), List.of(new Baseline.FundedAction("01.01.01", new BigDecimal("5.00"), null)));

    private static final List<ListedAction> LISTED = List.of(
            listed(2, "01CD01", "01.01.01"),
            listed(3, "01CD01", "02.01.02"),
            listed(4, "11CD01", "01.01.01"),
            listed(5, "11CD01", "99.99.99"),
            listed(6, "nobody", "01.01.01"));

    private static ListedAction listed(long row, String unit, String action) {
        return new ListedAction(new Position("list.csv", row), FiscalYear.of(2011), unit, action);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyOrderPartitionAndMergeGiveTheSame(@ForAll("lines") List<SpendingLine> lines, @ForAll long seed)
            throws Exception {
        Summaries expected = summaries(tally(lines));
        Summaries actual = summaries(mergedInAnyWay(lines, new Random(seed)));
        assertThat(actual).isEqualTo(expected);
        assertThat(Sample.indicators(actual)).isEqualTo(Sample.indicators(expected));
        assertThat(actual.toString()).isEqualTo(expected.toString());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theSumsOfTheActionsAreWhatIsAttributedAndTheOverlap(@ForAll("lines") List<SpendingLine> lines) {
        Summaries summaries = summaries(tally(lines));
        BigDecimal ofActions =
                summaries.actions().stream().map(ActionSummary::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BudgetSummary budget = summaries.budget();

        assertThat(ofActions).isEqualByComparingTo(budget.attributedAmount().add(budget.overlap()));
        assertThat(budget.overlappingLines())
                .isEqualTo(lines.stream()
                        .filter(line -> summaries(tally(List.of(line)))
                                        .budget()
                                        .overlap()
                                        .signum()
                                != 0)
                        .count());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theRightsOfTheUnitsAreThoseOfTheBudgetAndUnlinkedMoneyIsTheRest(@ForAll("lines") List<SpendingLine> lines) {
        Summaries summaries = summaries(
                tally(lines.stream().filter(line -> line.unit() != null).toList()));
        for (RightSummary right : summaries.rights()) {
            assertThat(summaries.units().stream()
                            .flatMap(unit -> unit.rights().stream())
                            .filter(own -> own.code().equals(right.code()))
                            .map(UnitSummary.OfRight::amount)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(right.amount());
        }
        assertThat(summaries.units())
                .allSatisfy(unit -> assertThat(unit.rights().stream()
                                .mapToInt(UnitSummary.OfRight::linkedActions)
                                .sum())
                        .isEqualTo(unit.actions()));
        BudgetSummary budget = summaries.budget();
        assertThat(budget.linkedAmount().add(budget.unlinked().amount())).isEqualByComparingTo(budget.amount());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void unitsAndTheirRightsAreThoseOfANaiveRecount(@ForAll("lines") List<SpendingLine> lines) {
        for (UnitSummary unit : summaries(tally(lines)).units()) {
            List<SpendingLine> own = ofUnit(lines, unit.unitCode());
            Map<String, ActionSummary> actions = new HashMap<>();
            summaries(tally(own)).actions().forEach(action -> actions.put(action.code(), action));
            assertThat(unit.fundedActions())
                    .isEqualTo(actions.values().stream()
                            .filter(ActionSummary::funded)
                            .count());
            for (AmountKind kind : AmountKind.values()) {
                assertThat(unit.total(kind)).as("%s of %s", kind, own).isEqualTo(total(own, kind));
            }
            for (HumanRight right : Sample.PROGRAMME.chapters()) {
                UnitSummary.OfRight of = unit.of(right);
                List<SpendingLine> linked =
                        own.stream().filter(line -> links(line, right)).toList();
                List<ActionSummary> ofRight = actions.values().stream()
                        .filter(action -> action.rightCode().equals(right.code()) && action.lines() > 0)
                        .toList();
                assertThat(of.lines()).isEqualTo(linked.size());
                assertThat(of.linkedAmount()).isEqualByComparingTo(money(linked));
                assertThat(of.linkedActions()).isEqualTo(ofRight.size());
                assertThat(of.fundedActions())
                        .isEqualTo(
                                ofRight.stream().filter(ActionSummary::funded).count());
                assertThat(of.amount())
                        .isEqualByComparingTo(
                                ofRight.stream().map(ActionSummary::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
                assertThat(of.largestAmount())
                        .isEqualByComparingTo(
                                ofRight.stream().map(ActionSummary::amount).reduce(BigDecimal.ZERO, BigDecimal::max));
            }
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void rightsOfTheBudgetAreThoseOfANaiveRecount(@ForAll("lines") List<SpendingLine> lines) {
        Summaries summaries = summaries(tally(lines));
        for (RightSummary right : summaries.rights()) {
            List<SpendingLine> linked =
                    lines.stream().filter(line -> links(line, right.right())).toList();
            assertThat(right.lines()).isEqualTo(linked.size());
            assertThat(right.linkedAmount()).isEqualByComparingTo(money(linked));
            assertThat(right.fundingUnits())
                    .isEqualTo(summaries.units().stream()
                            .filter(unit -> unit.of(right.right()).fundedActions() > 0)
                            .count());
        }
        for (AmountKind kind : AmountKind.values()) {
            assertThat(summaries.budget().total(kind)).isEqualTo(total(lines, kind));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whatLastYearsBudgetCameToIsSaidBesideThisYears(
            @ForAll("lines") List<SpendingLine> before, @ForAll("lines") List<SpendingLine> lines) throws Exception {
        Summaries then = tally(before).summaries(null);
        Baseline baseline = TallyTest.copied(tally(before).baseline(FiscalYear.of(2010)));
        Summaries now = tally(lines).summaries(FiscalYear.of(2011), baseline, null);
        Map<String, UnitSummary> units = new HashMap<>();
        then.units().forEach(unit -> units.put(unit.unitCode(), unit));

        BudgetSummary budget = then.budget();
        assertThat(now.budget().lastYear())
                .isEqualTo(new Baseline.Sums(
                        budget.amount(),
                        budget.linkedAmount(),
                        budget.attributedAmount(),
                        budget.total(AmountKind.EXERCISED)));
        assertThat(now.budget().fundedActionsLastYear()).isEqualTo(budget.fundedActions());
        for (int i = 0; i < now.actions().size(); i++) {
            ActionSummary earlier = then.actions().get(i);
            assertThat(now.actions().get(i).amountLastYear()).isEqualByComparingTo(earlier.amount());
        }
        for (UnitSummary unit : now.units()) {
            UnitSummary earlier = units.get(unit.unitCode());
            Baseline.Sums sums = unit.lastYear();
            if (earlier == null) {
                assertThat(sums.amount()).isEqualTo(units.isEmpty() ? null : new BigDecimal("0.00"));
                assertThat(unit.fundedActionsLastYear()).isIn(0, null);
            } else {
                assertThat(sums)
                        .isEqualTo(new Baseline.Sums(
                                earlier.amount(),
                                earlier.linkedAmount(),
                                earlier.attributedAmount(),
                                earlier.total(AmountKind.EXERCISED)));
                assertThat(unit.fundedActionsLastYear()).isEqualTo(earlier.fundedActions());
                for (HumanRight right : Sample.PROGRAMME.chapters()) {
                    assertThat(unit.of(right).amountLastYear())
                            .isEqualByComparingTo(earlier.of(right).amount());
                    assertThat(unit.of(right).fundedActionsLastYear())
                            .isEqualTo(earlier.of(right).fundedActions());
                }
            }
        }
    }

    private static List<SpendingLine> ofUnit(List<SpendingLine> lines, String code) {
        return lines.stream()
                .filter(line -> line.unit() != null && line.unit().code().equals(code))
                .toList();
    }

    private static boolean links(SpendingLine line, HumanRight right) {
        return line.links().stream()
                .anyMatch(link -> Sample.PROGRAMME
                        .action(link)
                        .filter(action -> action.rightCode().equals(right.code()))
                        .isPresent());
    }

    private static BigDecimal money(List<SpendingLine> lines) {
        return lines.stream()
                .map(line -> line.amount(AmountKind.APPROVED))
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The sum of a kind, unless a line that gives something that is reported does not give it. */
    private static BigDecimal total(List<SpendingLine> lines, AmountKind kind) {
        BigDecimal sum = null;
        for (SpendingLine line : lines) {
            boolean silent = Arrays.stream(AmountKind.values())
                    .allMatch(one -> one == AmountKind.PAID || line.amount(one) == null);
            BigDecimal amount = kind == AmountKind.PAID ? null : line.amount(kind);
            if (!silent && amount == null) {
                return null;
            }
            sum = amount == null ? sum : sum == null ? amount : sum.add(amount);
        }
        return sum;
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aListedActionGetsWhatTheLinesOfItsUnitAloneGiveToIt(@ForAll("lines") List<SpendingLine> lines) {
        for (ListedActionSummary listed : summaries(tally(lines)).listedActions()) {
            List<SpendingLine> own = lines.stream()
                    .filter(line -> line.unit() != null && line.unit().code().equals(listed.unitCode()))
                    .toList();
            assertThat(listed.unitKnown()).isEqualTo(!own.isEmpty());
            summaries(tally(own)).actions().stream()
                    .filter(action -> action.code().equals(listed.actionCode()))
                    .findFirst()
                    .ifPresentOrElse(
                            action -> {
                                assertThat(listed.known()).isTrue();
                                assertThat(listed.linked()).isEqualTo(action.lines() > 0);
                                assertThat(listed.attributedAmount()).isEqualByComparingTo(action.amount());
                            },
                            () -> {
                                assertThat(listed.known()).isFalse();
                                assertThat(listed.linked()).isNull();
                                assertThat(listed.attributedAmount()).isNull();
                            });
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void repeatedKeysAreThoseOfACarefulCount(@ForAll("lines") List<SpendingLine> lines) {
        Map<SpendingLine, Position> first = new HashMap<>();
        for (SpendingLine line : lines) {
            first.merge(keyOf(line), line.position(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
        List<Position> expected = lines.stream()
                .filter(line -> !line.position().equals(first.get(keyOf(line))))
                .map(SpendingLine::position)
                .sorted()
                .collect(Collectors.toList());
        assertThat(RepeatedKeysTest.repeated(lines.toArray(SpendingLine[]::new)))
                .extracting(RepeatedKey::position)
                .isEqualTo(expected);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void unitsAddUpToTheLinesThatHaveOne(@ForAll("lines") List<SpendingLine> lines) {
        Summaries whole = summaries(tally(lines));
        Summaries without = summaries(
                tally(lines.stream().filter(line -> line.unit() == null).toList()));
        BigDecimal units = whole.units().stream().map(UnitSummary::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(units.add(without.budget().amount()))
                .isEqualByComparingTo(whole.budget().amount());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void attributedMoneyOfALineIsBetweenNothingAndTheLine(@ForAll("lines") List<SpendingLine> lines) {
        for (SpendingLine line : lines) {
            BudgetSummary budget = summaries(tally(List.of(line))).budget();
            assertThat(budget.attributedAmount().abs())
                    .isLessThanOrEqualTo(budget.linkedAmount().abs());
            assertThat(budget.attributedAmount().signum() * budget.amount().signum())
                    .isNotNegative();
        }
    }

    private static Summaries summaries(Summaries.Tally tally) {
        return tally.summaries(BASELINE, LISTED);
    }

    private static Summaries.Tally tally(List<SpendingLine> lines) {
        return Sample.tally(BudgetPhase.EXERCISED, lines.toArray(SpendingLine[]::new));
    }

    /** Shuffles, deals out to a few tallies, sends some through serialisation, and merges two at random until one is left. */
    private static Summaries.Tally mergedInAnyWay(List<SpendingLine> lines, Random random) throws Exception {
        List<SpendingLine> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        List<Summaries.Tally> tallies = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(5); i++) {
            tallies.add(tally(List.of()));
        }
        for (SpendingLine line : shuffled) {
            tallies.get(random.nextInt(tallies.size())).add(line);
        }
        while (tallies.size() > 1) {
            Summaries.Tally other = tallies.remove(random.nextInt(tallies.size()));
            tallies.get(random.nextInt(tallies.size())).merge(random.nextBoolean() ? TallyTest.copied(other) : other);
        }
        return tallies.get(0);
    }

    private static SpendingLine keyOf(SpendingLine line) {
        return line.toBuilder()
                .position(SpendingLine.NOWHERE)
                .amounts(Amounts.none())
                .links(List.of())
                .build();
    }

    @Provide
    static Arbitrary<List<SpendingLine>> lines() {
        return line().list().ofMaxSize(40).map(TallyProperties::positioned);
    }

    private static List<SpendingLine> positioned(List<SpendingLine> lines) {
        List<SpendingLine> result = new ArrayList<>();
        for (SpendingLine line : lines) {
            Position position = new Position(result.size() % 3 == 0 ? "b.csv" : "a.csv", 2 + result.size());
            result.add(line.toBuilder().position(position).build());
        }
        return result;
    }

    private static Arbitrary<SpendingLine> line() {
        return Combinators.combine(
                        unit().injectNull(0.1),
                        Arbitraries.of("1131", "2111").injectNull(0.2),
                        Arbitraries.maps(Arbitraries.of("zone", "axis"), Arbitraries.of("1", "2"))
                                .ofMaxSize(2),
                        amounts(),
                        link().list().ofMaxSize(3))
                .as((unit, object, columns, amounts, links) -> SpendingLine.builder()
                        .unit(unit)
                        .objectCode(object)
                        .passThrough(columns)
                        .amounts(amounts)
                        .links(links)
                        .build());
    }

    private static Arbitrary<BudgetUnit> unit() {
        return Combinators.combine(
                        Arbitraries.of("01CD01", "02CD01", "11CD01"),
                        Arbitraries.of("One", "Other").injectNull(0.5),
                        Arbitraries.of("dependencia", "entidad").injectNull(0.5))
                .as(BudgetUnit::new);
    }

    private static Arbitrary<Amounts> amounts() {
        return Arbitraries.maps(Arbitraries.of(AmountKind.class), money())
                .ofMaxSize(6)
                .map(Amounts::of);
    }

    private static Arbitrary<ActionLink> link() {
        Arbitrary<ActionLink> whole =
                Arbitraries.of("01.01.01", "02.01.02", "01.01.03", "99.99.99").map(ActionLink::to);
        return Arbitraries.oneOf(
                whole,
                Combinators.combine(whole, money()).as(ActionLink::withAmount),
                Combinators.combine(whole, Arbitraries.bigDecimals().ofScale(7)).as(ActionLink::withShare));
    }

    private static Arbitrary<BigDecimal> money() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000"), new BigDecimal("1000000000000"))
                .ofScale(2);
    }
}
