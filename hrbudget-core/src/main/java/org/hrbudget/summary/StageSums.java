package org.hrbudget.summary;

import static org.hrbudget.model.AmountKind.APPROVED;
import static org.hrbudget.model.AmountKind.MODIFIED;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Amounts;
import org.hrbudget.model.BudgetPhase;
import org.jspecify.annotations.Nullable;

/** The sums of each kind of amount, and which kinds lines give together. For one thread. */
final class StageSums implements Serializable {

    /** Nothing, written with the decimals of money. */
    static final BigDecimal ZERO = BigDecimal.ZERO.setScale(Amounts.SCALE);

    @Serial
    private static final long serialVersionUID = 1L;

    private static final AmountKind[] KINDS = AmountKind.values();

    private final EnumMap<AmountKind, BigDecimal> sums = new EnumMap<>(AmountKind.class);
    /** The sets of kinds that lines give. */
    private final HashSet<EnumSet<AmountKind>> patterns = new HashSet<>();

    /** The set of the line before, for most lines give the same. */
    private transient @Nullable EnumSet<AmountKind> last;

    private BigDecimal reallocated = ZERO;

    void add(Amounts amounts, BudgetPhase phase) {
        EnumSet<AmountKind> given = EnumSet.noneOf(AmountKind.class);
        for (AmountKind kind : KINDS) {
            BigDecimal amount = phase.reports(kind) ? amounts.get(kind) : null;
            if (amount != null) {
                BigDecimal sum = sums.get(kind);
                sums.put(kind, sum == null ? amount : sum.add(amount));
                given.add(kind);
            }
        }
        if (!given.equals(last)) {
            patterns.add(given);
            last = given;
        }
        BigDecimal approved = amounts.get(APPROVED);
        BigDecimal modified = amounts.get(MODIFIED);
        if (approved != null && modified != null && phase.reports(MODIFIED)) {
            reallocated = reallocated.add(modified.subtract(approved).abs());
        }
    }

    void merge(StageSums other) {
        other.sums.forEach((kind, sum) -> sums.merge(kind, sum, BigDecimal::add));
        patterns.addAll(other.patterns);
        reallocated = reallocated.add(other.reallocated);
    }

    Map<AmountKind, BigDecimal> totals() {
        return sums;
    }

    /** The sum of |modified - approved| over the lines that give both. */
    BigDecimal reallocated() {
        return reallocated;
    }

    /** Whether some line gives the one, and every line that gives either gives both. */
    boolean comparable(AmountKind one, AmountKind other) {
        return sums.containsKey(one)
                && patterns.stream().allMatch(kinds -> kinds.contains(one) == kinds.contains(other));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StageSums that
                && sums.equals(that.sums)
                && patterns.equals(that.patterns)
                && reallocated.equals(that.reallocated);
    }

    @Override
    public int hashCode() {
        return sums.hashCode();
    }
}
