package org.hrbudget.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** The local file system under the scheme {@code failing}, whose storage fails when a test wants it to. */
public final class FailingFileSystem extends RawLocalFileSystem {

    /** What goes wrong. */
    enum Fault {
        NONE,
        /** Reading past {@link #AT} fails, as often as said. */
        BREAKS,
        /** The file ends at {@link #AT}. */
        CUT,
        /** The file is gone when a task opens it. */
        GONE,
        /** The file is longer when a task opens it. */
        GROWN
    }

    static final long AT = 300_000;

    private static volatile Fault fault = Fault.NONE;
    private static final AtomicInteger FAILURES_LEFT = new AtomicInteger();
    private static final AtomicInteger FAILURES = new AtomicInteger();

    /** Says what goes wrong in tasks from now on; the driver is left alone. */
    static void let(Fault next, int failures) {
        fault = next;
        FAILURES_LEFT.set(failures);
        FAILURES.set(0);
    }

    /** {@return how often it went wrong} */
    static int failures() {
        return FAILURES.get();
    }

    private static boolean fails(Fault which) {
        boolean inTask = org.apache.spark.TaskContext.get() != null;
        boolean now = inTask && fault == which && FAILURES_LEFT.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        if (now) {
            FAILURES.incrementAndGet();
        }
        return now;
    }

    @Override
    public URI getUri() {
        return URI.create("failing:///");
    }

    @Override
    public String getScheme() {
        return "failing";
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        if (fails(Fault.GONE)) {
            throw new FileNotFoundException("File " + path + " does not exist");
        }
        FileStatus status = super.getFileStatus(path);
        return fails(Fault.GROWN)
                ? new FileStatus(status.getLen() + 1, false, 1, 1, status.getModificationTime(), path)
                : status;
    }

    @Override
    public FSDataInputStream open(Path path, int buffer) throws IOException {
        return new FSDataInputStream(new Stream(super.open(path, buffer)));
    }

    private static final class Stream extends FSInputStream {

        private final FSDataInputStream in;

        Stream(FSDataInputStream in) {
            this.in = in;
        }

        @Override
        public void seek(long to) throws IOException {
            in.seek(to);
        }

        @Override
        public long getPos() throws IOException {
            return in.getPos();
        }

        @Override
        public boolean seekToNewSource(long target) {
            return false;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            if (getPos() > AT && fails(Fault.BREAKS)) {
                throw new IOException("the disk of node 7 is gone");
            }
            if (getPos() > AT && fails(Fault.CUT)) {
                return -1;
            }
            return in.read(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
