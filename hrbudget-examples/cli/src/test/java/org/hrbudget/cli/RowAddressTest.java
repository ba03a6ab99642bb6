package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowAddressTest {

    @Test
    void theRowStandsAfterTheLastColon() {
        assertThat(RowAddress.of("budget.csv:17")).contains(new RowAddress("budget.csv", 17));
        assertThat(RowAddress.of("C:\\Presupuesto 2011\\x.csv:12"))
                .contains(new RowAddress("C:\\Presupuesto 2011\\x.csv", 12));
        assertThat(RowAddress.of("2011:3:4")).contains(new RowAddress("2011:3", 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "budget.csv",
                "C:\\x.csv",
                ":12",
                "budget.csv:",
                "budget.csv:0",
                "budget.csv:x",
                "budget.csv:-3",
                ""
            })
    void whatHasNoRowIsNone(String text) {
        assertThat(RowAddress.of(text)).isEmpty();
    }

    @Test
    void theFileIsKnownWithAndWithoutARow() {
        assertThat(RowAddress.file("C:\\x.csv:12")).isEqualTo("C:\\x.csv");
        assertThat(RowAddress.file("C:\\x.csv")).isEqualTo("C:\\x.csv");
    }
}
