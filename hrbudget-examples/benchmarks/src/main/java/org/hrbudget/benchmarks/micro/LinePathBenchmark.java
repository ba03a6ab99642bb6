package org.hrbudget.benchmarks.micro;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.hrbudget.io.internal.AmountFormat;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.spi.Repetitions;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.LineFact;
import org.hrbudget.validation.spi.PartialReport;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The stations of a line between file and report, in nanoseconds a line. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@OperationsPerInvocation(PlantedLines.LINES)
public class LinePathBenchmark {

    private static final AmountFormat AMOUNTS = AmountFormat.plain();

    /** Makes the benchmark. */
    public LinePathBenchmark() {}

    /**
     * Decoding and splitting rows, without making lines of them; opening the source is part of it.
     *
     * @param planted the lines
     * @return how many rows there were
     */
    @Benchmark
    public int rowsTaken(PlantedLines planted) {
        int rows = 0;
        try (LineReader reader = planted.source().open()) {
            for (LineReader.Batch batch = next(reader); batch != null; batch = next(reader)) {
                rows += batch.rows();
            }
        }
        return rows;
    }

    /**
     * The same, and making lines of the rows.
     *
     * @param planted the lines
     * @param blackhole takes the lines
     */
    @Benchmark
    public void linesMade(PlantedLines planted, Blackhole blackhole) {
        try (LineReader reader = planted.source().open()) {
            for (LineReader.Batch batch = next(reader); batch != null; batch = next(reader)) {
                blackhole.consume(batch.lines());
            }
        }
    }

    private static LineReader.@Nullable Batch next(LineReader reader) {
        return reader.nextBatch(PlantedLines.CHUNK);
    }

    /**
     * Parsing one amount a line. The parser is not part of the API: of all that reading does it is what numbers pass through most.
     *
     * @param planted the lines, whose amounts are written out as in a file
     * @param blackhole takes the amounts
     * @throws CellProblem never: the texts are amounts
     */
    @Benchmark
    public void amountParsed(PlantedLines planted, Blackhole blackhole) throws CellProblem {
        for (String text : planted.amounts()) {
            BigDecimal amount = AMOUNTS.parse("approved", text);
            blackhole.consume(amount);
        }
    }

    /**
     * The fingerprint of a line's key.
     *
     * @param planted the lines
     * @param blackhole takes the fingerprints
     */
    @Benchmark
    public void keyFingerprint(PlantedLines planted, Blackhole blackhole) {
        Function<SpendingLine, List<Repetitions.KeyRecord>> keys = Repetitions.KeyRecord.maker(true);
        for (SpendingLine line : planted.lines()) {
            blackhole.consume(keys.apply(line));
        }
    }

    /**
     * All rules over lines.
     *
     * @param planted the lines
     * @param blackhole takes what the rules say
     */
    @Benchmark
    public void rulesEvaluated(PlantedLines planted, Blackhole blackhole) {
        for (List<LineFact> facts : planted.facts()) {
            blackhole.consume(planted.pack().evaluate(Rule.Scope.LINE, facts));
        }
    }

    /**
     * Chunks judged and added up, as each thread does with what it has read.
     *
     * @param planted the lines
     * @return the part
     */
    @Benchmark
    public PartialReport chunksJudged(PlantedLines planted) {
        PartialReport part = planted.validator().part(planted.outline());
        planted.chunks().forEach(part::add);
        return part;
    }
}
