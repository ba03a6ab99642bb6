package org.hrbudget.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.hrbudget.report.internal.HtmlPage;
import org.hrbudget.summary.Indicator;
import org.hrbudget.validation.LedgerEntry;
import org.jspecify.annotations.Nullable;

/**
 * A report as one page: what to do first, what could not be judged, where the money goes, then everything else. It asks for
 * nothing from elsewhere, its pictures are beside tables that say the same, and it needs no script: the one it has sorts and filters.
 */
final class HtmlReport {

    private static final int MOST_URGENT = 3;
    private static final int MOST_REJECTED = 50;
    private static final int MOST_GONE = 50;

    private final ReportDocument document;
    private final DocumentWords about;
    private final ReportWords words;
    private final Locale locale;
    private final HtmlPage page;

    private HtmlReport(ReportDocument document, Appendable out) {
        this.document = document;
        this.locale = Locale.forLanguageTag(document.language());
        this.about = DocumentWords.of(document);
        this.words = about.words();
        this.page = new HtmlPage(out);
    }

    static void write(ReportDocument document, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        new HtmlReport(document, writer).write();
        writer.flush();
    }

    private void write() throws IOException {
        head();
        verdict();
        problems();
        changes();
        urgent();
        openDuties();
        HtmlFindings findings = new HtmlFindings(about, page);
        HtmlSums sums = new HtmlSums(about, page, findings);
        sums.rights();
        sums.units();
        findings.write();
        list("waivers", say("waivers"), about.waivers());
        rules();
        rejected();
        inputs();
        indicators();
        coming();
        law();
        page.markup("</main>\n<script>\n" + HtmlPage.script() + "</script>\n</body>\n</html>\n");
    }

    private String say(String key, String... namesAndValues) {
        return about.say(key, namesAndValues);
    }

    private void head() throws IOException {
        String title = say(
                "title",
                "verdict",
                say("verdict." + document.verdict()),
                "jurisdiction",
                document.budget().jurisdiction(),
                "year",
                year());
        page.markup("<!doctype html>\n<html lang=\"" + document.language() + "\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .element("title", title)
                .markup("\n<style>\n" + HtmlPage.style() + "</style>\n</head>\n<body>\n<main>\n")
                .element("p class=\"mute\"", about.title());
    }

    private String year() {
        return Objects.toString(document.budget().fiscalYear(), "\u2014");
    }

    private void verdict() throws IOException {
        page.markup("\n<section class=\"verdict " + document.verdict() + "\" aria-labelledby=\"verdict\">\n")
                .element("h1 id=\"verdict\"", say("verdict." + document.verdict()))
                .element("p", words.get("verdict." + document.verdict() + ".meaning"))
                .element("p", about.judged())
                .markup("\n<ul class=\"counts\">");
        for (String count : about.eachCount()) {
            page.element("li", count);
        }
        page.markup("</ul>\n</section>\n");
    }

    private void list(String id, String heading, List<String> said) throws IOException {
        if (said.isEmpty()) {
            return;
        }
        page.heading(id, heading);
        page.markup("<ul>\n");
        for (String each : said) {
            page.element("li", each).markup("\n");
        }
        page.markup("</ul>\n");
    }

    private void problems() throws IOException {
        if (document.problems().isEmpty()) {
            return;
        }
        page.heading("problems", words.get("problems"));
        page.markup("<ul>\n");
        for (ReportDocument.Fault fault : document.problems()) {
            page.markup("<li>")
                    .element("b", about.subject(fault))
                    .text(": " + fault.message())
                    .markup("</li>\n");
        }
        page.markup("</ul>\n");
    }

    private void changes() throws IOException {
        ReportDocument.Changes changes = document.changes();
        if (changes == null) {
            return;
        }
        page.heading("changes", say("changes"));
        page.element("p", about.changes());
        if (changes.partial()) {
            page.element("p class=\"note\"", say("changes.partial"));
        }
        if (changes.goneFindings().isEmpty()) {
            return;
        }
        page.element("p", say("changes.gone")).markup("\n<ul>\n");
        for (ReportDocument.Defect gone :
                changes.goneFindings().stream().limit(MOST_GONE).toList()) {
            page.element("li", about.unitAndPlace(gone) + ": " + gone.title()).markup("\n");
        }
        page.markup("</ul>\n");
        if (changes.gone() > MOST_GONE) {
            page.element("p", words.count("findings.more", changes.gone() - MOST_GONE));
        }
    }

    /** The rules to begin with: the gravest, of these those whose defects touch the most money. */
    private void urgent() throws IOException {
        List<ReportDocument.RuleAccount> first =
                about.urgentRules().stream().limit(MOST_URGENT).toList();
        if (first.isEmpty()) {
            return;
        }
        page.heading("urgent", say("urgent"));
        page.markup("<ol class=\"tasks\">\n");
        for (ReportDocument.RuleAccount rule : first) {
            page.markup("<li><div>").element("h3", rule.title());
            Optional<ReportDocument.Defect> kept = document.findings().stream()
                    .filter(finding -> finding.ruleId().equals(rule.ruleId())
                            && finding.pack().equals(rule.pack()))
                    .findFirst();
            String id = HtmlFindings.id(rule.pack(), rule.ruleId());
            page.element("p", kept.map(ReportDocument.Defect::remedy).orElse(""))
                    .markup(HtmlFindings.tag(rule.severity(), words.get("severity." + rule.severity())))
                    .markup(" <a href=\"#" + (kept.isPresent() ? id : "rule-" + id) + "\">")
                    .text(words.count("findings.count", rule.violated()))
                    .markup("</a></div>");
            if (rule.stake() != null) {
                page.element(
                        "div class=\"money\"",
                        DocumentWords.grouped(rule.stake()) + " "
                                + document.budget().currency());
            }
            page.markup("</li>\n");
        }
        page.markup("</ol>\n");
    }

    private void openDuties() throws IOException {
        page.heading("open", say("open"));
        // Rules that are no duties leave the verdict as it is, and are open all the same.
        long others = document.ledger().stream()
                .filter(rule -> rule.outcome() == LedgerEntry.Outcome.UNDETERMINED && !rule.duty())
                .count();
        if (others > 0) {
            page.markup("<p><a href=\"#rules\">")
                    .text(say("open.others", "count", ReportWords.whole(others)))
                    .markup("</a></p>\n");
        }
        if (document.openDuties().isEmpty()) {
            page.element("p", say("open.none")).markup("\n");
            return;
        }
        page.element("p", words.get("open-duties")).markup("\n<ul>\n");
        for (ReportDocument.OpenDuty duty : document.openDuties()) {
            page.markup("<li>")
                    .element("b", duty.title())
                    .text(" (" + duty.ruleId() + "): " + Objects.toString(duty.reason(), ""))
                    .markup("</li>\n");
        }
        page.markup("</ul>\n");
    }

    static String named(String code, @Nullable String name) {
        return name == null ? code : code + " " + name;
    }

    private void rules() throws IOException {
        page.heading("rules", say("rules"));
        page.table(
                "table class=\"sort\"",
                say("rules.caption"),
                say("rules.name"),
                say("rules.severity"),
                say("rules.outcome"),
                "n " + say("rules.examined"),
                "n " + say("rules.violated"),
                "n " + say("rules.undetermined"),
                "n " + document.budget().currency(),
                say("rules.basis"));
        for (ReportDocument.RuleAccount rule : document.ledger()) {
            page.markup("<tr id=\"rule-" + HtmlFindings.id(rule.pack(), rule.ruleId()) + "\"><th scope=\"row\">")
                    .text(rule.title())
                    .element("span class=\"src\"", rule.pack() + " · " + rule.ruleId())
                    .markup("</th>")
                    .element("td", words.get("severity." + rule.severity()))
                    .markup("<td>")
                    .text(say("outcome." + rule.outcome()))
                    .element("span class=\"src\"", Objects.toString(rule.reason(), ""))
                    .markup("</td>")
                    .element("td class=\"n\"", ReportWords.whole(rule.examined()))
                    .element("td class=\"n\"", ReportWords.whole(rule.violated()))
                    .element("td class=\"n\"", ReportWords.whole(rule.undetermined()))
                    .element("td class=\"n\"", rule.stake() == null ? "\u2014" : DocumentWords.grouped(rule.stake()))
                    .markup("<td>")
                    .text(rule.citation())
                    .element("span class=\"src\"", words.get("evidence." + rule.evidence()))
                    // Packs say their sources in English alone.
                    .element("span class=\"src\" lang=\"en\"", rule.source())
                    .markup("</td></tr>\n");
        }
        page.endTable();
    }

    private void rejected() throws IOException {
        long all = document.input().stream()
                .mapToLong(ReportDocument.Input::rowsRejected)
                .sum();
        if (all == 0) {
            return;
        }
        page.heading("rejected", words.count("rejected", all));
        page.markup("<ul>\n");
        List<ReportDocument.Rejection> shown =
                document.rejectedRows().stream().limit(MOST_REJECTED).toList();
        for (ReportDocument.Rejection row : shown) {
            page.element("li", about.rejected(row)).markup("\n");
        }
        page.markup("</ul>\n");
        if (all > shown.size()) {
            page.element("p", words.count("rejected.more", all - shown.size()));
        }
    }

    private void inputs() throws IOException {
        page.heading("inputs", words.get("inputs"));
        page.table(
                "table",
                say("inputs.caption"),
                words.get("inputs.name"),
                words.get("inputs.layout"),
                "n " + words.get("inputs.read"),
                "n " + words.get("inputs.lines"),
                "n " + words.get("inputs.rejected"),
                "n " + words.get("inputs.skipped"),
                "SHA-256");
        for (ReportDocument.Input input : document.input()) {
            page.markup("<tr>")
                    .element("th scope=\"row\"", input.name())
                    .element("td", Objects.toString(input.layout(), "\u2014"))
                    .element("td class=\"n\"", ReportWords.whole(input.rowsRead()))
                    .element("td class=\"n\"", ReportWords.whole(input.linesValidated()))
                    .element("td class=\"n\"", ReportWords.whole(input.rowsRejected()))
                    .element("td class=\"n\"", ReportWords.whole(input.rowsSkipped()))
                    .element("td class=\"hash\"", Objects.toString(input.sha256(), "\u2014"))
                    .markup("</tr>\n");
        }
        page.endTable();
        page.markup("<ul>\n");
        for (ReportDocument.Input input : document.input()) {
            for (String said : told(input)) {
                page.element("li", said).markup("\n");
            }
        }
        page.markup("</ul>\n");
    }

    private List<String> told(ReportDocument.Input input) {
        List<String> told = new ArrayList<>();
        input.assumed().forEach(what -> told.add(words.get("inputs.assumed", "file", input.name(), "what", what)));
        ReportDocument.Columns columns = input.columns();
        if (columns != null && !columns.unread().isEmpty()) {
            told.add(words.get(
                    "inputs.columns.unread", "file", input.name(), "columns", String.join(", ", columns.unread())));
        }
        return told;
    }

    private void indicators() throws IOException {
        page.heading("indicators", words.get("indicators"));
        page.table(
                "table",
                say("indicators.caption"),
                say("indicators.code"),
                say("indicators.name"),
                "n " + say("indicators.value"));
        for (ReportDocument.Figure figure : document.indicators()) {
            String value = figure.value();
            if (!figure.dimensions().isEmpty() || value == null) {
                continue;
            }
            String name = Indicator.Definition.of(figure.id())
                    .map(definition -> definition.title().in(locale) + ": "
                            + definition.formula().in(locale))
                    .orElse("");
            page.markup("<tr>")
                    .element("th scope=\"row\"", figure.id())
                    .element("td", name)
                    .element("td class=\"n\"", DocumentWords.value(figure.unit(), value))
                    .markup("</tr>\n");
        }
        page.endTable();
    }

    /** In no verdict and no count above. */
    private void coming() throws IOException {
        List<String> coming = about.coming();
        if (coming.isEmpty()) {
            return;
        }
        page.heading("coming", words.get("preview"));
        page.element("p", words.get("preview.meaning")).markup("\n<ul>\n");
        for (String said : coming) {
            page.element("li", said).markup("\n");
        }
        page.markup("</ul>\n");
    }

    private void law() throws IOException {
        page.heading("law", words.get("law"));
        page.markup("<ul>\n");
        for (ReportDocument.Selection pack : document.selection()) {
            page.markup("<li>")
                    .element("b", pack.jurisdiction() + " " + pack.version())
                    .text(" " + pack.title() + ". ");
            page.text(about.chosen(pack));
            page.markup("</li>\n");
        }
        page.markup("</ul>\n<p class=\"src\">")
                .text(document.tool().name() + " " + document.tool().version())
                .text(document.run().entrySet().stream()
                        .map(entry -> " · " + entry.getKey() + " " + entry.getValue())
                        .reduce("", String::concat))
                .markup("</p>\n<p class=\"src\">")
                .text(say("digest"))
                .markup(" ")
                .element("span class=\"hash\"", Receipt.digest(document))
                .markup("</p>\n");
    }
}
