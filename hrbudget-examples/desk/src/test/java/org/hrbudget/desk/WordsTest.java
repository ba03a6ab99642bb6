package org.hrbudget.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The words of the pages. */
class WordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    @Test
    void bothLanguagesHaveTheSameKeysInOrderAndTheSamePlaces() throws IOException {
        Map<String, String> english = words("words.properties");
        Map<String, String> spanish = words("words_es.properties");
        assertThat(List.copyOf(english.keySet()))
                .isEqualTo(List.copyOf(spanish.keySet()))
                .isSorted()
                .hasSizeGreaterThan(100);
        english.forEach((key, text) ->
                assertThat(places(spanish.getOrDefault(key, ""))).as(key).isEqualTo(places(text)));
    }

    @Test
    void everyActHasAWord() throws IOException {
        assertThat(words("words.properties").keySet())
                .containsAll(Arrays.stream(AuditLog.Act.values())
                        .map(act -> "act." + act)
                        .toList());
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group())
                .sorted()
                .toList();
    }

    private static Map<String, String> words(String name) throws IOException {
        try (InputStream in = WordsTest.class.getResourceAsStream(name)) {
            Map<String, String> words = new LinkedHashMap<>();
            new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(" = "))
                    .forEach(line ->
                            words.put(line.substring(0, line.indexOf(" = ")), line.substring(line.indexOf(" = ") + 3)));
            return words;
        }
    }
}
