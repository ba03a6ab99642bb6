package org.hrbudget.desk.law;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.hrbudget.desk.Fault;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.rules.RulePackException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What takes long about reforms, one after another: a file to check, budgets to judge by other rules. It has a thread of its own, so that
 * no unit's budget waits for a pack that somebody made to take long, and a time after which nobody waits for it any more. Answers are
 * kept for a while by what was asked: no page has anything compiled twice.
 */
@Component
class Turns implements DisposableBean {

    private static final int MOST_KEPT = 24;

    private final Duration patience;
    private final Duration limit;
    private final ThreadPoolExecutor pool;

    /** The one asked for last is the last. */
    private final Map<String, Turn> turns = new LinkedHashMap<>(16, 0.75f, true);

    Turns(
            @Value("${desk.uploads.patience}") Duration patience,
            @Value("${desk.law.limit}") Duration limit,
            @Value("${desk.law.waiting}") int waiting) {
        this.patience = patience;
        this.limit = limit;
        this.pool = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(waiting));
    }

    /** What is done in a turn. */
    interface Work {

        /**
         * {@return what came of it}
         *
         * @param late whether nobody waits for it any more
         */
        Object done(BooleanSupplier late);
    }

    /** Something that waits for its turn, has it, or had it. */
    final class Turn implements Runnable {

        private final Work work;
        private final CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();

        private Turn(Work work) {
            this.work = work;
        }

        @Override
        public void run() {
            // A thread cannot be ended from without: it goes on alone, and what comes of it is not kept.
            var timed = answer.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
            try {
                timed.complete(work.done(timed::isDone));
            } catch (RulePackException | Refused e) {
                timed.completeExceptionally(e);
            } catch (Exception | StackOverflowError e) {
                timed.completeExceptionally(new Refused("upload.broken", Fault.log(e, "", "law")));
            }
        }

        boolean isOver() {
            return answer.isDone();
        }

        /** {@return its place among those that wait, from 1; 0 where it does not} */
        public int place() {
            return List.copyOf(pool.getQueue()).indexOf(this) + 1;
        }

        /**
         * {@return what came of it; nothing as long as it is not over, or where it was about something else}
         *
         * @throws RulePackException if the file cannot be read at all
         * @throws Refused if it was refused, or took too long
         */
        <T> Optional<T> answer(Class<T> type) {
            try {
                return Optional.ofNullable(answer.getNow(null))
                        .filter(type::isInstance)
                        .map(type::cast);
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException why) {
                    throw why;
                }
                throw new Refused("law.slow", Long.toString(limit.toSeconds()));
            }
        }
    }

    /**
     * Asks for something, unless it was asked before, and waits for a little while.
     *
     * @param question what is asked: the same has the same answer
     * @return what became of it, or how it stands
     * @throws Refused if too many wait
     */
    Turn ask(String question, Work work) throws InterruptedException {
        Turn turn = begun(question, work, false);
        try {
            turn.answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Whoever asked sees how it stands.
        }
        return turn;
    }

    /**
     * Asks for something that is done once more each time, and waits for a little while.
     *
     * @param question of what there is one at a time
     * @return what became of it, or how it stands
     * @throws Refused if the last one is not over, or too many wait
     */
    Turn askAgain(String question, Work work) throws InterruptedException {
        begun(question, work, true);
        return ask(question, work);
    }

    private synchronized Turn begun(String question, Work work, boolean again) {
        Turn there = turns.get(question);
        if (there != null && again && !there.isOver()) {
            throw new Refused("upload.running");
        }
        if (there != null && !again) {
            return there;
        }
        Turn turn = new Turn(work);
        try {
            pool.execute(turn);
        } catch (RejectedExecutionException e) {
            throw new Refused("busy");
        }
        keep(question, turn);
        return turn;
    }

    private void keep(String question, Turn turn) {
        turns.put(question, turn);
        turns.entrySet().stream()
                .filter(kept -> kept.getValue().isOver())
                .limit(Math.max(0, turns.size() - MOST_KEPT))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(turns::remove);
    }

    /** Keeps an answer that was found on the way to another. */
    synchronized void known(String question, Object answer) {
        Turn turn = new Turn(late -> answer);
        turn.answer.complete(answer);
        keep(question, turn);
    }

    /** {@return what was asked, where it is kept} */
    synchronized Optional<Turn> find(String question) {
        return Optional.ofNullable(turns.get(question));
    }

    /** Forgets what is over and was told: who asks again has it done again. */
    synchronized void forget(Turn turn) {
        if (turn.isOver()) {
            turns.values().remove(turn);
        }
    }

    @Override
    public void destroy() {
        pool.shutdownNow();
    }
}
