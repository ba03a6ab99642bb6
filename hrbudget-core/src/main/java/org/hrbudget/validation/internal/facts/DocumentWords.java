package org.hrbudget.validation.internal.facts;

import static org.hrbudget.model.DataItem.GOALS;
import static org.hrbudget.model.DataItem.INDICATORS;
import static org.hrbudget.model.DataItem.LINKS;
import static org.hrbudget.model.DataItem.POLICY_FRAMEWORKS;
import static org.hrbudget.model.DataItem.PROGRAMME;
import static org.hrbudget.model.DataItem.RESULTS_MATRIX;
import static org.hrbudget.model.DataItem.UNIT_ACTION_LIST;
import static org.hrbudget.model.DataItem.UNIT_CODE;
import static org.hrbudget.validation.internal.facts.Property.Absence.ALLOWED;
import static org.hrbudget.validation.internal.facts.Property.Absence.MISSING;
import static org.hrbudget.validation.internal.facts.Property.Absence.NEVER;

import java.util.List;
import org.hrbudget.model.DataItem;
import org.hrbudget.summary.ListedActionSummary;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.spi.Catalogues;

/**
 * The words of the documents that units file beside their budget. Every property rests on its document first, so that without the
 * document no rule on it applies. Texts that a unit left blank are absent and no more: whether they are due is for rules to say.
 */
final class DocumentWords {

    private static final Property.Type TEXT = Property.Type.TEXT;

    private DocumentWords() {}

    static List<FactType> types() {
        return List.of(listedAction(), framework(), goal(), indicator(), matrixRow());
    }

    private static FactType listedAction() {
        return new FactTypeBuilder<>("ListedAction", ListedActionSummary.class, Rule.Scope.UNIT)
                .word("unitCode", TEXT, NEVER, ListedActionSummary::unitCode, UNIT_ACTION_LIST)
                .at("unit")
                .word(
                        "unitKnown",
                        Property.Type.BOOLEAN,
                        NEVER,
                        ListedActionSummary::unitKnown,
                        UNIT_ACTION_LIST,
                        UNIT_CODE)
                .at("unit")
                .word("actionCode", TEXT, NEVER, ListedActionSummary::actionCode, UNIT_ACTION_LIST)
                .at("action")
                .word("known", Property.Type.BOOLEAN, MISSING, ListedActionSummary::known, UNIT_ACTION_LIST, PROGRAMME)
                .at("action")
                .word(
                        "linked",
                        Property.Type.BOOLEAN,
                        ALLOWED,
                        ListedActionSummary::linked,
                        UNIT_ACTION_LIST,
                        PROGRAMME,
                        LINKS,
                        UNIT_CODE)
                .at("action")
                .word(
                        "attributedAmount",
                        Property.Type.AMOUNT,
                        ALLOWED,
                        ListedActionSummary::attributedAmount,
                        UNIT_ACTION_LIST,
                        PROGRAMME,
                        LINKS,
                        UNIT_CODE,
                        DataItem.AMOUNT)
                .at("action")
                .key("unitCode", "actionCode")
                .type();
    }

    private static FactType framework() {
        return of("PolicyFramework", FrameworkFact.class, POLICY_FRAMEWORKS)
                .word("activity", TEXT, ALLOWED, FrameworkFact::activity, POLICY_FRAMEWORKS)
                .word("programmeCode", TEXT, ALLOWED, FrameworkFact::programmeCode, POLICY_FRAMEWORKS)
                .at("programme")
                .word("developmentObjective", TEXT, ALLOWED, FrameworkFact::developmentObjective, POLICY_FRAMEWORKS)
                .word("problem", TEXT, ALLOWED, FrameworkFact::problem, POLICY_FRAMEWORKS)
                .word("unitsOfProblem", Property.Type.NUMBER, NEVER, FrameworkFact::unitsOfProblem, POLICY_FRAMEWORKS)
                .at("problem")
                .word("population", TEXT, ALLOWED, FrameworkFact::population, POLICY_FRAMEWORKS)
                .word("objective", TEXT, ALLOWED, FrameworkFact::objective, POLICY_FRAMEWORKS)
                .word("generalSection", TEXT, ALLOWED, FrameworkFact::generalSection, POLICY_FRAMEWORKS)
                .word("generalReason", TEXT, ALLOWED, FrameworkFact::generalReason, POLICY_FRAMEWORKS)
                .word("equalitySection", TEXT, ALLOWED, FrameworkFact::equalitySection, POLICY_FRAMEWORKS)
                .word("equalityReason", TEXT, ALLOWED, FrameworkFact::equalityReason, POLICY_FRAMEWORKS)
                .word("rightsSection", TEXT, ALLOWED, FrameworkFact::rightsSection, POLICY_FRAMEWORKS)
                .word("rightsReason", TEXT, ALLOWED, FrameworkFact::rightsReason, POLICY_FRAMEWORKS)
                .codeOfSome(
                        "reasonSaysNothing",
                        Catalogues.CodeList.EMPTY_REASONS,
                        FrameworkFact::reasonSaysNothing,
                        POLICY_FRAMEWORKS)
                .type();
    }

    /** The numbers of a goal are what its form is for: a goal without them cannot be judged, and rules say so. */
    private static FactType goal() {
        return of("Goal", GoalFact.class, GOALS)
                .word("activity", TEXT, ALLOWED, GoalFact::activity, GOALS)
                .word("name", TEXT, ALLOWED, GoalFact::name, GOALS)
                .word("unitOfMeasure", TEXT, ALLOWED, GoalFact::unitOfMeasure, GOALS)
                .word("quantity", Property.Type.QUANTITY, MISSING, GoalFact::quantity, GOALS)
                .word("monthsTotal", Property.Type.QUANTITY, MISSING, GoalFact::monthsTotal, GOALS)
                .at("quantity")
                .word("monthsGiven", Property.Type.NUMBER, NEVER, GoalFact::monthsGiven, GOALS)
                .type();
    }

    private static FactType indicator() {
        return of("UnitIndicator", IndicatorFact.class, INDICATORS)
                .word("name", TEXT, ALLOWED, IndicatorFact::name, INDICATORS)
                .word("definition", TEXT, ALLOWED, IndicatorFact::definition, INDICATORS)
                .word("unitOfMeasure", TEXT, ALLOWED, IndicatorFact::unitOfMeasure, INDICATORS)
                .word("method", TEXT, ALLOWED, IndicatorFact::method, INDICATORS)
                .word("dimension", TEXT, ALLOWED, IndicatorFact::dimension, INDICATORS)
                .among(Catalogues.CodeList.INDICATOR_DIMENSIONS, "dimensionKey")
                .code(
                        "dimensionKnown",
                        Catalogues.CodeList.INDICATOR_DIMENSIONS,
                        IndicatorFact::dimensionKnown,
                        INDICATORS)
                .at("dimension")
                .word("frequency", TEXT, ALLOWED, IndicatorFact::frequency, INDICATORS)
                .word("target", TEXT, ALLOWED, IndicatorFact::target, INDICATORS)
                .type();
    }

    private static FactType matrixRow() {
        return of("MatrixRow", MatrixRowFact.class, RESULTS_MATRIX)
                .word("programmeCode", TEXT, ALLOWED, MatrixRowFact::programmeCode, RESULTS_MATRIX)
                .at("programme")
                .word("level", TEXT, ALLOWED, MatrixRowFact::level, RESULTS_MATRIX)
                .word("summary", TEXT, ALLOWED, MatrixRowFact::summary, RESULTS_MATRIX)
                .word("indicator", TEXT, ALLOWED, MatrixRowFact::indicator, RESULTS_MATRIX)
                .word("verification", TEXT, ALLOWED, MatrixRowFact::verification, RESULTS_MATRIX)
                .word("assumption", TEXT, ALLOWED, MatrixRowFact::assumption, RESULTS_MATRIX)
                .type();
    }

    private static <T extends RecordFact> FactTypeBuilder<T> of(String word, Class<T> factClass, DataItem document) {
        return new FactTypeBuilder<>(word, factClass, Rule.Scope.UNIT)
                .word("unitCode", TEXT, NEVER, RecordFact::unitCode, document)
                .at("unit")
                .word("unitKnown", Property.Type.BOOLEAN, NEVER, RecordFact::unitKnown, document, UNIT_CODE)
                .at("unit");
    }
}
