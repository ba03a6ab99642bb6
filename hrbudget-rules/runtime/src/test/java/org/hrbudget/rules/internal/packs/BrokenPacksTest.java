package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.packs.files.BundledFiles;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake in a pack is one message, exact to the column and the word, in both languages. */
class BrokenPacksTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    @TempDir
    private Path room;

    static Stream<BrokenPack> cases() throws IOException {
        return BrokenPack.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void oneMistakeIsOneMessage(BrokenPack broken) throws IOException {
        List<RulePackException.Fault> faults = broken.isWorkbook()
                ? faults(broken.workbook().in(room))
                : faults(broken.pack(), broken.toString().startsWith("examples"));
        if (Boolean.getBoolean("hrbudget.write")) {
            broken.write(faults);
            return;
        }

        assertThat(faults).hasSize(1);
        assertThat(BrokenPack.said(faults, Locale.ENGLISH)).isEqualTo(broken.expected(Locale.ENGLISH));
        assertThat(BrokenPack.said(faults, SPANISH)).isEqualTo(broken.expected(SPANISH));
    }

    private static List<RulePackException.Fault> faults(Path workbook) {
        try {
            GivenPacks.load(new Library(new BundledFiles()), List.of(workbook));
            return List.of();
        } catch (RulePackException refusal) {
            return refusal.faults();
        }
    }

    /** Loads the newest version there is; where the case is about examples, they are run. */
    private static List<RulePackException.Fault> faults(PackText files, boolean examples) {
        String newest = files.paths().stream()
                .filter(path -> path.startsWith("xx/"))
                .map(path -> path.split("/", -1)[1])
                .max(Comparator.naturalOrder())
                .orElse("1");
        try {
            if (examples) {
                Faults faults = new Faults();
                new Library(files).check("xx", newest, faults);
                return faults.all();
            }
            new Library(files).load("xx", newest);
            return List.of();
        } catch (RulePackException refusal) {
            return refusal.faults();
        }
    }
}
