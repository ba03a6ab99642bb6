package org.hrbudget.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** One program in a process of its own: warms up, runs, and prints a line that says how long it took and what it found. */
@CommandLine.Command(name = "trial")
public final class TrialMain implements Callable<Integer> {

    /** What the line that counts starts with. */
    static final String MARK = "@trial ";

    private static final JsonMapper JSON = new JsonMapper();

    @Option(names = "--program", required = true)
    private Program program = Program.HRBUDGET;

    @Option(names = "--kind", required = true)
    private GivenBudget.Kind kind = GivenBudget.Kind.PLANTED;

    @Option(names = "--file", required = true)
    private Path file = Path.of("");

    @Option(names = "--items")
    private @Nullable Path items;

    @Option(names = "--threads", defaultValue = "1")
    private int threads;

    @Option(names = "--warm-up-file")
    private @Nullable Path warmUpFile;

    @Option(names = "--warm-up-millis", defaultValue = "0")
    private long warmUpMillis;

    @Option(names = "--runs", defaultValue = "1")
    private int runs;

    @Option(names = "--hash")
    private boolean hash;

    private TrialMain() {}

    /**
     * Runs a trial.
     *
     * @param arguments which, and on what
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TrialMain())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        HeapWatch heap = HeapWatch.start();
        GivenBudget budget = new GivenBudget(kind, file, items);
        try (Program.Ready ready = program.ready(budget, threads)) {
            warmUp(ready);
            List<Double> millis = new ArrayList<>();
            Outcome outcome = new Outcome(0, Map.of(), "");
            for (int i = 0; i < runs; i++) {
                long start = System.nanoTime();
                outcome = ready.run(budget);
                millis.add((System.nanoTime() - start) / 1e6);
            }
            HeapWatch.Peaks peaks = heap.peaks();
            Trial trial = new Trial(millis, outcome, peaks.used(), peaks.kept(), hash ? ready.reportHash() : null);
            System.out.println(MARK + JSON.writeValueAsString(trial));
        }
        return 0;
    }

    private void warmUp(Program.Ready ready) throws IOException {
        if (warmUpFile == null) {
            return;
        }
        GivenBudget small = new GivenBudget(kind, warmUpFile, items);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(warmUpMillis);
        while (System.nanoTime() < end) {
            ready.run(small);
        }
    }
}
