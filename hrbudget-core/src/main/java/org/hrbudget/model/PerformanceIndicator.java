package org.hrbudget.model;

import java.util.List;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * An indicator that a unit sets itself. A text is {@code null} where it is left out or blank.
 *
 * @param position where it is in what was read
 * @param fiscalYear the fiscal year it is of
 * @param unitCode the code of the unit that filed it
 * @param name its name
 * @param definition what it tells
 * @param unitOfMeasure what it is counted in
 * @param method how it is worked out
 * @param dimension which side of the result it looks at, such as {@code eficacia}
 * @param frequency how often it is measured
 * @param target the value to be reached, as written: {@code 95 %}, {@code 1 200 personas}
 */
public record PerformanceIndicator(
        Position position,
        FiscalYear fiscalYear,
        String unitCode,
        @Nullable String name,
        @Nullable String definition,
        @Nullable String unitOfMeasure,
        @Nullable String method,
        @Nullable String dimension,
        @Nullable String frequency,
        @Nullable String target)
        implements UnitRecord {

    /**
     * Takes blanks away.
     *
     * @throws IllegalArgumentException if the unit is blank
     */
    public PerformanceIndicator {
        unitCode = UnitCode.of(unitCode, fiscalYear, position);
        name = Spelling.orNull(name);
        definition = Spelling.orNull(definition);
        unitOfMeasure = Spelling.orNull(unitOfMeasure);
        method = Spelling.orNull(method);
        dimension = Spelling.orNull(dimension);
        frequency = Spelling.orNull(frequency);
        target = Spelling.orNull(target);
    }

    /** One indicator of a name for each unit. */
    @Override
    public List<@Nullable String> key() {
        return name == null ? List.of() : List.of(name);
    }
}
