package org.hrbudget.validation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.spi.Catalogues;
import org.hrbudget.validation.spi.RuleEvaluation;

/**
 * The rules of one version of one jurisdiction's law, ready to be evaluated. Immutable and safe to share between threads.
 *
 * <p>Packs come from {@code org.hrbudget.rules.RulePacks}; a system with an engine of its own may implement this type.
 */
public interface RulePack {

    /** {@return what the pack says of itself} */
    PackManifest manifest();

    /** {@return the rules, in the order of the law} */
    List<Rule> rules();

    /** {@return the code lists its rules check against} */
    Catalogues catalogues();

    /**
     * {@return what the rules of a scope say of these facts}
     *
     * <p>A rule that fails is named in the answer and all others still answer, for all of the facts.
     *
     * @param scope the room
     * @param facts the facts of that room, of the kinds that its rules name as their {@link Rule#subject()}
     */
    RuleEvaluation evaluate(Rule.Scope scope, Collection<? extends Fact> facts);

    /**
     * Gets ready what the first evaluation that finds something would wait for, such as compiled rules. Never needed, but where
     * the first answer counts it can be called in another thread while files are opened. Does nothing unless overridden.
     */
    default void prepare() {
        // An engine that needs no preparation is always ready.
    }

    /**
     * {@return this pack as it holds for a budget} Where rows of its tables are dated, those that hold for the budget's fiscal year,
     * for the day whose law was asked for and for the day of its submission count. The pack itself unless overridden.
     *
     * @param header what holds for the budget
     */
    default RulePack forBudget(BudgetHeader header) {
        return this;
    }

    /**
     * {@return why some of its rules cannot be judged, by rule: rows of its tables are dated, and the year or day that decides between
     * them is not known} None unless overridden.
     */
    default Map<String, Bilingual> unjudged() {
        return Map.of();
    }
}
