package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.ListedAction;
import org.hrbudget.model.PhysicalGoal;
import org.hrbudget.model.PolicyFramework;
import org.hrbudget.model.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a validator is made of, written and read back, as it is sent to other machines. */
class SentAroundTest {

    static Stream<String> layouts() {
        return Layout.names().stream();
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void aLayoutReadsTheSameThere(String name) throws Exception {
        Layout layout = Layout.named(name);
        assertThat(sent(layout)).usingRecursiveComparison().isEqualTo(layout);
    }

    @Test
    void aProgrammeFindsItsActionsThere() throws Exception {
        HumanRightsProgramme programme = HumanRightsProgramme.of(
                "programme",
                List.of(new HumanRight("01", false, "Vida", "Life")),
                List.of(new HrpAction("01.01.01", 7, "01", "s", "t", null, List.of("U1"), true)));
        assertThat(sent(programme)).usingRecursiveComparison().isEqualTo(programme);
        assertThat(sent(programme).action("01.01.01")).isEqualTo(programme.action("01.01.01"));
    }

    @Test
    void aBaselineHasItsActionsThere() throws Exception {
        Baseline baseline = Baseline.of(
                FiscalYear.of(2010),
                List.of(
                        new Baseline.FundedAction("02.01.01", new BigDecimal("7.00"), null),
                        new Baseline.FundedAction("01.01.01", new BigDecimal("5.00"), "done")));
        assertThat(sent(baseline)).usingRecursiveComparison().isEqualTo(baseline);
        assertThat(sent(baseline).actions().keySet()).containsExactly("02.01.01", "01.01.01");
    }

    @Test
    void aDocumentHasItsRowsThere() throws Exception {
        Position position = new Position("d.csv", 2);
        FiscalYear year = FiscalYear.of(2013);
        BudgetDocument<ListedAction> actions =
                DocumentType.UNIT_ACTIONS.of("a.csv", List.of(new ListedAction(position, year, "U1", "01.01.01")));
        BudgetDocument<PhysicalGoal> goals = DocumentType.GOALS.of(
                "g.csv",
                List.of(new PhysicalGoal(
                        position, year, "U1", "a", "n", "u", BigDecimal.ONE, Collections.nCopies(12, null))));
        BudgetDocument<PolicyFramework> frameworks = DocumentType.POLICY_FRAMEWORKS.of(
                "f.csv",
                List.of(new PolicyFramework(
                        position,
                        year,
                        "U1",
                        "a",
                        "p",
                        null,
                        null,
                        null,
                        null,
                        PolicyFramework.Section.NONE,
                        PolicyFramework.Section.NONE,
                        PolicyFramework.Section.NONE)));
        assertThat(sent(actions)).usingRecursiveComparison().isEqualTo(actions);
        assertThat(sent(goals)).usingRecursiveComparison().isEqualTo(goals);
        assertThat(sent(frameworks)).usingRecursiveComparison().isEqualTo(frameworks);
    }

    @SuppressWarnings("unchecked")
    private static <T> T sent(T object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
