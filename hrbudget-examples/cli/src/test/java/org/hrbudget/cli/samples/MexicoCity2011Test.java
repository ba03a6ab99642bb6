package org.hrbudget.cli.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hrbudget.io.Baselines;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Layout;
import org.hrbudget.io.Programmes;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.summary.Indicator;
import org.hrbudget.summary.UnitSummary;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sample gives when it is validated as any budget is. */
class MexicoCity2011Test {

    private static final String RESOURCES = "/org/hrbudget/cli/samples/mexico-city-2011/";
    private static final RulePack MANUAL = RulePacks.select("mx-cmx", FiscalYear.of(2011), LocalDate.of(2010, 11, 15))
            .orElseThrow();

    private static ValidationReport report;

    @BeforeAll
    static void validateCommittedFiles(@TempDir Path folder) throws IOException {
        for (String name : List.of(SampleFiles.BUDGET, SampleFiles.PROGRAMME, SampleFiles.BASELINE)) {
            try (var in = MexicoCity2011Test.class.getResourceAsStream(RESOURCES + name)) {
                Files.copy(in, folder.resolve(name));
            }
        }
        report = validate(folder);
    }

    @Test
    void packIsThatOfTheManualForTheProgrammeLawDidNotExist() {
        assertThat(MANUAL.manifest().id()).isEqualTo("mx-cmx 2011.1");
    }

    @Test
    void findingsAreThePlantedDefectsAndNoOthers() {
        List<String> planted = MexicoCity2011.withDefects().findings().stream()
                .map(PlantedDefect::key)
                .toList();
        assertThat(report.findings().stream().map(MexicoCity2011Test::key))
                .containsExactlyInAnyOrderElementsOf(planted);
        assertThat(report.truncated()).isFalse();
        assertThat(report.problems()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_COMPLIANT);
    }

    @Test
    void everyRuleThatCanApplyIsPlantedAndTheLedgerSaysWhyTheOthersAreSilent() {
        Set<String> unplanted =
                MANUAL.rules().stream().map(rule -> rule.id()).collect(Collectors.toCollection(TreeSet::new));
        MexicoCity2011.withDefects().findings().forEach(finding -> unplanted.remove(finding.rule()));
        List<String> aboutDocuments = MANUAL.rules().stream()
                .filter(rule -> rule.needs().contains(DataItem.POLICY_FRAMEWORKS)
                        || rule.needs().contains(DataItem.GOALS)
                        || rule.needs().contains(DataItem.INDICATORS))
                .map(Rule::id)
                .toList();
        assertThat(unplanted).containsAll(aboutDocuments);
        assertThat(aboutDocuments)
                .hasSize(13)
                .allMatch(rule -> entry(rule).outcome() == LedgerEntry.Outcome.UNDETERMINED
                        && entry(rule).reason() != null);
        unplanted.removeAll(aboutDocuments);
        assertThat(unplanted).containsExactly("proposed-negative", "unit-linking-rate-below-reference");
        LedgerEntry proposed = entry("proposed-negative");
        assertThat(proposed.outcome()).isEqualTo(LedgerEntry.Outcome.UNDETERMINED);
        assertThat(proposed.reason()).isNotNull();
        assertThat(entry("unit-linking-rate-below-reference").outcome()).isEqualTo(LedgerEntry.Outcome.SATISFIED);
    }

    @Test
    void everyRowIsAccountedFor() {
        int lines = MexicoCity2011.withDefects().lines().size();
        assertThat(report.inputs().get(0).rowsRead()).isEqualTo(lines);
        assertThat(report.inputs().get(0).linesValidated()).isEqualTo(lines);
        assertThat(report.rejectedRows()).isEmpty();
    }

    @Test
    void threeUnitsInFourAreLinked() {
        assertThat(value("I01")).isEqualByComparingTo("0.75");
        assertThat(report.summaries().budget().units()).isEqualTo(80);
    }

    @Test
    void threeQuartersOfTheMoneyAreTiedToTheCentavo() {
        assertThat(value("I02")).isEqualByComparingTo("0.75");
        assertThat(report.summaries().budget().linkedAmount().multiply(BigDecimal.valueOf(4)))
                .isEqualByComparingTo(report.summaries().budget().amount().multiply(BigDecimal.valueOf(3)));
    }

    @Test
    void weightedCoverageIsAnotherRatio() {
        assertThat(report.summaries().budget().weightedCoverage().rounded(4)).isEqualByComparingTo("0.5958");
    }

    @Test
    void fiftyTwoActionsAreNewAndTheThreeNamedBodiesAreAheadInOrder() {
        assertThat(value("I05")).isEqualByComparingTo("52");
        List<UnitSummary> ahead = report.summaries().units().stream()
                .sorted(Comparator.comparing(UnitSummary::newActions).reversed())
                .limit(4)
                .toList();
        assertThat(ahead.stream().limit(3).map(UnitSummary::unitName))
                .containsExactly(
                        "DIF-DF (sintético)",
                        "Secretaría de Desarrollo Social (sintético)",
                        "Contraloría General (sintético)");
        assertThat(ahead.stream().map(UnitSummary::newActions)).containsExactly(12, 9, 7, 2);
    }

    @Test
    void fundedActionsOfTheFourPublishedRightsAreThosePublishedAndEveryOtherHasFewer() {
        Map<String, Integer> funded = new TreeMap<>();
        report.indicators().stream()
                .filter(indicator -> indicator.id().equals("I06"))
                .forEach(indicator -> funded.put(
                        indicator.dimensions().get("right"), indicator.value().intValueExact()));
        assertThat(funded).hasSize(25).contains(Map.entry("01", 157), Map.entry("09", 52), Map.entry("14", 49));
        assertThat(funded).containsEntry("12", 45);
        funded.keySet().removeAll(Set.of("01", "09", "14", "12"));
        assertThat(funded.values()).allMatch(count -> count < 45);
    }

    @Test
    void theLawOfTheProgrammeFindsWhatWasDroppedAndWhatWasCut(@TempDir Path folder) throws IOException {
        for (Map.Entry<String, String> file :
                SampleFiles.of(MexicoCity2011.withDefects()).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
        }
        RulePack law = RulePacks.select("mx-cmx", FiscalYear.of(2011), LocalDate.of(2011, 12, 31))
                .orElseThrow();
        Map<String, Long> found = validate(folder, law).findings().stream()
                .filter(finding -> finding.ruleId().startsWith("funded-action-"))
                .collect(Collectors.groupingBy(Finding::ruleId, Collectors.counting()));

        assertThat(found)
                .isEqualTo(Map.of("funded-action-dropped", (long) SampleDefects.REASONLESS, "funded-action-cut", 2L));
    }

    @Test
    void withoutThePlantedDefectsThereIsNoErrorAndNoWarning(@TempDir Path folder) throws IOException {
        for (Map.Entry<String, String> file :
                SampleFiles.of(MexicoCity2011.withoutDefects()).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
        }
        ValidationReport clean = validate(folder);
        assertThat(clean.violations(Severity.ERROR)).isZero();
        assertThat(clean.violations(Severity.WARNING)).isZero();
        assertThat(clean.findings().stream().map(Finding::ruleId).distinct())
                .containsExactlyInAnyOrder("unit-links-nothing", "right-without-funded-action");
        assertThat(clean.verdict()).isEqualTo(Verdict.COMPLIANT);
        assertThat(clean.summaries().budget().budgetCoverage().decimal()).isEqualByComparingTo("0.75");
    }

    private static ValidationReport validate(Path folder) {
        return validate(folder, MANUAL);
    }

    private static ValidationReport validate(Path folder, RulePack pack) {
        return BudgetValidator.builder()
                .programme(Programmes.read(folder.resolve(SampleFiles.PROGRAMME)))
                .packs(pack)
                .baseline(Baselines.read(folder.resolve(SampleFiles.BASELINE)))
                .build()
                .validate(Budgets.read(folder.resolve(SampleFiles.BUDGET), Layout.named("hrbudget")));
    }

    private static BigDecimal value(String id) {
        return report.indicators().stream()
                .filter(indicator ->
                        indicator.id().equals(id) && indicator.dimensions().isEmpty())
                .map(Indicator::value)
                .findFirst()
                .orElseThrow();
    }

    private static LedgerEntry entry(String rule) {
        return report.ledger().stream()
                .filter(entry -> entry.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static String key(Finding finding) {
        Finding.Detail code = finding.details().get("code");
        boolean ofTheProgramme = finding.rule().scope() == Rule.Scope.BUDGET && code != null;
        return new PlantedDefect(
                        finding.ruleId(),
                        finding.position() == null
                                ? ""
                                : Long.toString(finding.position().row()),
                        finding.unitCode() == null ? "" : finding.unitCode(),
                        ofTheProgramme ? code.text() : "",
                        "")
                .key();
    }
}
