package org.hrbudget.rules.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.model.UnitRecord;
import org.jspecify.annotations.Nullable;

/**
 * A rule said a second time, in plain Java.
 *
 * @param id the rule
 * @param needs the data without which the rule does not apply
 * @param aboutLinks whether it is about links
 * @param judge what it says of every subject of a budget that has this data
 */
record RuleOracle(String id, Set<DataItem> needs, boolean aboutLinks, Function<Situation, List<Judgement>> judge) {

    RuleOracle(String id, Set<DataItem> needs, Function<Situation, List<Judgement>> judge) {
        this(id, needs, false, judge);
    }

    /** Looks at a line. */
    interface OfLine extends BiFunction<Situation, SpendingLine, Standing> {}

    /** Looks at a link. */
    interface OfLink {
        Standing judge(Situation situation, SpendingLine line, ActionLink link);
    }

    /** Looks at the lines of a unit. */
    interface OfUnit extends BiFunction<Situation, List<SpendingLine>, Standing> {}

    boolean applies(Situation situation) {
        return needs.stream().allMatch(situation::has);
    }

    /** {@return what the rule says of every subject it is about; nothing where it does not apply} */
    List<Judgement> judgements(Situation situation) {
        if (!applies(situation)) {
            return List.of();
        }
        return judge.apply(situation).stream()
                .filter(judgement -> judgement.standing() != Standing.NOT_MEANT)
                .toList();
    }

    static RuleOracle ofLine(String id, Collection<DataItem> needs, OfLine judge) {
        return new RuleOracle(
                id,
                set(needs),
                situation -> situation.lines().stream()
                        .map(line -> at(judge.apply(situation, line), line))
                        .toList());
    }

    static RuleOracle ofLink(String id, Collection<DataItem> needs, OfLink judge) {
        return new RuleOracle(
                id,
                set(needs),
                true,
                situation -> situation.lines().stream()
                        .flatMap(line ->
                                line.links().stream().map(link -> at(judge.judge(situation, line, link), line)))
                        .toList());
    }

    static RuleOracle ofUnit(String id, Collection<DataItem> needs, OfUnit judge) {
        return new RuleOracle(
                id,
                set(needs),
                situation -> situation.units().entrySet().stream()
                        .map(unit -> new Judgement(judge.apply(situation, unit.getValue()), null, unit.getKey(), null))
                        .toList());
    }

    /** About the rows of a document of units, such as {@code Situation::goals}. */
    static <R extends UnitRecord> RuleOracle ofRecord(
            String id,
            Collection<DataItem> needs,
            Function<Situation, List<R>> rows,
            BiFunction<Situation, R, Standing> judge) {
        return new RuleOracle(
                id,
                set(needs),
                situation -> rows.apply(situation).stream()
                        .map(row -> new Judgement(judge.apply(situation, row), row.position(), row.unitCode(), null))
                        .toList());
    }

    static RuleOracle ofBudget(String id, Collection<DataItem> needs, Function<Situation, Standing> judge) {
        return new RuleOracle(
                id, set(needs), situation -> List.of(new Judgement(judge.apply(situation), null, null, null)));
    }

    static RuleOracle ofRight(
            String id, Collection<DataItem> needs, BiFunction<Situation, HumanRight, Standing> judge) {
        return new RuleOracle(id, set(needs), situation -> {
            List<Judgement> result = new ArrayList<>();
            for (HumanRight right : situation.programme().chapters()) {
                result.add(new Judgement(judge.apply(situation, right), null, null, right.code()));
            }
            return result;
        });
    }

    static RuleOracle ofAction(
            String id, Collection<DataItem> needs, BiFunction<Situation, HrpAction, Standing> judge) {
        return new RuleOracle(id, set(needs), situation -> {
            List<Judgement> result = new ArrayList<>();
            for (HrpAction action : situation.programme().actions()) {
                result.add(new Judgement(judge.apply(situation, action), null, null, action.code()));
            }
            return result;
        });
    }

    /** The same key on several lines: every one but the first, whatever the order they came in. */
    static RuleOracle ofRepeatedKeys(String id, Function<SpendingLine, Map<String, String>> key) {
        return new RuleOracle(id, Set.of(), situation -> {
            List<Judgement> result = new ArrayList<>();
            for (SpendingLine line : situation.lines()) {
                boolean repeated = situation.lines().stream()
                        .anyMatch(other -> isBefore(other.position(), line.position())
                                && key.apply(other).equals(key.apply(line)));
                result.add(at(Standing.defectIf(repeated), line));
            }
            return result;
        });
    }

    private static boolean isBefore(Position one, Position other) {
        int files = one.file().compareTo(other.file());
        return files < 0 || (files == 0 && one.row() < other.row());
    }

    private static Judgement at(Standing standing, SpendingLine line) {
        return new Judgement(standing, line.position(), code(line.unit()), null);
    }

    private static @Nullable String code(@Nullable BudgetUnit unit) {
        return unit == null ? null : unit.code();
    }

    private static Set<DataItem> set(Collection<DataItem> needs) {
        Set<DataItem> result = EnumSet.noneOf(DataItem.class);
        result.addAll(needs);
        return result;
    }
}
