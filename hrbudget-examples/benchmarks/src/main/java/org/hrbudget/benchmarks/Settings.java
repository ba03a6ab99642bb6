package org.hrbudget.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How comparisons are run.
 *
 * @param folder where the budgets are
 * @param lines the sizes of the planted budgets, ascending
 * @param engineLines the most lines that are given to an engine that holds all of them
 * @param account the public account as published, or {@code null} to leave it out
 * @param accountRows how many rows the repeated account has
 * @param rounds how often each program is started
 * @param warmUpMillis how long a program runs on a small budget before it counts
 * @param threads how many threads programs of several have
 * @param precision how close the least heap is found, as a part of it
 * @param growth the numbers of rules, packs or languages that are measured
 * @param peer the command of a second program, or {@code null}
 * @param demo the jar of the command line, or {@code null}
 * @param flags of every JVM that is started, but where a comparison is about its flags
 * @param log is told what is being done
 */
record Settings(
        WorkFolder folder,
        List<Long> lines,
        long engineLines,
        @Nullable Path account,
        long accountRows,
        int rounds,
        long warmUpMillis,
        int threads,
        double precision,
        List<Integer> growth,
        @Nullable String peer,
        @Nullable Path demo,
        List<String> flags,
        Consumer<String> log) {

    private static final long MOST_TO_WARM_UP_WITH = 100_000;

    Settings {
        lines = lines.stream().sorted().toList();
        growth = growth.stream().sorted().toList();
        flags = List.copyOf(flags);
    }

    /** {@return the flags of every JVM, and these} */
    List<String> flags(String... more) {
        List<String> all = new ArrayList<>(flags);
        all.addAll(List.of(more));
        return all;
    }

    void say(String text) {
        log.accept(text);
    }

    /** {@return the size of the budget that programs warm up with} */
    long warmUpLines() {
        return Math.min(MOST_TO_WARM_UP_WITH, lines.get(lines.size() - 1));
    }

    /** {@return the largest size that an engine which holds all lines is given} */
    long engineSize() {
        return lines.stream().filter(size -> size <= engineLines).reduce(lines.get(0), Math::max);
    }
}
