package org.hrbudget.rules.internal.packs;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.ItemCatalogues;
import org.hrbudget.io.Programmes;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.Rule;
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
 * needs gets a value of no interest. Rows and columns of documents beside the budget: see {@link ExampleDocuments}. Examples go the way of every budget: through the reader and the validator.
 */
public final class Examples {

    /** The unit of a line that names none. */
    static final String UNIT = "11CD01";

    private static final Set<String> OF_THE_CASE = Set.of("expect", "case", "phase", "budget_fiscal_year", "baseline");
    private static final String REPEATED_KEY = "RepeatedKey";

    private final OpenPack pack;
    private final @Nullable HumanRightsProgramme programme;
    private final @Nullable Set<String> items;

    private Examples(OpenPack pack) {
        this.pack = pack;
        Consolidation files = pack.files();
        this.programme = files.newest("examples/programme.csv")
                .map(file -> Programmes.read(input(file)))
                .orElse(null);
        this.items = files.newest("examples/item-catalogue.csv")
                .map(file -> ItemCatalogues.read(input(file)))
                .orElse(null);
    }

    /** {@return what checks the budget of a case, given the documents of the case} */
    private BudgetValidator validator(Case example) {
        BudgetValidator.Builder builder = BudgetValidator.builder().packs(pack).programme(programme);
        if (items != null) {
            builder.itemCatalogue(items);
        }
        ExampleDocuments.give(builder, example, year(example));
        return builder.build();
    }

    /** {@return the fiscal year of the budget of a case} */
    private FiscalYear year(Case example) {
        String year = example.of("budget_fiscal_year");
        return year == null ? pack.manifest().firstFiscalYear() : FiscalYear.parse(year);
    }

    /**
     * {@return the examples of a pack, those of the versions it amends among them}
     *
     * @param pack the pack
     * @throws org.hrbudget.rules.RulePackException if the programme or the items of its examples are at fault
     */
    public static Examples of(OpenPack pack) {
        return new Examples(pack);
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

        /** {@return its cells by row and column, as the table has them} */
        public List<List<String>> cells() {
            return rows.stream()
                    .map(row -> columns.stream().map(row::text).toList())
                    .toList();
        }

        private static boolean expectsFinding(Table.Row row) {
            Table.Cell expect = row.cell("expect");
            return switch (expect.text()) {
                case "finding" -> true;
                case "silence" -> false;
                default ->
                    throw expect.fault("\"" + expect.text() + "\" is not an expectation.", "Write finding or silence.");
            };
        }

        boolean byRow() {
            return rule.scope() == RuleScope.LINE
                    || rule.subject().equals(REPEATED_KEY)
                    || ExampleDocuments.areRows(rule.subject());
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
        Table table = Table.parse(file.get(), faults);
        if (!table.columns().containsAll(List.of("expect", "case"))) {
            faults.add(file.get()
                    .fault("A column \"expect\" or \"case\" is missing.", "Begin the header with expect,case,."));
        }
        faults.end(pack.manifest().id());
        Map<String, List<Table.Row>> cases = new LinkedHashMap<>();
        table.rows()
                .forEach(row -> cases.computeIfAbsent(row.text("case"), name -> new ArrayList<>())
                        .add(row));
        return cases.entrySet().stream()
                .map(entry -> new Case(rule, entry.getKey(), file.get(), table.columns(), entry.getValue()))
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
            report = validator(example).validate(budget(example));
        } catch (BudgetReadException e) {
            return List.of(
                    example.file().fault("The rows cannot be read: " + e.getMessage(), "Write rows that can be read."));
        }
        List<Fault> differences = new ArrayList<>();
        report.rejectedRows()
                .forEach(row -> differences.add(cell(example, row.position().row())
                        .fault("The reader rejects this row: " + row.reason().en(), "Write a row that can be read.")));
        if (!differences.isEmpty()) {
            return differences;
        }
        List<Finding> findings = report.findings().stream()
                .filter(finding -> finding.ruleId().equals(example.rule().id()))
                .toList();
        Set<Long> rows = findings.stream()
                .flatMap(finding -> Optional.ofNullable(finding.position()).stream())
                .map(position -> position.row())
                .collect(Collectors.toSet());
        List<Boolean> expected = example.expected();
        if (!example.byRow()) {
            compare(example, 2, expected.contains(true), !findings.isEmpty(), differences);
            return differences;
        }
        for (int i = 0; i < expected.size(); i++) {
            compare(example, i + 2L, expected.get(i), rows.contains(i + 2L), differences);
        }
        return differences;
    }

    /**
     * {@return those of these rules that say something else than a case expects; all of them where a row of it cannot be read}
     *
     * @param example a case of this pack, or of one with the same files
     * @param rules the ids of rules about the same kind of fact as the rule of the case
     */
    public Set<String> disagreeing(Case example, Collection<String> rules) {
        ValidationReport report = validator(example).validate(budget(example));
        Map<String, Set<Long>> found = new HashMap<>();
        for (Finding finding : report.findings()) {
            Set<Long> rows = found.computeIfAbsent(finding.ruleId(), id -> new HashSet<>());
            Optional.ofNullable(finding.position()).ifPresent(position -> rows.add(position.row()));
        }
        Set<String> disagreeing = new LinkedHashSet<>(rules);
        if (report.rejectedRows().isEmpty()) {
            disagreeing.removeIf(rule -> agrees(example, found.get(rule)));
        }
        return disagreeing;
    }

    /** {@return whether a case expects what was found: the rows of the findings, or nothing where there was none} */
    private static boolean agrees(Case example, @Nullable Set<Long> rows) {
        List<Boolean> expected = example.expected();
        if (!example.byRow()) {
            return expected.contains(true) == (rows != null);
        }
        return IntStream.range(0, expected.size())
                .allMatch(i -> expected.get(i) == (rows != null && rows.contains(i + 2L)));
    }

    private static void compare(Case example, long row, boolean expected, boolean found, List<Fault> differences) {
        if (expected != found) {
            differences.add(cell(example, row)
                    .fault(
                            "The rule \"" + example.rule().id() + "\" " + (found ? "finds a defect" : "is silent")
                                    + " in the case \"" + example.name() + "\", where "
                                    + (expected ? "a finding" : "silence") + " is expected.",
                            "Correct the rule, or the expectation."));
        }
    }

    /** {@return the first cell of a row of the case; the first row of its budget is the heading} */
    private static Table.Cell cell(Case example, long row) {
        return example.rows().get((int) row - 2).cell("expect");
    }

    private org.hrbudget.io.BudgetSource budget(Case example) {
        Budgets.Reading reading = Budgets.reading(input(example.file().file(), text(example)))
                .jurisdiction(pack.manifest().jurisdiction());
        reading.fiscalYear(year(example));
        String phase = example.of("phase");
        if (phase != null) {
            reading.phase(BudgetPhase.valueOf(phase.toUpperCase(Locale.ROOT)));
        }
        String baseline = example.of("baseline");
        if (baseline != null) {
            reading.baseline(baseline(baseline));
        }
        return reading.source();
    }

    private Baseline baseline(String text) {
        List<Baseline.FundedAction> actions = new ArrayList<>();
        for (String action : text.split("\\|", -1)) {
            int equals = action.indexOf('=');
            int colon = action.indexOf(':');
            actions.add(new Baseline.FundedAction(
                    action.substring(0, equals),
                    new BigDecimal(action.substring(equals + 1, colon < 0 ? action.length() : colon)),
                    colon < 0 ? null : action.substring(colon + 1)));
        }
        return Baseline.of(pack.manifest().firstFiscalYear().previous(), actions);
    }

    /** {@return the budget of a case as a file of the layout {@code hrbudget}} */
    private String text(Case example) {
        Map<String, String> missing = new LinkedHashMap<>();
        missing.put("unit_code", UNIT);
        missing.put("fiscal_year", pack.manifest().firstFiscalYear().toString());
        boolean amount = Arrays.stream(AmountKind.values())
                .anyMatch(kind -> example.columns().contains(kind.name().toLowerCase(Locale.ROOT)));
        if (!amount) {
            missing.put("approved", "100.00");
        }
        Set<String> columns = new LinkedHashSet<>(example.columns());
        columns.removeAll(OF_THE_CASE);
        columns.removeAll(ExampleDocuments.OF_THE_CASE);
        columns.removeAll(ExampleDocuments.columns(example.rule().subject()));
        Set<String> given = Set.copyOf(columns);
        columns.addAll(missing.keySet());
        StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
        for (Table.Row row : example.rows()) {
            missing.put("unit_code", ExampleDocuments.unit(example, row, UNIT));
            text.append(columns.stream()
                            .map(column ->
                                    given.contains(column) ? row.cell(column).raw() : missing.getOrDefault(column, ""))
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
