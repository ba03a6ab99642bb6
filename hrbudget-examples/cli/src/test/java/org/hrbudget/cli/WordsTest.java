package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of each task: the same keys, in order, and the same placeholders in both languages. */
class WordsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");

    @ParameterizedTest
    @ValueSource(strings = {"actions/actions", "course/course", "publish/site"})
    void bothLanguagesSayTheSameWithTheSameValues(String name) throws IOException {
        Map<String, String> english = texts(name + ".properties");
        Map<String, String> spanish = texts(name + "_es.properties");
        assertThat(List.copyOf(english.keySet()))
                .isEqualTo(List.copyOf(spanish.keySet()))
                .isSorted()
                .hasSizeGreaterThan(20);
        english.forEach((key, text) ->
                assertThat(placeholders(spanish.getOrDefault(key, ""))).as(key).isEqualTo(placeholders(text)));
    }

    private static Map<String, String> texts(String name) throws IOException {
        try (InputStream in = WordsTest.class.getResourceAsStream(name)) {
            Map<String, String> texts = new LinkedHashMap<>();
            new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(" = "))
                    .forEach(line -> assertThat(texts.put(
                                    line.substring(0, line.indexOf(" = ")), line.substring(line.indexOf(" = ") + 3)))
                            .as(line)
                            .isNull());
            return texts;
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
