package org.hrbudget.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.ComparedReports.Difference.Gained;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Severity;

/** The part of a text report that says what coming packs would find. */
final class TextPreview {

    private static final int PLACES = 5;

    private final List<BudgetValidator.Forecast.Preview> previews;
    private final ReportWords words;
    private final Locale locale;
    private final TextPage page;
    private final TextPlaces places;

    TextPreview(List<BudgetValidator.Forecast.Preview> previews, String currency, Locale locale, TextPage page) {
        this.previews = previews;
        this.words = new ReportWords(locale);
        this.locale = locale;
        this.page = page;
        this.places = new TextPlaces(words, currency);
    }

    void write() throws IOException {
        page.heading(words.get("preview"));
        page.paragraph(2, words.get("preview.meaning"));
        if (previews.isEmpty()) {
            page.paragraph(2, words.get("preview.none-coming"));
        }
        for (BudgetValidator.Forecast.Preview preview : previews) {
            page.blank();
            page.paragraph(
                    2, 4, preview.pack().id() + "  " + preview.pack().title().in(locale));
            page.paragraph(4, words.get("preview.counts", "from", from(preview)));
            page.paragraph(
                    4,
                    preview.count() == 0
                            ? words.get("preview.nothing")
                            : words.count("preview.count", preview.count()));
            for (List<Gained> rule : byRule(preview)) {
                rule(preview, rule);
            }
        }
    }

    private static List<List<Gained>> byRule(BudgetValidator.Forecast.Preview preview) {
        Map<String, List<Gained>> rules = new LinkedHashMap<>();
        preview.findings()
                .forEach(gained -> rules.computeIfAbsent(gained.finding().ruleId(), id -> new ArrayList<>())
                        .add(gained));
        return List.copyOf(rules.values());
    }

    private void rule(BudgetValidator.Forecast.Preview preview, List<Gained> findings) throws IOException {
        Rule rule = findings.get(0).finding().rule();
        long count = preview.counts().getOrDefault(rule.id(), 0L);
        page.blank();
        page.paragraph(
                4,
                6,
                words.get(
                                "preview.will-be." + rule.severity(),
                                "from",
                                from(preview),
                                "title",
                                rule.title().in(locale),
                                "rule",
                                rule.id())
                        + " — " + words.count("findings.count", count));
        List<Gained> shown = findings.subList(0, Math.min(PLACES, findings.size()));
        for (Gained gained : shown) {
            Severity now = gained.before();
            String today =
                    now == null ? "" : " " + words.get("preview.today", "severity", words.get("severity." + now));
            places.write(page, 6, gained.finding(), today);
        }
        if (count > shown.size()) {
            page.paragraph(6, words.count("findings.more", count - shown.size()));
        }
    }

    private String from(BudgetValidator.Forecast.Preview preview) {
        return words.from(preview.fromFiscalYear(), preview.fromDay());
    }
}
