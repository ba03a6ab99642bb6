package org.hrbudget.rules.internal.packs.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrbudget.io.Layout;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.rules.internal.language.Advice;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.PackWords;
import org.hrbudget.rules.internal.packs.tables.Days;
import org.hrbudget.rules.internal.packs.tables.Table;
import org.hrbudget.text.Nearest;

/**
 * The table of a rule's examples, without regard to the rule.
 *
 * @param file the file
 * @param columns its columns
 * @param cases the rows of each case without fault, by the name of the case and in the order of the table
 * @param whole whether that is all of them
 */
record ExampleTable(SourceText file, List<String> columns, Map<String, List<Table.TableRow>> cases, boolean whole) {

    /** The columns that say something of the case and are no columns of a budget. */
    static final Set<String> OF_THE_CASE = Set.of("expect", "case", "phase", "budget_fiscal_year", "as_of", "submitted", "baseline");

    private static final List<String> FIRST = List.of("expect", "case");
    private static final List<String> OF_THE_BUDGET = List.of("phase", "budget_fiscal_year", "as_of", "submitted", "baseline");
    private static final Set<String> EXPECTATIONS = Set.of("finding", "silence");
    private static final Pattern YEAR = Pattern.compile("(19|2[0-9])[0-9]{2}");
    private static final Set<String> PHASES = Arrays.stream(BudgetPhase.values())
            .map(phase -> phase.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    /** {@return the table in a file} */
    static ExampleTable read(SourceText file, Faults faults) {
        Table table = Table.parse(file, faults);
        if (!columnsKnown(table, faults)) {
            return new ExampleTable(file, table.columns(), Map.of(), false);
        }
        Map<String, List<Table.TableRow>> cases = new LinkedHashMap<>();
        Set<String> broken = new HashSet<>();
        String before = "";
        for (Table.TableRow row : table.rows()) {
            String name = row.text("case");
            boolean sound = isSound(row, faults);
            if (cases.containsKey(name) && !name.equals(before)) {
                faults.add(row.cell("case")
                        .fault(PackWords.of(
                                "case-split",
                                "case",
                                name,
                                "cell",
                                cases.get(name).get(0).cell("case").name())));
                sound = false;
            }
            cases.computeIfAbsent(name, absent -> new ArrayList<>()).add(row);
            if (!sound) {
                broken.add(name);
            }
            before = name;
        }
        cases.forEach((name, rows) -> {
            if (!agree(rows, faults)) {
                broken.add(name);
            }
        });
        cases.keySet().removeAll(broken);
        return new ExampleTable(file, table.columns(), cases, table.isWhole() && broken.isEmpty());
    }

    /** The columns an example may have, put together when the first table is read. */
    private static final class ExampleColumns {

        static final Set<String> KNOWN;

        static {
            Set<String> known = new TreeSet<>(OF_THE_CASE);
            known.addAll(Layout.named("hrbudget").headings());
            known.addAll(ExampleDocuments.columns());
            KNOWN = Collections.unmodifiableSet(known);
        }
    }

    /** Without a column that is missing or misspelt the rows would say something else than was meant. */
    private static boolean columnsKnown(Table table, Faults faults) {
        boolean sound = !table.columns().isEmpty();
        Set<String> missing = new TreeSet<>(FIRST);
        missing.removeAll(table.columns());
        for (Table.Cell heading : table.header().values()) {
            String name = heading.text();
            if (!ExampleColumns.KNOWN.contains(name)) {
                Set<String> meant = new TreeSet<>(Nearest.to(name, missing));
                missing.removeAll(meant);
                FaultText what = PackWords.of("example-column", "column", name);
                Set<String> near = meant.isEmpty() ? new TreeSet<>(Nearest.to(name, ExampleColumns.KNOWN)) : meant;
                faults.add(heading.fault(near.isEmpty() ? what : what.advising(Advice.on(name, near))));
                sound = false;
            }
        }
        if (!missing.isEmpty() && !table.columns().isEmpty()) {
            faults.add(table.header()
                    .values()
                    .iterator()
                    .next()
                    .fault(PackWords.of(
                            "column-missing", "columns", String.join(", ", missing), "header", "expect,case,...")));
        }
        return sound && missing.isEmpty();
    }

    private static boolean isSound(Table.TableRow row, Faults faults) {
        Table.Cell name = row.cell("case");
        if (name.isEmpty()) {
            faults.add(name.fault(PackWords.of("case-blank")));
        }
        List<Boolean> sound = List.of(
                !name.isEmpty(),
                oneOf(row, "expect", EXPECTATIONS, "expectation", faults),
                oneOf(row, "phase", PHASES, "phase", faults),
                of(row, "budget_fiscal_year", YEAR.asMatchPredicate(), "example-year", faults),
                isDay(row, "as_of", faults),
                isDay(row, "submitted", faults),
                of(row, "baseline", ExampleBaseline::isOne, "baseline", faults));
        return !sound.contains(false);
    }

    private static boolean oneOf(Table.TableRow row, String column, Set<String> words, String kind, Faults faults) {
        String text = row.given(column);
        boolean required = column.equals("expect");
        boolean sound = words.contains(text) || (text.isEmpty() && !required) || !row.has(column);
        if (!sound) {
            Table.Cell cell = row.cell(column);
            faults.add(cell.fault(
                    text.isEmpty()
                            ? PackWords.of(kind + "-missing")
                            : PackWords.near(kind, text, words, "value", text)));
        }
        return sound;
    }

    private static boolean of(Table.TableRow row, String column, Predicate<String> form, String kind, Faults faults) {
        String text = row.given(column);
        boolean sound = text.isEmpty() || form.test(text);
        if (!sound) {
            faults.add(row.cell(column).fault(PackWords.of(kind, "value", text)));
        }
        return sound;
    }

    private static boolean isDay(Table.TableRow row, String column, Faults faults) {
        String text = row.given(column);
        return text.isEmpty() || faults.from(() -> Days.parse(text, row.cell(column)::fault)) != null;
    }

    /** What holds for the budget may be in the first row of its case alone, or in all of them. */
    private static boolean agree(List<Table.TableRow> rows, Faults faults) {
        boolean agree = true;
        for (String column : OF_THE_BUDGET) {
            String first = rows.get(0).given(column);
            for (Table.TableRow row : rows) {
                String text = row.given(column);
                if (!text.isEmpty() && !text.equals(first)) {
                    faults.add(row.cell(column)
                            .fault(PackWords.of(
                                    "case-disagrees",
                                    "column",
                                    column,
                                    "cell",
                                    rows.get(0).cell(column).name())));
                    agree = false;
                }
            }
        }
        return agree;
    }
}
