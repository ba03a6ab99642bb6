package org.hrbudget.validation.internal;

import java.io.Serial;
import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the rules of one pack have done so far in a part of a budget. Merging is associative and commutative. Not thread-safe. */
final class PackTally implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String pack;
    private final LinkedHashMap<String, RuleTally> rules = new LinkedHashMap<>();
    private final UnitStandings units = new UnitStandings();

    /**
     * @param pack the pack's id
     * @param rules the ids of the rules that apply
     * @param keep how many findings of each are kept
     */
    PackTally(String pack, Collection<String> rules, int keep) {
        this.pack = pack;
        rules.forEach(rule -> this.rules.put(rule, new RuleTally(keep)));
    }

    /** {@return the tally of each rule that applies, by id} */
    Map<String, RuleTally> rules() {
        return rules;
    }

    /** {@return the findings counted by unit} */
    UnitStandings units() {
        return units;
    }

    /** {@return whether it counts what the same rules of the same pack do} */
    boolean isLike(PackTally other) {
        return pack.equals(other.pack) && rules.keySet().equals(other.rules.keySet());
    }

    void merge(PackTally other) {
        other.rules.forEach((id, tally) -> {
            RuleTally own = rules.get(id);
            if (own != null) {
                own.merge(tally);
            }
        });
        units.merge(other.units);
    }

    @Override
    public String toString() {
        return pack;
    }
}
