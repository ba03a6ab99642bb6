package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.packs.examples.Examples;
import org.hrbudget.validation.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A lawyer writes examples of rules about the documents of units in the columns of these documents. */
class ExampleDocumentsTest {

    private static final String PROGRAMME = """
            code,sequence,title
            01.01.01,1,First
            01.01.02,2,Second
            """;

    private static List<Fault> differences(String condition, String table) {
        PackText files = PackText.oneRule()
                .with("xx/1/lines.drl", PackText.rule("no-unit", "WARNING", condition))
                .with("xx/1/catalogues/indicator-dimensions.csv", "code,name_es\neficacia,Eficacia\n")
                .with("xx/1/catalogues/funding-sources.csv", "code,name_es\n11,Recursos fiscales\n")
                .with("xx/1/examples/programme.csv", PROGRAMME)
                .with("xx/1/examples/no-unit.csv", table);
        OpenPack pack = OpenPack.of(new Library(files).load("xx", "1"));
        Examples examples = Examples.of(pack);
        Rule rule = pack.rules().get(0);
        return examples.cases(rule).stream()
                .flatMap(example -> examples.differences(example).stream())
                .toList();
    }

    @Test
    void rowsOfADocumentAreJudgedOneByOne() {
        assertThat(differences("UnitIndicator( dimension != null, !dimensionKnown )", """
                expect,case,name,dimension
                finding,one,A,Eficaz
                silence,one,B,EFICACIA
                silence,other,C,eficacia
                """))
                .isEmpty();
    }

    @Test
    void anExpectationThatARowDoesNotMeetIsTold() {
        assertThat(differences("Goal( unitOfMeasure == null )", """
                expect,case,name,unit_of_measure
                finding,a,Curso,persona
                silence,a,Taller,
                """)).hasSize(2);
    }

    @Test
    void quantitiesAreComparedWithEachOther() {
        assertThat(differences("Goal( quantity != null, monthsTotal != null, monthsTotal != quantity )", """
                expect,case,name,quantity,month_01,month_02,month_03,month_04,month_05,month_06,month_07,month_08,month_09,month_10,month_11,month_12
                silence,equal,A,12,1,1,1,1,1,1,1,1,1,1,1,1.00
                finding,below,B,12.1,1,1,1,1,1,1,1,1,1,1,1,1
                """))
                .isEmpty();
    }

    @Test
    void theBudgetHasALineOfTheUnitUnlessTheRowSaysOtherwise() {
        assertThat(differences("PolicyFramework( !unitKnown )", """
                expect,case,unit,unit_code,objective
                silence,its own,09PD01,09PD01,x
                finding,of another,09PD01,11CD01,x
                """)).isEmpty();
        assertThat(differences("PolicyFramework( !unitKnown )", """
                expect,case,unit,objective
                silence,its own,09PD01,x
                """)).isEmpty();
    }

    @Test
    void aListedActionIsComparedWithTheLinksOfTheLineBesideIt() {
        assertThat(differences("ListedAction( !linked )", """
                expect,case,action,action_1
                silence,linked,01.01.01,01.01.01
                finding,not linked,01.01.01,01.01.02
                finding,one of two,01.01.01,01.01.02
                silence,one of two,01.01.02,
                """)).isEmpty();
    }

    @Test
    void aMatrixRowIsARowOfItsDocument() {
        assertThat(differences("MatrixRow( assumption == null )", """
                expect,case,programme,level,summary,indicator,verification,assumption
                finding,a,E001,fin,x,y,z,
                silence,a,E001,propósito,x,y,z,"uno, dos"
                """)).isEmpty();
    }

    @Test
    void aColumnOfTheCaseGivesTheListOfAUnit() {
        assertThat(differences("ActionLink( !listed )", """
                expect,case,unit_list,action_1,action_2
                silence,listed,11CD01:01.01.01|11CD01:01.01.02,01.01.01,
                finding,not listed,11CD01:01.01.02|09PD01:01.01.01,01.01.01,
                silence,unit without list,09PD01:01.01.01,01.01.01,
                silence,no list at all,,01.01.01,
                """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"frameworks", "goals", "indicators"})
    void aColumnOfTheCaseSaysWhichUnitsFiled(String document) {
        assertThat(differences("UnitSummary( " + document + " == 0 )", """
                expect,case,%s
                silence,filed,11CD01|11CD01
                finding,another filed,09PD01
                finding,of three letters,VST
                finding,none filed,
                """.formatted(document)))
                .isEmpty();
    }

    @Test
    void behindAUnitThatFiledStandsWhatItIsAbout() {
        assertThat(differences(
                        "UnitActivitySummary( $u : unitCode, $a : activity )"
                                + " not Goal( unitCode == $u, activity != null, activity == $a )",
                        """
                expect,case,result,subresult,activity,goals
                silence,its own,1,1,01,11CD01:01
                finding,another activity,1,1,01,11CD01:02
                finding,no activity,1,1,01,11CD01
                """))
                .isEmpty();
        assertThat(differences(
                        "UnitProgrammeSummary( $u : unitCode, $p : programmeCode )"
                                + " not PolicyFramework( unitCode == $u, programmeCode != null, programmeCode == $p )",
                        """
                expect,case,programme_code,frameworks
                silence,its own,E001,11CD01:E002|11CD01:E001
                finding,another programme,E001,11CD01:E002
                """))
                .isEmpty();
        assertThat(differences(
                        "UnitSummary( $u : unitCode ) exists MatrixRow( unitCode == $u, level == \"fin\" )", """
                expect,case,matrix
                finding,the level,11CD01:fin
                silence,another level,11CD01:actividad
                """))
                .isEmpty();
    }

    @Test
    void theLineBesideAGoalHasAnActivityOfItsOwn() {
        assertThat(differences(
                        "Goal( activity != null, $u : unitCode, $a : activity )"
                                + " not UnitActivitySummary( unitCode == $u, activity == $a )",
                        """
                expect,case,activity,result,subresult,line_activity
                silence,its own,01,1,1,01
                finding,another,01,1,1,02
                """))
                .isEmpty();
    }

    @Test
    void withoutADocumentARuleThatNeedsItStaysSilent() {
        assertThat(differences("UnitSummary( goals == 0 )", """
                expect,case,approved
                silence,none given,1.00
                """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11CD01", ":01.01.01", "11CD01:", "11CD01:01.01.01|", "11CD01:01.01.01|11CD01:01.01.01"})
    void anIllWrittenListIsAFaultOfItsCell(String list) {
        String table = """
                expect,case,unit_list,action_1
                silence,a,%s,01.01.01
                """.formatted(list);
        assertThat(differences("ActionLink( !listed )", table))
                .singleElement()
                .extracting(Fault::getMessage, InstanceOfAssertFactories.STRING)
                .contains("C2", "11CD01:01.01.01|11CD01:01.01.02");
    }

    @ParameterizedTest
    @CsvSource({"goals, 11CD01|", "goals, 11CD01:", "matrix, :fin", "indicators, 11CD01:x"})
    void anIllWrittenUnitAmongThoseThatFiledIsAFaultOfItsCell(String document, String filed) {
        String table = """
                expect,case,%s
                silence,a,%s
                """.formatted(document, filed);
        assertThat(differences("UnitSummary( goals == 0 )", table))
                .singleElement()
                .extracting(Fault::getMessage, InstanceOfAssertFactories.STRING)
                .contains("C2");
    }

    @Test
    void rowsThatAreNoneOfTheDocumentAreAFaultOfTheFile() {
        assertThat(differences("Goal( quantity != null, quantity <= 0 )", """
                expect,case,quantity
                silence,a,many
                """))
                .singleElement()
                .satisfies(fault -> assertThat(fault.getMessage()).contains("many"));
    }

    @Test
    void aFundingSourceIsLookedUpInItsCodeList() {
        assertThat(differences("SpendingLine( !fundingSourceKnown )", """
                expect,case,funding_source
                finding,a,99
                silence,b,11
                """)).isEmpty();
    }
}
