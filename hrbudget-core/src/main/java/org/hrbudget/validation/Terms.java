package org.hrbudget.validation;

import java.util.List;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.HumanRightsProgramme;
import org.jspecify.annotations.Nullable;

/**
 * What every part of a validation shares. Immutable.
 *
 * @param header what holds for the budget as a whole, with the fiscal year it is validated for
 * @param programme the human-rights programme, if given
 * @param baseline last year's funded actions, if given
 * @param documents the documents given beside the budget
 * @param availability the data that can be counted on
 * @param settings one for each pack: those of the validator, then those compared with them
 */
record Terms(
        BudgetHeader header,
        @Nullable HumanRightsProgramme programme,
        @Nullable Baseline baseline,
        Documents documents,
        Availability availability,
        List<PackRun.Setting> settings) {}
