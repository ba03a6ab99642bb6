package org.hrbudget.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.RulePack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulePacksTest {

    private static final LocalDate NOVEMBER_2010 = LocalDate.of(2010, 11, 15);

    @Test
    void thePackOfAYearCarriesHowItWasSelected() {
        RulePack manual =
                RulePacks.select("mx-cmx", FiscalYear.of(2011), NOVEMBER_2010).orElseThrow();

        assertThat(manual.manifest().id()).isEqualTo("mx-cmx 2011.1");
        assertThat(manual.manifest().selected())
                .map(PackManifest.Selection::reason)
                .contains(PackManifest.Selection.Reason.GOVERNS);
    }

    @Test
    void aPackTakenByItsVersionWasNotSelected() {
        assertThat(RulePacks.load("mx-fed", "2008.1").manifest().selected()).isEmpty();
    }

    @Test
    void anUnknownJurisdictionNamesThoseThereAre() {
        PackLibrary.Choice choice = RulePacks.select("mx-df", FiscalYear.of(2011), NOVEMBER_2010);

        assertThat(choice.pack()).isEmpty();
        assertThatThrownBy(choice::orElseThrow)
                .isInstanceOf(RulePackException.class)
                .hasMessageContaining("UNKNOWN_JURISDICTION")
                .hasMessageContaining("Maybe one of these was meant: icescr, mx-cmx, mx-fed.");
    }

    @Test
    void aYearWithoutAPackNamesThePacksThereAre() {
        assertThatThrownBy(() -> RulePacks.select("mx-cmx", FiscalYear.of(2008), NOVEMBER_2010)
                        .orElseThrow())
                .hasMessageContaining("OTHER_FISCAL_YEARS")
                .hasMessageContaining("2009.1 for fiscal years 2009");
    }

    @Test
    void manifestsAreListedByJurisdictionAndVersion() {
        assertThat(RulePacks.manifests())
                .extracting(PackManifest::id)
                .containsSubsequence(
                        "mx-cmx 2009.1", "mx-cmx 2010.1", "mx-cmx 2011.1", "mx-cmx 2011.2", "mx-fed 2008.1");
    }

    @ParameterizedTest
    @CsvSource({"2010, 2008.1", "2011, 2011.2", "2012, 2012.1", "2016, 2012.1"})
    void ofTwoVersionsThatAmendOneEachGovernsTheYearsItNames(int year, String version) {
        assertThat(RulePacks.select("mx-fed", FiscalYear.of(year), NOVEMBER_2010)
                        .orElseThrow()
                        .manifest()
                        .version())
                .isEqualTo(version);
    }

    @Test
    void aJurisdictionThatDoesNotExistHasNoVersions() {
        assertThat(RulePacks.versions("mx-df")).isEmpty();
    }
}
