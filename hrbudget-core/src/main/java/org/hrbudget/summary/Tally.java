package org.hrbudget.summary;

import java.io.Serial;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.ListedAction;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.internal.RepetitionSearch;
import org.jspecify.annotations.Nullable;

/**
 * Lines being added up. Lines may be split among tallies in any way and order, and the tallies merged in any way and order: what
 * {@link #summaries} answers is the same, to the order of every list.
 *
 * <p>A line's money is its amount of {@link BudgetPhase#basis()}; a line without that amount counts as a line without money. A
 * link is valid where the programme has the action it names. A line without a unit counts in the budget and under no unit.
 * Repeated keys are none of its business: {@link RepetitionSearch} finds them.
 *
 * <p>A serialised tally leaves the programme behind: what is read back can be merged into another, but where it had a programme
 * it can neither take lines nor be summed up itself. Not safe for use by several threads: give each its own, and merge.
 */
public final class Tally implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final BudgetPhase phase;
    private final @Nullable String programmeLabel;
    private final transient @Nullable HumanRightsProgramme programme;

    private final LineSums whole = new LineSums();
    private final StageSums stages = new StageSums();
    private final HashMap<String, UnitTally> units = new HashMap<>();
    private final HashMap<String, ActionTally> actions = new HashMap<>();

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
        stages.add(line.amounts(), phase);
        BudgetUnit unit = line.unit();
        if (unit != null) {
            units.computeIfAbsent(unit.code(), UnitTally::new).add(unit, line.position(), shares);
        }
        shares.forEach((action, amount) -> actions.merge(action, new ActionTally(1, amount), ActionTally::plus));
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
            throw new IllegalArgumentException("Tallies of different budgets cannot be merged: one of phase " + phase
                    + ", "
                    + describe(programmeLabel) + "; one of phase " + other.phase + ", " + describe(other.programmeLabel)
                    + ".\nMaybe make every tally of a budget with the same phase and programme.");
        }
        whole.merge(other.whole);
        stages.merge(other.stages);
        other.units.forEach(
                (code, unit) -> units.computeIfAbsent(code, UnitTally::new).merge(unit));
        other.actions.forEach((code, action) -> actions.merge(code, action, ActionTally::plus));
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
        return new Summaries(this, programme(), baseline, listed);
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

    StageSums stages() {
        return stages;
    }

    /** The units by code, in no order. */
    Map<String, UnitTally> units() {
        return units;
    }

    /** The actions that lines link, by code, in no order. */
    Map<String, ActionTally> actions() {
        return actions;
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
