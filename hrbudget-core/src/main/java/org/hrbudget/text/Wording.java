package org.hrbudget.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.hrbudget.model.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * The words of one package in both languages, from {@code NAME.properties} (English) and {@code NAME_es.properties} (Spanish,
 * "usted") beside one of its classes. Read as UTF-8 whatever the platform's charset, and never by the platform's locale.
 * Immutable.
 */
public final class Wording {

    private final String source;
    private final Map<String, Bilingual> texts;

    private Wording(String source, Map<String, Bilingual> texts) {
        this.source = source;
        this.texts = Map.copyOf(texts);
    }

    /**
     * {@return the words in two files beside a class}
     *
     * @param owner the class
     * @param name the name of the files, without {@code .properties}
     * @throws IllegalStateException if a file is missing, or a key is in one of them alone
     */
    public static Wording beside(Class<?> owner, String name) {
        Properties english = load(owner, name + ".properties");
        Properties spanish = load(owner, name + "_es.properties");
        Set<String> keys = new TreeSet<>(english.stringPropertyNames());
        if (!keys.equals(spanish.stringPropertyNames())) {
            keys.removeAll(spanish.stringPropertyNames());
            throw new IllegalStateException("The two files " + name + ".properties beside " + owner.getName()
                    + " have different keys; in English alone: " + keys + ".\nMaybe a text was added in one language.");
        }
        Map<String, Bilingual> texts = new HashMap<>();
        keys.forEach(key -> texts.put(key, new Bilingual(english.getProperty(key), spanish.getProperty(key))));
        return new Wording(owner.getPackageName() + "/" + name + ".properties", texts);
    }

    /**
     * {@return the text of a key with its placeholders filled} Where {@code count} is 1 and there is a text of that key and
     * {@code .one}, it is that text.
     *
     * @param key the key
     * @param namesAndValues a placeholder's name and its value, in turn
     * @throws IllegalArgumentException if there is no such key
     */
    public Bilingual of(String key, String... namesAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return template(key, values.get("count")).with(values);
    }

    /**
     * {@return the text of a key with its placeholders filled in each language} Where {@code count} is 1 and there is a text of that key
     * and {@code .one}, it is that text.
     *
     * @param key the key
     * @param values the placeholders' texts by name
     * @throws IllegalArgumentException if there is no such key
     */
    public Bilingual of(String key, Map<String, Bilingual> values) {
        Map<String, String> english = new HashMap<>();
        Map<String, String> spanish = new HashMap<>();
        values.forEach((name, value) -> {
            english.put(name, value.en());
            spanish.put(name, value.es());
        });
        Bilingual template = template(key, english.get("count"));
        return new Bilingual(Bilingual.fill(template.en(), english), Bilingual.fill(template.es(), spanish));
    }

    /**
     * {@return the text of a key as it stands, if there is one}
     *
     * @param key the key
     */
    public Optional<Bilingual> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    private Bilingual template(String key, @Nullable String count) {
        return find("1".equals(count) ? key + ".one" : key)
                .or(() -> find(key))
                .orElseThrow(() -> new IllegalArgumentException(
                        "No text for " + key + ".\nMaybe add it to " + source + " in both languages."));
    }

    private static Properties load(Class<?> owner, String name) {
        try (InputStream stream = owner.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "Not in the jar: " + name + " beside " + owner.getName() + ".\nMaybe the jar was repacked.");
            }
            Properties properties = new Properties();
            Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
