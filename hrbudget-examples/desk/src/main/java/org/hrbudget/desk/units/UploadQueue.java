package org.hrbudget.desk.units;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.hrbudget.desk.Fault;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.keeping.KeptFiles;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.report.Receipt;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.stereotype.Component;

/**
 * The files that wait to be judged: one of each user, some at once, the others in the order in which they came. One that is cancelled,
 * refused or cut off leaves nothing.
 */
@Component
public class UploadQueue implements DisposableBean {

    private static final String ACTION = "POST /units/{unit}/uploads";

    /** How a file stands. */
    enum State {
        /** It waits for its turn. */
        WAITING,
        /** It is read and judged. */
        RUNNING,
        /** It was judged and is being kept: too late to cancel. */
        KEEPING,
        /** It was kept. */
        DONE,
        /** It was not taken. */
        REFUSED,
        /** Its sender did not want it any more. */
        CANCELLED
    }

    private final Uploads uploads;
    private final KeptFiles files;
    private final Duration patience;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor pool;

    UploadQueue(
            Uploads uploads,
            KeptFiles files,
            ApplicationArguments arguments,
            @Value("${desk.uploads.patience}") Duration patience,
            @Value("${desk.uploads.waiting}") int waiting)
            throws IOException {
        this.uploads = uploads;
        this.files = files;
        this.patience = patience;
        // One is left to the pages.
        int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        this.pool = new ThreadPoolExecutor(atOnce, atOnce, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(waiting));
        if (arguments.getNonOptionArgs().isEmpty()) {
            // A command is carried out beside a desk that may be running.
            files.recover(uploads::isReferred);
        }
    }

    /** A file that waits, and how far it is. */
    final class Job implements Runnable, Judge.Watch {

        private final String by;
        private final String unit;
        private final String name;
        private final List<Receipt.Option> written;
        private final Path file;
        private final CountDownLatch end = new CountDownLatch(1);
        private State state = State.WAITING;
        private volatile long read;
        private volatile long judged;
        private volatile @Nullable RuntimeException fault;

        private Job(String by, String unit, String name, List<Receipt.Option> written, Path file) {
            this.by = by;
            this.unit = unit;
            this.name = name;
            this.written = written;
            this.file = file;
        }

        @Override
        public void run() {
            State last = State.CANCELLED;
            try {
                if (moved(State.WAITING, State.RUNNING)) {
                    uploads.add(by, unit, name, written, file, this, () -> moved(State.RUNNING, State.KEEPING));
                    last = State.DONE;
                }
            } catch (CancellationException e) {
                // Its sender, or the desk, did not want it any more.
            } catch (BudgetReadException | Refused e) {
                fault = e;
                last = State.REFUSED;
            } catch (Exception e) {
                fault = new Refused("upload.broken", Fault.log(e, by, ACTION));
                last = State.REFUSED;
            } finally {
                // Whoever sees that nothing of it is left finds it over.
                end(last);
                delete();
            }
        }

        private void delete() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                Fault.log(e, by, ACTION);
            }
        }

        private synchronized boolean moved(State from, State to) {
            boolean moved = state == from;
            state = moved ? to : state;
            return moved;
        }

        private synchronized void end(State last) {
            state = last;
            end.countDown();
        }

        /** Ends it, unless it is being kept or was. */
        void cancel() {
            if (moved(State.WAITING, State.CANCELLED)) {
                pool.remove(this);
                delete();
                end(State.CANCELLED);
            } else {
                moved(State.RUNNING, State.CANCELLED);
            }
        }

        @Override
        public void at(long rowsRead, long rowsJudged) {
            read = rowsRead;
            judged = rowsJudged;
        }

        @Override
        public synchronized boolean isCancelled() {
            return state == State.CANCELLED;
        }

        synchronized State state() {
            return state;
        }

        boolean isOver() {
            return end.getCount() == 0;
        }

        String unit() {
            return unit;
        }

        public String name() {
            return name;
        }

        /** {@return how many rows were read; all there are, once some are judged} */
        public long read() {
            return read;
        }

        public long judged() {
            return judged;
        }

        /** {@return its place among those that wait, from 1; 0 where it does not} */
        public int place() {
            return new ArrayList<>(pool.getQueue()).indexOf(this) + 1;
        }

        /** {@return what its sender says of how it is written} */
        List<Receipt.Option> written() {
            return written;
        }

        /** {@return why it was not taken, where it was not} */
        @Nullable
        RuntimeException fault() {
            return fault;
        }
    }

    /** {@return an empty file to write into what a user sends; whoever asks for it gives it to {@link #add} or deletes it} */
    Path newFile() throws IOException {
        return files.newIncoming();
    }

    /**
     * Takes a file that came in, and waits for a little while: most files are judged before their sender wonders.
     *
     * @return what became of it, or how it stands
     * @throws Refused if another file of its sender is not done yet, or too many wait; the file is gone then
     */
    Job add(String by, String unit, String name, List<Receipt.Option> written, Path file)
            throws IOException, InterruptedException {
        Job job = new Job(by, unit, name, written, file);
        Job running = jobs.compute(by, (user, last) -> last == null || last.isOver() ? job : last);
        if (running != job) {
            Files.delete(file);
            throw new Refused("upload.running");
        }
        try {
            pool.execute(job);
        } catch (RejectedExecutionException e) {
            jobs.remove(by, job);
            Files.delete(file);
            throw new Refused("busy");
        }
        if (job.end.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            jobs.remove(by, job);
        }
        return job;
    }

    /** {@return the last file of a user that was not judged at once, where there is one of that unit} */
    Optional<Job> find(String by, String unit) {
        return Optional.ofNullable(jobs.get(by)).filter(job -> job.unit().equals(unit));
    }

    /** Forgets a file that is over, and whose sender was told. */
    void forget(String by, Job job) {
        if (job.isOver()) {
            jobs.remove(by, job);
        }
    }

    /** {@return how many files wait for their turn} */
    public int waiting() {
        return pool.getQueue().size();
    }

    /** {@return whether another file can be taken} */
    public boolean isFree() {
        return pool.getQueue().remainingCapacity() > 0 && !pool.isShutdown();
    }

    @Override
    public void destroy() throws InterruptedException {
        jobs.values().forEach(Job::cancel);
        pool.shutdown();
        pool.awaitTermination(30, TimeUnit.SECONDS);
    }
}
