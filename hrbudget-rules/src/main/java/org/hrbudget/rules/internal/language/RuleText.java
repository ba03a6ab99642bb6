package org.hrbudget.rules.internal.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as a file states it: well formed, not yet checked against the vocabulary.
 *
 * @param source the file
 * @param id its id
 * @param severity the severity as written
 * @param legalBasis the key of its legal basis as written
 * @param patterns its patterns
 * @param condition the text between {@code when} and {@code then}
 */
public record RuleText(
        SourceText source,
        Quoted id,
        Quoted severity,
        Quoted legalBasis,
        List<PatternText> patterns,
        String condition) {

    /** Copies the list. */
    public RuleText {
        patterns = List.copyOf(patterns);
    }

    /**
     * A quoted text.
     *
     * @param text the text
     * @param start where its opening quote is
     */
    public record Quoted(String text, int start) {}

    /**
     * One kind of fact and what holds for it.
     *
     * @param variable the name given to the fact, without the dollar sign
     * @param word the kind of fact
     * @param constraints what holds
     * @param start where the word begins
     */
    public record PatternText(@Nullable String variable, String word, List<Constraint> constraints, int start) {

        /** Copies the list. */
        public PatternText {
            constraints = List.copyOf(constraints);
        }
    }

    /**
     * One of the constraints of a pattern.
     *
     * @param variable the name given to a property, without the dollar sign
     * @param expression what holds; the property alone where it is only named
     * @param start where it begins
     */
    public record Constraint(@Nullable String variable, Expression expression, int start) {

        /** {@return whether it names a property and says nothing of it} */
        public boolean onlyNames() {
            return variable != null && expression instanceof Expression.Name;
        }
    }
}
