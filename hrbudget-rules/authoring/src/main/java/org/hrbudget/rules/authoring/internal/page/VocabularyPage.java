package org.hrbudget.rules.authoring.internal.page;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.authoring.RuleVocabulary;
import org.hrbudget.text.Wording;

/** Writes the vocabulary of rules as Markdown in both languages. */
public final class VocabularyPage {

    private static final Wording WORDING = Wording.beside(RuleVocabulary.class, "vocabulary");

    private final Markdown page = new Markdown();

    private VocabularyPage() {}

    public static String of(RuleVocabulary vocabulary) {
        VocabularyPage page = new VocabularyPage();
        page.write(vocabulary);
        return page.page.toString();
    }

    private void write(RuleVocabulary vocabulary) {
        page.line("# " + LawWords.both(WORDING.of("page.title")));
        page.blank();
        page.line(WORDING.of("page.opening").en());
        page.blank();
        page.line(WORDING.of("page.opening").es());
        for (RuleVocabulary.Section section : vocabulary.sections()) {
            page.heading(
                    2,
                    section.fact()
                            ? names(section.name(), section.spanish(), UnaryOperator.identity())
                            : LawWords.both(WORDING.of("heading." + section.name())));
            page.line(Markdown.text(section.meaning().en()));
            page.blank();
            page.line(Markdown.text(section.meaning().es()));
            page.blank();
            page.table(
                    Markdown.cells("", "English", "Español"),
                    section.words().stream().map(VocabularyPage::row).toList());
        }
    }

    private static List<String> row(RuleVocabulary.Word word) {
        return Markdown.cells(
                names(word.name(), word.spanish(), Markdown::code),
                cell(word, Bilingual::en),
                cell(word, Bilingual::es));
    }

    private static String names(String name, List<String> spanish, UnaryOperator<String> shown) {
        return Stream.concat(Stream.of(name), spanish.stream())
                .distinct()
                .map(shown)
                .collect(Collectors.joining(" · "));
    }

    private static String cell(RuleVocabulary.Word word, Function<Bilingual, String> language) {
        String absent = word.absent()
                .map(text -> " " + language.apply(WORDING.of("absent", "text", language.apply(text))))
                .orElse("");
        String said = language.apply(word.said());
        return (word.isCalled(said) ? "" : "*" + Markdown.text(said) + "*<br>")
                + Markdown.text(language.apply(word.meaning()) + absent) + "<br>"
                + Markdown.text(language.apply(word.type()));
    }
}
