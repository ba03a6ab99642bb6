package org.hrbudget.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
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

    /** Writes a file; throws a {@link Refusal} that names it where that fails. */
    static void write(Path path, ProgramWords words, Content content) {
        try (OutputPlace.WholeFile file = OutputPlace.WholeFile.open(path)) {
            content.writeTo(file.out());
            file.commit();
        } catch (IOException e) {
            throw lost(path, words, e);
        } catch (UncheckedIOException e) {
            throw lost(path, words, Objects.requireNonNull(e.getCause()));
        }
    }

    /** {@return what is said of a file that could not be written, and of the older one that is still in its place} */
    static Refusal lost(Path path, ProgramWords words, IOException fault) {
        return Refusal.notEvaluated(
                words.get("output.lost", "path", path.toString(), "reason", reason(words, fault)) + older(path, words));
    }

    /** {@return a line about the file that stood there before and still does; empty where there is none} */
    static String older(Path path, ProgramWords words) {
        return Files.isRegularFile(path) ? "\n" + words.get("output.older", "path", path.toString()) : "";
    }

    private static String reason(ProgramWords words, IOException fault) {
        String message = String.valueOf(fault.getMessage());
        if (fault instanceof NoSuchFileException) {
            return words.get("output.no-folder");
        }
        if (fault instanceof AccessDeniedException) {
            return words.get("output.denied");
        }
        return message.contains("No space left on device") ? words.get("output.full") : message;
    }
}
