package org.hrbudget.rules.authoring.internal.creation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.PackCoverage;
import org.hrbudget.rules.PackCoverage.Section.Status;
import org.hrbudget.rules.authoring.NewPack;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.validation.Rule;

/**
 * What a reform may touch: the sections of the version it amends, each as one that nobody has compared with the reform yet. A row
 * taken out leaves the section as it was.
 */
public final class Checklist {

    /** A row but for its status, and the status between its parts. */
    private record Row(String before, Status status, String after) {}

    private final List<Row> rows;

    private Checklist(List<Row> rows) {
        this.rows = rows;
    }

    /** {@return the sections that the amended version lists; where it lists none, the legal bases of its rules} */
    public static Checklist of(NewPack reform, OpenPack amended) {
        Bilingual note = CreationWords.of("checklist.note", "version", reform.version());
        List<PackCoverage.Section> sections = PackCoverage.of(amended).sections();
        List<Row> rows = new ArrayList<>();
        for (PackCoverage.Section section : sections) {
            rows.add(row(section.key(), section.title(), section.rules(), note, section.source()));
        }
        if (sections.isEmpty()) {
            amended.legalBases().values().forEach(basis -> rows.add(row(amended, basis, note)));
        }
        return new Checklist(rows);
    }

    private static Row row(OpenPack amended, Rule.LegalBasis basis, Bilingual note) {
        List<String> rules = amended.rules().stream()
                .filter(rule -> rule.legalBasis().equals(basis))
                .map(Rule::id)
                .toList();
        String title = basis.article() == null ? basis.instrument() : basis.instrument() + ", " + basis.article();
        return row(basis.key(), new Bilingual(title, title), rules, note, basis.source());
    }

    private static Row row(String key, Bilingual title, List<String> rules, Bilingual note, String source) {
        Status status = rules.isEmpty() ? Status.OPEN : Status.NEEDS_A_PERSON;
        return new Row(
                cells(key, title.en(), title.es()), status, cells(String.join(" ", rules), note.en(), note.es(), source));
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
                .map(row -> row.before() + "," + naming.name("status", row.status().word()) + "," + row.after() + "\n")
                .collect(Collectors.joining("", header, ""));
    }
}
