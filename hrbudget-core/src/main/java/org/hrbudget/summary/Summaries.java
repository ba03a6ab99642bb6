package org.hrbudget.summary;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.ListedAction;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.internal.RepetitionSearch;
import org.jspecify.annotations.Nullable;

/** What a budget adds up to: as a whole, by unit, by right and by action. Immutable; made with {@link Tally#summaries}. */
public final class Summaries {

    private final BudgetSummary budget;
    private final List<UnitSummary> units;
    private final List<RightSummary> rights;
    private final List<ActionSummary> actions;
    private final List<ListedActionSummary> listedActions;
    private final long links;
    private final boolean programmeGiven;
    private final boolean baselineGiven;
    private final boolean listsGiven;
    private final AmountKind basis;
    private final StageSums stages;

    /**
     * The years that sums are of, as numbers that rules compare.
     *
     * @param fiscalYear the fiscal year of the budget, where known
     * @param baselineYear the fiscal year of the baseline, or {@code null} without one
     */
    public record Years(
            @Nullable Integer fiscalYear, @Nullable Integer baselineYear) {}

    Summaries(
            Tally tally,
            @Nullable HumanRightsProgramme programme,
            @Nullable FiscalYear fiscalYear,
            @Nullable Baseline baseline,
            @Nullable List<ListedAction> listed) {
        Reckoning reckoning = new Reckoning(tally, programme, fiscalYear, baseline);
        this.units = reckoning.units();
        this.actions = programme == null ? List.of() : reckoning.actions(programme);
        this.rights = programme == null ? List.of() : reckoning.rights(programme, actions);
        this.listedActions = listed == null ? List.of() : reckoning.listed(listed);
        this.programmeGiven = programme != null;
        this.baselineGiven = baseline != null;
        this.listsGiven = listed != null;
        this.basis = tally.phase().basis();
        this.stages = reckoning.stages();
        this.links = tally.whole().links;
        this.budget = reckoning.budget();
    }

    /** {@return what the budget adds up to as a whole} */
    public BudgetSummary budget() {
        return budget;
    }

    /** {@return what each unit's lines add up to, by unit code} */
    public List<UnitSummary> units() {
        return units;
    }

    /** {@return what the budget adds up to for each right and population group, in the programme's order; empty without one} */
    public List<RightSummary> rights() {
        return rights;
    }

    /** {@return what the budget adds up to for each action, linked or not, in the programme's order; empty without one} */
    public List<ActionSummary> actions() {
        return actions;
    }

    /** {@return what the lines of each unit give to the actions on its list, in the order given; empty without lists} */
    public List<ListedActionSummary> listedActions() {
        return listedActions;
    }

    /** {@return the links of all lines, valid or not} */
    public long links() {
        return links;
    }

    /** {@return whether links were resolved against a programme; without one, no line counts as linked} */
    public boolean programmeGiven() {
        return programmeGiven;
    }

    /** {@return whether last year's funded actions were given} */
    public boolean baselineGiven() {
        return baselineGiven;
    }

    /** {@return whether lists of actions of the units were given} */
    public boolean listsGiven() {
        return listsGiven;
    }

    /** {@return whether at least one line gives the amount that stands for a line's money} */
    public boolean moneyGiven() {
        return stages.totals().containsKey(basis);
    }

    /**
     * {@return the ratio of the sums of two kinds of amount; empty where it would not compare like with like, because no line
     * gives the two, or some line gives one of them without the other}
     *
     * @param part the kind that is added up above the bar
     * @param whole the kind that is added up below it
     */
    public Optional<Indicator.Ratio> ratio(AmountKind part, AmountKind whole) {
        return compare(part, whole, stages.totals().get(part));
    }

    /**
     * {@return the budget reallocation, indicator EX3: the sum over lines of |modified - approved|, in all approved; empty
     * where {@link #ratio} is for the two}
     */
    public Optional<Indicator.Ratio> reallocation() {
        return compare(AmountKind.MODIFIED, AmountKind.APPROVED, stages.reallocated());
    }

    private Optional<Indicator.Ratio> compare(AmountKind part, AmountKind whole, @Nullable BigDecimal numerator) {
        BigDecimal denominator = stages.totals().get(whole);
        return numerator == null || denominator == null || !stages.comparable(part, whole)
                ? Optional.empty()
                : Optional.of(new Indicator.Ratio(numerator, denominator));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Summaries that
                && budget.equals(that.budget)
                && units.equals(that.units)
                && rights.equals(that.rights)
                && actions.equals(that.actions)
                && listedActions.equals(that.listedActions)
                && links == that.links
                && programmeGiven == that.programmeGiven
                && baselineGiven == that.baselineGiven
                && listsGiven == that.listsGiven
                && basis == that.basis
                && stages.equals(that.stages);
    }

    @Override
    public int hashCode() {
        return Objects.hash(budget, units, actions);
    }

    @Override
    public String toString() {
        return "Summaries[" + budget + ", units=" + units.size() + "]";
    }

    /**
     * {@return the indicators of the budget, in the order of their definitions; without a value where its data is not at hand}
     *
     * @param currency the budget's currency
     * @param items the data that can be counted on
     */
    public List<Indicator> indicators(String currency, Set<DataItem> items) {
        return Indicators.of(this, currency, items);
    }

    /**
     * Lines being added up. Lines may be split among tallies in any way and order, and the tallies merged in any way and order: what
     * {@link #summaries} answers is the same, to the order of every list.
     *
     * <p>A line's money is its amount of {@link BudgetPhase#basis()}; a line without that amount counts as a line without money. A
     * link is valid where the programme has the action it names. A line without a unit counts in the budget and under no unit.
     * Repeated keys are none of its business: {@link RepetitionSearch} finds them.
     *
     * <p>However many lines there are, it takes some hundred bytes for each action and each right that each unit's lines link.
     *
     * <p>A serialised tally leaves the programme behind: what is read back can be merged into another, but where it had a programme
     * it can neither take lines nor be summed up itself. Not safe for use by several threads: give each its own, and merge.
     */
    public static final class Tally implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;

        private final BudgetPhase phase;
        private final @Nullable String programmeLabel;
        private final transient @Nullable HumanRightsProgramme programme;

        private final LineSums whole = new LineSums();
        private final StageSums stagesOfNoUnit = new StageSums();
        private final HashMap<String, UnitTally> units = new HashMap<>();
        private final HashMap<String, LinkedLines> actions = new HashMap<>();
        private final HashMap<String, LinkedLines> rightsOfNoUnit = new HashMap<>();

        private Tally(BudgetPhase phase, @Nullable HumanRightsProgramme programme) {
            this.phase = phase;
            this.programme = programme;
            this.programmeLabel = programme == null
                    ? null
                    : programme.name() + " (" + programme.actions().size() + " actions)";
        }

        /**
         * {@return a tally of no lines}
         *
         * @param phase the last phase the budget reports; amounts of later ones are left out, even where a publisher prints them
         * @param programme the programme that links refer to; without one, no link is valid
         */
        public static Tally of(BudgetPhase phase, @Nullable HumanRightsProgramme programme) {
            return new Tally(phase, programme);
        }

        /**
         * Adds a line.
         *
         * @param line the line; two lines of one budget have different positions
         * @throws IllegalStateException if this tally was read back without its programme
         */
        public void add(SpendingLine line) {
            LineShares shares = LineShares.of(line, line.amount(phase.basis()), programme());
            whole.add(shares);
            BudgetUnit unit = line.unit();
            if (unit == null) {
                stagesOfNoUnit.add(line.amounts(), phase);
                LinkedLines one = new LinkedLines(1, shares.amount());
                shares.forEachRight(right -> rightsOfNoUnit.merge(right, one, LinkedLines::plus));
            } else {
                units.computeIfAbsent(unit.code(), UnitTally::new).add(unit, line, phase, shares);
            }
            shares.forEach((action, amount) -> actions.merge(action, new LinkedLines(1, amount), LinkedLines::plus));
        }

        /**
         * {@return what a line gives to each action of the programme that it names, as {@link #add} counts it, by the action's code; the
         * line is not added}
         *
         * @param line the line
         * @throws IllegalStateException if this tally was read back without its programme
         */
        public SortedMap<String, BigDecimal> shares(SpendingLine line) {
            NavigableMap<String, BigDecimal> shares = new TreeMap<>();
            LineShares.of(line, line.amount(phase.basis()), programme()).forEach(shares::put);
            return shares;
        }

        /**
         * Adds the lines of another tally to this one and leaves the other as it is.
         *
         * @param other a tally of other lines of the same budget
         * @return this tally
         * @throws IllegalArgumentException if the other is this one, or was made for another phase or programme
         */
        public Tally merge(Tally other) {
            if (other == this) {
                throw new IllegalArgumentException(
                        "A tally cannot be merged with itself: its lines would count twice.\nMaybe another partition was meant.");
            }
            if (phase != other.phase || !Objects.equals(programmeLabel, other.programmeLabel)) {
                throw new IllegalArgumentException(
                        "Tallies of different budgets cannot be merged: one of phase " + phase
                                + ", "
                                + describe(programmeLabel) + "; one of phase " + other.phase + ", "
                                + describe(other.programmeLabel)
                                + ".\nMaybe make every tally of a budget with the same phase and programme.");
            }
            whole.merge(other.whole);
            stagesOfNoUnit.merge(other.stagesOfNoUnit);
            other.units.forEach(
                    (code, unit) -> units.computeIfAbsent(code, UnitTally::new).merge(unit));
            other.actions.forEach((code, lines) -> actions.merge(code, lines, LinkedLines::plus));
            other.rightsOfNoUnit.forEach((code, lines) -> rightsOfNoUnit.merge(code, lines, LinkedLines::plus));
            return this;
        }

        /**
         * {@return what the lines add up to}
         *
         * @param baseline last year's funded actions, if given
         * @throws IllegalStateException if this tally was read back without its programme
         */
        public Summaries summaries(@Nullable Baseline baseline) {
            return summaries(baseline, null);
        }

        /**
         * {@return what the lines add up to, and what they give to the actions on the lists of units}
         *
         * @param baseline last year's funded actions, if given
         * @param listed the actions on the lists of units for the year, if given
         * @throws IllegalStateException if this tally was read back without its programme
         */
        public Summaries summaries(@Nullable Baseline baseline, @Nullable List<ListedAction> listed) {
            return summaries(null, baseline, listed);
        }

        /**
         * {@return what the lines add up to, and what they give to the actions on the lists of units}
         *
         * @param fiscalYear the year of the budget, where known
         * @param baseline last year's funded actions, if given
         * @param listed the actions on the lists of units for the year, if given
         * @throws IllegalStateException if this tally was read back without its programme
         */
        public Summaries summaries(
                @Nullable FiscalYear fiscalYear, @Nullable Baseline baseline, @Nullable List<ListedAction> listed) {
            return new Summaries(this, programme(), fiscalYear, baseline, listed);
        }

        /**
         * {@return what the budget of the next year is compared with, these lines being all of last year's}
         *
         * @param fiscalYear the year of these lines
         * @throws IllegalStateException if this tally was read back without its programme
         */
        public Baseline baseline(FiscalYear fiscalYear) {
            return new Reckoning(this, programme(), fiscalYear, null).baseline(fiscalYear);
        }

        /** {@return the codes of the units that have lines} */
        public Set<String> unitCodes() {
            return Set.copyOf(units.keySet());
        }

        BudgetPhase phase() {
            return phase;
        }

        LineSums whole() {
            return whole;
        }

        StageSums stagesOfNoUnit() {
            return stagesOfNoUnit;
        }

        /** The units by code, in no order. */
        Map<String, UnitTally> units() {
            return units;
        }

        /** The actions that lines link, by code, in no order. */
        Map<String, LinkedLines> actions() {
            return actions;
        }

        /** The rights that lines of no unit link an action of, by code, in no order. */
        Map<String, LinkedLines> rightsOfNoUnit() {
            return rightsOfNoUnit;
        }

        private @Nullable HumanRightsProgramme programme() {
            if (programme == null && programmeLabel != null) {
                throw new IllegalStateException("This tally was read back without its programme, " + programmeLabel
                        + ".\nMaybe merge it into Tally.of(phase, programme), and go on with that one.");
            }
            return programme;
        }

        private static String describe(@Nullable String programmeLabel) {
            return programmeLabel == null ? "without a programme" : "programme " + programmeLabel;
        }
    }
}
