package org.hrbudget.rules.internal.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words for faults: none lies unused, and each speaks to its reader in the reader's language. */
class FaultWordsTest {

    /** What Spanish says to someone addressed as "tú", or in other words than the library uses. */
    private static final Pattern FAMILIAR = Pattern.compile(
            "(?<!\\bse )\\b(tú|tu|tus|te|ti|contigo|escribe|quita|pon|guarda|corrige|cambia|elige|usa|revisa|borra|añade|agrega|haz|puedes"
                    + "|debes|tienes|quieres|quisiste|vosotros|vuestro)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+\\}");

    @ParameterizedTest
    @ValueSource(strings = "language")
    void everyTextIsUsed(String room) throws IOException {
        String code = code(room);

        assertThat(words(room, "faults.properties").keySet()).allSatisfy(key -> {
            String kind = key.replaceAll("\\.(problem|advice)$", "");
            assertThat(code.contains("\"" + kind + "\"") || key.startsWith("kind."))
                    .as("%s is said by no class of internal.%s", key, room)
                    .isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = "language")
    void everyFaultHasAProblem(String room) throws IOException {
        Map<String, String> words = words(room, "faults.properties");

        assertThat(words.keySet().stream().filter(key -> key.endsWith(".advice") && !key.startsWith("advice.")))
                .allSatisfy(key -> assertThat(words).containsKey(key.replace(".advice", ".problem")));
    }

    @ParameterizedTest
    @ValueSource(strings = "language")
    void spanishSaysUstedAndNothingInEnglish(String room) throws IOException {
        Map<String, String> english = words(room, "faults.properties");
        Map<String, String> spanish = words(room, "faults_es.properties");

        assertThat(spanish.keySet()).isEqualTo(english.keySet());
        spanish.forEach((key, text) -> {
            assertThat(FAMILIAR.matcher(text).find()).as("%s = %s", key, text).isFalse();
            if (!key.startsWith("kind.")) {
                assertThat(text).as(key).isNotEqualTo(english.get(key));
            }
            assertThat(placeholders(text)).as(key).isEqualTo(placeholders(english.get(key)));
        });
    }

    /** What is to be written has the quotes that rules take: a text with others is copied, and refused. */
    @ParameterizedTest
    @ValueSource(strings = {"language", "packs", "packs/workbooks"})
    void whatIsToBeWrittenHasStraightQuotes(String room) throws IOException {
        words(room, "faults_es.properties")
                .forEach((key, text) -> assertThat(text).as(key).doesNotContainPattern("= ?«|[A-Za-z]\\( ?«"));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String code(String room) throws IOException {
        Path folder = Path.of("src/main/java/org/hrbudget/rules/internal/" + room);
        try (Stream<Path> files = Files.list(folder)) {
            StringBuilder code = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                code.append(Files.readString(file, StandardCharsets.UTF_8));
            }
            return code.toString();
        }
    }

    private static Map<String, String> words(String room, String name) throws IOException {
        String resource = "/org/hrbudget/rules/internal/" + room + "/" + name;
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(FaultWordsTest.class.getResourceAsStream(resource)), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            Map<String, String> words = new TreeMap<>();
            properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
            assertThat(words).isNotEmpty();
            return words;
        }
    }
}
