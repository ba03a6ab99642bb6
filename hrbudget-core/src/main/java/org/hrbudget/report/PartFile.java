package org.hrbudget.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a file is until it is whole: {@code .NAME.RUN-NUMBER.part} beside it. It is locked while it is written, and a lock ends with
 * its process: so the next run that writes the same file tells what a killed one left from what another is writing, and removes the
 * former. The end of the JVM, by a signal too, removes it. For one thread.
 */
final class PartFile implements Closeable {

    /** To look at the lock of a file would end it if this JVM held it: its own files are known by their name. */
    private static final String RUN = number();

    private static final Pattern NUMBERS = Pattern.compile("([0-9a-f]{16})-[0-9a-f]{16}");
    private static final String END = ".part";
    private static final int TRIES = 10;

    private final Path target;
    private final @Nullable PosixFileAttributes before;
    private final Path path;
    private final @Nullable FileChannel lock;
    private final OutputStream out;
    private final Thread atExit;

    private PartFile(Path target, @Nullable PosixFileAttributes before, Path path, @Nullable FileChannel lock)
            throws IOException {
        this.target = target;
        this.before = before;
        this.path = path;
        this.lock = lock;
        this.out = Files.newOutputStream(path, StandardOpenOption.WRITE);
        this.atExit = new Thread(() -> delete(path), "remove an unfinished file");
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM ends already.
        }
    }

    /**
     * {@return a new file beside the one it is going to be}
     *
     * @param target the path that it gets once it is whole, with no link in it
     */
    static PartFile beside(Path target) throws IOException {
        removeLeft(target);
        PosixFileAttributes before = Files.exists(target) ? attributes(target) : null;
        // What nobody else may read must not be readable while it is written.
        FileAttribute<?>[] closed = before == null
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
                };
        for (int tries = 1; ; tries++) {
            Path path = target.resolveSibling(start(target) + RUN + "-" + number() + END);
            Files.createFile(path, closed);
            try {
                return new PartFile(target, before, path, lock(path));
            } catch (NoSuchFileException | OverlappingFileLockException e) {
                // Another run took it for a leftover before it was locked.
                if (tries == TRIES) {
                    throw new NoSuchFileException(target.toString());
                }
            } catch (IOException e) {
                delete(path);
                throw e;
            }
        }
    }

    OutputStream out() {
        return out;
    }

    /** Puts what was written in the place of the target, with the permissions of what stood there. */
    void commit() throws IOException {
        out.close();
        if (before != null) {
            keep(before);
        }
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Lets go of it; what was not committed is deleted. */
    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM ends already.
        }
        try {
            out.close();
        } catch (IOException e) {
            // The bytes that could not be written were not wanted any more.
        } finally {
            if (lock != null) {
                lock.close();
            }
            Files.deleteIfExists(path);
        }
    }

    /** Owner, group and permissions as they were; where the group cannot be kept, another one gets no rights. */
    private void keep(PosixFileAttributes old) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        PosixFileAttributes now = view.readAttributes();
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(old.permissions());
        try {
            if (!now.group().equals(old.group())) {
                view.setGroup(old.group());
            }
        } catch (IOException e) {
            permissions.removeAll(EnumSet.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.GROUP_EXECUTE));
        }
        // Some file systems have the same permissions for all files and refuse to set any.
        if (!now.permissions().equals(permissions)) {
            view.setPermissions(permissions);
        }
        try {
            if (!now.owner().equals(old.owner())) {
                view.setOwner(old.owner());
            }
        } catch (IOException e) {
            // Only an administrator gives files away.
        }
    }

    private static @Nullable PosixFileAttributes attributes(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null ? null : view.readAttributes();
    }

    /** Deletes what runs left that were killed while they wrote this target, and nothing else. */
    private static void removeLeft(Path target) {
        Path folder = target.getParent();
        if (folder == null) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, path -> isOfOtherRun(path, target))) {
            for (Path path : left) {
                try (FileChannel channel = lock(path)) {
                    if (channel != null) {
                        delete(path);
                    }
                } catch (IOException | OverlappingFileLockException e) {
                    // It is being written, or is another user's.
                }
            }
        } catch (IOException | RuntimeException e) {
            // A folder that cannot be listed may still be written to.
        }
    }

    private static boolean isOfOtherRun(Path path, Path target) {
        String name = String.valueOf(path.getFileName());
        String start = start(target);
        if (!name.startsWith(start) || !name.endsWith(END) || name.length() < start.length() + END.length()) {
            return false;
        }
        Matcher numbers = NUMBERS.matcher(name.substring(start.length(), name.length() - END.length()));
        return numbers.matches()
                && !numbers.group(1).equals(RUN)
                && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * {@return the file, locked until it is closed; {@code null} where the file system has no locks}
     *
     * @throws OverlappingFileLockException if another run has it
     * @throws NoSuchFileException if it is not there any more
     */
    private static @Nullable FileChannel lock(Path path) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        } catch (UnsupportedOperationException e) {
            return null;
        }
        try {
            if (channel.tryLock() == null) {
                throw new OverlappingFileLockException();
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw e;
        } catch (IOException e) {
            channel.close();
            return null;
        }
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            channel.close();
            throw new NoSuchFileException(path.toString());
        }
        return channel;
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // The next run that writes the same file tries again.
        }
    }

    private static String start(Path target) {
        return "." + target.getFileName() + ".";
    }

    private static String number() {
        return HexFormat.of().toHexDigits(UUID.randomUUID().getLeastSignificantBits());
    }
}
