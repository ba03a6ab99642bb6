package org.hrbudget.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.Position;
import org.junit.jupiter.api.Test;

class FindingTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    private static final Map<String, Finding.Detail> DETAILS = Map.of(
            "approved", Finding.Detail.of(Finding.Detail.Type.AMOUNT, new BigDecimal("1234.5")),
            "limit", Finding.Detail.of(Finding.Detail.Type.RATIO, new BigDecimal("0.75")),
            "right", Finding.Detail.of(Finding.Detail.Type.TEXT, new Bilingual("Water", "Agua")));

    @Test
    void everyPlaceholderOfAMessageIsFilledWithItsOwnValue() {
        Finding finding = finding("11CD01", new Position("b.csv", 17));

        assertThat(finding.message(Locale.ENGLISH)).isEqualTo("11CD01 at 17 of b.csv: 1,234.50, 75 %, Water.");
        assertThat(finding.message(SPANISH)).isEqualTo("75 % y 1,234.50, Agua; b.csv, fila 17, de 11CD01.");
    }

    @Test
    void everyPlaceholderOfARemedyIsFilledWithItsOwnValue() {
        Finding finding = finding("11CD01", new Position("b.csv", 17));

        assertThat(finding.remedy(Locale.ENGLISH)).isEqualTo("Lower 1,234.50 in row 17.");
        assertThat(finding.remedy(SPANISH)).isEqualTo("En la fila 17 reduzca 1,234.50.");
    }

    @Test
    void whatAFindingHasNoneOfIsADash() {
        assertThat(finding(null, null).message(Locale.ENGLISH)).startsWith("— at — of —:");
    }

    private static Finding finding(String unit, Position position) {
        Rule rule = new Rule(
                "made-up",
                Severity.WARNING,
                false,
                new Rule.LegalBasis("test", "a test", null, null, "this test", Rule.LegalBasis.Evidence.SOURCED),
                Rule.Scope.LINE,
                "SpendingLine",
                Set.of(),
                List.of(),
                Map.of(
                        "approved",
                        Finding.Detail.Type.AMOUNT,
                        "limit",
                        Finding.Detail.Type.RATIO,
                        "right",
                        Finding.Detail.Type.TEXT),
                new Bilingual("Title", "Título"),
                new Bilingual(
                        "{unit} at {row} of {file}: {approved}, {limit}, {right}.",
                        "{limit} y {approved}, {right}; {file}, fila {row}, de {unit}."),
                new Bilingual("Lower {approved} in row {row}.", "En la fila {row} reduzca {approved}."),
                "x.drl",
                "");
        return new Finding("mx-test 1", rule, position, null, null, null, unit, null, null, null, DETAILS);
    }
}
