package org.hrbudget.rules.testing;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.Budget;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.text.Nearest;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/**
 * Checks the rules of a pack one at a time: this line is a defect, that one is none.
 *
 * <pre>{@code
 * RuleVerifier.of(pack)
 *         .withProgramme(programme)
 *         .verify("action-unknown")
 *         .given("unit_code=11CD01", "action_1=01.01.99")
 *         .finds(1);
 * }</pre>
 *
 * <p>What is given goes the way of every budget, through the reader and the validator. Immutable and safe to share between
 * threads.
 */
public final class RuleVerifier {

    private final RulePack pack;
    private final FiscalYear fiscalYear;
    private final @Nullable BudgetPhase phase;
    private final @Nullable HumanRightsProgramme programme;
    private final @Nullable Baseline baseline;
    private final @Nullable Set<String> items;
    private final UnaryOperator<BudgetValidator.Builder> more;

    private RuleVerifier(
            RulePack pack,
            FiscalYear fiscalYear,
            @Nullable BudgetPhase phase,
            @Nullable HumanRightsProgramme programme,
            @Nullable Baseline baseline,
            @Nullable Set<String> items,
            UnaryOperator<BudgetValidator.Builder> more) {
        this.pack = pack;
        this.fiscalYear = fiscalYear;
        this.phase = phase;
        this.programme = programme;
        this.baseline = baseline;
        this.items = items;
        this.more = more;
    }

    /**
     * {@return a verifier of a pack's rules} Its budgets are of the fiscal year the pack was selected for, else of the first it
     * governs; nothing else is given: no programme, no baseline, no items.
     *
     * @param pack the pack
     */
    public static RuleVerifier of(RulePack pack) {
        FiscalYear year = pack.manifest()
                .selected()
                .map(PackManifest.Selection::fiscalYear)
                .orElse(pack.manifest().firstFiscalYear());
        return new RuleVerifier(pack, year, null, null, null, null, UnaryOperator.identity());
    }

    /**
     * {@return this verifier with budgets of another fiscal year}
     *
     * @param value the year
     */
    public RuleVerifier withFiscalYear(FiscalYear value) {
        return new RuleVerifier(pack, value, phase, programme, baseline, items, more);
    }

    /**
     * {@return this verifier with budgets that report no phase after this one}; without it, the phase of a budget is that of
     * the last amount given
     *
     * @param value the phase
     */
    public RuleVerifier withPhase(BudgetPhase value) {
        return new RuleVerifier(pack, fiscalYear, value, programme, baseline, items, more);
    }

    /**
     * {@return this verifier with a human-rights programme}
     *
     * @param value the programme
     */
    public RuleVerifier withProgramme(HumanRightsProgramme value) {
        return new RuleVerifier(pack, fiscalYear, phase, value, baseline, items, more);
    }

    /**
     * {@return this verifier with last year's funded actions}
     *
     * @param value the baseline
     */
    public RuleVerifier withBaseline(Baseline value) {
        return new RuleVerifier(pack, fiscalYear, phase, programme, value, items, more);
    }

    /**
     * {@return this verifier with a catalogue of object items}
     *
     * @param codes the codes of the items
     */
    public RuleVerifier withItemCatalogue(Collection<String> codes) {
        return new RuleVerifier(pack, fiscalYear, phase, programme, baseline, Set.copyOf(codes), more);
    }

    /**
     * {@return this verifier with what else a validator can be given, such as the documents of units}
     *
     * @param giver such as {@code validator -> validator.documents(goals)}; called for each check, and so to be without side effects
     */
    public RuleVerifier with(UnaryOperator<BudgetValidator.Builder> giver) {
        UnaryOperator<BudgetValidator.Builder> before = more;
        return new RuleVerifier(
                pack, fiscalYear, phase, programme, baseline, items, builder -> giver.apply(before.apply(builder)));
    }

    /**
     * {@return a check of one rule, to which nothing is given yet}
     *
     * @param ruleId the rule's id
     * @throws IllegalArgumentException if the pack has no such rule
     */
    public Verification verify(String ruleId) {
        List<String> ids = pack.rules().stream().map(Rule::id).toList();
        if (!ids.contains(ruleId)) {
            List<String> near = Nearest.to(ruleId, ids);
            throw new IllegalArgumentException("The pack " + pack.manifest().id() + " has no rule \"" + ruleId
                    + "\".\nMaybe " + (near.isEmpty() ? "one of these" : "\"" + near.get(0) + "\"") + " was meant"
                    + (near.isEmpty() ? ": " + String.join(", ", ids) : "") + ".");
        }
        return new Verification(this, ruleId, new Given.Nothing());
    }

    RulePack pack() {
        return pack;
    }

    FiscalYear fiscalYear() {
        return fiscalYear;
    }

    @Nullable
    BudgetPhase phase() {
        return phase;
    }

    BudgetValidator.Builder validator() {
        return more.apply(BudgetValidator.builder().packs(pack).programme(programme));
    }

    @Nullable
    Baseline baseline() {
        return baseline;
    }

    @Nullable
    Set<String> items() {
        return items;
    }

    /**
     * A check of one rule: a budget is given to it, and what it should say is stated. Silence is not compliance, so a rule that
     * examined nothing, or could not judge, does not pass {@link #findsNothing()}. Immutable and safe to share between threads: each
     * {@code given} returns another check.
     */
    public static final class Verification {

        private final RuleVerifier verifier;
        private final String ruleId;
        private final Given given;

        Verification(RuleVerifier verifier, String ruleId, Given given) {
            this.verifier = verifier;
            this.ruleId = ruleId;
            this.given = given;
        }

        /**
         * {@return this check with one more line, written as cells in the columns of the layout {@code hrbudget}}
         *
         * <p>Unless given, a line has the unit {@code 11CD01}, the fiscal year of the budget and, where no line has an amount, 100.00
         * approved (proposed in a draft); {@code unit_code=} leaves the unit blank. A column that one line gives is promised by the
         * budget, and so blank, not unknown, in the others.
         *
         * @param cells such as {@code approved=100.00}; {@code action_1=01.01.06}, {@code action_1_amount=20.00} for a link
         * @throws IllegalArgumentException if one is not {@code column=value}, or a column appears twice
         * @throws IllegalStateException if something else than cells was given before
         */
        public Verification given(String... cells) {
            Map<String, String> row = Given.Cells.row(cells);
            if (given instanceof Given.Cells before) {
                return with(before.and(row));
            }
            return first(new Given.Cells(List.of(row)));
        }

        /**
         * {@return this check with more lines}
         *
         * @param lines the lines; what none of them has, but for unit, object and links, the budget does not promise
         * @throws IllegalStateException if something else than lines was given before
         */
        public Verification given(SpendingLine... lines) {
            if (given instanceof Given.Lines before) {
                return with(before.and(List.of(lines)));
            }
            return first(new Given.Lines(List.of(lines)));
        }

        /**
         * {@return this check with a budget, of the fiscal year and phase it states itself}
         *
         * @param budget the budget
         * @throws IllegalStateException if something was given before
         */
        public Verification given(Budget budget) {
            return given(BudgetSource.of(budget));
        }

        /**
         * {@return this check with a budget that is read, such as a file of any layout}
         *
         * @param budget the budget, of the fiscal year and phase it states itself
         * @throws IllegalStateException if something was given before
         */
        public Verification given(BudgetSource budget) {
            return first(new Given.Whole(budget));
        }

        /**
         * {@return this check with a budget written as a table in the layout {@code hrbudget}} Nothing is filled in.
         *
         * @param text comma-separated values with a heading row
         * @throws IllegalStateException if something was given before
         */
        public Verification givenTable(String text) {
            return first(new Given.Table(text));
        }

        /**
         * Asserts that the rule finds so many defects.
         *
         * @param defects at least 1; for none, see {@link #findsNothing()}
         * @throws AssertionError if it finds more or fewer, or fails
         */
        public void finds(int defects) {
            if (defects < 1) {
                throw new IllegalArgumentException(
                        "finds(" + defects + ") asks for no defect.\nMaybe findsNothing() was meant.");
            }
            Answer answer = answer();
            answer.expect(
                    found(answer) && answer.entry().violated() == defects,
                    "to find " + (defects == 1 ? "1 defect" : defects + " defects"));
        }

        /**
         * Asserts that the rule finds defects in these lines and in no others.
         *
         * @param lines the numbers of the lines in the order given, the first being 1
         * @throws AssertionError if it finds a defect elsewhere, or none in one of these
         */
        public void findsInLines(int... lines) {
            Answer answer = answer();
            Set<Integer> expected = Arrays.stream(lines).boxed().collect(Collectors.toCollection(TreeSet::new));
            Map<Position, Integer> numbers = answer.lineNumbers();
            Set<Integer> actual = answer.findings().stream()
                    .flatMap(finding -> Optional.ofNullable(finding.position()).stream())
                    .map(position -> Objects.requireNonNullElse(numbers.get(position), 0))
                    .collect(Collectors.toCollection(TreeSet::new));
            boolean all = answer.findings().stream().allMatch(finding -> finding.position() != null);
            answer.expect(found(answer) && all && actual.equals(expected), "to find defects in the lines " + expected);
        }

        /**
         * Asserts that the rule finds defects of these units and of no others, be it in their lines or in their sums.
         *
         * @param codes the codes of the units
         * @throws AssertionError if it finds a defect elsewhere, or none of one of these
         */
        public void findsInUnits(String... codes) {
            Answer answer = answer();
            Set<String> expected = new TreeSet<>(List.of(codes));
            Set<String> actual = answer.findings().stream()
                    .map(finding -> Objects.requireNonNullElse(finding.unitCode(), "(no unit)"))
                    .collect(Collectors.toCollection(TreeSet::new));
            answer.expect(found(answer) && actual.equals(expected), "to find defects of the units " + expected);
        }

        /**
         * Asserts that the rule examined what was given, could judge all of it, and found no defect.
         *
         * @throws AssertionError if it finds one, does not apply, had nothing to examine, or is undetermined
         */
        public void findsNothing() {
            Answer answer = answer();
            answer.expect(
                    answer.entry().outcome() == LedgerEntry.Outcome.SATISFIED, "to examine this and find nothing");
        }

        /**
         * Asserts that the rule judges nothing: what it needs is not given or not asked for here, or there is nothing it is about.
         *
         * @throws AssertionError if it judges something
         */
        public void doesNotApply() {
            Answer answer = answer();
            LedgerEntry entry = answer.entry();
            answer.expect(entry.examined() + entry.violated() + entry.undetermined() == 0, "not to apply");
        }

        /**
         * Asserts that the rule cannot tell: promised data is missing, and it found no defect in the rest.
         *
         * @throws AssertionError if it can
         */
        public void isUndetermined() {
            Answer answer = answer();
            answer.expect(answer.entry().outcome() == LedgerEntry.Outcome.UNDETERMINED, "to be undetermined");
        }

        /**
         * {@return the whole report on what is given, for whatever else a test asks}
         *
         * @throws org.hrbudget.io.BudgetReadException if what is given cannot be read at all
         */
        public ValidationReport report() {
            return answer().report();
        }

        private static boolean found(Answer answer) {
            LedgerEntry.Outcome outcome = answer.entry().outcome();
            return outcome == LedgerEntry.Outcome.VIOLATED || outcome == LedgerEntry.Outcome.REVIEW;
        }

        private Answer answer() {
            return Answer.to(verifier, ruleId, given);
        }

        private Verification first(Given value) {
            if (!(given instanceof Given.Nothing)) {
                throw new IllegalStateException(
                        "The rule \"" + ruleId
                                + "\" was already given something of another form.\nMaybe give all lines in one form, or one budget.");
            }
            return with(value);
        }

        private Verification with(Given value) {
            return new Verification(verifier, ruleId, value);
        }
    }
}
