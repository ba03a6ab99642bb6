package org.hrbudget.report;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where something is going to be written, whatever way its path is spelled: through links, with {@code ..}, in another case where
 * the file system makes no difference. It tells, before any work is done, whether the writing would change what is read. It looks
 * at the file system each time it is asked. Immutable.
 */
public final class OutputPlace {

    /** A pack is a folder with folders of files in it; what lies deeper belongs to none. */
    private static final int DEPTH = 3;

    private static final int MOST_FILES = 10_000;

    private final Path path;

    private OutputPlace(Path path) {
        this.path = path;
    }

    /**
     * {@return the place of a file or a folder}
     *
     * @param path its path; nothing need be there yet
     */
    public static OutputPlace of(Path path) {
        return new OutputPlace(path.toAbsolutePath());
    }

    /** {@return the path, absolute} */
    public Path path() {
        return path;
    }

    /**
     * {@return whether writing here would change what is read there} A pipe or a device holds nothing that could be changed.
     *
     * @param read a file, or a folder of which everything counts as read
     */
    public boolean changes(Path read) {
        if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
            return false;
        }
        if (isSame(path, read)) {
            return true;
        }
        return Files.isDirectory(read) && (lies(path.normalize(), read) || lies(real(path), read) || isHeld(read));
    }

    /**
     * {@return whether both are one file} Names of one folder that differ by case alone count as one, so that the answer is the same
     * on every system. Two outputs may share a pipe or a device.
     *
     * @param other where something else is going to be written
     */
    public boolean isAlso(OutputPlace other) {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return false;
        }
        Path one = real(path);
        Path two = real(other.path);
        return isSame(path, other.path)
                || (isSame(folder(one), folder(two)) && name(one).equalsIgnoreCase(name(two)));
    }

    private static boolean lies(@Nullable Path path, Path folder) {
        for (Path above = path; above != null; above = above.getParent()) {
            if (isSame(above, folder)) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether it is another name of a file that is in the folder} */
    private boolean isHeld(Path folder) {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (Stream<Path> files = Files.find(real(folder), DEPTH, (file, attributes) -> attributes.isRegularFile())) {
            List<Path> all = files.limit(MOST_FILES).toList();
            return all.stream().anyMatch(file -> isSame(path, file));
        } catch (IOException | RuntimeException e) {
            // A folder that cannot be listed cannot be read as a pack either.
            return false;
        }
    }

    /** {@return the path with its links followed as far as it exists} */
    private static Path real(Path path) {
        Path whole = path.normalize();
        try {
            return path.toRealPath();
        } catch (IOException e) {
            Path folder = path.getParent();
            Path name = whole.getFileName();
            return folder == null || name == null ? whole : real(folder).resolve(name);
        }
    }

    private static Path folder(Path path) {
        return Objects.requireNonNullElse(path.getParent(), path);
    }

    private static String name(Path path) {
        return Objects.toString(path.getFileName(), "");
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return one.toAbsolutePath()
                            .normalize()
                            .equals(other.toAbsolutePath().normalize())
                    || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * A file that is written whole or not at all: under another name beside it first, which {@link #commit()} turns into the file's
     * own and {@link #close()} gives up. What stood there before stays until then, and its permissions stay. What a killed run left is
     * removed by the next one that writes the same file. A pipe or a device is written directly, since it cannot be replaced and nobody
     * mistakes it for a file. For one thread.
     */
    public static final class WholeFile implements Closeable {

        private static final int BUFFER = 1 << 16;

        private final Path target;
        private final @Nullable PartFile part;
        private final OutputStream out;
        private boolean closed;

        private WholeFile(Path target, @Nullable PartFile part, OutputStream out) {
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
            try {
                PartFile part = PartFile.beside(target);
                return new WholeFile(target, part, part.out());
            } catch (FileSystemException e) {
                throw ofTarget(e, target);
            }
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
                    part.commit();
                } catch (FileSystemException e) {
                    throw ofTarget(e, target);
                }
                part.close();
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
                    part.close();
                }
            }
        }

        /** The name that a file has until it is whole says nothing to who asked for it. */
        private static FileSystemException ofTarget(FileSystemException e, Path target) {
            FileSystemException told = e instanceof NoSuchFileException
                    ? new NoSuchFileException(target.toString())
                    : e instanceof AccessDeniedException
                            ? new AccessDeniedException(target.toString())
                            : new FileSystemException(target.toString(), null, e.getReason());
            told.initCause(e);
            return told;
        }
    }
}
