package org.hrbudget.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files at some places, and which of them are saved, made or deleted. Found by looking again and again: the machine's own service
 * tells late on some systems, and never of a shared folder.
 */
final class SavedFiles {

    private static final long PAUSE_MILLIS = 20;

    private record State(FileTime modified, long size) {}

    private final List<Path> places;
    private Map<Path, State> known;

    SavedFiles(List<Path> places) {
        this.places = List.copyOf(places);
        this.known = states();
    }

    /**
     * {@return what was saved since this was made or asked before} Waits for it, and until the last of it is a moment ago: an editor
     * writes a file in steps.
     *
     * @throws InterruptedException if the thread is interrupted, at the latest at the next look
     */
    SortedSet<Path> next() throws InterruptedException {
        Map<Path, State> before = known;
        Map<Path, State> now = states();
        do {
            known = now;
            Thread.sleep(PAUSE_MILLIS);
            now = states();
        } while (now.equals(before) || !now.equals(known));
        SortedSet<Path> saved = new TreeSet<>(before.keySet());
        saved.addAll(now.keySet());
        saved.removeIf(file -> now(file, before).equals(now(file, known)));
        return saved;
    }

    private static List<State> now(Path file, Map<Path, State> states) {
        State state = states.get(file);
        return state == null ? List.of() : List.of(state);
    }

    private Map<Path, State> states() {
        Map<Path, State> states = new TreeMap<>();
        for (Path place : places) {
            try {
                Files.walkFileTree(place, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        states.put(file, new State(attributes.lastModifiedTime(), attributes.size()));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                });
            } catch (IOException e) {
                // What cannot be looked at now is looked at again, and the check itself says what is wrong with it.
            }
        }
        return states;
    }
}
