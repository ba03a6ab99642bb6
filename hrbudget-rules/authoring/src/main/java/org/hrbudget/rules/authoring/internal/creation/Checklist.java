package org.hrbudget.rules.authoring.internal.creation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final String HEADER = "section,title_en,title_es,status,rules,note_en,note_es,source";

    private final List<String> rows;

    private Checklist(List<String> rows) {
        this.rows = rows;
    }

    /** {@return the sections that the amended version lists; where it lists none, the legal bases of its rules} */
    public static Checklist of(OpenPack amended) {
        List<PackCoverage.Section> sections = PackCoverage.of(amended).sections();
        List<String> rows = new ArrayList<>();
        for (PackCoverage.Section section : sections) {
            rows.add(row(section.key(), section.title(), section.rules(), section.source()));
        }
        if (sections.isEmpty()) {
            amended.legalBases().values().forEach(basis -> rows.add(row(amended, basis)));
        }
        return new Checklist(rows);
    }

    private static String row(OpenPack amended, Rule.LegalBasis basis) {
        List<String> rules = amended.rules().stream()
                .filter(rule -> rule.legalBasis().equals(basis))
                .map(Rule::id)
                .toList();
        String title = basis.article() == null ? basis.instrument() : basis.instrument() + ", " + basis.article();
        return row(basis.key(), new Bilingual(title, title), rules, basis.source());
    }

    private static String row(String key, Bilingual title, List<String> rules, String source) {
        return Stream.of(
                        key, title.en(), title.es(), CoverageTable.TO_COMPARE, String.join(" ", rules), "", "", source)
                .map(Checklist::cell)
                .collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    public int size() {
        return rows.size();
    }

    /** {@return the table as a file} */
    String text() {
        return HEADER + "\n" + rows.stream().map(row -> row + "\n").collect(Collectors.joining());
    }
}
