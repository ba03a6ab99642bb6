package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of this package: complete in both languages, all used, none missing. */
class TextsTest {

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"");

    private static Map<String, String> texts(String resource) throws IOException {
        try (InputStream in = TextsTest.class.getResourceAsStream(resource)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toMap(key -> key, properties::getProperty, (a, b) -> a, TreeMap::new));
        }
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        for (Matcher matcher = NAME.matcher(text); matcher.find(); ) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static Set<String> keysInCode(Set<String> groups) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/hrbudget/io"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = LITERAL.matcher(Files.readString(file));
                while (matcher.find()) {
                    String key = matcher.group(1);
                    if (groups.contains(key.substring(0, key.indexOf('.')))) {
                        keys.add(key);
                    }
                }
            }
        }
        return keys;
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndNames() throws IOException {
        Map<String, String> english = texts("texts.properties");
        Map<String, String> spanish = texts("texts_es.properties");

        assertThat(spanish.keySet()).isEqualTo(english.keySet());
        english.forEach(
                (key, text) -> assertThat(names(spanish.get(key))).as(key).isEqualTo(names(text)));
    }

    @Test
    void theKeysInCodeAreTheKeysThatHaveATextAndNoOthers() throws IOException {
        Set<String> keys = texts("texts.properties").keySet();
        Set<String> groups =
                keys.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());

        // The text for one of a thing is found by the key of the text for several.
        Set<String> asked = keys.stream()
                .filter(key -> !(key.endsWith(".one") && keys.contains(key.substring(0, key.length() - 4))))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(keysInCode(groups)).isEqualTo(asked);
    }

    @Test
    void everyTextSaysWhatToDo() throws IOException {
        List<String> parts = List.of("change.place", "table.row", "table.cell", "json.at", "draft.title", "draft.skip");
        texts("texts.properties").forEach((key, text) -> {
            if (!parts.contains(key) && !key.startsWith("assumed.")) {
                assertThat(text.split("(?<=[.?:]) ").length)
                        .as("%s should say what is wrong, and in a further sentence what to do", key)
                        .isGreaterThan(1);
            }
        });
    }
}
