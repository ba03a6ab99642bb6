package org.hrbudget.rules.authoring.internal.creation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.authoring.NewPack;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.examples.Examples;
import org.hrbudget.rules.internal.packs.tables.Tables;
import org.hrbudget.validation.Rule;

/** The files of a reform of which nothing is written yet; what to write where is in them, in both languages. */
public final class NewPackFiles {

    static final String HEADER = "pack.properties";

    private static final String YEAR = "budget_fiscal_year";

    /** What nobody but the author can fill in. */
    public static final List<String> BLANKS = List.of("title", "title_es", "instrument");

    private final NewPack reform;
    private final OpenPack amended;
    private final Set<String> changed;

    /**
     * @param changed the ids of rules of the amended version that the reform changes
     */
    public NewPackFiles(NewPack reform, OpenPack amended, Set<String> changed) {
        this.reform = reform;
        this.amended = amended;
        this.changed = changed;
    }

    /** {@return the files by name, a checklist among them} */
    public Map<String, String> with(Checklist checklist) {
        Map<String, String> files = new TreeMap<>();
        files.put(HEADER, header());
        files.put("coverage.csv", checklist.text());
        files.put("legal-bases.csv", "key,instrument,article,published,source,evidence\n");
        files.put("parameters.csv", "code,value,unit,legal-basis\n" + limits());
        files.put("messages.properties", texts(Bilingual::en));
        files.put("messages_es.properties", texts(Bilingual::es));
        for (Rule rule : amended.rules()) {
            if (changed.contains(rule.id())) {
                copy(files, ruleFile(rule));
                examples(rule).ifPresent(text -> files.put("examples/" + rule.id() + ".csv", text));
                lists(rule).forEach(list -> copy(files, list));
            }
        }
        return files;
    }

    /** {@return the examples of a rule, with the year their author had in mind: in this version another would be taken} */
    private Optional<String> examples(Rule rule) {
        List<Examples.Case> cases = Examples.of(amended).cases(rule);
        if (cases.isEmpty()) {
            return Optional.empty();
        }
        SourceText file = cases.get(0).file();
        if (cases.get(0).columns().contains(YEAR)) {
            return Optional.of(file.text());
        }
        String version = file.file().split("/", -1)[1];
        String year = amended.versions().stream()
                .filter(manifest -> manifest.version().equals(version))
                .map(manifest -> manifest.firstFiscalYear().toString())
                .findFirst()
                .orElseThrow();
        StringBuilder text = new StringBuilder();
        for (String line : file.text().lines().filter(line -> !line.isBlank()).toList()) {
            String last = text.length() == 0 ? YEAR : year;
            text.append(line).append(',').append(last).append('\n');
        }
        return Optional.of(text.toString());
    }

    /** {@return the files of the code lists that a rule asks or compares with} */
    private List<String> lists(Rule rule) {
        return amended.conditions().stream()
                .filter(checked -> checked.id().equals(rule.id()))
                .flatMap(checked -> checked.lists().stream())
                .map(Tables::fileName)
                .toList();
    }

    /** Copies a file; of a table that several versions add to, all rows, and of each key the newest. */
    private void copy(Map<String, String> files, String name) {
        Map<String, String> rows = new LinkedHashMap<>();
        List<SourceText> texts = name.endsWith(".csv")
                ? amended.files().all(name)
                : amended.files().newest(name).stream().toList();
        if (texts.size() == 1) {
            files.put(name, texts.get(0).text());
            return;
        }
        texts.forEach(text -> text.text().lines().filter(line -> !line.isBlank()).forEach(line -> rows.put(line.split(",", 2)[0], line)));
        files.put(name, String.join("\n", rows.values()) + "\n");
    }

    /** {@return the rows of the limits that changed rules compare with} */
    private String limits() {
        SortedSet<String> codes = new TreeSet<>();
        amended.conditions().stream()
                .filter(rule -> changed.contains(rule.id()))
                .forEach(rule -> codes.addAll(rule.limits().values()));
        return amended.parameters().values().stream()
                .filter(limit -> codes.contains(limit.code()))
                .map(limit -> row(limit) + "\n")
                .collect(Collectors.joining());
    }

    private static String row(Rule.Parameter limit) {
        return limit.code() + "," + limit.value().toPlainString() + "," + limit.measure() + "," + limit.legalBasis();
    }

    private String texts(Function<Bilingual, String> language) {
        StringBuilder texts = new StringBuilder(commented(language.apply(CreationWords.of("texts.comment"))));
        for (Rule rule : amended.rules()) {
            if (changed.contains(rule.id())) {
                texts.append("\n" + rule.id() + ".title=" + language.apply(rule.title()) + "\n");
                texts.append(rule.id() + ".message=" + language.apply(rule.message()) + "\n");
                texts.append(rule.id() + ".remedy=" + language.apply(rule.remedy()) + "\n");
            }
        }
        return texts.toString();
    }

    private String header() {
        StringBuilder text = new StringBuilder();
        String names = reform.jurisdiction() + "/" + reform.amends();
        comment(text, "header.what", "pack", names);
        comment(text, "header.files");
        text.append("#\n");
        comment(text, "header.rules", "pack", names, "command", making());
        ruleFiles().forEach((file, ids) -> text.append("#   " + file + ": " + ids + "\n"));
        if (!amended.parameters().isEmpty()) {
            text.append("#\n");
            comment(text, "header.limits", "pack", names);
            for (Rule.Parameter limit : amended.parameters().values()) {
                text.append("#   " + row(limit) + "\n");
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

    /** {@return the command that makes this folder} */
    private String making() {
        return "hrbudget rules new " + reform.jurisdiction() + " " + reform.version() + " --amends " + reform.amends()
                + " --fiscal-years " + years();
    }

    /** {@return the ids of the rules of each file, files by name and rules in the order of the law} */
    private SortedMap<String, String> ruleFiles() {
        return amended.rules().stream()
                .collect(Collectors.groupingBy(
                        NewPackFiles::ruleFile, TreeMap::new, Collectors.mapping(Rule::id, Collectors.joining(", "))));
    }

    private static String ruleFile(Rule rule) {
        return rule.file().substring(rule.file().lastIndexOf('/') + 1);
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
        Bilingual comment = CreationWords.of(key, namesAndValues);
        text.append(commented(comment.en())).append(commented(comment.es()));
    }

    private static String commented(String text) {
        return text.lines().map(line -> ("# " + line).stripTrailing() + "\n").collect(Collectors.joining());
    }
}
