package org.hrbudget.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.ResultStructure;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.validation.internal.facts.FactContext;
import org.hrbudget.validation.internal.facts.LineFact;
import org.hrbudget.validation.spi.Catalogues;
import org.hrbudget.validation.spi.RuleEvaluation;
import org.junit.jupiter.api.Test;

/** A match names the property at fault. */
class PointerTest {

    private static final String STRUCTURE = "SpendingLine( result == null || subresult == null || activity == null )";
    private static final String AMOUNTS =
            "SpendingLine( (committed != null && committed < 0) || (accrued != null && accrued < 0)"
                    + " || (paid != null && exercised != null && paid > exercised) )";

    @Test
    void ofAlternativesItIsTheFirstThatHolds() {
        assertThat(focus(STRUCTURE, structure(null, null, null))).isEqualTo("result");
        assertThat(focus(STRUCTURE, structure("1", null, null))).isEqualTo("subresult");
        assertThat(focus(STRUCTURE, structure("1", "2", null))).isEqualTo("activity");
    }

    @Test
    void alternativesMayCompare() {
        assertThat(focus(AMOUNTS, amounts("1", "-1", "0", "0"))).isEqualTo("accrued");
        assertThat(focus(AMOUNTS, amounts("-1", "-1", "0", "0"))).isEqualTo("committed");
        assertThat(focus(AMOUNTS, amounts("1", "1", "0", "2"))).isEqualTo("paid");
    }

    @Test
    void whatIsOnlyAskedToBeGivenIsNotAccused() {
        String rule = "SpendingLine( committed != null, accrued != null, paid != null, accrued > committed )";

        assertThat(focus(rule, amounts("1", "2", "0", "0"))).isEqualTo("accrued");
    }

    @Test
    void aRuleThatAsksNoMoreAccusesThat() {
        assertThat(focus("SpendingLine( committed != null )", amounts("1", "2", "0", "0")))
                .isEqualTo("committed");
    }

    @Test
    void nothingWrittenInAColumnIsAccused() {
        assertThat(focus("SpendingLine( budgetFiscalYear != null )", amounts("1", "2", "0", "0")))
                .isNull();
    }

    /** What asks is written in no column and accuses nothing; what it asks about is compared all the same only after it. */
    @Test
    void anAlternativeThatAccusesNothingIsStillAskedBeforeTheNext() {
        String rule = "SpendingLine( fiscalYear != null,"
                + " (budgetFiscalYear == null || budgetFiscalYear > fiscalYear) || identifierDigit == null )";
        SpendingLine line =
                SpendingLine.builder().fiscalYear(FiscalYear.of(2011)).build();

        assertThat(focus(rule, line, null)).isEqualTo("fiscalYear");
        assertThat(focus(rule, line, FiscalYear.of(2011))).isEqualTo("identifierDigit");
        assertThat(focus(rule, line, FiscalYear.of(2012))).isEqualTo("fiscalYear");
    }

    private static String focus(String pattern, SpendingLine line) {
        return focus(pattern, line, FiscalYear.of(2011));
    }

    private static String focus(String pattern, SpendingLine line, FiscalYear year) {
        FactContext context = new FactContext(year, BudgetPhase.PAID, Catalogues.of(Map.of()), null, null);
        List<RuleEvaluation.Match> matches = Rules.compile(pattern)
                .evaluate(List.of(LineFact.of(line, context)), Rules.TERMS)
                .matches();
        assertThat(matches).hasSize(1);
        return matches.get(0).focus();
    }

    private static SpendingLine structure(String result, String subresult, String activity) {
        return SpendingLine.builder()
                .resultStructure(new ResultStructure(result, subresult, activity))
                .build();
    }

    private static SpendingLine amounts(String committed, String accrued, String exercised, String paid) {
        return SpendingLine.builder()
                .amount(AmountKind.COMMITTED, new BigDecimal(committed))
                .amount(AmountKind.ACCRUED, new BigDecimal(accrued))
                .amount(AmountKind.EXERCISED, new BigDecimal(exercised))
                .amount(AmountKind.PAID, new BigDecimal(paid))
                .build();
    }
}
