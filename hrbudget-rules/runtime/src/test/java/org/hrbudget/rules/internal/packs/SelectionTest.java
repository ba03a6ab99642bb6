package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.packs.files.BundledFiles;
import org.hrbudget.rules.internal.packs.files.PackFiles;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.PackManifest.Selection.Reason;
import org.hrbudget.validation.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {

    private static final LocalDate ANY_DAY = LocalDate.of(2010, 11, 15);

    @Test
    @Tag("long")
    void everyFiscalYearAndDayHasOnePackOrAReason() {
        Shelf shelf = Shelf.of(new BundledFiles(), "mx-cmx");
        Set<Reason> choosing = EnumSet.of(Reason.GOVERNS, Reason.EXTRAPOLATED);
        for (int year = 2007; year <= 2030; year++) {
            for (LocalDate day = LocalDate.of(2008, 1, 1); day.getYear() < 2032; day = day.plusDays(1)) {
                PackManifest.Selection selection = new Selection(shelf, FiscalYear.of(year), day).make();
                boolean chosen = selection.version() != null;
                assertThat(chosen).isEqualTo(choosing.contains(selection.reason()));
                assertThat(selection.rejected()).hasSize(shelf.packs().size() - (chosen ? 1 : 0));
                assertThat(selection.rejected()).noneMatch(rejected -> choosing.contains(rejected.reason()));
            }
        }
    }

    /** Each manual governs the year it names; 2012 and what follows 2016 have none that was seen, and 2019 another budget law. */
    @ParameterizedTest
    @CsvSource({
        "2008, , OTHER_FISCAL_YEARS",
        "2009, 2009.1, GOVERNS",
        "2010, 2010.1, GOVERNS",
        "2011, 2011.3, GOVERNS",
        "2012, 2011.3, EXTRAPOLATED",
        "2013, 2013.2, GOVERNS",
        "2014, 2014.2, GOVERNS",
        "2015, 2015.2, GOVERNS",
        "2016, 2016.2, GOVERNS",
        "2017, 2016.2, EXTRAPOLATED",
        "2018, 2016.2, EXTRAPOLATED",
        "2019, , OTHER_FISCAL_YEARS",
        "2026, , OTHER_FISCAL_YEARS"
    })
    void aManualOfTheCityGovernsTheYearItNames(int year, String version, Reason reason) {
        PackManifest.Selection selection = select(new BundledFiles(), "mx-cmx", year, LocalDate.of(year, 12, 31));

        assertThat(selection.version()).isEqualTo(version);
        assertThat(selection.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"2011-05-29, 2011.1", "2011-05-30, 2011.1", "2011-05-31, 2011.3"})
    void theProgrammeLawGovernsFromTheDayAfterItWasPublished(LocalDate asOf, String version) {
        assertThat(select(new BundledFiles(), "mx-cmx", 2011, asOf).version()).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "2010-01-31, NOT_YET_IN_FORCE",
        "2010-02-01, GOVERNS",
        "2010-06-30, GOVERNS",
        "2010-07-01, ENDED",
    })
    void bothEndsOfTheTimeInForceAreIncluded(LocalDate asOf, Reason reason) {
        PackText packs = new PackText()
                .version(
                        "1",
                        "fiscal-years=2010",
                        "published=2010-01-01",
                        "in-force-from=2010-02-01",
                        "in-force-to=2010-06-30");

        assertThat(select(packs, "xx", 2010, asOf).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "2008, OTHER_FISCAL_YEARS",
        "2009, GOVERNS",
        "2010, GOVERNS",
        "2011, GAP",
        "2012, GOVERNS",
        "2013," + " OTHER_FISCAL_YEARS"
    })
    void aFiscalYearBetweenPacksIsAGap(int year, Reason reason) {
        PackText packs = new PackText().version("1", "fiscal-years=2009-2010").version("2", "fiscal-years=2012");

        assertThat(select(packs, "xx", year, ANY_DAY).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "2010, GOVERNS, 1",
        "2011, EXTRAPOLATED, 1",
        "2012, EXTRAPOLATED, 1",
        "2013, GOVERNS, 2",
        "2014, OTHER_FISCAL_YEARS,"
    })
    void aPackIsHeldUpToTheYearsItSaysWhereNoneGoverns(int year, Reason reason, @Nullable String version) {
        PackText packs = new PackText()
                .version("1", "fiscal-years=2010", "extrapolated-fiscal-years=2011-2013")
                .version("2", "amends=1", "fiscal-years=2013");

        PackManifest.Selection selection = select(packs, "xx", year, ANY_DAY);

        assertThat(selection.reason()).isEqualTo(reason);
        assertThat(selection.version()).isEqualTo(version);
    }

    /** The law of 15 November 2010 has 2011.1 for 2011. */
    @ParameterizedTest
    @CsvSource({
        "mx-cmx/2011.1, 2011, GOVERNS",
        "mx-cmx/2011.2, 2011, NAMED",
        "mx-cmx/2013.1, 2011, NAMED",
        "mx-cmx/2011.1, 2012, NAMED",
        "mx-cmx/2011.3, 2012, EXTRAPOLATED"
    })
    void aVersionThatIsAskedForSaysWhetherTheLawOfTheDayHasIt(String name, int year, Reason reason) {
        PackManifest manifest =
                PackLibrary.bundled().named(name, FiscalYear.of(year), ANY_DAY).manifest();

        assertThat(manifest.jurisdiction() + "/" + manifest.version()).isEqualTo(name);
        assertThat(manifest.selected()).hasValueSatisfying(selection -> {
            assertThat(selection.reason()).isEqualTo(reason);
            assertThat(selection.fiscalYear()).isEqualTo(FiscalYear.of(year));
            assertThat(selection.asOf()).isEqualTo(ANY_DAY);
            assertThat(selection.rejected())
                    .extracting(PackManifest.Selection.Rejected::version)
                    .hasSize(12)
                    .doesNotContain(manifest.version());
        });
        assertThatThrownBy(() -> PackLibrary.bundled().named("mx-cmx/2011.9", FiscalYear.of(year), ANY_DAY))
                .isInstanceOf(RulePackException.class)
                .hasMessageContaining("2011.9");
    }

    @Test
    void ofTwoThatAreHeldUpToAYearTheOneOfTheNearestYearsIsChosen() {
        PackText packs = new PackText()
                .version("1", "fiscal-years=2010", "extrapolated-fiscal-years=2011-2012")
                .version("2", "fiscal-years=2011", "extrapolated-fiscal-years=2012");

        PackManifest.Selection selection = select(packs, "xx", 2012, ANY_DAY);

        assertThat(selection.version()).isEqualTo("2");
        assertThat(selection.reason()).isEqualTo(Reason.EXTRAPOLATED);
        assertThat(selection.rejected())
                .containsExactly(new PackManifest.Selection.Rejected("1", Reason.OTHER_FISCAL_YEARS));
    }

    @ParameterizedTest
    @CsvSource({"2011.3, 2012, 2012.1", "2013.2, 2013, 2013.3", "2013.2, 2012, 2013.3", "1, 2012, 2012.1"})
    void aNewVersionIsLaterThanWhatItAmendsAndNotTaken(String amended, int year, String next) {
        assertThat(Versions.next(amended, year, Set.of("2013.1", "2013.2"))).isEqualTo(next);
    }

    /** What is read once and kept must not carry the selection of one budget into the answer for the next. */
    @Test
    void aPackIsReadOnceAndChosenAnewEachTime() {
        PackText packs = PackText.oneRule()
                .version("1", "fiscal-years=2010", "extrapolated-fiscal-years=2011-2012")
                .with("xx/1/lines.drl", PackText.rule("no-unit", "ERROR", "SpendingLine( unitCode == null )"));
        Library library = new Library(packs);

        OpenPack governs = chosen(library, 2010);
        OpenPack extrapolated = chosen(library, 2011);
        packs.with("xx/1/lines.drl", "no longer read");
        OpenPack again = chosen(library, 2010);

        assertThat(reason(governs)).isEqualTo(Reason.GOVERNS);
        assertThat(reason(extrapolated)).isEqualTo(Reason.EXTRAPOLATED);
        assertThat(reason(again)).isEqualTo(Reason.GOVERNS);
        assertThat(library.load("xx", "1").manifest().selection()).isNull();
        assertThat(governs.rules().get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(extrapolated.rules().get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(again.rules()).isEqualTo(governs.rules());
        assertThat(again.manifest()).isEqualTo(governs.manifest());
    }

    private static OpenPack chosen(Library library, int year) {
        return library.select("xx", FiscalYear.of(year), ANY_DAY).pack().orElseThrow();
    }

    private static Reason reason(OpenPack pack) {
        return Objects.requireNonNull(pack.manifest().selection()).reason();
    }

    @Test
    void aPackBindsNoEarlierThanTheLatestDayOfItsChain() {
        PackText packs = new PackText()
                .version("1", "fiscal-years=2010-2011")
                .version("2", "amends=1", "fiscal-years=2010-2011", "published=2010-06-30")
                .version("3", "amends=2", "fiscal-years=2011");

        assertThat(select(packs, "xx", 2011, LocalDate.of(2010, 6, 30)).version())
                .isEqualTo("1");
        assertThat(select(packs, "xx", 2011, LocalDate.of(2010, 7, 1)).version())
                .isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource({
        "2010-, 2011, extrapolated-without-end",
        "2010, 2012, extrapolated-apart",
        "2010, 2011-, extrapolated-apart",
        "2010, 2011-2010, fiscal-years-form",
    })
    void yearsToHoldAPackUpToFollowOnThoseItGoverns(String governed, String extrapolated, String fault) {
        PackText packs =
                new PackText().version("1", "fiscal-years=" + governed, "extrapolated-fiscal-years=" + extrapolated);
        Faults faults = new Faults();

        Shelf.of(packs, "xx", faults);

        assertThat(faults.all()).extracting(RulePackException.Fault::kind).containsExactly(fault);
    }

    @Test
    void aFiscalYearBetweenAPackAndItsReformIsAGap() {
        PackText packs = new PackText().version("1", "fiscal-years=2009").version("2", "amends=1", "fiscal-years=2012");

        assertThat(select(packs, "xx", 2010, ANY_DAY).reason()).isEqualTo(Reason.GAP);
        assertThat(select(packs, "xx", 2012, ANY_DAY).version()).isEqualTo("2");
    }

    @Test
    void aJurisdictionWithoutPacksIsUnknown() {
        assertThat(select(new PackText(), "xx", 2010, ANY_DAY).reason()).isEqualTo(Reason.UNKNOWN_JURISDICTION);
    }

    @Test
    void versionsCompareAsNumbers() {
        PackText packs = new PackText()
                .version("2011.10", "amends=2011.2", "fiscal-years=2011-")
                .version("2011.2", "fiscal-years=2011-");

        PackManifest.Selection selection = select(packs, "xx", 2011, ANY_DAY);

        assertThat(selection.version()).isEqualTo("2011.10");
        assertThat(selection.rejected())
                .containsExactly(new PackManifest.Selection.Rejected("2011.2", Reason.SUPERSEDED));
    }

    @Test
    void anAmendmentOfAnAmendmentSupersedesBoth() {
        PackText packs = new PackText()
                .version("1", "fiscal-years=2010-")
                .version("2", "amends=1", "fiscal-years=2010-", "published=2010-12-01")
                .version("3", "amends=2", "fiscal-years=2010-");

        PackManifest.Selection selection = select(packs, "xx", 2010, LocalDate.of(2010, 12, 2));

        assertThat(selection.version()).isEqualTo("3");
        assertThat(selection.rejected())
                .containsExactly(
                        new PackManifest.Selection.Rejected("1", Reason.SUPERSEDED),
                        new PackManifest.Selection.Rejected("2", Reason.SUPERSEDED));
    }

    @Test
    void packsThatGovernTheSameBudgetAreRefused() {
        PackText packs = new PackText().version("1", "fiscal-years=2010-").version("2", "fiscal-years=2011");

        assertThatThrownBy(() -> select(packs, "xx", 2010, ANY_DAY))
                .isInstanceOf(RulePackException.class)
                .hasMessageContaining("xx/2/pack.properties")
                .hasMessageContaining("neither amends the other")
                .hasMessageContaining("amends=1");
    }

    @Test
    void packsOfOneYearMayFollowEachOtherInTime() {
        PackText packs = new PackText()
                .version("1", "fiscal-years=2010", "in-force-to=2010-06-30")
                .version("2", "fiscal-years=2010", "in-force-from=2010-07-01");

        assertThat(select(packs, "xx", 2010, LocalDate.of(2010, 6, 30)).version())
                .isEqualTo("1");
        assertThat(select(packs, "xx", 2010, LocalDate.of(2010, 7, 1)).version())
                .isEqualTo("2");
    }

    @Test
    void anAmendmentOfAVersionThatDoesNotExistIsRefused() {
        PackText packs = new PackText().version("1.1", "amends=1.0", "fiscal-years=2010");

        assertThatThrownBy(() -> select(packs, "xx", 2010, ANY_DAY)).hasMessageContaining("amends version 1.0");
    }

    @Test
    void versionsThatAmendEachOtherAreRefused() {
        PackText packs = new PackText()
                .version("1", "amends=2", "fiscal-years=2010")
                .version("2", "amends=1", "fiscal-years=2010");

        assertThatThrownBy(() -> select(packs, "xx", 2010, ANY_DAY)).hasMessageContaining("amends itself");
    }

    private static PackManifest.Selection select(PackFiles files, String jurisdiction, int year, LocalDate asOf) {
        return new Selection(Shelf.of(files, jurisdiction), FiscalYear.of(year), asOf).make();
    }
}
