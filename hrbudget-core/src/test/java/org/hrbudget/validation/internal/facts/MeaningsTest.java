package org.hrbudget.validation.internal.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.hrbudget.validation.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningsTest {

    @Test
    void everyKindOfFactAndEveryPropertySaysWhatItIs() {
        List<String> said = new ArrayList<>();
        for (FactType type : Vocabulary.types().values()) {
            said.add(Meanings.of(type).es());
            for (Property property : type.properties().values()) {
                said.add(Meanings.of(type, property).es());
                said.add(Meanings.unit(property).es());
                assertThat(Meanings.absent(type, property).isEmpty())
                        .isEqualTo(property.absence() == Property.Absence.NEVER);
            }
        }
        assertThat(said).allSatisfy(text -> assertThat(text).matches("\\p{L}.*[^.]"));
    }

    /** A sum is in no cell that could be blank: why it is absent has to be said of each. */
    @Test
    void everySumThatMayBeAbsentSaysWhen() throws IOException {
        Set<String> keys = keys("meanings.properties");
        for (FactType type : Vocabulary.types().values()) {
            if (type.scope() != Rule.Scope.LINE && !RecordFact.class.isAssignableFrom(type.factClass())) {
                for (Property property : type.properties().values()) {
                    assertThat(keys.contains(type.word() + "." + property.name() + ".absent"))
                            .as("%s.%s.absent in meanings.properties", type.word(), property.name())
                            .isEqualTo(property.absence() != Property.Absence.NEVER);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"meanings.properties", "meanings_es.properties"})
    void nothingIsSaidOfWhatIsNotThere(String file) throws IOException {
        Set<String> left = keys(file);
        left.removeIf(key -> key.startsWith("unit.") || key.startsWith("absent."));
        Vocabulary.types().values().forEach(type -> {
            left.remove(type.word());
            type.properties().keySet().forEach(name -> {
                left.remove(type.word() + "." + name);
                left.remove(type.word() + "." + name + ".absent");
            });
        });
        assertThat(left).isEmpty();
    }

    private static Set<String> keys(String file) throws IOException {
        Properties properties = new Properties();
        try (InputStreamReader reader =
                new InputStreamReader(Meanings.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
