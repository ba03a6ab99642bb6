package org.hrbudget.model;

import java.util.Arrays;
import java.util.List;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * A row of a results matrix (matriz de indicadores para resultados, MIR): one level of a budget programme's logical framework. A
 * text is {@code null} where it is left out or blank.
 *
 * @param position where it is in what was read
 * @param fiscalYear the fiscal year it is of
 * @param unitCode the code of the unit that filed it
 * @param programmeCode the budget programme: modality and number, such as {@code E001}
 * @param level the level as written, such as {@code fin}, {@code propósito}, {@code componente}, {@code actividad}
 * @param summary the narrative summary
 * @param indicator the name of the level's indicator
 * @param verification the means of verification
 * @param assumption the assumption
 */
public record ResultsMatrixRow(
        Position position,
        FiscalYear fiscalYear,
        String unitCode,
        @Nullable String programmeCode,
        @Nullable String level,
        @Nullable String summary,
        @Nullable String indicator,
        @Nullable String verification,
        @Nullable String assumption)
        implements UnitRecord {

    /**
     * Takes blanks away.
     *
     * @throws IllegalArgumentException if the unit is blank
     */
    public ResultsMatrixRow {
        unitCode = UnitCode.of(unitCode, fiscalYear, position);
        programmeCode = Spelling.orNull(programmeCode);
        level = Spelling.orNull(level);
        summary = Spelling.orNull(summary);
        indicator = Spelling.orNull(indicator);
        verification = Spelling.orNull(verification);
        assumption = Spelling.orNull(assumption);
    }

    /** A level may have several summaries, and a summary several indicators. */
    @Override
    public List<@Nullable String> key() {
        return summary == null && indicator == null
                ? List.of()
                : Arrays.asList(programmeCode, level, summary, indicator);
    }
}
