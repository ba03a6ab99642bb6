package org.hrbudget.rules.authoring.internal.mutation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.authoring.PackMutation;
import org.hrbudget.rules.authoring.PackMutation.Mutant.Fate;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.examples.Examples;
import org.hrbudget.rules.internal.packs.tables.Table;
import org.hrbudget.rules.internal.packs.tables.Timeline;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Rule.DatedRow.Basis;
import org.hrbudget.validation.Severity;

/**
 * The trial of the times from which a rule weighs otherwise: each is moved by a day or a fiscal year, either way. What the rule finds
 * stays the same, and so nothing need be run: a case notices that says what its finding weighs at a time that changes sides.
 */
public final class SeverityTrial {

    private static final Wording WORDS = Wording.beside(PackMutation.class, "mutation");

    private final Examples examples;
    private final Rule rule;
    /** The cases that can notice. */
    private final List<Examples.Case> cases;

    private final List<PackMutation.Mutant> mutants = new ArrayList<>();

    private SeverityTrial(Examples examples, Rule rule, List<Examples.Case> cases) {
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
            OpenPack pack, Examples examples, Rule rule, Collection<String> failing) {
        List<Timeline.Row<Severity>> rows = pack.weights(rule.id());
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Examples.Case> cases = examples.cases(rule).stream()
                .filter(example -> example.weighs() && !failing.contains(example.name()))
                .toList();
        SeverityTrial trial = new SeverityTrial(examples, rule, cases);
        Severity before = rule.severity();
        for (Timeline.Row<Severity> row : rows) {
            if (row.value() != before) {
                trial.move(row);
            }
            before = row.value();
        }
        return trial.mutants;
    }

    private void move(Timeline.Row<Severity> row) {
        Basis basis = Objects.requireNonNull(row.period().basis());
        LocalDate from = Objects.requireNonNull(row.period().from());
        boolean years = basis == Basis.FISCAL_YEAR;
        LocalDate earlier = years ? from.minusYears(1) : from.minusDays(1);
        // Whichever way it is moved, the earlier of the two times changes sides.
        add(row, basis, earlier, earlier);
        add(row, basis, years ? from.plusYears(1) : from.plusDays(1), from);
    }

    private void add(Timeline.Row<Severity> row, Basis basis, LocalDate to, LocalDate changed) {
        Table.Cell cell = row.cells().cell("from");
        String severity = row.value().name();
        String time = shown(basis, changed);
        String noticed = cases.stream()
                .filter(example ->
                        examples.time(example, basis).filter(time::equals).isPresent())
                .map(Examples.Case::name)
                .findFirst()
                .orElse("");
        mutants.add(ChangedRule.mutant(
                rule.id(),
                cell.source(),
                cell.start(),
                WORDS.of(
                        "change.severity",
                        Map.of(
                                "severity",
                                        new Bilingual(
                                                severity, Aliases.of("severity").name(severity)),
                                "before", same(cell.text()),
                                "after", same(shown(basis, to)))),
                noticed.isEmpty() ? Fate.UNNOTICED : Fate.NOTICED,
                noticed,
                noticed.isEmpty()
                        ? WORDS.of("hint.severity", Map.of("column", column(basis), "time", same(time)))
                        : same("")));
    }

    /** {@return the column of examples that says the time that decides} */
    static Bilingual column(Basis basis) {
        String column = switch (basis) {
            case FISCAL_YEAR -> "budget_fiscal_year";
            case DAY_OF_LAW -> "as_of";
            case DAY_OF_SUBMISSION -> "submitted";
        };
        return new Bilingual(column, Examples.inSpanish(column));
    }

    private static Bilingual same(String text) {
        return new Bilingual(text, text);
    }

    static String shown(Basis basis, LocalDate day) {
        return basis == Basis.FISCAL_YEAR ? Integer.toString(day.getYear()) : day.toString();
    }
}
