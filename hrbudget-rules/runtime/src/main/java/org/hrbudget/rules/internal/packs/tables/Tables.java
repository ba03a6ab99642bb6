package org.hrbudget.rules.internal.packs.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.Consolidation;
import org.hrbudget.rules.internal.packs.PackWords;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.spi.Catalogues;

/**
 * The tables of a pack, each merged by key from the versions it is made of. What a faulty row was about is in them all the same, so
 * that what refers to it is not called wrong as well.
 *
 * @param parameters the limits by code
 * @param legalBases the legal bases by key
 * @param catalogues the code lists
 * @param dated the rows that hold at one time and not at another; of a limit and a list they are in, all say the same but what holds
 *     when
 * @param doubtful what of them is at fault
 */
public record Tables(
        Map<String, Rule.Parameter> parameters,
        Map<String, Rule.LegalBasis> legalBases,
        Catalogues catalogues,
        DatedRows dated,
        Doubts doubtful) {

    /** The limits. */
    public static final String PARAMETERS = "parameters.csv";

    /** What rules weigh from some time on. */
    public static final String SEVERITIES = "severities.csv";

    static final String LEGAL_BASES = "legal-bases.csv";

    private static final List<String> LEGAL_BASIS_COLUMNS =
            List.of("key", "instrument", "article", "published", "source", "evidence");
    private static final Aliases EVIDENCE = Aliases.of("evidence");
    static final String FOLDER = "catalogues/";

    public static Tables of(Consolidation pack, Faults faults) {
        Doubts doubtful = new Doubts();
        Map<String, Rule.LegalBasis> bases = new TreeMap<>();
        for (SourceText source : pack.all(LEGAL_BASES)) {
            Table table = Table.parse(source, LEGAL_BASIS_COLUMNS, faults);
            merge(bases, table, "key", row -> legalBasis(table, row, faults), faults);
            if (!table.isWhole()) {
                doubtful.files().add(LEGAL_BASES);
            }
        }
        Map<String, Timeline<Rule.Parameter>> limits = new TreeMap<>();
        for (SourceText source : pack.all(PARAMETERS)) {
            Table table = Table.parse(source, ParameterRow.COLUMNS, Period.COLUMNS, faults);
            Set<String> known = doubtful.files().contains(LEGAL_BASES) ? Set.of() : bases.keySet();
            mergeDated(
                    limits,
                    table,
                    "code",
                    row -> parameter(row, known, doubtful, faults),
                    doubtful.parameters(),
                    faults);
            if (!table.isWhole()) {
                doubtful.files().add(PARAMETERS);
            }
        }
        limits.forEach((code, line) -> {
            if (!doubtful.parameters().contains(code)) {
                line.refuseHoles("code", pack, faults);
                line.noteIdle("code", pack, faults);
                refuseOtherMeasures(line, faults);
            }
        });
        Map<String, Map<String, Timeline<String>>> lists = lists(pack, doubtful, faults);
        DatedRows dated = new DatedRows(limits, lists);
        return new Tables(dated.latestLimits(), bases, dated.all(), dated, doubtful);
    }

    private static void refuseOtherMeasures(Timeline<Rule.Parameter> line, Faults faults) {
        String measure = line.rows().get(0).value().measure();
        line.rows().stream()
                .filter(row ->
                        !row.value().measure().equals(measure) && row.cells().has("unit"))
                .forEach(row -> faults.add(row.cells()
                        .cell("unit")
                        .fault(PackWords.of(
                                "measures-differ",
                                "code",
                                row.value().code(),
                                "unit",
                                row.value().measure(),
                                "other",
                                measure))));
    }

    /** {@return the same tables with other limits} */
    public Tables with(Map<String, Rule.Parameter> other) {
        return new Tables(other, legalBases, catalogues, dated, doubtful);
    }

    /** Adds the rows of a newer table, in which no key may stand twice, to those of the older ones. */
    public static <V> void merge(
            Map<String, V> all, Table table, String key, Function<Table.TableRow, V> value, Faults faults) {
        if (!table.columns().contains(key)) {
            return;
        }
        Map<String, Table.Cell> seen = new TreeMap<>();
        for (Table.TableRow row : table.rows()) {
            Table.Cell cell = row.cell(key);
            if (cell.isEmpty()) {
                faults.add(keyBlank(table, key, cell));
                continue;
            }
            Table.Cell first = seen.putIfAbsent(cell.text(), cell);
            if (first != null) {
                faults.add(cell.fault(PackWords.of("key-twice", "key", cell.text(), "cell", first.name())));
                continue;
            }
            faults.during(() -> all.put(cell.text(), value.apply(row)));
        }
    }

    private static Fault keyBlank(Table table, String key, Table.Cell cell) {
        // As its author wrote the heading: in Spanish perhaps.
        Table.Cell heading = table.header().get(key);
        return cell.fault(PackWords.of("key-blank", "column", heading == null ? key : heading.text()));
    }

    /** Has the rows of a newer table take the place of all older rows of their keys, and notes the keys whose times are at fault. */
    private static <V> void mergeDated(
            Map<String, Timeline<V>> all,
            Table table,
            String key,
            Function<Table.TableRow, V> value,
            Set<String> atFault,
            Faults faults) {
        rows(table, key, value, atFault, faults)
                .forEach((text, rows) -> all.put(text, Timeline.of(key, rows, atFault, faults)));
    }

    /** {@return the rows of a table by key, as they are written} */
    static <V> Map<String, List<Timeline.Row<V>>> rows(
            Table table, String key, Function<Table.TableRow, V> value, Set<String> atFault, Faults faults) {
        Map<String, List<Timeline.Row<V>>> byKey = new LinkedHashMap<>();
        for (Table.TableRow row : table.columns().contains(key) ? table.rows() : List.<Table.TableRow>of()) {
            Table.Cell cell = row.cell(key);
            if (cell.isEmpty()) {
                faults.add(keyBlank(table, key, cell));
                continue;
            }
            faults.during(() -> {
                Faults own = new Faults();
                Timeline.Row<V> read = new Timeline.Row<>(Period.of(row, own), value.apply(row), row);
                if (!own.isEmpty()) {
                    atFault.add(cell.text());
                }
                faults.addAll(own);
                byKey.computeIfAbsent(cell.text(), text -> new ArrayList<>()).add(read);
            });
        }
        return byKey;
    }

    private static Rule.Parameter parameter(Table.TableRow row, Set<String> bases, Doubts doubtful, Faults faults) {
        Faults own = new Faults();
        Rule.Parameter parameter = new ParameterRow(row, bases, own).parameter();
        if (!own.isEmpty()) {
            doubtful.parameters().add(parameter.code());
        }
        faults.addAll(own);
        return parameter;
    }

    private static Rule.LegalBasis legalBasis(Table table, Table.TableRow row, Faults faults) {
        for (String column : List.of("instrument", "source")) {
            if (row.has(column) && row.cell(column).isEmpty()) {
                faults.add(row.cell(column).fault(PackWords.of("cell-blank", "column", table.heading(column))));
            }
        }
        return new Rule.LegalBasis(
                row.text("key"),
                row.given("instrument"),
                row.given("article").isEmpty() ? null : row.given("article"),
                row.given("published").isEmpty()
                        ? null
                        : faults.from(() -> Days.parse(row.given("published"), row.cell("published")::fault, faults)),
                row.given("source"),
                evidence(row, faults));
    }

    /** {@return the grade; one that supports every rule where it is at fault} */
    private static Rule.LegalBasis.Evidence evidence(Table.TableRow row, Faults faults) {
        Map<String, Rule.LegalBasis.Evidence> grades = Arrays.stream(Rule.LegalBasis.Evidence.values())
                .collect(Collectors.toMap(evidence -> evidence.name().toLowerCase(Locale.ROOT), evidence -> evidence));
        Rule.LegalBasis.Evidence evidence = grades.get(EVIDENCE.meant(row.given("evidence")));
        if (evidence == null && row.has("evidence")) {
            Table.Cell grade = row.cell("evidence");
            faults.add(grade.fault(
                    grade.isEmpty()
                            ? PackWords.of("grade-missing")
                            : PackWords.near(
                                    "grade-unknown", grade.text(), grades.keySet(), EVIDENCE, "grade", grade.text())));
        }
        return evidence == null ? Rule.LegalBasis.Evidence.SEED : evidence;
    }

    /** {@return the code lists of a pack, with the time of each code; what is wrong with them has been said} */
    public static DatedRows lists(Consolidation pack) {
        return new DatedRows(Map.of(), lists(pack, new Doubts(), new Faults()));
    }

    private static Map<String, Map<String, Timeline<String>>> lists(
            Consolidation pack, Doubts doubtful, Faults faults) {
        Map<String, Catalogues.CodeList> kinds =
                Arrays.stream(Catalogues.CodeList.values()).collect(Collectors.toMap(Catalogues::name, kind -> kind));
        Map<String, Map<String, Timeline<String>>> lists = new TreeMap<>();
        for (String file : pack.names(FOLDER)) {
            String name = listName(file);
            Catalogues.CodeList kind = kinds.get(name);
            boolean words = kind == null || Catalogues.isOfWords(kind);
            Faults own = new Faults();
            Map<String, Timeline<String>> merged = lists.computeIfAbsent(name, absent -> new TreeMap<>());
            for (SourceText source : pack.all(file)) {
                CodeListTable list = new CodeListTable(kind, source, own);
                Map<String, Timeline<String>> newer = new TreeMap<>();
                mergeDated(newer, list.table(), list.key(), list::meaning, new TreeSet<>(), own);
                newer.forEach((code, line) -> {
                    // A row for another time than the version's retires a code that there was.
                    if (!merged.containsKey(code)) {
                        line.noteIdle(list.key(), pack, own);
                    }
                });
                if (words) {
                    refuseAlike(list.key(), newer, own);
                    Set<String> spellings =
                            newer.keySet().stream().map(Catalogues::spelling).collect(Collectors.toSet());
                    merged.keySet().removeIf(code -> spellings.contains(Catalogues.spelling(code)));
                }
                merged.putAll(newer);
            }
            if (!own.isEmpty()) {
                doubtful.lists().add(name);
            }
            faults.addAll(own);
        }
        return lists;
    }

    /** Codes that are spelt otherwise and mean one would each hide the other. */
    private static void refuseAlike(String key, Map<String, Timeline<String>> list, Faults faults) {
        Map<String, Table.Cell> seen = new HashMap<>();
        list.values().stream()
                .map(line -> line.rows().get(0).cells().cell(key))
                .sorted(Comparator.comparing(Table.Cell::start))
                .forEach(cell -> {
                    Table.Cell first = seen.putIfAbsent(Catalogues.spelling(cell.text()), cell);
                    if (first != null) {
                        faults.add(cell.fault(PackWords.of(
                                "codes-alike", "code", cell.text(), "other", first.text(), "cell", first.name())));
                    }
                });
    }

    /** {@return the name of the list in a file of a pack} */
    static String listName(String file) {
        return file.substring(FOLDER.length(), file.length() - ".csv".length());
    }

    /** {@return the file of a code list within a pack} */
    public static String fileName(Catalogues.CodeList kind) {
        return fileName(Catalogues.name(kind));
    }

    /** {@return the file of a code list within a pack} */
    public static String fileName(String list) {
        return FOLDER + list + ".csv";
    }
}
