package org.hrbudget.rules.authoring;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.Position;
import org.hrbudget.rules.authoring.internal.explanation.Explainer;
import org.hrbudget.rules.authoring.internal.explanation.ExplanationJson;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.text.Nearest;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of one line of a budget, condition by condition, and the smallest change of the line that repairs it.
 *
 * <pre>{@code
 * RuleExplanation why = RuleExplanation.of("linked-amounts-above-line", pack)
 *         .programme(programme)
 *         .on(Budgets.reading(file).source(), new Position("budget.csv", 17));
 * }</pre>
 *
 * <p>Nothing here interprets a condition beside the rule engine: the engine judges each condition alone, on the facts that it judged the
 * rule on. A repair is tried and not guessed at: the whole budget is validated with the line changed, and what is told as a repair takes
 * the finding away, brings none, and leaves nothing unjudged that was judged before. A rule about links is told link by link; one about
 * units, rights, actions or the budget is told for those of the line. Equal inputs give equal explanations. Immutable.
 *
 * @param pack the pack of the rule, such as {@code mx-cmx 2011.1}
 * @param rule the rule, with its title, remedy and legal basis
 * @param condition what the rule finds fault with, in plain words
 * @param position where the line is
 * @param cells what is written on the line, in the order of the key
 * @param subjects what the rule judges of the line; empty where there is nothing of the kind
 * @param answer what the rule says of the line: the gravest of what it says of the subjects
 * @param reason why it does not say whether the line is in order; {@code null} where it says so
 * @param findings the findings of the rule that the line has a part in, in the order of the report
 * @param repair the repair; {@code null} where the rule finds nothing
 */
public record RuleExplanation(
        String pack,
        Rule rule,
        Bilingual condition,
        Position position,
        List<LineCell> cells,
        List<Subject> subjects,
        Answer answer,
        @Nullable Bilingual reason,
        List<Finding> findings,
        @Nullable Repair repair) {

    /** The version of the JSON document that {@link #write} writes. */
    public static final String SCHEMA_VERSION = "1.0";

    /** Copies the lists. */
    public RuleExplanation {
        cells = List.copyOf(cells);
        subjects = List.copyOf(subjects);
        findings = List.copyOf(findings);
    }

    /**
     * {@return a builder of explanations of a rule}
     *
     * @param ruleId the rule, such as {@code line-names-no-action}
     * @param packs the packs that budgets are validated against, taken from {@code RulePacks} or a {@code PackLibrary}; the rule is that
     *     of the first that has it
     * @throws IllegalArgumentException if no pack has such a rule, or one was not loaded from files
     */
    public static Builder of(String ruleId, RulePack... packs) {
        List<OpenPack> open = Arrays.stream(packs).map(OpenPack::of).toList();
        List<String> ids = open.stream()
                .flatMap(pack -> pack.rules().stream())
                .map(Rule::id)
                .distinct()
                .toList();
        if (!ids.contains(ruleId)) {
            List<String> near = Nearest.to(ruleId, ids);
            throw new IllegalArgumentException("No rule \"" + ruleId + "\" is in " + open
                    + ".\nMaybe one of these was meant: " + String.join(", ", near.isEmpty() ? ids : near) + ".");
        }
        return new Builder(ruleId, open);
    }

    /**
     * Writes the explanation as JSON in UTF-8, with texts in both languages; the same bytes for the same explanation.
     *
     * @param out where to; flushed and left open
     * @throws IOException if the stream cannot take it
     */
    public void write(OutputStream out) throws IOException {
        ExplanationJson.write(this, out);
    }

    /** What a rule says. */
    public enum Answer {
        /** There is a defect. */
        VIOLATED,
        /** It was judged, and there is none. */
        SATISFIED,
        /** It could not be judged: something that the rule needs is missing. */
        NOT_JUDGED,
        /** The rule does not ask: the line has nothing of what it is about. */
        NOT_EXAMINED
    }

    /**
     * A cell of a line.
     *
     * @param field the field as layouts name it, such as {@code unit_code}; of a link {@code action_1}, {@code action_1_amount}
     * @param column the heading of its column, where it has one
     * @param value what is written there; {@code null} where it is blank
     * @param position the row it is in, where that is not the line's: of a file of links; {@code null} otherwise
     */
    public record LineCell(
            String field,
            @Nullable String column,
            @Nullable String value,
            @Nullable Position position) {

        /** {@return the heading where there is one, else the field} */
        public String name() {
            return column == null ? field : column;
        }
    }

    /**
     * Something that the rule judges: the line itself, a link of it, its unit, a right.
     *
     * @param name what it is
     * @param answer what the rule says of it
     * @param reason why it is not judged or examined; {@code null} otherwise
     * @param conditions the conditions of the rule, in the order of the rule: where all of them hold, there is a defect
     */
    public record Subject(
            Bilingual name, Answer answer, @Nullable Bilingual reason, List<Condition> conditions) {

        /** Copies the list. */
        public Subject {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * One of the conditions that make a defect where all of them hold.
     *
     * @param words the condition in plain words
     * @param state whether it holds
     * @param place where the rule states it, such as {@code mx-cmx/2011.1/debt.drl:12}
     * @param met the values that it compares, as met
     * @param limits what it compares them with, beside other values of the line
     */
    public record Condition(Bilingual words, State state, String place, List<Met> met, List<Limit> limits) {

        /** Copies the lists. */
        public Condition {
            met = List.copyOf(met);
            limits = List.copyOf(limits);
        }

        /** Whether a condition holds. */
        public enum State {
            /** It holds. */
            HOLDS,
            /** It does not hold. */
            FAILS,
            /** That cannot be told: a value is missing. */
            UNKNOWN
        }

        /**
         * A value that a condition compares.
         *
         * @param name what it is
         * @param value the value; its text is empty where it is missing
         */
        public record Met(Bilingual name, Finding.Detail value) {}

        /**
         * What a condition compares with.
         *
         * @param what the limit with its value, or the list
         * @param place where it is set, such as {@code mx-cmx/2009.1/parameters.csv:2}
         * @param basis what it rests on: instrument, article and day; {@code null} for a list
         */
        public record Limit(
                Bilingual what, String place, @Nullable String basis) {}
    }

    /**
     * The smallest change of the line that was found to repair it.
     *
     * @param changes what to change: one cell or two, or all the blank cells that a rule asks for; empty where none of these repairs it
     * @param unrepaired why there is none and what to do instead; {@code null} where there is one
     * @param tried how many changes of the line the rules were asked about
     * @param validated how many of them the whole budget was validated with
     */
    public record Repair(List<Change> changes, @Nullable Bilingual unrepaired, long tried, long validated) {

        /** Copies the list. */
        public Repair {
            changes = List.copyOf(changes);
        }

        /**
         * A change of one cell.
         *
         * @param cell the cell, with what is written there now
         * @param after what to write there; {@code null} where it is to be left blank
         * @param example whether another value would do as well, so that the unit has to choose
         */
        public record Change(LineCell cell, @Nullable String after, boolean example) {}
    }

    /** Explains a rule on lines of budgets. Not safe for use by several threads. */
    public static final class Builder {

        private final String ruleId;
        private final List<OpenPack> packs;
        private final BudgetValidator.Builder validator;
        private @Nullable HumanRightsProgramme programme;
        private @Nullable Set<String> items;

        private Builder(String ruleId, List<OpenPack> packs) {
            this.ruleId = ruleId;
            this.packs = packs;
            this.validator = BudgetValidator.builder()
                    .packs(packs.toArray(RulePack[]::new))
                    // Findings go to who listens.
                    .maxFindingsPerRule(1);
        }

        /**
         * Sets the human-rights programme that links are resolved against.
         *
         * @param value the programme
         * @return this builder
         */
        public Builder programme(@Nullable HumanRightsProgramme value) {
            this.programme = value;
            return this;
        }

        /**
         * Sets the object items of the year.
         *
         * @param codes the codes of the items
         * @return this builder
         */
        public Builder itemCatalogue(Collection<String> codes) {
            this.items = Set.copyOf(Objects.requireNonNull(codes, "codes"));
            return this;
        }

        /**
         * Gives the validator that judges the budget more: last year's, the documents that units file, such as {@code validator ->
         * validator.documents(goals)}. Packs, programme and object items are those of this builder.
         *
         * @param more what it is given
         * @return this builder
         */
        public Builder with(Consumer<BudgetValidator.Builder> more) {
            Objects.requireNonNull(more, "with");
            more.accept(validator);
            return this;
        }

        /**
         * {@return what the rule says of a line, and how to repair it} The budget is read once, and once more for each repair that is
         * tried on the whole of it, which are 60 at most.
         *
         * @param source the budget
         * @param line the file and row of the line; an empty file name stands for any file, where only one has such a row
         * @throws org.hrbudget.io.BudgetReadException if nothing can be read from the source, or no line is in that row, with the reason
         */
        public RuleExplanation on(BudgetSource source, Position line) {
            validator.programme(programme);
            if (items != null) {
                validator.itemCatalogue(items);
            }
            return new Explainer(ruleId, packs, new Explainer.Beside(validator.build(), programme, items))
                    .explain(source, line);
        }
    }
}
