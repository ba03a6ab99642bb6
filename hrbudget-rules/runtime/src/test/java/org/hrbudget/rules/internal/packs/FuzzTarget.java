package org.hrbudget.rules.internal.packs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.rules.RulePackException;
import org.jspecify.annotations.Nullable;

/**
 * What a fuzzer throws bytes at. Each reads them as a pack, or refuses them with a {@link RulePackException}; whatever else is thrown, and
 * each claim that does not hold, is a finding.
 */
enum FuzzTarget {
    /** Files of a pack, one below the other, each after a line {@code %%NAME}; those they lack are sound. They come as a zip. */
    ZIP {
        @Override
        Path pack(byte[] bytes, Path room) throws IOException {
            return Files.write(room.resolve("pack.zip"), files(bytes).zip());
        }
    },

    /** The same as a folder, where a name is one of a file. */
    FOLDER {
        @Override
        Path pack(byte[] bytes, Path room) throws IOException {
            return files(bytes).folder(room.resolve("pack"));
        }
    },

    /** The bytes of the zip itself. */
    BYTES {
        @Override
        Path pack(byte[] bytes, Path room) throws IOException {
            return Files.write(room.resolve("pack.zip"), bytes);
        }
    };

    abstract Path pack(byte[] bytes, Path room) throws IOException;

    /** Reads bytes as a pack, or sees them refused, twice in the same words. */
    void take(byte[] bytes) {
        try {
            Path room = Files.createTempDirectory("fuzz");
            try {
                Path pack = pack(bytes, room);
                String refused = refused(pack);
                if (refused != null) {
                    assertThat(refused(pack)).isEqualTo(refused);
                }
            } catch (java.nio.file.InvalidPathException | java.nio.file.FileSystemException e) {
                // Of this name there is no file.
                return;
            } finally {
                delete(room);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what refuses a pack, or {@code null}} Those of the library are not read with it, which takes a hundred times longer. */
    private static @Nullable String refused(Path pack) {
        try {
            GivenPacks.load(new Library(new PackText()), List.of(pack));
            return null;
        } catch (RulePackException e) {
            assertThat(e.faults()).isNotEmpty().hasSizeLessThanOrEqualTo(1_000);
            e.faults().forEach(fault -> {
                isOneLine(fault.problem());
                isOneLine(fault.advice());
            });
            return e.getMessage();
        }
    }

    private static void isOneLine(Bilingual text) {
        for (String words : List.of(text.en(), text.es())) {
            assertThat(words).isEqualTo(Spelling.harmless(words)).hasSizeLessThan(10_000);
        }
    }

    private static GivenPack files(byte[] bytes) {
        GivenPack pack = GivenPack.sound();
        for (String section : ("\n" + new String(bytes, ISO_8859_1)).split("\n%%", -1)) {
            int end = section.indexOf('\n');
            String name = end < 0 ? "" : section.substring(0, end);
            // Whatever climbs would be written outside of the room by the test itself.
            if (!name.isEmpty() && !name.startsWith("/") && !name.contains("..")) {
                pack.with(name, section.substring(end + 1).getBytes(ISO_8859_1));
            }
        }
        return pack;
    }

    private static void delete(Path room) throws IOException {
        try (Stream<Path> files = Files.walk(room)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
