package org.hrbudget.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes a folder of files, whole or not at all. */
final class WholeFolder {

    /** Something that writes itself as files of a folder that is there and empty. */
    @FunctionalInterface
    interface Content {
        void writeTo(Path folder) throws IOException;
    }

    private WholeFolder() {}

    /** Refuses a path at which no new folder can be made, before the work is done that it is meant for. */
    static void requireNew(Path folder, ProgramWords words) throws IOException {
        Path parent = folder.toAbsolutePath().normalize().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw Refusal.wrongUsage(words.get("folder.no-parent", "path", folder.toString()));
        }
        if (Files.exists(folder) && !isEmptyFolder(folder)) {
            throw Refusal.wrongUsage(words.get("folder.not-empty", "path", folder.toString()));
        }
    }

    /** Makes the folder; throws a {@link Refusal} that names it where that fails, and leaves nothing behind then. */
    static void write(Path folder, ProgramWords words, Content content) {
        Path target = folder.toAbsolutePath().normalize();
        try {
            Path part = part(target);
            try {
                content.writeTo(part);
                Files.deleteIfExists(target);
                Files.move(part, target);
            } finally {
                remove(part);
            }
        } catch (IOException e) {
            throw WholeOutput.lost(folder, words, e);
        } catch (UncheckedIOException e) {
            throw WholeOutput.lost(folder, words, Objects.requireNonNull(e.getCause()));
        }
    }

    /** Beside the folder, where moving it takes no copying, and with the rights that a folder made here has. */
    private static Path part(Path target) throws IOException {
        for (int i = 1; ; i++) {
            Path part = target.resolveSibling(target.getFileName() + ".part" + i);
            if (!Files.exists(part)) {
                return Files.createDirectory(part);
            }
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
