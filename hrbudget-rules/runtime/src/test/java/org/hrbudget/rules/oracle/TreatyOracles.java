package org.hrbudget.rules.oracle;

import static org.hrbudget.rules.oracle.Standing.NOT_MEANT;
import static org.hrbudget.rules.oracle.Standing.UNKNOWN;
import static org.hrbudget.rules.oracle.Standing.defectIf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.jspecify.annotations.Nullable;

/** The Covenant, of which budgets of other jurisdictions are asked, by the version of {@code icescr} that brought each rule. */
final class TreatyOracles {

    private TreatyOracles() {}

    static Map<String, List<RuleOracle>> byVersion() {
        return Map.of("1976.1", List.of(cutInRealTerms(), shareCutWhileBudgetGrows()));
    }

    /** Less than last year's money costs today, to the centavo. */
    private static RuleOracle cutInRealTerms() {
        return RuleOracle.ofRight(
                "right-cut-in-real-terms",
                List.of(DataItem.LINKS, DataItem.PROGRAMME, DataItem.AMOUNT, DataItem.BASELINE, DataItem.DEFLATOR),
                (situation, right) -> {
                    BigDecimal real = real(situation, lastYear(situation, right));
                    return real == null
                            ? UNKNOWN
                            : defectIf(real.subtract(situation.money(right)).signum() > 0);
                });
    }

    private static BigDecimal lastYear(Situation situation, HumanRight right) {
        Map<String, Baseline.FundedAction> before = situation.baseline().actions();
        return situation.programme().actions().stream()
                .filter(action -> action.rightCode().equals(right.code()))
                .map(HrpAction::code)
                .map(before::get)
                .filter(Objects::nonNull)
                .map(Baseline.FundedAction::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable BigDecimal real(Situation situation, BigDecimal amount) {
        FiscalYear year = situation.budget().header().fiscalYear();
        BigDecimal then = situation.prices().get(situation.baseline().fiscalYear());
        BigDecimal now = year == null ? null : situation.prices().get(year);
        return then == null || now == null ? null : amount.multiply(now).divide(then, 2, RoundingMode.HALF_UP);
    }

    /** Shares are compared crosswise: neither is ever divided. Without any money there is no share. */
    private static RuleOracle shareCutWhileBudgetGrows() {
        return RuleOracle.ofRight(
                "right-share-cut-while-budget-grows",
                List.of(DataItem.LINKS, DataItem.PROGRAMME, DataItem.AMOUNT, DataItem.BASELINE),
                (situation, right) -> {
                    BigDecimal whole = situation.money();
                    BigDecimal wholeBefore = situation.baseline().sums().amount();
                    if (whole.signum() <= 0) {
                        return NOT_MEANT;
                    }
                    if (wholeBefore == null || wholeBefore.signum() <= 0) {
                        return UNKNOWN;
                    }
                    boolean grows = whole.subtract(wholeBefore).signum() > 0;
                    BigDecimal now = situation.money(right).multiply(wholeBefore);
                    BigDecimal before = lastYear(situation, right).multiply(whole);
                    return defectIf(grows && before.subtract(now).signum() > 0);
                });
    }
}
