package org.hrbudget.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrbudget.io.BudgetDocument;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.LineReader;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.Budget;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.ListedAction;
import org.hrbudget.model.PerformanceIndicator;
import org.hrbudget.model.PhysicalGoal;
import org.hrbudget.model.PolicyFramework;
import org.hrbudget.model.ResultsMatrixRow;
import org.hrbudget.summary.Summaries;
import org.hrbudget.validation.facts.FactContext;
import org.jspecify.annotations.Nullable;

/**
 * Checks budgets against one or more rule packs. Immutable, safe to share between threads, and meant to be kept: building the
 * packs costs far more than a validation.
 */
public final class BudgetValidator {

    private static final int DEFAULT_FINDINGS_PER_RULE = 1_000;

    private final @Nullable HumanRightsProgramme programme;
    private final List<RulePack> packs;
    private final @Nullable Set<String> items;
    private final @Nullable Baseline baseline;
    private final Map<DataItem, BudgetDocument<?>> documents;
    private final int threads;
    private final int maxFindingsPerRule;

    private BudgetValidator(Builder builder) {
        this.programme = builder.programme;
        this.packs = List.copyOf(builder.packs);
        this.items = builder.items;
        this.baseline = builder.baseline;
        this.documents = Map.copyOf(builder.documents);
        this.threads = builder.threads;
        this.maxFindingsPerRule = builder.maxFindingsPerRule;
    }

    /**
     * {@return a validator of these packs}
     *
     * @param programme the human-rights programme that links are resolved against
     * @param packs at least one pack
     * @throws IllegalArgumentException if there is no pack, or one stands twice
     */
    public static BudgetValidator using(HumanRightsProgramme programme, RulePack... packs) {
        return builder().programme(programme).packs(packs).build();
    }

    /**
     * {@return a validator of these packs, without a human-rights programme: rules that need one do not apply}
     *
     * @param packs at least one pack
     * @throws IllegalArgumentException if there is no pack, or one stands twice
     */
    public static BudgetValidator using(RulePack... packs) {
        return builder().packs(packs).build();
    }

    /** {@return a builder of a validator} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the packs, in the order given} */
    public List<RulePack> packs() {
        return packs;
    }

    /**
     * {@return what the packs say of a budget in memory}
     *
     * @param budget the budget
     */
    public ValidationReport validate(Budget budget) {
        return validate(BudgetSource.of(budget));
    }

    /**
     * {@return what the packs say of a budget that is read as it is checked}
     *
     * @param source the source
     * @throws org.hrbudget.io.BudgetReadException if nothing can be read from it at all
     */
    public ValidationReport validate(BudgetSource source) {
        try (LineReader reader = source.open()) {
            Baseline compared = baseline != null ? baseline : reader.baseline().orElse(null);
            BudgetHeader header = withFiscalYear(reader.header());
            Documents filed = Documents.of(documents, header.fiscalYear());
            Availability availability = availability(reader, compared, filed);
            Map<String, Set<String>> lists = filed.listsByUnit(programme);
            List<PackRun.Setting> settings = packs.stream()
                    .map(pack -> new PackRun.Setting(
                            pack,
                            new FactContext(
                                    header.fiscalYear(), header.phase(), pack.catalogues(), programme, items, lists),
                            availability,
                            reader.columns(),
                            maxFindingsPerRule))
                    .toList();
            Partial whole = new LineRoom(() -> new Partial(settings, header, programme), threads).run(reader);
            Summaries summaries = whole.summarise(compared, filed);
            return new Conclusion(header, programme, compared, filed, availability)
                    .report(whole, summaries, reader.account());
        }
    }

    private Availability availability(LineReader reader, @Nullable Baseline compared, Documents filed) {
        Set<DataItem> given = EnumSet.noneOf(DataItem.class);
        given.addAll(filed.items());
        if (programme != null) {
            given.add(DataItem.PROGRAMME);
        }
        if (items != null) {
            given.add(DataItem.ITEM_CATALOGUE);
        }
        if (compared != null) {
            given.add(DataItem.BASELINE);
        }
        return new Availability(reader.header().phase(), reader.promises(), given);
    }

    /** A source that states no fiscal year is taken to be of the year its pack was selected for. */
    private BudgetHeader withFiscalYear(BudgetHeader header) {
        if (header.fiscalYear() != null) {
            return header;
        }
        FiscalYear selected = packs.stream()
                .flatMap(pack -> pack.manifest().selected().stream())
                .map(PackSelection::fiscalYear)
                .findFirst()
                .orElse(null);
        return new BudgetHeader(header.jurisdiction(), selected, header.currency(), header.submitted(), header.phase());
    }

    /** Builds a {@link BudgetValidator}. Not safe for use by several threads. */
    public static final class Builder {

        private @Nullable HumanRightsProgramme programme;
        private final List<RulePack> packs = new ArrayList<>();
        private @Nullable Set<String> items;
        private @Nullable Baseline baseline;
        private final Map<DataItem, BudgetDocument<?>> documents = new EnumMap<>(DataItem.class);
        private int threads = 1;
        private int maxFindingsPerRule = DEFAULT_FINDINGS_PER_RULE;

        private Builder() {}

        /**
         * Sets the human-rights programme that links are resolved against. Without one, rules that need it do not apply.
         *
         * @param value the programme
         * @return this builder
         */
        public Builder programme(@Nullable HumanRightsProgramme value) {
            this.programme = value;
            return this;
        }

        /**
         * Adds packs.
         *
         * @param more the packs
         * @return this builder
         */
        public Builder packs(RulePack... more) {
            packs.addAll(List.of(more));
            return this;
        }

        /**
         * Sets the object items of the year. Without them, rules that need them do not apply.
         *
         * @param codes the codes of the items
         * @return this builder
         */
        public Builder itemCatalogue(Collection<String> codes) {
            this.items = Set.copyOf(codes);
            return this;
        }

        /**
         * Sets last year's funded actions, in place of those the budget brings along.
         *
         * @param value the baseline
         * @return this builder
         */
        public Builder baseline(Baseline value) {
            this.baseline = value;
            return this;
        }

        /**
         * Sets the policy frameworks of the units. As for every document beside the budget: rows of another fiscal year than
         * the budget's are told as a problem and not used, and without the document, rules that need it do not apply.
         *
         * @param value the document
         * @return this builder
         */
        public Builder policyFrameworks(BudgetDocument<PolicyFramework> value) {
            documents.put(DataItem.POLICY_FRAMEWORKS, value);
            return this;
        }

        /**
         * Sets the lists of actions of the units, annex 3 of the manuals for 2013 and 2014.
         *
         * @param value the document
         * @return this builder
         */
        public Builder unitActionLists(BudgetDocument<ListedAction> value) {
            documents.put(DataItem.UNIT_ACTION_LIST, value);
            return this;
        }

        /**
         * Sets the physical goals of the units.
         *
         * @param value the document
         * @return this builder
         */
        public Builder goals(BudgetDocument<PhysicalGoal> value) {
            documents.put(DataItem.GOALS, value);
            return this;
        }

        /**
         * Sets the indicators of the units.
         *
         * @param value the document
         * @return this builder
         */
        public Builder indicators(BudgetDocument<PerformanceIndicator> value) {
            documents.put(DataItem.INDICATORS, value);
            return this;
        }

        /**
         * Sets the results matrices of the units.
         *
         * @param value the document
         * @return this builder
         */
        public Builder resultsMatrix(BudgetDocument<ResultsMatrixRow> value) {
            documents.put(DataItem.RESULTS_MATRIX, value);
            return this;
        }

        /**
         * Sets how many threads check lines while the caller's thread reads them; 1, the default, means the caller's alone.
         * The report does not depend on it.
         *
         * @param value at least 1
         * @return this builder
         * @throws IllegalArgumentException if the value is below 1
         */
        public Builder threads(int value) {
            this.threads = atLeastOne("threads", value);
            return this;
        }

        /**
         * Sets how many findings of a rule the report holds: the first by file and row. Totals stay exact.
         *
         * @param value at least 1; 1,000 unless set
         * @return this builder
         * @throws IllegalArgumentException if the value is below 1
         */
        public Builder maxFindingsPerRule(int value) {
            this.maxFindingsPerRule = atLeastOne("maxFindingsPerRule", value);
            return this;
        }

        /**
         * {@return the validator}
         *
         * @throws IllegalArgumentException if there is no pack, one stands twice, or two were selected for different years
         */
        public BudgetValidator build() {
            if (packs.isEmpty()) {
                throw new IllegalArgumentException(
                        "A validator needs a rule pack.\nMaybe select one with RulePacks.select(...).");
            }
            Set<String> jurisdictions = new LinkedHashSet<>();
            Set<FiscalYear> years = new LinkedHashSet<>();
            for (RulePack pack : packs) {
                PackManifest manifest = pack.manifest();
                if (!jurisdictions.add(manifest.jurisdiction())) {
                    throw new IllegalArgumentException("Two packs of " + manifest.jurisdiction() + ", the second being "
                            + manifest.id() + ".\nMaybe keep the one that governs the fiscal year.");
                }
                manifest.selected().ifPresent(selection -> years.add(selection.fiscalYear()));
            }
            if (years.size() > 1) {
                throw new IllegalArgumentException("The packs were selected for different fiscal years: " + years
                        + ".\nMaybe select them all for the year of the budget.");
            }
            return new BudgetValidator(this);
        }

        private static int atLeastOne(String name, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " is " + value + ".\nMaybe 1 was meant.");
            }
            return value;
        }
    }
}
