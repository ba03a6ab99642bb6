package org.hrbudget.summary.internal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A temporary file that is made when first written to and gone when closed. Safe for use by several threads. */
final class SpillFile implements AutoCloseable {

    /** Makes the file. */
    @FunctionalInterface
    interface Opener {

        /** {@return a channel that reads and writes a new file, and deletes it when closed} */
        SeekableByteChannel open() throws IOException;
    }

    private final Opener opener;
    private @Nullable SeekableByteChannel channel;
    private long end;
    private boolean closed;

    SpillFile(Opener opener) {
        this.opener = opener;
    }

    /** {@return makes files in a folder, or in the platform's own for temporary files} */
    static Opener in(@Nullable Path folder) {
        return () -> {
            Path file = folder == null
                    ? Files.createTempFile("hrbudget-", null)
                    : Files.createTempFile(folder, "hrbudget-", null);
            try {
                // Where the platform can, the name goes at once and only the channel keeps the bytes: not even a
                // process that
                // is killed leaves a file.
                return Files.newByteChannel(
                        file,
                        Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        };
    }

    /** {@return why a file could not be used, without its name, which is another each time} */
    static String reason(IOException e) {
        String message = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
        return message != null && !message.isBlank() ? message : e.getClass().getSimpleName();
    }

    /** Writes all that remains in a buffer. {@return the first byte's place in the file} */
    synchronized long append(ByteBuffer bytes) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        SeekableByteChannel open = channel;
        if (open == null) {
            open = opener.open();
            channel = open;
        }
        long start = end;
        open.position(start);
        while (bytes.hasRemaining()) {
            open.write(bytes);
        }
        end = open.position();
        return start;
    }

    /** {@return the bytes written so far} */
    synchronized long size() {
        return end;
    }

    /** Fills a buffer with the bytes from a place on. */
    synchronized void read(ByteBuffer bytes, long from) throws IOException {
        SeekableByteChannel open = channel;
        if (open == null) {
            throw new ClosedChannelException();
        }
        open.position(from);
        while (bytes.hasRemaining()) {
            if (open.read(bytes) < 0) {
                throw new EOFException("The temporary file is shorter than what was written to it");
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        SeekableByteChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }
}
