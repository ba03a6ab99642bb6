package org.hrbudget.io.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.hrbudget.model.Bilingual;

/** What reading has to say, in both languages, from {@code org/hrbudget/io/texts.properties} and {@code texts_es.properties}. */
public final class Texts {

    private static final Map<String, Bilingual> ALL = load();

    private Texts() {}

    /**
     * {@return the text of a key with its names filled in}
     *
     * @param key the key
     * @param namesAndValues a name and its value, in turn
     */
    public static Bilingual of(String key, String... namesAndValues) {
        Bilingual template = ALL.get(key);
        if (template == null) {
            throw new IllegalArgumentException(
                    "No text for " + key + ".\nMaybe add it to both texts.properties files.");
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return template.with(values);
    }

    /**
     * {@return a place and what is wrong there, as one text}
     *
     * @param place the place, ending in a colon
     * @param reason what is wrong and what to do
     */
    public static Bilingual joined(Bilingual place, Bilingual reason) {
        return new Bilingual(place.en() + " " + reason.en(), place.es() + " " + reason.es());
    }

    private static Map<String, Bilingual> load() {
        Properties english = properties("/org/hrbudget/io/texts.properties");
        Properties spanish = properties("/org/hrbudget/io/texts_es.properties");
        Map<String, Bilingual> all = new HashMap<>();
        for (String key : english.stringPropertyNames()) {
            String en = english.getProperty(key);
            all.put(key, new Bilingual(en, spanish.getProperty(key, en)));
        }
        return Map.copyOf(all);
    }

    private static Properties properties(String resource) {
        try (InputStream in = Texts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Not in the jar: " + resource + ".\nMaybe the jar was repacked.");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
