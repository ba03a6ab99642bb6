package org.hrbudget.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hrbudget.model.DataItem;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.rules.authoring.internal.words.LawRule;
import org.hrbudget.rules.authoring.internal.words.PlainWords;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.internal.facts.Vocabulary;
import org.hrbudget.validation.spi.Catalogues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTest {

    @Test
    void everyPropertyOfEveryKindOfFactHasItsPhrase() {
        List<String> missing = new ArrayList<>();
        for (FactType type : Vocabulary.types().values()) {
            if (type.scope() != null) {
                missing.addAll(without(type.word(), List.of(".where", ".every")));
            }
            for (Property property : type.properties().values()) {
                List<String> endings = switch (property.type()) {
                    case BOOLEAN -> List.of(".true", ".false");
                    case LIST -> List.of(".empty", ".filled", ".size");
                    default -> List.of("");
                };
                missing.addAll(without(type.word() + "." + property.name(), endings));
            }
        }
        assertThat(missing)
                .as(
                        "Write these keys into authoring/phrases.properties and phrases_es.properties: a noun in the singular with"
                                + " its article, or a sentence for .true and one for .false, so that conditions can be said in words.")
                .isEmpty();
    }

    @Test
    void everyWordThatPacksUseHasItsPhrase() {
        List<String> missing = new ArrayList<>();
        for (DataItem item : DataItem.values()) {
            missing.addAll(without("item." + item.word(), List.of("")));
        }
        for (Catalogues.CodeList kind : Catalogues.CodeList.values()) {
            missing.addAll(without("list." + kind, List.of("")));
        }
        for (Severity severity : Severity.values()) {
            missing.addAll(without("severity." + severity, List.of("")));
        }
        for (Rule.LegalBasis.Evidence evidence : Rule.LegalBasis.Evidence.values()) {
            missing.addAll(without("evidence." + evidence, List.of("")));
        }
        for (String unit : Aliases.of("unit").names().keySet()) {
            missing.addAll(without("measure." + unit, List.of("")));
        }
        assertThat(missing)
                .as("Write these keys into authoring/phrases.properties and phrases_es.properties")
                .isEmpty();
    }

    private static List<String> without(String key, List<String> endings) {
        return endings.stream()
                .map(ending -> key + ending)
                .filter(phrase -> !PlainWords.has(phrase))
                .toList();
    }

    private static LawRule rule(String jurisdiction, String version, String id) {
        Map<String, LawRule> law = LawRule.of(OpenPack.of(RulePacks.load(jurisdiction, version)));
        return java.util.Objects.requireNonNull(law.get(id));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "line-names-no-action"
                        + " ~ A spending line that neither names an action nor says why none applies."
                        + " ~ Un renglón que no señala ninguna línea de acción ni dice por qué ninguna aplica.",
                "result-structure-incomplete"
                        + " ~ A spending line where either the result is not given, the sub-result is not given or the institutional"
                        + " activity is not given."
                        + " ~ Un renglón en el que o bien no se indica el resultado, no se indica el subresultado o bien no se indica la"
                        + " actividad institucional.",
                "unit-linking-rate-below-reference"
                        + " ~ A budget where the share of units linked to an action (I01) is below the limit"
                        + " reference-unit-linking-rate (75 %)."
                        + " ~ Un presupuesto en el que la proporción de unidades vinculadas con una línea de acción (I01) es menor que el"
                        + " límite reference-unit-linking-rate (75 %).",
                "key-repeated"
                        + " ~ Every budget key that occurs on more than one line."
                        + " ~ Toda clave presupuestaria que está en más de un renglón.",
                "unit-code-malformed"
                        + " ~ A spending line where the unit code does not have this form: 2 digits, a space"
                        + " if any, 2 capital letters or digits, a space if any, 2 digits."
                        + " ~ Un renglón en el que la clave de la unidad responsable no"
                        + " tiene esta forma: 2 dígitos, un espacio si lo hay, 2 mayúsculas o dígitos, un espacio si lo hay, 2 dígitos.",
            })
    void conditionsReadAsSentences(String id, String english, String spanish) {
        LawRule rule = rule("mx-cmx", "2011.2", id);

        assertThat(PlainWords.condition(rule).en()).isEqualTo(english);
        assertThat(PlainWords.condition(rule).es()).isEqualTo(spanish);
    }

    @Test
    void everyConditionOfTheBundledPacksIsOneSentenceWithoutSigns() {
        for (String jurisdiction : RulePacks.jurisdictions()) {
            for (var version : RulePacks.versions(jurisdiction)) {
                LawRule.of(OpenPack.of(RulePacks.load(jurisdiction, version.version())))
                        .values()
                        .forEach(rule -> {
                            assertThat(PlainWords.condition(rule).en())
                                    .doesNotContain("==", "!=", "$", "null", "{")
                                    .endsWith(".");
                            assertThat(PlainWords.condition(rule).es())
                                    .doesNotContain("==", "!=", "$", "null", "{", " a el ", " de el ")
                                    .endsWith(".");
                        });
            }
        }
    }
}
