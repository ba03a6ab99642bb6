package org.hrbudget.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.hrbudget.model.Bilingual;

/** The words of the program in one language, from {@code words.properties} or {@code words_es.properties}. */
final class Words {

    static final Locale SPANISH = Locale.forLanguageTag("es");

    private final Locale locale;
    private final Properties texts = new Properties();

    private Words(Locale locale, String resource) {
        this.locale = locale;
        try (InputStream stream = Objects.requireNonNull(Words.class.getResourceAsStream(resource), resource);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Words in(Locale locale) {
        return locale.getLanguage().equals("es")
                ? new Words(SPANISH, "words_es.properties")
                : new Words(Locale.ENGLISH, "words.properties");
    }

    Locale locale() {
        return locale;
    }

    /**
     * {@return the text of a key with its placeholders filled}
     *
     * @param key the key
     * @param namesAndValues the placeholders: a name, its value, and so on
     */
    String get(String key, String... namesAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Bilingual.fill(Objects.requireNonNull(texts.getProperty(key), () -> "No text for " + key), values);
    }
}
