package org.hrbudget.rules.internal.packs.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.packs.PackWords;
import org.jspecify.annotations.Nullable;

/** The packs that come with the library, found through an index of their files: a class path cannot be listed reliably. */
public final class BundledFiles implements PackFiles {

    private static final String FOLDER = "/org/hrbudget/rules/packs/";
    private static final String INDEX = "index.txt";

    private volatile @Nullable List<String> paths;

    @Override
    public List<String> paths() {
        List<String> known = paths;
        if (known == null) {
            known = new String(read(INDEX), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .sorted()
                    .toList();
            paths = known;
        }
        return known;
    }

    @Override
    public byte[] read(String path) {
        // The library's own class loader, whatever loader the calling thread carries.
        try (InputStream in = BundledFiles.class.getResourceAsStream(FOLDER + path)) {
            if (in == null) {
                throw new RulePackException(PackWords.text("bundled-missing", "file", FOLDER + path));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new RulePackException(PackWords.text(
                    "bundled-unreadable", "file", FOLDER + path, "reason", String.valueOf(e.getMessage())));
        }
    }
}
