package org.hrbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hrbudget.summary.Indicator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.ValidationReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A ratio has ten decimals at most in a document, rounded half up. */
class RatioDecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "0.00000000004999, 0",
        "0.00000000005, 0.0000000001",
        "0.00000000015, 0.0000000002",
        "-0.00000000005, -0.0000000001",
        "0.99999999995, 1",
        "0.7500000000, 0.75"
    })
    void halfOfTheTenthDecimalIsRoundedUp(BigDecimal value, String written) {
        assertThat(figure(value)).isEqualTo(written);
        assertThat(detail(value)).isEqualTo(written);
    }

    private static String figure(BigDecimal value) {
        ValidationReport report = Samples.report();
        Indicator indicator =
                new Indicator("I02", value, new Indicator.Ratio(value, BigDecimal.ONE), "ratio", Map.of());
        ValidationReport with = new ValidationReport(
                report.header(),
                report.packs(),
                report.inputs(),
                report.verdict(),
                report.ledger(),
                report.findings(),
                report.truncated(),
                report.rejectedRows(),
                report.problems(),
                report.summaries(),
                List.of(indicator),
                report.data(),
                report.units(),
                report.unjudged());
        return ReportDocument.of(with, Locale.ENGLISH, Map.of())
                .indicators()
                .get(0)
                .value();
    }

    private static String detail(BigDecimal value) {
        Finding sample = Samples.report().findings().get(0);
        Finding finding = new Finding(
                sample.pack(),
                sample.rule(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of("value", Finding.Detail.of(Finding.Detail.Type.RATIO, value)));
        return DocumentParts.defect(finding, Locale.ENGLISH).details().get("value");
    }
}
