package org.hrbudget.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hrbudget.report.OutputPlace;

/** Writes a result to a file, whole or not at all. */
final class WholeOutput {

    /** Something that writes itself to a stream. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeOutput() {}

    /** Refuses a path that cannot become a file, before the work is done that it is meant for. */
    static void requireFolder(Path file, ProgramWords words) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
            throw Refusal.wrongUsage(words.get("format.no-folder", "path", file.toString()));
        }
    }

    static void write(Path path, Content content) throws IOException {
        try (OutputPlace.WholeFile file = OutputPlace.WholeFile.open(path)) {
            content.writeTo(file.out());
            file.commit();
        }
    }
}
