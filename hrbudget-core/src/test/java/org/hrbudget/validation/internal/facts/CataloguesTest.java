package org.hrbudget.validation.internal.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrbudget.validation.internal.facts.Facts.list;
import static org.hrbudget.validation.internal.facts.Facts.none;

import java.util.Map;
import org.hrbudget.validation.spi.Catalogues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CataloguesTest {

    private static final Catalogues.CodeList CODES = Catalogues.CodeList.MODALITIES;
    private static final Catalogues.CodeList REASONS = Catalogues.CodeList.EMPTY_REASONS;

    @ParameterizedTest
    @EnumSource(Catalogues.CodeList.class)
    void wordsAreKnownWithoutAccentsAndCapitalsAndCodesAreNot(Catalogues.CodeList kind) {
        boolean words = kind == Catalogues.CodeList.UNIT_KINDS || kind == Catalogues.CodeList.INDICATOR_DIMENSIONS;
        Catalogues catalogues = list(kind, "órgano");

        assertThat(catalogues.knows(kind, "órgano")).isTrue();
        assertThat(catalogues.knows(kind, "ORGANO")).isEqualTo(words);
        assertThat(catalogues.knows(kind, "organos")).isFalse();
        assertThat(catalogues.meaning(kind, "ORGANO")).isEqualTo(words ? "name of órgano" : null);
    }

    @Test
    void ofAListThatIsNotThereAndOfNoCodeNothingIsSaid() {
        assertThat(none().knows(CODES, "E")).isNull();
        assertThat(none().meaning(CODES, "E")).isNull();
        assertThat(none().meaningOfBeginning(CODES, "E")).isNull();
        assertThat(none().saysNothing("x")).isNull();
        assertThat(none().list(CODES)).isEmpty();
        assertThat(list(CODES, "E").knows(CODES, null)).isNull();
        assertThat(list(CODES, "E").meaning(CODES, null)).isNull();
        assertThat(list(REASONS, "x").saysNothing(null)).isNull();
    }

    @Test
    void anEmptyListKnowsNoCode() {
        assertThat(list(CODES).knows(CODES, "E")).isFalse();
        assertThat(list(CODES).kinds()).containsExactly(CODES);
    }

    @ParameterizedTest
    @CsvSource({"x, true", "X, true", "xxxx, true", "-----, true", "xy, false", "s/n, true", "S/N, true", "aaa, false"})
    void signsRepeatedSayNothingIfTheSignIsOnTheList(String reason, boolean nothing) {
        assertThat(list(REASONS, "x", "-", "s/n").saysNothing(reason)).isEqualTo(nothing);
    }

    @ParameterizedTest
    @CsvSource({"1131, of 113", "1130, of 113", "1121, of 11", "11, of 11", "1, ", "2131, "})
    void longestBeginningOnTheListGivesTheMeaning(String code, String meaning) {
        Catalogues catalogues =
                Catalogues.of(Map.of(Catalogues.CodeList.SPENDING_TYPES, Map.of("11", "of 11", "113", "of 113")));

        assertThat(catalogues.meaningOfBeginning(Catalogues.CodeList.SPENDING_TYPES, code))
                .isEqualTo(meaning);
    }

    @Test
    void meantIsTheOnlyNearCodeAndNoneForACodeThatIsOnTheList() {
        Catalogues one = list(Catalogues.CodeList.UNIT_KINDS, "delegación", "secretaría");
        Catalogues two = list(Catalogues.CodeList.UNIT_KINDS, "dependencia", "dependencie");

        assertThat(one.meant(Catalogues.CodeList.UNIT_KINDS, "delegacoin")).contains("delegación");
        assertThat(one.meant(Catalogues.CodeList.UNIT_KINDS, "delegación")).isEmpty();
        assertThat(one.meant(Catalogues.CodeList.UNIT_KINDS, "x")).isEmpty();
        assertThat(two.meant(Catalogues.CodeList.UNIT_KINDS, "dependenci")).isEmpty();
        assertThat(one.meant(Catalogues.CodeList.MODALITIES, "delegacoin")).isEmpty();
    }
}
