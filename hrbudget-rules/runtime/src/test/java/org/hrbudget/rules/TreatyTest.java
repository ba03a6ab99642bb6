package org.hrbudget.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.Programmes;
import org.hrbudget.io.YearlySeries;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;
import org.junit.jupiter.api.Test;

/** A treaty is law for budgets of governments other than its own, of which there is none. */
class TreatyTest {

    private static final FiscalYear YEAR = FiscalYear.of(2011);
    private static final String LINES = """
            fiscal_year,unit_code,approved,action_1
            2011,11CD01,%s,01.01.01
            2011,12CD02,%s,02.01.01
            """;
    private static final String LAST_YEAR = """
            fiscal_year,unit_code,approved,action_1
            2010,11CD01,100.00,01.01.01
            2010,12CD02,100.00,02.01.01
            """;

    @Test
    void itBindsTheBudgetsItNames() {
        ValidationReport report = validator().deflator(prices()).build().validate(budget("mx-cmx", "104.49", "200.00"));

        assertThat(report.problems()).isEmpty();
        assertThat(report.findings())
                .extracting(Finding::ruleId)
                .containsExactly("right-cut-in-real-terms", "right-share-cut-while-budget-grows");
        assertThat(report.findings())
                .extracting(finding -> finding.message(Locale.ENGLISH))
                .containsExactly(
                        "Equality and non-discrimination (01) had 100.00 last year, which is 104.50 at the prices of this year,"
                                + " and now has 104.49.",
                        "Equality and non-discrimination (01) had 50 % of the budget last year and now has 34.32 %, while the whole"
                                + " budget went from 200.00 to 304.49.");
    }

    @Test
    void itBindsNobodyElse() {
        ValidationReport report = validator().deflator(prices()).build().validate(budget("xx", "104.50", "104.50"));

        assertThat(report.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message().en())
                        .startsWith("icescr 1976.1 is the law of icescr, mx-cmx, mx-fed, and the budget is of xx."));
    }

    @Test
    void whatFellInRealTermsIsOpenWithoutPrices() {
        ValidationReport report = validator().build().validate(budget("mx-cmx", "1.00", "1.00"));

        assertThat(report.findings()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.openDuties())
                .singleElement()
                .satisfies(entry -> assertThat(entry.reason().en()).contains("--deflator"));
    }

    private static BudgetValidator.Builder validator() {
        return BudgetValidator.builder()
                .packs(RulePacks.select("icescr", YEAR, LocalDate.of(2010, 11, 15))
                        .orElseThrow())
                .programme(Programmes.read(input("programme.csv", """
                        code,sequence,right,strategy,title,right_es,right_en,group
                        01.01.01,1,01,01.01,Una,Igualdad y no discriminación,Equality and non-discrimination,no
                        02.01.01,2,02,02.01,Otra,Derecho de ejemplo,Example right,no
                        """)))
                .baseline(Budgets.reading(input("last.csv", LAST_YEAR))
                        .jurisdiction("mx-cmx")
                        .source());
    }

    private static BudgetSource budget(String whose, String one, String other) {
        return Budgets.reading(input("lines.csv", LINES.formatted(one, other)))
                .jurisdiction(whose)
                .fiscalYear(YEAR)
                .source();
    }

    private static YearlySeries prices() {
        return YearlySeries.of(
                "prices", null, Map.of(YEAR.previous(), BigDecimal.valueOf(100), YEAR, new BigDecimal("104.5")));
    }

    private static Input input(String name, String text) {
        return Input.of(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
