package org.hrbudget.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.internal.facts.Vocabulary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VocabularyTest {

    static Stream<Arguments> properties() {
        return Vocabulary.types().values().stream()
                .filter(type -> type.scope() != null)
                .flatMap(type -> type.properties().values().stream()
                        .map(property -> Arguments.of(type.word(), property.name())));
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("properties")
    void everyWordCanBeTestedNamedAndCombined(String word, String name) {
        FactType type = Vocabulary.types().get(word);
        Property property = type.properties().get(name);
        String guard = property.absence() == Property.Absence.NEVER ? "" : name + " != null, ";
        String test = switch (property.type()) {
            case TEXT -> name + " != \"a\", " + name + " matches \"[a-z]{3}\" || " + name + " == \"b\"";
            case NUMBER, AMOUNT, RATIO, QUANTITY -> name + " > 0, " + name + " + " + name + " >= " + name;
            case BOOLEAN -> name + " || !" + name;
            case LIST -> name + ".empty || " + name + ".size > 0";
        };
        String named = property.type() == Property.Type.LIST ? "" : "$x : " + name + ", ";

        List<CheckedRule> rules =
                Rules.checked(Vocabulary.types(), Rules.file(word + "( " + guard + named + test + " )"));

        assertThat(RuleBase.compile(rules)).isNotNull();
    }
}
