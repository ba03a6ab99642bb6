package org.hrbudget.rules.internal.packs.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.PackWords;
import org.hrbudget.validation.spi.Catalogues;
import org.jspecify.annotations.Nullable;

/** A table of codes and what each stands for. */
final class CodeListTable {

    private static final List<String> LIST = List.of("code", "name_es");
    private static final List<String> OPTIONAL =
            Stream.concat(Stream.of("name_en"), Period.COLUMNS.stream()).toList();
    private static final List<String> SPENDING_TYPES = List.of("object_prefix", "spending_type", "name_es");

    /** What codes look like where the classification they come from fixes it, with an example. */
    private static final Map<Catalogues.CodeList, Form> FORMS = Map.of(
            Catalogues.CodeList.OBJECT_CONCEPTS, new Form("[0-9]{4}", "1100"),
            Catalogues.CodeList.FUNCTIONAL_CODES, new Form("[0-9]+\\.[0-9]+\\.[0-9]+", "1.2.4"),
            Catalogues.CodeList.MODALITIES, new Form("[A-Z]", "E"),
            Catalogues.CodeList.SPENDING_TYPES, new Form("[0-9]{1,5}", "51"));

    /** The lists of words that units write in any case. */
    private static final Set<Catalogues.CodeList> FOLDED = Set.of(
            Catalogues.CodeList.UNIT_KINDS,
            Catalogues.CodeList.INDICATOR_DIMENSIONS,
            Catalogues.CodeList.EMPTY_REASONS);

    private record Form(Pattern pattern, String example) {
        Form(String pattern, String example) {
            this(Pattern.compile(pattern), example);
        }
    }

    private final Catalogues.@Nullable CodeList kind;
    private final Faults faults;
    private final Table table;

    /** @param kind which list; {@code null} where it is one of the pack's own */
    CodeListTable(Catalogues.@Nullable CodeList kind, SourceText source, Faults faults) {
        this.kind = kind;
        this.faults = faults;
        this.table = Table.parse(source, types() ? SPENDING_TYPES : LIST, types() ? Period.COLUMNS : OPTIONAL, faults);
        if (!types()) {
            refuseLostZeros();
        }
    }

    private boolean types() {
        return kind == Catalogues.CodeList.SPENDING_TYPES;
    }

    Table table() {
        return table;
    }

    /** {@return the column of the codes} */
    String key() {
        return types() ? "object_prefix" : "code";
    }

    /** {@return what the code of a row stands for} */
    String meaning(Table.TableRow row) {
        String column = types() ? "spending_type" : "name_es";
        if (row.has(column) && row.cell(column).isEmpty()) {
            faults.add(row.cell(column).fault(PackWords.of("cell-blank", "column", table.heading(column))));
        }
        Table.Cell code = row.cell(key());
        if (kind != null
                && FOLDED.contains(kind)
                && !code.text().equals(code.text().toLowerCase(Locale.ROOT))) {
            faults.add(code.fault(
                    PackWords.of("code-capitals", "meant", code.text().toLowerCase(Locale.ROOT))));
        }
        Form form = kind == null ? null : FORMS.get(kind);
        if (form != null && !form.pattern().matcher(code.text()).matches()) {
            faults.add(code.fault(PackWords.of("code-form", "code", code.text(), "example", form.example())));
        }
        return row.given(column);
    }

    /** A spreadsheet makes 1 of 01: one code of digits is shorter than all others, which have one length. */
    private void refuseLostZeros() {
        if ((kind != null && FORMS.containsKey(kind)) || !table.columns().contains("code")) {
            return;
        }
        Map<Integer, List<Table.Cell>> byLength = new TreeMap<>();
        for (Table.TableRow row : table.rows()) {
            Table.Cell code = row.cell("code");
            if (code.text().matches("[0-9]+")) {
                byLength.computeIfAbsent(code.text().length(), length -> new ArrayList<>())
                        .add(code);
            }
        }
        List<List<Table.Cell>> groups = List.copyOf(byLength.values());
        if (groups.size() != 2 || groups.get(1).size() <= groups.get(0).size()) {
            return;
        }
        List<Table.Cell> shorter = groups.get(0);
        List<Table.Cell> others = groups.get(1);
        int length = others.get(0).text().length();
        boolean zeros = others.stream().anyMatch(code -> code.text().startsWith("0"));
        if (zeros || (shorter.size() == 1 && others.size() > 2)) {
            for (Table.Cell code : shorter) {
                String meant = "0".repeat(length - code.text().length()) + code.text();
                faults.add(code.fault(PackWords.of(
                        "code-short", "code", code.text(), "length", Integer.toString(length), "meant", meant)));
            }
        }
    }
}
