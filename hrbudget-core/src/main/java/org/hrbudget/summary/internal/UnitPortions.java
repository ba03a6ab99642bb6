package org.hrbudget.summary.internal;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/**
 * The lines of each unit by its activities and by its budget programmes. Merges in any order. Holds at most {@link #MOST} portions, since a
 * budget may have an activity for each of its lines: beyond it says that there are too many, and nothing else. For one thread.
 */
public final class UnitPortions implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** More than the units of a nation have programmes and activities; some tens of megabytes. */
    static final int MOST = 200_000;

    /** What the lines of a unit are told apart by. */
    public enum By {
        /** The institutional activity. */
        ACTIVITY,
        /** The budget programme. */
        PROGRAMME
    }

    /**
     * Some lines of a unit.
     *
     * @param unit the code of the unit
     * @param by what they are told apart by
     * @param code the code of the activity or programme, as written
     */
    public record Key(String unit, By by, String code) implements Serializable, Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int order = unit.compareTo(other.unit);
            order = order == 0 ? by.compareTo(other.by) : order;
            return order == 0 ? code.compareTo(other.code) : order;
        }

        /** An enum's own hash is another one in each run. */
        @Override
        public int hashCode() {
            return (31 * unit.hashCode() + by.name().hashCode()) * 31 + code.hashCode();
        }
    }

    /**
     * What some lines come to.
     *
     * @param lines how many
     * @param amount their money, absent where one of them lacks it
     */
    public record Portion(long lines, @Nullable BigDecimal amount) implements Serializable {

        private Portion plus(Portion other) {
            BigDecimal sum = amount == null || other.amount == null ? null : amount.add(other.amount);
            return new Portion(lines + other.lines, sum);
        }
    }

    private final HashMap<Key, Portion> portions = new HashMap<>();
    private boolean tooMany;

    /** Makes one of no lines. */
    public UnitPortions() {}

    /**
     * Adds a line.
     *
     * @param amount its money, where it has any
     */
    public void add(SpendingLine line, @Nullable BigDecimal amount) {
        if (line.unit() == null) {
            return;
        }
        Portion one = new Portion(1, amount);
        String unit = line.unit().code();
        put(unit, By.ACTIVITY, line.resultStructure().activity(), one);
        put(unit, By.PROGRAMME, line.programmeCode(), one);
    }

    private void put(String unit, By by, @Nullable String code, Portion portion) {
        if (code != null && !tooMany) {
            put(new Key(unit, by, code), portion);
        }
    }

    private void put(Key key, Portion portion) {
        portions.merge(key, portion, Portion::plus);
        if (portions.size() > MOST) {
            portions.clear();
            tooMany = true;
        }
    }

    /** Adds the lines of another one and leaves that as it is. */
    public void merge(UnitPortions other) {
        if (other.tooMany) {
            portions.clear();
            tooMany = true;
        }
        for (Map.Entry<Key, Portion> each : other.portions.entrySet()) {
            if (!tooMany) {
                put(each.getKey(), each.getValue());
            }
        }
    }

    /** {@return whether there are more than are kept, so that none is known} */
    public boolean tooMany() {
        return tooMany;
    }

    /** {@return the portions, by unit} */
    public SortedMap<Key, Portion> portions() {
        return new TreeMap<>(portions);
    }
}
