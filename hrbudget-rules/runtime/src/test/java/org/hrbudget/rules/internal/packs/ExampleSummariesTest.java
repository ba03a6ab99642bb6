package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.packs.examples.Examples;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.internal.facts.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lines add up to, and what last year's came to, as a lawyer asks for it and shows it in examples. */
class ExampleSummariesTest {

    private static final String PROGRAMME = """
            code,sequence,title
            01.01.01,1,First
            01.01.02,2,Second
            02.01.01,3,Third
            """;

    /** Two lines of 11CD01, of which one goes to two actions of right 01 and the other to none; and one of 09PD01. */
    private static final String BUDGET = """
            expect,case,phase,unit_code,proposed,approved,modified,exercised,action_1,action_1_amount,action_2,action_2_amount,baseline
            %1$s,budget,exercised,11CD01,110.00,100.00,90.00,80.00,01.01.01,60.00,01.01.02,20.00,%2$s
            %1$s,budget,exercised,11CD01,220.00,300.00,310.00,320.00,,,,,
            %1$s,budget,exercised,09PD01,1.00,50.00,3.00,4.00,02.01.01,,,,
            """;

    private static final String BY_UNIT = "11CD01/01.01.01=70.00|11CD01/02.01.01=5.00|09PD01/02.01.01=9.00";
    private static final String SUMS = "|11CD01/amount=500.00|11CD01/linked=90.00|11CD01/attributed=75.00"
            + "|11CD01/exercised=499.00|amount=600.00|linked=99.00|attributed=84.00|exercised=510.00";

    private static List<Fault> differences(String condition, String table) {
        return differences(condition, "", table);
    }

    private static List<Fault> differences(String condition, String parameters, String table) {
        PackText files = PackText.oneRule()
                .with("xx/1/lines.drl", PackText.rule("no-unit", "WARNING", condition))
                .with("xx/1/examples/programme.csv", PROGRAMME)
                .with("xx/1/parameters.csv", "code,value,unit,legal-basis\n" + parameters)
                .with("xx/1/examples/no-unit.csv", table);
        OpenPack pack = OpenPack.of(new Library(files).load("xx", "1"));
        Examples examples = Examples.of(pack);
        return examples.cases(pack.rules().get(0)).stream()
                .flatMap(example -> examples.differences(example).stream())
                .toList();
    }

    /** As rules name them, in both languages, and as headings of tables and the short words do. */
    @ParameterizedTest
    @CsvSource({
        "linkedAmountLastYear, linkedAmount",
        "linkedAmountLastYear, linked_amount",
        "linkedAmountLastYear, linkedAmountLastYear",
        "linkedAmountLastYear, montoVinculado",
        "linkedAmountLastYear, monto vinculado",
        "linkedAmountLastYear, montoVinculadoDelAñoAnterior",
        "linkedAmountLastYear, linked",
        "attributedAmountLastYear, montoAtribuido",
        "attributedAmountLastYear, attributed",
        "exercisedLastYear, ejercido",
        "amountLastYear, monto",
        "amountLastYear, amountLastYear",
    })
    void aSumOfLastYearIsGivenByTheNameThatRulesKnow(String property, String word) {
        assertThat(differences("UnitSummary( " + property + " != null, " + property + " > 0 )", """
                expect,case,baseline
                finding,given,11CD01/%s=0.01
                silence,nothing,11CD01/%1$s=0.00
                """.formatted(word)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "UnitSummary ~ proposed ~ 330.00",
                "UnitSummary ~ approved ~ 400.00",
                "UnitSummary ~ modified ~ 400.00",
                "UnitSummary ~ exercised ~ 400.00",
                "UnitSummary ~ linkedShare ~ 0.25",
                "UnitSummary ~ actions ~ 2",
                "UnitSummary ~ fundedActions ~ 2",
                "UnitSummary ~ linkedRights ~ 1",
                "UnitSummary ~ fundedRights ~ 1",
                "UnitSummary ~ droppedActions ~ 1",
                "UnitSummary ~ amountLastYear ~ 500.00",
                "UnitSummary ~ linkedAmountLastYear ~ 90.00",
                "UnitSummary ~ attributedAmountLastYear ~ 75.00",
                "UnitSummary ~ exercisedLastYear ~ 499.00",
                "UnitSummary ~ fundedActionsLastYear ~ 2",
                "UnitSummary ~ fiscalYear ~ 2010",
                "UnitSummary ~ baselineYear ~ 2009",
                "UnitRightSummary 01 ~ lines ~ 1",
                "UnitRightSummary 01 ~ actions ~ 2",
                "UnitRightSummary 01 ~ fundedActions ~ 2",
                "UnitRightSummary 01 ~ linkedAmount ~ 100.00",
                "UnitRightSummary 01 ~ linkedShare ~ 1",
                "UnitRightSummary 01 ~ attributedAmount ~ 80.00",
                "UnitRightSummary 01 ~ attributedShare ~ 0.2",
                "UnitRightSummary 01 ~ largestActionShare ~ 0.75",
                "UnitRightSummary 01 ~ attributedAmountLastYear ~ 70.00",
                "UnitRightSummary 01 ~ fundedActionsLastYear ~ 1",
                "UnitRightSummary 01 ~ fiscalYear ~ 2010",
                "UnitRightSummary 01 ~ baselineYear ~ 2009",
                "UnitRightSummary 02 ~ lines ~ 0",
                "UnitRightSummary 02 ~ attributedAmount ~ 0",
                "UnitRightSummary 02 ~ attributedAmountLastYear ~ 5.00",
                "BudgetSummary ~ attributedAmount ~ 130.00",
                "BudgetSummary ~ proposed ~ 331.00",
                "BudgetSummary ~ approved ~ 450.00",
                "BudgetSummary ~ modified ~ 403.00",
                "BudgetSummary ~ exercised ~ 404.00",
                "BudgetSummary ~ actions ~ 3",
                "BudgetSummary ~ fundedActions ~ 3",
                "BudgetSummary ~ fundedRights ~ 2",
                "BudgetSummary ~ fundedGroups ~ 0",
                "BudgetSummary ~ fundingUnits ~ 2",
                "BudgetSummary ~ amountLastYear ~ 600.00",
                "BudgetSummary ~ linkedAmountLastYear ~ 99.00",
                "BudgetSummary ~ attributedAmountLastYear ~ 84.00",
                "BudgetSummary ~ exercisedLastYear ~ 510.00",
                "BudgetSummary ~ fundedActionsLastYear ~ 2",
                "BudgetSummary ~ fiscalYear ~ 2010",
                "BudgetSummary ~ baselineYear ~ 2009",
                "RightSummary 02 ~ lines ~ 1",
                "RightSummary 02 ~ linkedAmount ~ 50.00",
                "RightSummary 01 ~ largestActionShare ~ 0.75",
                "RightSummary 02 ~ fundingUnits ~ 1",
                "RightSummary 02 ~ amountLastYear ~ 14.00",
                "RightSummary 02 ~ fundedActionsLastYear ~ 1",
                "RightSummary 02 ~ fiscalYear ~ 2010",
                "RightSummary 02 ~ baselineYear ~ 2009",
                "ActionSummary 02 ~ fundingUnits ~ 1",
                "ActionSummary 02 ~ fundingUnitsLastYear ~ 2",
                "ActionSummary 02 ~ fiscalYear ~ 2010",
                "ActionSummary 02 ~ baselineYear ~ 2009",
            })
    void everySumIsThatOfTheExample(String word, String property, String value) {
        List<String> words = List.of(word.split(" ", -1));
        String fact = words.get(0);
        Property asked = Vocabulary.type(fact).property(property);
        String unit = fact.startsWith("Unit") ? "unitCode == \"11CD01\", " : "";
        String right = word.equals(fact)
                ? ""
                : (fact.equals("RightSummary") ? "code" : "rightCode") + " == \"" + words.get(1) + "\", ";
        String known = asked.absence() == Property.Absence.NEVER ? "" : property + " != null, ";
        String condition = "Parameter( code == \"expected\", $expected : value ) " + fact + "( " + unit + right + known
                + property + " == $expected )";
        String measure = asked.type() == Property.Type.NUMBER
                ? "count"
                : asked.type().name().toLowerCase(Locale.ROOT);
        String parameter = "expected,%s," + measure + ",law\n";

        assertThat(differences(condition, parameter.formatted(value), budget("finding")))
                .isEmpty();
        String another = measure.equals("ratio") ? "0.01" : "7" + value;
        assertThat(differences(condition, parameter.formatted(another), budget("silence")))
                .isEmpty();
    }

    private static String budget(String expect) {
        return BUDGET.formatted(expect, BY_UNIT + SUMS);
    }

    /** What only the actions of last year are known of is never taken for nothing. */
    @Test
    void aListOfActionsSaysNothingOfAllTheMoney() {
        for (String property : List.of("amountLastYear", "linkedAmountLastYear", "exercisedLastYear")) {
            assertThat(differences("UnitSummary( " + property + " == null )", BUDGET.formatted("finding", BY_UNIT)))
                    .isEmpty();
        }
        assertThat(differences(
                        "UnitSummary( fundedActionsLastYear == null, droppedActions == null )",
                        BUDGET.formatted("finding", "01.01.01=70.00")))
                .isEmpty();
        assertThat(differences(
                        "UnitRightSummary( attributedAmountLastYear == null )",
                        BUDGET.formatted("finding", "01.01.01=70.00")))
                .isEmpty();
    }

    @Test
    void aUnitThatLacksAnAmountOnALineHasNoSumOfIt() {
        assertThat(differences("UnitSummary( exercised != null, exercised > 0 )", """
                expect,case,phase,approved,exercised
                finding,all,exercised,1.00,1.00
                finding,all,exercised,1.00,1.00
                silence,one lacks it,exercised,1.00,1.00
                silence,one lacks it,exercised,1.00,
                """))
                .isEmpty();
    }

    @Test
    void lessThanLastYearIsSaidOfEachUnit() {
        assertThat(differences("UnitSummary( amountLastYear != null, amount < amountLastYear )", """
                expect,case,unit_code,approved,baseline
                silence,as much,11CD01,100.00,11CD01/amount=100.00
                finding,less,11CD01,99.99,11CD01/amount=100.00
                silence,a new unit,09PD01,1.00,11CD01/amount=100.00
                silence,not known,11CD01,1.00,11CD01/01.01.01=5.00
                """))
                .isEmpty();
    }

    @Test
    void aRightThatAUnitLeavesWholeIsAFact() {
        assertThat(differences(
                        "UnitRightSummary( attributedAmountLastYear != null, attributedAmountLastYear > 0, fundedActions == 0 )",
                        """
                expect,case,unit_code,approved,action_1,baseline
                silence,kept,11CD01,100.00,02.01.01,11CD01/02.01.01=5.00
                finding,left,11CD01,100.00,01.01.01,11CD01/02.01.01=5.00
                silence,of another unit,11CD01,100.00,01.01.01,09PD01/02.01.01=5.00
                """))
                .isEmpty();
    }

    @Test
    void anIndexOfPricesIsAFactForEachYear() {
        assertThat(differences(
                        "Parameter( code == \"much\", $much : value ) Deflator( index > $much, $year : year )",
                        "much,1,ratio,law\n",
                        """
                expect,case,approved,deflator
                silence,at,1.00,2010=1
                finding,above,1.00,2009=0.9|2010=1.0000000001
                silence,none given,1.00,
                """))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "2010=0", "2010=1|2010=2", "2010=1|", "10=1", "2010=-1"})
    void anIllWrittenIndexIsAFaultOfItsCell(String index) {
        String table = "expect,case,approved,deflator\nsilence,a,1.00," + index + "\n";

        assertThatThrownBy(() -> differences("Deflator( index < 0 )", table)).hasMessageContaining("(D2)");
    }

    @Test
    void ofALineItIsAskedHowManyLinksActionsAndRightsItHas() {
        for (String condition : List.of(
                "SpendingLine( linksWithoutAmount > linksWithoutShare )",
                "SpendingLine( actions > rights )",
                "SpendingLine( links.size > actions + rights )")) {
            assertThat(differences(condition, """
                    expect,case,action_1,action_1_share,action_2,action_2_share,action_3,action_3_amount,action_4
                    finding,two of one right,01.01.01,0.2,01.01.02,,01.01.01,,99.99.99
                    silence,one,01.01.01,,,,,,
                    silence,an amount,01.01.01,,,,02.01.01,5.00,
                    """)).as(condition).isEmpty();
        }
    }

    @Test
    void aLinkKnowsTheCodesOfItsLine() {
        assertThat(differences(
                        "ActionLink( objectCode != null, objectCode == \"1131\", objectChapter == \"1000\","
                                + " programmeCode == \"E001\" )",
                        """
                expect,case,action_1,object_code,programme_code
                finding,that one,01.01.01,1131,E001
                silence,another object,01.01.01,1132,E001
                silence,another programme,01.01.01,1131,E002
                """))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "500.00",
                "11CD01/=5.00",
                "/01.01.01=5.00",
                "11CD01/01.01.01",
                "11CD01/amount=5.00:reason",
                "11CD01/01.01.01=1.00|11CD01/01.01.01=2.00",
                "11CD01/01.01.01=1.00|01.01.02=2.00"
            })
    void anIllWrittenBaselineIsAFaultOfItsCell(String baseline) {
        String table = "expect,case,approved,baseline\nsilence,a,1.00," + baseline + "\n";

        assertThatThrownBy(() -> differences("UnitSummary( lines == 0 )", table))
                .hasMessageContaining("(D2)");
    }
}
