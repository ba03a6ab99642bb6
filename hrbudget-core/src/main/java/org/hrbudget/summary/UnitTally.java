package org.hrbudget.summary;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.Position;
import org.jspecify.annotations.Nullable;

/** The lines of one unit. For one thread. */
final class UnitTally implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** A text of the unit and the line it was read from. */
    private record Stated(String text, Position position) implements Serializable {

        /** The earlier of two; at one position, which only lines made in memory share, the smaller text. */
        static @Nullable Stated first(@Nullable Stated one, @Nullable Stated other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            int order = one.position.compareTo(other.position);
            return (order != 0 ? order : one.text.compareTo(other.text)) <= 0 ? one : other;
        }
    }

    private final String code;
    private final LineSums sums = new LineSums();
    private final HashMap<String, BigDecimal> byAction = new HashMap<>();
    private @Nullable Stated name;
    private @Nullable Stated kind;

    UnitTally(String code) {
        this.code = code;
    }

    void add(BudgetUnit unit, Position position, LineShares shares) {
        name = Stated.first(name, stated(unit.name(), position));
        kind = Stated.first(kind, stated(unit.kind(), position));
        sums.add(shares);
        merge(shares.byAction());
    }

    void merge(UnitTally other) {
        name = Stated.first(name, other.name);
        kind = Stated.first(kind, other.kind);
        sums.merge(other.sums);
        merge(other.byAction);
    }

    BudgetUnit unit() {
        return new BudgetUnit(code, name == null ? null : name.text, kind == null ? null : kind.text);
    }

    LineSums sums() {
        return sums;
    }

    /** The unit's money for each action it links, by code, in no order. */
    Map<String, BigDecimal> byAction() {
        return byAction;
    }

    private void merge(Map<String, BigDecimal> more) {
        more.forEach((action, amount) -> byAction.merge(action, amount, BigDecimal::add));
    }

    private static @Nullable Stated stated(@Nullable String text, Position position) {
        return text == null ? null : new Stated(text, position);
    }
}
