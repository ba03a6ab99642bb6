package org.hrbudget.rules.internal.packs.tables;

import java.util.Set;
import java.util.TreeSet;
import org.hrbudget.rules.internal.language.CheckedRule;

/**
 * What of the tables of a pack is not known, because it is at fault.
 *
 * @param files the names of tables that could not be read whole: what they seem to lack may be in them
 * @param parameters the codes of limits whose row is at fault
 * @param lists the names of the code lists that are at fault
 * @param severities the rules whose severity is at fault
 */
public record Doubts(Set<String> files, Set<String> parameters, Set<String> lists, Set<String> severities) {

    Doubts() {
        this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    }

    /** {@return whether a rule rests on something that is not known} */
    public boolean concerns(CheckedRule rule) {
        boolean limit = rule.limits().values().stream()
                .anyMatch(code -> parameters.contains(code) || files.contains(Tables.PARAMETERS));
        boolean severity = severities.contains(rule.id()) || files.contains(Tables.SEVERITIES);
        return limit || severity || CrossCheck.listNames(rule).stream().anyMatch(lists::contains);
    }
}
