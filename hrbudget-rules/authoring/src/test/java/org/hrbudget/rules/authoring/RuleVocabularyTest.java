package org.hrbudget.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.hrbudget.io.Layout;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.internal.packs.examples.Examples;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.internal.facts.Vocabulary;
import org.hrbudget.validation.spi.Catalogues;
import org.junit.jupiter.api.Test;

class RuleVocabularyTest {

    private static final Path PAGE = Path.of("../law/WORDS.md");

    private static final String ORIGIN = """
            <!-- Generated from the vocabulary and the packs: change those, then run
                 mvn -pl hrbudget-rules/authoring -am test -Dtest=RuleVocabularyTest -Dhrbudget.write=true -->
            """;

    private final RuleVocabulary vocabulary = RuleVocabulary.of(newest());

    private static List<RulePack> newest() {
        PackLibrary library = PackLibrary.bundled();
        return library.jurisdictions().stream()
                .map(jurisdiction -> {
                    List<PackManifest> versions = library.versions(jurisdiction);
                    return library.load(
                            jurisdiction, versions.get(versions.size() - 1).version());
                })
                .toList();
    }

    @Test
    void thePageIsThatOfTheVocabulary() throws IOException {
        String page = ORIGIN + vocabulary.page();
        if (Boolean.getBoolean("hrbudget.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("WORDS.md differs from the vocabulary. To write it anew: mvn -pl hrbudget-rules/authoring -am test"
                        + " -Dtest=RuleVocabularyTest -Dhrbudget.write=true")
                .isEqualTo(page);
    }

    @Test
    void everyFactAndPropertyIsInIt() {
        Vocabulary.types()
                .forEach((word, fact) -> assertThat(section(word).words())
                        .extracting(RuleVocabulary.Word::name)
                        .containsExactlyElementsOf(fact.properties().keySet()));
    }

    @Test
    void everyListAndEveryLimitIsInIt() {
        assertThat(section("catalogues").words())
                .extracting(RuleVocabulary.Word::name)
                .containsExactlyElementsOf(Stream.of(Catalogues.CodeList.values())
                        .map(list -> list.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList());
        assertThat(section("parameters").words()).anySatisfy(word -> {
            assertThat(word.name()).isEqualTo("reference-unit-linking-rate");
            assertThat(word.said().es()).isEqualTo("75 %");
        });
    }

    /** Headings in other words of a column that is told need not be told; of links, those without a number are the first's. */
    @Test
    void everyColumnOfExamplesIsInIt() {
        Set<String> untold = new HashSet<>(Examples.columns());
        section("examples").words().forEach(word -> untold.remove(word.name()));

        untold.removeAll(Layout.named("hrbudget").headings());
        untold.removeIf(column -> column.matches("month_[01][0-9]"));

        assertThat(untold).isEmpty();
    }

    @Test
    void whatACellOfExamplesMaySayIsInIt() {
        assertThat(section("examples").words())
                .filteredOn(word -> word.isCalled("baseline"))
                .singleElement()
                .satisfies(word -> {
                    assertThat(word.meaning().en()).contains("amount", "linkedAmount", "attributedAmount", "exercised");
                    assertThat(word.meaning().es()).contains("monto", "montoVinculado", "montoAtribuido", "ejercido");
                });
        assertThat(section("examples").words())
                .filteredOn(word -> word.isCalled("expect"))
                .singleElement()
                .satisfies(
                        word -> assertThat(word.meaning().es()).contains("advertencia", "observación", "por valorar"));
    }

    @Test
    void aWordSaysWhatItHoldsAndWhenItIsBlank() {
        RuleVocabulary.Word share = word("BudgetSummary", "unitLinkingRate");

        assertThat(share.said().es()).isEqualTo("la proporción de unidades vinculadas con una línea de acción (I01)");
        assertThat(share.type().es())
                .isEqualTo("proporción: 0.05 es 5 %; puede faltar: la regla entonces lo pasa por alto");
        assertThat(share.absent().orElseThrow().es()).isEqualTo("No hay ninguna unidad.");
        assertThat(word("SpendingLine", "unitCode").type().en()).endsWith("column unit_code in examples");
    }

    @Test
    void aWordIsFoundByEachOfItsNames() {
        RuleVocabulary.Word kind = word("SpendingLine", "unitKind");

        assertThat(kind.spanish()).containsExactly("tipoDeUnidad");
        assertThat(List.of("unitKind", "UNITKIND", "tipoDeUnidad", "tipo de unidad", "Tipo_de_Unidad"))
                .allMatch(kind::isCalled);
        assertThat(List.of("tipo", "unitKinds", "")).noneMatch(kind::isCalled);
        assertThat(section("SpendingLine").isCalled("renglon de gasto")).isTrue();
        assertThat(section("catalogues").isCalled("catálogos")).isTrue();
    }

    private RuleVocabulary.Word word(String section, String name) {
        return section(section).words().stream()
                .filter(word -> word.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private RuleVocabulary.Section section(String name) {
        return vocabulary.sections().stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
