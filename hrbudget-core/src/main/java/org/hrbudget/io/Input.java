package org.hrbudget.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hrbudget.model.internal.Spelling;
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
    private final List<String> place;

    private Input(String name, Opener opener, @Nullable Path path, List<String> place) {
        this.name = Spelling.harmless(name);
        this.opener = opener;
        this.path = path;
        this.place = place;
    }

    /**
     * {@return a file}
     *
     * @param file the file; reports name it without its folder, unless another of the same name is read with it
     */
    public static Input of(Path file) {
        Path last = file.getFileName();
        List<String> place = new ArrayList<>();
        file.toAbsolutePath().normalize().forEach(folder -> place.add(folder.toString()));
        return new Input(
                last == null ? file.toString() : last.toString(),
                () -> Files.newInputStream(file),
                file,
                List.copyOf(place));
    }

    /**
     * {@return a file that is not in a file system of this machine, such as one of a cluster or of an object store}
     *
     * @param location its folders and its name, with slashes between them; reports name it without its folders, unless another of
     *     the same name is read with it
     * @param opener opens the bytes, each time anew
     */
    public static Input at(String location, Opener opener) {
        List<String> place = Arrays.stream(location.split("/+"))
                .filter(folder -> !folder.isEmpty())
                .toList();
        String name = place.isEmpty() ? location : place.get(place.size() - 1);
        return new Input(name, opener, null, place);
    }

    /**
     * {@return bytes from anywhere, such as the class path}
     *
     * @param name the name in reports; its ending may say the format, as in {@code budget.json.gz}
     * @param opener opens the bytes, each time anew
     */
    public static Input of(String name, Opener opener) {
        return new Input(name, opener, null, List.of());
    }

    /** {@return the same input under another name} */
    Input named(String other) {
        return new Input(other, opener, path, place);
    }

    /** {@return its folders and its name, where it has some: what tells it from others of its name} */
    List<String> place() {
        return place;
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
