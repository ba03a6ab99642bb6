package org.hrbudget.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.model.Bilingual;
import org.hrbudget.validation.internal.LineRoom;
import org.hrbudget.validation.internal.facts.LineFact;
import org.hrbudget.validation.internal.facts.UnitFact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever keeps a validation from its end: it answers, says why, and leaves no thread and no file behind. With
 * {@code -Dhrbudget.test.jvm=-Dhrbudget.test.lines=10000000}, in a budget of ten million lines.
 */
@Timeout(600)
@Tag("thorough")
class StoppedRunTest {

    private static final long LINES = Long.getLong("hrbudget.test.lines", 20L * LineRoom.CHUNK);

    @AfterEach
    void noThreadIsLeft() {
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("hrbudget"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aCancelledRunKeepsWhatItFoundAndSaysNothingOfSums(int threads) {
        AtomicLong read = new AtomicLong();
        Taken sink = new Taken();
        ValidationReport report = validator(threads)
                .validate(
                        new ManyLines(LINES) {
                            @Override
                            void before(long row) {
                                read.set(row);
                            }
                        },
                        RunOptions.builder()
                                .cancelled(() -> read.get() >= LINES / 2)
                                .findings(sink)
                                .build());

        assertStopped(report, "cancelled", "canceló");
        assertThat(report.ledger().get(0).violated()).isPositive().isLessThan(LINES / 10);
        assertThat(sink.abandoned).isTrue();
        assertThat(sink.completed).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aDeadlineEndsTheRunAndSaysSo(int threads) {
        AtomicLong seconds = new AtomicLong();
        ValidationReport report = validator(threads)
                .validate(
                        new ManyLines(LINES),
                        RunOptions.builder()
                                .deadline(
                                        Instant.EPOCH.plusSeconds(5),
                                        () -> Instant.ofEpochSecond(seconds.incrementAndGet()))
                                .build());

        assertStopped(report, "time", "tiempo");
        assertThat(report.summaries().budget().lines()).isEqualTo(5L * LineRoom.CHUNK);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void anInterruptionEndsTheRunAndStaysSet(int threads) {
        ValidationReport report = validator(threads).validate(new ManyLines(LINES) {
            private final Thread owner = Thread.currentThread();

            @Override
            void before(long row) {
                if (row == LINES / 2) {
                    owner.interrupt();
                }
            }
        });

        assertThat(Thread.interrupted()).isTrue();
        assertStopped(report, "interrupted", "interrumpió");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aReaderThatDiesHalfWayLeavesTheVerdictOpen(int threads) {
        Bilingual gone = new Bilingual("The disk is gone.", "El disco desapareció.");
        Taken sink = new Taken();
        ValidationReport report = validator(threads)
                .validate(
                        new ManyLines(LINES) {
                            @Override
                            void before(long row) {
                                if (row == LINES / 2) {
                                    throw new BudgetReadException(gone, null);
                                }
                            }
                        },
                        RunOptions.builder().findings(sink).build());

        assertStopped(report, "disk is gone", "disco desapareció");
        assertThat(sink.abandoned).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aSinkThatIsFullIsToldAndTheTotalsStayExact(int threads) {
        Taken sink = new Taken() {
            @Override
            public void accept(Finding finding) throws IOException {
                super.accept(finding);
                if (findings.size() == 100) {
                    throw new IOException("No space left on device");
                }
            }
        };
        ValidationReport report = validator(threads)
                .validate(
                        new ManyLines(LINES),
                        RunOptions.builder().findings(sink).build());

        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(ValidationReport.Problem.ProblemKind.RUN);
            assertThat(problem.message().en()).contains("No space left on device");
        });
        assertThat(report.ledger().get(0).violated()).isEqualTo(LINES / 10);
        assertThat(sink.findings).hasSize(100);
        assertThat(sink.abandoned).isTrue();
        assertThat(sink.completed).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    @Tag("long")
    void aFolderForTemporaryFilesThatIsNotThereLeavesOnlyRepetitionsOpen(int threads, @TempDir Path folder) {
        long many = 700_000;
        ValidationReport report = BudgetValidator.builder()
                .packs(new StubPack()
                        .rule(
                                "overspent",
                                Severity.WARNING,
                                "SpendingLine",
                                StoppedRunTest::overspent,
                                "approved",
                                "exercised")
                        .rule("key-repeated", Severity.WARNING, "RepeatedKey", fact -> true))
                .threads(threads)
                .build()
                .validate(
                        new ManyLines(many),
                        RunOptions.builder().workFolder(folder.resolve("none")).build());

        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.ledger())
                .extracting(LedgerEntry::outcome)
                .containsExactly(LedgerEntry.Outcome.VIOLATED, LedgerEntry.Outcome.UNDETERMINED);
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(ValidationReport.Problem.ProblemKind.RUN);
            assertThat(problem.message().en())
                    .isEqualTo("Repeated lines could not be looked for: NoSuchFileException. "
                            + "Make room in the folder for temporary files, or name another one.");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aRuleThatThrowsOnOneLineIsNamedAndTheOthersAnswer(int threads) {
        StubPack pack = new StubPack()
                .rule("brittle", Severity.ERROR, "SpendingLine", fact -> {
                    if (((LineFact) fact).line().position().row() == LINES - 3) {
                        throw new IllegalStateException("division by zero");
                    }
                    return false;
                })
                .rule(
                        "overspent",
                        Severity.WARNING,
                        "SpendingLine",
                        StoppedRunTest::overspent,
                        "approved",
                        "exercised");
        ValidationReport report =
                BudgetValidator.builder().packs(pack).threads(threads).build().validate(new ManyLines(LINES));

        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.ledger())
                .extracting(LedgerEntry::outcome)
                .containsExactly(LedgerEntry.Outcome.UNDETERMINED, LedgerEntry.Outcome.VIOLATED);
        assertThat(report.ledger().get(1).violated()).isEqualTo(LINES / 10);
        assertThat(report.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message().en()).contains("brittle", "division by zero"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void aSinkGetsEveryFindingInTheOrderOfTheLinesWhateverTheNumberOfThreads(int threads) {
        Taken sink = new Taken();
        List<RunOptions.Progress> progress = new ArrayList<>();
        ValidationReport report = validator(threads)
                .validate(
                        new ManyLines(LINES),
                        RunOptions.builder()
                                .findings(sink)
                                .progress(progress::add)
                                .build());

        assertThat(sink.completed).isTrue();
        assertThat(sink.findings.stream()
                        .filter(finding -> finding.position() != null)
                        .map(finding -> finding.position().row()))
                .hasSize((int) LINES / 10)
                .isSorted();
        assertThat(sink.findings)
                .hasSize((int) (LINES / 10 + report.ledger().get(1).violated()));
        assertThat(report.truncated()).isTrue();
        assertThat(progress)
                .extracting(RunOptions.Progress::rows)
                .isSorted()
                .hasSize((int) (LINES / LineRoom.CHUNK))
                .endsWith(LINES);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void linesOfOneIdentifierAreCountedAndTold(int threads) {
        ValidationReport report = validator(threads).validate(new ManyLines(3L * LineRoom.CHUNK) {
            @Override
            org.hrbudget.model.SpendingLine line(long row) {
                return super.line(row).toBuilder()
                        .id(row == 2 || row == 5_000 || row == 5_001 ? "the same" : "line " + row)
                        .build();
            }
        });

        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.subject()).isEqualTo(ManyLines.FILE + ":5000");
            assertThat(problem.message().en()).contains("earlier line has too: 2.", "row 2 of");
        });
        assertThat(report.summaries().budget().lines()).isEqualTo(3L * LineRoom.CHUNK);
    }

    private static BudgetValidator validator(int threads) {
        return BudgetValidator.builder()
                .packs(new StubPack()
                        .rule(
                                "overspent",
                                Severity.WARNING,
                                "SpendingLine",
                                StoppedRunTest::overspent,
                                "approved",
                                "exercised")
                        .rule(
                                "unlinked-unit",
                                Severity.ERROR,
                                "UnitSummary",
                                fact -> ((UnitFact) fact).linkedLines() > 0))
                .threads(threads)
                .build();
    }

    private static boolean overspent(Object fact) {
        LineFact line = (LineFact) fact;
        return line.exercised().compareTo(line.approved()) > 0;
    }

    private static void assertStopped(ValidationReport report, String english, String spanish) {
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(ValidationReport.Problem.ProblemKind.RUN);
            assertThat(problem.message().en()).contains(english);
            assertThat(problem.message().es()).contains(spanish);
        });
        LedgerEntry sums = report.ledger().get(1);
        assertThat(sums.outcome()).isEqualTo(LedgerEntry.Outcome.UNDETERMINED);
        assertThat(sums.reason().en()).contains("Not all lines were read");
        assertThat(report.summaries().budget().lines()).isPositive().isLessThan(LINES);
    }

    /** Holds all that is handed over. */
    private static class Taken implements RunOptions.FindingSink {

        final List<Finding> findings = new ArrayList<>();
        private final AtomicBoolean busy = new AtomicBoolean();
        boolean completed;
        boolean abandoned;

        @Override
        public void accept(Finding finding) throws IOException {
            assertThat(busy.getAndSet(true)).isFalse();
            findings.add(finding);
            busy.set(false);
        }

        @Override
        public void complete() throws IOException {
            assertThat(completed || abandoned).isFalse();
            completed = true;
        }

        @Override
        public void abandon() {
            assertThat(completed || abandoned).isFalse();
            abandoned = true;
        }
    }
}
