package org.hrbudget.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RightNamesTest {

    private static final HumanRightsProgramme PROGRAMME = HumanRightsProgramme.of(
            "A programme",
            List.of(
                    new HumanRight("01", false, "Igualdad y no discriminación", "Equality and non-discrimination"),
                    new HumanRight("04", false, "Derechos políticos", "Political rights"),
                    new HumanRight("10", false, "Derecho al agua", "Right to water"),
                    new HumanRight("16", true, "Mujeres", "Women")),
            List.of());

    @ParameterizedTest
    @CsvSource({
        "01, 01",
        "01, 1",
        "10, 10",
        "01, igualdad y no discriminacion",
        "01, Derecho a la Igualdad y no Discriminación",
        "01, EQUALITY AND NON DISCRIMINATION",
        "01, Right to equality and non-discrimination",
        "01, 01. Igualdad y no discriminación",
        "01, 1 - Derecho a la igualdad y no discriminación",
        "04, Derechos politicos",
        "10, Agua",
        "10, derecho  al  AGUA",
        "10, Water",
        "16, Derechos de las mujeres"
    })
    void aRightIsNamedByCodeOrNameHoweverTheyAreWritten(String code, String written) {
        assertThat(PROGRAMME.chapters().stream()
                        .map(HumanRight::code)
                        .filter(chapter -> PROGRAMME.names(chapter, written)))
                .containsExactly(code);
        assertThat(PROGRAMME.namesAny(written)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Igualdad",
                "Equality",
                "0",
                "99",
                "100",
                "Derecho a la",
                "04 Agua",
                "Derecho al agua potable",
                "-"
            })
    void whatNamesNoRightIsToldFromAnotherRight(String written) {
        assertThat(PROGRAMME.namesAny(written)).isFalse();
        assertThat(PROGRAMME.names("01", written)).isFalse();
    }
}
