package org.hrbudget.rules.internal.packs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;

/** The files of one pack that a caller gives, read once. Immutable. */
public final class GivenFiles implements PackFiles {

    private final Path place;
    private final String jurisdiction;
    private final String version;
    private final Map<String, byte[]> files = new TreeMap<>();

    private GivenFiles(Path place, Map<String, byte[]> content) {
        this.place = place;
        Faults faults = new Faults();
        byte[] header = content.getOrDefault("pack.properties", new byte[0]);
        PropertyFile manifest = Objects.requireNonNull(
                faults.from(() -> PropertyFile.parse(SourceText.of("pack.properties", header), faults)));
        this.jurisdiction = value(manifest, "jurisdiction");
        this.version = value(manifest, "version");
        content.forEach((name, bytes) -> files.put(jurisdiction + "/" + version + "/" + name, bytes));
    }

    private static String value(PropertyFile file, String key) {
        PropertyFile.Entry entry = file.entry(key);
        return entry == null ? "" : entry.value();
    }

    /**
     * {@return the files of the pack in a folder}
     *
     * @param place the folder
     * @throws RulePackException if it cannot be read
     */
    public static GivenFiles of(Path place) {
        Map<String, byte[]> content = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(place)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                content.put(place.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new RulePackException("The pack " + place + " cannot be read: " + e.getMessage());
        }
        return new GivenFiles(place, content);
    }

    /** {@return the jurisdiction it says it is of} */
    public String jurisdiction() {
        return jurisdiction;
    }

    /** {@return the version it says it is} */
    public String version() {
        return version;
    }

    @Override
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    @Override
    public byte[] read(String path) {
        return Objects.requireNonNull(files.get(path)).clone();
    }

    /** {@return where it lies} */
    @Override
    public String toString() {
        return place.toString();
    }
}
