package org.hrbudget.summary.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.RepeatedKey;
import org.hrbudget.summary.spi.Repetitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepetitionSearchTest {

    @TempDir
    Path folder;

    @Test
    void identifierRepeatsWhereTheRestOfTheKeyDoesNot() {
        try (RepetitionSearch search = new RepetitionSearch(folder, true)) {
            RepetitionSearch.Collector collector = search.collector();
            collector.add(line(3).id("7").objectCode("1131").build());
            collector.add(line(2).id(" 7").objectCode("2111").build());
            collector.finish();
            assertThat(keys(search.found())).isEmpty();
            assertThat(identifiers(search.found())).containsExactly(new RepeatedKey(at(3), at(2), "A"));
        }
    }

    @Test
    void linesWithoutIdentifierRepeatNone() {
        try (RepetitionSearch search = new RepetitionSearch(folder, true)) {
            RepetitionSearch.Collector collector = search.collector();
            collector.add(line(2).build());
            collector.add(line(3).id(" ").build());
            collector.finish();
            assertThat(identifiers(search.found())).isEmpty();
        }
    }

    @Test
    void identifiersAloneAreFoundWhereKeysAreNotWanted() {
        try (RepetitionSearch search = new RepetitionSearch(folder, false)) {
            RepetitionSearch.Collector collector = search.collector();
            collector.add(line(2).id("7").build());
            collector.add(line(3).id("7").build());
            collector.finish();
            assertThat(keys(search.found())).isEmpty();
            assertThat(identifiers(search.found())).hasSize(1);
        }
    }

    @Test
    void longIdentifiersAndThoseWithAccentsAreToldApart() {
        try (RepetitionSearch search = new RepetitionSearch(folder, true)) {
            RepetitionSearch.Collector collector = search.collector();
            List<String> ids =
                    List.of("a", "b", "aa", "a a", "á", "ä", "123456789012345", "1234567890123456", "123456789012345a");
            for (int i = 0; i < ids.size(); i++) {
                collector.add(line(2 + i).id(ids.get(i)).build());
            }
            collector.add(line(50).id("á").build());
            collector.add(line(51).id("1234567890123456").build());
            collector.add(line(52).id("123456789012345").build());
            collector.finish();
            assertThat(identifiers(search.found()))
                    .containsExactly(
                            new RepeatedKey(at(50), at(6), "A"),
                            new RepeatedKey(at(51), at(9), "A"),
                            new RepeatedKey(at(52), at(8), "A"));
        }
    }

    @Test
    void answerCannotBeReadOnceTheSearchIsClosed() {
        RepetitionSearch search = search(SpillFile.in(folder));
        collect(search, 100);
        Repetitions repetitions = search.found();
        search.close();
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> keys(repetitions));
    }

    @Test
    void noLinesRepeatNothing() {
        try (RepetitionSearch search = new RepetitionSearch(folder, true)) {
            search.collector().finish();
            assertThat(keys(search.found())).isEmpty();
        }
    }

    @Test
    void smallBudgetNeverTouchesTheDisk() {
        try (RepetitionSearch search = new RepetitionSearch(folder.resolve("missing"), true)) {
            collect(search, 20_000);
            assertThat(keys(search.found())).hasSize(10_000);
        }
    }

    @Test
    void threadsFindWhatOneFinds() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (RepetitionSearch one = search(SpillFile.in(folder));
                RepetitionSearch many =
                        new RepetitionSearch(SpillFile.in(folder), true, new RecordSort.Limits(16, 2, 4, 3), "here")) {
            collect(one, 2_000);
            List<Future<?>> working = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                int remainder = thread;
                working.add(threads.submit(() -> {
                    RepetitionSearch.Collector collector = many.collector();
                    for (int row = remainder; row < 2_000; row += 4) {
                        collector.add(nth(row, 2_000));
                    }
                    collector.finish();
                }));
            }
            for (Future<?> each : working) {
                each.get();
            }
            assertThat(keys(many.found())).isEqualTo(keys(one.found())).hasSize(1_000);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void answerCanBeAskedAgain() {
        try (RepetitionSearch search = search(SpillFile.in(folder))) {
            collect(search, 100);
            List<RepeatedKey> first = keys(search.found());
            assertThat(keys(search.found())).isEqualTo(first).hasSize(50);
        }
    }

    @Test
    void nothingIsLeftBehind() throws IOException {
        try (RepetitionSearch search = search(SpillFile.in(folder))) {
            collect(search, 100);
            search.found();
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void nothingIsLeftBehindWhereNothingWasAsked() throws IOException {
        try (RepetitionSearch search = search(SpillFile.in(folder))) {
            search.collector().add(nth(0, 100));
            collect(search, 100);
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void missingFolderIsToldWhenTheAnswerIsAsked() {
        try (RepetitionSearch search = search(SpillFile.in(folder.resolve("missing")))) {
            collect(search, 100);
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(search::found)
                    .withMessage(
                            "The search for repeated keys cannot use its temporary file in here: NoSuchFileException."
                                    + "\nMaybe give it a folder with room for 100 bytes a line.");
        }
    }

    @Test
    void diskFullWhileCollectingIsToldWhenTheAnswerIsAsked() {
        MemoryChannel disk = new MemoryChannel(40 * KeyRecords.BYTES);
        try (RepetitionSearch search = search(() -> disk)) {
            collect(search, 100);
            assertThatDiskIsFull(search);
        }
        assertThat(disk.isOpen()).isFalse();
    }

    @Test
    void diskFullWhileMergingIsTold() {
        MemoryChannel disk = new MemoryChannel(110 * KeyRecords.BYTES);
        try (RepetitionSearch search = search(() -> disk)) {
            collect(search, 100);
            assertThatDiskIsFull(search);
            assertThatDiskIsFull(search);
        }
        assertThat(disk.isOpen()).isFalse();
    }

    @Test
    void interruptionIsToldAndLeavesNothingBehind() throws IOException {
        try (RepetitionSearch search = search(SpillFile.in(folder))) {
            Thread.currentThread().interrupt();
            collect(search, 100);
            assertThat(Thread.interrupted()).isTrue();
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(search::found)
                    .withMessageContaining("ClosedByInterruptException");
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void closedSearchAnswersNoMoreAndMakesNoNewFile() throws IOException {
        RepetitionSearch search = search(SpillFile.in(folder));
        search.close();
        collect(search, 100);
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(search::found);
        assertThat(left()).isEmpty();
    }

    @Test
    void collectorThatHasNotFinishedIsMissed() {
        try (RepetitionSearch search = new RepetitionSearch(folder, true)) {
            search.collector();
            assertThatIllegalStateException().isThrownBy(search::found).withMessageContaining("1 collectors");
        }
    }

    @Test
    void finishedCollectorTakesNoMore() {
        try (RepetitionSearch search = new RepetitionSearch(folder, true)) {
            RepetitionSearch.Collector collector = search.collector();
            collector.finish();
            collector.finish();
            assertThatIllegalStateException().isThrownBy(() -> collector.add(nth(0, 2)));
            assertThat(keys(search.found())).isEmpty();
        }
    }

    @Test
    void recordsOfDifferentKeysShowNoRepetition() {
        KeyFingerprint fingerprint = new KeyFingerprint();
        List<Repetitions.KeyRecord> records = new ArrayList<>(fingerprint.records(nth(0, 4), true));
        records.addAll(fingerprint.records(nth(1, 4), true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Repetitions.KeyRecord.repeatedAmong(records))
                .withMessageContaining("Maybe group records");
    }

    private static void assertThatDiskIsFull(RepetitionSearch search) {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(search::found)
                .withMessageContaining("No space left on device");
    }

    private static RepetitionSearch search(SpillFile.Opener opener) {
        return new RepetitionSearch(opener, true, Searches.TINY, "here");
    }

    /** Collects lines of which the second half repeats the first. */
    private static void collect(RepetitionSearch search, int lines) {
        RepetitionSearch.Collector collector = search.collector();
        for (int i = 0; i < lines; i++) {
            collector.add(nth(i, lines));
        }
        collector.finish();
    }

    private static SpendingLine nth(int i, int lines) {
        return line(2 + i).fundingSource(Integer.toString(i % (lines / 2))).build();
    }

    private static SpendingLine.Builder line(long row) {
        return SpendingLine.builder().position(at(row)).unit(new BudgetUnit("A", null, null));
    }

    private static Position at(long row) {
        return new Position("b.csv", row);
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static List<RepeatedKey> keys(Repetitions repetitions) {
        List<RepeatedKey> result = new ArrayList<>();
        repetitions.forEachKey(result::add);
        return result;
    }

    private static List<RepeatedKey> identifiers(Repetitions repetitions) {
        List<RepeatedKey> result = new ArrayList<>();
        repetitions.forEachIdentifier(result::add);
        return result;
    }
}
