package org.hrbudget.rules.authoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.rules.authoring.internal.impact.RuleCauses;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.summary.UnitSummary;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.ComparedReports;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.RunOptions;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/**
 * What a reform changes for budgets: each is judged by the pack before and by the pack after, and the answer says which verdicts,
 * units and rules change, for how many lines, how much money and which human rights.
 *
 * <pre>{@code
 * PackImpact impact = PackImpact.of(RulePacks.load("mx-cmx", "2010.1"), reform, FiscalYear.of(2010)).build();
 * ImpactReport report = ImpactReport.of(impact, List.of(impact.on("2010", Budgets.reading(file).source())));
 * }</pre>
 *
 * <p>The question is <i>what if</i>: both packs are taken by their version, and that one of them does not govern the fiscal year
 * leaves no verdict open; {@link ImpactReport} says it. One that is only held up to the year weighs as it does there: its errors are
 * warnings. A budget is read once (twice only where the packs differ in whether they
 * find repeated keys), and counts are exact, however many findings there are. Equal inputs give equal answers, whatever the
 * number of threads. Immutable, and safe for use by several threads.
 */
public final class PackImpact {

    private static final ValidationReport.UnitStanding NO_FINDING =
            new ValidationReport.UnitStanding(Map.of(), 0, false);

    private final RulePack before;
    private final RulePack after;
    private final FiscalYear fiscalYear;
    private final @Nullable HumanRightsProgramme programme;
    private final BudgetValidator validator;
    private final RunOptions options;
    private final Map<String, List<ImpactReport.OfRule.Cause>> causes;

    private PackImpact(Builder builder) {
        this.before = builder.held(builder.before);
        this.after = builder.held(builder.after);
        this.fiscalYear = builder.fiscalYear;
        this.programme = builder.programme;
        this.validator = builder.validator
                .packs(before)
                .programme(programme)
                .fiscalYear(fiscalYear)
                // Only numbers are asked for, and they are exact whatever is kept.
                .maxFindingsPerRule(1)
                .build();
        this.options = builder.options;
        this.causes = RuleCauses.of(before, after);
    }

    /**
     * {@return a builder of the impact of one pack taking the place of another}
     *
     * @param before the pack before the reform
     * @param after the pack after it, of the same jurisdiction
     * @param fiscalYear the fiscal year of the budgets; one that states another has a problem
     * @throws IllegalArgumentException if the packs are of different jurisdictions
     */
    public static Builder of(RulePack before, RulePack after, FiscalYear fiscalYear) {
        if (!before.manifest().jurisdiction().equals(after.manifest().jurisdiction())) {
            throw new IllegalArgumentException("Packs of different jurisdictions cannot be compared: "
                    + before.manifest().id() + " and " + after.manifest().id()
                    + ".\nMaybe two versions of one jurisdiction were meant.");
        }
        return new Builder(before, after, fiscalYear);
    }

    RulePack before() {
        return before;
    }

    RulePack after() {
        return after;
    }

    FiscalYear fiscalYear() {
        return fiscalYear;
    }

    /**
     * {@return what the reform changes for a budget, or why the budget could not be read}
     *
     * @param name what the answer calls the budget
     * @param source where it is read from
     */
    public ImpactReport.OfBudget on(String name, BudgetSource source) {
        ComparedReports comparison;
        try {
            comparison = validator.compare(source, List.of(after), options);
        } catch (BudgetReadException e) {
            return new ImpactReport.OfBudget(name, e.text(), null);
        }
        ValidationReport report = comparison.report();
        ComparedReports.Alternative other = comparison.alternatives().get(0);
        return new ImpactReport.OfBudget(
                name,
                null,
                new ImpactReport.OfBudget.Impact(
                        report.inputs(),
                        report.header().currency(),
                        report.header().phase().basis(),
                        report.summaries().budget().lines(),
                        report.summaries().budget().amount(),
                        report.verdict(),
                        other.report().verdict(),
                        problems(report, other.report()),
                        other.difference().whole(),
                        rules(report, other),
                        units(report, other),
                        other.difference().byUnit().getOrDefault("", ComparedReports.Effect.NONE),
                        rights(other)));
    }

    private static List<ValidationReport.Problem> problems(ValidationReport before, ValidationReport after) {
        List<ValidationReport.Problem> problems = new ArrayList<>(before.problems());
        after.problems().stream()
                .filter(problem -> !problems.contains(problem))
                .toList()
                .forEach(problems::add);
        return problems;
    }

    /** {@return the rules that change, those of the pack after in the order of its law, then those that ended} */
    private List<ImpactReport.OfRule> rules(ValidationReport report, ComparedReports.Alternative other) {
        Map<String, LedgerEntry> first = byRule(report);
        Map<String, LedgerEntry> second = byRule(other.report());
        List<String> ids = new ArrayList<>(second.keySet());
        first.keySet().stream().filter(id -> !second.containsKey(id)).forEach(ids::add);
        List<ImpactReport.OfRule> rules = new ArrayList<>();
        for (String id : ids) {
            ComparedReports.Effect effect = other.difference().byRule().getOrDefault(id, ComparedReports.Effect.NONE);
            ImpactReport.OfRule.between(first.get(id), second.get(id), effect, causes.getOrDefault(id, List.of()))
                    .ifPresent(rules::add);
        }
        return rules;
    }

    private static Map<String, LedgerEntry> byRule(ValidationReport report) {
        Map<String, LedgerEntry> entries = new LinkedHashMap<>();
        report.ledger().forEach(entry -> entries.put(entry.rule().id(), entry));
        return entries;
    }

    private static List<ImpactReport.OfUnit> units(ValidationReport report, ComparedReports.Alternative other) {
        Map<String, UnitSummary> summaries = new TreeMap<>();
        report.summaries().units().forEach(unit -> summaries.put(unit.unitCode(), unit));
        List<ImpactReport.OfUnit> units = new ArrayList<>();
        // A document beside the budget may name units that have no line in it.
        Set<String> codes = new TreeSet<>(other.unitsBefore().keySet());
        codes.addAll(other.unitsAfter().keySet());
        for (String code : codes) {
            ValidationReport.UnitStanding standing = other.unitsBefore().getOrDefault(code, NO_FINDING);
            ValidationReport.UnitStanding then = other.unitsAfter().getOrDefault(code, NO_FINDING);
            ComparedReports.Effect effect = other.difference().byUnit().getOrDefault(code, ComparedReports.Effect.NONE);
            if (!standing.equals(then) || effect.findings() > 0) {
                UnitSummary summary = summaries.get(code);
                units.add(new ImpactReport.OfUnit(
                        code,
                        summary == null ? null : summary.unitName(),
                        summary == null ? ComparedReports.Effect.NONE.amount() : summary.amount(),
                        standing,
                        then,
                        effect));
            }
        }
        return units;
    }

    private List<ImpactReport.OfRight> rights(ComparedReports.Alternative other) {
        List<ImpactReport.OfRight> rights = new ArrayList<>();
        Collection<HumanRight> chapters = programme == null ? List.of() : programme.chapters();
        for (HumanRight right : chapters) {
            Optional.ofNullable(other.difference().byRight().get(right.code()))
                    .ifPresent(effect -> rights.add(new ImpactReport.OfRight(right, effect)));
        }
        return rights;
    }

    /** Builds a {@link PackImpact}. Not safe for use by several threads. */
    public static final class Builder {

        private final RulePack before;
        private final RulePack after;
        private final FiscalYear fiscalYear;
        private final BudgetValidator.Builder validator = BudgetValidator.builder();
        private RunOptions options = RunOptions.none();
        private @Nullable HumanRightsProgramme programme;
        private @Nullable LocalDate asOf;

        private Builder(RulePack before, RulePack after, FiscalYear fiscalYear) {
            this.before = before;
            this.after = after;
            this.fiscalYear = fiscalYear;
        }

        /**
         * Sets the human-rights programme that links are resolved against. Without one, no rights are told.
         *
         * @param value the programme
         * @return this builder
         */
        public Builder programme(@Nullable HumanRightsProgramme value) {
            this.programme = value;
            return this;
        }

        /**
         * Sets the day whose law counts where rows of the packs' tables are dated by days. Unless it is set, rules that rest on such
         * rows stay undetermined.
         *
         * @param day the day
         * @return this builder
         */
        public Builder asOf(LocalDate day) {
            this.asOf = Objects.requireNonNull(day, "day");
            return this;
        }

        private RulePack held(RulePack pack) {
            return pack instanceof OpenPack open ? open.weighedIn(fiscalYear, asOf) : pack;
        }

        /**
         * Sets the object items of the year.
         *
         * @param codes the codes of the items
         * @return this builder
         */
        public Builder itemCatalogue(Collection<String> codes) {
            Objects.requireNonNull(codes, "codes");
            validator.itemCatalogue(codes);
            return this;
        }

        /**
         * Sets last year's funded actions, in place of those the budgets bring along.
         *
         * @param value the baseline
         * @return this builder
         */
        public Builder baseline(Baseline value) {
            Objects.requireNonNull(value, "baseline");
            validator.baseline(value);
            return this;
        }

        /**
         * Sets how many threads check lines; the answer does not depend on it.
         *
         * @param value at least 1, which it is unless set
         * @return this builder
         * @throws IllegalArgumentException if the value is below 1
         */
        public Builder threads(int value) {
            validator.threads(value);
            return this;
        }

        /**
         * Sets what holds for the reading of each budget: whom to tell of the progress, when to stop.
         *
         * @param value the options, without a sink for findings, which serves one reading only
         * @return this builder
         */
        public Builder options(RunOptions value) {
            Objects.requireNonNull(value, "options");
            this.options = value;
            return this;
        }

        /**
         * Gives the validator that judges the budgets more: the documents that units file, such as {@code validator ->
         * validator.documents(goals)}. Packs, programme and fiscal year are those of this builder.
         *
         * @param more what it is given
         * @return this builder
         */
        public Builder with(Consumer<BudgetValidator.Builder> more) {
            Objects.requireNonNull(more, "with");
            more.accept(validator);
            return this;
        }

        /** {@return the impact, ready for budgets} */
        public PackImpact build() {
            return new PackImpact(this);
        }
    }
}
