package org.hrbudget.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.model.Bilingual;
import org.hrbudget.report.TextPage;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.authoring.RuleVocabulary;
import org.hrbudget.rules.authoring.RuleVocabulary.Section;
import org.hrbudget.rules.authoring.RuleVocabulary.Word;
import org.hrbudget.text.Nearest;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.spi.Catalogues;

/** Tells what rules and their tables may name. */
final class WordsCommand {

    private static final String WORD = "WORD";
    private static final int MOST_ROWS = 60;

    private final Arguments arguments;
    private final ProgramWords words;
    private final TextPage page;

    WordsCommand(Arguments arguments, ProgramWords words, TextPage page) {
        this.arguments = arguments;
        this.words = words;
        this.page = page;
    }

    ExitCode run() throws IOException {
        List<RulePack> packs = packs(new PackArguments(arguments).library());
        RuleVocabulary vocabulary = RuleVocabulary.of(packs);
        List<String> asked = arguments.positionals();
        if (asked.isEmpty()) {
            overview(vocabulary);
            return ExitCode.BELOW_THRESHOLD;
        }
        String word = asked.get(0);
        List<Section> found = found(vocabulary, word);
        if (found.isEmpty()) {
            throw unknown(vocabulary, word);
        }
        boolean first = true;
        for (Section section : found) {
            if (!first) {
                page.blank();
            }
            first = false;
            show(section);
            if (section.name().equals("catalogues") && section.words().size() == 1) {
                rows(packs, section.words().get(0).name());
            }
        }
        return ExitCode.BELOW_THRESHOLD;
    }

    /** {@return the packs given, else the newest version of each jurisdiction: whose lists and limits are told} */
    private static List<RulePack> packs(PackLibrary library) {
        if (!library.given().isEmpty()) {
            return library.given();
        }
        return library.jurisdictions().stream()
                .map(jurisdiction -> {
                    List<PackManifest> versions = library.versions(jurisdiction);
                    return library.load(
                            jurisdiction, versions.get(versions.size() - 1).version());
                })
                .toList();
    }

    private void overview(RuleVocabulary vocabulary) throws IOException {
        page.table(
                0,
                "lrw",
                vocabulary.sections().stream()
                        .map(section -> List.of(
                                name(section), Integer.toString(section.words().size()), in(section.meaning())))
                        .toList());
        page.blank();
        page.paragraph(0, words.get("words.next"));
    }

    /** {@return the section of a name whole, or a word of that name from each section that has it} */
    private static List<Section> found(RuleVocabulary vocabulary, String word) {
        List<Section> whole = vocabulary.sections().stream()
                .filter(section -> section.isCalled(word))
                .toList();
        return !whole.isEmpty()
                ? whole
                : vocabulary.sections().stream()
                        .map(section -> new Section(
                                section.name(),
                                section.spanish(),
                                section.fact(),
                                section.meaning(),
                                section.words().stream()
                                        .filter(known -> known.isCalled(word))
                                        .toList()))
                        .filter(section -> !section.words().isEmpty())
                        .toList();
    }

    private void show(Section section) throws IOException {
        page.paragraph(0, names(section.name(), section.spanish()) + " — " + in(section.meaning()));
        for (Word word : section.words()) {
            page.blank();
            String said = in(word.said());
            String names = names(word.name(), word.spanish());
            page.paragraph(2, 4, names.contains(said) ? names : names + " — " + said);
            if (!in(word.meaning()).equalsIgnoreCase(said + ".")) {
                page.paragraph(4, in(word.meaning()));
            }
            if (word.absent().isPresent()) {
                page.paragraph(
                        4, words.get("words.absent", "text", in(word.absent().get())));
            }
            page.paragraph(4, in(word.type()));
        }
    }

    /** Tells what is in a list; of a long one, how it begins. */
    private void rows(List<RulePack> packs, String list) throws IOException {
        for (RulePack pack : packs) {
            Map<String, String> codes = Stream.of(Catalogues.CodeList.values())
                    .filter(kind -> Catalogues.name(kind).equals(list))
                    .findFirst()
                    .flatMap(kind -> pack.catalogues().list(kind))
                    .orElseGet(() -> pack.catalogues().own().getOrDefault(list, Map.of()));
            if (codes.isEmpty()) {
                continue;
            }
            page.blank();
            page.paragraph(2, pack.manifest().id());
            page.table(
                    4,
                    "lw",
                    codes.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .limit(MOST_ROWS)
                            .map(row -> List.of(row.getKey(), row.getValue()))
                            .toList());
            if (codes.size() > MOST_ROWS) {
                page.paragraph(4, words.get("words.rows-more", "count", Integer.toString(codes.size() - MOST_ROWS)));
            }
        }
    }

    /** {@return what a section is called in the reader's language} */
    private String name(Section section) {
        boolean spanish =
                words.locale().getLanguage().equals("es") && !section.spanish().isEmpty();
        return spanish ? section.spanish().get(0) : section.name();
    }

    /** {@return the names of a word, those in the reader's language first} */
    private String names(String name, List<String> spanish) {
        Stream<String> english = Stream.of(name);
        boolean first = words.locale().getLanguage().equals("es");
        return (first ? Stream.concat(spanish.stream(), english) : Stream.concat(english, spanish.stream()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private Refusal unknown(RuleVocabulary vocabulary, String word) {
        TreeSet<String> known = new TreeSet<>();
        vocabulary.sections().stream().forEach(section -> {
            known.add(section.name());
            known.addAll(section.spanish());
            section.words().forEach(each -> {
                known.add(each.name());
                known.addAll(each.spanish());
            });
        });
        List<String> near = Nearest.to(word, known);
        return near.isEmpty()
                ? arguments.refused(WORD, word, words.get("words.none-near"))
                : arguments.refused(WORD, word, words.get("words.nearest", "nearest", near.get(0)));
    }

    private String in(Bilingual text) {
        return text.in(words.locale());
    }
}
