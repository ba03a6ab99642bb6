package org.hrbudget.validation;

import java.math.BigDecimal;
import org.hrbudget.model.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What a rule did in one validation.
 *
 * @param pack the rule's pack, such as {@code mx-cmx 2011.1}
 * @param rule the rule
 * @param examined the facts it could judge
 * @param violated the defects it found; exact, however many findings are kept
 * @param undetermined the facts it could not judge because they lack promised data
 * @param stake the money its defects touch, exact, however many findings are kept; each line, unit or action counts once, and
 *     never as less than nothing; {@code null} where nothing is known of it, as where it found none
 * @param outcome what became of it
 * @param reason why it did not apply, or why it is undetermined and what would let it be judged; {@code null} for other outcomes
 */
public record LedgerEntry(
        String pack,
        Rule rule,
        long examined,
        long violated,
        long undetermined,
        @Nullable BigDecimal stake,
        Outcome outcome,
        @Nullable Bilingual reason) {

    /** {@return whether the rule is a duty that could not be judged, or not on everything: it leaves the verdict open} */
    public boolean isOpenDuty() {
        return rule.duty() && (outcome == Outcome.UNDETERMINED || undetermined > 0);
    }

    /** What became of a rule in one validation. */
    public enum Outcome {
        /** It examined something and found no defect. */
        SATISFIED,
        /** It found at least one defect. */
        VIOLATED,
        /** It found something that a person must judge. */
        REVIEW,
        /** The law does not ask for it at this stage of the budget or of one unit alone, or the budget holds nothing it is about. */
        NOT_APPLICABLE,
        /** The data it needs is not given, or the rule failed: whether the budget meets it is not known. */
        UNDETERMINED
    }
}
