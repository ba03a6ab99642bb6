package org.hrbudget.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Layout;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Budget;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.ValidationReport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Which of the codes that classifiers and accounts really have stop at the generic item, beside what a pattern of the test's own
 * counts. The files are not part of the project; without them the tests are skipped.
 */
@Tag("thorough")
class RealObjectCodesTest {

    private static final FiscalYear YEAR = FiscalYear.of(2011);
    private static final String STOPS = "object-at-generic-item-level";

    @Test
    void ofTheFederalSpecificItemsTwoStopAtTheGenericItem() throws IOException {
        List<String> codes = column("catalogues/partida_especifica.csv", 0);

        assertThat(codes).hasSize(668);
        assertThat(found(codes, STOPS)).containsExactly("25600", "36400");
        assertThat(found(codes, "object-concept-unknown")).isEmpty();
    }

    @Test
    void everyFederalCodeOfThreeDigitsIsAGenericItemOfAKnownConcept() throws IOException {
        List<String> codes = column("catalogues/partida_generica.csv", 0).stream()
                .filter(code -> code.length() == 3)
                .toList();

        assertThat(codes).hasSize(355);
        assertThat(found(codes, STOPS)).isEqualTo(codes);
        assertThat(found(codes, "object-concept-unknown")).isEmpty();
    }

    @Test
    void noSpecificItemOfMexicoCityIsTakenForAGenericOne() throws IOException {
        List<String> codes;
        try (Stream<String> lines = Files.lines(FederalFilesTest.data("cdmx/cdmx_tecdmx_partidas.csv"))) {
            codes = lines.skip(1)
                    .map(line -> line.substring(line.lastIndexOf(',') + 1))
                    .toList();
        }
        List<String> endInZero =
                codes.stream().filter(code -> code.endsWith("0")).toList();

        assertThat(codes).hasSize(737).allMatch(code -> code.matches("[0-9]{4}"));
        assertThat(endInZero).hasSize(342);
        assertThat(found(codes, STOPS)).isEqualTo(endInZero);
    }

    @Test
    void thePublicAccountOf2011StopsAtTheGenericItemWhereARecountSaysSo() throws Exception {
        Path file = FederalFilesTest.data("mx-federal/Cuenta_Publica_2011.csv.gz");
        List<String> counted = new ArrayList<>();
        try (Recount recount = FederalFilesTest.accountOf(file)) {
            for (Map<String, String> row = recount.next(); row != null; row = recount.next()) {
                String code = row.get("ID_OBJETO_DEL_GASTO");
                if (code.matches("[0-9]{2}[1-9]0*")) {
                    counted.add(code);
                }
            }
        }

        assertThat(counted).isNotEmpty();
        assertThat(found(Budgets.read(file, Layout.named("mx-federal-cuenta-publica")), STOPS))
                .containsExactlyElementsOf(counted);
    }

    private static List<String> column(String name, int index) throws IOException {
        try (Stream<String> lines = Files.lines(FederalFilesTest.data(name))) {
            return lines.skip(1).map(line -> line.split(",", -1)[index]).toList();
        }
    }

    /** {@return the object codes that a rule of the pack of 2011 finds fault with, in their order} */
    private static List<String> found(List<String> codes, String rule) {
        List<SpendingLine> lines = new ArrayList<>();
        for (String code : codes) {
            lines.add(SpendingLine.builder()
                    .position(new Position("codes", lines.size() + 2L))
                    .unit(new BudgetUnit("100", null, null))
                    .objectCode(code)
                    .amount(AmountKind.APPROVED, BigDecimal.ONE)
                    .build());
        }
        BudgetHeader header = new BudgetHeader("mx-fed", YEAR, "MXN", null, BudgetPhase.APPROVED);
        return codes(validator().validate(Budget.of(header, lines)), rule);
    }

    private static List<String> found(BudgetSource account, String rule) {
        return codes(validator().validate(account), rule);
    }

    private static BudgetValidator validator() {
        return BudgetValidator.builder()
                .packs(RulePacks.select("mx-fed", YEAR, LocalDate.of(2012, 6, 30))
                        .orElseThrow())
                .maxFindingsPerRule(1_000)
                .build();
    }

    private static List<String> codes(ValidationReport report, String rule) {
        return report.findings().stream()
                .filter(finding -> finding.ruleId().equals(rule))
                .sorted((one, other) -> Long.compare(row(one), row(other)))
                .map(finding -> finding.details().get("objectCode").text())
                .toList();
    }

    private static long row(Finding finding) {
        return finding.position().row();
    }
}
