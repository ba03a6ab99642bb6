package org.hrbudget.rules.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Layout;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.PacksUnderTest;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;
import org.hrbudget.validation.internal.facts.LineFact;
import org.hrbudget.validation.spi.Catalogues;
import org.hrbudget.validation.spi.RuleEvaluation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("thorough")
class PlantedBudgetsTest {

    /** What cannot be planted. */
    private static final Set<String> NOT_PLANTED = Set.of(
            "it is about the budget as a whole, of which there is only one",
            "it is about documents beside the budget, which are not made",
            "it is about what units or the whole budget came to last year, which is not made");

    @TempDir
    Path folder;

    private static final Map<String, PlantedBudgets> PREPARED = new ConcurrentHashMap<>();

    private static PlantedBudgets prepared(RulePack pack) {
        return PREPARED.computeIfAbsent(pack.manifest().id(), id -> PlantedBudgets.of(pack));
    }

    static Stream<PackManifest> packs() {
        return PacksUnderTest.manifests();
    }

    private static RulePack load(PackManifest manifest) {
        return RulePacks.load(manifest.jurisdiction(), manifest.version());
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everyDefectOfEveryRuleIsFoundAndNothingElse(PackManifest manifest) {
        RulePack pack = load(manifest);
        PlantedBudget budget = prepared(pack).budget(42, 4000);

        PlantedBudget.Detection detection = budget.detectedBy(pack);

        assertThat(detection.isPerfect()).as("%s%n%s", budget, detection).isTrue();
        assertThat(detection.rules())
                .allSatisfy(rule -> assertThat(rule.found()).as(rule.ruleId()).isGreaterThanOrEqualTo(3));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everyRuleIsPlantedOrListedAsNot(PackManifest manifest) {
        RulePack pack = load(manifest);
        PlantedBudgets budgets = prepared(pack);
        Set<String> all = new TreeSet<>(budgets.rules());
        all.addAll(budgets.notPlanted().keySet());

        assertThat(all)
                .containsExactlyElementsOf(
                        pack.rules().stream().map(Rule::id).sorted().toList());
        assertThat(budgets.notPlanted())
                .as("Rules whose examples make no defect: %s", budgets.examplesLeftOut())
                .allSatisfy((rule, why) -> assertThat(why).isIn(NOT_PLANTED));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void aValidBudgetIsCompliantAndEveryRuleHasSomethingToExamine(PackManifest manifest) {
        RulePack pack = load(manifest);
        PlantedBudget budget = prepared(pack).validBudget(7, 500);

        ValidationReport report = budget.validator(pack).build().validate(budget);

        assertThat(report.findings()).isEmpty();
        assertThat(report.problems()).isEmpty();
        assertThat(report.openDuties())
                .as("duties open for more than documents that are not made")
                .allSatisfy(entry ->
                        assertThat(budget.notPlanted().get(entry.rule().id())).contains("documents"));
        assertThat(report.verdict())
                .isEqualTo(report.openDuties().isEmpty() ? Verdict.COMPLIANT : Verdict.UNDETERMINED);
        assertThat(report.ledger())
                .filteredOn(entry -> budget.rules().contains(entry.rule().id()))
                .extracting(LedgerEntry::outcome)
                .containsOnly(LedgerEntry.Outcome.SATISFIED);
    }

    @Test
    @Tag("long")
    void aHundredThousandLinesAreReadAsTheyAreMadeByAnyNumberOfThreads() {
        RulePack pack = RulePacks.load("mx-cmx", "2011.2");
        PlantedBudget budget = prepared(pack).withDefects(20).budget(-1, 100_000);

        ValidationReport report = budget.validator(pack).threads(2).build().validate(budget);

        assertThat(report.summaries().budget().lines()).isEqualTo(100_000);
        assertThat(PlantedBudget.Detection.of(budget, report).isPerfect()).isTrue();
    }

    @Test
    void aRuleThatMissesHasLessRecallAndOneThatErrsLessPrecision() {
        RulePack pack = RulePacks.load("mx-fed", "2008.1");
        PlantedBudget budget = prepared(pack).budget(42, 2000);

        PlantedBudget.Detection detection = budget.detectedBy(new Careless(pack));

        assertThat(detection.isPerfect()).isFalse();
        Map<String, PlantedBudget.Detection.OfRule> rules = detection.rules().stream()
                .collect(Collectors.toMap(PlantedBudget.Detection.OfRule::ruleId, rule -> rule));
        PlantedBudget.Detection.OfRule blind = rules.get("paid-negative");
        assertThat(blind.recall().rounded(2)).isEqualTo("0.00");
        assertThat(blind.precision().isDefined()).isFalse();
        PlantedBudget.Detection.OfRule eager = rules.get("accrued-negative");
        assertThat(eager.recall().rounded(2)).isEqualTo("1.00");
        assertThat(eager.extra()).containsExactly(PlantedBudget.Defect.Place.row(2));
        assertThat(detection.toString())
                .contains("paid-negative: precision not defined, recall 0.0000 (0 found, ")
                .contains(" 1 besides), besides at row 2\n");
    }

    @Test
    void aReportThatDoesNotHoldAllFindingsIsRefused() {
        RulePack pack = RulePacks.load("mx-fed", "2008.1");
        PlantedBudget budget = prepared(pack).budget(42, 2000);
        ValidationReport report =
                budget.validator(pack).maxFindingsPerRule(1).build().validate(budget);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlantedBudget.Detection.of(budget, report))
                .withMessageContaining("maxFindingsPerRule");
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherGivesOthers() {
        PlantedBudgets budgets = PlantedBudgets.of(RulePacks.load("mx-cmx", "2011.1"));
        PlantedBudgets again = PlantedBudgets.of(RulePacks.load("mx-cmx", "2011.1"));

        assertThat(bytes(budgets.budget(5, 300))).isEqualTo(bytes(again.budget(5, 300)));
        assertThat(budgets.budget(5, 300).defects())
                .isEqualTo(again.budget(5, 300).defects());
        assertThat(bytes(budgets.budget(5, 300))).isNotEqualTo(bytes(budgets.budget(6, 300)));
    }

    @Test
    void whatASeedMeansIsFixed() {
        Draw draw = new Draw(1234567);

        // The first two outputs of SplitMix64 for this seed are 6457827717110365317 and 3203168211198807973.
        assertThat(draw.between(0, Long.MAX_VALUE - 1)).isEqualTo(6457827717110365317L % Long.MAX_VALUE);
        assertThat(draw.below(1000)).isEqualTo(973);
    }

    @Test
    void itIsWrittenAsAFileThatReadsTheSame() throws IOException {
        RulePack pack = RulePacks.load("mx-cmx", "2011.1");
        PlantedBudget budget = prepared(pack).budget(42, 1000);
        Path file = folder.resolve(PlantedBudget.FILE);
        budget.writeTo(file);

        ValidationReport report = budget.validator(pack)
                .build()
                .validate(Budgets.reading(file)
                        .layout(Layout.named("hrbudget"))
                        .fiscalYear(budget.fiscalYear())
                        .baseline(budget.baseline().orElseThrow())
                        .source());

        assertThat(Files.size(file)).isGreaterThan(1000);
        assertThat(PlantedBudget.Detection.of(budget, report).isPerfect()).isTrue();
        assertThat(budget.inMemory().lines()).hasSize(1000);
    }

    @Test
    void aBudgetOfFewLinesHasThatManyLines() {
        PlantedBudgets budgets =
                PlantedBudgets.of(RulePacks.load("mx-cmx", "2011.2")).withDefects(1000);

        for (int lines : new int[] {2, 3, 10}) {
            assertThat(bytes(budgets.budget(3, lines)).lines()).hasSize(lines + 1);
        }
        assertThat(budgets.budget(3, 10).defects()).isNotEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> budgets.budget(3, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> budgets.withDefects(1001));
    }

    @Test
    void aNewRuleWithExamplesIsPlantedWithoutAnyJava() throws IOException {
        write("pack.properties", """
                jurisdiction=mx-new
                version=2012.1
                amends=
                title=A reform
                title_es=Una reforma
                instrument=Una reforma
                published=
                in-force-from=
                in-force-to=
                fiscal-years=2012-
                repeals=
                """);
        write("funding.drl", """
                rule "funding-source-other"
                    @severity("WARNING")
                    @legalBasis("reform:funding")
                when
                    SpendingLine( fundingSource != null, fundingSource != "25", $fundingSource : fundingSource )
                then
                end
                """);
        write("legal-bases.csv", """
                key,instrument,article,published,source,evidence
                reform:funding,Una reforma,,,A test,known
                """);
        write("messages.properties", """
                funding-source-other.title=Other funding source
                funding-source-other.message=The line names the funding source {fundingSource}.
                funding-source-other.remedy=Name source 25.
                """);
        write("messages_es.properties", """
                funding-source-other.title=Otra fuente de financiamiento
                funding-source-other.message=El renglón nombra la fuente de financiamiento {fundingSource}.
                funding-source-other.remedy=Nombre la fuente 25.
                """);
        write("examples/funding-source-other.csv", """
                expect,case,funding_source
                finding,another source,11
                silence,the source,25
                silence,left blank,
                """);
        RulePack reform = PackLibrary.bundled().and(folder).given().get(0);
        PlantedBudgets budgets = PlantedBudgets.of(reform);

        PlantedBudget.Detection detection = budgets.budget(42, 3000).detectedBy(reform);

        assertThat(budgets.rules()).contains("funding-source-other");
        assertThat(detection.isPerfect()).as(detection.toString()).isTrue();
        PlantedBudget valid = budgets.validBudget(1, 100);
        assertThat(valid.validator(reform).build().validate(valid).verdict()).isEqualTo(Verdict.COMPLIANT);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String bytes(PlantedBudget budget) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        budget.writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** A pack that overlooks what is paid, and finds fault with what is accrued in the first line. */
    private record Careless(RulePack careful) implements RulePack {

        @Override
        public PackManifest manifest() {
            return careful.manifest();
        }

        @Override
        public List<Rule> rules() {
            return careful.rules();
        }

        @Override
        public Catalogues catalogues() {
            return careful.catalogues();
        }

        @Override
        public RuleEvaluation evaluate(Rule.Scope scope, Collection<? extends Fact> facts) {
            RuleEvaluation evaluation = careful.evaluate(scope, facts);
            List<RuleEvaluation.Match> matches = new ArrayList<>(evaluation.matches());
            matches.removeIf(match -> match.ruleId().equals("paid-negative"));
            if (scope == Rule.Scope.LINE) {
                Fact first = facts.iterator().next();
                if (isFirstRow(first)) {
                    matches.add(new RuleEvaluation.Match("accrued-negative", first, null, Map.of()));
                }
            }
            return new RuleEvaluation(matches, evaluation.failures());
        }

        private static boolean isFirstRow(Object fact) {
            return fact instanceof LineFact line && line.line().position().row() == 2;
        }
    }
}
