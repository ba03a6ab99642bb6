package org.hrbudget.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program with so many threads, as one side of a comparison.
 *
 * @param program the program
 * @param threads its threads
 */
record Side(Program program, int threads) {

    /** How a trial is to be made. */
    record Order(
            GivenBudget budget,
            @Nullable GivenBudget warmUp,
            long warmUpMillis,
            int runs,
            boolean hash,
            List<String> flags) {

        /** {@return one cold run in a JVM with these flags} */
        static Order cold(GivenBudget budget, List<String> flags) {
            return new Order(budget, null, 0, 1, false, flags);
        }

        Order hashed() {
            return new Order(budget, warmUp, warmUpMillis, runs, true, flags);
        }
    }

    /** {@return a process of its own for a trial} */
    Fork fork(Order order) {
        List<String> arguments = new ArrayList<>(List.of(
                "--program",
                program.name(),
                "--kind",
                order.budget().kind().name(),
                "--file",
                order.budget().file().toString(),
                "--threads",
                Integer.toString(threads),
                "--runs",
                Integer.toString(order.runs())));
        if (order.budget().items() != null) {
            arguments.addAll(List.of("--items", String.valueOf(order.budget().items())));
        }
        GivenBudget warmUp = order.warmUp();
        if (warmUp != null) {
            arguments.addAll(List.of("--warm-up-file", warmUp.file().toString()));
            arguments.addAll(List.of("--warm-up-millis", Long.toString(order.warmUpMillis())));
        }
        if (order.hash()) {
            arguments.add("--hash");
        }
        return Fork.jvm(order.flags(), TrialMain.class, arguments);
    }

    Trial trial(Order order) throws IOException {
        return Trial.parse(fork(order).run().line(TrialMain.MARK));
    }

    String label() {
        return switch (program) {
            case HRBUDGET -> "hrbudget";
            case JOINING -> "hrbudget with two joining rules";
            case JACKSON -> "Jackson to strings";
            case HANDWRITTEN -> "hand-written Java";
            case DROOLS -> "plain Drools";
            case EVRETE -> "Evrete";
        };
    }

    /** {@return such as {@code hrbudget, 2 threads}} */
    @Override
    public String toString() {
        return label() + (threads == 1 ? ", 1 thread" : ", " + threads + " threads");
    }

    /** Fails where programs that were timed side by side did not come to the same. */
    static void requireAgreement(Map<Side, Trial> trials) throws IOException {
        Outcome ours = null;
        for (Map.Entry<Side, Trial> trial : trials.entrySet()) {
            Outcome outcome = trial.getValue().outcome();
            if (ours == null) {
                ours = outcome;
            }
            boolean judges = trial.getKey().program() != Program.JACKSON;
            if (outcome.rows() != ours.rows() || (judges && !outcome.findings().equals(ours.findings()))) {
                throw new IOException(trial.getKey() + " disagrees: " + outcome + " and not " + ours);
            }
        }
    }
}
