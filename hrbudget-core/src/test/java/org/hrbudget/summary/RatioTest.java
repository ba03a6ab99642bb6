package org.hrbudget.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTest {

    @Test
    void newActionsOf2011Are2Point16PercentOfTheProgramme() {
        assertThat(Indicator.Ratio.of(52, 2412).rounded(4)).isEqualTo("0.0216");
    }

    @Test
    void actionsMetIn2014Are31Point80Percent() {
        assertThat(Indicator.Ratio.of(767, 2412).rounded(4)).isEqualTo("0.3180");
    }

    @Test
    void twoThirdsAreBelowTheirRoundedValue() {
        assertThat(Indicator.Ratio.of(2, 3).decimal()).isLessThan(new BigDecimal("0.6666666667"));
        assertThat(Indicator.Ratio.of(2, 3).decimal()).isGreaterThan(new BigDecimal("0.6666666666"));
    }

    @Test
    void threeQuartersAreExactlyTheirDecimal() {
        assertThat(Indicator.Ratio.of(75, 100).decimal()).isEqualTo("0.75");
    }

    @Test
    void wholeHundredsAreWrittenOut() {
        assertThat(Indicator.Ratio.of(300, 1).decimal()).isEqualTo("300");
    }

    @Test
    void oneCentavoBelowAQuarterOfAHugeBudgetIsBelow() {
        Indicator.Ratio ratio =
                new Indicator.Ratio(new BigDecimal("24999999999999999.99"), new BigDecimal("100000000000000000.00"));
        assertThat(ratio.decimal()).isLessThan(new BigDecimal("0.25"));
    }

    @Test
    void quantityOfManyDecimalsStillCompares() {
        Indicator.Ratio ratio = new Indicator.Ratio(
                new BigDecimal("0.5").subtract(new BigDecimal("1e-60")).multiply(new BigDecimal("3")),
                new BigDecimal("3.00"));
        assertThat(ratio.decimal()).isLessThan(new BigDecimal("0.5"));
    }

    @Test
    void ratioOfNothingIsUndefined() {
        assertThat(Indicator.Ratio.of(0, 0).decimal()).isNull();
        assertThat(Indicator.Ratio.of(0, 0).rounded(2)).isNull();
        assertThat(Indicator.Ratio.of(0, 0).complement().decimal()).isNull();
    }

    @Test
    void complementOfAQuarterIsThreeQuarters() {
        assertThat(Indicator.Ratio.of(1, 4).complement().decimal()).isEqualTo("0.75");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 20000000000, 0.0000000001",
        "3, 20000000000, 0.0000000002",
        "-1, 20000000000, -0.0000000001",
        "9999999999, 200000000000000000000, 0.0000000000",
        "10000000001, 200000000000000000000, 0.0000000001",
        "19999999999, 20000000000, 1.0000000000"
    })
    void halfOfTheTenthDecimalIsRoundedUp(BigDecimal part, BigDecimal whole, String rounded) {
        assertThat(new Indicator.Ratio(part, whole).rounded(10)).isEqualTo(rounded);
    }

    @Property
    void decimalComparesAsTheFractionDoes(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000_000L) long part,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000_000_000L) long whole,
            @ForAll("limits") BigDecimal limit) {
        int exact = BigDecimal.valueOf(part).compareTo(limit.multiply(BigDecimal.valueOf(whole)));
        assertThat(Integer.signum(Indicator.Ratio.of(part, whole).decimal().compareTo(limit)))
                .isEqualTo(Integer.signum(exact));
    }

    @Property
    void decimalComparesRightWithTheNearestLimits(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000_000_000L) long whole,
            @ForAll("limits") BigDecimal limit,
            @ForAll @LongRange(min = -1, max = 1) long off) {
        BigDecimal denominator = BigDecimal.valueOf(whole, 2);
        BigDecimal numerator = denominator.multiply(limit).add(BigDecimal.valueOf(off, 12));
        assertThat(Integer.signum(
                        new Indicator.Ratio(numerator, denominator).decimal().compareTo(limit)))
                .isEqualTo(Long.signum(off));
    }

    @Provide
    static Arbitrary<BigDecimal> limits() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.ONE)
                .ofScale(10);
    }
}
