package org.hrbudget.desk.keeping;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hrbudget.io.Input;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/**
 * The folder of files that are too large for the database, each under its SHA-256, and of those that are just coming in. A file stands under
 * its digest as a whole or not at all, whenever the power is cut.
 */
@Component
public class KeptFiles implements DisposableBean {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final boolean passing;
    private final long inline;

    KeptFiles(@Value("${desk.files.folder}") String folder, @Value("${desk.files.inline}") DataSize inline)
            throws IOException {
        this.passing = folder.isBlank();
        this.folder = passing ? Files.createTempDirectory("hrbudget-desk-") : Path.of(folder);
        this.inline = inline.toBytes();
        Files.createDirectories(incoming());
    }

    /**
     * Ends what was begun when the desk last stopped: what came in was never taken.
     *
     * @param referred whether a row has the file of a digest
     */
    public void recover(Predicate<String> referred) throws IOException {
        settle(referred);
        FileSystemUtils.deleteRecursively(incoming());
        Files.createDirectories(incoming());
    }

    /** {@return where files stand while they come in, and are gone when they were taken or not} */
    public Path incoming() {
        return folder.resolve("incoming");
    }

    /** {@return a new, empty file for something that comes in} */
    public Path newIncoming() throws IOException {
        return Files.createTempFile(incoming(), "file-", null);
    }

    /** {@return whether a file of some bytes is kept in the database} */
    public boolean isInline(long size) {
        return size <= inline;
    }

    /** {@return the file of a digest} */
    public Path of(String sha256) {
        if (!SHA_256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("No SHA-256.");
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /**
     * Keeps a file that came in, until its row is written; whether it was, {@link #settle} asks.
     *
     * @return its SHA-256
     */
    public String keep(Path incoming) throws IOException {
        String sha256 = Input.of(incoming).sha256();
        Path place = of(sha256);
        Path around = Objects.requireNonNull(place.getParent());
        Files.createDirectories(around);
        if (!Files.exists(place)) {
            Files.createFile(incoming().resolve(sha256));
            sync(incoming());
        }
        sync(incoming);
        try {
            Files.move(incoming, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("The folder of files must be of one file system: " + folder, e);
        }
        sync(around);
        sync(folder);
        return sha256;
    }

    /**
     * Removes again the files that were kept and whose rows were not written. No others: an empty database by mistake costs nothing.
     *
     * @param referred whether a row has the file of a digest
     */
    public void settle(Predicate<String> referred) throws IOException {
        for (String sha256 : digests(incoming())) {
            if (!referred.test(sha256)) {
                Files.deleteIfExists(of(sha256));
            }
            Files.delete(incoming().resolve(sha256));
        }
    }

    /** Keeps what a stream holds, which must have a digest. */
    void keep(InputStream in, String sha256) throws IOException {
        Path file = newIncoming();
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                in.transferTo(out);
            }
            if (!Input.of(file).sha256().equals(sha256)) {
                throw new IOException("A file is not the one of its digest: " + sha256);
            }
            keep(file);
            settle(any -> true);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Writes to the disk what the system still has in memory; of a folder, its names. */
    private static void sync(Path path) throws IOException {
        boolean names = Files.isDirectory(path);
        if (names && !path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(path, names ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static List<String> digests(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(SHA_256.asMatchPredicate())
                    .toList();
        }
    }

    /** {@return whether it can be written to} */
    public boolean isWritable() {
        return Files.isWritable(incoming());
    }

    @Override
    public void destroy() throws IOException {
        if (passing) {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
