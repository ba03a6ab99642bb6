package org.hrbudget.validation.internal.facts;

import java.util.Map;
import java.util.Set;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.validation.spi.Catalogues;
import org.jspecify.annotations.Nullable;

/**
 * What the codes of a line are resolved against.
 *
 * @param fiscalYear the fiscal year of the budget, where known
 * @param phase the last phase the budget reports; amounts of later phases are not shown to rules
 * @param catalogues the code lists of the rule pack
 * @param programme the human-rights programme, if given
 * @param items the object items of the year, if given
 * @param listedActions the codes of the actions on the list of each unit that has one, by the unit's code, if lists are given;
 *     those the programme has as it writes them
 * @param reasonsPromised whether the source has a place where a line can say why no action applies
 */
public record FactContext(
        @Nullable FiscalYear fiscalYear,
        BudgetPhase phase,
        Catalogues catalogues,
        @Nullable HumanRightsProgramme programme,
        @Nullable Set<String> items,
        @Nullable Map<String, Set<String>> listedActions,
        boolean reasonsPromised) {

    /**
     * What the codes of a line are resolved against where no unit has a list of actions and every line may give a reason.
     *
     * @param fiscalYear the fiscal year of the budget, where known
     * @param phase the last phase the budget reports
     * @param catalogues the code lists of the rule pack
     * @param programme the human-rights programme, if given
     * @param items the object items of the year, if given
     */
    public FactContext(
            @Nullable FiscalYear fiscalYear,
            BudgetPhase phase,
            Catalogues catalogues,
            @Nullable HumanRightsProgramme programme,
            @Nullable Set<String> items) {
        this(fiscalYear, phase, catalogues, programme, items, null, true);
    }
}
