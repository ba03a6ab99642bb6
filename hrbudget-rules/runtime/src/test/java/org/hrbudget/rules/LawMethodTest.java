package org.hrbudget.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.Severity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the method of the audit (decision 0007) over all bundled packs, rule by rule. */
@Tag("thorough")
class LawMethodTest {

    /** Each source that legal bases cite: its id, the fiscal years it is of, what it is. */
    private static final Path REGISTER = Path.of("src/test/resources/org/hrbudget/rules/sources.csv");

    private static final Pattern SOURCE = Pattern.compile("\\b(SEED-A|S[0-9]{2})\\b");
    private static final Pattern YEAR = Pattern.compile("\\b(19|20)[0-9]{2}\\b");
    private static final String NO_YEAR = "none";
    private static final String NO_DATE = "without a date";

    /** What finds a code that a list lacks, and so rests on the year of the copy the list was read in. */
    private static final List<String> LISTS = List.of(
            "functionalCodeKnown == false",
            "objectConceptKnown == false",
            "conceptKnown == false",
            "modalityKnown == false",
            "unitKindKnown == false",
            "fundingSourceKnown == false",
            "spendingTypeFits == false",
            "dimensionKnown == false");

    static Stream<PackManifest> packs() {
        return RulePacks.manifests().stream();
    }

    private static RulePack pack(PackManifest manifest) {
        return RulePacks.load(manifest.jurisdiction(), manifest.version());
    }

    private static Map<String, String> years() {
        try (Stream<String> rows = Files.lines(REGISTER)) {
            return rows.skip(1)
                    .map(row -> row.split(",", 3))
                    .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1], (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> sources(Rule.LegalBasis basis) {
        return SOURCE.matcher(basis.source()).results().map(MatchResult::group).toList();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void noSeverityIsAboveItsGrade(PackManifest manifest) {
        assertThat(pack(manifest).rules())
                .filteredOn(rule -> rule.severity() == Severity.ERROR)
                .allMatch(rule -> rule.legalBasis().evidence().supportsErrors(), "rests on what supports errors");
    }

    @ParameterizedTest
    @MethodSource("packs")
    void noErrorRestsOnASourceWhoseYearWasNotRead(PackManifest manifest) {
        Map<String, String> years = years();

        assertThat(pack(manifest).rules())
                .filteredOn(rule -> rule.severity() == Severity.ERROR)
                .allSatisfy(rule -> assertThat(sources(rule.legalBasis()))
                        .as(
                                "%s is an ERROR of %s. Write WARNING and grade its basis \"derived\", or read a source of a year",
                                rule.id(), manifest.id())
                        .isNotEmpty()
                        .noneMatch(source -> NO_YEAR.equals(years.get(source))));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void noErrorRestsOnAList(PackManifest manifest) {
        assertThat(pack(manifest).rules())
                .filteredOn(rule -> rule.severity() == Severity.ERROR)
                .as("errors of %s. No list was read in a text of the year it serves", manifest.id())
                .noneMatch(rule -> LISTS.stream().anyMatch(rule.condition()::contains));
    }

    @Test
    void aListHasOneGradeAndOneWeightInAllPacks() {
        Map<String, TreeSet<String>> weights = new TreeMap<>();
        packs().flatMap(manifest -> pack(manifest).rules().stream())
                .forEach(rule -> LISTS.stream()
                        .filter(rule.condition()::contains)
                        .forEach(list -> weights.computeIfAbsent(list, first -> new TreeSet<>())
                                .add(rule.severity() + " " + rule.legalBasis().evidence())));

        assertThat(weights).containsOnlyKeys(LISTS);
        assertThat(weights).allSatisfy((list, seen) -> assertThat(seen).as(list).hasSize(1));
    }

    /** What falls to a lower grade in a later version says why in its source. */
    @Test
    void theSameWordsOnASourceHaveOneGradeInAllPacks() {
        Map<String, TreeSet<Rule.LegalBasis.Evidence>> grades = new TreeMap<>();
        packs().flatMap(manifest -> pack(manifest).rules().stream())
                .map(Rule::legalBasis)
                .forEach(basis -> grades.computeIfAbsent(basis.source(), first -> new TreeSet<>())
                        .add(basis.evidence()));

        assertThat(grades)
                .allSatisfy((source, seen) -> assertThat(seen).as(source).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everyLegalBasisIsDatedOrSaysThatItIsNot(PackManifest manifest) {
        assertThat(pack(manifest).rules().stream().map(Rule::legalBasis).distinct())
                .as(
                        "legal bases of %s that name neither a day nor a year, and do not say \"%s\"",
                        manifest.id(), NO_DATE)
                .allMatch(basis -> basis.published() != null
                        || YEAR.matcher(basis.instrument() + " " + basis.source())
                                .find()
                        || basis.source().contains(NO_DATE));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everySourceIsOnTheRegisterAndSaysWhereItHasNoDate(PackManifest manifest) {
        Map<String, String> years = years();

        assertThat(pack(manifest).rules().stream().map(Rule::legalBasis).distinct())
                .allSatisfy(basis -> {
                    assertThat(years.keySet())
                            .as("sources of %s; add a new one to %s with the year it is of", basis.key(), REGISTER)
                            .containsAll(sources(basis));
                    if (sources(basis).stream().anyMatch(source -> NO_YEAR.equals(years.get(source)))) {
                        assertThat(basis.source()).contains(NO_DATE);
                    }
                });
    }

    /** Laws and classifiers stand until they are replaced; a manual is of the year in its name. */
    @ParameterizedTest
    @MethodSource("packs")
    void aYearlyManualGovernsTheYearItNames(PackManifest manifest) {
        if (manifest.instrument().startsWith("Manual de Programación-Presupuestación")) {
            assertThat(manifest.instrument()).endsWith(" " + manifest.firstFiscalYear());
            assertThat(manifest.lastFiscalYear()).isEqualTo(manifest.firstFiscalYear());
        }
    }
}
