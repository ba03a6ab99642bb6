package org.hrbudget.rules.authoring.internal.mutation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.authoring.PackMutation;
import org.hrbudget.rules.authoring.PackMutation.Mutant.Fate;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.examples.Examples;
import org.hrbudget.rules.internal.packs.tables.DatedRows;
import org.hrbudget.rules.internal.packs.tables.Period;
import org.hrbudget.rules.internal.packs.tables.Table;
import org.hrbudget.rules.internal.packs.tables.Timeline;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Rule.DatedRow.Basis;
import org.jspecify.annotations.Nullable;

/**
 * The trial of the rows that a rule looks up: each time from which another row of a limit, or of a code of the pack's own lists, holds
 * is moved by a day or a fiscal year, either way; and each code of those lists is left out. The rule is run with the changed table.
 */
public final class RowTrial {

    private static final Wording WORDS = Wording.beside(PackMutation.class, "mutation");
    private static final String FROM = "from";
    private static final String TO = "to";

    private final OpenPack pack;
    private final Examples examples;
    private final String rule;
    /** The cases that can notice. */
    private final List<Examples.Case> cases;

    private final List<PackMutation.Mutant> mutants = new ArrayList<>();

    private RowTrial(OpenPack pack, Examples examples, String rule, List<Examples.Case> cases) {
        this.pack = pack;
        this.examples = examples;
        this.rule = rule;
        this.cases = cases;
    }

    /**
     * {@return what came of it}
     *
     * @param failing the cases that fail as things stand
     */
    public static List<PackMutation.Mutant> of(
            OpenPack pack, Examples examples, Rule rule, CheckedRule checked, Collection<String> failing) {
        RowTrial trial = new RowTrial(
                pack,
                examples,
                rule.id(),
                examples.cases(rule).stream()
                        .filter(example -> !failing.contains(example.name()))
                        .toList());
        new TreeSet<>(checked.limits().values()).forEach(trial::limit);
        Set<String> lists = new TreeSet<>(checked.lists().values());
        lists.retainAll(pack.catalogues().own().keySet());
        lists.forEach(trial::list);
        return trial.mutants;
    }

    private void limit(String code) {
        Timeline<Rule.Parameter> line = pack.rows().limits().get(code);
        if (line != null) {
            new Moves<>(line, "limit", limit -> limit.value().toPlainString(), other -> limits(code, other)).make();
        }
    }

    private void list(String name) {
        pack.rows().lists().getOrDefault(name, Map.of()).forEach((code, line) -> {
            Table.Cell cell = line.rows().get(0).cells().cell("code");
            add(
                    cell,
                    WORDS.of("change.code", "code", code, "list", name),
                    lists(name, code, null),
                    example -> true,
                    WORDS.of("hint.text", "text", code));
            new Moves<>(line, "code", meaning -> code, other -> lists(name, code, other)).make();
        });
    }

    private DatedRows limits(String code, Timeline<Rule.Parameter> line) {
        Map<String, Timeline<Rule.Parameter>> limits = new HashMap<>(pack.rows().limits());
        limits.put(code, line);
        return new DatedRows(limits, pack.rows().lists());
    }

    private DatedRows lists(String name, String code, @Nullable Timeline<String> line) {
        Map<String, Map<String, Timeline<String>>> lists =
                new HashMap<>(pack.rows().lists());
        Map<String, Timeline<String>> list = new HashMap<>(lists.getOrDefault(name, Map.of()));
        list.remove(code);
        if (line != null) {
            list.put(code, line);
        }
        lists.put(name, list);
        return new DatedRows(pack.rows().limits(), lists);
    }

    private void add(
            Table.Cell cell, Bilingual what, DatedRows rows, Predicate<Examples.Case> concerned, Bilingual hint) {
        Examples side = examples.by(pack.with(rows));
        Optional<String> noticed = cases.stream()
                .filter(concerned)
                .filter(example -> !side.disagreeing(example, List.of(rule)).isEmpty())
                .map(Examples.Case::name)
                .findFirst();
        mutants.add(ChangedRule.mutant(
                rule,
                cell.source(),
                cell.start(),
                what,
                noticed.isPresent() ? Fate.NOTICED : Fate.UNNOTICED,
                noticed.orElse(""),
                noticed.isPresent() ? new Bilingual("", "") : hint));
    }

    /**
     * The times of the rows of one key, each moved.
     *
     * @param <V> what a row says
     */
    private final class Moves<V> {

        private final Timeline<V> line;
        private final String kind;
        private final Function<V, String> shown;
        private final Function<Timeline<V>, DatedRows> rows;

        Moves(Timeline<V> line, String kind, Function<V, String> shown, Function<Timeline<V>, DatedRows> rows) {
            this.line = line;
            this.kind = kind;
            this.shown = shown;
            this.rows = rows;
        }

        void make() {
            for (int at = 0; at < line.rows().size(); at++) {
                LocalDate from = line.rows().get(at).period().from();
                LocalDate to = line.rows().get(at).period().to();
                LocalDate before =
                        at == 0 ? null : line.rows().get(at - 1).period().to();
                LocalDate next = at + 1 == line.rows().size()
                        ? null
                        : line.rows().get(at + 1).period().from();
                if (from != null) {
                    boolean meets = before != null && before.plusDays(1).equals(from);
                    both(at, FROM, from, meets ? at - 1 : -1);
                }
                // Where the next row follows at once, its beginning is this end.
                if (to != null && !to.plusDays(1).equals(next)) {
                    both(at, TO, to, -1);
                }
            }
        }

        private void both(int at, String end, LocalDate day, int neighbour) {
            Timeline.Row<V> row = line.rows().get(at);
            if (neighbour >= 0
                    && shown.apply(line.rows().get(neighbour).value()).equals(shown.apply(row.value()))) {
                // Both say the same to the rule: a code is on the list, whatever it stands for.
                return;
            }
            boolean years = row.period().basis() == Basis.FISCAL_YEAR;
            LocalDate earlier = years ? day.minusYears(1) : day.minusDays(1);
            LocalDate later = years ? day.plusYears(1) : day.plusDays(1);
            // Of a beginning the day before it and its own change sides, of an end its own and the day after.
            move(at, end, day, earlier, end.equals(FROM) ? earlier : day, neighbour);
            move(at, end, day, later, end.equals(FROM) ? day : later, neighbour);
        }

        private void move(int at, String end, LocalDate day, LocalDate to, LocalDate changed, int neighbour) {
            Timeline.Row<V> row = line.rows().get(at);
            Period period = row.period();
            Basis basis = Objects.requireNonNull(period.basis());
            List<Timeline.Row<V>> moved = new ArrayList<>(line.rows());
            moved.set(at, within(row, end.equals(FROM) ? to : period.from(), end.equals(TO) ? to : period.to()));
            if (neighbour >= 0) {
                Timeline.Row<V> before = line.rows().get(neighbour);
                moved.set(neighbour, within(before, before.period().from(), to.minusDays(1)));
            }
            // What would hold for no time any more is a row that is gone.
            moved.removeIf(each -> isEmpty(each.period()));
            if (moved.isEmpty()) {
                // A limit would have no value at any time, which is refused, and a code would be left out, which is
                // tried by itself.
                return;
            }
            String time = SeverityTrial.shown(basis, changed);
            String key = row.cells().text("code");
            Bilingual what = WORDS.of(
                    "change." + kind + "-" + end,
                    Map.of(
                            "code", same(key),
                            "value", same(shown.apply(row.value())),
                            "before", same(SeverityTrial.shown(basis, day)),
                            "after", same(SeverityTrial.shown(basis, to))));
            add(
                    row.cells().cell(end),
                    what,
                    rows.apply(new Timeline<>(moved)),
                    example ->
                            examples.time(example, basis).filter(time::equals).isPresent(),
                    hint(key, row, neighbour, SeverityTrial.column(basis), time));
        }

        private Bilingual hint(String key, Timeline.Row<V> row, int neighbour, Bilingual column, String time) {
            Map<String, Bilingual> said = new HashMap<>();
            said.put("code", same(key));
            said.put("column", column);
            said.put("time", same(time));
            if (neighbour >= 0) {
                said.put("value", same(shown.apply(row.value())));
                said.put("other", same(shown.apply(line.rows().get(neighbour).value())));
            }
            return WORDS.of("hint." + kind + (neighbour >= 0 ? "-times" : "-time"), said);
        }

        private Timeline.Row<V> within(Timeline.Row<V> row, @Nullable LocalDate from, @Nullable LocalDate to) {
            return new Timeline.Row<>(new Period(row.period().basis(), from, to), row.value(), row.cells());
        }

        private boolean isEmpty(Period period) {
            LocalDate from = period.from();
            LocalDate to = period.to();
            return from != null && to != null && to.isBefore(from);
        }
    }

    private static Bilingual same(String text) {
        return new Bilingual(text, text);
    }
}
