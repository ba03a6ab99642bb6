package org.hrbudget.cli;

import java.util.Locale;
import java.util.regex.Pattern;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Severity;

/**
 * The words of the program in one language, from {@code words.properties} or {@code words_es.properties}.
 *
 * @param locale the reader's locale
 */
record ProgramWords(Locale locale) {

    static final Locale SPANISH = Locale.forLanguageTag("es");

    private static final Pattern CAPITALS = Pattern.compile("[A-Z]+(?:-[A-Z]+)*");
    private static final Wording WORDING = Wording.beside(ProgramWords.class, "words");

    /** {@return the name of an argument's values, such as {@code NAME|FILE}, with each of its words in capitals in this language} */
    String label(String label) {
        return CAPITALS.matcher(label)
                .replaceAll(word -> WORDING.find("label." + word.group())
                        .map(text -> text.in(locale))
                        .orElse(word.group()));
    }

    /**
     * {@return the text of a key with its placeholders filled}
     *
     * @param key the key
     * @param namesAndValues the placeholders: a name, its value, and so on
     */
    String get(String key, String... namesAndValues) {
        return WORDING.of(key, namesAndValues).in(locale);
    }

    /** {@return what the findings of a rule weigh, and what that means: of a rule whose source was read, not that it was not} */
    String severity(Rule rule) {
        String key = "severity." + rule.severity();
        boolean read = rule.severity() == Severity.WARNING
                && rule.legalBasis().evidence().supportsErrors();
        return get(key) + ": " + get(key + (read ? ".meaning.read" : ".meaning"));
    }
}
