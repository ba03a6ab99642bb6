package org.hrbudget.summary.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.RepeatedKey;
import org.hrbudget.summary.spi.Repetitions;
import org.jspecify.annotations.Nullable;

class RepetitionSearchProperties {

    private record Answer(List<RepeatedKey> keys, List<RepeatedKey> identifiers) {}

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void anySplitOrderAndMemoryGiveWhatACarefulCountGives(
            @ForAll("lines") List<SpendingLine> lines, @ForAll("limits") RecordSort.Limits limits, @ForAll long seed) {
        assertThat(found(lines, limits, new Random(seed))).isEqualTo(counted(lines));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void recordsBroughtTogetherElsewhereGiveTheSame(@ForAll("lines") List<SpendingLine> lines) {
        KeyFingerprint fingerprint = new KeyFingerprint();
        Map<List<Object>, List<Repetitions.KeyRecord>> groups = lines.stream()
                .flatMap(line -> fingerprint.records(line, true).stream())
                .collect(Collectors.groupingBy(key -> List.of(key.kind(), key.high(), key.low())));
        Map<Repetitions.KeyRecord.KeyKind, List<RepeatedKey>> repeated = new TreeMap<>();
        groups.forEach((key, records) -> repeated.computeIfAbsent(records.get(0).kind(), kind -> new ArrayList<>())
                .addAll(Repetitions.KeyRecord.repeatedAmong(records)));
        repeated.values().forEach(list -> list.sort(Comparator.comparing(RepeatedKey::position)));
        assertThat(new Answer(
                        repeated.getOrDefault(Repetitions.KeyRecord.KeyKind.WHOLE_KEY, List.of()),
                        repeated.getOrDefault(Repetitions.KeyRecord.KeyKind.IDENTIFIER, List.of())))
                .isEqualTo(counted(lines));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void recordsComeInTheirOrderHoweverCloseTheirFingerprints(
            @ForAll("fingerprints") List<Long> fingerprints, @ForAll("limits") RecordSort.Limits limits)
            throws Exception {
        KeyRecords format = new KeyRecords(new Names(), new Names());
        int file = format.files().numberOf("a.csv");
        List<List<Long>> actual = new ArrayList<>();
        try (SpillFile spill = new SpillFile(MemoryChannel::new)) {
            RecordSort sort = Searches.sort(format, limits, spill);
            RecordBlock block = sort.newBlock();
            for (int i = 0; i < fingerprints.size(); i++) {
                block.add(fingerprints.get(i), -fingerprints.get(i), i % 5, file, 0);
                if (block.isFull()) {
                    sort.take(block);
                }
            }
            sort.take(block);
            sort.settle();
            sort.forEach((records, at) -> actual.add(
                    List.of(KeyRecords.high(records, at), KeyRecords.low(records, at), KeyRecords.row(records, at))));
        }
        List<List<Long>> expected = new ArrayList<>();
        for (int i = 0; i < fingerprints.size(); i++) {
            expected.add(List.of(fingerprints.get(i), -fingerprints.get(i), (long) i % 5));
        }
        expected.sort(Comparator.<List<Long>>comparingLong(list -> list.get(0))
                .thenComparingLong(list -> list.get(1))
                .thenComparingLong(list -> list.get(2)));
        assertThat(actual).isEqualTo(expected);
    }

    private static Answer found(List<SpendingLine> lines, RecordSort.Limits limits, Random random) {
        List<SpendingLine> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        try (RepetitionSearch search = new RepetitionSearch(MemoryChannel::new, true, limits, "memory")) {
            List<RepetitionSearch.Collector> collectors = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                collectors.add(search.collector());
            }
            shuffled.forEach(
                    line -> collectors.get(random.nextInt(collectors.size())).add(line));
            collectors.forEach(RepetitionSearch.Collector::finish);
            return answer(search.found());
        }
    }

    private static Answer answer(Repetitions repetitions) {
        List<RepeatedKey> keys = new ArrayList<>();
        List<RepeatedKey> identifiers = new ArrayList<>();
        repetitions.forEachKey(keys::add);
        repetitions.forEachIdentifier(identifiers::add);
        return new Answer(keys, identifiers);
    }

    private static Answer counted(List<SpendingLine> lines) {
        return new Answer(
                counted(
                        lines,
                        line -> line.toBuilder().position(SpendingLine.NOWHERE).build()),
                counted(lines, SpendingLine::id));
    }

    /** Every line against every other. */
    private static List<RepeatedKey> counted(List<SpendingLine> lines, Function<SpendingLine, @Nullable Object> key) {
        List<RepeatedKey> result = new ArrayList<>();
        for (SpendingLine line : lines) {
            Object own = key.apply(line);
            Position first = lines.stream()
                    .filter(other -> own != null && own.equals(key.apply(other)))
                    .map(SpendingLine::position)
                    .min(Comparator.naturalOrder())
                    .orElse(line.position());
            if (!first.equals(line.position())) {
                BudgetUnit unit = line.unit();
                result.add(new RepeatedKey(line.position(), first, unit == null ? null : unit.code()));
            }
        }
        result.sort(Comparator.comparing(RepeatedKey::position));
        return result;
    }

    @Provide
    static Arbitrary<RecordSort.Limits> limits() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(2, 4),
                        Arbitraries.integers().between(1, 3))
                .as(RecordSort.Limits::new);
    }

    @Provide
    static Arbitrary<List<Long>> fingerprints() {
        return Arbitraries.of(
                        Long.MIN_VALUE, Long.MIN_VALUE + 1, -2L, -1L, 0L, 1L, 2L, 255L, 256L, 257L, Long.MAX_VALUE - 1)
                .list()
                .ofMaxSize(60);
    }

    /** Many lines of one key, and some of others. */
    @Provide
    static Arbitrary<List<SpendingLine>> lines() {
        return Combinators.combine(
                        Arbitraries.of("A", "B").injectNull(0.1),
                        Arbitraries.of("1131", "1131", "1131", "2111").injectNull(0.2),
                        Arbitraries.of("1", "2", "3", "4", "5").injectNull(0.5))
                .as((unit, object, id) -> SpendingLine.builder()
                        .unit(unit == null ? null : new BudgetUnit(unit, null, null))
                        .objectCode(object)
                        .id(id)
                        .build())
                .list()
                .ofMaxSize(60)
                .map(RepetitionSearchProperties::positioned);
    }

    private static List<SpendingLine> positioned(List<SpendingLine> lines) {
        List<SpendingLine> result = new ArrayList<>();
        for (SpendingLine line : lines) {
            Position position = new Position(result.size() % 3 == 0 ? "b.csv" : "a.csv", 2 + result.size());
            result.add(line.toBuilder().position(position).build());
        }
        return result;
    }
}
