package org.hrbudget.rules.internal.packs.examples;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrbudget.io.Input;
import org.hrbudget.io.ItemCatalogues;
import org.hrbudget.io.Programmes;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.tables.Table;
import org.hrbudget.validation.Rule;

/**
 * The budget of an example, for those who make larger budgets of it.
 *
 * @param rule the rule it is about
 * @param name the name of the case
 * @param lines its lines by column of the layout {@code hrbudget}, as far as the example gives them
 * @param expected whether a finding is expected, for each line
 * @param settings what holds for the budget: {@code phase}, {@code budget_fiscal_year}, {@code baseline}, {@code deflator}
 * @param documents whether it is about documents beside the budget, of which these lines say nothing
 */
public record ExampleBudget(
        Rule rule,
        String name,
        List<Map<String, String>> lines,
        List<Boolean> expected,
        Map<String, String> settings,
        boolean documents) {

    private static final Set<String> SETTINGS = Set.of("phase", "budget_fiscal_year", "baseline", "deflator");
    private static final Set<String> NO_COLUMNS = Set.of("expect", "case");

    /** Copies the collections. */
    public ExampleBudget {
        lines = List.copyOf(lines);
        expected = List.copyOf(expected);
        settings = Map.copyOf(settings);
    }

    /**
     * {@return the examples of a rule, in the order of its table}
     *
     * @param pack the rule's pack
     * @param rule the rule
     * @throws org.hrbudget.rules.RulePackException if the table is at fault
     */
    public static List<ExampleBudget> of(OpenPack pack, Rule rule) {
        return Examples.of(pack).cases(rule).stream().map(ExampleBudget::of).toList();
    }

    /**
     * {@return the programme that the examples of a pack refer to, if they do}
     *
     * @param pack the pack
     */
    public static Optional<HumanRightsProgramme> programme(OpenPack pack) {
        return pack.files().newest("examples/programme.csv").map(file -> Programmes.read(input(file)));
    }

    /**
     * {@return the object items that the examples of a pack refer to; empty where they do not}
     *
     * @param pack the pack
     */
    public static Set<String> items(OpenPack pack) {
        return pack.files()
                .newest("examples/item-catalogue.csv")
                .map(file -> ItemCatalogues.read(input(file)))
                .orElse(Set.of());
    }

    private static ExampleBudget of(Examples.Case example) {
        Map<String, String> settings = new LinkedHashMap<>();
        List<Map<String, String>> lines = new ArrayList<>();
        for (Table.TableRow row : example.rows()) {
            Map<String, String> line = new LinkedHashMap<>();
            for (String column : example.columns()) {
                String cell = row.cell(column).raw();
                if (SETTINGS.contains(column)) {
                    settings.putIfAbsent(column, cell.strip());
                } else if (!NO_COLUMNS.contains(column)) {
                    line.put(column, cell);
                }
            }
            lines.add(Collections.unmodifiableMap(line));
        }
        return new ExampleBudget(
                example.rule(), example.name(), lines, example.expected(), settings, documents(example));
    }

    private static boolean documents(Examples.Case example) {
        return ExampleDocuments.areRows(example.rule().subject())
                || example.columns().stream().anyMatch(ExampleDocuments.OF_THE_CASE::contains);
    }

    private static Input input(SourceText file) {
        return Input.of(file.file(), () -> new ByteArrayInputStream(file.text().getBytes(StandardCharsets.UTF_8)));
    }
}
