package org.hrbudget.rules.internal.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.ListedAction;
import org.hrbudget.model.PhysicalGoal;
import org.hrbudget.model.Position;
import org.hrbudget.model.ResultStructure;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.ActionSummary;
import org.hrbudget.summary.BudgetSummary;
import org.hrbudget.summary.ListedActionSummary;
import org.hrbudget.summary.RightSummary;
import org.hrbudget.summary.Summaries;
import org.hrbudget.summary.UnitSummary;
import org.hrbudget.validation.internal.facts.BudgetFact;
import org.hrbudget.validation.internal.facts.FactContext;
import org.hrbudget.validation.internal.facts.GoalFact;
import org.hrbudget.validation.internal.facts.LineFact;
import org.hrbudget.validation.internal.facts.RightFact;
import org.hrbudget.validation.internal.facts.UnitFact;
import org.hrbudget.validation.internal.facts.UnitRightFact;
import org.hrbudget.validation.spi.Catalogues;

/** Facts of few values, so that conditions hold and fail about equally often, and with much left out. */
final class RandomFacts {

    static final List<String> CODES =
            List.of("1131", "11CD01", "01.01.01", "E001", "e001", "óvalo", "OVALO", "1", "01");
    private static final List<String> AMOUNTS = List.of("-1.00", "0.00", "0.01", "10.00", "10.01", "1000.00");

    private static final HumanRightsProgramme PROGRAMME = HumanRightsProgramme.of(
            "test",
            List.of(new HumanRight("01", false, "Igualdad", "Equality")),
            List.of(new HrpAction("01.01.01", 1, "01", "01.01", "Acción", null, List.of(), false)));

    private static final FactContext CONTEXT = new FactContext(
            FiscalYear.of(2011),
            BudgetPhase.PAID,
            Catalogues.of(Map.of(
                    Catalogues.CodeList.OBJECT_CONCEPTS, Map.of("1100", "Remuneraciones"),
                    Catalogues.CodeList.MODALITIES, Map.of("E", "Servicios"),
                    Catalogues.CodeList.SPENDING_TYPES, Map.of("11", "1131"))),
            PROGRAMME,
            Set.of("1131"));

    private final Random random;

    RandomFacts(long seed) {
        this.random = new Random(seed);
    }

    List<Object> facts(String word, int count) {
        List<Object> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            switch (word) {
                case "SpendingLine" -> facts.add(line(i));
                case "ActionLink" -> facts.addAll(line(i).links());
                case "UnitSummary" -> facts.add(unit());
                case "UnitRightSummary" -> facts.add(unitRight());
                case "Goal" -> facts.add(goal(i));
                case "ListedAction" -> facts.add(listed());
                case "ActionSummary" -> facts.add(action());
                case "RightSummary" -> facts.add(right());
                case "BudgetSummary" -> facts.add(budget());
                default -> throw new IllegalArgumentException(word);
            }
        }
        return facts;
    }

    /** {@return some facts of each of several kinds} */
    List<Object> facts(List<String> words, int each) {
        return words.stream().flatMap(word -> facts(word, each).stream()).toList();
    }

    LineFact line(long row) {
        SpendingLine.Builder line = SpendingLine.builder()
                .position(new Position("random", row + 1))
                .fiscalYear(chance(0.8) ? FiscalYear.of(2010 + random.nextInt(3)) : null)
                .unit(chance(0.8) ? new BudgetUnit(code(), null, optionalCode()) : null)
                .functionalCode(optionalCode())
                .programmeCode(optionalCode())
                .objectCode(optionalCode())
                .fundingSource(optionalCode())
                .spendingType(optionalCode())
                .resultStructure(new ResultStructure(optionalCode(), optionalCode(), optionalCode()))
                .identifierDigit(optionalCode())
                .noActionReason(optionalCode())
                .rightsInformation(chance(0.7) ? pick(List.of(SpendingLine.RightsInformation.values())) : null);
        for (AmountKind kind : AmountKind.values()) {
            if (chance(0.8)) {
                line.amount(kind, amount());
            }
        }
        List<ActionLink> links = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            links.add(link());
        }
        return LineFact.of(line.links(links).build(), CONTEXT);
    }

    private ActionLink link() {
        boolean amount = chance(0.5);
        return new ActionLink(
                code(),
                chance(0.5) ? 1 + random.nextInt(3) : null,
                chance(0.5) ? code() : null,
                amount ? amount() : null,
                amount || chance(0.3) ? null : new BigDecimal("0." + random.nextInt(10) + "0"));
    }

    private UnitFact unit() {
        UnitSummary summary = new UnitSummary(
                new BudgetUnit(code(), optionalCode(), optionalCode()),
                random.nextInt(4),
                random.nextInt(4),
                random.nextInt(4),
                divisor(),
                divisor(),
                amount(),
                totals(),
                Set.of(),
                random.nextInt(4),
                random.nextInt(4),
                optionalNumber(),
                new Baseline.Sums(optionalAmount(), optionalAmount(), optionalAmount(), optionalAmount()),
                optionalNumber(),
                optionalNumber(),
                random.nextInt(4),
                List.of(),
                optionalNumber(),
                years());
        return new UnitFact(summary, random.nextInt(3), random.nextInt(3), random.nextInt(3));
    }

    private UnitRightFact unitRight() {
        return new UnitRightFact(
                unit().summary(),
                new UnitSummary.OfRight(
                        PROGRAMME.rights().get(0),
                        random.nextInt(4),
                        random.nextInt(4),
                        random.nextInt(4),
                        amount(),
                        divisor(),
                        amount(),
                        optionalAmount(),
                        optionalNumber()));
    }

    private Map<AmountKind, BigDecimal> totals() {
        Map<AmountKind, BigDecimal> totals = new EnumMap<>(AmountKind.class);
        for (AmountKind kind : AmountKind.values()) {
            if (chance(0.8)) {
                totals.put(kind, amount());
            }
        }
        return totals;
    }

    private Summaries.Years years() {
        return new Summaries.Years(chance(0.9) ? 2010 + random.nextInt(3) : null, chance(0.7) ? 2010 : null);
    }

    private GoalFact goal(long row) {
        List<BigDecimal> months = new ArrayList<>();
        for (int month = 0; month < PhysicalGoal.MONTHS; month++) {
            months.add(chance(0.95) ? new BigDecimal(random.nextInt(2)) : null);
        }
        return new GoalFact(
                new PhysicalGoal(
                        new Position("random", row + 2),
                        FiscalYear.of(2011),
                        code(),
                        optionalCode(),
                        optionalCode(),
                        optionalCode(),
                        chance(0.8) ? new BigDecimal(random.nextInt(24)).movePointLeft(1) : null,
                        months),
                chance(0.5));
    }

    private ListedActionSummary listed() {
        return new ListedActionSummary(
                new ListedAction(new Position("random", 2), FiscalYear.of(2011), code(), code()),
                chance(0.5),
                chance(0.7) ? random.nextBoolean() : null,
                chance(0.7) ? random.nextBoolean() : null,
                chance(0.7) ? amount() : null);
    }

    private RightFact right() {
        RightSummary sums = new RightSummary(
                new HumanRight(code(), chance(0.5), "Derecho", "Right"),
                random.nextInt(4),
                random.nextInt(4),
                random.nextInt(4),
                divisor(),
                random.nextInt(4),
                amount(),
                amount(),
                random.nextInt(4),
                optionalAmount(),
                optionalNumber(),
                amount(),
                optionalAmount(),
                years());
        return new RightFact(sums, optionalAmount());
    }

    private BudgetFact budget() {
        UnitSummary sums = unit().summary();
        return new BudgetFact(
                new BudgetSummary(
                        sums.lines(),
                        sums.linkedLines(),
                        random.nextInt(4),
                        random.nextInt(4),
                        sums.totals(),
                        Set.of(),
                        sums.amount(),
                        sums.linkedAmount(),
                        sums.attributedAmount(),
                        0,
                        BigDecimal.ZERO,
                        new BudgetSummary.Unlinked(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO),
                        sums.actions(),
                        sums.fundedActions(),
                        sums.lastYear(),
                        sums.fundedActionsLastYear(),
                        sums.years()),
                random.nextInt(4),
                random.nextInt(4),
                random.nextInt(4));
    }

    private ActionSummary action() {
        return new ActionSummary(
                PROGRAMME.action(1).orElseThrow(),
                random.nextInt(4),
                amount(),
                List.of(),
                chance(0.7) ? random.nextBoolean() : null,
                optionalAmount(),
                optionalCode(),
                optionalNumber(),
                years());
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private String code() {
        return pick(CODES);
    }

    private String optionalCode() {
        return chance(0.7) ? code() : null;
    }

    private BigDecimal optionalAmount() {
        return chance(0.7) ? amount() : null;
    }

    private Integer optionalNumber() {
        return chance(0.7) ? random.nextInt(4) : null;
    }

    /** Ratios end then: of those that do not, the engine adds up 34 digits. */
    private BigDecimal divisor() {
        return new BigDecimal(pick(List.of("-1.00", "0.00", "0.01", "10.00", "1000.00")));
    }

    private BigDecimal amount() {
        return new BigDecimal(pick(AMOUNTS));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
