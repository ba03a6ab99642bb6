package org.hrbudget.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.HumanRight;
import org.hrbudget.report.TextPage;
import org.hrbudget.rules.authoring.ImpactReport;
import org.hrbudget.validation.ComparedReports;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/** Writes the impact of a reform as text. */
final class ImpactText {

    private static final int UNITS_SHOWN = 30;
    private static final int RATIO_DECIMALS = 10;
    private static final String NOTHING = "—";

    private final ImpactReport report;
    private final ProgramWords words;
    private final TextPage page;

    ImpactText(ImpactReport report, ProgramWords words, Appendable out) {
        this.report = report;
        this.words = words;
        this.page = new TextPage(out);
    }

    void write() throws IOException {
        summary();
        budgets();
        rules();
        units();
        money();
        rights();
    }

    private void summary() throws IOException {
        page.paragraph(
                0,
                words.get(
                        "impact.title",
                        "before",
                        report.before().id(),
                        "after",
                        report.after().id(),
                        "year",
                        report.fiscalYear().toString()));
        page.blank();
        for (PackManifest pack : report.notGoverning()) {
            page.paragraph(
                    0,
                    words.get(
                            pack.extrapolatesTo(report.fiscalYear()) ? "impact.held-up" : "impact.not-governing",
                            "pack",
                            pack.id(),
                            "years",
                            PackChoices.years(pack),
                            "year",
                            report.fiscalYear().toString()));
        }
        List<String> sentences = new ArrayList<>();
        int read = report.outcomes().size();
        sentences.add(count("impact.judged", read));
        int unread = report.budgets().size() - read;
        if (unread > 0) {
            sentences.add(count("impact.unread", unread));
        }
        if (read > 0) {
            sentences.add(report.changed() ? changes() : words.get("impact.nothing"));
        }
        for (ImpactReport.Sum sum : report.sums()) {
            if (sum.effect().findings() > 0) {
                sentences.add(findings(sum));
            }
        }
        page.paragraph(0, String.join(" ", sentences));
    }

    private String changes() {
        long verdicts = report.outcomes().stream()
                .filter(outcome -> outcome.before() != outcome.after())
                .count();
        long units = report.outcomes().stream()
                .mapToLong(outcome -> outcome.unitsThatChangeVerdict().size())
                .sum();
        return count("impact.verdicts", verdicts) + " " + count("impact.units-change", units);
    }

    private String findings(ImpactReport.Sum sum) {
        ComparedReports.Effect effect = sum.effect();
        List<String> parts = new ArrayList<>();
        part(parts, "impact.gained", effect.gained());
        part(parts, "impact.lost", effect.lost());
        part(parts, "impact.reweighed", effect.reweighed());
        String which = words.get("impact.findings", "findings", String.join(", ", parts));
        // What is found of a unit, a right or the whole budget touches no line.
        return effect.lines() == 0 ? which + "." : which + " " + lines(sum);
    }

    private void part(List<String> parts, String key, long count) {
        if (count > 0) {
            parts.add(count(key, count));
        }
    }

    private String lines(ImpactReport.Sum sum) {
        ComparedReports.Effect effect = sum.effect();
        return words.get(
                "impact.on-lines",
                "lines",
                count("impact.lines", effect.lines()),
                "amount",
                Finding.Detail.grouped(effect.amount()),
                "currency",
                sum.currency(),
                "basis",
                words.get("impact.basis." + sum.basis()),
                "share",
                share(effect.amount(), sum.amount()));
    }

    private void budgets() throws IOException {
        page.heading(words.get("impact.budgets"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(headings("budget", "lines", "before", "after"));
        for (ImpactReport.OfBudget budget : report.budgets()) {
            ImpactReport.OfBudget.Impact outcome = budget.outcome();
            rows.add(
                    outcome == null
                            ? List.of(
                                    budget.name(), NOTHING, words.get("impact.not-read"), words.get("impact.not-read"))
                            : List.of(
                                    budget.name(),
                                    whole(outcome.lines()),
                                    words.get("impact.verdict." + outcome.before()),
                                    words.get("impact.verdict." + outcome.after())));
        }
        page.table(2, "wrll", rows);
        for (ImpactReport.OfBudget budget : report.budgets()) {
            notes(budget);
        }
    }

    private void notes(ImpactReport.OfBudget budget) throws IOException {
        Bilingual unread = budget.unread();
        if (unread != null) {
            page.paragraph(2, 4, budget.name() + ": " + unread.in(words.locale()));
        }
        ImpactReport.OfBudget.Impact outcome = budget.outcome();
        if (outcome == null) {
            return;
        }
        if (outcome.rowsRejected() > 0) {
            page.paragraph(2, 4, budget.name() + ": " + count("impact.rejected", outcome.rowsRejected()));
        }
        for (ValidationReport.Problem problem : outcome.problems()) {
            page.paragraph(
                    2,
                    4,
                    budget.name() + ": " + problem.subject() + ": "
                            + problem.message().in(words.locale()));
        }
    }

    private void rules() throws IOException {
        page.heading(words.get("impact.rules"));
        List<ImpactReport.OfRule> changed = report.rules();
        if (changed.isEmpty()) {
            page.paragraph(2, words.get("impact.none"));
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(headings("shift", "findings-before", "findings-after", "rule"));
        for (ImpactReport.OfRule rule : changed) {
            rows.add(List.of(
                    words.get("impact.shift." + rule.shift()),
                    violated(rule.before()),
                    violated(rule.after()),
                    rule.title().in(words.locale()) + " (" + rule.ruleId() + ")" + why(rule)));
        }
        page.table(2, "lrrw", rows);
    }

    private static String violated(ImpactReport.OfRule.@Nullable Side side) {
        return side == null ? NOTHING : whole(side.violated());
    }

    /** What the reform did to the rule, and what the budget lacks for it. */
    private String why(ImpactReport.OfRule rule) {
        List<String> reasons = rule.causes().stream()
                .map(cause -> cause.text().in(words.locale()))
                .collect(Collectors.toCollection(ArrayList::new));
        ImpactReport.OfRule.Side after = rule.after();
        Bilingual reason = after == null ? null : after.reason();
        if (reason != null) {
            reasons.add(reason.in(words.locale()));
        }
        ImpactReport.OfRule.Side before = rule.before();
        if (before != null && after != null && before.examined() != after.examined()) {
            reasons.add(
                    words.get("impact.examined", "before", whole(before.examined()), "after", whole(after.examined())));
        }
        return reasons.isEmpty() ? "" : ": " + String.join("; ", reasons);
    }

    private void units() throws IOException {
        page.heading(words.get("impact.units"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(headings("unit", "before", "after", "errors", "lines-affected", "amount"));
        long others = 0;
        long change = 0;
        for (ImpactReport.OfBudget budget : report.budgets()) {
            for (ImpactReport.OfUnit unit :
                    budget.read().map(ImpactReport.OfBudget.Impact::units).orElse(List.of())) {
                others += unit.changesVerdict() ? 0 : 1;
                change += unit.changesVerdict() ? 1 : 0;
                if (unit.changesVerdict() && rows.size() <= UNITS_SHOWN) {
                    rows.add(row(budget, unit));
                }
            }
        }
        if (change == 0) {
            page.paragraph(2, words.get("impact.no-unit"));
        } else {
            page.table(2, "wllrrr", rows);
            page.paragraph(2, words.get("impact.unit-rule"));
        }
        if (change > UNITS_SHOWN) {
            page.paragraph(2, count("impact.units-more", change - UNITS_SHOWN));
        }
        if (others > 0) {
            page.paragraph(2, count("impact.units-other", others));
        }
    }

    private List<String> row(ImpactReport.OfBudget budget, ImpactReport.OfUnit unit) {
        String name = unit.unitName() == null ? unit.unitCode() : unit.unitCode() + " " + unit.unitName();
        return List.of(
                report.budgets().size() == 1 ? name : budget.name() + ": " + name,
                words.get("impact.verdict." + unit.before().verdict()),
                words.get("impact.verdict." + unit.after().verdict()),
                errors(unit.before()) + " → " + errors(unit.after()),
                whole(unit.effect().lines()),
                Finding.Detail.grouped(unit.effect().amount()));
    }

    private static String errors(ValidationReport.UnitStanding standing) {
        return whole(standing.count(Severity.ERROR));
    }

    private void money() throws IOException {
        for (ImpactReport.Sum sum : report.sums()) {
            page.heading(words.get(
                    "impact.money", "currency", sum.currency(), "basis", words.get("impact.basis." + sum.basis())));
            List<List<String>> rows = new ArrayList<>();
            rows.add(headings("lines-by", "lines-affected", "amount", "share"));
            if (report.sums().size() == 1) {
                for (ImpactReport.OfRule rule : report.rules()) {
                    if (rule.effect().lines() > 0) {
                        rows.add(row(rule.ruleId(), rule.effect(), sum));
                    }
                }
            }
            rows.add(row(words.get("impact.money-whole"), sum.effect(), sum));
            page.table(2, "wrrr", rows);
            page.paragraph(2, words.get("impact.money-rule", "all", Finding.Detail.grouped(sum.amount())));
        }
    }

    private static List<String> row(String name, ComparedReports.Effect effect, ImpactReport.Sum sum) {
        return List.of(
                name,
                whole(effect.lines()),
                Finding.Detail.grouped(effect.amount()),
                share(effect.amount(), sum.amount()));
    }

    private void rights() throws IOException {
        for (ImpactReport.Sum sum : report.sums()) {
            if (sum.rights().isEmpty()) {
                continue;
            }
            page.heading(words.get("impact.rights", "currency", sum.currency()));
            List<List<String>> rows = new ArrayList<>();
            rows.add(headings("right", "gained", "lost", "reweighed", "lines-affected", "amount"));
            for (ImpactReport.OfRight impact : sum.rights()) {
                HumanRight right = impact.right();
                ComparedReports.Effect effect = impact.effect();
                String name = new Bilingual(right.nameEn(), right.nameEs()).in(words.locale());
                rows.add(List.of(
                        right.code() + " " + name,
                        whole(effect.gained()),
                        whole(effect.lost()),
                        whole(effect.reweighed()),
                        whole(effect.lines()),
                        Finding.Detail.grouped(effect.amount())));
            }
            page.table(2, "wrrrrr", rows);
            page.paragraph(2, words.get("impact.rights-rule"));
        }
    }

    private List<String> headings(String... keys) {
        return List.of(keys).stream()
                .map(key -> words.get("impact.head." + key))
                .toList();
    }

    private String count(String key, long count) {
        return words.get(key + (count == 0 ? ".none" : count == 1 ? ".one" : ".many"), "count", whole(count));
    }

    private static String share(BigDecimal part, BigDecimal all) {
        return all.signum() == 0
                ? NOTHING
                : Finding.Detail.percent(part.divide(all, RATIO_DECIMALS, RoundingMode.HALF_UP));
    }

    private static String whole(long count) {
        String grouped = Finding.Detail.grouped(BigDecimal.valueOf(count));
        return grouped.substring(0, grouped.indexOf('.'));
    }
}
