package org.hrbudget.validation.facts;

import org.hrbudget.model.PolicyFramework;
import org.jspecify.annotations.Nullable;

/**
 * A policy framework as rules see it, under the name {@code PolicyFramework}. A section that says nothing but that it does not
 * apply is absent, and what counts is the reason given for that.
 *
 * @param source the framework as read
 * @param unitKnown whether the budget has a line of its unit
 */
public record FrameworkFact(PolicyFramework source, boolean unitKnown) implements RecordFact {

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
