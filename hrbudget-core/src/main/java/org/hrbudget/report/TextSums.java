package org.hrbudget.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hrbudget.model.AmountKind;
import org.hrbudget.summary.BudgetSummary;
import org.hrbudget.summary.Indicator;
import org.hrbudget.summary.IndicatorDefinition;
import org.hrbudget.summary.RightSummary;
import org.hrbudget.validation.Detail;
import org.hrbudget.validation.ValidationReport;

/** The parts of a text report that say what the budget adds up to. */
final class TextSums {

    private final ValidationReport report;
    private final Words words;
    private final Locale locale;
    private final TextPage page;

    TextSums(ValidationReport report, Locale locale, TextPage page) {
        this.report = report;
        this.words = new Words(locale);
        this.locale = locale;
        this.page = page;
    }

    void totals() throws IOException {
        page.heading(words.get("totals", "currency", report.header().currency()));
        BudgetSummary budget = report.summaries().budget();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(words.get("totals.lines"), Words.whole(budget.lines())));
        rows.add(List.of(words.get("totals.units"), Words.whole(budget.units())));
        for (AmountKind kind : AmountKind.values()) {
            BigDecimal total = budget.totals().get(kind);
            if (total != null) {
                rows.add(List.of(words.get("amount." + kind), Detail.grouped(total)));
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
                rows.add(List.of(indicator.id(), title(indicator), shown(value, indicator.unit())));
            }
        }
        page.heading(words.get("indicators"));
        page.table(2, "lwr", rows);
        if (!undefined.isEmpty()) {
            page.paragraph(2, words.get("indicators.undefined", "ids", String.join(", ", undefined)));
        }
    }

    private String title(Indicator indicator) {
        return IndicatorDefinition.of(indicator.id())
                .map(definition -> definition.title().in(locale) + ": "
                        + definition.formula().in(locale))
                .orElse("");
    }

    private static String shown(BigDecimal value, String unit) {
        return switch (unit) {
            case "ratio" -> Detail.percent(value);
            case "count" -> Words.whole(value.longValueExact());
            default -> Detail.grouped(value) + " " + unit;
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
                    Words.whole(right.actions()),
                    Words.whole(right.linkedActions()),
                    Words.whole(right.fundedActions()),
                    Detail.grouped(right.amount())));
        }
        page.table(2, "lwrrrr", rows);
    }
}
