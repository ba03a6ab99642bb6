package org.hrbudget.validation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What packs say of one budget, and what others in their place would say, all of one reading. Equal inputs give equal
 * comparisons, whatever the number of threads. Immutable.
 *
 * @param report what the validator's own packs say: the same as of a validation without others
 * @param alternatives what each of the others would change, in the order given
 */
public record Comparison(ValidationReport report, List<Alternative> alternatives) {

    /**
     * A pack in the place of another.
     *
     * @param replaced the manifest of the pack it takes the place of
     * @param report what the packs say with this one among them
     * @param unitsBefore how each unit stands with the pack replaced, by unit code
     * @param unitsAfter how each of the same units stands with the other pack
     * @param difference what becomes different
     */
    public record Alternative(
            PackManifest replaced,
            ValidationReport report,
            Map<String, UnitStanding> unitsBefore,
            Map<String, UnitStanding> unitsAfter,
            PackDifference difference) {

        /** Copies the maps. */
        public Alternative {
            unitsBefore = Collections.unmodifiableMap(new TreeMap<>(unitsBefore));
            unitsAfter = Collections.unmodifiableMap(new TreeMap<>(unitsAfter));
        }

        /** {@return the manifest of the pack that takes the place} */
        public PackManifest pack() {
            return report.packs().stream()
                    .filter(pack -> pack.jurisdiction().equals(replaced.jurisdiction()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Copies the list. */
    public Comparison {
        alternatives = List.copyOf(alternatives);
    }
}
