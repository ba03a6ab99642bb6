package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.ListedAction;
import org.hrbudget.model.PerformanceIndicator;
import org.hrbudget.model.PhysicalGoal;
import org.hrbudget.model.PolicyFramework;
import org.hrbudget.model.PolicyFramework.Section;
import org.hrbudget.model.Position;
import org.hrbudget.model.ResultsMatrixRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitDocumentsTest {

    private static final FiscalYear YEAR = FiscalYear.of(2014);

    private static Input csv(String text) {
        return Outcome.input("d.csv", text);
    }

    private static Position row(long number) {
        return new Position("d.csv", number);
    }

    @Test
    void aListOfActionsIsRead() {
        assertThat(DocumentType.UNIT_ACTIONS.read(csv("""
                        fiscal_year,unit,action
                        2014,11CD01,01.01.01
                        2014,11CD01, 01.01.02
                        """)).rows())
                .containsExactly(
                        new ListedAction(row(2), YEAR, "11CD01", "01.01.01"),
                        new ListedAction(row(3), YEAR, "11CD01", "01.01.02"));
    }

    @Test
    void aPolicyFrameworkIsReadWithItsThreeSections() {
        assertThat(DocumentType.POLICY_FRAMEWORKS.read(csv("""
                        fiscal_year,unit,activity,programme,development_objective,problem,population,objective,general_section,\
                        general_reason,equality_section,equality_reason,rights_section,rights_reason
                        2014,11CD01,A1,E001,1.2,Few courses,Officers,Train,All of it,,No aplica,Sin población,,
                        """)).rows())
                .containsExactly(new PolicyFramework(
                        row(2),
                        YEAR,
                        "11CD01",
                        "A1",
                        "E001",
                        "1.2",
                        "Few courses",
                        "Officers",
                        "Train",
                        new Section("All of it", null),
                        new Section("No aplica", "Sin población"),
                        Section.NONE));
    }

    @Test
    void aGoalIsReadWithItsMonths() {
        PhysicalGoal goal = DocumentType.GOALS.read(csv("""
                        ejercicio,unidad,actividad,meta,unidad_medida,cantidad,enero,diciembre
                        2014,11CD01,A1,Cursos,curso,"1,250.50",0,12
                        """)).rows().get(0);

        assertThat(goal.quantity()).isEqualTo("1250.5");
        assertThat(goal.months().get(0)).isZero();
        assertThat(goal.months().get(11)).isEqualTo("12");
        assertThat(goal.months().subList(1, 11)).containsOnlyNulls();
        assertThat(goal.name()).isEqualTo("Cursos");
        assertThat(goal.unitOfMeasure()).isEqualTo("curso");
    }

    @Test
    void anIndicatorKeepsItsTargetAsWritten() {
        assertThat(DocumentType.INDICATORS.read(csv("""
                        fiscal_year,unit,name,definition,unit_of_measure,method,dimension,frequency,target
                        2014,11CD01,I,D,%,a / b,Eficacia,trimestral,95 %
                        """)).rows())
                .containsExactly(new PerformanceIndicator(
                        row(2), YEAR, "11CD01", "I", "D", "%", "a / b", "Eficacia", "trimestral", "95 %"));
    }

    @Test
    void aResultsMatrixIsReadLevelByLevel() {
        assertThat(DocumentType.RESULTS_MATRIX.read(csv("""
                        fiscal_year,unit,programme,level,summary,indicator,verification,assumption
                        2014,11CD01,E001,fin,S,I,V,
                        """)).rows())
                .containsExactly(new ResultsMatrixRow(row(2), YEAR, "11CD01", "E001", "fin", "S", "I", "V", null));
    }

    @Test
    void blanksAndAccentsOfHeadingsDoNotCount() {
        assertThat(DocumentType.RESULTS_MATRIX.read(csv("""
                        Ejercicio,Unidad,Programa,Nivel,Resumen narrativo,Indicador,Medio de verificacion,Supuesto
                        2014,11CD01,E001,fin,S,I,V,
                        """)).rows())
                .containsExactly(new ResultsMatrixRow(row(2), YEAR, "11CD01", "E001", "fin", "S", "I", "V", null));
    }

    @Test
    void everyRowIsAccountedFor() {
        BudgetDocument<ListedAction> document = DocumentType.UNIT_ACTIONS.read(
                csv("fiscal_year,unit,action\n2014,11CD01,01.01.01\n,,\n2014,11CD01,01.01.02\n"));

        Input.Account account = document.account();
        assertThat(account.rowsRead()).isEqualTo(3);
        assertThat(account.linesValidated()).isEqualTo(2);
        assertThat(account.rowsSkipped()).isEqualTo(1);
        assertThat(account.sha256()).matches("[0-9a-f]{64}");
        assertThat(account.layout()).isEqualTo("hrbudget-unit-actions");
        assertThat(document.rows().get(1).position()).isEqualTo(row(4));
    }

    static Stream<Arguments> readers() {
        return Stream.of(
                Arguments.of(
                        (Function<Input, Object>) DocumentType.UNIT_ACTIONS::read, DocumentType.UNIT_ACTIONS.columns()),
                Arguments.of(
                        (Function<Input, Object>) DocumentType.POLICY_FRAMEWORKS::read,
                        DocumentType.POLICY_FRAMEWORKS.columns()),
                Arguments.of((Function<Input, Object>) DocumentType.GOALS::read, DocumentType.GOALS.columns()),
                Arguments.of(
                        (Function<Input, Object>) DocumentType.INDICATORS::read, DocumentType.INDICATORS.columns()),
                Arguments.of(
                        (Function<Input, Object>) DocumentType.RESULTS_MATRIX::read,
                        DocumentType.RESULTS_MATRIX.columns()));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void aRowSaidTwiceIsRefusedWithBothRows(Function<Input, Object> reader, List<String> columns) {
        String row = "2014,11CD01," + String.join(",", Collections.nCopies(columns.size() - 2, "7")) + "\n";

        refused(reader, String.join(",", columns) + "\n" + row + row)
                .hasMessageContaining("d.csv, row 3")
                .hasMessageContaining("row 2")
                .hasMessageContaining("11CD01");
    }

    @ParameterizedTest
    @MethodSource("readers")
    void theSameRowOfAnotherUnitOrYearIsAnotherRow(Function<Input, Object> reader, List<String> columns) {
        String rest = "," + String.join(",", Collections.nCopies(columns.size() - 2, "7")) + "\n";

        assertThat(reader.apply(csv(String.join(",", columns) + "\n2014,11CD01" + rest + "2014,09PD01" + rest
                        + "2013,11CD01" + rest)))
                .extracting(document -> ((BudgetDocument<?>) document).rows().size())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void aRowWithoutAUnitIsRefused(Function<Input, Object> reader, List<String> columns) {
        String rest = "," + String.join(",", Collections.nCopies(columns.size() - 2, "7")) + "\n";

        refused(reader, String.join(",", columns) + "\n2014," + rest)
                .hasMessageContaining("d.csv, row 2, column unit")
                .hasMessageContaining("Fill it in.");
    }

    @ParameterizedTest
    @MethodSource("readers")
    void aMisspelledHeadingIsRefusedWithTheOneMeant(Function<Input, Object> reader, List<String> columns) {
        String last = columns.get(columns.size() - 1);
        String heading = String.join(",", columns) + "," + last + "x";

        refused(reader, heading + "\n").hasMessageContaining("Did you mean \"" + last + "\"?");
    }

    @ParameterizedTest
    @MethodSource("readers")
    void aFileThatListsNothingIsRefused(Function<Input, Object> reader, List<String> columns) {
        refused(reader, String.join(",", columns) + "\n").hasMessageContaining("lists nothing");
    }

    @ParameterizedTest
    @MethodSource("readers")
    void aFileThatIsCutOffInACellIsRefused(Function<Input, Object> reader, List<String> columns) {
        refused(reader, String.join(",", columns) + "\n2014,11CD01,\"7\n").hasMessageContaining("never closed");
    }

    @ParameterizedTest
    @CsvSource({
        "12,12",
        "12.50,12.5",
        "'1,250',1250",
        "'1,250,000.125',1250000.125",
        "-3,-3",
        "0.0000000001,0.0000000001",
        "1200.00,1200"
    })
    void quantitiesAreExactDecimals(String written, BigDecimal meant) {
        assertThat(quantity(written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "1,5", "12.", ".5", "1e3", "12 personas", "95%", "0.00000000001", "1.2.3", "$5"})
    void whatIsNoQuantityIsRefusedWithItsCell(String written) {
        refused(DocumentType.GOALS::read, "fiscal_year,unit,quantity\n2014,11CD01,\"" + written + "\"\n")
                .hasMessageContaining("d.csv, row 2, column quantity")
                .hasMessageContaining("\"" + written + "\" is not a quantity");
    }

    @Test
    void aYearThatIsNoneIsRefused() {
        refused(DocumentType.UNIT_ACTIONS::read, "fiscal_year,unit,action\n14,11CD01,01.01.01\n")
                .hasMessageContaining("row 2, column fiscal_year")
                .hasMessageContaining("\"14\" is not a fiscal year");
    }

    @Test
    void refusalsAreSaidInSpanishToo() {
        assertThatThrownBy(() -> DocumentType.GOALS.read(csv("ejercicio,unidad,cantidad\n2014,11CD01,x\n")))
                .isInstanceOfSatisfying(
                        BudgetReadException.class,
                        refusal -> assertThat(refusal.message(Locale.forLanguageTag("es")))
                                .contains("fila 2", "columna cantidad", "no es una cantidad"));
    }

    @Test
    void aDocumentMadeInMemoryRefusesARowSaidTwiceToo() {
        ListedAction action = new ListedAction(row(2), YEAR, "11CD01", "01.01.01");

        assertThatThrownBy(() -> DocumentType.UNIT_ACTIONS.of("d", Arrays.asList(action, action)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("01.01.01")
                .hasMessageContaining("\nMaybe");
    }

    private static BigDecimal quantity(String written) {
        return DocumentType.GOALS
                .read(csv("fiscal_year,unit,quantity\n2014,11CD01,\"" + written + "\"\n"))
                .rows()
                .get(0)
                .quantity();
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(
            Function<Input, Object> reader, String text) {
        return assertThatThrownBy(() -> reader.apply(csv(text))).isInstanceOf(BudgetReadException.class);
    }
}
