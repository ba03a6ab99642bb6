package org.hrbudget.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IndicatorTest {

    @ParameterizedTest
    @EnumSource
    void isFoundByItsId(Indicator.Definition definition) {
        assertThat(Indicator.Definition.of(definition.id()))
                .as("two definitions may not share an id; give the newer one its own")
                .contains(definition);
    }

    @ParameterizedTest
    @EnumSource
    void saysItsFormulaInBothLanguages(Indicator.Definition definition) {
        assertThat(definition.formula().en())
                .as("write the formula in English and in Spanish")
                .isNotBlank()
                .isNotEqualTo(definition.formula().es());
        assertThat(definition.title().en()).isNotBlank();
        assertThat(definition.title().es()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void ratiosDivide(Indicator.Definition definition) {
        boolean ratio = definition.measure() == Indicator.Definition.Measure.RATIO;
        assertThat(definition.formula().en().contains(" / ")).isEqualTo(ratio);
        assertThat(definition.formula().es().contains(" / ")).isEqualTo(ratio);
    }

    @Test
    void unknownIdHasNoDefinition() {
        assertThat(Indicator.Definition.of("I99")).isEmpty();
    }

    @Test
    void moneyIsInTheCurrencyOfTheBudget() {
        assertThat(Indicator.Definition.TOTAL.measure().unit("MXN")).isEqualTo("MXN");
        assertThat(Indicator.Definition.UNIT_LINKING_RATE.measure().unit("MXN")).isEqualTo("ratio");
    }
}
