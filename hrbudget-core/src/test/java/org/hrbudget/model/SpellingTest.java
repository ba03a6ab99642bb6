package org.hrbudget.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.hrbudget.model.internal.Spelling;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No aplica",
                "NO APLICA.",
                " no  aplica\u00A0",
                "No\naplica",
                "N/A",
                "n.a.",
                "Ninguna",
                "ninguno...",
                "No corresponde",
                "not applicable",
                "None"
            })
    void thatSomethingDoesNotApplyIsOneStatement(String text) {
        assertThat(Spelling.saysNotApplicable(text)).isTrue();
        assertThat(Spelling.isOneWord(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "01.01.01",
                "no",
                "No aplica a menores",
                "Aplica",
                "Ninguna de las anteriores",
                "noaplica",
                "nominal"
            })
    void whateverElseIsSaidIsAnother(String text) {
        assertThat(Spelling.saysNotApplicable(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Deuda", "deuda.", " Nómina ", "No\u0301mina", "no"})
    void aWordStandsAlone(String text) {
        assertThat(Spelling.isOneWord(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "-",
                "x",
                "xxx",
                "Xx",
                "S/N",
                "Gasto de operación",
                "Deuda, nómina",
                "1131",
                "Deuda2"
            })
    void severalWordsOrOtherSignsAreNoWord(String text) {
        assertThat(Spelling.isOneWord(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "--", "x", "xxx"})
    void aSignMayBeRepeated(String text) {
        assertThat(Spelling.isOneSign(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-x", "xxy"})
    void twoSignsAreNotOne(String text) {
        assertThat(Spelling.isOneSign(text)).isFalse();
    }
}
