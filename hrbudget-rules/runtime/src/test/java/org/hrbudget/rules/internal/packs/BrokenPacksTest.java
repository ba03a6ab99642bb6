package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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

    private static final Pattern CELL = Pattern.compile("\\b([A-Z])([0-9]{1,2})\\b");

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

    /** What is said of a workbook names its sheets and its cells: it has no files, and its tables are not where files have them. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("workbooks")
    void everyPlaceInAWorkbookIsASheetAndACell(BrokenPack broken) throws IOException {
        String said = BrokenPack.said(faults(broken.workbook().in(room)), SPANISH);
        String lower = BrokenPack.said(faults(broken.workbook().lower().in(room)), SPANISH);

        assertThat(said).doesNotContainPattern("\\.csv|\\.properties|este archivo");
        assertThat(lower)
                .isEqualTo(
                        CELL.matcher(said).replaceAll(cell -> cell.group(1) + (Integer.parseInt(cell.group(2)) + 1)));
    }

    static Stream<BrokenPack> workbooks() throws IOException {
        return cases().filter(BrokenPack::isWorkbook);
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
