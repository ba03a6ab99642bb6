package org.hrbudget.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Budget;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.spi.Repetitions;
import org.hrbudget.validation.spi.PartialReport;
import org.junit.jupiter.api.Test;

/** How much money a finding and a rule touch. */
class StakeTest {

    private static final int LINES = 7_000;

    private final StubPack everything = new StubPack()
            .rule("line", Severity.ERROR, "SpendingLine", fact -> true)
            .rule("link", Severity.ERROR, "ActionLink", fact -> true)
            .rule("unit", Severity.REVIEW, "UnitSummary", fact -> true);

    @Test
    void aLineCountsOnceForARuleHoweverManyOfItsLinksAreAtFault() {
        ValidationReport report = validate(line("U1", "10.50", "a", "b"), line("U1", "0.25", "a"));

        assertThat(entry(report, "link").violated()).isEqualTo(3);
        assertThat(entry(report, "link").stake()).isEqualByComparingTo("10.75");
        assertThat(entry(report, "line").stake()).isEqualByComparingTo("10.75");
        assertThat(entry(report, "unit").stake()).isEqualByComparingTo("10.75");
    }

    @Test
    void aCorrectionDoesNotTakeFromWhatIsAtStake() {
        ValidationReport report = validate(line("U1", "10.00"), line("U2", "-10.00"));

        assertThat(entry(report, "line").stake()).isEqualByComparingTo("20");
        assertThat(stakes(report, "line")).containsExactly("10.00", "10.00");
        assertThat(report.findings().stream()
                        .filter(finding -> finding.ruleId().equals("line"))
                        .map(finding -> finding.line().amount().toString()))
                .containsExactly("10.00", "-10.00");
    }

    @Test
    void ofALineWithoutMoneyNothingIsKnown() {
        ValidationReport report = validate(
                SpendingLine.builder().unit(new BudgetUnit("U1", null, null)).build());

        assertThat(entry(report, "line").stake()).isNull();
        assertThat(report.findings().get(0).stake()).isNull();
    }

    @Test
    void theMostMoneyComesFirstAsANumber() {
        assertThat(stakes(validate(line("U", "9.00"), line("U", "1000.00"), line("U", "200.00")), "line"))
                .containsExactly("1000.00", "200.00", "9.00");
    }

    @Test
    void whatIsKeptAndWhatItComesToAreTheSameOnAnyNumberOfThreadsAndInParts() {
        List<SpendingLine> lines = new ArrayList<>();
        Random random = new Random(11);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < LINES; i++) {
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(50), 1);
            sum = sum.add(amount);
            lines.add(line("U" + random.nextInt(5), amount.toPlainString(), "a", "b"));
        }
        Budget budget = budget(lines);
        ValidationReport one = validator(1).validate(budget);

        assertThat(entry(one, "link").stake()).isEqualByComparingTo(sum);
        assertThat(one.truncated()).isTrue();
        for (int threads : new int[] {2, 5}) {
            ValidationReport other = validator(threads).validate(budget);
            assertThat(other.findings()).isEqualTo(one.findings());
            assertThat(other.ledger()).isEqualTo(one.ledger());
        }
        assertThat(inParts(budget).findings()).isEqualTo(one.findings());
        assertThat(inParts(budget).ledger()).isEqualTo(one.ledger());
    }

    private ValidationReport inParts(Budget budget) {
        BudgetValidator validator = validator(1);
        try (LineReader reader = BudgetSource.of(budget).open()) {
            PartialReport first = validator.part(reader.outline());
            PartialReport second = validator.part(reader.outline());
            List<SpendingLine> lines = new ArrayList<>(budget.lines());
            Collections.shuffle(lines, new Random(3));
            second.add(lines.subList(0, LINES / 3));
            first.add(lines.subList(LINES / 3, LINES));
            while (reader.next() != null) {
                // The account is whole when all lines were read.
            }
            return validator.conclude(
                    reader.outline(), second.merge(first), reader.account(), Repetitions.of(List.of(), List.of()));
        }
    }

    private BudgetValidator validator(int threads) {
        return BudgetValidator.builder()
                .packs(everything)
                .maxFindingsPerRule(20)
                .threads(threads)
                .build();
    }

    private ValidationReport validate(SpendingLine... lines) {
        return validator(1).validate(budget(List.of(lines)));
    }

    private static Budget budget(List<SpendingLine> lines) {
        return Budget.builder(new BudgetHeader("mx", FiscalYear.of(2011), "MXN", null, BudgetPhase.APPROVED))
                .promises(Set.of(DataItem.UNIT_CODE, DataItem.APPROVED, DataItem.LINKS))
                .lines(lines)
                .build();
    }

    private static SpendingLine line(String unit, String approved, String... actions) {
        List<ActionLink> links = new ArrayList<>();
        for (String action : actions) {
            links.add(ActionLink.to(action));
        }
        return SpendingLine.builder()
                .unit(new BudgetUnit(unit, null, null))
                .amount(AmountKind.APPROVED, new BigDecimal(approved))
                .links(links)
                .build();
    }

    private static LedgerEntry entry(ValidationReport report, String rule) {
        return report.ledger().stream()
                .filter(entry -> entry.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> stakes(ValidationReport report, String rule) {
        return report.findings().stream()
                .filter(finding -> finding.ruleId().equals(rule))
                .map(finding -> String.valueOf(finding.stake()))
                .toList();
    }
}
