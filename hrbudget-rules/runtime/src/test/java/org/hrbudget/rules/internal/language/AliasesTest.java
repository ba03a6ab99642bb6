package org.hrbudget.rules.internal.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.validation.internal.facts.Vocabulary;
import org.junit.jupiter.api.Test;

/** Every word a rule may name has a Spanish name, and each of those names one word. */
class AliasesTest {

    @Test
    void everyFactAndPropertyHasASpanishName() {
        List<String> without = new ArrayList<>();
        Vocabulary.types().forEach((word, type) -> {
            if (!Aliases.of("fact").names().containsKey(word)) {
                without.add("fact," + word);
            }
            type.properties().keySet().stream()
                    .filter(property -> !Aliases.of(word).names().containsKey(property))
                    .forEach(property -> without.add(word + "," + property));
        });

        assertThat(without)
                .as("add a row for each of these to aliases.csv, with its Spanish name behind a comma")
                .isEmpty();
    }

    @Test
    void noFactOrPropertyIsNamedThatThereIsNot() {
        List<String> unknown = new ArrayList<>();
        Aliases.of("fact").names().keySet().stream()
                .filter(fact -> !Vocabulary.types().containsKey(fact) && !fact.equals("Catalogue"))
                .forEach(unknown::add);
        Vocabulary.types()
                .forEach((word, type) -> Aliases.of(word).names().keySet().stream()
                        .filter(property -> !type.properties().containsKey(property))
                        .forEach(property -> unknown.add(word + "," + property)));

        assertThat(unknown).as("take these out of aliases.csv").isEmpty();
    }

    @Test
    void aSpanishNameStandsForOneWordAndIsNoOther() {
        List<String> ambiguous = new ArrayList<>();
        Aliases.all().forEach((of, aliases) -> {
            Map<String, String> words = new TreeMap<>();
            aliases.names().keySet().forEach(word -> words.put(Spelling.loose(word), word));
            aliases.names()
                    .forEach((word, names) -> names.forEach(name -> {
                        String other = words.putIfAbsent(Spelling.loose(name), word);
                        if (other != null && !other.equals(word)) {
                            ambiguous.add(of + ": " + name + " is " + word + " and " + other);
                        }
                    }));
        });

        assertThat(ambiguous).isEmpty();
    }
}
