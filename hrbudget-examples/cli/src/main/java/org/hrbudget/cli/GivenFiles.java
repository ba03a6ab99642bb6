package org.hrbudget.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hrbudget.io.Input;
import org.jspecify.annotations.Nullable;

/** The files that one budget is in, as the user gives them: by name, in folders, or on standard input. */
final class GivenFiles implements Closeable {

    /** Stands for standard input, by the custom of commands. */
    static final String STANDARD_INPUT = "-";

    /** Its name in reports, in which a row is known by its file. */
    static final String NAME_OF_INPUT = "stdin";

    private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".txt", ".json", ".xlsx", ".gz", ".zip");
    private static final int MOST_TOLD = 5;

    private final Arguments arguments;
    private final ProgramWords words;
    private final Screen screen;
    private final List<Input> inputs = new ArrayList<>();
    private final List<Path> paths = new ArrayList<>();
    private @Nullable Path copied;

    private GivenFiles(Arguments arguments, ProgramWords words, Screen screen) {
        this.arguments = arguments;
        this.words = words;
        this.screen = screen;
    }

    /** {@return the files of the arguments; of folders, those in them whose name is of a form that is read, by their names} */
    static GivenFiles of(Arguments arguments, ProgramWords words, Screen screen) throws IOException {
        return of(arguments, words, screen, arguments.positionals());
    }

    /**
     * {@return the files named}
     *
     * @param names what names them
     */
    static GivenFiles of(Arguments arguments, ProgramWords words, Screen screen, List<String> names)
            throws IOException {
        GivenFiles files = new GivenFiles(arguments, words, screen);
        try {
            for (String given : names) {
                files.add(given);
            }
            DistinctFiles.requireOnce(files.paths, words);
            return files;
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    /** {@return what is read, in its order} */
    List<Input> inputs() {
        return inputs;
    }

    private void add(String given) throws IOException {
        if (given.equals(STANDARD_INPUT)) {
            addStandardInput();
            return;
        }
        Path path = arguments.path(given, "FILE");
        if (Files.isDirectory(path)) {
            addFolder(path);
        } else {
            add(path);
        }
    }

    private void add(Path path) {
        paths.add(path);
        inputs.add(Input.of(path));
    }

    private void addFolder(Path folder) throws IOException {
        List<Path> found;
        try (Stream<Path> all = Files.walk(folder)) {
            found = all.filter(Files::isRegularFile).sorted().toList();
        }
        List<Path> read = found.stream().filter(GivenFiles::isRead).toList();
        if (read.isEmpty()) {
            throw Refusal.wrongUsage(
                    words.get("folder.empty", "path", folder.toString(), "endings", String.join(", ", ENDINGS)));
        }
        read.forEach(this::add);
        List<String> others = found.stream()
                .filter(file -> !isRead(file))
                .map(file -> folder.relativize(file).toString())
                .toList();
        if (!others.isEmpty()) {
            screen.say(words.get(
                    "folder.passed",
                    "path",
                    folder.toString(),
                    "count",
                    Integer.toString(others.size()),
                    "files",
                    String.join(", ", others.subList(0, Math.min(MOST_TOLD, others.size())))));
        }
    }

    /** What begins with a point or a tilde is of the system, or of an office program that has a file open. */
    private static boolean isRead(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return !name.startsWith(".")
                && !name.startsWith("~")
                && ENDINGS.stream().anyMatch(name::endsWith);
    }

    /** A budget is opened more than once, and standard input only once: it is copied. */
    private void addStandardInput() throws IOException {
        if (copied != null) {
            throw Refusal.wrongUsage(words.get("file.twice", "path", STANDARD_INPUT));
        }
        Path folder = arguments.path("--work-folder").filter(Files::isDirectory).orElse(null);
        Path copy = folder == null
                ? Files.createTempFile("hrbudget-", ".stdin")
                : Files.createTempFile(folder, "hrbudget-", ".stdin");
        copied = copy;
        copy.toFile().deleteOnExit();
        Files.copy(screen.in(), copy, StandardCopyOption.REPLACE_EXISTING);
        inputs.add(Input.of(NAME_OF_INPUT, () -> Files.newInputStream(copy)));
    }

    @Override
    public void close() throws IOException {
        if (copied != null) {
            Files.deleteIfExists(copied);
        }
    }
}
