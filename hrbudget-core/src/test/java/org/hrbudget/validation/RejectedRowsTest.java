package org.hrbudget.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.ReadLimits;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.validation.internal.LineRoom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Of more rejected rows than are kept, the first are, whoever comes to them first. */
class RejectedRowsTest {

    private static final int KEPT = 3;
    private static final int ROWS = 4 * LineRoom.CHUNK;

    /** Of the data rows each thousandth is rejected; the first of them is row 1001 of the file. */
    private static BudgetSource budget() {
        StringBuilder text = new StringBuilder("unit_code,approved\n");
        for (int row = 1; row <= ROWS; row++) {
            text.append("11CD01,").append(row % 1_000 == 0 ? "much" : "1").append('\n');
        }
        byte[] bytes = text.toString().getBytes(UTF_8);
        return Budgets.reading(Input.of("b.csv", () -> new ByteArrayInputStream(bytes)))
                .limits(ReadLimits.DEFAULT.withMaxRejectedRows(KEPT))
                .source();
    }

    @RepeatedTest(5)
    void fourThreadsAccountForTheRejectedRowsAsOneDoes() {
        ValidationReport one = validator(1).validate(budget());
        ValidationReport four = validator(4).validate(budget());

        assertThat(four.rejectedRows()).isEqualTo(one.rejectedRows());
        assertThat(four.inputs()).isEqualTo(one.inputs());
    }

    @Test
    void rowsReachedFromTheLastToTheFirstGiveTheFirstAndAllAreCounted() {
        List<LineReader.Batch> batches = new ArrayList<>();
        try (LineReader reader = budget().open()) {
            for (LineReader.Batch batch = reader.nextBatch(LineRoom.CHUNK);
                    batch != null;
                    batch = reader.nextBatch(LineRoom.CHUNK)) {
                batches.add(batch);
            }
            Collections.reverse(batches);
            batches.forEach(LineReader.Batch::lines);
            ReadingAccount account = reader.account();

            assertThat(rows(account.rejected())).containsExactly(1_001L, 2_001L, 3_001L);
            assertThat(account.rowsRejected()).isEqualTo(ROWS / 1_000);
        }
    }

    private static List<Long> rows(List<ReadingAccount.RejectedRow> rejected) {
        return rejected.stream().map(row -> row.position().row()).toList();
    }

    private static BudgetValidator validator(int threads) {
        return BudgetValidator.builder()
                .packs(new StubPack().rule("none", Severity.ERROR, "SpendingLine", fact -> false))
                .threads(threads)
                .build();
    }
}
