package org.hrbudget.desk.judging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.hrbudget.desk.DeskSettings;
import org.hrbudget.desk.keeping.KeptFiles;
import org.hrbudget.io.Input;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.RulePack;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The rules that years can be judged by, by coordinates such as {@code mx-cmx/2011.2}: those that come with the library, and the reforms
 * that legal staff approved. Safe for use by several threads.
 */
@Component
public class Rules {

    /** Where a bundle of a receipt has the reforms that judged. */
    private static final String FOLDER = "reglas/";

    private final String jurisdiction;
    private final JdbcClient database;
    private final KeptFiles files;

    /** What was approved is never taken back: the digests say whether there is more. */
    private Law law = new Law(List.of(), PackLibrary.bundled());

    private record Law(List<String> digests, PackLibrary library) {}

    private record Approved(String coordinates, String sha256, Input file) {}

    Rules(DeskSettings settings, JdbcClient database, KeptFiles files) {
        this.jurisdiction = settings.jurisdiction();
        this.database = database;
        this.files = files;
        // What is wrong with an approved reform is told at the start.
        library();
    }

    /** {@return the coordinates of a version} */
    public static String coordinates(PackManifest manifest) {
        return manifest.jurisdiction() + "/" + manifest.version();
    }

    /** {@return whose law it is} */
    public String jurisdiction() {
        return jurisdiction;
    }

    /** {@return the digests of the approved reforms, in the order in which they were approved: what is said of the rules holds while they are the same} */
    public List<String> digests() {
        return approved().stream().map(Approved::sha256).toList();
    }

    /** {@return all rules there are, the approved reforms among them} */
    public synchronized PackLibrary library() {
        List<Approved> approved = approved();
        List<String> digests = approved.stream().map(Approved::sha256).toList();
        if (!law.digests().equals(digests)) {
            law = new Law(digests, with(approved.stream().map(Approved::file).toList()));
        }
        return law.library();
    }

    private PackLibrary with(List<Input> reforms) {
        return reforms.isEmpty() ? PackLibrary.bundled() : inFolder(reforms, PackLibrary.bundled()::and);
    }

    /**
     * {@return the reforms that rules need, as they lie beside a receipt whose answer is drawn again with them: the one of the coordinates and
     * those that it amends; none where the rules come with the library}
     */
    public List<Input> filesOf(String coordinates) {
        List<Approved> approved = approved();
        List<Input> needed = new ArrayList<>();
        Optional<Approved> next = of(coordinates, approved);
        while (next.isPresent()) {
            needed.add(next.get().file());
            String amends = load(next.get().coordinates()).manifest().amends();
            next = amends == null ? Optional.empty() : of(jurisdiction + "/" + amends, approved);
        }
        return needed;
    }

    private static Optional<Approved> of(String coordinates, List<Approved> approved) {
        return approved.stream()
                .filter(each -> each.coordinates().equals(coordinates))
                .findFirst();
    }

    /** {@return all approved reforms as files} */
    List<Input> files() {
        return approved().stream().map(Approved::file).toList();
    }

    private List<Approved> approved() {
        return database.sql("select id, approved_as, file_name, sha256 from reform where approved_as is not null"
                        + " order by decided_at, id")
                .query((row, number) -> new Approved(
                        row.getString("approved_as"),
                        row.getString("sha256"),
                        file(row.getLong("id"), row.getString("approved_as"), row.getString("file_name"))))
                .list();
    }

    /** Most pages ask which there are and read none. */
    private Input file(long id, String coordinates, String fileName) {
        String ending = fileName.toLowerCase(Locale.ROOT).endsWith(".xlsx") ? ".xlsx" : ".zip";
        return Input.of(
                FOLDER + coordinates.replace('/', '-') + ending,
                () -> new ByteArrayInputStream(database.sql("select file from reform where id = :id")
                        .param("id", id)
                        .query((row, number) -> row.getBytes(1))
                        .single()));
    }

    /** {@return what is made of a file of rules, which lies under its name in a folder of its own that goes away} */
    public <T> T inFile(Input file, Function<Path, T> use) {
        return inFolder(List.of(file), paths -> use.apply(paths.get(0)));
    }

    private <T> T inFolder(List<Input> inputs, Function<List<Path>, T> use) {
        try {
            Path folder = Files.createTempDirectory(files.incoming(), "rules-");
            try {
                List<Path> paths = new ArrayList<>();
                for (Input input : inputs) {
                    Path path =
                            folder.resolve(input.name().substring(input.name().indexOf('/') + 1));
                    try (InputStream in = input.open()) {
                        Files.copy(in, path);
                    }
                    paths.add(path);
                }
                return use.apply(paths);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the versions there are of this city's law, in ascending order} */
    public List<PackManifest> versions() {
        return library().versions(jurisdiction);
    }

    /**
     * {@return the rules that the law of a day has for a year}
     *
     * @throws org.hrbudget.rules.RulePackException if it has none
     */
    public RulePack select(FiscalYear year, LocalDate asOf) {
        return library().select(jurisdiction, year, asOf).orElseThrow();
    }

    /**
     * {@return the rules of coordinates; where the law of the day has the same, they say in reports why they were chosen} Of the approved
     * reforms only those are there that these rules need, as beside a receipt: what is approved later changes no answer.
     */
    public RulePack of(String coordinates, FiscalYear year, LocalDate asOf) {
        return with(filesOf(coordinates)).named(coordinates, year, asOf);
    }

    /** {@return the rules of coordinates} */
    public RulePack load(String coordinates) {
        int slash = coordinates.indexOf('/');
        return library().load(coordinates.substring(0, slash), coordinates.substring(slash + 1));
    }
}
