package org.hrbudget.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.hrbudget.model.Budget;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.report.JsonReport;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.rules.oracle.RandomBudgets;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.ValidationReport;

/** The same lines give the same bytes, whoever checks them and in whatever order they come. */
@Tag("long")
class ReportBytesProperties {

    /** More than two chunks of lines, so that several threads have something to do. */
    private static final int LINES = 4_500;

    private static final List<RulePack> PACKS =
            List.of(RulePacks.load("mx-fed", "2011.1"), RulePacks.load("mx-cmx", "2011.2"));

    @Property(tries = 6)
    @Tag("long")
    void threadsMakeNoDifference(
            @ForAll("packs") RulePack pack, @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int threads) {
        Budget budget = RandomBudgets.large(seed, pack.manifest().jurisdiction(), LINES);

        assertSameLines(report(pack, budget, threads), report(pack, budget, 1));
    }

    @Property(tries = 6)
    @Tag("long")
    void theOrderOfTheLinesMakesNoDifference(
            @ForAll("packs") RulePack pack, @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int threads) {
        Budget budget = RandomBudgets.large(seed, pack.manifest().jurisdiction(), LINES);
        List<SpendingLine> shuffled = new ArrayList<>(budget.lines());
        Collections.shuffle(shuffled, new Random(seed));

        assertSameLines(report(pack, with(budget, shuffled), threads), report(pack, budget, 1));
    }

    @Property(tries = 6)
    @Tag("long")
    void theOrderOfThePartsMakesNoDifference(
            @ForAll("packs") RulePack pack,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3_000) int size,
            @ForAll @IntRange(min = 1, max = 4) int threads) {
        Budget budget = RandomBudgets.large(seed, pack.manifest().jurisdiction(), LINES);
        List<List<SpendingLine>> parts = new ArrayList<>();
        int count = budget.lines().size();
        for (int from = 0; from < count; from += size) {
            parts.add(budget.lines().subList(from, Math.min(from + size, count)));
        }
        Collections.shuffle(parts, new Random(seed));
        List<SpendingLine> joined = parts.stream().flatMap(List::stream).toList();

        assertSameLines(report(pack, with(budget, joined), threads), report(pack, budget, 1));
    }

    @Property(tries = 200)
    void aSmallBudgetInAnyOrderGivesTheSameBytes(
            @ForAll("packs") RulePack pack, @ForAll long seed, @ForAll @IntRange(min = 0, max = 12) int lines) {
        Budget budget = RandomBudgets.large(seed, pack.manifest().jurisdiction(), lines);
        List<SpendingLine> reversed = new ArrayList<>(budget.lines());
        Collections.reverse(reversed);

        assertSameLines(report(pack, with(budget, reversed), 1), report(pack, budget, 1));
    }

    @Provide
    Arbitrary<RulePack> packs() {
        return Arbitraries.of(PACKS);
    }

    /** Compares line by line, so that a failure shows where two long reports part and not both of them. */
    private static void assertSameLines(String actual, String expected) {
        List<String> lines = actual.lines().toList();
        List<String> expectedLines = expected.lines().toList();
        for (int i = 0; i < Math.min(lines.size(), expectedLines.size()); i++) {
            if (!lines.get(i).equals(expectedLines.get(i))) {
                assertThat(lines.get(i)).as("line %d of the report", i + 1).isEqualTo(expectedLines.get(i));
            }
        }
        assertThat(actual.length()).isEqualTo(expected.length());
    }

    private static Budget with(Budget budget, List<SpendingLine> lines) {
        Budget.Builder builder = Budget.builder(budget.header()).lines(lines).promises(budget.promises());
        budget.baseline().ifPresent(builder::baseline);
        return builder.build();
    }

    /** Few findings are kept, so that it matters which. */
    private static String report(RulePack pack, Budget budget, int threads) {
        ValidationReport report = BudgetValidator.builder()
                .packs(pack)
                .programme(RandomBudgets.programme())
                .threads(threads)
                .maxFindingsPerRule(20)
                .build()
                .validate(budget);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            JsonReport.write(ReportDocument.of(report, Locale.ENGLISH, Map.of()), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
