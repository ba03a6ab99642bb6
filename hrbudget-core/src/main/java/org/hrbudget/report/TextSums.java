package org.hrbudget.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hrbudget.model.AmountKind;
import org.hrbudget.summary.BudgetSummary;
import org.hrbudget.summary.Indicator;
import org.hrbudget.summary.RightSummary;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.ValidationReport;

/** The parts of a text report that say what the budget adds up to. */
final class TextSums {

    private final ValidationReport report;
    private final ReportWords words;
    private final Locale locale;
    private final TextPage page;

    TextSums(ValidationReport report, Locale locale, TextPage page) {
        this.report = report;
        this.words = new ReportWords(locale);
        this.locale = locale;
        this.page = page;
    }

    void totals() throws IOException {
        page.heading(words.get("totals", "currency", report.header().currency()));
        BudgetSummary budget = report.summaries().budget();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(words.get("totals.lines"), ReportWords.whole(budget.lines())));
        rows.add(List.of(words.get("totals.units"), ReportWords.whole(budget.units())));
        for (AmountKind kind : AmountKind.values()) {
            BigDecimal total = budget.totals().get(kind);
            if (total != null) {
                rows.add(List.of(words.get("amount." + kind), Finding.Detail.grouped(total)));
            }
        }
        page.table(2, "wr", rows);
    }

    void indicators() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> undefined = new ArrayList<>();
        for (Indicator indicator : report.indicators()) {
            BigDecimal value = indicator.value();
            if (!indicator.dimensions().isEmpty()) {
                continue;
            }
            if (value == null) {
                undefined.add(indicator.id());
            } else {
                rows.add(List.of(indicator.id(), told(indicator), shown(value, indicator.unit())));
            }
        }
        page.heading(words.get("indicators"));
        basis();
        page.table(2, "lwr", rows);
        if (!undefined.isEmpty()) {
            page.paragraph(2, words.get("indicators.undefined", "ids", String.join(", ", undefined)));
        }
    }

    /** {@return what an indicator is called and how it is worked out, with the numbers where it is a ratio} */
    private String told(Indicator indicator) {
        String formula = Indicator.Definition.of(indicator.id())
                .map(definition -> definition.title().in(locale) + ": "
                        + definition.formula().in(locale))
                .orElse("");
        Indicator.Ratio ratio = indicator.ratio();
        return ratio == null
                ? formula
                : formula
                        + words.get(
                                "indicators.ratio",
                                "part",
                                quantity(ratio.numerator()),
                                "whole",
                                quantity(ratio.denominator()));
    }

    /** Sums of money have cents, counts have no decimals. */
    private static String quantity(BigDecimal quantity) {
        return quantity.scale() <= 0 ? ReportWords.whole(quantity.longValueExact()) : Finding.Detail.grouped(quantity);
    }

    /** Says what the money of lines is, and how large the programme is that actions are counted of. */
    private void basis() throws IOException {
        page.paragraph(
                2,
                words.get(
                        "indicators.basis",
                        "amount",
                        words.get("basis." + report.header().phase().basis())));
        if (report.summaries().programmeGiven()) {
            List<RightSummary> chapters = report.summaries().rights();
            long groups = chapters.stream().filter(RightSummary::group).count();
            page.paragraph(
                    2,
                    words.get(
                            "indicators.programme",
                            "actions",
                            ReportWords.whole(report.summaries().actions().size()),
                            "rights",
                            ReportWords.whole(chapters.size() - groups),
                            "groups",
                            ReportWords.whole(groups)));
        }
        page.blank();
    }

    private static String shown(BigDecimal value, String unit) {
        return switch (unit) {
            case "ratio" -> Finding.Detail.percent(value);
            case "count" -> ReportWords.whole(value.longValueExact());
            default -> Finding.Detail.grouped(value) + " " + unit;
        };
    }

    void rights() throws IOException {
        List<RightSummary> rights = report.summaries().rights();
        if (rights.isEmpty()) {
            return;
        }
        page.heading(words.get("rights"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "",
                words.get("rights.name"),
                words.get("rights.actions"),
                words.get("rights.linked"),
                words.get("rights.funded"),
                words.get("rights.amount", "currency", report.header().currency())));
        for (RightSummary right : rights) {
            rows.add(List.of(
                    right.code(),
                    locale.getLanguage().equals("es")
                            ? right.right().nameEs()
                            : right.right().nameEn(),
                    ReportWords.whole(right.actions()),
                    ReportWords.whole(right.linkedActions()),
                    ReportWords.whole(right.fundedActions()),
                    Finding.Detail.grouped(right.amount())));
        }
        page.table(2, "lwrrrr", rows);
    }
}
