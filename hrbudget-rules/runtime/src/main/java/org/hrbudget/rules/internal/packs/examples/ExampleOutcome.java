package org.hrbudget.rules.internal.packs.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.packs.PackWords;
import org.hrbudget.rules.internal.packs.tables.Table;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of an example, beside what the example expects.
 *
 * @param example the example
 * @param report what was said of its budget
 * @param programme the programme of the examples; {@code null} where there is none
 * @param silence says why the rule found nothing in a row of the budget; in none of them where the row is {@code null}
 */
record ExampleOutcome(
        Examples.Case example,
        ValidationReport report,
        @Nullable HumanRightsProgramme programme,
        Function<@Nullable Long, Bilingual> silence) {

    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final int ROWS_SHOWN = 3;
    private static final int ACTIONS_SHOWN = 5;
    private static final Pattern ACTION = Pattern.compile("action_[0-9]+");

    /** {@return where the rule says something else than is expected; the first row of a budget is its heading} */
    List<Fault> differences() {
        List<Finding> findings = report.findings().stream()
                .filter(finding -> finding.ruleId().equals(example.rule().id()))
                .toList();
        List<Boolean> expected = example.expected();
        if (!example.byRow()) {
            boolean wanted = expected.contains(true);
            return wanted == !findings.isEmpty()
                    ? example.rows().stream()
                            .flatMap(row -> weight(row, findings).stream())
                            .toList()
                    : List.of(difference(example.rows(), null, wanted, findings));
        }
        Map<Long, List<Finding>> byRow = findings.stream()
                .filter(finding -> finding.position() != null)
                .collect(Collectors.groupingBy(ExampleOutcome::row));
        List<Fault> differences = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            List<Finding> here = byRow.getOrDefault(i + 2L, List.of());
            if (expected.get(i) == here.isEmpty()) {
                differences.add(difference(List.of(example.rows().get(i)), i + 2L, expected.get(i), here));
            } else {
                weight(example.rows().get(i), here).ifPresent(differences::add);
            }
        }
        return differences;
    }

    /** {@return that findings weigh something else than a row says} */
    private Optional<Fault> weight(Table.TableRow row, List<Finding> findings) {
        Severity wanted = Examples.Case.weight(row).orElse(null);
        return findings.stream()
                .map(Finding::severity)
                .filter(severity -> wanted != null && severity != wanted)
                .findFirst()
                .map(severity -> row.cell("expect")
                        .fault(PackWords.of(
                                "weight-expected",
                                "case",
                                example.name(),
                                "rule",
                                example.rule().id(),
                                "wanted",
                                named(wanted),
                                "severity",
                                named(severity))));
    }

    private static Bilingual named(@Nullable Severity severity) {
        String name = String.valueOf(severity);
        return new Bilingual(name, Aliases.of("severity").name(name));
    }

    private static long row(Finding finding) {
        return finding.position() == null ? 0 : finding.position().row();
    }

    private Fault difference(List<Table.TableRow> rows, @Nullable Long row, boolean wanted, List<Finding> findings) {
        Bilingual values = values(rows);
        String rule = example.rule().id();
        Table.Cell expect = rows.get(0).cell("expect");
        if (wanted) {
            FaultText what = PackWords.of(
                    "finding-expected",
                    "rule",
                    rule,
                    "case",
                    example.name(),
                    "values",
                    values,
                    "why",
                    silence.apply(row));
            String unknown = unknownActions(rows);
            return expect.fault(
                    unknown.isEmpty()
                            ? what
                            : what.advising(PackWords.text("actions-not-in-programme", "actions", unknown)));
        }
        Finding first = findings.get(0);
        Bilingual said = new Bilingual(first.message(Locale.ENGLISH), first.message(SPANISH));
        return expect.fault(
                PackWords.of("silence-expected", "rule", rule, "case", example.name(), "values", values, "said", said));
    }

    /** {@return the actions that rows name and the programme of the examples does not have: they count for nothing there} */
    private String unknownActions(List<Table.TableRow> rows) {
        return rows.stream()
                .flatMap(row -> example.columns().stream()
                        .filter(column -> ACTION.matcher(column).matches())
                        .map(row::text))
                .filter(code -> !code.isEmpty()
                        && (programme == null || programme.action(code).isEmpty()))
                .distinct()
                .limit(ACTIONS_SHOWN)
                .collect(Collectors.joining(", "));
    }

    /** {@return the cells that the rule was shown, such as {@code approved = 100.00}} */
    private Bilingual values(List<Table.TableRow> rows) {
        List<Bilingual> shown = new ArrayList<>();
        Set<String> quiet = Set.of("expect", "case");
        for (Table.TableRow row : rows.subList(0, Math.min(rows.size(), ROWS_SHOWN))) {
            List<Bilingual> cells = example.columns().stream()
                    .filter(column -> !quiet.contains(column))
                    .map(column -> PackWords.text(
                            row.cell(column).isEmpty() ? "value-blank" : "value",
                            "column",
                            new Bilingual(column, Examples.inSpanish(column)),
                            "value",
                            row.cell(column).text()))
                    .toList();
            shown.add(joined(cells, ", "));
        }
        if (rows.size() > ROWS_SHOWN) {
            shown.add(PackWords.text("rows-more", "count", Integer.toString(rows.size() - ROWS_SHOWN)));
        }
        return joined(shown, " | ");
    }

    private static Bilingual joined(List<Bilingual> texts, String between) {
        return new Bilingual(
                texts.stream().map(Bilingual::en).collect(Collectors.joining(between)),
                texts.stream().map(Bilingual::es).collect(Collectors.joining(between)));
    }
}
