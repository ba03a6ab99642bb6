package org.hrbudget.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LineTest {

    @Test
    void pointsOnALineAreLinear() {
        Line line = Line.through(Map.of(1, 12.0, 2, 14.0, 5, 20.0));

        assertThat(line.start()).isEqualTo(10, Offset.offset(1e-9));
        assertThat(line.slope()).isEqualTo(2, Offset.offset(1e-9));
        assertThat(line.residual()).isEqualTo(0, Offset.offset(1e-9));
    }

    @Test
    void aCurveStrays() {
        assertThat(Line.through(Map.of(1, 1.0, 2, 4.0, 3, 9.0, 4, 16.0, 8, 64.0))
                        .residual())
                .isGreaterThan(0.05);
    }

    @Test
    void theMiddleOfTwoLiesBetweenThem() {
        assertThat(Spread.of(List.of(3.0, 1.0, 2.0, 10.0))).isEqualTo(new Spread(2.5, 1, 10));
    }
}
