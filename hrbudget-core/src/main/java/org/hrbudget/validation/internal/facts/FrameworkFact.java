package org.hrbudget.validation.internal.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrbudget.model.PolicyFramework;
import org.hrbudget.model.PolicyFramework.Section;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.validation.spi.Catalogues;
import org.jspecify.annotations.Nullable;

/**
 * A policy framework as rules see it, under the name {@code PolicyFramework}. A section that says nothing but that it does not
 * apply is absent, and what counts is the reason given for that.
 *
 * @param source the framework as read
 * @param unitKnown whether the budget has a line of its unit
 * @param unitsOfProblem how many other units give the same problem, in the same words
 * @param catalogues the code lists of the rule pack
 */
public record FrameworkFact(PolicyFramework source, boolean unitKnown, int unitsOfProblem, Catalogues catalogues)
        implements RecordFact {

    /**
     * {@return frameworks as rules see them, in the same order}
     *
     * @param all all frameworks of the units
     * @param units the units that have a line in the budget
     * @param catalogues the code lists of the rule pack
     */
    public static List<FrameworkFact> of(List<PolicyFramework> all, Set<String> units, Catalogues catalogues) {
        Map<String, Set<String>> unitsByProblem = new HashMap<>();
        for (PolicyFramework framework : all) {
            String problem = framework.problem();
            if (problem != null) {
                unitsByProblem
                        .computeIfAbsent(words(problem), words -> new HashSet<>())
                        .add(framework.unitCode());
            }
        }
        List<FrameworkFact> facts = new ArrayList<>(all.size());
        for (PolicyFramework framework : all) {
            String problem = framework.problem();
            int others = problem == null
                    ? 0
                    : unitsByProblem.getOrDefault(words(problem), Set.of()).size() - 1;
            facts.add(new FrameworkFact(framework, units.contains(framework.unitCode()), others, catalogues));
        }
        return facts;
    }

    /** Texts copied from one form to another differ in blanks and capitals. */
    private static String words(String text) {
        return Spelling.folded(text).replaceAll("\\s+", " ");
    }

    /** {@return the code of its unit} */
    @Override
    public String unitCode() {
        return source.unitCode();
    }

    /** {@return the institutional activity} */
    public @Nullable String activity() {
        return source.activity();
    }

    /** {@return the budget programme} */
    public @Nullable String programmeCode() {
        return source.programmeCode();
    }

    /** {@return the objective of the general development programme} */
    public @Nullable String developmentObjective() {
        return source.developmentObjective();
    }

    /** {@return the problem} */
    public @Nullable String problem() {
        return source.problem();
    }

    /** {@return whether one of the reasons why a section does not apply is on the list of those that say nothing} */
    public @Nullable Boolean reasonSaysNothing() {
        Boolean result = null;
        for (Section section : List.of(source.general(), source.equality(), source.rights())) {
            Boolean empty = section.answer() == null ? catalogues.saysNothing(section.reason()) : null;
            result = (empty == null || Boolean.TRUE.equals(result)) ? result : empty;
        }
        return result;
    }

    /** {@return the population} */
    public @Nullable String population() {
        return source.population();
    }

    /** {@return the objective} */
    public @Nullable String objective() {
        return source.objective();
    }

    /** {@return what the general section says} */
    public @Nullable String generalSection() {
        return source.general().answer();
    }

    /** {@return why the general section does not apply} */
    public @Nullable String generalReason() {
        return source.general().reason();
    }

    /** {@return what the section on substantive equality says} */
    public @Nullable String equalitySection() {
        return source.equality().answer();
    }

    /** {@return why the section on substantive equality does not apply} */
    public @Nullable String equalityReason() {
        return source.equality().reason();
    }

    /** {@return what the section on human rights says} */
    public @Nullable String rightsSection() {
        return source.rights().answer();
    }

    /** {@return why the section on human rights does not apply} */
    public @Nullable String rightsReason() {
        return source.rights().reason();
    }
}
