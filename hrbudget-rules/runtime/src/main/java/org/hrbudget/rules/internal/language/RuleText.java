package org.hrbudget.rules.internal.language;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rule as a file states it: read, not yet checked against the vocabulary.
 *
 * @param source the file
 * @param id its id
 * @param severity the severity as written; empty where there is none
 * @param legalBasis the key of its legal basis as written; empty where there is none
 * @param patterns its patterns
 * @param condition the text between {@code when} and {@code then}
 * @param whole whether all of it could be read; else it is here so that its id is known and what was read is checked
 */
public record RuleText(
        SourceText source,
        Quoted id,
        Quoted severity,
        Quoted legalBasis,
        List<PatternText> patterns,
        String condition,
        boolean whole) {

    private static final Pattern ID = Pattern.compile("[a-z]+(-[a-z]+)*");

    /** Copies the list. */
    public RuleText {
        patterns = List.copyOf(patterns);
    }

    /**
     * Makes a rule of which all was read.
     *
     * @param source the file
     * @param id its id
     * @param severity the severity as written
     * @param legalBasis the key of its legal basis as written
     * @param patterns its patterns
     * @param condition the text between {@code when} and {@code then}
     */
    public RuleText(
            SourceText source,
            Quoted id,
            Quoted severity,
            Quoted legalBasis,
            List<PatternText> patterns,
            String condition) {
        this(source, id, severity, legalBasis, patterns, condition, true);
    }

    /** {@return the same rule under another name, for the engine} */
    public RuleText named(String other) {
        return new RuleText(source, new Quoted(other, id.start()), severity, legalBasis, patterns, condition, whole);
    }

    /** {@return whether the id is one: lower-case words joined by hyphens} */
    public boolean wellNamed() {
        return ID.matcher(id.text()).matches();
    }

    /** {@return the id that was probably meant, where the one written is none} */
    public Optional<String> suggestedId() {
        String plain = Normalizer.normalize(id.text(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("([a-z])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]+", "-")
                .replaceAll("^-|-$", "");
        return ID.matcher(plain).matches() ? Optional.of(plain) : Optional.empty();
    }

    /** {@return the ids by which tables and texts may mean this rule: its own, and the one it probably should have} */
    public Set<String> ids() {
        return suggestedId()
                .filter(suggested -> !suggested.equals(id.text()))
                .map(suggested -> Set.of(id.text(), suggested))
                .orElseGet(() -> Set.of(id.text()));
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
     * @param demand whether there is such a fact, at least one, or none
     * @param choice the number of the {@code exists ( ... or ... )} it is one of; 0 outside of one
     * @param variable the name given to the fact, without the dollar sign
     * @param word the kind of fact
     * @param constraints what holds
     * @param start where the word begins
     */
    public record PatternText(
            Demand demand,
            int choice,
            @Nullable String variable,
            String word,
            List<Constraint> constraints,
            int start) {

        /** Copies the list. */
        public PatternText {
            constraints = List.copyOf(constraints);
        }

        /** {@return this kind of fact, with other constraints} */
        public PatternText with(List<Constraint> others) {
            return new PatternText(demand, choice, variable, word, others, start);
        }

        /** {@return this pattern, asked for otherwise} */
        public PatternText demanded(Demand other, int inChoice) {
            return new PatternText(other, inChoice, variable, word, constraints, start);
        }
    }

    /** What a pattern asks of the facts that fit it. */
    public enum Demand {
        /** A fact, whose properties can be named. */
        FACT(""),
        /** That there is at least one. */
        EXISTS("exists"),
        /** That there is none. */
        NOT("not");

        private final String word;

        Demand(String word) {
            this.word = word;
        }

        /** {@return the word before the pattern} */
        public String word() {
            return word;
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
