package org.hrbudget.validation.internal.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactWordsTest {

    /** Each kind of fact and each property has its text; .absent is there for those that can be absent, and for nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"Words.properties", "Words_es.properties"})
    void eachWordHasItsMeaningAndNoTextIsLeftOver(String file) throws Exception {
        Set<String> needed = new TreeSet<>();
        Set<String> allowed = new TreeSet<>();
        Vocabulary.types().values().forEach(fact -> {
            needed.add(fact.word());
            fact.properties().values().forEach(property -> {
                String key = fact.word() + "." + property.name();
                needed.add(key);
                if (property.absence() != Property.Absence.NEVER) {
                    allowed.add(key + ".absent");
                }
            });
        });
        Set<String> written = new TreeSet<>(texts(file).stringPropertyNames());

        assertThat(written).as("write what each is into %s", file).containsAll(needed);
        written.removeAll(needed);
        assertThat(allowed).as("nothing asks for these of %s", file).containsAll(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Words.properties", "Words_es.properties"})
    void keysAreSortedAndTextsAreSentences(String file) throws Exception {
        List<String> lines;
        try (InputStream stream = FactWords.class.getResourceAsStream(file)) {
            lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }

        assertThat(lines).isSortedAccordingTo((a, b) -> key(a).compareTo(key(b)));
        assertThat(lines).allMatch(line -> line.endsWith("."));
    }

    @Test
    void aMeaningIsSaidInBothLanguages() {
        FactType unit = Vocabulary.type("UnitSummary");

        assertThat(FactWords.of(unit).es()).startsWith("Lo que suman los renglones de una unidad");
        assertThat(FactWords.of(unit, unit.property("lines")).en()).isEqualTo("How many lines it has.");
        assertThat(FactWords.absent(unit, unit.property("lines"))).isEmpty();
        assertThat(FactWords.absent(unit, unit.property("unitName")))
                .hasValueSatisfying(text -> assertThat(text.es()).isEqualTo("Ninguno de sus renglones lo da."));
    }

    private static String key(String line) {
        return line.substring(0, line.indexOf(" = "));
    }

    private static Properties texts(String file) throws Exception {
        Properties texts = new Properties();
        try (InputStream stream = FactWords.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
