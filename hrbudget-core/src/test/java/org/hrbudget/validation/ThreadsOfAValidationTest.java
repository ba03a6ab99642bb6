package org.hrbudget.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hrbudget.validation.BudgetValidatorTest.budget;
import static org.hrbudget.validation.BudgetValidatorTest.line;
import static org.hrbudget.validation.BudgetValidatorTest.overspent;
import static org.hrbudget.validation.BudgetValidatorTest.validate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.internal.LineRoom;
import org.hrbudget.validation.spi.Catalogues;
import org.hrbudget.validation.spi.RuleEvaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The threads that judge lines: whatever their number, the answer and a failure are those of one. */
class ThreadsOfAValidationTest {

    @Test
    void threadsThatASmallBudgetCannotUseAreNotStarted() {
        ValidationReport report = BudgetValidator.builder()
                .packs(overspent(Severity.ERROR))
                .threads(Integer.MAX_VALUE)
                .build()
                .validate(budget(line("100", "100")));
        assertThat(report.verdict()).isEqualTo(Verdict.COMPLIANT);
    }

    @Test
    void theNumberOfThreadsAndTheOrderOfLinesMakeNoDifference() {
        List<SpendingLine> lines = new ArrayList<>();
        Random random = new Random(7);
        for (int row = 1; row <= 3 * LineRoom.CHUNK + 17; row++) {
            String exercised = random.nextInt(9) == 0 ? null : Integer.toString(random.nextInt(200));
            lines.add(line("100", exercised).toBuilder()
                    .position(new Position("b.csv", row))
                    .build());
        }
        ValidationReport alone = validate(overspent(Severity.WARNING), budget(lines.toArray(SpendingLine[]::new)));
        Collections.shuffle(lines, random);
        ValidationReport together = BudgetValidator.builder()
                .packs(overspent(Severity.WARNING))
                .threads(3)
                .build()
                .validate(budget(lines.toArray(SpendingLine[]::new)));
        assertThat(together.findings()).hasSize(1_000);
        assertThat(together.findings().toString()).isEqualTo(alone.findings().toString());
        assertThat(together.ledger().toString()).isEqualTo(alone.ledger().toString());
        assertThat(together.indicators()).isEqualTo(alone.indicators());
    }

    @Test
    void aReaderThatFailsInTheMiddleLeavesNoThreadBehind() {
        LineReader failing = new OneLineReader(line("1", "1"), 0) {
            @Override
            public SpendingLine next() {
                throw new IllegalStateException("the disk is gone");
            }
        };
        int before = Thread.activeCount();
        BudgetValidator validator = BudgetValidator.builder()
                .packs(overspent(Severity.ERROR))
                .threads(4)
                .build();
        assertThatThrownBy(() -> validator.validate(() -> failing)).hasMessage("the disk is gone");
        assertThat(eventually(() -> Thread.activeCount() <= before)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @Timeout(60)
    void aFailureReachesTheCallerAsItIsWhateverTheNumberOfThreads(int threads) {
        for (Throwable failure : List.of(
                new IllegalStateException("the engine is gone"), new StackOverflowError("the engine is gone"))) {
            BudgetSource many = () -> new OneLineReader(line("1", "1"), 0) {
                private int left = 50 * LineRoom.CHUNK;

                @Override
                public SpendingLine next() {
                    return left-- > 0 ? line("1", "1") : null;
                }
            };
            BudgetValidator validator = BudgetValidator.builder()
                    .packs(new StubPackWithDeadEngine(failure))
                    .threads(threads)
                    .build();
            assertThatThrownBy(() -> validator.validate(many)).isSameAs(failure);
        }
    }

    private static boolean eventually(BooleanSupplier condition) {
        for (int tries = 0; tries < 200 && !condition.getAsBoolean(); tries++) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return condition.getAsBoolean();
    }

    /** A pack whose engine fails as a whole, which no rule can be blamed for. */
    private static final class StubPackWithDeadEngine implements RulePack {

        private final StubPack pack = overspent(Severity.ERROR);
        private final Throwable failure;

        StubPackWithDeadEngine(Throwable failure) {
            this.failure = failure;
        }

        @Override
        public PackManifest manifest() {
            return pack.manifest();
        }

        @Override
        public List<Rule> rules() {
            return pack.rules();
        }

        @Override
        public Catalogues catalogues() {
            return pack.catalogues();
        }

        @Override
        public RuleEvaluation evaluate(Rule.Scope scope, Collection<? extends Fact> facts) {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }
}
