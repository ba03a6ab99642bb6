package org.hrbudget.cli.samples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Amounts;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.ResultStructure;
import org.hrbudget.model.SpendingLine;

/** The lines of a budget without a defect, three quarters of whose money is tied to actions, to the centavo. */
final class SampleLines {

    /** The reason of every line that names no action. */
    static final String NO_ACTION = "Gasto de operación (motivo sintético)";

    static final FiscalYear YEAR = FiscalYear.of(2011);

    /** Linked money for one part of unlinked: 3 to 1 is 75 %. */
    private static final BigDecimal LINKED_TO_UNLINKED = BigDecimal.valueOf(3);

    /** The balancing line carries about one part in so many of the linked money. */
    private static final long BALANCE_PARTS = 100;

    private static final List<String> FUNCTIONS = List.of(
            "1.2.4", "1.3.2", "1.3.9", "1.8.5", "2.1.4", "2.2.2", "2.2.6", "2.3.1", "2.4.1", "2.4.2", "2.5.1", "2.5.6",
            "2.6.2", "2.6.8", "3.1.2", "3.5.1");
    private static final Map<String, String> FUNCTION_OF_UNIT = Map.of(
            SampleUnits.DIF, "2.6.3",
            SampleUnits.SOCIAL_DEVELOPMENT, "2.6.8",
            SampleUnits.COMPTROLLER, "1.3.4",
            SampleUnits.POLICE_TRAINING, "1.7.1",
            SampleUnits.FINANCE, "1.5.2");

    /** Items of the four digits that the catalogue of the city has, each with the type of expenditure that fits its chapter. */
    private static final List<String> ITEMS = List.of(
            "1131:1", "1211:1", "1321:1", "1411:1", "1541:1", "1711:1", "2111:1", "2161:1", "2211:1", "2461:1",
            "2531:1", "2611:1", "2711:1", "2911:1", "3112:1", "3221:1", "3341:1", "3361:1", "3511:1", "3611:1",
            "3721:1", "3821:1", "3921:1", "4411:1", "4421:1", "4431:1", "4511:4", "5111:2", "5311:2", "5411:2",
            "5911:2", "6121:2", "6221:2");

    private final SampleFunding funding;
    private final Random random;
    private final List<SpendingLine> lines = new ArrayList<>();

    private SampleLines(SampleFunding funding, Random random) {
        this.funding = funding;
        this.random = random;
    }

    static List<SpendingLine> generate(
            HumanRightsProgramme programme, List<BudgetUnit> units, SampleFunding funding, Random random) {
        SampleLines result = new SampleLines(funding, random);
        units.forEach(result::addUnit);
        result.shareOutLinkedMoney();
        balance(result.lines, balancingLine(result.lines), programme);
        return result.lines;
    }

    /** {@return the index of the last line that links one action and states no part} */
    static int balancingLine(List<SpendingLine> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            List<ActionLink> links = lines.get(i).links();
            if (links.size() == 1
                    && links.get(0).amount() == null
                    && links.get(0).share() == null) {
                return i;
            }
        }
        throw new IllegalStateException("No line links one action as a whole.\nMaybe another seed has one.");
    }

    /** Sets the money of the balancing line so that linked money is exactly three times the unlinked. */
    static void balance(List<SpendingLine> lines, int balancing, HumanRightsProgramme programme) {
        BigDecimal linked = BigDecimal.ZERO;
        BigDecimal unlinked = BigDecimal.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            if (i == balancing) {
                continue;
            }
            BigDecimal amount = approved(lines.get(i));
            if (lines.get(i).links().stream()
                    .anyMatch(link -> programme.action(link).isPresent())) {
                linked = linked.add(amount);
            } else {
                unlinked = unlinked.add(amount);
            }
        }
        BigDecimal rest = unlinked.multiply(LINKED_TO_UNLINKED).subtract(linked);
        if (rest.signum() <= 0) {
            throw new IllegalStateException("The balancing line would carry " + rest.toPlainString()
                    + ".\nMaybe lower BALANCE_PARTS: the planted defects took more than it holds.");
        }
        SpendingLine line = lines.get(balancing);
        lines.set(balancing, line.toBuilder().amounts(spentInFull(rest)).build());
    }

    private void addUnit(BudgetUnit unit) {
        List<List<ActionLink>> plans = new ArrayList<>();
        List<HrpAction> actions = funding.byUnit().getOrDefault(unit.code(), List.of());
        for (int i = 0; i < actions.size(); ) {
            int count = Math.min(1 + random.nextInt(3), actions.size() - i);
            plans.add(links(actions.subList(i, i + count)));
            i += count;
        }
        int unlinked = actions.isEmpty() ? 11 + random.nextInt(7) : 4 + random.nextInt(4);
        if (SampleFunding.SMALL_UNITS.contains(unit.code())) {
            unlinked = 1 + SampleFunding.SMALL_UNITS.indexOf(unit.code()) / 2;
        }
        plans.addAll(Collections.nCopies(unlinked, List.of()));
        Collections.shuffle(plans, random);
        String function = FUNCTION_OF_UNIT.getOrDefault(unit.code(), FUNCTIONS.get(random.nextInt(FUNCTIONS.size())));
        for (int i = 0; i < plans.size(); i++) {
            lines.add(line(unit, function, i + 1, plans.get(i)));
        }
    }

    private List<ActionLink> links(List<HrpAction> actions) {
        List<ActionLink> links = new ArrayList<>();
        int form = random.nextInt(10);
        for (HrpAction action : actions) {
            Integer sequence = form % 2 == 0 ? action.sequence() : null;
            String code = form == 8 ? null : action.code();
            String right = form % 5 == 0 ? action.rightCode() : null;
            BigDecimal share = actions.size() == 1 && form < 5
                    ? null
                    // 0.25 to 0.95 of the line in all, or, one time in three, the whole of it.
                    : BigDecimal.valueOf((form % 3 == 0 ? 100 : 25 + 10L * random.nextInt(8)) / actions.size(), 2);
            links.add(new ActionLink(code, sequence, right, null, share));
        }
        return links;
    }

    private SpendingLine line(BudgetUnit unit, String function, int number, List<ActionLink> links) {
        String[] item = ITEMS.get(random.nextInt(ITEMS.size())).split(":", -1);
        SpendingLine.RightsInformation information = random.nextInt(3) == 0
                ? SpendingLine.RightsInformation.NOT_REQUESTED
                : SpendingLine.RightsInformation.GIVEN;
        return SpendingLine.builder()
                .fiscalYear(YEAR)
                .unit(unit)
                .functionalCode(function)
                .objectCode(item[0])
                .spendingType(item[1])
                .resultStructure(new ResultStructure(
                        SampleProgramme.twoDigits(1 + random.nextInt(30)),
                        SampleProgramme.twoDigits(1 + random.nextInt(20)),
                        SampleProgramme.twoDigits(number)))
                .identifierDigit("1")
                .amounts(Amounts.none().with(AmountKind.APPROVED, amount()))
                .links(links)
                .noActionReason(links.isEmpty() ? NO_ACTION : null)
                .rightsInformation(links.isEmpty() ? SpendingLine.RightsInformation.NOT_REQUESTED : information)
                .build();
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(5_000_000L + random.nextInt(600_000_000), 2);
    }

    /** Scales the linked lines to a little less than three times the unlinked ones, and lets the money pass through its stages. */
    private void shareOutLinkedMoney() {
        BigDecimal linked = sum(true);
        BigDecimal parts = BigDecimal.valueOf(BALANCE_PARTS);
        BigDecimal target = sum(false)
                .multiply(LINKED_TO_UNLINKED)
                .multiply(parts.subtract(BigDecimal.ONE))
                .divideToIntegralValue(parts);
        for (int i = 0; i < lines.size(); i++) {
            SpendingLine line = lines.get(i);
            BigDecimal approved = approved(line);
            if (!line.links().isEmpty()) {
                BigDecimal centavos =
                        approved.movePointRight(2).multiply(target).divideToIntegralValue(linked);
                approved = centavos.setScale(0).movePointLeft(2);
            }
            lines.set(
                    i,
                    line.toBuilder()
                            .amounts(spent(approved))
                            .links(someAmounts(line.links(), approved, i))
                            .build());
        }
    }

    /** States some parts as an amount in place of a share. */
    private static List<ActionLink> someAmounts(List<ActionLink> links, BigDecimal approved, int index) {
        if (index % 4 != 0) {
            return links;
        }
        return links.stream()
                .map(link -> link.share() == null ? link : link.withAmount(floor(approved.multiply(link.share()))))
                .toList();
    }

    private Amounts spent(BigDecimal approved) {
        BigDecimal adjustments = random.nextInt(5) < 3 ? BigDecimal.ZERO : percent(approved, random.nextInt(41) - 20);
        BigDecimal modified = approved.add(adjustments);
        BigDecimal committed = random.nextInt(3) == 0 ? modified : percent(modified, 100 - random.nextInt(6));
        BigDecimal accrued = random.nextInt(3) == 0 ? committed : percent(committed, 100 - random.nextInt(6));
        BigDecimal exercised = random.nextInt(3) == 0 ? accrued : percent(accrued, 100 - random.nextInt(4));
        BigDecimal paid = random.nextInt(3) == 0 ? exercised : percent(exercised, 100 - random.nextInt(4));
        return amounts(approved, adjustments, modified, committed, accrued, exercised, paid);
    }

    /** The amounts of a line that had no adjustment and spent and paid all its money. */
    static Amounts spentInFull(BigDecimal approved) {
        return amounts(approved, BigDecimal.ZERO, approved, approved, approved, approved, approved);
    }

    private static Amounts amounts(
            BigDecimal approved,
            BigDecimal adjustments,
            BigDecimal modified,
            BigDecimal committed,
            BigDecimal accrued,
            BigDecimal exercised,
            BigDecimal paid) {
        Map<AmountKind, BigDecimal> amounts = new EnumMap<>(AmountKind.class);
        amounts.put(AmountKind.APPROVED, approved);
        amounts.put(AmountKind.ADJUSTMENTS, adjustments);
        amounts.put(AmountKind.MODIFIED, modified);
        amounts.put(AmountKind.COMMITTED, committed);
        amounts.put(AmountKind.ACCRUED, accrued);
        amounts.put(AmountKind.EXERCISED, exercised);
        amounts.put(AmountKind.PAID, paid);
        return Amounts.of(amounts);
    }

    private static BigDecimal percent(BigDecimal amount, int percent) {
        return floor(amount.multiply(BigDecimal.valueOf(percent, 2)));
    }

    private static BigDecimal floor(BigDecimal amount) {
        return amount.movePointRight(2)
                .divideToIntegralValue(BigDecimal.ONE)
                .setScale(0)
                .movePointLeft(2);
    }

    private BigDecimal sum(boolean linked) {
        return lines.stream()
                .filter(line -> line.links().isEmpty() != linked)
                .map(SampleLines::approved)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal approved(SpendingLine line) {
        BigDecimal approved = line.amount(AmountKind.APPROVED);
        return approved == null ? BigDecimal.ZERO : approved;
    }
}
