package org.hrbudget.desk.judging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.hrbudget.desk.DeskSettings;
import org.hrbudget.io.Input;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.RulePack;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rules that years can be judged by, by coordinates such as {@code mx-cmx/2011.2}: those that come with the library, and the reforms
 * that legal staff approved.
 */
@Component
public class Rules {

    private final String jurisdiction;
    private final JdbcClient database;

    /** What was approved is never taken back: the digests say whether there is more. */
    private volatile Law law = new Law(List.of(), PackLibrary.bundled());

    private record Law(List<String> approved, PackLibrary library) {}

    private record Given(String name, byte[] bytes) {}

    Rules(DeskSettings settings, JdbcClient database) {
        this.jurisdiction = settings.jurisdiction();
        this.database = database;
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

    /** {@return all rules there are, the approved reforms among them} */
    public PackLibrary library() {
        List<String> approved = database.sql("select sha256 from reform where approved_as is not null order by id")
                .query(String.class)
                .list();
        Law known = law;
        if (!known.approved().equals(approved)) {
            known = new Law(approved, inFiles(approved(), PackLibrary.bundled()::and));
            law = known;
        }
        return known.library();
    }

    /** {@return the approved reforms as files beside a receipt, by which its answer is drawn again; none where the rules need none} */
    public List<Input> filesOf(String coordinates) {
        boolean approved = database.sql("select count(*) from reform where approved_as = :coordinates")
                        .param("coordinates", coordinates)
                        .query(Long.class)
                        .single()
                > 0;
        return approved ? files() : List.of();
    }

    /** {@return all approved reforms as files} */
    List<Input> files() {
        return approved().stream()
                .map(file -> Input.of(file.name(), () -> new ByteArrayInputStream(file.bytes())))
                .toList();
    }

    private List<Given> approved() {
        return database.sql("select approved_as, file_name, file from reform where approved_as is not null order by id")
                .query((row, number) -> new Given(
                        "reglas/" + row.getString("approved_as").replace('/', '-') + ending(row.getString("file_name")),
                        row.getBytes("file")))
                .list();
    }

    private static String ending(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".xlsx") ? ".xlsx" : ".zip";
    }

    /** {@return what is made of a file of rules, which lies in a folder of its own that goes away} */
    public <T> T inFile(String fileName, byte[] bytes, Function<Path, T> use) {
        return inFiles(List.of(new Given("reforma" + ending(fileName), bytes)), files -> use.apply(files.get(0)));
    }

    private static <T> T inFiles(List<Given> files, Function<List<Path>, T> use) {
        List<Path> written = new ArrayList<>();
        Path folder = null;
        try {
            folder = Files.createTempDirectory("reglas");
            for (Given file : files) {
                Path path = folder.resolve(file.name().substring(file.name().indexOf('/') + 1));
                written.add(path);
                Files.write(path, file.bytes());
            }
            return use.apply(written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            remove(written, folder);
        }
    }

    private static void remove(List<Path> files, @Nullable Path folder) {
        try {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            if (folder != null) {
                Files.deleteIfExists(folder);
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

    /** {@return the rules of coordinates; where the law of the day has the same, they say in reports why they were chosen} */
    public RulePack of(String coordinates, FiscalYear year, LocalDate asOf) {
        return library().named(coordinates, year, asOf);
    }

    /** {@return the rules of coordinates} */
    public RulePack load(String coordinates) {
        int slash = coordinates.indexOf('/');
        return library().load(coordinates.substring(0, slash), coordinates.substring(slash + 1));
    }
}
