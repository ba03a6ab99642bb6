package org.hrbudget.rules.authoring.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.examples.Examples;
import org.hrbudget.validation.Rule;

/** Writes two of the examples of a rule: the first where it finds the defect, and the first where it stays silent. */
public final class RuleExamples {

    private static final List<String> OF_NO_BUDGET = List.of("expect", "case");
    private static final int MOST_ROWS = 6;

    private final Markdown page;
    private final Examples examples;

    public RuleExamples(Markdown page, OpenPack pack) {
        this.page = page;
        this.examples = Examples.of(pack);
    }

    public void write(Rule rule) {
        List<Examples.Case> cases = examples.cases(rule);
        of(cases, true).ifPresent(example -> write("finding", example));
        of(cases, false).ifPresent(example -> write("silence", example));
    }

    private static Optional<Examples.Case> of(List<Examples.Case> cases, boolean finding) {
        return cases.stream()
                .filter(example -> example.expected().contains(true) == finding)
                .findFirst();
    }

    private void write(String key, Examples.Case example) {
        List<List<String>> rows = example.cells().stream().limit(MOST_ROWS).toList();
        List<Integer> shown = IntStream.range(0, example.columns().size())
                .filter(column -> !OF_NO_BUDGET.contains(example.columns().get(column)))
                .filter(column -> rows.stream().anyMatch(row -> !row.get(column).isEmpty()))
                .boxed()
                .toList();
        page.blank();
        page.line(LawWords.both(key) + ": " + Markdown.text(example.name()));
        if (!shown.isEmpty()) {
            page.blank();
            page.table(
                    shown.stream()
                            .map(example.columns()::get)
                            .map(Markdown::code)
                            .toList(),
                    rows.stream().map(row -> cells(row, shown)).toList());
        }
        if (example.rows().size() > MOST_ROWS) {
            page.blank();
            page.line(LawWords.both(
                    "more-rows", "count", String.valueOf(example.rows().size() - MOST_ROWS)));
        }
    }

    private static List<String> cells(List<String> row, List<Integer> shown) {
        List<String> cells = new ArrayList<>();
        shown.forEach(column -> cells.add(Markdown.text(row.get(column))));
        return cells;
    }
}
