package org.hrbudget.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hrbudget.model.PolicyFramework.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitRecordsTest {

    private static final Position ROW = new Position("d", 2);
    private static final FiscalYear YEAR = FiscalYear.of(2016);

    private static PhysicalGoal goal(String quantity, List<BigDecimal> months) {
        return new PhysicalGoal(ROW, YEAR, "11CD01", null, "Courses", " ", new BigDecimal(quantity), months);
    }

    @ParameterizedTest
    @ValueSource(strings = {"No aplica", "NO APLICA", " no aplica. ", "N/A", "Not applicable"})
    void aSectionThatOnlySaysThatItDoesNotApplyAnswersNothing(String text) {
        assertThat(new Section(text, "No women among them").saysNotApplicable()).isTrue();
        assertThat(new Section(text, null).answer()).isNull();
    }

    @Test
    void aSectionThatSaysMoreIsAnAnswer() {
        Section section = new Section("No aplica a menores; sí a adultos", null);
        assertThat(section.saysNotApplicable()).isFalse();
        assertThat(section.answer()).isEqualTo("No aplica a menores; sí a adultos");
    }

    @Test
    void aBlankSectionIsNone() {
        assertThat(new Section(" ", "\t")).isEqualTo(Section.NONE);
        assertThat(Section.NONE.saysNotApplicable()).isFalse();
    }

    @Test
    void theTotalOfTheMonthsIsTheirExactSum() {
        PhysicalGoal goal = goal("1.2", Collections.nCopies(12, new BigDecimal("0.10")));
        assertThat(goal.monthsTotal()).isEqualTo("1.2");
        assertThat(goal.monthsGiven()).isEqualTo(12);
    }

    @Test
    void aMonthLeftOutLeavesNoTotal() {
        List<BigDecimal> months = new ArrayList<>(Collections.nCopies(12, BigDecimal.ONE));
        months.set(5, null);
        assertThat(goal("11", months).monthsTotal()).isNull();
        assertThat(goal("11", months).monthsGiven()).isEqualTo(11);
        assertThat(goal("11", PhysicalGoal.NO_MONTHS).monthsGiven()).isZero();
    }

    @Test
    void quantitiesThatAreEqualMakeGoalsThatAreEqual() {
        assertThat(goal("1200.00", PhysicalGoal.NO_MONTHS)).isEqualTo(goal("1.2E+3", PhysicalGoal.NO_MONTHS));
        assertThat(goal("1200.00", PhysicalGoal.NO_MONTHS).quantity()).isEqualTo("1200");
    }

    @Test
    void aGoalHasTwelveMonths() {
        assertThatThrownBy(() -> goal("1", List.of(BigDecimal.ONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 months")
                .hasMessageContaining("\nMaybe");
    }

    @Test
    void aRowCannotDoWithoutItsUnit() {
        assertThatThrownBy(() -> new ListedAction(ROW, YEAR, " ", "01.01.01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("d:2");
        assertThatThrownBy(() -> new ListedAction(ROW, YEAR, "11CD01", " ")).hasMessageContaining("names no action");
    }

    @Test
    void rowsThatLeaveTheirNameBlankAreNotTakenForOne() {
        assertThat(new PerformanceIndicator(ROW, YEAR, "11CD01", null, null, null, null, null, null, null).key())
                .isEmpty();
        assertThat(new ResultsMatrixRow(ROW, YEAR, "11CD01", "E001", "fin", null, null, null, null).key())
                .isEmpty();
    }
}
