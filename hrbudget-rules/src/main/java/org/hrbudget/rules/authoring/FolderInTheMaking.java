package org.hrbudget.rules.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hrbudget.rules.PackLibrary;

/** A folder that appears whole or not at all: it is written and tried out beside its place, then moved there. */
final class FolderInTheMaking {

    private final Path into;
    private final String name;

    FolderInTheMaking(Path into, String name) {
        this.into = into;
        this.name = name;
    }

    /**
     * {@return the folder, written}
     *
     * @param law the packs beside which it has to load
     * @param files its files by name
     * @throws org.hrbudget.rules.RulePackException if it would not load once its blanks are filled, or cannot be written
     */
    Path write(PackLibrary law, Map<String, String> files) {
        Path place = into.resolve(name);
        try {
            if (Files.exists(place) && !isEmptyFolder(place)) {
                throw NewPack.refused("folder-there", "place", place.toString());
            }
            Path made = Files.createDirectory(into.resolve(name + ".new"));
            try {
                for (Map.Entry<String, String> file : files.entrySet()) {
                    write(made, file.getKey(), file.getValue());
                }
                String header = files.getOrDefault(NewPackFiles.HEADER, "");
                write(made, NewPackFiles.HEADER, filled(header));
                law.and(made);
                write(made, NewPackFiles.HEADER, header);
                Files.createDirectory(made.resolve("examples"));
                return Files.move(made, place, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                remove(made);
            }
        } catch (IOException | UncheckedIOException e) {
            throw NewPack.refused("unwritable", "place", into.toString(), "reason", String.valueOf(e.getMessage()));
        }
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    /** The header as it will load: what is blank is not what is tried out here. */
    private static String filled(String header) {
        String filled = header;
        for (String blank : NewPackFiles.BLANKS) {
            filled = filled.replace("\n" + blank + "=\n", "\n" + blank + "=" + blank + "\n");
        }
        return filled;
    }

    private static boolean isEmptyFolder(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return false;
        }
        try (Stream<Path> content = Files.list(place)) {
            return content.findAny().isEmpty();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> content;
        try (Stream<Path> walk = Files.walk(folder)) {
            content = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : content) {
            Files.delete(path);
        }
    }
}
