package org.hrbudget.rules.authoring.internal.impact;

import java.util.List;
import java.util.Map;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.HumanRight;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.rules.authoring.ImpactDocument;
import org.hrbudget.rules.authoring.ImpactReport;
import org.hrbudget.validation.ComparedReports;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Severity;
import org.jspecify.annotations.Nullable;

/** Turns the parts of an impact into those of its document. */
public final class ImpactParts {

    private ImpactParts() {}

    public static ImpactDocument document(ImpactReport report, Map<String, String> run) {
        return new ImpactDocument(
                ImpactDocument.SCHEMA_VERSION,
                ReportDocument.Tool.current(),
                pack(report.before(), report),
                pack(report.after(), report),
                report.fiscalYear().value(),
                report.changed(),
                report.notWhole().isEmpty(),
                rules(report.rules()),
                report.sums().stream().map(ImpactParts::sum).toList(),
                report.budgets().stream().map(ImpactParts::budget).toList(),
                run);
    }

    private static ImpactDocument.Pack pack(PackManifest pack, ImpactReport report) {
        return new ImpactDocument.Pack(
                pack.jurisdiction(), pack.version(), pack.title(), pack.governs(report.fiscalYear()), pack.sha256());
    }

    private static ImpactDocument.Sum sum(ImpactReport.Sum sum) {
        return new ImpactDocument.Sum(
                sum.currency(),
                sum.basis(),
                sum.budgets(),
                sum.amount().toPlainString(),
                reach(sum.effect()),
                rights(sum.rights()));
    }

    private static ImpactDocument.Budget budget(ImpactReport.OfBudget budget) {
        ImpactReport.OfBudget.Outcome outcome = budget.outcome();
        return new ImpactDocument.Budget(budget.name(), budget.unread(), outcome == null ? null : outcome(outcome));
    }

    private static ImpactDocument.Outcome outcome(ImpactReport.OfBudget.Outcome outcome) {
        return new ImpactDocument.Outcome(
                outcome.inputs().stream().map(ReportDocument.Input::of).toList(),
                outcome.currency(),
                outcome.basis(),
                outcome.amount().toPlainString(),
                outcome.before(),
                outcome.after(),
                outcome.changed(),
                outcome.problems().stream()
                        .map(problem -> new ImpactDocument.Fault(problem.kind(), problem.subject(), problem.message()))
                        .toList(),
                reach(outcome.effect()),
                rules(outcome.rules()),
                outcome.units().stream().map(ImpactParts::unit).toList(),
                reach(outcome.withoutUnit()),
                rights(outcome.rights()));
    }

    private static List<ImpactDocument.Rule> rules(List<ImpactReport.OfRule> rules) {
        return rules.stream()
                .map(rule -> new ImpactDocument.Rule(
                        rule.ruleId(),
                        rule.title(),
                        rule.shift(),
                        rule.causes(),
                        side(rule.before()),
                        side(rule.after()),
                        reach(rule.effect())))
                .toList();
    }

    private static ImpactDocument.@Nullable Side side(ImpactReport.OfRule.@Nullable Side side) {
        return side == null
                ? null
                : new ImpactDocument.Side(
                        side.severity(),
                        side.outcome(),
                        side.examined(),
                        side.violated(),
                        side.undetermined(),
                        side.reason());
    }

    private static ImpactDocument.Unit unit(ImpactReport.OfUnit unit) {
        return new ImpactDocument.Unit(
                unit.unitCode(),
                unit.unitName(),
                unit.amount().toPlainString(),
                standing(unit.before()),
                standing(unit.after()),
                reach(unit.effect()));
    }

    private static ImpactDocument.Standing standing(ComparedReports.UnitStanding standing) {
        return new ImpactDocument.Standing(
                standing.verdict(),
                standing.count(Severity.ERROR),
                standing.count(Severity.WARNING),
                standing.count(Severity.REVIEW),
                standing.count(Severity.INFO),
                standing.undetermined());
    }

    private static List<ImpactDocument.Right> rights(List<ImpactReport.OfRight> rights) {
        return rights.stream().map(ImpactParts::right).toList();
    }

    private static ImpactDocument.Right right(ImpactReport.OfRight impact) {
        HumanRight right = impact.right();
        return new ImpactDocument.Right(
                right.code(), new Bilingual(right.nameEn(), right.nameEs()), reach(impact.effect()));
    }

    private static ImpactDocument.Reach reach(ComparedReports.Effect effect) {
        return new ImpactDocument.Reach(
                effect.gained(),
                effect.lost(),
                effect.reweighed(),
                effect.lines(),
                effect.amount().toPlainString());
    }
}
