package org.hrbudget.rules.internal.packs.tables;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hrbudget.rules.internal.language.Aliases;
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
 * @param doubtful what of them is at fault
 */
public record Tables(
        Map<String, Rule.Parameter> parameters,
        Map<String, Rule.LegalBasis> legalBases,
        Catalogues catalogues,
        Doubts doubtful) {

    static final String PARAMETERS = "parameters.csv";
    static final String LEGAL_BASES = "legal-bases.csv";

    private static final List<String> LEGAL_BASIS_COLUMNS =
            List.of("key", "instrument", "article", "published", "source", "evidence");
    private static final Aliases EVIDENCE = Aliases.of("evidence");
    private static final String FOLDER = "catalogues/";

    public static Tables of(Consolidation pack, Faults faults) {
        Doubts doubtful = new Doubts();
        Map<String, Rule.LegalBasis> bases = new TreeMap<>();
        for (SourceText source : pack.all(LEGAL_BASES)) {
            Table table = Table.parse(source, LEGAL_BASIS_COLUMNS, faults);
            merge(bases, table, "key", row -> legalBasis(row, faults), faults);
            if (!table.isWhole()) {
                doubtful.files().add(LEGAL_BASES);
            }
        }
        Map<String, Rule.Parameter> parameters = new TreeMap<>();
        for (SourceText source : pack.all(PARAMETERS)) {
            Table table = Table.parse(source, ParameterRow.COLUMNS, faults);
            Set<String> known = doubtful.files().contains(LEGAL_BASES) ? Set.of() : bases.keySet();
            merge(parameters, table, "code", row -> parameter(row, known, doubtful, faults), faults);
            if (!table.isWhole()) {
                doubtful.files().add(PARAMETERS);
            }
        }
        return new Tables(parameters, bases, catalogues(pack, doubtful, faults), doubtful);
    }

    /** {@return the same tables with other limits} */
    public Tables with(Map<String, Rule.Parameter> other) {
        return new Tables(other, legalBases, catalogues, doubtful);
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
                faults.add(cell.fault(PackWords.of("key-blank", "column", key)));
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

    private static Rule.Parameter parameter(Table.TableRow row, Set<String> bases, Doubts doubtful, Faults faults) {
        Faults own = new Faults();
        Rule.Parameter parameter = new ParameterRow(row, bases, own).parameter();
        if (!own.isEmpty()) {
            doubtful.parameters().add(parameter.code());
        }
        faults.addAll(own);
        return parameter;
    }

    private static Rule.LegalBasis legalBasis(Table.TableRow row, Faults faults) {
        for (String column : List.of("instrument", "source")) {
            if (row.has(column) && row.cell(column).isEmpty()) {
                faults.add(row.cell(column).fault(PackWords.of("cell-blank", "column", column)));
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

    /** {@return the code lists of a pack; what is wrong with them has been said} */
    public static Catalogues lists(Consolidation pack) {
        return catalogues(pack, new Doubts(), new Faults());
    }

    private static Catalogues catalogues(Consolidation pack, Doubts doubtful, Faults faults) {
        Map<String, Catalogues.CodeList> kinds =
                Arrays.stream(Catalogues.CodeList.values()).collect(Collectors.toMap(Tables::fileName, kind -> kind));
        Map<Catalogues.CodeList, Map<String, String>> lists = new EnumMap<>(Catalogues.CodeList.class);
        for (String name : pack.names(FOLDER)) {
            Catalogues.CodeList kind = kinds.get(name);
            for (SourceText source : pack.all(name)) {
                if (kind == null) {
                    faults.add(source.fault(PackWords.near("list-unknown", name, kinds.keySet())));
                } else {
                    Faults own = new Faults();
                    CodeListTable list = new CodeListTable(kind, source, own);
                    merge(
                            lists.computeIfAbsent(kind, absent -> new TreeMap<>()),
                            list.table(),
                            list.key(),
                            list::meaning,
                            own);
                    if (!own.isEmpty()) {
                        doubtful.lists().add(kind);
                    }
                    faults.addAll(own);
                }
            }
        }
        return Catalogues.of(lists);
    }

    /** {@return the file of a code list within a pack} */
    public static String fileName(Catalogues.CodeList kind) {
        return FOLDER + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".csv";
    }
}
