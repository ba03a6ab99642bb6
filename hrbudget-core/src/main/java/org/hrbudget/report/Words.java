package org.hrbudget.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.hrbudget.model.Bilingual;
import org.hrbudget.validation.Detail;

/** The words of the text report in one language, from {@code words.properties} or {@code words_es.properties}. */
final class Words {

    private final Properties texts;

    private Words(Properties texts) {
        this.texts = texts;
    }

    static Words in(Locale locale) {
        return locale.getLanguage().equals("es") ? Spanish.WORDS : English.WORDS;
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

    /** {@return the text of a key, or the text given where the key has none} */
    String getOr(String key, String otherwise) {
        return texts.getProperty(key, otherwise);
    }

    /** {@return a number of things: the text of {@code key.one} or {@code key.many}} */
    String count(String key, long count) {
        return get(key + (count == 1 ? ".one" : ".many"), "count", whole(count));
    }

    /** {@return a whole number with its thousands separated} */
    static String whole(long count) {
        String grouped = Detail.grouped(BigDecimal.valueOf(count));
        return grouped.substring(0, grouped.indexOf('.'));
    }

    private static Properties load(String name) {
        try (InputStream stream = Objects.requireNonNull(Words.class.getResourceAsStream(name), name);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loaded when first needed. */
    private static final class English {
        static final Words WORDS = new Words(load("words.properties"));
    }

    /** Loaded when first needed. */
    private static final class Spanish {
        static final Words WORDS = new Words(load("words_es.properties"));
    }
}
