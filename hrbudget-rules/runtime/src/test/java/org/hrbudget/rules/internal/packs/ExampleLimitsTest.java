package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hrbudget.rules.internal.language.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples are asked for both sides of a limit, and for no side on which nothing can lie. */
class ExampleLimitsTest {

    private static final String PROGRAMME = """
            code,sequence,title
            01.01.01,1,First
            """;

    private static List<String> asked(String condition, String parameters, String table) {
        PackText files = PackText.oneRule()
                .with("xx/1/lines.drl", PackText.rule("no-unit", "WARNING", condition))
                .with("xx/1/parameters.csv", "code,value,unit,legal-basis\n" + parameters)
                .with("xx/1/examples/programme.csv", PROGRAMME)
                .with("xx/1/examples/no-unit.csv", table);
        Faults faults = new Faults();
        new Library(files).check("xx", "1", faults);
        return faults.all().stream().map(Object::toString).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "UnitSummary, amountLastYear, 11CD01/amount",
        "UnitSummary, exercisedLastYear, 11CD01/exercised",
        "BudgetSummary, linkedAmountLastYear, linkedAmount",
        "RightSummary, amountLastYear, 01.01.01",
    })
    void noCaseBelowNothingIsAskedOfLastYearsMoney(String fact, String property, String word) {
        assertThat(asked("%s( %s != null, %2$s > 0 )".formatted(fact, property), "", """
                expect,case,baseline
                finding,some,%s=1.00
                silence,none,%1$s=0.00
                """.formatted(word)))
                .isEmpty();
    }

    @Test
    void noCaseBelowALimitOfNothingIsAskedEither() {
        assertThat(asked(
                        "Parameter( code == \"least\", $least : value )"
                                + " UnitSummary( amountLastYear != null, amountLastYear > $least )",
                        "least,0,amount,law\n",
                        """
                expect,case,baseline
                finding,some,11CD01/amount=1.00
                silence,none,11CD01/amount=0.00
                """))
                .isEmpty();
    }

    @Test
    void aDifferenceMayBeBelowNothing() {
        assertThat(asked("UnitSummary( links - goals > 0 )", "", """
                expect,case,action_1,goals
                finding,one,01.01.01,
                silence,as many,01.01.01,11CD01
                """))
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains("below its limit, links - goals > 0"));
    }

    @Test
    void noIndexOfPricesIsNothingOrLess() {
        assertThat(asked(
                        "BudgetSummary( $y : fiscalYear, fiscalYear != null, lines > 0 )"
                                + " exists Deflator( year == $y, index > 0 )",
                        "",
                        """
                expect,case,deflator
                finding,this year,2010=100
                silence,another,2009=100
                """))
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains("lines > 0 of BudgetSummary"));
    }
}
