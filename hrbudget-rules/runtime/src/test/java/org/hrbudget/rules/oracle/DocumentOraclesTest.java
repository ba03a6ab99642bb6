package org.hrbudget.rules.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hrbudget.rules.oracle.Standing.NOT_MEANT;
import static org.hrbudget.rules.oracle.Standing.UNKNOWN;
import static org.hrbudget.rules.oracle.Standing.defectIf;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.ListedAction;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.rules.internal.packs.Drafts;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.ValidationReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules on every document of units, in a pack from a folder, say what oracles say that know the model alone. */
class DocumentOraclesTest {

    private static final int BUDGETS = 400;

    private static final Map<String, String> RULES = rules();

    private static Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("link-not-listed", "ActionLink( !listed )");
        rules.put("listed-action-not-linked", "ListedAction( !linked )");
        rules.put("listed-action-unknown", "ListedAction( !known )");
        rules.put("unit-without-framework", "UnitSummary( frameworks == 0 )");
        rules.put("framework-of-no-unit", "PolicyFramework( !unitKnown )");
        rules.put("rights-section-unanswered", "PolicyFramework( rightsSection == null, rightsReason == null )");
        rules.put("months-miss-the-goal", "Goal( quantity != null, monthsTotal != null, monthsTotal != quantity )");
        rules.put("goal-of-nothing", "Goal( quantity == null || quantity <= 0 )");
        rules.put("dimension-unknown", "UnitIndicator( dimension != null, !dimensionKnown )");
        rules.put("level-without-assumption", "MatrixRow( level in (\"fin\", \"componente\"), assumption == null )");
        return rules;
    }

    private static final Set<String> DIMENSIONS = Set.of("eficacia", "eficiencia", "economía", "calidad");

    private static final List<RuleOracle> ORACLES = List.of(
            RuleOracle.ofLink(
                    "link-not-listed",
                    List.of(DataItem.LINKS, DataItem.UNIT_ACTION_LIST, DataItem.UNIT_CODE),
                    DocumentOraclesTest::linkNotListed),
            RuleOracle.ofRecord(
                    "listed-action-not-linked",
                    List.of(DataItem.LINKS, DataItem.PROGRAMME, DataItem.UNIT_ACTION_LIST, DataItem.UNIT_CODE),
                    Situation::listed,
                    (situation, listed) -> isKnown(situation, listed)
                            ? defectIf(situation.lines().stream()
                                    .filter(line -> listed.unitCode().equals(unit(line)))
                                    .flatMap(line -> line.links().stream())
                                    .map(situation::action)
                                    .filter(Objects::nonNull)
                                    .map(HrpAction::code)
                                    .noneMatch(listed.actionCode()::equals))
                            : NOT_MEANT),
            RuleOracle.ofRecord(
                    "listed-action-unknown",
                    List.of(DataItem.PROGRAMME, DataItem.UNIT_ACTION_LIST),
                    Situation::listed,
                    (situation, listed) -> defectIf(!isKnown(situation, listed))),
            RuleOracle.ofUnit(
                    "unit-without-framework",
                    List.of(DataItem.POLICY_FRAMEWORKS),
                    (situation, lines) -> defectIf(situation.frameworks().stream()
                            .noneMatch(framework -> framework.unitCode().equals(unit(lines.get(0)))))),
            RuleOracle.ofRecord(
                    "framework-of-no-unit",
                    List.of(DataItem.POLICY_FRAMEWORKS, DataItem.UNIT_CODE),
                    Situation::frameworks,
                    (situation, framework) -> defectIf(!situation.units().containsKey(framework.unitCode()))),
            RuleOracle.ofRecord(
                    "rights-section-unanswered",
                    List.of(DataItem.POLICY_FRAMEWORKS),
                    Situation::frameworks,
                    (situation, framework) -> {
                        String text = framework.rights().text();
                        boolean open = text == null || text.equals("No aplica");
                        return defectIf(open && framework.rights().reason() == null);
                    }),
            RuleOracle.ofRecord(
                    "months-miss-the-goal", List.of(DataItem.GOALS), Situation::goals, (situation, goal) -> {
                        if (goal.quantity() == null || goal.months().contains(null)) {
                            return UNKNOWN;
                        }
                        BigDecimal sum = goal.months().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                        return defectIf(sum.compareTo(goal.quantity()) != 0);
                    }),
            RuleOracle.ofRecord(
                    "goal-of-nothing",
                    List.of(DataItem.GOALS),
                    Situation::goals,
                    (situation, goal) ->
                            defectIf(goal.quantity() == null || goal.quantity().signum() <= 0)),
            RuleOracle.ofRecord(
                    "dimension-unknown",
                    List.of(DataItem.INDICATORS),
                    Situation::indicators,
                    (situation, indicator) -> indicator.dimension() == null
                            ? NOT_MEANT
                            : defectIf(
                                    !DIMENSIONS.contains(indicator.dimension().toLowerCase(Locale.ROOT)))),
            RuleOracle.ofRecord(
                    "level-without-assumption",
                    List.of(DataItem.RESULTS_MATRIX),
                    Situation::matrix,
                    (situation, row) -> row.level() == null
                            ? NOT_MEANT
                            : defectIf(
                                    List.of("fin", "componente").contains(row.level()) && row.assumption() == null)));

    private static Standing linkNotListed(Situation situation, SpendingLine line, ActionLink link) {
        List<String> list = situation.listed().stream()
                .filter(listed -> listed.unitCode().equals(unit(line)))
                .map(ListedAction::actionCode)
                .toList();
        HrpAction action = situation.action(link);
        String code = action == null ? link.actionCode() : action.code();
        return list.isEmpty() || code == null ? UNKNOWN : defectIf(!list.contains(code));
    }

    private static boolean isKnown(Situation situation, ListedAction listed) {
        return situation.programme().actions().stream()
                .anyMatch(action -> action.code().equals(listed.actionCode()));
    }

    private static String unit(SpendingLine line) {
        BudgetUnit unit = line.unit();
        return unit == null ? "" : unit.code();
    }

    private static RulePack pack(Path folder) throws IOException {
        StringBuilder rules = new StringBuilder();
        StringBuilder texts = new StringBuilder();
        RULES.forEach((id, condition) -> {
            rules.append(
                    "rule \"%s\"\n    @severity(\"WARNING\")\n    @legalBasis(\"test\")\nwhen\n    %s\nthen\nend\n\n"
                            .formatted(id, condition));
            texts.append("%1$s.title = T\n%1$s.message = M.\n%1$s.remedy = R.\n".formatted(id));
        });
        Files.createDirectory(folder.resolve("catalogues"));
        write(folder, "pack.properties", """
                jurisdiction = xx-documents
                version = 1
                title = Documents
                title_es = Documentos
                instrument = A test
                fiscal-years = 2000-
                """);
        write(folder, "rules.drl", rules.toString());
        write(folder, "messages.properties", texts.toString());
        write(folder, "messages_es.properties", texts.toString());
        write(
                folder,
                "legal-bases.csv",
                "key,instrument,article,published,source,evidence\ntest,A test,,,This test,sourced\n");
        write(
                folder,
                "catalogues/indicator-dimensions.csv",
                "code,name_es\n"
                        + String.join(
                                "",
                                new TreeSet<>(DIMENSIONS)
                                        .stream()
                                                .map(code -> code + "," + code + "\n")
                                                .toList()));
        return Drafts.load(folder);
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void rulesOnDocumentsAgreeWithTheirOraclesAndBothFireAndStaySilent(@TempDir Path folder) throws IOException {
        RulePack pack = pack(folder);
        Set<String> fired = new TreeSet<>();
        Set<String> silent = new TreeSet<>();

        for (long seed = 0; seed < BUDGETS; seed++) {
            Situation situation = RandomBudgets.small(seed, "mx-cmx");
            ValidationReport report = OracleTest.validator(pack, situation).validate(situation.budget());
            OracleTest.agree(seed, situation, ORACLES, report);
            for (LedgerEntry entry : report.ledger()) {
                if (entry.violated() > 0) {
                    fired.add(entry.rule().id());
                } else if (entry.examined() > 0) {
                    silent.add(entry.rule().id());
                }
            }
        }

        assertThat(fired).containsExactlyInAnyOrderElementsOf(RULES.keySet());
        assertThat(silent).containsExactlyInAnyOrderElementsOf(RULES.keySet());
    }
}
