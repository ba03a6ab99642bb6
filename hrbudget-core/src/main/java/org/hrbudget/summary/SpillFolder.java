package org.hrbudget.summary;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A folder of temporary files, made when the first is. Safe for use by several threads. */
final class SpillFolder {

    /**
     * The disk itself. Not {@link Files#newOutputStream}: its files are closed by an interruption of the thread, which is a way to
     * stop a validation and not a fault of the disk.
     */
    static final RepetitionSearch.Disk DISK = file -> new FileOutputStream(file.toFile());

    private final @Nullable Path parent;
    private final RepetitionSearch.Disk disk;
    private final List<Path> files = new ArrayList<>();
    private @Nullable Path folder;

    SpillFolder(@Nullable Path parent, RepetitionSearch.Disk disk) {
        this.parent = parent;
        this.disk = disk;
    }

    /** {@return a new file's path} */
    synchronized Path next() throws IOException {
        Path made = folder;
        if (made == null) {
            made = parent == null
                    ? Files.createTempDirectory("hrbudget-")
                    : Files.createTempDirectory(parent, "hrbudget-");
            folder = made;
        }
        Path file = made.resolve("run-" + files.size());
        files.add(file);
        return file;
    }

    RepetitionSearch.Disk disk() {
        return disk;
    }

    /** Deletes all files and the folder. */
    synchronized void delete() {
        files.forEach(SpillFolder::delete);
        files.clear();
        if (folder != null) {
            delete(folder);
            folder = null;
        }
    }

    static void delete(Path path) {
        File file = path.toFile();
        if (!file.delete() && file.exists()) {
            // Some systems hold on to files for a moment; then they go when the program ends.
            file.deleteOnExit();
        }
    }
}
