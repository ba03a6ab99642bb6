package org.hrbudget.io;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Files of real publishers, and small ones that went wrong, which are beside the repository and are never part of it. */
public final class RealData {

    private RealData() {}

    /** A file of {@code shared/data}. */
    public static Path file(String name) {
        return shared("data", name);
    }

    /** A file of {@code shared/cases}. */
    static Path oneCase(String name) {
        return shared("cases", name);
    }

    private static Path shared(String folder, String name) {
        String given = System.getProperty("hrbudget.shared");
        Path all = given != null ? Path.of(given, folder) : beside(folder);
        Path file = all == null ? null : all.resolve(name);
        Assumptions.assumeTrue(
                file != null && Files.isRegularFile(file),
                () -> "not there: shared/" + folder + "/" + name
                        + " is not beside the repository (-Dhrbudget.shared=FOLDER)");
        return file;
    }

    private static Path beside(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve("shared").resolve(name);
            if (Files.isDirectory(found)) {
                return found;
            }
        }
        return null;
    }
}
