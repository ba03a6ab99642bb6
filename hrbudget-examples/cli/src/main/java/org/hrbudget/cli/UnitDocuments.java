package org.hrbudget.cli;

import java.util.List;
import org.hrbudget.io.Goals;
import org.hrbudget.io.PerformanceIndicators;
import org.hrbudget.io.PolicyFrameworks;
import org.hrbudget.io.ResultsMatrices;
import org.hrbudget.io.UnitActionLists;
import org.hrbudget.validation.BudgetValidator;

/** The options that give the documents which units file beside their budget. */
final class UnitDocuments {

    /** The options, in the order of help; the word of each in the program's words is its name without the hyphens before it. */
    static final List<String> OPTIONS =
            List.of("--policy-frameworks", "--unit-actions", "--goals", "--indicators", "--results-matrix");

    private UnitDocuments() {}

    /** Reads the documents that are given. */
    static void give(Arguments arguments, BudgetValidator.Builder to) {
        arguments.path("--policy-frameworks").ifPresent(file -> to.policyFrameworks(PolicyFrameworks.read(file)));
        arguments.path("--unit-actions").ifPresent(file -> to.unitActionLists(UnitActionLists.read(file)));
        arguments.path("--goals").ifPresent(file -> to.goals(Goals.read(file)));
        arguments.path("--indicators").ifPresent(file -> to.indicators(PerformanceIndicators.read(file)));
        arguments.path("--results-matrix").ifPresent(file -> to.resultsMatrix(ResultsMatrices.read(file)));
    }
}
