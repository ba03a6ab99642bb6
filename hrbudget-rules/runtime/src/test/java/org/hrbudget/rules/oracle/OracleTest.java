package org.hrbudget.rules.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hrbudget.io.YearlySeries;
import org.hrbudget.model.DataItem;
import org.hrbudget.rules.PacksUnderTest;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.rules.oracle.Judgement.Place;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.ValidationReport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every rule of every bundled pack against the same rule written by hand in Java, on thousands of random budgets. */
@Tag("thorough")
class OracleTest {

    private static final int BUDGETS_PER_PACK = 700;

    /** The oracles by jurisdiction and by the version that brought the rule, versions in their order. */
    private static final Map<String, Map<String, List<RuleOracle>>> ORACLES = Map.of(
            "icescr",
            TreatyOracles.byVersion(),
            "mx-fed",
            FederalOracles.byVersion(),
            "mx-cmx",
            CityOracles.byVersion());

    private static final Path FROZEN = Path.of("src/test/resources/org/hrbudget/rules/frozen-packs.txt");

    /** A checksum and two blanks are before each path. */
    private static final int CHECKSUM = 66;

    /** The packs that are released or have oracles: a reform in the making may be held by its examples alone. */
    static Stream<PackManifest> packs() {
        List<String> released = released();
        return PacksUnderTest.manifests()
                .filter(manifest -> released.contains(path(manifest))
                        || ORACLES.getOrDefault(manifest.jurisdiction(), Map.of())
                                .containsKey(manifest.version()));
    }

    private static String path(PackManifest manifest) {
        return manifest.jurisdiction() + "/" + manifest.version();
    }

    private static List<String> released() {
        try (BufferedReader lines = Files.newBufferedReader(FROZEN)) {
            return lines.lines()
                    .map(line -> line.substring(CHECKSUM).split("/", -1))
                    .map(path -> path[0] + "/" + path[1])
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packs")
    void everyRuleHasAnOracleAndEveryOracleARule(PackManifest manifest) {
        RulePack pack = RulePacks.load(manifest.jurisdiction(), manifest.version());

        assertThat(pack.rules().stream().map(Rule::id))
                .as(
                        "rules of %s. Where a rule has no oracle: write one in FederalOracles, TreatyOracles, CityOracles, LaterCityOracles or FurtherCityOracles"
                                + " under the version that brought it, from the law and not from the rule file. Where an oracle has no rule: the"
                                + " pack lost it, or the oracle belongs under another version",
                        manifest.id())
                .containsExactlyInAnyOrderElementsOf(
                        oracles(manifest).stream().map(RuleOracle::id).toList());
    }

    @Test
    void everyReleasedVersionHasOracles() {
        List<String> files = released();
        List<String> released = RulePacks.manifests().stream()
                .filter(manifest -> files.contains(path(manifest)))
                .map(PackManifest::id)
                .toList();
        List<String> withOracles = ORACLES.entrySet().stream()
                .flatMap(jurisdiction ->
                        jurisdiction.getValue().keySet().stream().map(version -> jurisdiction.getKey() + " " + version))
                .toList();

        assertThat(withOracles)
                .as("versions with oracles of their own; a version that brings no rule has an empty list")
                .containsAll(released)
                .isSubsetOf(RulePacks.manifests().stream().map(PackManifest::id).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packs")
    void everyRuleAgreesWithItsOracleAndBothFiresAndStaysSilent(PackManifest manifest) {
        RulePack pack = RulePacks.load(manifest.jurisdiction(), manifest.version());
        List<RuleOracle> oracles = oracles(manifest);
        TreeSet<String> fired = new TreeSet<>();
        TreeSet<String> silent = new TreeSet<>();

        for (long seed = 0; seed < BUDGETS_PER_PACK; seed++) {
            Situation situation = RandomBudgets.small(seed, manifest.jurisdiction());
            ValidationReport report = validator(pack, situation).validate(situation.budget());
            agree(seed, situation, oracles, report);
            for (LedgerEntry entry : report.ledger()) {
                if (entry.violated() > 0) {
                    fired.add(entry.rule().id());
                } else if (entry.examined() > 0) {
                    silent.add(entry.rule().id());
                }
            }
        }

        List<String> ids = oracles.stream().map(RuleOracle::id).toList();
        String advice =
                "rules of %s that %s at least once; where one is missing, give RandomBudgets the values it takes";
        assertThat(fired).as(advice, manifest.id(), "fired").containsExactlyInAnyOrderElementsOf(ids);
        assertThat(silent).as(advice, manifest.id(), "stayed silent").containsExactlyInAnyOrderElementsOf(ids);
    }

    static void agree(long seed, Situation situation, List<RuleOracle> oracles, ValidationReport report) {
        List<String> expectedLedger = new ArrayList<>();
        List<String> expectedPlaces = new ArrayList<>();
        for (RuleOracle oracle : oracles) {
            List<Judgement> judgements = oracle.judgements(situation);
            long defects = count(judgements, Standing.DEFECT);
            long fine = count(judgements, Standing.FINE);
            long unknown = count(judgements, Standing.UNKNOWN);
            expectedLedger.add(
                    row(oracle.id(), defects + fine, defects, unknown, outcome(oracle, situation, judgements)));
            judgements.stream()
                    .filter(judgement -> judgement.standing() == Standing.DEFECT)
                    .forEach(judgement ->
                            expectedPlaces.add(judgement.place(oracle.id()).toString()));
        }

        assertThat(report.ledger().stream().map(OracleTest::row))
                .as("ledger, seed %d: %s", seed, situation)
                .containsExactlyInAnyOrderElementsOf(expectedLedger);
        assertThat(report.findings().stream().map(finding -> Place.of(finding).toString()))
                .as("findings, seed %d: %s", seed, situation)
                .containsExactlyInAnyOrderElementsOf(expectedPlaces);
        assertThat(report.problems().stream().map(problem -> problem.kind().name()))
                .as("problems, seed %d: %s", seed, situation)
                .doesNotContain("RULE");
    }

    private static String row(LedgerEntry entry) {
        LedgerEntry.Outcome outcome =
                entry.outcome() == LedgerEntry.Outcome.REVIEW ? LedgerEntry.Outcome.VIOLATED : entry.outcome();
        return row(entry.rule().id(), entry.examined(), entry.violated(), entry.undetermined(), outcome);
    }

    private static String row(String id, long examined, long violated, long undetermined, LedgerEntry.Outcome outcome) {
        return id + ": " + examined + " examined, " + violated + " violated, " + undetermined + " undetermined, "
                + outcome;
    }

    private static LedgerEntry.Outcome outcome(RuleOracle oracle, Situation situation, List<Judgement> judgements) {
        boolean noLinks = oracle.aboutLinks() && situation.has(DataItem.LINKS) && situation.links() == 0;
        if (noLinks || oracle.needs().stream().anyMatch(situation::cannotHave)) {
            return LedgerEntry.Outcome.NOT_APPLICABLE;
        }
        if (!oracle.applies(situation)) {
            return LedgerEntry.Outcome.UNDETERMINED;
        }
        if (count(judgements, Standing.DEFECT) > 0) {
            return LedgerEntry.Outcome.VIOLATED;
        }
        if (count(judgements, Standing.UNKNOWN) > 0) {
            return LedgerEntry.Outcome.UNDETERMINED;
        }
        return judgements.isEmpty() ? LedgerEntry.Outcome.NOT_APPLICABLE : LedgerEntry.Outcome.SATISFIED;
    }

    private static long count(List<Judgement> judgements, Standing standing) {
        return judgements.stream()
                .filter(judgement -> judgement.standing() == standing)
                .count();
    }

    static BudgetValidator validator(RulePack pack, Situation situation) {
        BudgetValidator.Builder builder = BudgetValidator.builder().packs(pack).programme(situation.programme());
        if (situation.items() != null) {
            builder.itemCatalogue(situation.items());
        }
        if (situation.ownBaseline() != null) {
            builder.baseline(situation.ownBaseline());
        }
        if (situation.prices() != null) {
            builder.deflator(YearlySeries.of("prices", null, situation.prices()));
        }
        situation.filed().into(builder);
        return builder.build();
    }

    /** The oracles of this version and of those it amends, but for what it says otherwise or repeals. */
    private static List<RuleOracle> oracles(PackManifest manifest) {
        Map<String, List<RuleOracle>> versions = ORACLES.getOrDefault(manifest.jurisdiction(), Map.of());
        assertThat(versions)
                .as(
                        "versions of %s with oracles; add the new one, with an empty list where it brings no rule",
                        manifest.jurisdiction())
                .containsKey(manifest.version());
        Map<String, RuleOracle> result = new LinkedHashMap<>();
        for (String version : chain(manifest)) {
            result.keySet().removeAll(LaterCityOracles.repealedBy(version));
            versions.getOrDefault(version, List.of()).forEach(oracle -> result.put(oracle.id(), oracle));
        }
        return List.copyOf(result.values());
    }

    /** {@return the first version of all, what amends it, and so on up to this one} */
    private static List<String> chain(PackManifest manifest) {
        List<String> chain = new ArrayList<>();
        String version = manifest.version();
        while (version != null) {
            chain.add(0, version);
            version =
                    RulePacks.load(manifest.jurisdiction(), version).manifest().amends();
        }
        return chain;
    }
}
