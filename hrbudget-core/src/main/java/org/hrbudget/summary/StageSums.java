package org.hrbudget.summary;

import static org.hrbudget.model.AmountKind.APPROVED;
import static org.hrbudget.model.AmountKind.MODIFIED;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Amounts;
import org.hrbudget.model.BudgetPhase;
import org.jspecify.annotations.Nullable;

/** The sums of each kind of amount, and which kinds lines give together. For one thread. */
@SuppressWarnings("EnumOrdinal") // Of places in arrays that never leave this class.
final class StageSums implements Serializable {

    /** Nothing, written with the decimals of money. */
    static final BigDecimal ZERO = BigDecimal.ZERO.setScale(Amounts.SCALE);

    @Serial
    private static final long serialVersionUID = 1L;

    private static final AmountKind[] KINDS = AmountKind.values();

    /** By kind. */
    private final @Nullable BigDecimal[] sums = new BigDecimal[KINDS.length];

    /** The sets of kinds that lines give, a bit for each kind; a line that gives none says nothing. */
    private final HashSet<Integer> patterns = new HashSet<>();

    /** The set of the line before, for most lines give the same. */
    private transient int last;

    private BigDecimal reallocated = ZERO;

    void add(Amounts amounts, BudgetPhase phase) {
        int given = 0;
        for (AmountKind kind : KINDS) {
            BigDecimal amount = phase.reports(kind) ? amounts.get(kind) : null;
            if (amount != null) {
                add(kind.ordinal(), amount);
                given |= bit(kind);
            }
        }
        if (given != 0 && given != last) {
            patterns.add(given);
            last = given;
        }
        BigDecimal approved = amounts.get(APPROVED);
        BigDecimal modified = amounts.get(MODIFIED);
        if (approved != null && modified != null && phase.reports(MODIFIED)) {
            BigDecimal difference = modified.subtract(approved);
            reallocated = difference.signum() < 0 ? reallocated.subtract(difference) : reallocated.add(difference);
        }
    }

    private void add(int kind, BigDecimal amount) {
        BigDecimal sum = sums[kind];
        sums[kind] = sum == null ? amount : sum.add(amount);
    }

    private static int bit(AmountKind kind) {
        return 1 << kind.ordinal();
    }

    void merge(StageSums other) {
        for (int kind = 0; kind < KINDS.length; kind++) {
            BigDecimal more = other.sums[kind];
            if (more != null) {
                add(kind, more);
            }
        }
        patterns.addAll(other.patterns);
        reallocated = reallocated.add(other.reallocated);
    }

    Map<AmountKind, BigDecimal> totals() {
        Map<AmountKind, BigDecimal> totals = new EnumMap<>(AmountKind.class);
        for (AmountKind kind : KINDS) {
            BigDecimal sum = sums[kind.ordinal()];
            if (sum != null) {
                totals.put(kind, sum);
            }
        }
        return totals;
    }

    /** Sums in the order of the phases, which nobody changes. */
    static Map<AmountKind, BigDecimal> copied(Map<AmountKind, BigDecimal> totals) {
        Map<AmountKind, BigDecimal> copy = new EnumMap<>(AmountKind.class);
        copy.putAll(totals);
        return Collections.unmodifiableMap(copy);
    }

    /** The kinds that some line gives and another, which gives some amount, does not: their sums leave something out. */
    Set<AmountKind> incomplete() {
        Set<AmountKind> incomplete = EnumSet.noneOf(AmountKind.class);
        for (AmountKind kind : KINDS) {
            if (sums[kind.ordinal()] != null && patterns.stream().anyMatch(kinds -> (kinds & bit(kind)) == 0)) {
                incomplete.add(kind);
            }
        }
        return incomplete;
    }

    /** The sum of |modified - approved| over the lines that give both. */
    BigDecimal reallocated() {
        return reallocated;
    }

    /** Whether some line gives the one, and every line that gives either gives both. */
    boolean comparable(AmountKind one, AmountKind other) {
        return sums[one.ordinal()] != null
                && patterns.stream().allMatch(kinds -> ((kinds & bit(one)) == 0) == ((kinds & bit(other)) == 0));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StageSums that
                && Arrays.equals(sums, that.sums)
                && patterns.equals(that.patterns)
                && reallocated.equals(that.reallocated);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sums);
    }
}
