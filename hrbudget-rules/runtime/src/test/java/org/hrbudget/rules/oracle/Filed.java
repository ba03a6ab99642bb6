package org.hrbudget.rules.oracle;

import java.util.List;
import org.hrbudget.io.DocumentType;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.ListedAction;
import org.hrbudget.model.PerformanceIndicator;
import org.hrbudget.model.PhysicalGoal;
import org.hrbudget.model.PolicyFramework;
import org.hrbudget.model.ResultsMatrixRow;
import org.hrbudget.model.UnitRecord;
import org.hrbudget.validation.BudgetValidator;
import org.jspecify.annotations.Nullable;

/**
 * The documents of units given beside a budget, {@code null} where not given; rows of other years may be among them.
 *
 * @param listed the lists of actions
 * @param frameworks the policy frameworks
 * @param goals the physical goals
 * @param indicators the indicators
 * @param matrix the results matrices
 */
record Filed(
        @Nullable List<ListedAction> listed,
        @Nullable List<PolicyFramework> frameworks,
        @Nullable List<PhysicalGoal> goals,
        @Nullable List<PerformanceIndicator> indicators,
        @Nullable List<ResultsMatrixRow> matrix) {

    void into(BudgetValidator.Builder validator) {
        if (listed != null) {
            validator.documents(DocumentType.UNIT_ACTIONS.of("listed", listed));
        }
        if (frameworks != null) {
            validator.documents(DocumentType.POLICY_FRAMEWORKS.of("frameworks", frameworks));
        }
        if (goals != null) {
            validator.documents(DocumentType.GOALS.of("goals", goals));
        }
        if (indicators != null) {
            validator.documents(DocumentType.INDICATORS.of("indicators", indicators));
        }
        if (matrix != null) {
            validator.documents(DocumentType.RESULTS_MATRIX.of("matrix", matrix));
        }
    }

    /** {@return the rows of a document whatever their year, or {@code null} where it was not given} */
    @Nullable
    List<? extends UnitRecord> rows(DataItem item) {
        return switch (item) {
            case UNIT_ACTION_LIST -> listed;
            case POLICY_FRAMEWORKS -> frameworks;
            case GOALS -> goals;
            case INDICATORS -> indicators;
            case RESULTS_MATRIX -> matrix;
            default -> throw new IllegalArgumentException(item + " is no document of units");
        };
    }

    /** {@return the rows that are of a year; all where it is not known, none where the document was not given} */
    static <R extends UnitRecord> List<R> ofYear(@Nullable List<R> rows, @Nullable FiscalYear year) {
        return rows == null
                ? List.of()
                : rows.stream()
                        .filter(row -> year == null || row.fiscalYear().equals(year))
                        .toList();
    }
}
