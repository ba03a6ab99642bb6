package org.hrbudget.rules.internal.packs.tables;

import java.time.LocalDate;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The three dates that decide between dated rows; one that is not known is {@code null}, and never guessed.
 *
 * @param year the fiscal year of the budget
 * @param law the day whose law is asked for
 * @param submission the day the budget was sent in
 */
public record Moment(
        @Nullable FiscalYear year,
        @Nullable LocalDate law,
        @Nullable LocalDate submission) {

    /** Where none of them is known. */
    public static final Moment UNKNOWN = new Moment(null, null, null);

    /** {@return the dates that a selection was made by} */
    public static Moment of(PackManifest.Selection selection) {
        return new Moment(selection.fiscalYear(), selection.asOf(), null);
    }

    /** {@return these dates for a budget: its year counts where no selection has one} */
    public Moment with(BudgetHeader header) {
        return new Moment(year == null ? header.fiscalYear() : year, law, header.submitted());
    }

    /** {@return the day to look rows up by, the first of its year where years are counted; {@code null} where it is not known} */
    @Nullable
    LocalDate day(Rule.DatedRow.Basis basis) {
        return switch (basis) {
            case FISCAL_YEAR -> year == null ? null : LocalDate.of(year.value(), 1, 1);
            case DAY_OF_LAW -> law;
            case DAY_OF_SUBMISSION -> submission;
        };
    }
}
