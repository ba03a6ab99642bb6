package org.hrbudget.rules.internal.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hrbudget.model.internal.Spelling;

/**
 * The Spanish names of the words a pack is written in, from {@code aliases.csv}: {@code of,word,es}, where {@code of} says what the
 * word is a word of (a fact, a table, a column), {@code word} is the one that everything after reading knows, and {@code es} are its
 * Spanish names, the first being the one that is shown. Case, accents, and blanks, hyphens and low lines between words do not count.
 * Immutable.
 */
public final class Aliases {

    private static final Map<String, Aliases> ALL = read();
    private static final String TABLE = ".csv";

    /** The folders of a pack, and what the names of the files in each are words of. */
    private static final Map<String, String> FOLDERS = Map.of("catalogues", "list", "examples", "example-file");

    private static final Aliases NONE = new Aliases();

    private final Map<String, List<String>> names = new LinkedHashMap<>();
    private final Map<String, String> words = new HashMap<>();

    private Aliases() {}

    /**
     * {@return the Spanish names of some words; none where there are none}
     *
     * @param what what they are words of, such as {@code SpendingLine} or {@code severity}
     */
    public static Aliases of(String what) {
        return ALL.getOrDefault(what, NONE);
    }

    /**
     * {@return the Spanish names of a table's columns}
     *
     * @param file its file, or the path of it
     */
    public static Aliases ofTable(String file) {
        List<String> parts = List.of(file.split("/", -1));
        String folder = parts.size() < 2 ? "" : of("folder").meant(parts.get(parts.size() - 2));
        return FOLDERS.containsKey(folder)
                ? of(folder)
                : of(file(parts.get(parts.size() - 1)).replace(TABLE, ""));
    }

    /**
     * {@return the name that all readers know of a file}
     *
     * @param name its name within its pack, such as {@code catalogos/tipos-de-gasto.csv}
     */
    public static String file(String name) {
        if (!name.equals(name.toLowerCase(Locale.ROOT))) {
            return name;
        }
        int slash = name.indexOf('/');
        if (slash < 0 || !name.endsWith(TABLE)) {
            return of("file").meant(name);
        }
        String folder = of("folder").meant(name.substring(0, slash));
        String list = name.substring(slash + 1, name.length() - TABLE.length());
        return folder + "/" + of(FOLDERS.getOrDefault(folder, "")).meant(list) + TABLE;
    }

    /** {@return all of them by what they are words of, as the table has them} */
    public static Map<String, Aliases> all() {
        return Collections.unmodifiableMap(ALL);
    }

    /** {@return the Spanish names by word, the one that is shown first} */
    public Map<String, List<String>> names() {
        return Collections.unmodifiableMap(names);
    }

    /**
     * {@return the word that a text is a Spanish name of; the text itself where it is none}
     *
     * @param written the text
     */
    public String meant(String written) {
        return words.getOrDefault(Spelling.loose(written), written);
    }

    /**
     * {@return the word that a text is, or is a Spanish name of, in whatever case; the text itself where it is neither}
     *
     * @param written the text
     */
    public String meantInAnyCase(String written) {
        return names.keySet().stream()
                .filter(word -> Spelling.loose(word).equals(Spelling.loose(written)))
                .findFirst()
                .orElseGet(() -> meant(written));
    }

    /**
     * {@return the Spanish name of a word; the word itself where it has none}
     *
     * @param word the word
     */
    public String name(String word) {
        return names.getOrDefault(word, List.of(word)).get(0);
    }

    /** {@return the Spanish names of words, in their order} */
    public List<String> names(Collection<String> of) {
        return of.stream().map(this::name).toList();
    }

    /** {@return words and all their Spanish names} */
    public List<String> andAll(Collection<String> of) {
        List<String> all = new ArrayList<>(of);
        of.forEach(word -> all.addAll(names.getOrDefault(word, List.of())));
        return all;
    }

    private static Map<String, Aliases> read() {
        Map<String, Aliases> all = new LinkedHashMap<>();
        List<String> lines = lines();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Aliases of = all.computeIfAbsent(cells[0], absent -> new Aliases());
            List<String> spanish = List.of(cells[2].split("\\|", -1));
            of.names.put(cells[1], spanish);
            spanish.forEach(name -> of.words.put(Spelling.loose(name), cells[1]));
        }
        return all;
    }

    private static List<String> lines() {
        try (InputStream table = Aliases.class.getResourceAsStream("aliases.csv")) {
            if (table == null) {
                throw new IllegalStateException("Not in the jar: aliases.csv.\nMaybe the jar was repacked.");
            }
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
