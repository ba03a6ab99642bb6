package org.hrbudget.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hrbudget.report.OutputPlace;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Refuses a command that would write over a file it reads, into a pack it reads or over another of its outputs, or that would count
 * a file twice. Asked once, of every command, before any of its work is done.
 */
final class DistinctFiles {

    /** What usages call an argument that names something to read. */
    static final Set<String> READ = Set.of(
            "FILE",
            RowAddress.LABEL,
            "NAME|FILE",
            "DIR|ZIP|BOOK",
            "PACK",
            "A",
            "B",
            "BEFORE",
            "AFTER",
            "RECEIPT",
            "FOLDER");

    /** The options that name something to write. */
    static final Set<String> WRITTEN =
            Set.of("--format", "--findings-out", "--out", "--receipt", "--into", "--work-folder", NewCommand.WORKBOOK);

    private DistinctFiles() {}

    static void require(Arguments arguments, ProgramWords words) {
        List<Path> read = arguments.places(DistinctFiles::isRead);
        List<Path> files = outputs(arguments, words);
        for (int i = 0; i < files.size(); i++) {
            OutputPlace file = OutputPlace.of(files.get(i));
            if (files.subList(0, i).stream().map(OutputPlace::of).anyMatch(file::isAlso)) {
                throw Refusal.wrongUsage(
                        words.get("format.twice", "path", files.get(i).toString()));
            }
        }
        Stream.concat(files.stream(), folders(arguments)).forEach(path -> refuseChange(path, read, words));
    }

    /** Refuses a budget that counts a file twice. */
    static void requireOnce(List<Path> budget, ProgramWords words) {
        for (int i = 0; i < budget.size(); i++) {
            Path file = budget.get(i);
            if (budget.subList(0, i).stream().anyMatch(before -> isSame(before, file))) {
                throw Refusal.wrongUsage(words.get("file.twice", "path", file.toString()));
            }
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return one.toAbsolutePath()
                            .normalize()
                            .equals(other.toAbsolutePath().normalize())
                    || Files.isSameFile(one, other);
        } catch (IOException e) {
            // One of them is not there, which is said where it is opened.
            return false;
        }
    }

    static boolean isRead(ArgSpec argument) {
        return argument.descriptionKey() != null
                && READ.contains(argument.descriptionKey())
                && !(argument instanceof OptionSpec option && WRITTEN.contains(option.longestName()));
    }

    private static List<Path> outputs(Arguments arguments, ProgramWords words) {
        List<Path> files = new ArrayList<>();
        if (!arguments.all(ReportFormat.OPTION).isEmpty()) {
            ReportFormat.of(arguments, words, ReportFormat.names()).stream()
                    .map(ReportFormat::path)
                    .filter(Objects::nonNull)
                    .forEach(files::add);
        }
        arguments.path("--findings-out").ifPresent(files::add);
        arguments.path("--out").ifPresent(files::add);
        if (arguments.has(NewCommand.WORKBOOK)) {
            arguments.path(NewCommand.WORKBOOK).ifPresent(files::add);
        }
        arguments.path(ReceiptFile.OPTION).ifPresent(files::add);
        return files;
    }

    /** {@return the folders in which files are made} */
    private static Stream<Path> folders(Arguments arguments) {
        Stream<Path> made = arguments.has(NewCommand.INTO) ? Stream.of(NewCommand.into(arguments)) : Stream.empty();
        return Stream.concat(made, arguments.path("--work-folder").stream());
    }

    private static void refuseChange(Path path, List<Path> read, ProgramWords words) {
        OutputPlace place = OutputPlace.of(path);
        for (Path other : read) {
            if (place.changes(other)) {
                throw Refusal.wrongUsage(words.get("format.input", "path", path.toString(), "read", other.toString()));
            }
        }
    }
}
