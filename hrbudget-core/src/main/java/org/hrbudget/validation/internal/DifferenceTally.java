package org.hrbudget.validation.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.Fact;
import org.hrbudget.summary.RepeatedKey;
import org.hrbudget.validation.ComparedReports;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What two packs raise differently in a part of a budget, added up by rule, unit and right as it is raised, so that no more than
 * a chunk of findings is ever held. Merging is associative and commutative. Not thread-safe.
 *
 * <p>Findings about a line come with its chunk, but for one kind: that a key is repeated is known when all lines are read. Where
 * packs differ in that, the lines are read once more, with those findings known from the start; else a line could not be counted
 * once, and its money would have to be kept of every line.
 */
final class DifferenceTally {

    /** No unit has it for a code. */
    private static final String NO_UNIT = "";

    /** A finding that the two packs do not have in common. */
    record Change(FindingChange kind, Raised raised) {

        Fact subject() {
            return raised.subject();
        }
    }

    enum FindingChange {
        GAINED,
        LOST,
        REWEIGHED
    }

    /**
     * What is found of lines only when all are read.
     *
     * @param byLine the changes of each line
     */
    record Late(Map<Position, List<Change>> byLine) {

        static final Late UNKNOWN = new Late(Map.of());
    }

    private final BudgetPhase phase;
    private final @Nullable HumanRightsProgramme programme;
    private final int keep;
    private final Late late;

    private ComparedReports.Effect whole = ComparedReports.Effect.NONE;
    private final Map<String, ComparedReports.Effect> byRule = new HashMap<>();
    private final Map<String, ComparedReports.Effect> byUnit = new HashMap<>();
    private final Map<String, ComparedReports.Effect> byRight = new HashMap<>();
    private final Map<String, RuleTally> gained = new HashMap<>();
    private final Map<String, RuleTally> reweighed = new HashMap<>();
    private final Map<Position, List<Change>> foundLate = new HashMap<>();

    /**
     * @param late what is known to be found of lines when all are read
     */
    DifferenceTally(Terms terms, Late late) {
        this.phase = terms.header().phase();
        this.programme = terms.programme();
        this.keep = terms.settings().keep();
        this.late = late;
    }

    /** Adds a chunk of lines, with what each of the two packs raises about them. */
    void lines(List<SpendingLine> lines, List<Raised> before, List<Raised> after) {
        Map<Position, List<Change>> byLine = new HashMap<>();
        for (Change change : changes(before, after)) {
            Position position = Objects.requireNonNull(change.subject().position());
            byLine.computeIfAbsent(position, line -> new ArrayList<>()).add(change);
        }
        for (SpendingLine line : lines) {
            List<Change> changes = new ArrayList<>(byLine.getOrDefault(line.position(), List.of()));
            changes.addAll(late.byLine.getOrDefault(line.position(), List.of()));
            if (!changes.isEmpty()) {
                BudgetUnit unit = line.unit();
                BigDecimal amount = line.amount(phase.basis());
                add(
                        changes,
                        unit == null ? NO_UNIT : unit.code(),
                        rights(line),
                        1,
                        amount == null ? ComparedReports.Effect.NONE.amount() : amount);
            }
        }
    }

    /** Adds what each of the two packs raises about what the lines add up to; to be called once, when all parts are merged. */
    void summaries(List<Raised> before, List<Raised> after) {
        for (Change change : changes(before, after)) {
            if (change.subject() instanceof RepeatedKey repeated) {
                foundLate
                        .computeIfAbsent(repeated.position(), line -> new ArrayList<>())
                        .add(change);
            } else {
                String right = change.subject().rightCode();
                add(
                        List.of(change),
                        change.subject().unitCode(),
                        right == null ? Set.of() : Set.of(right),
                        0,
                        ComparedReports.Effect.NONE.amount());
            }
        }
    }

    /** {@return what was found of lines only now, if that is not known from a reading before; then they must be read again} */
    Optional<Late> lateFound() {
        return foundLate.keySet().equals(late.byLine.keySet()) ? Optional.empty() : Optional.of(new Late(foundLate));
    }

    void merge(DifferenceTally other) {
        whole = whole.plus(other.whole);
        other.byRule.forEach((rule, effect) -> byRule.merge(rule, effect, ComparedReports.Effect::plus));
        other.byUnit.forEach((unit, effect) -> byUnit.merge(unit, effect, ComparedReports.Effect::plus));
        other.byRight.forEach((right, effect) -> byRight.merge(right, effect, ComparedReports.Effect::plus));
        other.gained.forEach((rule, tally) -> of(rule, gained).merge(tally));
        other.reweighed.forEach((rule, tally) -> of(rule, reweighed).merge(tally));
    }

    /**
     * {@return what became different}
     *
     * @param before the rules of the first pack
     * @param after the rules of the other, in the order of the law
     */
    ComparedReports.Difference difference(List<Rule> before, List<Rule> after) {
        Map<String, Severity> severities = new HashMap<>();
        before.forEach(rule -> severities.put(rule.id(), rule.severity()));
        List<ComparedReports.Difference.Gained> findings = new ArrayList<>();
        for (Rule rule : after) {
            List<ComparedReports.Difference.Gained> own = new ArrayList<>();
            of(rule.id(), gained)
                    .findings()
                    .forEach(finding -> own.add(new ComparedReports.Difference.Gained(finding, null)));
            of(rule.id(), reweighed)
                    .findings()
                    .forEach(finding ->
                            own.add(new ComparedReports.Difference.Gained(finding, severities.get(rule.id()))));
            own.sort((a, b) -> RuleTally.ORDER.compare(a.finding(), b.finding()));
            findings.addAll(own.subList(0, Math.min(keep, own.size())));
        }
        return new ComparedReports.Difference(whole, byRule, byUnit, byRight, findings);
    }

    private static List<Change> changes(List<Raised> before, List<Raised> after) {
        if (before.isEmpty() && after.isEmpty()) {
            return List.of();
        }
        Map<Raised.Key, Raised> left = new LinkedHashMap<>();
        before.forEach(raised -> left.put(raised.key(), raised));
        List<Change> changes = new ArrayList<>();
        for (Raised raised : after) {
            Raised same = left.remove(raised.key());
            if (same == null) {
                changes.add(new Change(FindingChange.GAINED, raised));
            } else if (same.rule().severity() != raised.rule().severity()) {
                changes.add(new Change(FindingChange.REWEIGHED, raised));
            }
        }
        left.values().forEach(raised -> changes.add(new Change(FindingChange.LOST, raised)));
        return changes;
    }

    private void add(List<Change> changes, @Nullable String unit, Set<String> rights, long lines, BigDecimal amount) {
        Map<String, List<Change>> rules = new HashMap<>();
        for (Change change : changes) {
            String rule = change.raised().rule().id();
            rules.computeIfAbsent(rule, id -> new ArrayList<>()).add(change);
            switch (change.kind) {
                case GAINED -> of(rule, gained).violated(change.raised(), true);
                case REWEIGHED -> of(rule, reweighed).violated(change.raised(), true);
                case LOST -> {}
            }
        }
        rules.forEach((rule, own) -> byRule.merge(rule, effect(own, lines, amount), ComparedReports.Effect::plus));
        ComparedReports.Effect effect = effect(changes, lines, amount);
        whole = whole.plus(effect);
        if (unit != null) {
            byUnit.merge(unit, effect, ComparedReports.Effect::plus);
        }
        rights.forEach(right -> byRight.merge(right, effect, ComparedReports.Effect::plus));
    }

    private static ComparedReports.Effect effect(List<Change> changes, long lines, BigDecimal amount) {
        return new ComparedReports.Effect(
                count(changes, FindingChange.GAINED),
                count(changes, FindingChange.LOST),
                count(changes, FindingChange.REWEIGHED),
                lines,
                amount);
    }

    private static long count(List<Change> changes, FindingChange kind) {
        return changes.stream().filter(change -> change.kind == kind).count();
    }

    private Set<String> rights(SpendingLine line) {
        Set<String> rights = new TreeSet<>();
        if (programme != null) {
            line.links()
                    .forEach(link ->
                            programme.action(link).map(HrpAction::rightCode).ifPresent(rights::add));
        }
        return rights;
    }

    private RuleTally of(String rule, Map<String, RuleTally> tallies) {
        return tallies.computeIfAbsent(rule, id -> new RuleTally(keep));
    }
}
