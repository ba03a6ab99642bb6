package org.hrbudget.validation.internal.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectLevelTest {

    @ParameterizedTest
    @ValueSource(strings = {"6", "60", "600", "6000", "60000"})
    void theFirstDigitIsTheChapter(String code) {
        assertThat(ObjectLevel.of(code)).isEqualTo(ObjectLevel.CHAPTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"61", "610", "6100", "61000"})
    void theSecondDigitIsTheConcept(String code) {
        assertThat(ObjectLevel.of(code)).isEqualTo(ObjectLevel.CONCEPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"612", "6120", "61200"})
    void theThirdDigitIsTheGenericItemHoweverManyZerosFollow(String code) {
        assertThat(ObjectLevel.of(code)).isEqualTo(ObjectLevel.GENERIC_ITEM);
    }

    @ParameterizedTest
    @CsvSource({"6121, four digits", "61201, five digits", "13410, the tenth of its generic item", "60001, no concept"})
    void whatFollowsTheThirdDigitIsTheSpecificItem(String code, String why) {
        assertThat(ObjectLevel.of(code)).as(why).isEqualTo(ObjectLevel.SPECIFIC_ITEM);
    }
}
