package org.hrbudget.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hrbudget.io.Layout;

/** Refuses a command that would count a file twice, or write over a file it reads or another of its reports. */
final class DistinctFiles {

    private static final List<String> READ = Stream.concat(
                    Stream.of("--layout", "--links", "--programme", "--baseline", "--item-catalogue"),
                    UnitDocuments.OPTIONS.stream())
            .toList();

    private DistinctFiles() {}

    static void require(
            Arguments arguments, List<Path> budget, List<ReportFormat> formats, Optional<Path> findings, Words words) {
        refuseTwice(budget, "file.twice", words);
        List<Path> written = Stream.concat(
                        formats.stream().map(ReportFormat::path).filter(Objects::nonNull), findings.stream())
                .filter(path -> !Files.exists(path) || Files.isRegularFile(path))
                .toList();
        refuseTwice(written, "format.twice", words);
        List<Path> read = new ArrayList<>(budget);
        for (String option : READ) {
            arguments
                    .text(option)
                    .filter(text -> !Layout.names().contains(text))
                    .map(text -> arguments.path(text, option))
                    .ifPresent(read::add);
        }
        for (Path path : written) {
            if (read.stream().anyMatch(other -> same(path, other))) {
                throw Refusal.wrongUsage(words.get("format.input", "path", path.toString()));
            }
        }
    }

    private static void refuseTwice(List<Path> paths, String key, Words words) {
        for (int i = 0; i < paths.size(); i++) {
            Path path = paths.get(i);
            if (paths.subList(0, i).stream().anyMatch(before -> same(before, path))) {
                throw Refusal.wrongUsage(words.get(key, "path", path.toString()));
            }
        }
    }

    private static boolean same(Path one, Path other) {
        try {
            return one.toAbsolutePath()
                            .normalize()
                            .equals(other.toAbsolutePath().normalize())
                    || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
        } catch (IOException e) {
            return false;
        }
    }
}
