package org.hrbudget.rules.internal.packs;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.ItemCatalogues;
import org.hrbudget.io.Programmes;
import org.hrbudget.io.RejectedRow;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.RuleScope;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/**
 * The examples of a pack's rules: tables of small budgets that say where the rule finds a defect and where it stays silent.
 *
 * <p>Each row is a line of a budget in the columns of the layout {@code hrbudget}; rows of one {@code case} are one budget. The
 * column {@code expect} says {@code finding} or {@code silence}: of its row where the rule is about lines or repeated keys, else of
 * the whole case, where one {@code finding} is enough. The columns {@code phase}, {@code budget_fiscal_year} and {@code baseline}
 * ({@code 01.01.01=500.00|01.01.02=30.00:reason}) set what holds for the budget. A column that is left out and that a budget
 * needs gets a value of no interest. Examples go the way of every budget: through the reader and the validator.
 */
public final class Examples {

    private static final String REPEATED_KEY = "RepeatedKey";

    private final OpenPack pack;
    private final BudgetValidator validator;

    private Examples(OpenPack pack, RulePack run) {
        this.pack = pack;
        Consolidation files = pack.files();
        BudgetValidator.Builder builder = BudgetValidator.builder().packs(run);
        Faults faults = new Faults();
        reference(files, "programme", faults, input -> builder.programme(Programmes.read(input)));
        reference(files, "item-catalogue", faults, input -> builder.itemCatalogue(ItemCatalogues.read(input)));
        faults.end(pack.manifest().id());
        this.validator = builder.build();
    }

    /** Reads what the budgets of examples are checked against. */
    static void reference(Consolidation files, String name, Faults faults, Consumer<Input> read) {
        files.newest("examples/" + name + ".csv").ifPresent(file -> {
            try {
                read.accept(input(file));
            } catch (BudgetReadException e) {
                faults.add(file.fault(Said.by(e).fault("reference-unreadable")));
            }
        });
    }

    /**
     * {@return the examples of a pack, those of the versions it amends among them}
     *
     * @param pack the pack
     * @throws org.hrbudget.rules.RulePackException if the programme or the items of its examples are at fault
     */
    public static Examples of(OpenPack pack) {
        return new Examples(pack, pack);
    }

    /** {@return the same, evaluated by another pack that has the same rules} */
    static Examples of(OpenPack pack, RulePack run) {
        return new Examples(pack, run);
    }

    /**
     * A budget and what a rule should say of it.
     *
     * @param rule the rule
     * @param name the name of the case
     * @param file the file it stands in
     * @param columns the columns of the table
     * @param rows its rows, which are its lines
     */
    public record Case(Rule rule, String name, SourceText file, List<String> columns, List<Table.Row> rows) {

        /** {@return whether a row expects a finding, for each row} */
        public List<Boolean> expected() {
            return rows.stream().map(Case::expectsFinding).toList();
        }

        private static boolean expectsFinding(Table.Row row) {
            return row.text("expect").equals("finding");
        }

        boolean byRow() {
            return rule.scope() == RuleScope.LINE || rule.subject().equals(REPEATED_KEY);
        }

        @Nullable
        String of(String column) {
            return columns.contains(column) && !rows.get(0).cell(column).isEmpty()
                    ? rows.get(0).text(column)
                    : null;
        }
    }

    /**
     * {@return the cases of a rule, in the order of its table; none where it has no table}
     *
     * @param rule a rule of the pack
     * @throws org.hrbudget.rules.RulePackException if the table is at fault
     */
    public List<Case> cases(Rule rule) {
        Optional<SourceText> file = pack.files().newest("examples/" + rule.id() + ".csv");
        if (file.isEmpty()) {
            return List.of();
        }
        Faults faults = new Faults();
        ExampleTable table = ExampleTable.read(file.get(), faults);
        faults.end(pack.manifest().id());
        return cases(rule, table);
    }

    /** {@return the cases without fault of a table} */
    static List<Case> cases(Rule rule, ExampleTable table) {
        return table.cases().entrySet().stream()
                .map(entry -> new Case(rule, entry.getKey(), table.file(), table.columns(), entry.getValue()))
                .toList();
    }

    /**
     * {@return where a rule says something else than its example expects; empty where they agree}
     *
     * @param example a case of this pack
     */
    public List<Fault> differences(Case example) {
        ValidationReport report;
        try {
            report = validator.validate(budget(example));
        } catch (BudgetReadException e) {
            return List.of(example.file().fault(Said.by(e).fault("examples-unreadable")));
        }
        List<Fault> rejected = report.rejectedRows().stream()
                .map(row -> rejected(example, row))
                .toList();
        return rejected.isEmpty() ? new ExampleOutcome(example, report).differences() : rejected;
    }

    private static Fault rejected(Case example, RejectedRow rejected) {
        Table.Row row = example.rows().get((int) rejected.position().row() - 2);
        String column = rejected.column();
        Table.Cell cell = row.cell(column == null || !row.has(column) ? "expect" : column);
        return cell.fault(Said.by(rejected.reason()).fault("example-rejected"));
    }

    private BudgetSource budget(Case example) {
        Budgets.Reading reading = Budgets.reading(input(example.file().file(), text(example)))
                .jurisdiction(pack.manifest().jurisdiction());
        String year = example.of("budget_fiscal_year");
        reading.fiscalYear(year == null ? firstYear(example) : FiscalYear.parse(year));
        String phase = example.of("phase");
        if (phase != null) {
            reading.phase(BudgetPhase.valueOf(phase.toUpperCase(Locale.ROOT)));
        }
        String baseline = example.of("baseline");
        if (baseline != null) {
            reading.baseline(ExampleBaseline.parse(baseline, firstYear(example).previous()));
        }
        return reading.source();
    }

    /** {@return the first fiscal year of the version the example was written for: a later reform does not move it} */
    private FiscalYear firstYear(Case example) {
        return pack.versions().stream()
                .filter(version ->
                        example.file().file().startsWith(version.jurisdiction() + "/" + version.version() + "/"))
                .findFirst()
                .orElse(pack.manifest())
                .firstFiscalYear();
    }

    /** {@return the budget of a case as a file of the layout {@code hrbudget}} */
    private String text(Case example) {
        Map<String, String> missing = new LinkedHashMap<>();
        missing.put("unit_code", "11CD01");
        missing.put("fiscal_year", firstYear(example).toString());
        boolean amount = Arrays.stream(AmountKind.values())
                .anyMatch(kind -> example.columns().contains(kind.name().toLowerCase(Locale.ROOT)));
        if (!amount) {
            missing.put("approved", "100.00");
        }
        Set<String> columns = new LinkedHashSet<>(example.columns());
        columns.removeAll(ExampleTable.OF_THE_CASE);
        columns.addAll(missing.keySet());
        StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
        for (Table.Row row : example.rows()) {
            text.append(columns.stream()
                            .map(column -> example.columns().contains(column)
                                    ? row.cell(column).raw()
                                    : missing.getOrDefault(column, ""))
                            .map(value -> '"' + value.replace("\"", "\"\"") + '"')
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }

    private static Input input(SourceText file) {
        return input(file.file(), file.text());
    }

    private static Input input(String name, String text) {
        return Input.of(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
