package org.hrbudget.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.hrbudget.model.Bilingual;

/** The words of this package, from {@code messages.properties} and {@code messages_es.properties} beside it. */
final class Texts {

    private Texts() {}

    /**
     * {@return the text of a key with its placeholders filled}
     *
     * @param key the key
     * @param namesAndValues the placeholders: a name, its value, and so on
     */
    static Bilingual of(String key, String... namesAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Bilingual(text(Words.EN, key), text(Words.ES, key)).with(values);
    }

    /**
     * {@return the text of a key with its placeholders filled in each language}
     *
     * @param key the key
     * @param values the placeholders' texts, by name
     */
    static Bilingual of(String key, Map<String, Bilingual> values) {
        Map<String, String> english = new HashMap<>();
        Map<String, String> spanish = new HashMap<>();
        values.forEach((name, value) -> {
            english.put(name, value.en());
            spanish.put(name, value.es());
        });
        return new Bilingual(
                Bilingual.fill(text(Words.EN, key), english), Bilingual.fill(text(Words.ES, key), spanish));
    }

    private static String text(Properties words, String key) {
        return Objects.requireNonNull(words.getProperty(key), () -> "No text for " + key);
    }

    /** Loaded when first needed. */
    private static final class Words {

        static final Properties EN = load("messages.properties");
        static final Properties ES = load("messages_es.properties");

        private static Properties load(String name) {
            try (InputStream stream = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name);
                    Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                Properties properties = new Properties();
                properties.load(reader);
                return properties;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
