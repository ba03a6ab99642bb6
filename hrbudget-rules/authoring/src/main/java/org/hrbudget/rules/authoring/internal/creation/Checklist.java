package org.hrbudget.rules.authoring.internal.creation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.PackCoverage;
import org.hrbudget.rules.internal.packs.CoverageTable;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.validation.Rule;

/**
 * What a reform may touch: the sections of the version it amends, each as one that nobody has compared with the reform yet, which is a
 * fault of the pack as long as it stands there. A row taken out leaves the section as it was.
 */
public final class Checklist {

    /** A row but for its status, and the status between its parts. */
    private record Row(String before, String after) {}

    private final List<Row> rows;

    private Checklist(List<Row> rows) {
        this.rows = rows;
    }

    /** {@return the sections that the amended version lists; where it lists none, the legal bases of its rules} */
    public static Checklist of(OpenPack amended) {
        List<PackCoverage.Section> sections = PackCoverage.of(amended).sections();
        List<Row> rows = new ArrayList<>();
        for (PackCoverage.Section section : sections) {
            rows.add(row(section.key(), section.title(), section.rules(), section.source()));
        }
        if (sections.isEmpty()) {
            amended.legalBases().values().forEach(basis -> rows.add(row(amended, basis)));
        }
        return new Checklist(rows);
    }

    /** {@return what rules rest on that a first version takes from elsewhere; what it is there, and its source, the author says} */
    public static Checklist of(OpenPack model, Collection<String> rules) {
        Map<String, List<String>> byBasis = model.rules().stream()
                .filter(rule -> rules.contains(rule.id()))
                .collect(Collectors.groupingBy(
                        rule -> rule.legalBasis().key(),
                        TreeMap::new,
                        Collectors.mapping(Rule::id, Collectors.toList())));
        return new Checklist(byBasis.entrySet().stream()
                .map(each -> row(each.getKey(), new Bilingual("", ""), each.getValue(), ""))
                .toList());
    }

    private static Row row(OpenPack amended, Rule.LegalBasis basis) {
        List<String> rules = amended.rules().stream()
                .filter(rule -> rule.legalBasis().equals(basis))
                .map(Rule::id)
                .toList();
        String title = basis.article() == null ? basis.instrument() : basis.instrument() + ", " + basis.article();
        return row(basis.key(), new Bilingual(title, title), rules, basis.source());
    }

    private static Row row(String key, Bilingual title, List<String> rules, String source) {
        return new Row(cells(key, title.en(), title.es()), cells(String.join(" ", rules), "", "", source));
    }

    private static String cells(String... texts) {
        return Arrays.stream(texts).map(Checklist::cell).collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    public int size() {
        return rows.size();
    }

    /** {@return the table as a file} */
    String text(PackNaming naming) {
        String header = naming.header(
                "coverage", "section", "title_en", "title_es", "status", "rules", "note_en", "note_es", "source");
        return rows.stream()
                .map(row ->
                        row.before() + "," + naming.name("status", CoverageTable.TO_COMPARE) + "," + row.after() + "\n")
                .collect(Collectors.joining("", header, ""));
    }
}
