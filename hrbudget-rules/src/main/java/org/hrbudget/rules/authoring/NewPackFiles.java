package org.hrbudget.rules.authoring;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.facts.Parameter;

/** The files of a reform of which nothing is written yet; what to write where stands in them, in both languages. */
final class NewPackFiles {

    static final String HEADER = "pack.properties";

    /** What nobody but the author can fill in. */
    static final List<String> BLANKS = List.of("title", "title_es", "instrument");

    private final NewPack reform;
    private final OpenPack amended;

    NewPackFiles(NewPack reform, OpenPack amended) {
        this.reform = reform;
        this.amended = amended;
    }

    /** {@return the files by name, a checklist among them} */
    Map<String, String> with(Checklist checklist) {
        Map<String, String> files = new TreeMap<>();
        files.put(HEADER, header());
        files.put("coverage.csv", checklist.text());
        files.put("legal-bases.csv", "key,instrument,article,published,source,evidence\n");
        files.put("parameters.csv", "code,value,unit,legal-basis\n");
        files.put("messages.properties", texts().en());
        files.put("messages_es.properties", texts().es());
        return files;
    }

    private static Bilingual texts() {
        return new Bilingual(
                commented(NewPack.WORDS.of("texts.comment").en()),
                commented(NewPack.WORDS.of("texts.comment").es()));
    }

    private String header() {
        StringBuilder text = new StringBuilder();
        String names = reform.jurisdiction() + "/" + reform.amends();
        comment(text, "header.what", "pack", names);
        comment(text, "header.files");
        text.append("#\n");
        comment(text, "header.rules", "pack", names);
        ruleFiles().forEach((file, ids) -> text.append("#   " + file + ": " + ids + "\n"));
        if (!amended.parameters().isEmpty()) {
            text.append("#\n");
            comment(text, "header.limits", "pack", names);
            for (Parameter limit : amended.parameters().values()) {
                text.append("#   " + limit.code() + "," + limit.value().toPlainString() + "," + limit.measure() + ","
                        + limit.legalBasis() + "\n");
            }
        }
        text.append("\njurisdiction=" + reform.jurisdiction() + "\nversion=" + reform.version() + "\namends="
                + reform.amends() + "\n\n");
        comment(text, "header.title");
        text.append("title=\ntitle_es=\n\n");
        comment(text, "header.instrument");
        text.append("instrument=\n\n");
        comment(text, "header.dates");
        text.append("published=" + Objects.toString(reform.published(), "") + "\nin-force-from="
                + Objects.toString(reform.inForceFrom(), "") + "\nin-force-to=\n\n");
        comment(text, "header.years");
        text.append("fiscal-years=" + years() + "\n\n");
        comment(text, "header.repeals");
        return text.append("repeals=\n").toString();
    }

    /** {@return the ids of the rules of each file, files by name and rules in the order of the law} */
    private SortedMap<String, String> ruleFiles() {
        return amended.rules().stream()
                .collect(Collectors.groupingBy(
                        rule -> rule.file().substring(rule.file().lastIndexOf('/') + 1),
                        TreeMap::new,
                        Collectors.mapping(Rule::id, Collectors.joining(", "))));
    }

    private String years() {
        String first = reform.firstFiscalYear().toString();
        if (reform.lastFiscalYear() == null) {
            return first + "-";
        }
        String last = reform.lastFiscalYear().toString();
        return first.equals(last) ? first : first + "-" + last;
    }

    private static void comment(StringBuilder text, String key, String... namesAndValues) {
        Bilingual comment = NewPack.WORDS.of(key, namesAndValues);
        text.append(commented(comment.en())).append(commented(comment.es()));
    }

    private static String commented(String text) {
        return text.lines().map(line -> ("# " + line).stripTrailing() + "\n").collect(Collectors.joining());
    }
}
