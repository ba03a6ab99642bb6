package org.hrbudget.rules.authoring.internal.creation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.packs.files.GivenFiles;

/** A folder or a workbook that appears whole or not at all: it is written and tried out beside its place, then moved there. */
public final class FolderInTheMaking {

    /** What nobody but the author can mend: the sections that are not compared with the reform yet. */
    private static final Set<String> OF_THE_CHECKLIST = Set.of("section-to-compare", "sections-to-compare");

    private final Path into;
    private final String name;
    private final Form form;

    /** How the files of a reform are written to a place where nothing is yet. */
    @FunctionalInterface
    interface Form {
        void write(Path place, Map<String, String> files) throws IOException;
    }

    private FolderInTheMaking(Path into, String name, Form form) {
        this.into = into;
        this.name = name;
        this.form = form;
    }

    /** {@return a folder about to be made} */
    public static FolderInTheMaking folder(Path into, String name) {
        return new FolderInTheMaking(into, name, FolderInTheMaking::writeFolder);
    }

    /**
     * {@return a workbook about to be made}
     *
     * @param locale the language of its headings
     * @param rules the ids of the rules of the amended version
     */
    public static FolderInTheMaking workbook(Path into, String name, Locale locale, List<String> rules) {
        return new FolderInTheMaking(into, name, (place, files) -> new PackWorkbook(files, locale, rules).write(place));
    }

    /**
     * {@return the folder or the workbook, written}
     *
     * @param law the packs beside which it has to load
     * @param files its files by name
     * @param blanks the keys of its header that its author fills in
     * @throws org.hrbudget.rules.RulePackException if it would not load once its blanks are filled, or cannot be written
     */
    public Path write(PackLibrary law, Map<String, String> files, List<String> blanks) {
        Path place = into.resolve(name);
        try {
            if (Files.exists(place) && !isEmptyFolder(place)) {
                throw CreationWords.refused(
                        Files.isDirectory(place) ? "folder-there" : "file-there", "place", place.toString());
            }
            Path made = into.resolve(name + ".new");
            if (Files.exists(made)) {
                throw CreationWords.refused("left-over", "place", made.toString());
            }
            try {
                Map<String, String> tried = new TreeMap<>(files);
                tried.computeIfPresent(NewPackFiles.HEADER, (header, text) -> filled(text, blanks));
                tried.computeIfPresent(
                        NewPackFiles.BASES,
                        (table, text) -> text.replace(NewPackFiles.BLANK_BASIS, ",instrument,,,source,sourced\n"));
                form.write(made, tried);
                requireFitting(law, made);
                remove(made);
                form.write(made, files);
                return Files.move(made, place, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                remove(made);
            }
        } catch (IOException | UncheckedIOException e) {
            throw CreationWords.refused(
                    "unwritable",
                    "place",
                    into.toAbsolutePath().normalize().toString(),
                    "reason",
                    String.valueOf(e.getMessage()));
        }
    }

    /**
     * {@return the files of a pack that is no folder, written to one, in alphabetical order}
     *
     * @param pack the pack
     * @param folder where they are written; it is not there yet, or empty
     */
    public static List<String> unpacked(GivenFiles pack, Path folder) {
        List<String> files = new ArrayList<>();
        try {
            if (Files.exists(folder) && !isEmptyFolder(folder)) {
                throw CreationWords.refused("folder-there", "place", folder.toString());
            }
            for (String path : pack.paths()) {
                files.add(path.split("/", 3)[2]);
                write(folder.resolve(files.get(files.size() - 1)), pack.read(path));
            }
        } catch (IOException | UncheckedIOException e) {
            throw CreationWords.refused(
                    "unwritable", "place", folder.toString(), "reason", String.valueOf(e.getMessage()));
        }
        return List.copyOf(files);
    }

    /** The files are gone once they are refused, so what is said names no place in them. */
    private static void requireFitting(PackLibrary law, Path made) {
        try {
            law.and(made);
        } catch (RulePackException e) {
            if (e.faults().isEmpty()) {
                throw e;
            }
            List<RulePackException.Fault> faults = e.faults().stream()
                    .filter(fault -> !OF_THE_CHECKLIST.contains(fault.kind()))
                    .toList();
            if (!faults.isEmpty()) {
                throw new RulePackException(
                        new Bilingual(withoutPlaces(faults, Bilingual::en), withoutPlaces(faults, Bilingual::es)));
            }
        }
    }

    private static String withoutPlaces(List<RulePackException.Fault> faults, Function<Bilingual, String> language) {
        return faults.stream()
                .map(fault -> language.apply(fault.problem()) + "\n" + language.apply(fault.advice()))
                .collect(Collectors.joining("\n"));
    }

    private static void writeFolder(Path folder, Map<String, String> files) throws IOException {
        Files.createDirectories(folder.resolve("examples"));
        for (Map.Entry<String, String> each : files.entrySet()) {
            write(folder.resolve(each.getKey()), each.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    /** The header as it will load: what is blank is not what is tried out here. */
    private static String filled(String header, List<String> blanks) {
        String filled = header;
        for (String blank : blanks) {
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
