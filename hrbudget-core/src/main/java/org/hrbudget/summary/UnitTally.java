package org.hrbudget.summary;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one unit. For one thread. Takes some hundred bytes for each action and each right that the lines link, however many
 * lines there are.
 */
final class UnitTally implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** A text of the unit and the line it was read from. */
    private record Stated(String text, Position position) implements Serializable {

        /** The earlier of two; at one position, which only lines made in memory share, the smaller text. */
        static @Nullable Stated first(@Nullable Stated one, @Nullable Stated other) {
            return one == null || (other != null && one.comesAfter(other.text, other.position)) ? other : one;
        }

        boolean comesAfter(String otherText, Position other) {
            // Most lines are of one file, in the order of their rows.
            if (position.file().equals(other.file()) && position.row() < other.row()) {
                return false;
            }
            int order = position.compareTo(other);
            return (order != 0 ? order : text.compareTo(otherText)) > 0;
        }
    }

    private final String code;
    private final LineSums sums = new LineSums();
    private final StageSums stages = new StageSums();
    private final HashMap<String, BigDecimal> byAction = new HashMap<>();
    private final HashMap<String, LinkedLines> byRight = new HashMap<>();
    private @Nullable Stated name;
    private @Nullable Stated kind;

    UnitTally(String code) {
        this.code = code;
    }

    void add(BudgetUnit unit, SpendingLine line, BudgetPhase phase, LineShares shares) {
        name = first(name, unit.name(), line.position());
        kind = first(kind, unit.kind(), line.position());
        sums.add(shares);
        stages.add(line.amounts(), phase);
        shares.forEach(this::give);
        LinkedLines one = new LinkedLines(1, shares.amount());
        shares.forEachRight(right -> link(right, one));
    }

    void merge(UnitTally other) {
        name = Stated.first(name, other.name);
        kind = Stated.first(kind, other.kind);
        sums.merge(other.sums);
        stages.merge(other.stages);
        other.byAction.forEach(this::give);
        other.byRight.forEach(this::link);
    }

    BudgetUnit unit() {
        return new BudgetUnit(code, name == null ? null : name.text, kind == null ? null : kind.text);
    }

    LineSums sums() {
        return sums;
    }

    StageSums stages() {
        return stages;
    }

    /** The lines that link each right, and their money, each counted whole; by code, in no order. */
    Map<String, LinkedLines> byRight() {
        return byRight;
    }

    /** The unit's money for each action it links, by code, in no order. */
    Map<String, BigDecimal> byAction() {
        return byAction;
    }

    private void link(String right, LinkedLines lines) {
        byRight.merge(right, lines, LinkedLines::plus);
    }

    private void give(String action, BigDecimal amount) {
        byAction.merge(action, amount, BigDecimal::add);
    }

    private static @Nullable Stated first(@Nullable Stated known, @Nullable String text, Position position) {
        if (text == null || (known != null && !known.comesAfter(text, position))) {
            return known;
        }
        return new Stated(text, position);
    }
}
