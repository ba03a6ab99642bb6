package org.hrbudget.rules.internal.packs.workbooks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.packs.PackHeader;
import org.hrbudget.rules.internal.packs.PackNames;
import org.hrbudget.rules.internal.packs.workbooks.SheetTable.Cell;
import org.hrbudget.rules.internal.packs.workbooks.SheetTable.Row;
import org.hrbudget.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * The files that a pack's workbook stands for. A sheet is the table of its name, and a few sheets stand for several files: the texts in
 * both languages, the examples of all rules, rule files. What is wrong with a file is said of the cell it came from.
 */
public final class WorkbookFiles {

    private static final String RULE = "rule";

    /** How the names of files begin that are made of the sheet of conditions. */
    private static final String CONDITIONS = "conditions-";

    /** The tables that are beside those of rules. */
    private static final List<String> BESIDE_EXAMPLES = List.of("programme", "item-catalogue");

    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");
    /** That the name of a rule has no digits is told where the rule is, and of its examples no more. */
    private static final Pattern OF_EXAMPLES = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final Pattern RULE_FILE = Pattern.compile("[a-z0-9-]+\\.drl");
    private static final Pattern VERSION_SIGNS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern LINE_ENDS = Pattern.compile("[\\r\\n\\t]+");

    private final Set<String> lists;
    private final Faults faults;
    private final Map<String, SheetText> files = new TreeMap<>();
    private String stated = "";

    private WorkbookFiles(Set<String> lists, Faults faults) {
        this.lists = lists;
        this.faults = faults;
    }

    /**
     * {@return the files by their paths within the pack}
     *
     * @param place the workbook
     * @param faults collects what keeps sheets from being files
     * @throws Fault if it cannot be read, or has no sheet that says which pack it is
     */
    public static Map<String, SheetText> of(Path place, Faults faults) {
        List<SheetTable> tables = WorkbookSheets.of(place, faults);
        Map<String, SheetTable> named = new LinkedHashMap<>();
        for (SheetTable table : tables) {
            SheetTable other = named.putIfAbsent(WorkbookWords.sheetNamed(table.sheet()), table);
            if (other != null) {
                faults.add(SheetTable.fault(
                        table.sheet(), "", "", WorkbookWords.fault("sheet-twice", "other", other.sheet())));
            }
        }
        if (!named.containsKey("pack")) {
            throw SheetTable.fault(
                    Objects.toString(place.getFileName(), ""),
                    "",
                    "",
                    WorkbookWords.fault("sheet-pack-missing", "sheet", WorkbookWords.sheet("pack")));
        }
        WorkbookFiles made = new WorkbookFiles(
                named.keySet().stream().filter(WorkbookFiles::isList).collect(Collectors.toSet()), faults);
        made.add("pack", Objects.requireNonNull(named.remove("pack")));
        named.forEach(made::add);
        return made.files;
    }

    /**
     * A sheet as it is in its workbook.
     *
     * @param name what it is called there
     * @param headingRow the number of the row of headings, from 1
     * @param columns the headings as files have them; blank where a column has none
     * @param lastRow the number of the last row in which anything is
     */
    public record Sheet(String name, long headingRow, List<String> columns, long lastRow) {}

    /**
     * {@return the sheets by what they are, those alone in which anything is}
     *
     * @param place the workbook
     * @param faults collects what keeps sheets from being files
     * @throws Fault if it cannot be read
     */
    public static Map<String, Sheet> sheets(Path place, Faults faults) {
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        for (SheetTable table : WorkbookSheets.of(place, faults)) {
            long heading = table.headings().number();
            long last = table.rows().isEmpty()
                    ? heading
                    : table.rows().get(table.rows().size() - 1).number();
            sheets.put(
                    WorkbookWords.sheetNamed(table.sheet()),
                    new Sheet(table.sheet(), heading, table.headings().texts(), last));
        }
        return sheets;
    }

    private void add(String name, SheetTable table) {
        refuseBesideTable(table);
        switch (name) {
            case "pack" -> properties(table);
            case "texts" -> texts(table);
            case "examples" -> examples(table);
            case "drl" -> ruleFiles(table);
            case "rules" -> conditions(table);
            case "severities" -> severities(table);
            case "programme", "item-catalogue" -> table(table, "examples/" + name + ".csv");
            default -> {
                String meant = meant(name, table);
                if (meant != null) {
                    faults.add(SheetTable.fault(
                            table.sheet(), "", table.sheet(), WorkbookWords.fault("sheet-near", "sheet", meant)));
                } else if (PackNames.isKnown(name + ".csv")) {
                    table(table, name + ".csv");
                } else if (isList(name)) {
                    table(table, "catalogues/" + name + ".csv");
                } else {
                    faults.add(SheetTable.fault(
                            table.sheet(),
                            "",
                            table.sheet(),
                            WorkbookWords.fault(
                                    "sheet-unknown",
                                    "sheets",
                                    WorkbookSheets.named(WorkbookWords.SHEETS, WorkbookWords::sheet))));
                }
            }
        }
    }

    /** {@return whether a sheet of this name is a list of codes} */
    private static boolean isList(String name) {
        return !WorkbookWords.SHEETS.contains(name)
                && !PackNames.isKnown(name + ".csv")
                && NAME.matcher(name).matches();
    }

    /** {@return the sheet of ours that was meant by one that has no codes, in the words of who wrote it; {@code null} where none was} */
    private static @Nullable String meant(String name, SheetTable table) {
        return isList(name) && !table.headings().texts().contains("code")
                ? Nearest.slip(name, WorkbookWords.sheetNames()).orElse(null)
                : null;
    }

    private SheetText file(SheetTable table, String path) {
        return files.computeIfAbsent(
                path,
                absent -> new SheetText(table.sheet(), !table.headings().texts().contains("file")));
    }

    private void properties(SheetTable table) {
        if (!table.has(List.of("key", "value"), faults)) {
            return;
        }
        SheetText file = file(table, PackHeader.FILE);
        for (Row row : table.rows()) {
            Cell key = table.cell(row, "key");
            if (!key.isBlank()) {
                // There a title without a language is the English one.
                String read = WorkbookWords.columnNamed("pack", key.text());
                String name = read.equals("title_en") ? "title" : read;
                property(file, key, name, table.cell(row, "value"));
                stated = name.equals("version") ? table.cell(row, "value").stripped() : stated;
            } else if (!table.cell(row, "value").isBlank()) {
                faults.add(table.cell(row, "value").fault(WorkbookWords.fault("key-of-value-missing")));
            }
        }
    }

    private static void property(SheetText file, Cell keyCell, String key, Cell value) {
        file.from(keyCell.name()).write(oneLine(key) + "=");
        file.from(value.name()).write(oneLine(value.text()) + "\n");
    }

    /** {@return a text on one line, as a row of a table and a text are} */
    private static String oneLine(String text) {
        return LINE_ENDS.matcher(text.strip()).replaceAll(" ");
    }

    private void texts(SheetTable table) {
        if (!table.has(List.of(RULE, "part", "en", "es"), faults)) {
            return;
        }
        SheetText english = file(table, "messages.properties");
        SheetText spanish = file(table, "messages_es.properties");
        eachOfRule(table, (rule, row) -> {
            String key = rule.stripped() + "." + table.cell(row, "part").stripped();
            property(english, table.cell(row, "part"), key, table.cell(row, "en"));
            property(spanish, table.cell(row, "part"), key, table.cell(row, "es"));
        });
    }

    /** What is done with a row of a rule. */
    @FunctionalInterface
    private interface RowOfRule {
        void take(Cell rule, Row row);
    }

    /** A rule is named in the first of its rows; the others may leave it out. */
    private void eachOfRule(SheetTable table, RowOfRule each) {
        Cell rule = null;
        for (Row row : table.rows()) {
            Cell named = table.cell(row, RULE);
            rule = named.isBlank() ? rule : named;
            if (rule == null) {
                faults.add(named.fault(WorkbookWords.fault("rule-of-row-missing")));
            } else {
                each.take(rule, row);
            }
        }
    }

    private void examples(SheetTable table) {
        if (!table.has(List.of(RULE, "expect", "case"), faults)) {
            return;
        }
        Map<String, List<Row>> rules = new LinkedHashMap<>();
        Set<String> refused = new HashSet<>();
        eachOfRule(table, (rule, row) -> {
            String id = rule.stripped();
            if (!OF_EXAMPLES.matcher(id).matches() || BESIDE_EXAMPLES.contains(id)) {
                if (refused.add(id)) {
                    faults.add(rule.fault(WorkbookWords.fault("rule-name-form", "rule", id)));
                }
            } else {
                rules.computeIfAbsent(id, absent -> new ArrayList<>()).add(row);
            }
        });
        List<String> headings = table.headings().texts();
        rules.forEach((id, rows) -> {
            // A column that no example of a rule fills is one of other rules.
            List<Integer> columns = IntStream.range(0, headings.size())
                    .filter(at -> !headings.get(at).equals(RULE))
                    .filter(at -> List.of("expect", "case").contains(headings.get(at))
                            || rows.stream().anyMatch(row -> !row.cell(at).isBlank()))
                    .boxed()
                    .toList();
            table(table, columns, rows, file(table, "examples/" + id + ".csv"));
        });
    }

    /** A severity that changes with time has a row for each, of which the first names the rule. */
    private void severities(SheetTable table) {
        if (table.rows().isEmpty()) {
            return;
        }
        int at = table.headings().texts().indexOf(RULE);
        List<Row> rows = new ArrayList<>();
        if (at < 0) {
            rows.addAll(table.rows());
        } else {
            eachOfRule(table, (rule, row) -> {
                List<String> texts = new ArrayList<>(row.texts());
                while (texts.size() <= at) {
                    texts.add("");
                }
                texts.set(at, rule.stripped());
                rows.add(new Row(row.sheet(), row.number(), texts));
            });
        }
        table(table, headed(table), rows, file(table, "severities.csv"));
    }

    private void table(SheetTable table, String path) {
        table(table, headed(table), table.rows(), file(table, path));
    }

    /** The columns of dates are in a new workbook of limits, and in its file where a row fills them. */
    private static List<Integer> headed(SheetTable table) {
        List<String> headings = table.headings().texts();
        return IntStream.range(0, headings.size())
                .filter(at -> !table.headings().cell(at).isBlank())
                .filter(at -> !WorkbookWords.sheetNamed(table.sheet()).equals("parameters")
                        || !WorkbookWords.DATED.contains(headings.get(at))
                        || table.rows().stream().anyMatch(row -> !row.cell(at).isBlank()))
                .boxed()
                .toList();
    }

    /** A remark beside a table would be lost without a word. */
    private void refuseBesideTable(SheetTable table) {
        int widest =
                table.rows().stream().mapToInt(row -> row.texts().size()).max().orElse(0);
        for (int i = 0; i < widest; i++) {
            int at = i;
            if (table.headings().cell(at).isBlank()) {
                table.rows().stream()
                        .map(row -> row.cell(at))
                        .filter(cell -> !cell.isBlank())
                        .findFirst()
                        .ifPresent(cell -> faults.add(cell.fault(WorkbookWords.fault("cell-without-heading"))));
            }
        }
    }

    private static void table(SheetTable table, List<Integer> columns, List<Row> rows, SheetText file) {
        line(columns, table.headings(), file);
        rows.forEach(row -> line(columns, row, file));
    }

    private static void line(List<Integer> columns, Row row, SheetText file) {
        String before = "";
        for (int at : columns) {
            Cell cell = row.cell(at);
            file.write(before).from(cell.name()).write(quoted(oneLine(cell.text())));
            before = ",";
        }
        file.write("\n");
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> ",;\"".indexOf(c) >= 0);
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** A file is named in the first of its rows; each row has one line of it or more. */
    private void ruleFiles(SheetTable table) {
        if (!table.has(List.of("file", "text"), faults)) {
            return;
        }
        String path = "";
        for (Row row : table.rows()) {
            Cell named = table.cell(row, "file");
            Cell text = table.cell(row, "text");
            if (!named.isBlank()) {
                path = named.stripped();
                if (!RULE_FILE.matcher(path).matches() || path.startsWith(CONDITIONS)) {
                    faults.add(named.fault(WorkbookWords.fault("rule-file-name", "name", path)));
                    path = "";
                }
            }
            if (path.isEmpty() && named.isBlank()) {
                faults.add(text.fault(WorkbookWords.fault("file-of-text-missing")));
            } else if (!path.isEmpty()) {
                file(table, path).from(text.name()).write(text.text().replace("\r\n", "\n") + "\n");
            }
        }
    }

    /** Each version has a file of its own for them: one of the same name would take the place of the older one's. */
    private void conditions(SheetTable table) {
        if (table.rows().isEmpty()) {
            return;
        }
        String version = VERSION_SIGNS.matcher(stated.toLowerCase(Locale.ROOT)).replaceAll("-");
        ConditionSheet.write(table, file(table, CONDITIONS + version + ".drl"), lists, faults);
    }
}
