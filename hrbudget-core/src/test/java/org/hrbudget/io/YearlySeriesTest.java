package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.hrbudget.model.FiscalYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Series of numbers by year: what is read, and what is refused in words. */
class YearlySeriesTest {

    private static final FiscalYear Y2009 = FiscalYear.of(2009);
    private static final FiscalYear Y2010 = FiscalYear.of(2010);

    private static Input input(String text) {
        return Input.of("series.csv", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theNumberOfAYearIsTheMeanOfItsTwelveMonths() {
        StringBuilder months = new StringBuilder("Fecha,INPC,Fuente\n");
        for (int month = 1; month <= 12; month++) {
            months.append("2009-")
                    .append(month < 10 ? "0" : "")
                    .append(month)
                    .append("-01,")
                    .append(month)
                    .append(",INEGI\n");
        }
        YearlySeries series = YearlySeries.read(input(months + "2010,13,\n"));

        assertThat(series.value(Y2009)).isEqualByComparingTo("6.5");
        assertThat(series.at(new BigDecimal("100.01"), Y2009, Y2010)).isEqualTo("200.02");
        assertThat(series.at(new BigDecimal("100.01"), Y2010, Y2009)).isEqualTo("50.01");
        assertThat(series.perHead(new BigDecimal("100.00"), Y2009)).isEqualTo("15.3846153846");
        assertThat(series.source()).contains("INEGI");
        assertThat(series.sha256()).hasValueSatisfying(hash -> assertThat(hash).hasSize(64));
    }

    @Test
    void aYearWithMonthsMissingIsRefusedWhereItIsAskedFor() {
        YearlySeries series = YearlySeries.read(input("year,index\n2009,100\n2010-01,101\n2010-11,102\n"));

        assertThat(series.value(Y2009)).isEqualByComparingTo("100");
        assertThatExceptionOfType(BudgetReadException.class)
                .isThrownBy(() -> series.value(Y2010))
                .satisfies(e -> assertThat(e.message(Locale.forLanguageTag("es")))
                        .isEqualTo(
                                "A series.csv le faltan meses de 2010, y el número de un año es el promedio de sus doce."
                                        + " Faltan: 2010-02, 2010-03, 2010-04, 2010-05, 2010-06, 2010-07, 2010-08, 2010-09, 2010-10,"
                                        + " 2010-12. Agréguelos o dé al año una sola fila."));
        assertThatExceptionOfType(BudgetReadException.class)
                .isThrownBy(() -> series.value(FiscalYear.of(2011)))
                .withMessageContaining("has nothing for 2011, only 2009\u20262010");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2009,1000;2009,100|row 3, column year: 2009 is there twice",
                "2009-01,100;2009,100|row 3, column year: 2009 is there twice",
                "2009,100;2009-01,100|row 3, column year: 2009-01 is there twice",
                "2009-13,100|row 2, column year: \"2009-13\" is no period",
                "09,100|row 2, column year: \"09\" is no period",
                "2009,0|row 2, column index: \"0\" is no number above zero",
                "2009,-4|row 2, column index: \"-4\" is no number above zero",
                "2009,1e3|row 2, column index: \"1e3\" is no number above zero",
                "2009,|row 2, column index: The cell is blank",
                "''|lists nothing"
            })
    void aFileWithAWrongRowIsRefusedWithItsCell(String rows, String why) {
        assertThatExceptionOfType(BudgetReadException.class)
                .isThrownBy(() -> YearlySeries.read(input("year,index\n" + rows.replace(';', '\n') + "\n")))
                .withMessageContaining(why);
    }

    @Test
    void realSeriesOfPricesAndProductAreRead() {
        YearlySeries prices = YearlySeries.read(RealData.file("series/mx-consumer-prices-monthly.csv"));
        YearlySeries product = YearlySeries.read(RealData.file("series/mx-nominal-gdp.csv"));

        // The mean of the twelve rows that begin with 2009, by awk.
        assertThat(prices.value(Y2009)).isEqualTo("70.4764585833");
        assertThat(product.value(FiscalYear.of(1993))).isEqualByComparingTo("1651777.889");
    }

    @Test
    void aDecimalCommaIsNoThousand() {
        assertThatExceptionOfType(BudgetReadException.class)
                .isThrownBy(() -> YearlySeries.read(input("año;inpc\n2009;100\n2010;104,123\n")))
                .satisfies(e -> assertThat(e.message(Locale.ENGLISH)).contains("row 3", "104,123"));
        assertThat(YearlySeries.read(input("year,population\n2009,\"104,123\"\n"))
                        .value(Y2009))
                .isEqualByComparingTo("104123");
        assertThat(YearlySeries.read(input("year,index\n2009,\"1,104,123\"\n")).value(Y2009))
                .isEqualByComparingTo("1104123");
    }
}
