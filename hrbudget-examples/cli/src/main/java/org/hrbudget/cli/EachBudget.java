package org.hrbudget.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hrbudget.report.TextPage;

/** Many budgets, each in a file of its own, gone through one by one. */
final class EachBudget {

    private EachBudget() {}

    /** Refuses what is of one budget alone where there are several: whose lines would a file of links be about? */
    static void refuseWhatIsOfOne(Arguments arguments, ProgramWords words) {
        Stream.concat(Stream.of("--links"), UnitDocuments.OPTIONS.stream())
                .filter(arguments::given)
                .findFirst()
                .ifPresent(option -> {
                    throw Refusal.wrongUsage(words.get("impact.of-one-budget", "option", option));
                });
    }

    /** {@return a file's name; with its folder, as given, where another has the same} */
    static String name(Path file, List<Path> files) {
        Path name = file.getFileName();
        boolean shared =
                files.stream().anyMatch(other -> !other.equals(file) && other.endsWith(name == null ? file : name));
        return TextPage.harmless(name == null || shared ? file.toString() : name.toString());
    }

    /**
     * {@return what comes of each budget, in their order, however many are judged at a time} What cannot be read is for the judge to
     * tell; what it throws ends the whole.
     *
     * @param budgets the budgets
     * @param threads how many may be judged at a time
     * @param judge judges one, in any thread
     */
    static <B, R> List<R> judge(List<B> budgets, int threads, Function<B, R> judge) {
        if (threads == 1) {
            return budgets.stream().map(judge).toList();
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<R>> coming = new ArrayList<>();
            for (B budget : budgets) {
                coming.add(pool.submit(() -> judge.apply(budget)));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> one : coming) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while budgets were judged.", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
