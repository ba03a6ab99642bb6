package org.hrbudget.model;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * A public policy framework (marco de política pública, MPP): what a unit says of an institutional activity or of a budget
 * programme, and how that serves equality and human rights. A text is {@code null} where it is left out or blank.
 *
 * @param position where it is in what was read
 * @param fiscalYear the fiscal year it is of
 * @param unitCode the code of the unit that filed it
 * @param activity the institutional activity it is about
 * @param programmeCode the budget programme it is about: modality and number, such as {@code E001}
 * @param developmentObjective the objective of the general development programme (PGD) it serves
 * @param problem the problem or situation it answers
 * @param population the population it is for
 * @param objective what it is to reach
 * @param general the general section, of its own since the manual for 2016
 * @param equality the section on substantive equality, of its own since the manual for 2016
 * @param rights the section on human rights, of its own since the manual for 2016
 */
public record PolicyFramework(
        Position position,
        FiscalYear fiscalYear,
        String unitCode,
        @Nullable String activity,
        @Nullable String programmeCode,
        @Nullable String developmentObjective,
        @Nullable String problem,
        @Nullable String population,
        @Nullable String objective,
        Section general,
        Section equality,
        Section rights)
        implements UnitRecord {

    /**
     * Takes blanks away.
     *
     * @throws IllegalArgumentException if the unit is blank
     */
    public PolicyFramework {
        unitCode = UnitCode.of(unitCode, fiscalYear, position);
        Objects.requireNonNull(general, "general");
        Objects.requireNonNull(equality, "equality");
        Objects.requireNonNull(rights, "rights");
        activity = Spelling.orNull(activity);
        programmeCode = Spelling.orNull(programmeCode);
        developmentObjective = Spelling.orNull(developmentObjective);
        problem = Spelling.orNull(problem);
        population = Spelling.orNull(population);
        objective = Spelling.orNull(objective);
    }

    /** One framework for each activity and programme of a unit; one that names neither is that of the unit as a whole. */
    @Override
    public List<@Nullable String> key() {
        return Arrays.asList(activity, programmeCode);
    }

    /**
     * A section of a framework. A text is {@code null} where it is left out or blank.
     *
     * @param text what the section says
     * @param reason why the section does not apply, where the unit says that it does not
     */
    public record Section(@Nullable String text, @Nullable String reason) implements Serializable {

        /** A section that was left out. */
        public static final Section NONE = new Section(null, null);

        /** Takes blanks away. */
        public Section {
            text = Spelling.orNull(text);
            reason = Spelling.orNull(reason);
        }

        /** {@return whether the section says nothing but that it does not apply: {@code No aplica} or {@code N/A}} */
        public boolean saysNotApplicable() {
            return text != null && Spelling.saysNotApplicable(text);
        }

        /** {@return what the section says; {@code null} where it is blank or says nothing but that it does not apply} */
        public @Nullable String answer() {
            return saysNotApplicable() ? null : text;
        }
    }
}
