package org.hrbudget.validation;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hrbudget.io.Baselines;
import org.hrbudget.io.BudgetDocument;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Input;
import org.hrbudget.io.ItemCatalogues;
import org.hrbudget.io.Programmes;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.io.YearlySeries;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.Budget;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.summary.spi.Repetitions;
import org.hrbudget.validation.internal.Examination;
import org.hrbudget.validation.internal.LastYear;
import org.hrbudget.validation.internal.Settings;
import org.hrbudget.validation.spi.PartialReport;
import org.jspecify.annotations.Nullable;

/**
 * Checks budgets against one or more rule packs. Immutable, safe to share between threads, and meant to be kept: building the
 * packs costs far more than a validation.
 */
public final class BudgetValidator {

    private static final int DEFAULT_FINDINGS_PER_RULE = 1_000;

    private final Settings settings;

    private BudgetValidator(Settings settings) {
        this.settings = settings;
    }

    /**
     * {@return a validator of these packs}
     *
     * @param programme the human-rights programme that links are resolved against
     * @param packs at least one pack
     * @throws IllegalArgumentException if there is no pack, or one appears twice
     */
    public static BudgetValidator using(HumanRightsProgramme programme, RulePack... packs) {
        return builder().programme(programme).packs(packs).build();
    }

    /**
     * {@return a validator of these packs, without a human-rights programme: duties that need one leave the verdict undetermined}
     *
     * @param packs at least one pack
     * @throws IllegalArgumentException if there is no pack, or one appears twice
     */
    public static BudgetValidator using(RulePack... packs) {
        return builder().packs(packs).build();
    }

    /** {@return a builder of a validator} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@return a validator that has all this one has, and judges by other packs; last year's budget is not read again}
     *
     * @param packs at least one pack
     * @throws IllegalArgumentException if there is no pack, one appears twice, or two were selected for different years
     */
    public BudgetValidator withPacks(RulePack... packs) {
        return new BudgetValidator(settings.judgedBy(List.of(packs)));
    }

    /** {@return the packs, in the order given} */
    public List<RulePack> packs() {
        return settings.packs();
    }

    /**
     * {@return whether a rule of the packs is about repeated keys, so that all lines have to be compared with one another; else
     * identifiers alone have to}
     */
    public boolean looksForRepeatedKeys() {
        return settings.looksForRepeatedKeys();
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
        return validate(source, RunOptions.none());
    }

    /**
     * {@return what the packs say of a budget that is read as it is checked}
     *
     * @param source the source
     * @param options what holds for this validation alone: who takes all findings, who is told of the progress, when to stop
     * @throws org.hrbudget.io.BudgetReadException if nothing can be read from it at all
     */
    public ValidationReport validate(BudgetSource source, RunOptions options) {
        return examination(List.of()).of(source, options).report();
    }

    /**
     * {@return a part of a budget that lines can be added to, wherever they are read: in another thread, process or machine}
     *
     * @param outline what is known of the budget before its first line; the same for all its parts
     */
    public PartialReport part(LineReader.Outline outline) {
        return examination(List.of()).part(outline);
    }

    /**
     * {@return the report on a budget whose lines were added to parts: that of {@link #validate(BudgetSource)} on the same lines}
     *
     * @param outline the outline that the parts were made with
     * @param whole all parts, merged; it stays as it is
     * @param account what became of the rows of all parts
     * @param repetitions the lines whose key or identifier is on an earlier line of the whole budget
     * @throws IllegalArgumentException if the parts were made by other packs or with another outline
     */
    public ValidationReport conclude(
            LineReader.Outline outline, PartialReport whole, ReadingAccount account, Repetitions repetitions) {
        return examination(List.of()).conclude(outline, whole, account, repetitions);
    }

    /**
     * {@return what the packs say of a budget, and what others in their place would say: the budget is judged by all of them as it
     * is read, line by line, and what they raise differently is added up exactly}
     *
     * <p>The source is read once; a second time only where packs differ in whether they find repeated keys, which is known when
     * all lines are read.
     *
     * @param source the source
     * @param others packs that each take the place of this validator's pack of the same jurisdiction
     * @throws IllegalArgumentException if this validator has no pack of the jurisdiction of one of them
     * @throws org.hrbudget.io.BudgetReadException if nothing can be read from the source at all
     */
    public ComparedReports compare(BudgetSource source, List<RulePack> others) {
        return compare(source, others, RunOptions.none());
    }

    /**
     * {@return as {@link #compare(BudgetSource, List)}}
     *
     * @param source the source
     * @param others packs that each take the place of this validator's pack of the same jurisdiction
     * @param options what holds for this comparison alone; its sink takes the findings of this validator's packs
     * @throws IllegalArgumentException if this validator has no pack of the jurisdiction of one of them
     * @throws org.hrbudget.io.BudgetReadException if nothing can be read from the source at all
     */
    public ComparedReports compare(BudgetSource source, List<RulePack> others, RunOptions options) {
        return examination(List.copyOf(others)).of(source, options);
    }

    /**
     * {@return what the packs say of a budget, and what the next coming pack of each jurisdiction that would find something else
     * adds}
     *
     * <p>Of each jurisdiction the first coming pack is looked at, on the same reading; only where it adds nothing is the budget read
     * again for the one after it.
     *
     * @param source the source
     * @param coming the coming packs, those of one jurisdiction in the order in which they take effect
     * @throws IllegalArgumentException if this validator has no pack of the jurisdiction of one of them
     * @throws org.hrbudget.io.BudgetReadException if nothing can be read from the source at all
     */
    public Forecast forecast(BudgetSource source, List<RulePack> coming) {
        return forecast(source, coming, RunOptions.none());
    }

    /**
     * {@return as {@link #forecast(BudgetSource, List)}}
     *
     * @param source the source
     * @param coming the coming packs, those of one jurisdiction in the order in which they take effect
     * @param options what holds for this forecast alone; its sink takes the findings of this validator's packs
     * @throws IllegalArgumentException if this validator has no pack of the jurisdiction of one of them
     * @throws org.hrbudget.io.BudgetReadException if nothing can be read from the source at all
     */
    public Forecast forecast(BudgetSource source, List<RulePack> coming, RunOptions options) {
        Map<String, Deque<RulePack>> left = new LinkedHashMap<>();
        coming.forEach(pack -> left.computeIfAbsent(pack.manifest().jurisdiction(), whose -> new ArrayDeque<>())
                .add(pack));
        ComparedReports comparison = compare(source, next(left), options);
        ValidationReport report = comparison.report();
        List<Forecast.Preview> previews = new ArrayList<>();
        while (!comparison.alternatives().isEmpty()) {
            for (ComparedReports.Alternative alternative : comparison.alternatives()) {
                Forecast.Preview preview = Forecast.Preview.of(alternative);
                previews.add(preview);
                if (preview.count() > 0) {
                    left.remove(preview.pack().jurisdiction());
                }
            }
            List<RulePack> more = next(left);
            if (more.isEmpty()) {
                break;
            }
            comparison = compare(source, more, options.withoutFindings());
        }
        return new Forecast(report, previews);
    }

    private static List<RulePack> next(Map<String, Deque<RulePack>> left) {
        List<RulePack> packs = new ArrayList<>();
        left.values().forEach(waiting -> {
            RulePack first = waiting.poll();
            if (first != null) {
                packs.add(first);
            }
        });
        return packs;
    }

    /**
     * {@return a way to judge budgets of units each by itself, and then all of them as one}
     *
     * @param all all files as one budget, for what it promises where its files do not promise the same
     */
    public Consolidation consolidation(BudgetSource all) {
        return new Consolidation(settings, all);
    }

    private Examination examination(List<RulePack> others) {
        return new Examination(settings, others);
    }

    /** Builds a {@link BudgetValidator}. Not safe for use by several threads. */
    public static final class Builder {

        private static final String BASELINE = "baseline";
        private static final String DEFLATOR = "deflator";
        private static final String ITEMS = "items";
        private static final String PROGRAMME = "programme";

        private @Nullable HumanRightsProgramme programme;
        private final List<RulePack> packs = new ArrayList<>();
        private @Nullable Set<String> items;
        private @Nullable Baseline baseline;
        private @Nullable BudgetSource lastYear;
        /** Read once, however many validators are built. */
        private @Nullable LastYear readLastYear;

        private @Nullable YearlySeries deflator;
        private @Nullable FiscalYear fiscalYear;
        private final Map<DataItem, BudgetDocument<?>> documents = new EnumMap<>(DataItem.class);
        private final Map<String, Input.Account> files = new TreeMap<>();
        private int threads = 1;
        private int maxFindingsPerRule = DEFAULT_FINDINGS_PER_RULE;

        private Builder() {}

        /**
         * Sets the human-rights programme that links are resolved against. Without one, rules that need it are undetermined.
         *
         * @param value the programme
         * @return this builder
         */
        public Builder programme(@Nullable HumanRightsProgramme value) {
            this.programme = value;
            this.readLastYear = null;
            files.remove(PROGRAMME);
            return this;
        }

        /**
         * Reads the human-rights programme that links are resolved against; the report then has the file among its inputs.
         *
         * @param input what it is in, see {@link Programmes}
         * @return this builder
         * @throws BudgetReadException if it cannot be read or one of its rows is wrong
         */
        public Builder programme(Input input) {
            HumanRightsProgramme read = Programmes.read(Objects.requireNonNull(input, "input"));
            programme(read);
            files.put(PROGRAMME, input.account(read.actions().size()));
            return this;
        }

        /**
         * Adds packs.
         *
         * @param more the packs
         * @return this builder
         */
        public Builder packs(RulePack... more) {
            packs.addAll(List.of(Objects.requireNonNull(more, "packs")));
            return this;
        }

        /**
         * Sets the object items of the year. Without them, rules that need them are undetermined.
         *
         * @param codes the codes of the items
         * @return this builder
         */
        public Builder itemCatalogue(Collection<String> codes) {
            Objects.requireNonNull(codes, "codes");
            this.items = Set.copyOf(codes);
            files.remove(ITEMS);
            return this;
        }

        /**
         * Reads the object items of the year; the report then has the file among its inputs.
         *
         * @param input what they are in, see {@link ItemCatalogues}
         * @return this builder
         * @throws BudgetReadException if it cannot be read or one of its rows is wrong
         */
        public Builder itemCatalogue(Input input) {
            Set<String> read = ItemCatalogues.read(Objects.requireNonNull(input, "input"));
            itemCatalogue(read);
            files.put(ITEMS, input.account(read.size()));
            return this;
        }

        /**
         * Sets last year's funded actions, in place of those the budget brings along.
         *
         * @param value the baseline
         * @return this builder
         */
        public Builder baseline(Baseline value) {
            Objects.requireNonNull(value, "baseline");
            this.baseline = value;
            this.lastYear = null;
            this.readLastYear = null;
            files.remove(BASELINE);
            return this;
        }

        /**
         * Sets last year's whole budget, in place of the funded actions that the budget brings along: rules then can also ask what
         * all of it and each unit came to. It is read by {@link #build()}, its links by the programme; the report has its files
         * among its inputs.
         *
         * @param value last year's budget, which states its fiscal year
         * @return this builder
         */
        public Builder baseline(BudgetSource value) {
            Objects.requireNonNull(value, "baseline");
            this.lastYear = value;
            this.readLastYear = null;
            this.baseline = null;
            files.remove(BASELINE);
            return this;
        }

        /**
         * Reads last year's funded actions, in place of those the budget brings along; the report then has the file among its inputs.
         *
         * @param input what they are in, see {@link Baselines}
         * @return this builder
         * @throws BudgetReadException if it cannot be read or one of its rows is wrong
         */
        public Builder baseline(Input input) {
            Baseline read = Baselines.read(Objects.requireNonNull(input, "input"));
            baseline(read);
            files.put(BASELINE, input.account(read.actions().size()));
            return this;
        }

        /**
         * Sets an index of prices by year, by which rules compare amounts of different years. Without one, rules that need it are
         * undetermined.
         *
         * @param value the index
         * @return this builder
         */
        public Builder deflator(YearlySeries value) {
            Objects.requireNonNull(value, "deflator");
            this.deflator = value;
            files.remove(DEFLATOR);
            return this;
        }

        /**
         * Reads an index of prices by year; the report then has the file among its inputs.
         *
         * @param input what it is in, see {@link YearlySeries}
         * @return this builder
         * @throws BudgetReadException if it cannot be read or one of its rows is wrong
         */
        public Builder deflator(Input input) {
            YearlySeries read = YearlySeries.read(Objects.requireNonNull(input, "input"));
            deflator(read);
            files.put(DEFLATOR, input.account(read.size()));
            return this;
        }

        /**
         * Asks what the packs say of budgets of a year, whatever years they govern: that a pack does not govern it is then no
         * problem of the validation. A budget that states no fiscal year is taken to be of this one, and one that states another
         * has a problem. Unless set, the year is the one that the packs were selected for.
         *
         * @param value the fiscal year of the budgets
         * @return this builder
         */
        public Builder fiscalYear(FiscalYear value) {
            Objects.requireNonNull(value, "fiscalYear");
            this.fiscalYear = value;
            return this;
        }

        /**
         * Adds documents that units filed beside the budget, each in the place of one of its type added before. Rows of another
         * fiscal year than the budget's are told as a problem and not used; without a document, rules that need it are undetermined.
         *
         * @param more the documents
         * @return this builder
         */
        public Builder documents(BudgetDocument<?>... more) {
            for (BudgetDocument<?> document : Objects.requireNonNull(more, "documents")) {
                Objects.requireNonNull(document, "documents");
                documents.put(document.type().item(), document);
            }
            return this;
        }

        /**
         * Sets how many threads read and check lines, the caller's own among them; 1, the default, means the caller's alone.
         * The report does not depend on it. More threads than the machine has cores do not pay.
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
         * @throws IllegalArgumentException if there is no pack, one appears twice, or two were selected for different years
         * @throws BudgetReadException if last year's budget cannot be read as a whole, a line of it lacks its money, or it states no year
         */
        public BudgetValidator build() {
            LastYear earlier = readLastYear;
            if (earlier == null && lastYear != null) {
                earlier = LastYear.read(lastYear, programme);
                readLastYear = earlier;
            }
            List<Input.Account> inputs = new ArrayList<>(files.values());
            inputs.addAll(earlier == null ? List.of() : earlier.inputs());
            return new BudgetValidator(new Settings(
                    packs,
                    programme,
                    items,
                    earlier == null ? baseline : earlier.baseline(),
                    deflator,
                    documents,
                    inputs,
                    fiscalYear,
                    threads,
                    maxFindingsPerRule));
        }

        private static int atLeastOne(String name, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " is " + value + ".\nMaybe 1 was meant.");
            }
            return value;
        }
    }

    /**
     * The answer of a validation, and beside it what coming packs would find.
     *
     * @param report what the packs of today say; the same as without a look ahead
     * @param previews what the coming packs would add, in the order in which they were looked at: for each jurisdiction up to the first
     *     that adds something
     */
    public record Forecast(ValidationReport report, List<Preview> previews) {

        /** Copies the list. */
        public Forecast {
            previews = List.copyOf(previews);
        }

        /**
         * What a coming pack would find in a budget that the pack of today does not, or weighs otherwise. It counts in no verdict.
         *
         * @param pack the coming pack
         * @param replaced the pack of today
         * @param fromFiscalYear the fiscal year from which it counts, or {@code null} where it will govern the budget's own year
         * @param fromDay the day from which it counts, or {@code null} where none is known or it is in force already, for later years
         * @param counts how many findings each rule would add or weigh otherwise, by its id; exact, and without rules that add none
         * @param findings the first of them for each rule, in the order of its law and of the lines
         */
        public record Preview(
                PackManifest pack,
                PackManifest replaced,
                @Nullable FiscalYear fromFiscalYear,
                @Nullable LocalDate fromDay,
                Map<String, Long> counts,
                List<ComparedReports.Difference.Gained> findings) {

            /** Copies the map and the list. */
            public Preview {
                counts = Collections.unmodifiableMap(new TreeMap<>(counts));
                findings = List.copyOf(findings);
            }

            /** When it counts follows from the selections of the two packs; a pack taken by its version has none. */
            static Preview of(ComparedReports.Alternative alternative) {
                PackManifest pack = alternative.pack();
                Optional<PackManifest.Selection> now = alternative.replaced().selected();
                Optional<PackManifest.Selection> then = pack.selected();
                Map<String, Long> counts = new TreeMap<>();
                alternative.difference().byRule().forEach((rule, effect) -> {
                    if (effect.gained() + effect.reweighed() > 0) {
                        counts.put(rule, effect.gained() + effect.reweighed());
                    }
                });
                return new Preview(
                        pack,
                        alternative.replaced(),
                        then.map(PackManifest.Selection::fiscalYear)
                                .filter(year -> !year.equals(now.map(PackManifest.Selection::fiscalYear)
                                        .orElse(null)))
                                .orElse(null),
                        then.map(PackManifest.Selection::asOf)
                                .filter(day -> !day.equals(
                                        now.map(PackManifest.Selection::asOf).orElse(null)))
                                .orElse(null),
                        counts,
                        alternative.difference().gained());
            }

            /** {@return how many findings the coming pack would add or weigh otherwise} */
            public long count() {
                return counts.values().stream().mapToLong(Long::longValue).sum();
            }
        }
    }
}
