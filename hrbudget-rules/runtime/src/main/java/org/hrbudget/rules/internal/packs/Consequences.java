package org.hrbudget.rules.internal.packs;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Faults that only follow from others: where a file cannot be read, everything that needs it looks wrong. What does not need it is
 * still told, so that one run finds all there is to mend.
 */
final class Consequences {

    private static final Set<String> OF_BASES = Set.of("basis-unknown");
    private static final Set<String> OF_PARAMETERS = Set.of("parameter-unknown");
    private static final Set<String> OF_MESSAGES =
            Set.of("text-missing", "texts-missing", "placeholder-lacking", "placeholder-more");
    private static final Set<String> OF_LISTS =
            Set.of("code-list-missing", "code-unlisted", "list-unknown", "list-unused");
    private static final Set<String> OF_RULES = Set.of(
            "text-of-no-rule",
            "examples-of-no-rule",
            "repeal-unknown",
            "rules-forgotten",
            "parameter-unused",
            "list-unused",
            "severity-of-no-rule",
            "examples-none");

    /** All of them: what follows where a version that is amended is not there. */
    static final Set<String> ALL = Set.copyOf(joined(OF_BASES, OF_PARAMETERS, OF_LISTS, OF_MESSAGES, OF_RULES));

    private Consequences() {}

    /** {@return the kinds of faults that follow where files of these names cannot be read} */
    static Set<String> of(Collection<String> names) {
        Set<String> kinds = new TreeSet<>();
        for (String name : names) {
            if (name.equals("legal-bases.csv")) {
                kinds.addAll(OF_BASES);
            } else if (name.equals("parameters.csv")) {
                kinds.addAll(OF_PARAMETERS);
            } else if (name.startsWith("catalogues/")) {
                kinds.addAll(OF_LISTS);
            } else if (name.startsWith("messages")) {
                kinds.addAll(OF_MESSAGES);
            } else if (name.endsWith(".drl") || name.equals(PackHeader.FILE)) {
                kinds.addAll(OF_RULES);
            }
        }
        return kinds;
    }

    @SafeVarargs
    private static Set<String> joined(Set<String>... sets) {
        Set<String> all = new TreeSet<>();
        for (Set<String> set : sets) {
            all.addAll(set);
        }
        return all;
    }
}
