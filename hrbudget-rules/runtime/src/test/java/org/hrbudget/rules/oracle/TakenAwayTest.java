package org.hrbudget.rules.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Budget;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.ResultStructure;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nobody fares better by leaving something out: whatever columns, links, programme, baseline or documents are taken away from a
 * budget that is not compliant, it does not become compliant.
 *
 * <p>One thing can be taken away: a contradiction in what the law does not ask for, such as a wrong number beside a right code, or the
 * identifiers of lines where two are alike. What is no duty by the pack's own word is told apart by that word.
 */
@Tag("long")
class TakenAwayTest {

    private static final int BUDGETS_PER_PACK = 250;
    private static final int TRIES = 4;
    private static final List<String> CONTRADICTIONS = List.of(
            "No line is of fiscal year",
            "state another fiscal year",
            "bear an identifier",
            "holds one unit only",
            "The baseline",
            "funded actions last year",
            "another fiscal year than the budget",
            "sum of other lines",
            "sums of other lines");

    static Stream<PackManifest> packs() {
        return RulePacks.manifests().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packs")
    void nothingIsGainedByLeavingSomethingOut(PackManifest manifest) {
        RulePack pack = RulePacks.load(manifest.jurisdiction(), manifest.version());
        int notCompliant = 0;
        for (long seed = 0; seed < BUDGETS_PER_PACK; seed++) {
            Situation whole = RandomBudgets.small(seed, manifest.jurisdiction());
            ValidationReport before = OracleTest.validator(pack, whole).validate(whole.budget());
            if (before.verdict() == Verdict.COMPLIANT || onlyContradictsItself(before)) {
                continue;
            }
            notCompliant++;
            Random random = new Random(seed);
            for (int i = 0; i < TRIES; i++) {
                Set<DataItem> away = away(random);
                Situation less = without(whole, away);
                ValidationReport after = OracleTest.validator(pack, less).validate(less.budget());
                assertThat(after.verdict())
                        .as(
                                "seed %d without %s: was %s, open %s, problems %s",
                                seed,
                                away,
                                before.verdict(),
                                before.openDuties().stream()
                                        .map(duty -> duty.rule().id())
                                        .toList(),
                                before.problems())
                        .isNotEqualTo(Verdict.COMPLIANT);
            }
        }
        assertThat(notCompliant)
                .as("budgets of %s that could have gained", manifest.id())
                .isGreaterThan(100);
    }

    private static boolean onlyContradictsItself(ValidationReport report) {
        boolean duty = report.ledger().stream().anyMatch(TakenAwayTest::failsDuty);
        boolean problem = report.problems().stream()
                .anyMatch(found -> CONTRADICTIONS.stream()
                        .noneMatch(text -> found.message().en().contains(text)));
        return !duty && !problem;
    }

    private static boolean failsDuty(LedgerEntry entry) {
        boolean error = entry.rule().severity() == Severity.ERROR && entry.violated() > 0;
        return entry.rule().duty() && (error || entry.isOpenDuty());
    }

    private static Set<DataItem> away(Random random) {
        int chance = 1 + random.nextInt(4);
        Set<DataItem> away = EnumSet.noneOf(DataItem.class);
        for (DataItem item : DataItem.values()) {
            if (random.nextInt(5) < chance) {
                away.add(item);
            }
        }
        // A kind of unit is beside the unit's code.
        if (away.contains(DataItem.UNIT_CODE)) {
            away.add(DataItem.UNIT_KIND);
        }
        return away;
    }

    private static Situation without(Situation whole, Set<DataItem> away) {
        Budget budget = whole.budget();
        Set<DataItem> promises = EnumSet.noneOf(DataItem.class);
        promises.addAll(budget.promises());
        promises.removeAll(away);
        Budget.Builder less = Budget.builder(budget.header()).promises(promises);
        budget.lines().forEach(line -> less.line(without(line, away)));
        boolean baseline = !away.contains(DataItem.BASELINE);
        if (baseline) {
            budget.baseline().ifPresent(less::baseline);
        }
        Filed filed = whole.filed();
        return new Situation(
                less.build(),
                away.contains(DataItem.PROGRAMME) ? null : whole.programme(),
                away.contains(DataItem.ITEM_CATALOGUE) ? null : whole.items(),
                baseline ? whole.ownBaseline() : null,
                away.contains(DataItem.DEFLATOR) ? null : whole.prices(),
                new Filed(
                        away.contains(DataItem.UNIT_ACTION_LIST) ? null : filed.listed(),
                        away.contains(DataItem.POLICY_FRAMEWORKS) ? null : filed.frameworks(),
                        away.contains(DataItem.GOALS) ? null : filed.goals(),
                        away.contains(DataItem.INDICATORS) ? null : filed.indicators(),
                        away.contains(DataItem.RESULTS_MATRIX) ? null : filed.matrix()));
    }

    private static SpendingLine without(SpendingLine line, Set<DataItem> away) {
        BudgetUnit unit = line.unit();
        if (unit != null && away.contains(DataItem.UNIT_KIND)) {
            unit = new BudgetUnit(unit.code(), unit.name(), null);
        }
        SpendingLine.Builder less = SpendingLine.builder()
                .position(line.position())
                .passThrough(line.passThrough())
                .id(away.contains(DataItem.LINE_ID) ? null : line.id())
                .fiscalYear(away.contains(DataItem.FISCAL_YEAR) ? null : line.fiscalYear())
                .unit(away.contains(DataItem.UNIT_CODE) ? null : unit)
                .functionalCode(away.contains(DataItem.FUNCTIONAL_CODE) ? null : line.functionalCode())
                .programmeCode(away.contains(DataItem.PROGRAMME_CODE) ? null : line.programmeCode())
                .objectCode(away.contains(DataItem.OBJECT_CODE) ? null : line.objectCode())
                .fundingSource(away.contains(DataItem.FUNDING_SOURCE) ? null : line.fundingSource())
                .spendingType(away.contains(DataItem.SPENDING_TYPE) ? null : line.spendingType())
                .resultStructure(
                        away.contains(DataItem.RESULT_STRUCTURE) ? ResultStructure.NONE : line.resultStructure())
                .identifierDigit(away.contains(DataItem.IDENTIFIER_DIGIT) ? null : line.identifierDigit())
                .rightsInformation(away.contains(DataItem.RIGHTS_INFORMATION) ? null : line.rightsInformation())
                .noActionReason(away.contains(DataItem.NO_ACTION_REASON) ? null : line.noActionReason());
        for (AmountKind kind : AmountKind.values()) {
            if (!away.contains(DataItem.of(kind)) && line.amount(kind) != null) {
                less.amount(kind, line.amount(kind));
            }
        }
        if (!away.contains(DataItem.LINKS)) {
            List<ActionLink> links = new ArrayList<>(line.links());
            less.links(links).saysNoneApplies(line.saysNoneApplies());
        }
        return less.build();
    }
}
