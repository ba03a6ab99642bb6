package org.hrbudget.spark;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.hrbudget.io.Input;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was when the validation began: every task reads that file or fails.
 *
 * @param location its whole address
 * @param name its name in reports
 * @param length its bytes
 * @param modified when it was last changed, as its file system says
 */
record StoredFile(String location, String name, long length, long modified) implements Serializable {

    private static final int BUFFER = 1 << 16;

    /**
     * {@return a file by its address}
     *
     * @param location such as {@code hdfs://cluster/budgets/2011.csv}, or a path of the default file system
     */
    static Input input(String location, Configuration hadoop) {
        Path path = path(location);
        URI address = path.toUri();
        return Input.at(
                Objects.toString(address.getAuthority(), "") + "/" + address.getPath(), () -> open(path, hadoop));
    }

    /** {@return a file as it is now} */
    static StoredFile of(String location, String name, Configuration hadoop) {
        try {
            Path path = path(location);
            FileSystem system = path.getFileSystem(hadoop);
            FileStatus status = system.getFileStatus(path);
            return new StoredFile(
                    system.makeQualified(path).toString(), name, status.getLen(), status.getModificationTime());
        } catch (IOException e) {
            throw unreadable(location, e);
        }
    }

    /** {@return the file or folder of this machine that an address names; empty where it is elsewhere} */
    static Optional<java.nio.file.Path> local(String location, Configuration hadoop) {
        URI address = path(location).toUri();
        String scheme = Objects.requireNonNullElse(
                address.getScheme(), FileSystem.getDefaultUri(hadoop).getScheme());
        return "file".equals(scheme) ? Optional.of(java.nio.file.Path.of(address.getPath())) : Optional.empty();
    }

    private static Path path(String location) {
        try {
            return new Path(location);
        } catch (IllegalArgumentException e) {
            throw new ClusterException(
                    "No address of a file: " + location + ".\nMaybe it is a path with a colon in it: rename the file.",
                    e);
        }
    }

    private static FSDataInputStream open(Path path, Configuration hadoop) throws IOException {
        FileSystem system = path.getFileSystem(hadoop);
        try {
            if (system.getFileStatus(path).isDirectory()) {
                throw new IOException("it is a folder, and the files in it are named one by one");
            }
            return system.open(path, BUFFER);
        } catch (FileNotFoundException e) {
            NoSuchFileException missing = new NoSuchFileException(path.toString());
            missing.initCause(e);
            throw missing;
        }
    }

    /**
     * {@return some of its bytes}
     *
     * @param from the offset of the first
     * @param to the offset after the last
     * @throws ClusterException if it is another file now
     */
    Bytes bytes(Configuration hadoop, long from, long to) {
        try {
            Path path = new Path(location);
            FileStatus now = path.getFileSystem(hadoop).getFileStatus(path);
            if (now.getLen() != length || now.getModificationTime() != modified) {
                throw new ClusterException(
                        name + " was changed while it was validated: it had " + length + " bytes and has "
                                + now.getLen()
                                + ".\nMaybe it was still being written: validate it again when it is whole.",
                        null);
            }
            FSDataInputStream in = open(path, hadoop);
            try {
                in.seek(from);
                return new Bytes(this, in, to - from);
            } catch (IOException | RuntimeException e) {
                in.close();
                throw e;
            }
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** {@return why a file could not be read} */
    static ClusterException unreadable(String name, IOException cause) {
        return new ClusterException(
                name + " cannot be read on the cluster: " + Objects.requireNonNullElse(cause.getMessage(), cause)
                        + ".\nMaybe it was moved, or is not in a file system that every machine reads.",
                cause);
    }

    /** Some bytes of a file. What the storage fails to give is remembered: it is no fault of the budget. */
    static final class Bytes extends InputStream {

        private final StoredFile file;
        private final FSDataInputStream in;
        private long left;
        private @Nullable IOException failure;

        private Bytes(StoredFile file, FSDataInputStream in, long count) {
            this.file = file;
            this.in = in;
            this.left = count;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int n = read(one, 0, 1);
            return n < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int from, int count) throws IOException {
            if (left == 0) {
                return -1;
            }
            try {
                int n = in.read(buffer, from, (int) Math.min(count, left));
                if (n < 0) {
                    throw new EOFException("it ends " + left + " bytes before it should");
                }
                left -= n;
                return n;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        /** Fails where the storage has failed, so that the task is tried again. */
        void requireIntact() {
            if (failure != null) {
                throw unreadable(file.name, failure);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
