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
        assertThat(Ratio.of(52, 2412).rounded(4)).isEqualTo("0.0216");
    }

    @Test
    void actionsMetIn2014Are31Point80Percent() {
        assertThat(Ratio.of(767, 2412).rounded(4)).isEqualTo("0.3180");
    }

    @Test
    void twoThirdsAreBelowTheirRoundedValue() {
        assertThat(Ratio.of(2, 3).decimal()).isLessThan(new BigDecimal("0.6666666667"));
        assertThat(Ratio.of(2, 3).decimal()).isGreaterThan(new BigDecimal("0.6666666666"));
    }

    @Test
    void threeQuartersAreExactlyTheirDecimal() {
        assertThat(Ratio.of(75, 100).decimal()).isEqualTo("0.75");
    }

    @Test
    void wholeHundredsAreWrittenOut() {
        assertThat(Ratio.of(300, 1).decimal()).isEqualTo("300");
    }

    @Test
    void oneCentavoBelowAQuarterOfAHugeBudgetIsBelow() {
        Ratio ratio = new Ratio(new BigDecimal("24999999999999999.99"), new BigDecimal("100000000000000000.00"));
        assertThat(ratio.decimal()).isLessThan(new BigDecimal("0.25"));
    }

    @Test
    void quantityOfManyDecimalsStillCompares() {
        Ratio ratio = new Ratio(
                new BigDecimal("0.5").subtract(new BigDecimal("1e-60")).multiply(new BigDecimal("3")),
                new BigDecimal("3.00"));
        assertThat(ratio.decimal()).isLessThan(new BigDecimal("0.5"));
    }

    @Test
    void ratioOfNothingIsUndefined() {
        assertThat(Ratio.of(0, 0).decimal()).isNull();
        assertThat(Ratio.of(0, 0).rounded(2)).isNull();
        assertThat(Ratio.of(0, 0).complement().decimal()).isNull();
    }

    @Test
    void complementOfAQuarterIsThreeQuarters() {
        assertThat(Ratio.of(1, 4).complement().decimal()).isEqualTo("0.75");
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
        assertThat(new Ratio(part, whole).rounded(10)).isEqualTo(rounded);
    }

    @Property
    void decimalComparesAsTheFractionDoes(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000_000L) long part,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000_000_000L) long whole,
            @ForAll("limits") BigDecimal limit) {
        int exact = BigDecimal.valueOf(part).compareTo(limit.multiply(BigDecimal.valueOf(whole)));
        assertThat(Integer.signum(Ratio.of(part, whole).decimal().compareTo(limit)))
                .isEqualTo(Integer.signum(exact));
    }

    @Property
    void decimalComparesRightWithTheNearestLimits(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000_000_000L) long whole,
            @ForAll("limits") BigDecimal limit,
            @ForAll @LongRange(min = -1, max = 1) long off) {
        BigDecimal denominator = BigDecimal.valueOf(whole, 2);
        BigDecimal numerator = denominator.multiply(limit).add(BigDecimal.valueOf(off, 12));
        assertThat(Integer.signum(new Ratio(numerator, denominator).decimal().compareTo(limit)))
                .isEqualTo(Long.signum(off));
    }

    @Provide
    static Arbitrary<BigDecimal> limits() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.ONE)
                .ofScale(10);
    }
}
