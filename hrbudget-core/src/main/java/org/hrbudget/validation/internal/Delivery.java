package org.hrbudget.validation.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrbudget.model.Bilingual;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.RunOptions;
import org.jspecify.annotations.Nullable;

/**
 * Hands findings to a sink: those of chunks of lines in the order of the chunks, whichever thread judged them first. Safe for use
 * by several threads.
 */
final class Delivery {

    private static final Comparator<Finding> BY_LINE = RuleTally.BY_LINE;

    /** How many chunks may wait for an earlier one; a thread further ahead waits itself. */
    private static final int MOST_WAITING = 64;

    private final RunOptions.@Nullable FindingSink sink;
    private final int packs;
    private final Map<Long, List<Finding>> waiting = new HashMap<>();
    private long next;
    private boolean ended;
    private @Nullable String failure;

    /**
     * @param sink who takes the findings, or {@code null} if nobody does
     * @param packs how many of the packs count, the first ones; others are only compared with them
     */
    Delivery(RunOptions.@Nullable FindingSink sink, int packs) {
        this.sink = sink;
        this.packs = packs;
    }

    /**
     * Takes what was raised about a chunk of lines.
     *
     * @param number the number of the chunk; each from zero on comes once
     * @param raised what each pack raises
     */
    void chunk(long number, List<List<Raised>> raised) {
        if (sink == null) {
            return;
        }
        List<Finding> findings = inOrder(raised);
        boolean interrupted = false;
        synchronized (this) {
            while (!ended && number != next && waiting.size() >= MOST_WAITING) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    // The one who reads sees it and stops; what was judged until then is still handed over in order.
                    interrupted = true;
                }
            }
            waiting.put(number, findings);
            for (List<Finding> due = waiting.remove(next); due != null; due = waiting.remove(next)) {
                due.forEach(this::hand);
                next++;
            }
            notifyAll();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Takes what was raised about units, the whole budget or repeated keys.
     *
     * @param raised what each pack raises
     */
    synchronized void rest(List<List<Raised>> raised) {
        if (sink != null) {
            inOrder(raised).forEach(this::hand);
        }
    }

    /** Lets nobody wait any longer: a chunk will not come. */
    synchronized void stop() {
        ended = true;
        notifyAll();
    }

    /**
     * Ends the delivery.
     *
     * @param whole whether every finding of the budget was raised
     * @return why findings are missing though all were raised, if so
     */
    synchronized Optional<Bilingual> end(boolean whole) {
        stop();
        if (sink == null) {
            return Optional.empty();
        }
        if (whole && failure == null) {
            try {
                sink.complete();
            } catch (IOException e) {
                fail(e);
            }
        }
        if (!whole || failure != null) {
            sink.abandon();
        }
        return Optional.ofNullable(failure).map(reason -> Texts.WORDING.of("findings-lost", "reason", reason));
    }

    private void hand(Finding finding) {
        if (sink != null && failure == null) {
            try {
                sink.accept(finding);
            } catch (IOException e) {
                fail(e);
            }
        }
    }

    private void fail(IOException e) {
        String message = e.getMessage();
        failure = message == null ? e.getClass().getSimpleName() : message;
    }

    private List<Finding> inOrder(List<List<Raised>> raised) {
        List<Finding> findings = new ArrayList<>();
        for (List<Raised> ofPack : raised.subList(0, packs)) {
            ofPack.forEach(one -> findings.add(one.finding()));
        }
        // A stable sort: findings about one line stay in the order of the packs.
        findings.sort(BY_LINE.thenComparing(Finding::ruleId));
        return findings;
    }
}
