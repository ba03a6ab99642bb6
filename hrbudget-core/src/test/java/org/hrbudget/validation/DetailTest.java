package org.hrbudget.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetailTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    @ParameterizedTest
    @CsvSource({
        "0.004, '0.00'",
        "0.005, '0.01'",
        "0.015, '0.02'",
        "-0.005, '-0.01'",
        "999.994, '999.99'",
        "999.995, '1,000.00'",
        "-999999.99, '-999,999.99'",
        "1234567, '1,234,567.00'"
    })
    void halfACentavoIsShownAsOneAndThousandsApart(BigDecimal amount, String shown) {
        assertThat(Finding.Detail.of(Finding.Detail.Type.AMOUNT, amount).shown(Locale.ENGLISH))
                .isEqualTo(shown);
        assertThat(Finding.Detail.of(Finding.Detail.Type.AMOUNT, amount).shown(SPANISH))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0.000049, 0 %",
        "0.00005, 0.01 %",
        "0.00015, 0.02 %",
        "0.74995, 75 %",
        "-0.00005, -0.01 %",
        "12, 1200 %"
    })
    void halfAHundredthOfAPerCentIsRoundedUp(BigDecimal fraction, String shown) {
        assertThat(Finding.Detail.of(Finding.Detail.Type.RATIO, fraction).shown(Locale.ENGLISH))
                .isEqualTo(shown);
        assertThat(Finding.Detail.of(Finding.Detail.Type.RATIO, fraction).shown(SPANISH))
                .isEqualTo(shown);
    }

    @Test
    void nothingIsShownAsADash() {
        assertThat(Finding.Detail.of(Finding.Detail.Type.AMOUNT, null).shown(SPANISH))
                .isEqualTo("—");
    }
}
