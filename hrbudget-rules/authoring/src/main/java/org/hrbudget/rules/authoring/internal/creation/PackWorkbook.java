package org.hrbudget.rules.authoring.internal.creation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hrbudget.model.Bilingual;
import org.hrbudget.report.internal.WorkbookFile;
import org.hrbudget.report.internal.WorkbookSheet;
import org.hrbudget.rules.authoring.LawPage;
import org.hrbudget.rules.authoring.NewPack;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.CoverageTable;
import org.hrbudget.rules.internal.packs.files.PropertyFile;
import org.hrbudget.rules.internal.packs.tables.Table;
import org.hrbudget.rules.internal.packs.workbooks.Comparison;
import org.hrbudget.rules.internal.packs.workbooks.WorkbookWords;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.Vocabulary;

/** Writes the files of a reform as a workbook: a sheet for each table, a guide, and the lists that cells are chosen from. */
public final class PackWorkbook {

    private static final Wording WORDS = Wording.beside(NewPack.class, "workbook");
    private static final Wording PHRASES = Wording.beside(LawPage.class, "phrases");

    /** The sheets that are always there, in their order, the lists behind them. */
    private static final List<String> SHEETS = List.of(
            "guide",
            "pack",
            "rules",
            "parameters",
            "severities",
            "legal-bases",
            "texts",
            "examples",
            "coverage",
            "duties",
            "drl",
            "choices");

    private static final String LISTS = "catalogues/";
    private static final String RULE = "rule";

    private static final List<String> CONDITIONS =
            List.of("rule", "severity", "legal-basis", "fact", "field", "comparison", "value");
    private static final List<String> TEXTS = List.of("rule", "part", "en", "es");
    private static final List<String> SEVERITIES = List.of("rule", "severity", "from", "day-of");
    private static final List<String> DUTIES = List.of("rule", "duty", "why_en", "why_es");
    private static final List<String> EXAMPLES = List.of("rule", "expect", "case");

    private static final Set<String> LONG = Set.of(
            "en",
            "es",
            "text",
            "why_en",
            "why_es",
            "note_en",
            "note_es",
            "title_en",
            "title_es",
            "source",
            "instrument");
    private static final Set<String> NAMES = Set.of("rule", "case", "legal-basis", "key", "section", "code");
    private static final int WIDE = 52;
    private static final int NAME = 36;
    private static final int USUAL = 20;
    private static final int GUIDE = 78;

    private final Map<String, String> files;
    private final Locale locale;
    private final Map<String, List<String>> choices = new LinkedHashMap<>();

    /**
     * @param files the files by name
     * @param locale the language of sheets and headings: Spanish or else English
     * @param rules the ids of the rules of the amended version
     */
    PackWorkbook(Map<String, String> files, Locale locale, List<String> rules) {
        this.files = files;
        this.locale = locale;
        for (String column : List.of("severity", "expect", "part", "unit", "day-of", "evidence", "status", "duty")) {
            choices.put(
                    column,
                    WorkbookWords.CHOICES.getOrDefault(column, List.of()).stream()
                            .map(value -> WorkbookWords.choice(value).in(locale))
                            .toList());
        }
        choices.put(
                "comparison",
                Arrays.stream(Comparison.values())
                        .map(each -> WorkbookWords.comparison(each).in(locale))
                        .toList());
        choices.put("fact", facts().map(fact -> name("fact", fact.word())).toList());
        choices.put(RULE, rules);
    }

    /** {@return what a fact or a field is called in the language of the workbook} */
    private String name(String of, String word) {
        return new Bilingual(word, Aliases.of(of).name(word)).in(locale);
    }

    /** Limits are named as values, not as facts. */
    private static Stream<FactType> facts() {
        return Vocabulary.types().values().stream().filter(fact -> fact.scope() != null);
    }

    /**
     * {@return the names of the sheets, in their order}
     *
     * @param files the names of the files
     * @param locale the language of the workbook
     */
    public static List<String> sheets(Collection<String> files, Locale locale) {
        return Stream.concat(
                        SHEETS.stream().map(sheet -> WorkbookWords.sheet(sheet).in(locale)), lists(files))
                .toList();
    }

    /** {@return the names of the lists among files} */
    static Stream<String> lists(Collection<String> files) {
        return files.stream()
                .filter(name -> name.startsWith(LISTS))
                .sorted()
                .map(name -> name.substring(LISTS.length(), name.lastIndexOf('.')));
    }

    /** {@return what a key of {@code pack.properties} is called in the workbook} */
    public static Bilingual key(String key) {
        // There a title without a language is the English one.
        return WorkbookWords.column(key.equals("title") ? "title_en" : key);
    }

    void write(Path place) throws IOException {
        try (OutputStream out = Files.newOutputStream(place);
                WorkbookFile book = WorkbookFile.on(out)) {
            for (String sheet : SHEETS) {
                WorkbookSheet made = book.sheet(WorkbookWords.sheet(sheet).in(locale));
                switch (sheet) {
                    case "guide" -> guide(made);
                    case "pack" -> pack(made);
                    case "rules" -> table(made, sheet, CONDITIONS, List.of());
                    case "severities" -> table(made, sheet, SEVERITIES, List.of());
                    case "duties" -> table(made, sheet, DUTIES, List.of());
                    case "choices" -> choices(made);
                    default -> table(made, rows(sheet));
                }
                made.finish();
            }
            for (String list : lists(files.keySet()).toList()) {
                WorkbookSheet made = book.sheet(list);
                table(made, rows(list));
                made.finish();
            }
            book.finish();
        }
    }

    private String say(String key) {
        return WORDS.of(key).in(locale);
    }

    private void guide(WorkbookSheet sheet) throws IOException {
        sheet.widths(List.of(GUIDE, GUIDE));
        sheet.headings(List.of("Español", "English"));
        for (int i = 1; WORDS.find("guide." + i).isPresent(); i++) {
            Bilingual text = WORDS.of("guide." + i);
            sheet.next();
            sheet.prose(text.es());
            sheet.prose(text.en());
        }
    }

    private void pack(WorkbookSheet sheet) throws IOException {
        sheet.widths(List.of(USUAL + USUAL / 2, WIDE, GUIDE));
        sheet.column(0, WorkbookSheet.TEXT);
        sheet.column(1, WorkbookSheet.TEXT);
        sheet.headings(List.of(
                WorkbookWords.column("key").in(locale),
                WorkbookWords.column("value").in(locale),
                say("heading.note")));
        for (PropertyFile.Entry entry : properties(NewPackFiles.HEADER)) {
            sheet.next();
            sheet.text(key(entry.key()).in(locale));
            sheet.text(entry.value().isEmpty() ? null : entry.value());
            sheet.prose(say("pack." + entry.key()));
        }
    }

    private List<PropertyFile.Entry> properties(String name) {
        SourceText source = new SourceText(name, files.getOrDefault(name, ""));
        return List.copyOf(PropertyFile.parse(source, new Faults()).entries());
    }

    /** {@return the texts of the rules: a row for each part of each rule, in both languages} */
    private List<List<String>> texts() {
        Map<String, String> spanish = new TreeMap<>();
        properties("messages_es.properties").forEach(entry -> spanish.put(entry.key(), entry.value()));
        List<List<String>> rows = new ArrayList<>();
        for (PropertyFile.Entry entry : properties("messages.properties")) {
            int dot = entry.key().lastIndexOf('.');
            rows.add(List.of(
                    entry.key().substring(0, dot),
                    WorkbookWords.choice(entry.key().substring(dot + 1)).in(locale),
                    entry.value(),
                    spanish.getOrDefault(entry.key(), "")));
        }
        return rows;
    }

    /** {@return the lines of the rule files, each file named beside its first} */
    private List<List<String>> ruleFiles() {
        List<List<String>> rows = new ArrayList<>();
        files.forEach((name, text) -> {
            if (name.endsWith(".drl")) {
                String file = name;
                for (String line : text.split("\n", -1)) {
                    rows.add(List.of(file, line));
                    file = "";
                }
            }
        });
        return rows;
    }

    /**
     * What a sheet holds.
     *
     * @param sheet what it is
     * @param columns its columns as files have them
     * @param rows its rows
     */
    record Rows(String sheet, List<String> columns, List<List<String>> rows) {}

    /** {@return what the files say in a sheet} */
    Rows rows(String sheet) {
        return switch (sheet) {
            case "texts" -> new Rows(sheet, TEXTS, texts());
            case "examples" -> examples();
            case "drl" -> new Rows(sheet, List.of("file", "text"), ruleFiles());
            default -> table(sheet, (WorkbookWords.SHEETS.contains(sheet) ? "" : LISTS) + sheet + ".csv");
        };
    }

    private void table(WorkbookSheet sheet, Rows rows) throws IOException {
        table(sheet, rows.sheet(), rows.columns(), rows.rows());
    }

    private Rows examples() {
        Map<String, Table> tables = new TreeMap<>();
        Set<String> columns = new LinkedHashSet<>(EXAMPLES);
        files.forEach((name, text) -> {
            if (name.startsWith("examples/")) {
                Table table = Table.parse(new SourceText(name, text), UnaryOperator.identity(), new Faults());
                tables.put(name.substring(name.indexOf('/') + 1, name.lastIndexOf('.')), table);
                columns.addAll(table.columns());
            }
        });
        List<List<String>> rows = new ArrayList<>();
        tables.forEach((rule, table) -> table.rows()
                .forEach(row -> rows.add(columns.stream()
                        .map(column -> column.equals("rule") ? rule : cell("examples", column, row.given(column)))
                        .toList())));
        return new Rows("examples", List.copyOf(columns), rows);
    }

    private Rows table(String name, String file) {
        Table table =
                Table.parse(new SourceText(file, files.getOrDefault(file, "")), UnaryOperator.identity(), new Faults());
        Set<String> columns = new LinkedHashSet<>(table.columns());
        if (name.equals("parameters")) {
            columns.addAll(WorkbookWords.DATED);
        }
        List<List<String>> rows = table.rows().stream()
                .map(row -> columns.stream()
                        .map(column -> cell(name, column, row.given(column)))
                        .toList())
                .toList();
        return new Rows(name, List.copyOf(columns), rows);
    }

    /** {@return what is in a cell, in the language of the workbook where it is chosen from a list} */
    private String cell(String sheet, String column, String value) {
        if (sheet.equals("coverage") && value.equals(CoverageTable.TO_COMPARE)) {
            return name("status", value);
        }
        return WorkbookWords.choices(sheet, column).contains(value)
                ? WorkbookWords.choice(value).in(locale)
                : value;
    }

    private void table(WorkbookSheet sheet, String name, List<String> columns, List<List<String>> rows)
            throws IOException {
        sheet.widths(columns.stream()
                .map(column -> LONG.contains(column) ? WIDE : NAMES.contains(column) ? NAME : USUAL)
                .toList());
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            // A number is typed as one where a value may be a number: a spreadsheet knows its reader's sign of
            // decimals.
            if (!column.equals("value")) {
                sheet.column(i, WorkbookSheet.TEXT);
            }
            if (column.equals(RULE)) {
                // Elsewhere a rule is most often a new one.
                if (name.equals("severities")) {
                    sheet.choices(i, list(column), say("choice.rule"));
                }
            } else if (choices.containsKey(column) && WorkbookWords.isOurs(name, column)) {
                sheet.choices(i, list(column), say("choice"));
            } else if (column.equals("field")) {
                sheet.choices(i, fieldsOf(letter(columns.indexOf("fact"))), say("choice"));
            }
        }
        sheet.headings(columns.stream()
                .map(column -> WorkbookWords.column(name, column).in(locale))
                .toList());
        for (List<String> row : rows) {
            sheet.next();
            for (int i = 0; i < row.size(); i++) {
                if (LONG.contains(columns.get(i)) && !columns.get(i).equals("text")) {
                    sheet.prose(row.get(i));
                } else {
                    sheet.text(row.get(i));
                }
            }
        }
    }

    /**
     * {@return where the fields are that can be chosen: those of the fact that is named last in a column, down to the row; of all facts
     * where it is none of them} Both Excel and LibreOffice take it; what they take is no longer than 255 characters.
     */
    private String fieldsOf(char column) {
        String sheet = WorkbookWords.sheet("choices").in(locale) + "!";
        String facts = sheet + "$" + letter(choices.size() + 1) + ":$" + letter(choices.size() + 1);
        String first = "$" + letter(choices.size() + 2) + "$";
        String fact = "LOOKUP(\"zz\",$" + column + "$1:$" + column + "2)";
        return "IF(COUNTIF(" + facts + "," + fact + ")=0," + sheet + first + "2:" + first + (fields().size() + 1)
                + ",OFFSET(" + sheet + first + "1,MATCH(" + fact + "," + facts + ",0)-1,0,COUNTIF(" + facts + "," + fact
                + ")))";
    }

    private static char letter(int column) {
        return (char) ('A' + column);
    }

    /** {@return the fields of all facts, each with its fact and its meaning} */
    private List<List<String>> fields() {
        return facts().flatMap(fact -> fact.properties().keySet().stream()
                        .map(field -> List.of(
                                name("fact", fact.word()),
                                name(fact.word(), field),
                                meaning(fact.word() + "." + field))))
                .toList();
    }

    /** {@return where the values of a column are that can be chosen} */
    private String list(String column) {
        char letter = letter(List.copyOf(choices.keySet()).indexOf(column));
        return "'" + WorkbookWords.sheet("choices").in(locale) + "'!$" + letter + "$2:$" + letter + "$"
                + (choices.getOrDefault(column, List.of()).size() + 1);
    }

    /** The lists, and behind them what each field of each fact is. */
    private void choices(WorkbookSheet sheet) throws IOException {
        List<String> headings = new ArrayList<>();
        choices.keySet()
                .forEach(column -> headings.add(WorkbookWords.column(column).in(locale)));
        headings.addAll(List.of("", say("heading.fact"), say("heading.field"), say("heading.meaning")));
        List<Integer> widths =
                new ArrayList<>(choices.keySet().stream().map(column -> USUAL).toList());
        widths.addAll(List.of(2, USUAL, USUAL + USUAL / 2, GUIDE));
        sheet.widths(widths);
        sheet.headings(headings);
        List<List<String>> fields = fields();
        int longest = choices.values().stream().mapToInt(List::size).max().orElse(0);
        for (int i : IntStream.range(0, Math.max(longest, fields.size())).toArray()) {
            sheet.next();
            choices.values().forEach(list -> sheet.text(i < list.size() ? list.get(i) : null));
            sheet.text(null);
            if (i < fields.size()) {
                fields.get(i).forEach(sheet::text);
            }
        }
    }

    private String meaning(String property) {
        return PHRASES.find(property)
                .or(() -> PHRASES.find(property + ".true"))
                .map(phrase -> phrase.in(locale))
                .orElse("");
    }
}
