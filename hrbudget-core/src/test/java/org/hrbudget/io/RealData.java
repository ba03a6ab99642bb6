package org.hrbudget.io;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Files of real publishers, which stand beside the repository and are never part of it. */
final class RealData {

    private RealData() {}

    static Path file(String name) {
        String shared = System.getProperty("hrbudget.shared");
        Path data = shared != null ? Path.of(shared, "data") : beside();
        Path file = data == null ? null : data.resolve(name);
        Assumptions.assumeTrue(
                file != null && Files.isRegularFile(file),
                () -> "no real data: shared/data/" + name + " is not beside the repository (-Dhrbudget.shared=FOLDER)");
        return file;
    }

    private static Path beside() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path data = folder.resolve("shared").resolve("data");
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        return null;
    }
}
