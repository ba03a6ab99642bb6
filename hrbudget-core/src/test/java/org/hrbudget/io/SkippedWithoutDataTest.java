package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class SkippedWithoutDataTest {

    @Test
    void aTestWithoutItsFileIsSkippedForTheReasonThatIsCounted() {
        assertThatThrownBy(() -> RealData.file("no-such-file.csv"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining(SkippedWithoutData.REASON);
        assertThatThrownBy(() -> RealData.oneCase("no-such-case.csv"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining(SkippedWithoutData.REASON);
    }

    @Test
    void theLineSaysHowManyAndWhatToDo() {
        assertThat(SkippedWithoutData.line(1)).contains("1 test of real budgets skipped", "-Dhrbudget.shared=FOLDER");
        assertThat(SkippedWithoutData.line(12)).contains("12 tests of real budgets skipped", "../shared is absent");
    }
}
