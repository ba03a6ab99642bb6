package org.hrbudget.rules.internal.packs;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrbudget.rules.internal.language.Advice;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.validation.Evidence;
import org.hrbudget.validation.LegalBasis;
import org.hrbudget.validation.facts.Catalogues;
import org.hrbudget.validation.facts.Parameter;

/**
 * The tables of a pack, each merged by key from the versions it is made of.
 *
 * @param parameters the limits by code
 * @param legalBases the legal bases by key
 * @param catalogues the code lists
 */
record Tables(Map<String, Parameter> parameters, Map<String, LegalBasis> legalBases, Catalogues catalogues) {

    private static final List<String> PARAMETERS = List.of("code", "value", "unit", "legal-basis");
    private static final List<String> LEGAL_BASES =
            List.of("key", "instrument", "article", "published", "source", "evidence");
    private static final List<String> LIST = List.of("code", "name_es");
    private static final List<String> SPENDING_TYPES = List.of("object_prefix", "spending_type", "name_es");

    private static final Set<String> MEASURES =
            new TreeSet<>(Set.of("ratio", "count", "amount", "quantity", "fiscal-year"));
    /** The lists of words that units write in any case. */
    private static final Set<Catalogues.Kind> FOLDED =
            EnumSet.of(Catalogues.Kind.UNIT_KINDS, Catalogues.Kind.INDICATOR_DIMENSIONS);

    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,10})?");
    private static final String FOLDER = "catalogues/";

    static Tables of(Consolidation pack, Faults faults) {
        Map<String, LegalBasis> bases = new TreeMap<>();
        for (SourceText source : pack.all("legal-bases.csv")) {
            merge(bases, Table.parse(source, LEGAL_BASES, faults), "key", Tables::legalBasis, faults);
        }
        Map<String, Parameter> parameters = new TreeMap<>();
        for (SourceText source : pack.all("parameters.csv")) {
            merge(
                    parameters,
                    Table.parse(source, PARAMETERS, faults),
                    "code",
                    row -> parameter(row, bases.keySet()),
                    faults);
        }
        return new Tables(parameters, bases, catalogues(pack, faults));
    }

    /** Adds the rows of a newer table, in which no key may stand twice, to those of the older ones. */
    private static <V> void merge(
            Map<String, V> all, Table table, String key, Function<Table.Row, V> value, Faults faults) {
        Set<String> seen = new TreeSet<>();
        for (Table.Row row : table.rows()) {
            faults.during(() -> {
                Table.Cell cell = row.cell(key);
                if (cell.isEmpty() || !seen.add(cell.text())) {
                    throw cell.fault(
                            cell.isEmpty() ? "The " + key + " is missing." : "\"" + cell.text() + "\" stands twice.",
                            cell.isEmpty() ? "Write one." : "Keep one of the two rows.");
                }
                all.put(cell.text(), value.apply(row));
            });
        }
    }

    private static LegalBasis legalBasis(Table.Row row) {
        for (String column : List.of("instrument", "source")) {
            if (row.cell(column).isEmpty()) {
                throw row.cell(column).fault("The " + column + " is missing.", "Write it.");
            }
        }
        Table.Cell grade = row.cell("evidence");
        Map<String, Evidence> grades = Arrays.stream(Evidence.values())
                .collect(Collectors.toMap(evidence -> evidence.name().toLowerCase(Locale.ROOT), evidence -> evidence));
        Evidence evidence = grades.get(grade.text());
        if (evidence == null) {
            throw grade.fault(
                    "\"" + grade.text() + "\" is not a grade of evidence.", Advice.on(grade.text(), grades.keySet()));
        }
        Table.Cell published = row.cell("published");
        Table.Cell article = row.cell("article");
        return new LegalBasis(
                row.text("key"),
                row.text("instrument"),
                article.isEmpty() ? null : article.text(),
                published.isEmpty() ? null : Days.parse(published.text(), published::fault),
                row.text("source"),
                evidence);
    }

    private static Parameter parameter(Table.Row row, Set<String> bases) {
        Table.Cell code = row.cell("code");
        if (!CODE.matcher(code.text()).matches()) {
            throw code.fault(
                    "\"" + code.text() + "\" cannot be the code of a parameter.",
                    "Write lower-case words joined by hyphens.");
        }
        Table.Cell value = row.cell("value");
        if (!DECIMAL.matcher(value.text()).matches()) {
            throw value.fault(
                    "\"" + value.text() + "\" is not a number.",
                    "Write digits, with a point before decimals and up to ten of them, such as 0.75.");
        }
        Table.Cell unit = row.cell("unit");
        if (!MEASURES.contains(unit.text())) {
            throw unit.fault("\"" + unit.text() + "\" is not a unit of measure.", Advice.on(unit.text(), MEASURES));
        }
        Table.Cell basis = row.cell("legal-basis");
        if (!bases.contains(basis.text())) {
            throw basis.fault(
                    "There is no legal basis \"" + basis.text() + "\" in legal-bases.csv.",
                    Advice.on(basis.text(), bases));
        }
        return new Parameter(code.text(), new BigDecimal(value.text()), unit.text(), basis.text());
    }

    private static Catalogues catalogues(Consolidation pack, Faults faults) {
        Map<String, Catalogues.Kind> kinds =
                Arrays.stream(Catalogues.Kind.values()).collect(Collectors.toMap(Tables::fileName, kind -> kind));
        Map<Catalogues.Kind, Map<String, String>> lists = new EnumMap<>(Catalogues.Kind.class);
        for (String name : pack.names(FOLDER)) {
            Catalogues.Kind kind = kinds.get(name);
            for (SourceText source : pack.all(name)) {
                if (kind == null) {
                    faults.add(source.fault("There is no such code list.", Advice.on(name, kinds.keySet())));
                } else {
                    merge(lists.computeIfAbsent(kind, absent -> new TreeMap<>()), kind, source, faults);
                }
            }
        }
        return Catalogues.of(lists);
    }

    private static void merge(Map<String, String> list, Catalogues.Kind kind, SourceText source, Faults faults) {
        boolean types = kind == Catalogues.Kind.SPENDING_TYPES;
        Table table = Table.parse(source, types ? SPENDING_TYPES : LIST, faults);
        merge(
                list,
                table,
                types ? "object_prefix" : "code",
                row -> {
                    Table.Cell value = row.cell(types ? "spending_type" : "name_es");
                    if (value.isEmpty()) {
                        throw value.fault("The cell is empty.", "Write what the code stands for.");
                    }
                    Table.Cell code = row.cell(types ? "object_prefix" : "code");
                    if (FOLDED.contains(kind) && !code.text().equals(code.text().toLowerCase(Locale.ROOT))) {
                        throw code.fault(
                                "The code has capitals, and the words of this list are compared in lower case.",
                                "Write it in lower case.");
                    }
                    return value.text();
                },
                faults);
    }

    /** {@return the file of a code list within a pack} */
    static String fileName(Catalogues.Kind kind) {
        return FOLDER + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".csv";
    }
}
