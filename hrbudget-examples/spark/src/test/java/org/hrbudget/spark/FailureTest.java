package org.hrbudget.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hrbudget.spark.Samples.NATION;
import static org.hrbudget.spark.Samples.NATION_PLAN;
import static org.hrbudget.spark.Samples.OURS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.ReadLimits;
import org.hrbudget.io.spi.InputPart;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.spark.FailingFileSystem.Fault;
import org.hrbudget.validation.ValidationReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fails on the way changes no answer, or gives a clear one. */
class FailureTest {

    private static final List<String> LOCATION = List.of("failing://" + NATION);
    private static final int FOR_GOOD = 1_000_000;

    @BeforeAll
    static void register() {
        Configuration hadoop = Cluster.SPARK.sparkContext().hadoopConfiguration();
        hadoop.set("fs.failing.impl", FailingFileSystem.class.getName());
    }

    @AfterEach
    void heal() {
        FailingFileSystem.let(Fault.NONE, 0);
    }

    private static ValidationReport validated(long rangeBytes) {
        return Samples.onSpark(NATION_PLAN, OURS, rangeBytes, LOCATION);
    }

    /** Of one range, all reading fails after its first lines are judged and their marks written; of many, some tasks do. */
    @ParameterizedTest
    @ValueSource(longs = {10_000_000, 30_000})
    void aTaskThatFailsAndIsTriedAgainChangesNothing(long rangeBytes) {
        FailingFileSystem.let(Fault.BREAKS, 3);

        String report = Cluster.json(validated(rangeBytes));

        assertThat(FailingFileSystem.failures()).isEqualTo(3);
        assertThat(report).isEqualTo(Samples.alone(NATION_PLAN, OURS, NATION));
    }

    @Test
    void aTaskThatFailsForGoodIsToldWithItsFile() {
        FailingFileSystem.let(Fault.BREAKS, FOR_GOOD);

        assertThatThrownBy(() -> validated(30_000))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith(
                        "nation.csv cannot be read on the cluster: the disk of node 7 is gone.\nMaybe ");
    }

    @Test
    void aFileThatIsCutHalfWayIsNotTakenForAWholeOne() {
        FailingFileSystem.let(Fault.CUT, FOR_GOOD);

        assertThatThrownBy(() -> validated(10_000_000))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("nation.csv cannot be read on the cluster: it ends ")
                .hasMessageContaining(" bytes before it should");
    }

    @Test
    void aFileThatVanishesIsToldWithItsName() {
        FailingFileSystem.let(Fault.GONE, FOR_GOOD);

        assertThatThrownBy(() -> validated(30_000))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("nation.csv cannot be read on the cluster: File failing:")
                .hasMessageContaining("does not exist");
    }

    @Test
    void aFileThatIsStillWrittenIsRefused() {
        FailingFileSystem.let(Fault.GROWN, FOR_GOOD);

        assertThatThrownBy(() -> validated(30_000))
                .isInstanceOf(ClusterException.class)
                .hasMessageStartingWith("nation.csv was changed while it was validated: it had ");
    }

    @Test
    void aFileThatIsNotThereIsToldAsOnOneMachine() {
        assertThatThrownBy(() -> Samples.onSpark(NATION_PLAN, OURS, 1_000, List.of("file:///no/such.csv")))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageStartingWith("such.csv does not exist.");
    }

    @Test
    void aPackThatIsNotThereIsToldAsOnOneMachine() {
        ValidatorPlan plan = ValidatorPlan.builder().version("mx-fed", "1.1").build();

        assertThatThrownBy(() -> Samples.onSpark(
                        plan, OURS, 1_000, List.of(NATION.toUri().toString())))
                .isInstanceOf(RulePackException.class)
                .hasMessageContaining("1.1");
    }

    /**
     * A speculative copy of a task is one more attempt of which one counts. In local mode Spark starts none, since both would be on
     * one host; so both attempts are made here, and whichever counted, the shuffle would hold the same rows.
     */
    @Test
    void twoAttemptsAtOneShareLeaveTheSameRows() {
        List<Row> first = attempt();
        List<Row> second = attempt();

        assertThat(first).hasSizeGreaterThan(1_000);
        for (int i = 0; i < first.size(); i++) {
            assertThat(Arrays.deepEquals(cells(first.get(i)), cells(second.get(i))))
                    .as("row %s", i)
                    .isTrue();
        }
        assertThat(second).hasSameSizeAs(first);
    }

    private static Object[] cells(Row row) {
        Object[] cells = new Object[row.size()];
        Arrays.setAll(cells, row::get);
        return cells;
    }

    private static List<Row> attempt() {
        Configuration hadoop = Cluster.SPARK.sparkContext().hadoopConfiguration();
        StoredFile file = StoredFile.of(NATION.toUri().toString(), "nation.csv", hadoop);
        Budgets.Reading reading = Budgets.reading(NATION);
        InputPart head =
                RecordScan.head(Input.of(NATION), OURS, ReadLimits.DEFAULT).orElseThrow();
        try (LineReader reader = reading.source().open()) {
            Run run = new Run(UUID.randomUUID(), NATION_PLAN, reader.outline(), OURS, List.of("nation.csv"), true);
            FileTasks tasks = new FileTasks(
                    run, List.of(file), new ArrayList<>(List.of(head)), new SerializableConfiguration(hadoop), 1);
            List<Row> rows = new ArrayList<>();
            tasks.judge(new Share(0, 0, head.rowsBefore(), head.bytesBefore(), file.length()))
                    .forEachRemaining(rows::add);
            return rows;
        }
    }
}
