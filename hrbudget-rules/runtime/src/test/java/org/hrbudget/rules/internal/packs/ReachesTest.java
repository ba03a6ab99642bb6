package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.PackLibrary.Reach;
import org.hrbudget.rules.internal.packs.files.BundledFiles;
import org.hrbudget.rules.internal.packs.files.PackFiles;
import org.hrbudget.validation.PackManifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which budgets fall to which pack is what selection says of each of them. */
class ReachesTest {

    private static PackText reformOfOneYear(String... lines) {
        return new PackText()
                .version("1", "fiscal-years=2010-")
                .version(
                        "2",
                        Stream.concat(Stream.of("amends=1"), Stream.of(lines)).toArray(String[]::new));
    }

    static Stream<Arguments> packs() {
        return Stream.of(
                Arguments.of(new BundledFiles(), "mx-cmx", "2011.1"),
                Arguments.of(new BundledFiles(), "mx-cmx", "2016.1"),
                Arguments.of(new BundledFiles(), "mx-fed", "2008.1"),
                Arguments.of(reformOfOneYear("fiscal-years=2012", "in-force-from=2012-01-01"), "xx", "2"),
                Arguments.of(reformOfOneYear("fiscal-years=2012-", "in-force-to=2012-06-30"), "xx", "2"),
                Arguments.of(
                        reformOfOneYear(
                                "fiscal-years=2012", "extrapolated-fiscal-years=2013-2014", "published=2012-03-01"),
                        "xx",
                        "2"));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void eachYearAndDayFallsWhereSelectionPutsIt(PackFiles files, String jurisdiction, String version) {
        Shelf shelf = Shelf.of(files, jurisdiction);
        PackHeader pack = shelf.pack(version).orElseThrow();
        List<Reach> reaches = new Reaches(shelf, pack).all();
        FiscalYear last = pack.manifest().lastFiscalYear();
        int until = last == null ? 2030 : last.value() + 1;

        for (int value = pack.manifest().firstFiscalYear().value(); value <= until; value++) {
            FiscalYear year = FiscalYear.of(value);
            for (LocalDate day = LocalDate.of(2008, 1, 1); day.getYear() < 2018; day = day.plusDays(1)) {
                PackManifest.Selection selection = new Selection(shelf, year, day).make();
                LocalDate asOf = day;
                assertThat(reaches.stream().filter(reach -> holds(reach, year, asOf)))
                        .singleElement()
                        .satisfies(reach -> assertThat(reach.version()).isEqualTo(selection.version()))
                        .satisfies(reach -> assertThat(reach.reason()).isEqualTo(selection.reason()));
            }
        }
    }

    private static boolean holds(Reach reach, FiscalYear year, LocalDate day) {
        return reach.firstFiscalYear().compareTo(year) <= 0
                && (reach.lastFiscalYear() == null || year.compareTo(reach.lastFiscalYear()) <= 0)
                && (reach.from() == null || !day.isBefore(reach.from()))
                && (reach.until() == null || !day.isAfter(reach.until()));
    }

    @Test
    void aVersionThatComesBackAfterAReformIsMarked() {
        assertThat(reaches(reformOfOneYear("fiscal-years=2012")))
                .containsExactly("2012-2012 null-null 2 false", "2013-null null-null 1 true");
        assertThat(reaches(reformOfOneYear("fiscal-years=2012-", "in-force-from=2012-01-01", "in-force-to=2012-06-30")))
                .containsExactly(
                        "2012-null null-2011-12-31 1 false",
                        "2012-null 2012-01-01-2012-06-30 2 false",
                        "2012-null 2012-07-01-null 1 true");
    }

    @Test
    void aReformWithoutEndLetsNothingComeBack() {
        assertThat(reaches(reformOfOneYear("fiscal-years=2012-"))).containsExactly("2012-null null-null 2 false");
    }

    private static List<String> reaches(PackText files) {
        Shelf shelf = Shelf.of(files, "xx");
        return new Reaches(shelf, shelf.pack("2").orElseThrow())
                .all().stream()
                        .map(reach -> reach.firstFiscalYear() + "-" + reach.lastFiscalYear() + " " + reach.from() + "-"
                                + reach.until() + " " + reach.version() + " " + reach.revived())
                        .toList();
    }
}
