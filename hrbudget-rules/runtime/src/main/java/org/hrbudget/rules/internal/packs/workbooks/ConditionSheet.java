package org.hrbudget.rules.internal.packs.workbooks;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrbudget.rules.internal.language.Advice;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.RuleChecker;
import org.hrbudget.rules.internal.packs.workbooks.SheetTable.Cell;
import org.hrbudget.rules.internal.packs.workbooks.SheetTable.Row;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.internal.facts.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Writes the sheet of conditions as the text of a rule file, which is then read and checked like any other. A rule is a block of rows
 * about one fact, and all of them must hold.
 */
final class ConditionSheet {

    private static final List<String> COLUMNS =
            List.of("rule", "severity", "legal-basis", "fact", "field", "comparison", "value");

    private static final Pattern BLANKS = Pattern.compile("[\\s_-]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern LIMIT = Pattern.compile("[a-z]+(-[a-z]+)*");
    /** What a single value of a list can hardly be, other than the name of one. */
    private static final Pattern LIST = Pattern.compile("[a-z]+(-[a-z]+)+");

    private static final Pattern SEVERAL = Pattern.compile("\\s*[;\\n]\\s*");

    private final SheetTable table;
    private final SheetText file;
    private final Set<String> lists;
    private final Faults faults;

    private ConditionSheet(SheetTable table, SheetText file, Set<String> lists, Faults faults) {
        this.table = table;
        this.file = file;
        this.lists = lists;
        this.faults = faults;
    }

    /**
     * Writes the file.
     *
     * @param lists the names of the lists that the workbook has
     */
    static void write(SheetTable table, SheetText file, Set<String> lists, Faults faults) {
        if (table.has(COLUMNS, faults)) {
            new ConditionSheet(table, file, lists, faults).write();
        }
    }

    private void write() {
        List<Row> block = new ArrayList<>();
        for (Row row : table.rows()) {
            Cell rule = table.cell(row, "rule");
            boolean goesOn = !block.isEmpty()
                    && (rule.isBlank()
                            || rule.stripped()
                                    .equals(table.cell(block.get(0), "rule").stripped()));
            if (!goesOn) {
                rule(block);
                block = new ArrayList<>();
            }
            if (block.isEmpty() && rule.isBlank()) {
                faults.add(rule.fault(WorkbookWords.fault("rule-of-row-missing")));
            } else {
                block.add(row);
            }
        }
        rule(block);
    }

    private void rule(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Row first = rows.get(0);
        Cell rule = table.cell(first, "rule");
        Cell fact = table.cell(first, "fact");
        if (fact.isBlank()) {
            faults.add(fact.fault(WorkbookWords.fault("fact-of-rule-missing", "rule", rule.stripped())));
            return;
        }
        rows.subList(1, rows.size()).forEach(row -> refuseOther(row, first));
        Block block = new Block(Vocabulary.types().get(Aliases.of("fact").meant(fact.stripped())));
        for (Row row : rows) {
            faults.during(() -> block.take(row));
        }
        file.from(rule.name()).write("rule \"" + plain(rule) + "\"\n    @severity(");
        quoted(table.cell(first, "severity"));
        file.from(rule.name()).write(")\n    @legalBasis(");
        quoted(table.cell(first, "legal-basis"));
        file.from(rule.name()).write(")\nwhen\n");
        block.limits.forEach((code, piece) -> file.from(piece.cell().name())
                .write("    Parameter( code == \"" + code + "\", " + piece.text() + " : value )\n"));
        block.lists.forEach((list, piece) -> file.from(piece.cell().name())
                .write("    Catalogue( code == \"" + list + "\", " + piece.text() + " : codes )\n"));
        file.from(fact.name()).write("    " + fact.stripped() + "(");
        String before = " ";
        for (List<Piece> condition : block.conditions()) {
            file.from(fact.name()).write(before);
            condition.forEach(piece -> file.from(piece.cell().name()).write(piece.text()));
            before = ",\n        ";
        }
        file.from(rule.name()).write(" )\nthen\nend\n\n");
    }

    /** What holds for the rule is in its first row, or in all of them. */
    private void refuseOther(Row row, Row first) {
        for (String column : List.of("severity", "legal-basis", "fact")) {
            Cell cell = table.cell(row, column);
            Cell said = table.cell(first, column);
            if (!cell.isBlank() && !cell.stripped().equals(said.stripped())) {
                faults.add(cell.fault(WorkbookWords.fault(
                        column.equals("fact") ? "rule-of-two-facts" : "rule-row-differs",
                        "value",
                        cell.stripped(),
                        "other",
                        said.stripped(),
                        "cell",
                        said.name())));
            }
        }
    }

    private void quoted(Cell cell) {
        file.from(cell.name()).write('"' + plain(cell) + '"');
    }

    /** {@return a text that can stand between the quotes of a rule file} */
    private String plain(Cell cell) {
        return plain(cell, cell.stripped());
    }

    private String plain(Cell cell, String text) {
        if (text.chars().anyMatch(c -> c == '"' || c == '\\' || c < ' ')) {
            faults.add(cell.fault(WorkbookWords.fault("cell-quote")));
            return "";
        }
        return text;
    }

    /** A piece of a condition and the cell it is from. */
    private record Piece(Cell cell, String text) {}

    /** The condition of one rule. */
    private final class Block {

        private final @Nullable FactType fact;
        private final List<List<Piece>> compared = new ArrayList<>();
        private final Map<String, Cell> shown = new LinkedHashMap<>();
        private final Map<String, Piece> limits = new LinkedHashMap<>();
        private final Map<String, Piece> lists = new LinkedHashMap<>();
        private final Set<String> given = new HashSet<>();

        Block(@Nullable FactType fact) {
            this.fact = fact;
        }

        /** {@return the conditions, and behind them the fields that texts can show} */
        List<List<Piece>> conditions() {
            List<List<Piece>> all = new ArrayList<>(compared);
            shown.forEach((field, cell) -> {
                String name = variable(field);
                // What every finding says has its name already.
                if (!RuleChecker.OF_EVERY_FINDING.contains(name)) {
                    all.add(List.of(new Piece(cell, "$" + name + " : " + field)));
                }
            });
            return all;
        }

        /** {@return the name by which texts show a field: of letters that a name in a rule may have, which leaves out accents} */
        private static String variable(String field) {
            return MARKS.matcher(Normalizer.normalize(field, Normalizer.Form.NFD))
                    .replaceAll("");
        }

        void take(Row row) {
            Cell field = table.cell(row, "field");
            Cell sign = table.cell(row, "comparison");
            Cell value = table.cell(row, "value");
            if (field.isBlank()) {
                throw field.fault(WorkbookWords.fault("field-of-row-missing"));
            }
            Comparison comparison = Comparison.of(sign.text())
                    .orElseThrow(() -> sign.fault(WorkbookWords.fault(
                            sign.isBlank() ? "comparison-missing" : "comparison-unknown",
                            "comparison",
                            sign.stripped(),
                            "all",
                            Comparison.offered())));
            if (comparison.asksForValue() && value.isBlank()) {
                throw value.fault(WorkbookWords.fault("value-of-row-missing", "comparison", sign.stripped()));
            }
            if (!comparison.asksForValue() && !value.isBlank()) {
                throw value.fault(WorkbookWords.fault("value-of-row-extra", "comparison", sign.stripped()));
            }
            Property property = property(named(field));
            if (comparison != Comparison.BLANK && (property == null || isShown(property))) {
                shown.putIfAbsent(named(field), field);
            }
            compare(field, comparison, value, property);
        }

        /** {@return the field that a cell names, which may be in words: {@code tipo de unidad} is {@code tipoDeUnidad}} */
        private String named(Cell cell) {
            String written = cell.stripped();
            if (fact == null || property(written) != null) {
                return written;
            }
            String joined = BLANKS.matcher(written).replaceAll("");
            Property property = property(joined);
            if (property != null) {
                return Aliases.of(fact.word()).name(property.name());
            }
            if (!joined.equals(written)) {
                throw cell.fault(WorkbookWords.fault("field-unknown", "field", written, "fact", fact.word())
                        .advising(Advice.on(joined, fact.properties().keySet(), Aliases.of(fact.word()))));
            }
            return written;
        }

        private @Nullable Property property(String name) {
            return fact == null
                    ? null
                    : fact.properties().get(Aliases.of(fact.word()).meant(name));
        }

        private static boolean isShown(Property property) {
            return property.type() != Property.Type.LIST && property.type() != Property.Type.BOOLEAN;
        }

        private void compare(Cell field, Comparison comparison, Cell value, @Nullable Property property) {
            String name = named(field);
            boolean list = property != null && property.type() == Property.Type.LIST;
            switch (comparison) {
                case SHOWN -> {}
                case BLANK -> compared.add(List.of(new Piece(field, list ? name + ".empty" : name + " == null")));
                case GIVEN -> {
                    if (list) {
                        compared.add(List.of(new Piece(field, "!" + name + ".empty")));
                    } else {
                        require(field);
                    }
                }
                default -> {
                    Piece operand = operand(value, comparison, property);
                    boolean literal = !operand.text().startsWith("$") && property(operand.text()) == null;
                    if (comparison.needsGiven(literal)) {
                        requireWhereAbsent(field, property);
                        requireWhereAbsent(value, property(operand.text()));
                    }
                    compared.add(List.of(
                            new Piece(field, list ? name + ".size" : name),
                            new Piece(
                                    field, " " + comparison.sign(operand.text().startsWith("$")) + " "),
                            operand));
                }
            }
        }

        /** What is absent is neither more nor less than anything, nor different from it: a rule does not hold then. */
        private void requireWhereAbsent(Cell field, @Nullable Property property) {
            if (property != null && property.absence() != Property.Absence.NEVER) {
                require(field);
            }
        }

        private void require(Cell field) {
            if (given.add(named(field))) {
                compared.add(List.of(new Piece(field, named(field) + " != null")));
            }
        }

        private Piece operand(Cell value, Comparison comparison, @Nullable Property property) {
            String text = value.stripped();
            if (comparison == Comparison.IN || comparison == Comparison.NOT_IN) {
                String list = Aliases.of("list").meant(WorkbookWords.folded(text));
                if (ConditionSheet.this.lists.contains(list)
                        || LIST.matcher(list).matches()) {
                    String name = "$list" + (lists.isEmpty() ? "" : Integer.toString(lists.size() + 1));
                    return lists.computeIfAbsent(list, absent -> new Piece(value, name));
                }
                String quoted = SEVERAL.splitAsStream(text)
                        .filter(each -> !each.isEmpty())
                        .map(each -> '"' + plain(value, each) + '"')
                        .collect(Collectors.joining(", "));
                return new Piece(value, "(" + quoted + ")");
            }
            if (property == null) {
                return new Piece(value, NUMBER.matcher(text).matches() ? text : '"' + plain(value) + '"');
            }
            if (property.type() == Property.Type.BOOLEAN) {
                return new Piece(
                        value, WorkbookWords.truth(text).map(String::valueOf).orElse('"' + plain(value) + '"'));
            }
            if (property(text) != null) {
                shown.putIfAbsent(text, value);
                return new Piece(value, text);
            }
            if (property.type() == Property.Type.TEXT) {
                return new Piece(value, '"' + plain(value) + '"');
            }
            return new Piece(value, NUMBER.matcher(text).matches() ? text : limit(value));
        }

        /** {@return the value of a limit, which texts can show by the name it is given here} */
        private String limit(Cell value) {
            String code = value.stripped();
            if (!LIMIT.matcher(code).matches()) {
                throw value.fault(WorkbookWords.fault("value-no-limit", "value", code));
            }
            String name = "$limit" + (limits.isEmpty() ? "" : Integer.toString(limits.size() + 1));
            return limits.computeIfAbsent(code, absent -> new Piece(value, name))
                    .text();
        }
    }
}
