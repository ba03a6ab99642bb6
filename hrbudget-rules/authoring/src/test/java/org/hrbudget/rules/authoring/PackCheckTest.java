package org.hrbudget.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hrbudget.model.Bilingual;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a version does by the fiscal years it names is said before it is used. */
@Tag("thorough")
class PackCheckTest {

    @TempDir
    private Path folder;

    @Test
    void aReformOfTheYearOfWhatItAmendsDoesNothingUnsaid() throws IOException {
        assertThat(effects("2011.9", "amends=2011.3", "fiscal-years=2011")).isEmpty();
    }

    @Test
    void aVersionThatMakesErrorsOfWarningsSaysHowManyAndWhich() throws IOException {
        assertThat(effects("2012.1", "amends=2011.3", "fiscal-years=2012"))
                .singleElement()
                .satisfies(effect -> {
                    assertThat(effect.en())
                            .startsWith(
                                    "Fiscal year 2012: with this version 9 rules of mx-cmx 2011.3 turn from warnings "
                                            + "into errors.")
                            .contains("line-names-no-action", "RULE,WARNING,2012");
                    assertThat(effect.es())
                            .startsWith(
                                    "Ejercicio 2012: con esta versión 9 reglas de mx-cmx 2011.3 pasan de advertencia a "
                                            + "error.");
                });
    }

    @Test
    void aRuleThatARowOfSeveritiesKeepsAWarningIsNotAmongThem() throws IOException {
        Files.writeString(folder.resolve("severities.csv"), "rule,severity,from\nline-names-no-action,WARNING,2012\n");

        assertThat(effects("2012.1", "amends=2011.3", "fiscal-years=2012"))
                .singleElement()
                .satisfies(
                        effect -> assertThat(effect.en()).contains("8 rules").doesNotContain("line-names-no-action"));
    }

    @Test
    void aVersionOnAYearOfAnotherThanItAmendsSaysSoWithTheFolderToMake() throws IOException {
        assertThat(effects("2013.9", "amends=2013.2", "fiscal-years=2012-2013"))
                .extracting(Bilingual::en)
                .anySatisfy(effect -> assertThat(effect)
                        .startsWith("Fiscal year 2012: without this version mx-cmx 2011.3 counts. This one amends "
                                + "mx-cmx 2013.2")
                        .endsWith("hrbudget rules new mx-cmx 2012.1 --amends 2011.3 --fiscal-years 2012"));
    }

    @Test
    void aVersionHeldUpToAYearThatAnotherGovernsSaysThatThisHasNoEffect() throws IOException {
        assertThat(effects("2012.1", "amends=2011.3", "fiscal-years=2012", "extrapolated-fiscal-years=2013-2014"))
                .extracting(Bilingual::en)
                .filteredOn(effect -> effect.contains("no effect"))
                .satisfiesExactly(
                        effect -> assertThat(effect).startsWith("Fiscal year 2013: mx-cmx 2013.2 counts"),
                        effect -> assertThat(effect).startsWith("Fiscal year 2014: mx-cmx 2014.2 counts"));
    }

    @Test
    void ofTwoVersionsHeldUpToAYearTheNearerCountsAndTheOtherSaysSo() throws IOException {
        assertThat(effects("2015.9", "amends=2015.2", "fiscal-years=2015", "extrapolated-fiscal-years=2016-2017"))
                .extracting(Bilingual::en)
                .singleElement()
                .satisfies(effect -> assertThat(effect).startsWith("Fiscal years 2016-2017: mx-cmx 2016.2 counts"));
    }

    private List<Bilingual> effects(String version, String... lines) throws IOException {
        Files.writeString(
                folder.resolve("pack.properties"),
                "jurisdiction=mx-cmx\nversion=" + version + "\ntitle=Reform\ntitle_es=Reforma\ninstrument=Reform\n"
                        + String.join("\n", lines) + "\n");
        PackCheck check = PackCheck.of(folder);
        assertThat(check.faults()).isEmpty();
        return check.effects();
    }
}
