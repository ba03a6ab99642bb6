package org.hrbudget.report;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written whole or not at all: under another name beside it first, which {@link #commit()} turns into the file's
 * own and {@link #close()} gives up. What stood there before stays until then. A pipe or a device is written directly, since it
 * cannot be replaced and nobody mistakes it for a file. For one thread.
 */
public final class WholeFile implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final Path target;
    private final @Nullable Path part;
    private final OutputStream out;
    private boolean closed;

    private WholeFile(Path target, @Nullable Path part, OutputStream out) {
        this.target = target;
        this.part = part;
        this.out = new BufferedOutputStream(out, BUFFER);
    }

    /**
     * {@return a file about to be written}
     *
     * @param file its path, in a folder that exists
     * @throws IOException if nothing can be written there
     */
    public static WholeFile open(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return new WholeFile(file, null, Files.newOutputStream(file, StandardOpenOption.WRITE));
        }
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        return new WholeFile(target, part, Files.newOutputStream(part, StandardOpenOption.CREATE_NEW));
    }

    /** {@return where its bytes go} */
    public OutputStream out() {
        return out;
    }

    /**
     * Ends the file and puts it in its place.
     *
     * @throws IOException if the last bytes cannot be written, or the file not be moved; then it is not there
     */
    public void commit() throws IOException {
        out.close();
        if (part != null) {
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        closed = true;
    }

    /**
     * Gives up a file that was not committed; one that was stays.
     *
     * @throws IOException if what was written so far cannot be deleted
     */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            out.close();
        } catch (IOException e) {
            // The bytes that could not be written were not wanted any more.
        } finally {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        }
    }
}
