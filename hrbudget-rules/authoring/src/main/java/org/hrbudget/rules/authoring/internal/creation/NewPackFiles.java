package org.hrbudget.rules.authoring.internal.creation;

import java.util.ArrayList;
import java.util.Collection;
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
import java.util.stream.Stream;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.authoring.NewPack;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.language.SpanishRule;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.examples.Examples;
import org.hrbudget.rules.internal.packs.tables.Tables;
import org.hrbudget.rules.internal.packs.tables.Timeline;
import org.hrbudget.validation.Rule;

/** The files of a reform of which nothing is written yet; what to write where is in them, in both languages. */
public final class NewPackFiles {

    public static final String HEADER = "pack.properties";

    static final String BASES = "legal-bases.csv";

    /** What follows the key of a legal basis of which nothing is known yet. */
    static final String BLANK_BASIS = ",,,,,\n";

    private static final String YEAR = "budget_fiscal_year";

    /** What nobody but the author can fill in. */
    public static final List<String> BLANKS = List.of("title", "title_es", "instrument");

    private final NewPack reform;
    private final OpenPack amended;
    private final boolean given;
    private final Set<String> changed;
    private final PackNaming naming;

    /**
     * @param given whether that version is not of the library itself, so that a command has to name it
     * @param changed the ids of rules of the amended version that the reform changes
     * @param naming the names in them
     */
    public NewPackFiles(NewPack reform, OpenPack amended, boolean given, Set<String> changed, PackNaming naming) {
        this.given = given;
        this.naming = naming;
        this.reform = reform;
        this.amended = amended;
        this.changed = changed;
    }

    /** {@return the files by name, a checklist among them} */
    public Map<String, String> with(Checklist checklist) {
        Map<String, String> files = new TreeMap<>();
        files.put(HEADER, header());
        files.put("coverage.csv", checklist.text(naming));
        files.put(BASES, bases());
        files.put("parameters.csv", limits());
        files.put("messages.properties", texts(Bilingual::en, new PackNaming(false)));
        files.put("messages_es.properties", texts(Bilingual::es, naming));
        for (Rule rule : amended.rules()) {
            if (changed.contains(rule.id())) {
                copy(files, ruleFile(rule));
                examples(rule).ifPresent(text -> files.put("examples/" + rule.id() + ".csv", text));
                lists(rule).forEach(list -> copy(files, list));
            }
        }
        if (isFirst()) {
            ofFirst(files);
        }
        return files;
    }

    private boolean isFirst() {
        return reform.amends() == null;
    }

    /** What any other version has from the one it amends: why rules are duties, and the actions and items that examples name. */
    private void ofFirst(Map<String, String> files) {
        for (String name : List.of("duties.csv", "examples/programme.csv", "examples/item-catalogue.csv")) {
            copy(files, name);
        }
        files.computeIfPresent(
                "duties.csv",
                (name, text) -> text.lines()
                        .filter(line -> text.startsWith(line) || changed.contains(line.split(",", 2)[0]))
                        .collect(Collectors.joining("\n", "", "\n")));
        files.values().removeIf(String::isBlank);
    }

    /**
     * {@return the rules whose files are copied for some of a version elsewhere} A reform has the texts and examples of the others from the
     * version it amends; a first version has them from nowhere.
     */
    public static Set<String> inFilesOf(OpenPack model, Collection<String> rules) {
        Set<String> files = new TreeSet<>();
        model.rules().stream()
                .filter(rule -> rules.contains(rule.id()))
                .forEach(rule -> files.add(ruleFile(model, rule)));
        return model.rules().stream()
                .filter(rule -> files.contains(ruleFile(model, rule)))
                .map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@return the keys of what the changed rules and their limits rest on; what that is elsewhere, the author fills in} */
    private String bases() {
        String header = naming.header("legal-bases", "key", "instrument", "article", "published", "source", "evidence");
        if (!isFirst()) {
            return header;
        }
        SortedSet<String> keys = new TreeSet<>();
        amended.rules().stream()
                .filter(rule -> changed.contains(rule.id()))
                .forEach(rule -> keys.add(rule.legalBasis().key()));
        amended.parameters().values().stream()
                .filter(limit -> limitsOfChanged().contains(limit.code()))
                .forEach(limit -> keys.add(limit.legalBasis()));
        return header + keys.stream().map(key -> key + BLANK_BASIS).collect(Collectors.joining());
    }

    private SortedSet<String> limitsOfChanged() {
        return amended.conditions().stream()
                .filter(rule -> changed.contains(rule.id()))
                .flatMap(rule -> rule.limits().values().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@return the examples of a rule, with the year their author had in mind: in this version another would be taken} */
    private Optional<String> examples(Rule rule) {
        List<Examples.Case> cases = Examples.of(amended).cases(rule);
        if (cases.isEmpty()) {
            return Optional.empty();
        }
        SourceText file = cases.get(0).file();
        if (naming.spanish()) {
            return Optional.of(spanish(cases, file));
        }
        if (cases.get(0).columns().contains(YEAR)) {
            return Optional.of(file.text());
        }
        String year = year(file);
        StringBuilder text = new StringBuilder();
        for (String line : file.text().lines().filter(line -> !line.isBlank()).toList()) {
            String last = text.length() == 0 ? YEAR : year;
            text.append(line).append(',').append(last).append('\n');
        }
        return Optional.of(text.toString());
    }

    /** {@return the first fiscal year of the version a file is of} */
    private String year(SourceText file) {
        String version = file.file().split("/", -1)[1];
        return amended.versions().stream()
                .filter(manifest -> manifest.version().equals(version))
                .map(manifest -> manifest.firstFiscalYear().toString())
                .findFirst()
                .orElseThrow();
    }

    private String spanish(List<Examples.Case> cases, SourceText file) {
        List<String> columns = new ArrayList<>(cases.get(0).columns());
        boolean dated = columns.contains(YEAR);
        if (!dated) {
            columns.add(YEAR);
        }
        StringBuilder text = new StringBuilder();
        text.append(columns.stream().map(Examples::inSpanish).collect(Collectors.joining(",", "", "\n")));
        for (Examples.Case example : cases) {
            for (List<String> row : example.cells()) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < columns.size(); i++) {
                    cells.add(i < row.size() ? cell(columns.get(i), row.get(i)) : year(file));
                }
                text.append(String.join(",", cells)).append('\n');
            }
        }
        return text.toString();
    }

    private String cell(String column, String text) {
        String name = naming.name(column, text);
        return name.matches("[^,\"]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** {@return the files of the code lists that a rule asks or compares with, those of its pack among them} */
    private List<String> lists(Rule rule) {
        return amended.conditions().stream()
                .filter(checked -> checked.id().equals(rule.id()))
                .flatMap(checked -> Stream.concat(
                        checked.codeLists().stream().map(Tables::fileName),
                        checked.lists().values().stream().map(Tables::fileName)))
                .distinct()
                .toList();
    }

    /** Copies a file; of a table that several versions add to, all rows, and of each key the newest. */
    private void copy(Map<String, String> files, String name) {
        List<SourceText> texts = name.endsWith(".csv")
                ? amended.files().all(name)
                : amended.files().newest(name).stream().toList();
        if (texts.size() == 1) {
            files.put(name, text(texts.get(0)));
            return;
        }
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (SourceText each : texts) {
            // A code may have several rows, each of its time: those of a newer version take the place of all older
            // ones.
            Map<String, List<String>> own = new LinkedHashMap<>();
            text(each)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> own.computeIfAbsent(line.split(",", 2)[0], key -> new ArrayList<>())
                            .add(line));
            rows.putAll(own);
        }
        files.put(name, rows.values().stream().flatMap(List::stream).collect(Collectors.joining("\n", "", "\n")));
    }

    private String text(SourceText file) {
        return naming.spanish() && file.file().endsWith(".drl") ? SpanishRule.inSpanish(file) : file.text();
    }

    /** {@return the limits that changed rules compare with, each with all its rows} */
    private String limits() {
        SortedSet<String> codes = limitsOfChanged();
        boolean dated = codes.stream().anyMatch(code -> !amended.rows(code).isEmpty());
        List<String> columns = new ArrayList<>(List.of("code", "value", "unit", "legal-basis"));
        if (dated) {
            columns.addAll(List.of("from", "to", "day-of"));
        }
        StringBuilder text = new StringBuilder(naming.header("parameters", columns.toArray(String[]::new)));
        amended.parameters().values().stream()
                .filter(limit -> codes.contains(limit.code()))
                .forEach(limit -> {
                    String always = dated && amended.rows(limit.code()).isEmpty() ? ",,," : "";
                    rows(limit).forEach(row -> text.append(row).append(always).append('\n'));
                });
        return text.toString();
    }

    /** {@return the rows of a limit, the dated ones with their time} */
    private List<String> rows(Rule.Parameter limit) {
        List<Timeline.Row<Rule.Parameter>> dated = amended.rows(limit.code());
        return dated.isEmpty()
                ? List.of(row(limit))
                : dated.stream()
                        .map(row -> row(row.value()) + time(row.period().row("", "", "")))
                        .toList();
    }

    private String time(Rule.DatedRow row) {
        String dayOf = row.basis() == Rule.DatedRow.Basis.FISCAL_YEAR
                ? ""
                : naming.name("day-of", row.basis() == Rule.DatedRow.Basis.DAY_OF_LAW ? "law" : "submission");
        return "," + Objects.toString(row.from(), "") + "," + Objects.toString(row.to(), "") + "," + dayOf;
    }

    private String row(Rule.Parameter limit) {
        return limit.code() + "," + limit.value().toPlainString() + "," + naming.name("unit", limit.measure()) + ","
                + limit.legalBasis();
    }

    private String texts(Function<Bilingual, String> language, PackNaming parts) {
        StringBuilder texts = new StringBuilder(commented(language.apply(CreationWords.of("texts.comment"))));
        for (Rule rule : amended.rules()) {
            if (changed.contains(rule.id())) {
                texts.append("\n" + rule.id() + "." + parts.name("messages", "title") + "="
                        + language.apply(rule.title()) + "\n");
                texts.append(rule.id() + "." + parts.name("messages", "message") + "=" + language.apply(rule.message())
                        + "\n");
                texts.append(rule.id() + "." + parts.name("messages", "remedy") + "=" + language.apply(rule.remedy())
                        + "\n");
            }
        }
        return texts.toString();
    }

    private String header() {
        StringBuilder text = new StringBuilder();
        String names =
                isFirst() ? Objects.requireNonNull(reform.like()) : reform.jurisdiction() + "/" + reform.amends();
        comment(text, isFirst() ? "header.first" : "header.what", "pack", names, "jurisdiction", reform.jurisdiction());
        comment(text, "header.files");
        text.append("#\n");
        comment(text, isFirst() ? "header.first.rules" : "header.rules", "pack", names, "command", making());
        if (given) {
            comment(text, "header.given", "pack", names);
        }
        ruleFiles().forEach((file, ids) -> text.append("#   " + file + ": " + ids + "\n"));
        if (!isFirst() && !amended.parameters().isEmpty()) {
            text.append("#\n");
            comment(text, "header.limits", "pack", names);
            for (Rule.Parameter limit : amended.parameters().values()) {
                rows(limit).forEach(row -> text.append("#   " + row + "\n"));
            }
        }
        text.append('\n')
                .append(line("jurisdiction", reform.jurisdiction()))
                .append(line("version", reform.version()))
                .append(line("amends", Objects.requireNonNullElse(reform.amends(), "")))
                .append('\n');
        comment(text, "header.title", "en", naming.name(HEADER, "title"), "es", naming.name(HEADER, "title_es"));
        text.append(line("title", "")).append(line("title_es", "")).append('\n');
        comment(text, "header.instrument");
        text.append(line("instrument", "")).append('\n');
        comment(text, "header.dates");
        text.append(line("published", Objects.toString(reform.published(), "")))
                .append(line("in-force-from", Objects.toString(reform.inForceFrom(), "")))
                .append(line("in-force-to", ""))
                .append('\n');
        comment(text, "header.years");
        text.append(line("fiscal-years", years())).append('\n');
        comment(text, "header.extrapolated");
        text.append(line("extrapolated-fiscal-years", "")).append('\n');
        if (isFirst()) {
            return text.toString();
        }
        comment(text, "header.repeals");
        return text.append(line("repeals", "")).toString();
    }

    private String line(String key, String value) {
        return naming.name(HEADER, key) + "=" + value + "\n";
    }

    /** {@return the command that makes this folder} */
    private String making() {
        return "hrbudget rules new " + reform.jurisdiction() + " " + reform.version()
                + (isFirst() ? " --like " + reform.like() : " --amends " + reform.amends())
                + " --fiscal-years " + years()
                + (reform.inForceFrom() == null ? "" : " --in-force-from " + reform.inForceFrom());
    }

    /** {@return the ids of the rules of each file, files by name and rules in the order of the law} */
    private SortedMap<String, String> ruleFiles() {
        return amended.rules().stream()
                .collect(Collectors.groupingBy(
                        this::ruleFile, TreeMap::new, Collectors.mapping(Rule::id, Collectors.joining(", "))));
    }

    private String ruleFile(Rule rule) {
        return ruleFile(amended, rule);
    }

    private static String ruleFile(OpenPack pack, Rule rule) {
        return pack.conditions().stream()
                .filter(checked -> checked.id().equals(rule.id()))
                .map(checked -> checked.text().source().file())
                .map(file -> file.substring(file.lastIndexOf('/') + 1))
                .findFirst()
                .orElseThrow();
    }

    private String years() {
        String first = reform.firstFiscalYear().toString();
        if (reform.lastFiscalYear() == null) {
            return first + "-";
        }
        String last = reform.lastFiscalYear().toString();
        return first.equals(last) ? first : first + "-" + last;
    }

    private void comment(StringBuilder text, String key, String... namesAndValues) {
        Bilingual comment = CreationWords.of(key, namesAndValues);
        text.append(naming.spanish() ? "" : commented(comment.en())).append(commented(comment.es()));
    }

    private static String commented(String text) {
        return text.lines().map(line -> ("# " + line).stripTrailing() + "\n").collect(Collectors.joining());
    }
}
