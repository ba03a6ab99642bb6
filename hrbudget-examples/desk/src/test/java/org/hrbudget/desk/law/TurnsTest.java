package org.hrbudget.desk.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.law.Turns.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work that never ends keeps nobody but its own. */
@Timeout(30)
class TurnsTest {

    private final Turns turns = new Turns(Duration.ofMillis(20), Duration.ofMillis(300), 1);

    private final CountDownLatch end = new CountDownLatch(1);

    private final AtomicInteger done = new AtomicInteger();

    @AfterEach
    void end() {
        end.countDown();
        turns.destroy();
    }

    private Object forEver() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0L;
    }

    private Turn begun(String question) throws InterruptedException {
        Turn turn = turns.ask(question, late -> forEver());
        assertThat(turn.answer(Long.class)).isEmpty();
        return turn;
    }

    private static void awaitEndOf(Turn turn) throws InterruptedException {
        while (!turn.isOver()) {
            Thread.sleep(5);
        }
    }

    @Test
    void whatTakesTooLongIsGivenUpInWords() throws InterruptedException {
        Turn turn = begun("for ever");
        awaitEndOf(turn);
        assertThatThrownBy(() -> turn.answer(Long.class))
                .isInstanceOf(Refused.class)
                .hasMessage("law.slow");
    }

    @Test
    void whoWorksIsToldThatNobodyWaitsAnyMore() throws InterruptedException {
        Turn turn = turns.ask("polite", late -> {
            while (!late.getAsBoolean()) {
                Thread.onSpinWait();
            }
            end.countDown();
            return 0L;
        });
        awaitEndOf(turn);
        end.await();
    }

    @Test
    void whatIsAskedTwiceIsDoneOnce() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            Turn turn = turns.ask("same", late -> (long) done.incrementAndGet());
            awaitEndOf(turn);
            assertThat(turn.answer(Long.class)).hasValue(1L);
        }
        turns.ask("other", late -> (long) done.incrementAndGet());
        assertThat(done).hasValue(2);
    }

    @Test
    void whatWasToldIsDoneAgain() throws InterruptedException {
        turns.forget(turns.ask("same", late -> (long) done.incrementAndGet()));
        turns.ask("same", late -> (long) done.incrementAndGet());
        assertThat(done).hasValue(2);
    }

    @Test
    void oneUploadOfSomebodyIsCheckedAtATime() throws InterruptedException {
        turns.askAgain("upload", late -> forEver());
        assertThatThrownBy(() -> turns.askAgain("upload", late -> 0L)).hasMessage("upload.running");
    }

    @Test
    void noMoreWaitThanThereIsRoomFor() throws InterruptedException {
        begun("first");
        assertThat(begun("second").place()).isEqualTo(1);
        assertThatThrownBy(() -> turns.ask("third", late -> 0L)).hasMessage("busy");
    }
}
