package org.hrbudget.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something with bytes that can be opened any number of times, and the name it has in reports. Immutable; safe to share between
 * threads where what it opens is.
 */
public final class Input {

    /** Opens a new stream at the first byte. */
    @FunctionalInterface
    public interface Opener {
        /**
         * {@return a new stream at the first byte, which the reader closes}
         *
         * @throws IOException if it cannot be opened
         */
        InputStream open() throws IOException;
    }

    private final String name;
    private final Opener opener;
    private final @Nullable Path path;

    private Input(String name, Opener opener, @Nullable Path path) {
        this.name = name;
        this.opener = opener;
        this.path = path;
    }

    /**
     * {@return a file}
     *
     * @param file the file; reports name it without its folder, unless another of the same name is read with it
     */
    public static Input of(Path file) {
        Path last = file.getFileName();
        return new Input(last == null ? file.toString() : last.toString(), () -> Files.newInputStream(file), file);
    }

    /**
     * {@return bytes from anywhere, such as the class path}
     *
     * @param name the name in reports; its ending may say the format, as in {@code budget.json.gz}
     * @param opener opens the bytes, each time anew
     */
    public static Input of(String name, Opener opener) {
        return new Input(name, opener, null);
    }

    /** {@return the same input under another name} */
    Input named(String other) {
        return new Input(other, opener, path);
    }

    /** {@return the name in reports} */
    public String name() {
        return name;
    }

    /** {@return the file, where it is one} */
    public Optional<Path> path() {
        return Optional.ofNullable(path);
    }

    /**
     * {@return a new stream of the bytes as they are stored; the caller closes it}
     *
     * @throws IOException if it cannot be opened
     */
    public InputStream open() throws IOException {
        return opener.open();
    }

    @Override
    public String toString() {
        return name;
    }
}
