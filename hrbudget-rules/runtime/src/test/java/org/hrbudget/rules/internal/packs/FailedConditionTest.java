package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.hrbudget.rules.internal.packs.examples.Examples;
import org.junit.jupiter.api.Test;

/** Where an example expects a finding and the rule is silent, the first condition that fails is said, with what it met. */
class FailedConditionTest {

    private static final String PROGRAMME = """
            code,sequence,title
            01.01.01,1,First
            02.01.01,2,Second
            """;

    private static List<String> said(String condition, String table) {
        PackText files = PackText.oneRule()
                .with("xx/1/lines.drl", PackText.rule("no-unit", "WARNING", condition))
                .with(
                        "xx/1/parameters.csv",
                        "code,value,unit,legal-basis\n"
                                + (condition.contains("Parameter") ? "share,0.1,ratio,law\n" : ""))
                .with("xx/1/examples/programme.csv", PROGRAMME)
                .with("xx/1/examples/no-unit.csv", table);
        OpenPack pack = OpenPack.of(new Library(files).load("xx", "1"));
        Examples examples = Examples.of(pack);
        return examples.cases(pack.rules().get(0)).stream()
                .flatMap(example -> examples.differences(example).stream())
                .map(fault -> fault.fault().message(Locale.forLanguageTag("es")))
                .toList();
    }

    private static void says(String condition, String table, String expected) {
        assertThat(said(condition, table))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("calla. " + expected + ". La fila"));
    }

    @Test
    void theFirstConditionThatFailsIsSaidWithItsValue() {
        says(
                "SpendingLine( approved != null, approved > 0, programmeCode != null && programmeCode == \"E001\" )",
                "expect,case,approved,programme_code\nfinding,a,5.00,E002\n",
                "No se cumple programmeCode == \"E001\", con programmeCode = E002");
    }

    @Test
    void aValueThatIsNotGivenIsOneThatTheConditionMet() {
        says(
                "SpendingLine( approved != null, approved > 0 )",
                "expect,case,approved,modified\nfinding,a,,5.00\n",
                "No se cumple approved != null, con approved = —");
    }

    @Test
    void aConditionThatIsYesOrNoHasNoValueToSay() {
        says(
                "SpendingLine( unitCode != null, !namesActionsOrReason )",
                "expect,case,action_1\nfinding,a,01.01.01\n",
                "No se cumple !namesActionsOrReason");
    }

    @Test
    void aLimitIsSaidWithItsValue() {
        says(
                "Parameter( code == \"share\", $least : value ) UnitSummary( $u : unitCode, linkedShare != null, linkedShare < $least )",
                "expect,case,action_1\nfinding,a,01.01.01\n",
                "No se cumple linkedShare < $least, con linkedShare = 100 %, $least = 10 %, $u = 11CD01");
    }

    @Test
    void anotherFactIsSaidWithWhatItIsTiedBy() {
        says(
                "UnitSummary( $u : unitCode, $all : amount )"
                        + " UnitRightSummary( unitCode == $u, linkedAmount > 0, linkedAmount < $all, $right : rightName )",
                "expect,case,approved,action_1\nfinding,a,100.00,01.01.01\n",
                "No se cumple linkedAmount < $all, con linkedAmount = 100.00, $all = 100.00, $u = 11CD01, $right = 01");
    }

    @Test
    void ofAFactThatMustBeThereTheConditionIsSaid() {
        says(
                "UnitSummary( $u : unitCode ) exists UnitRightSummary( unitCode == $u, linkedAmount < 0 )",
                "expect,case,approved,action_1\nfinding,a,100.00,01.01.01\n",
                "No se cumple linkedAmount < 0, con linkedAmount = 100.00, $u = 11CD01");
    }

    @Test
    void aFactThatIsNotThereAtAllIsSaid() {
        says(
                "UnitSummary( $u : unitCode ) exists MatrixRow( unitCode == $u )",
                "expect,case,matrix\nfinding,a,\n",
                "No hay ningún registro FilaDeLaMatriz que corresponda");
    }

    @Test
    void aFactThatMustNotBeThereIsSaid() {
        says(
                "UnitSummary( $u : unitCode ) not MatrixRow( unitCode == $u )",
                "expect,case,matrix\nfinding,a,11CD01\n",
                "Hay un registro FilaDeLaMatriz que no debe haber");
    }

    @Test
    void ofSeveralFactsOfWhichOneMustBeThereNoneIs() {
        says(
                "UnitSummary( $u : unitCode ) exists ( MatrixRow( unitCode == $u ) or Goal( unitCode == $u ) )",
                "expect,case,matrix,goals\nfinding,a,,\n",
                "No hay ninguno de los registros de los que debe haber uno, como FilaDeLaMatriz");
    }

    @Test
    void dataThatTheRuleNeedsAndTheCaseDoesNotGiveIsSaid() {
        assertThat(said("UnitSummary( goals == 0 )", "expect,case,approved\nfinding,a,1.00\n"))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("calla. No se ", "metas"));
    }

    @Test
    void eachRowIsToldItsOwn() {
        assertThat(said(
                        "SpendingLine( approved != null, approved < 0 )",
                        "expect,case,approved\nfinding,a,1.00\nfinding,a,2.00\nfinding,a,-1.00\n"))
                .satisfiesExactly(
                        one -> assertThat(one).contains("con approved = 1.00."),
                        two -> assertThat(two).contains("con approved = 2.00."));
    }
}
