package org.hrbudget.comparison;

import java.math.BigDecimal;
import org.hrbudget.report.internal.JsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the change of one group, see {@link BudgetComparison}.
 *
 * @param prices what prices did, or {@code null} without an index
 */
record Explanation(@Nullable BigDecimal prices, BigDecimal moved, BigDecimal coverage, BigDecimal growth) {

    static Explanation of(Group group, Prices prices) {
        BigDecimal before = group.money(Side.BEFORE);
        BigDecimal after = group.money(Side.AFTER);
        BigDecimal laterBefore = prices.later(before, Side.BEFORE);
        BigDecimal laterAfter = prices.later(after, Side.AFTER);
        // One of the two brackets is zero: only the earlier side is worth another amount at the later prices.
        BigDecimal ofPrices = after.subtract(laterAfter).add(laterBefore.subtract(before));
        BigDecimal rest = laterAfter.subtract(laterBefore).subtract(group.moved());
        boolean oneSided = group.lines(Side.BEFORE) == 0 || group.lines(Side.AFTER) == 0;
        boolean covered = oneSided && group.kind() == ComparisonDocument.GroupKind.GROUP;
        return new Explanation(
                prices.known() ? ofPrices : null,
                group.moved(),
                covered ? rest : Side.ZERO,
                covered ? Side.ZERO : rest);
    }

    ComparisonDocument.Explained document() {
        return new ComparisonDocument.Explained(
                prices == null ? null : JsonDocument.amount(prices),
                JsonDocument.amount(moved),
                JsonDocument.amount(coverage),
                JsonDocument.amount(growth));
    }

    /** The parts of all groups together. */
    static final class Sum {

        private @Nullable BigDecimal prices;
        private BigDecimal moved = Side.ZERO;
        private BigDecimal coverage = Side.ZERO;
        private BigDecimal growth = Side.ZERO;

        void add(Explanation group) {
            BigDecimal more = group.prices();
            BigDecimal before = prices;
            prices = more == null ? before : before == null ? more : before.add(more);
            moved = moved.add(group.moved());
            coverage = coverage.add(group.coverage());
            growth = growth.add(group.growth());
        }

        Explanation whole() {
            return new Explanation(prices, moved, coverage, growth);
        }
    }
}
