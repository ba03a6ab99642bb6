package org.hrbudget.validation.internal;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.Property;

/**
 * Counts the facts of one type that each rule about them can judge, and those it cannot because they lack promised data. Rules
 * require much the same properties, so each is read once a fact and not once a rule.
 */
final class Examiner {

    private final FactType type;
    private final Property[] properties;
    private final RuleTally[] tallies;
    private final boolean[] isDuty;
    /** For each rule, the bits of the properties it requires: those whose absence leaves it undetermined, and the others. */
    private final long[] promised;

    private final long[] optional;

    /**
     * @param type the type of the facts
     * @param rules the rules about them
     * @param tallies the tally of each of those rules
     */
    Examiner(FactType type, List<Rule> rules, List<RuleTally> tallies) {
        this.type = type;
        this.tallies = tallies.toArray(RuleTally[]::new);
        this.isDuty = new boolean[rules.size()];
        List<String> names = rules.stream()
                .flatMap(rule -> rule.guards().stream())
                .map(Rule.Guard::property)
                .distinct()
                .toList();
        if (names.size() > Long.SIZE) {
            throw new IllegalArgumentException("The rules about " + type.word() + " require " + names.size()
                    + " properties.\nMaybe split the fact type: " + Long.SIZE + " are counted at most.");
        }
        this.properties = names.stream().map(type::property).toArray(Property[]::new);
        this.promised = new long[rules.size()];
        this.optional = new long[rules.size()];
        for (int i = 0; i < rules.size(); i++) {
            isDuty[i] = rules.get(i).duty();
            for (Rule.Guard guard : rules.get(i).guards()) {
                (guard.promised() ? promised : optional)[i] |= 1L << names.indexOf(guard.property());
            }
        }
    }

    /** {@return the type of the facts} */
    FactType type() {
        return type;
    }

    /**
     * Counts those of some facts that are of the type.
     *
     * @param facts the facts of a room
     * @param units where it is noted that a duty could not be judged of something of a unit
     * @param open takes each fact that a duty could not be judged of, once
     */
    void count(Collection<? extends Fact> facts, UnitStandings units, Consumer<Fact> open) {
        long[] examined = new long[tallies.length];
        long[] undetermined = new long[tallies.length];
        long[] lacking = new long[tallies.length];
        long complete = 0;
        for (Fact fact : facts) {
            if (type.factClass().isInstance(fact)) {
                long absent = absent(fact);
                if (absent == 0) {
                    complete++;
                    continue;
                }
                int duties = 0;
                for (int i = 0; i < tallies.length; i++) {
                    if ((absent & optional[i]) == 0) {
                        if ((absent & promised[i]) == 0) {
                            examined[i]++;
                        } else {
                            undetermined[i]++;
                            lacking[i] |= absent & promised[i];
                            duties += isDuty[i] ? 1 : 0;
                        }
                    }
                }
                if (duties > 0) {
                    units.undetermined(fact, duties);
                    open.accept(fact);
                }
            }
        }
        for (int i = 0; i < tallies.length; i++) {
            tallies[i].examined(complete + examined[i]);
            tallies[i].undetermined(undetermined[i]);
            for (int property = 0; property < properties.length; property++) {
                if ((lacking[i] & (1L << property)) != 0) {
                    tallies[i].lacks(properties[property].name());
                }
            }
        }
    }

    private long absent(Object fact) {
        long absent = 0;
        for (int i = 0; i < properties.length; i++) {
            if (properties[i].of(fact) == null) {
                absent |= 1L << i;
            }
        }
        return absent;
    }
}
