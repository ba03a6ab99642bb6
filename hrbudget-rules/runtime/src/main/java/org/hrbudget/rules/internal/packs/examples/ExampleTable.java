package org.hrbudget.rules.internal.packs.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.io.Layout;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.rules.internal.language.Advice;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.PackWords;
import org.hrbudget.rules.internal.packs.tables.Days;
import org.hrbudget.rules.internal.packs.tables.NumberText;
import org.hrbudget.rules.internal.packs.tables.Table;
import org.hrbudget.text.Nearest;
import org.hrbudget.validation.Severity;

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
    static final Set<String> OF_THE_CASE =
            Set.of("expect", "case", "phase", "budget_fiscal_year", "as_of", "submitted", "baseline", "deflator");

    private static final List<String> FIRST = List.of("expect", "case");
    private static final List<String> OF_THE_BUDGET =
            List.of("phase", "budget_fiscal_year", "as_of", "submitted", "baseline", "deflator");
    /** A finding, a finding that weighs so much, or none. */
    private static final Set<String> EXPECTATIONS = Stream.concat(
                    Stream.of("finding", "silence"),
                    Arrays.stream(Severity.values()).map(Severity::name))
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern YEAR = Pattern.compile("(19|2[0-9])[0-9]{2}");
    private static final Pattern NUMBERS = Pattern.compile(Arrays.stream(AmountKind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("|", "", "|action_[0-9]+_(amount|share)|quantity|month_[0-9]{2}")));
    private static final Set<String> PHASES = Arrays.stream(BudgetPhase.values())
            .map(phase -> phase.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    /** {@return the columns that a table may have} */
    static Set<String> known() {
        return ExampleColumns.KNOWN;
    }

    /** {@return the columns that say something of the case, those that every table has first} */
    static List<String> ofTheCase() {
        return Stream.of(
                        FIRST,
                        OF_THE_BUDGET,
                        new TreeSet<>(ExampleDocuments.OF_THE_CASE),
                        List.of(ExampleDocuments.LINE_ACTIVITY))
                .flatMap(Collection::stream)
                .toList();
    }

    /** {@return the table in a file} */
    static ExampleTable read(SourceText file, Faults faults) {
        Table table = Table.parse(file, ExampleColumns::meant, faults);
        if (!columnsKnown(table, faults)) {
            return new ExampleTable(file, table.columns(), Map.of(), false);
        }
        Map<String, List<Table.TableRow>> cases = new LinkedHashMap<>();
        Set<String> broken = new HashSet<>();
        String before = "";
        for (Table.TableRow written : table.rows()) {
            Table.TableRow row = expecting(written).reading("phase", Aliases.of("phase"));
            String name = row.text("case");
            Table.TableRow read = faults.from(() -> numbers(row, faults));
            boolean sound = isSound(row, faults) && read != null;
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
            cases.computeIfAbsent(name, absent -> new ArrayList<>()).add(read == null ? row : read);
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

    /** Severities are written in capitals where rules state them, and in examples as one likes. */
    private static Table.TableRow expecting(Table.TableRow written) {
        Table.TableRow row = written.reading("expect", Aliases.of("expect"));
        String severity = row.given("expect").toUpperCase(Locale.ROOT);
        return EXPECTATIONS.contains(severity) ? row.reading("expect", severity) : row;
    }

    /** A program whose decimals follow a comma saves them so; then no layout is there that could say so. */
    private static Table.TableRow numbers(Table.TableRow row, Faults faults) {
        Table.TableRow read = row;
        for (String column : row.cells().keySet()) {
            if (NUMBERS.matcher(column).matches()) {
                read = read.reading(column, NumberText.inExample(row.cell(column), faults));
            }
        }
        return read;
    }

    /** The columns an example may have, put together when the first table is read. */
    static final class ExampleColumns {

        static final Set<String> KNOWN;

        /** The first heading of a field of the layout by its others, as headings are compared. */
        private static final Map<String, String> FIRST_HEADINGS = new HashMap<>();

        static {
            Layout.named("hrbudget").fields().values().stream()
                    .flatMap(List::stream)
                    .forEach(headings -> headings.forEach(
                            heading -> FIRST_HEADINGS.putIfAbsent(Spelling.loose(heading), headings.get(0))));
            Set<String> known = new TreeSet<>(OF_THE_CASE);
            known.addAll(Layout.named("hrbudget").headings());
            known.addAll(ExampleDocuments.columns());
            KNOWN = Collections.unmodifiableSet(known);
        }

        private static final Pattern NUMBER = Pattern.compile("[0-9]+");

        /** {@return the Spanish name of a column: the layout's, where it is none of examples alone} */
        static String spanish(String column) {
            String name = Aliases.of("examples").name(column);
            Matcher number = NUMBER.matcher(column);
            boolean numbered = number.find();
            String template = numbered ? number.replaceFirst("{n}") : column;
            if (!name.equals(column)) {
                return name;
            }
            return Layout.named("hrbudget").fields().values().stream()
                    .flatMap(List::stream)
                    .filter(headings -> headings.size() > 1 && headings.get(0).equals(template))
                    .map(headings -> numbered && number.reset().find()
                            ? headings.get(1).replace("{n}", number.group())
                            : headings.get(1))
                    .findFirst()
                    .orElse(column);
        }

        /** {@return columns under their own names and their Spanish ones} */
        static List<String> inBoth(Set<String> columns) {
            return Aliases.of("examples").andAll(columns);
        }

        /** {@return the column that a heading stands for: in English, and of several names of a field the first} */
        static String meant(String heading) {
            String column = Aliases.of("examples").meant(heading);
            if (!column.equals(heading) || OF_THE_CASE.contains(heading)) {
                return column;
            }
            Matcher number = NUMBER.matcher(heading);
            String template = number.find() ? number.replaceFirst("{n}") : heading;
            String first = FIRST_HEADINGS.get(Spelling.loose(template));
            return first == null ? heading : number.reset().find() ? first.replace("{n}", number.group()) : first;
        }
    }

    /** Without a column that is missing or misspelt the rows would say something else than was meant. */
    private static boolean columnsKnown(Table table, Faults faults) {
        boolean sound = !table.columns().isEmpty();
        Set<String> missing = new TreeSet<>(FIRST);
        missing.removeAll(table.columns());
        for (Map.Entry<String, Table.Cell> column : table.header().entrySet()) {
            Table.Cell heading = column.getValue();
            String name = column.getKey();
            if (!ExampleColumns.KNOWN.contains(name)) {
                List<String> meant = Nearest.to(name, ExampleColumns.inBoth(missing));
                meant.forEach(word -> missing.remove(ExampleColumns.meant(word)));
                FaultText what = PackWords.of("example-column", "column", name);
                List<String> near =
                        meant.isEmpty() ? Nearest.to(name, ExampleColumns.inBoth(ExampleColumns.KNOWN)) : meant;
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
                of(row, "deflator", text -> ExampleDeflator.of(text).isPresent(), "deflator", faults),
                of(row, "baseline", text -> ExampleBaseline.of(text).isPresent(), "baseline", faults));
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
                            : PackWords.near(kind, text, words, Aliases.of(column), "value", text)));
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
        return text.isEmpty() || faults.from(() -> Days.parse(text, row.cell(column)::fault, faults)) != null;
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
