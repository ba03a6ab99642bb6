package org.hrbudget.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hrbudget.report.internal.HtmlPage;
import org.hrbudget.validation.Severity;

/** The findings of a page, by unit: the line as it is, what is wrong, what to do, and why it is law. */
final class HtmlFindings {

    /** So many places of one rule are shown; a browser opens the page at once, and the other forms have the rest. */
    private static final int MOST_OF_A_RULE = 100;

    private final DocumentWords about;
    private final ReportDocument document;
    private final ReportWords words;
    private final HtmlPage page;
    private final Set<String> added;
    private final Map<String, ReportDocument.RuleAccount> rules = new HashMap<>();

    /** What is shown of each unit, by its code; of the whole budget by the empty text, which no unit has for a code. */
    private final Map<String, List<ReportDocument.Defect>> byUnit = new TreeMap<>();

    private final Map<String, String> places = new HashMap<>();
    private long left;

    /** The rules of which a finding can be linked to: the first one. */
    private final Set<String> linked = new HashSet<>();

    HtmlFindings(DocumentWords about, HtmlPage page) {
        this.about = about;
        this.document = about.document();
        this.words = about.words();
        ReportDocument.Changes changes = document.changes();
        this.added = changes == null ? Set.of() : Set.copyOf(changes.addedFingerprints());
        this.page = page;
        document.ledger().forEach(rule -> rules.put(id(rule.pack(), rule.ruleId()), rule));
        Map<String, Integer> shown = new HashMap<>();
        for (ReportDocument.Defect finding : document.findings()) {
            if (shown.merge(id(finding.pack(), finding.ruleId()), 1, Integer::sum) > MOST_OF_A_RULE) {
                left++;
            } else {
                byUnit.computeIfAbsent(Objects.toString(finding.unit(), ""), unit -> new ArrayList<>())
                        .add(finding);
            }
        }
        // A code may hold anything; a number is enough for a place.
        byUnit.keySet().forEach(unit -> places.put(unit, "unit-" + (places.size() + 1)));
    }

    /** {@return the id of the place where findings of a unit are shown, if any are} */
    Optional<String> placeOf(String unit) {
        return Optional.ofNullable(places.get(unit));
    }

    /** {@return what a rule is linked to by} Ids of rules and packs have letters, digits, points and hyphens. */
    static String id(String pack, String rule) {
        return (pack + "-" + rule).replaceAll("[^A-Za-z0-9.-]", "-");
    }

    static String tag(Severity severity, String text) {
        return "<span class=\"tag " + severity + "\">" + HtmlPage.escaped(text) + "</span>";
    }

    void write() throws IOException {
        page.heading("findings", say("findings"));
        if (document.findings().isEmpty()) {
            page.element("p", words.get("findings.none"));
            return;
        }
        page.filter(say("findings.filter"), say("filter.shown", "shown", "{shown}", "all", "{all}"), "shown");
        page.markup("<div id=\"shown\">\n");
        for (List<ReportDocument.Defect> ofUnit : byUnit.values()) {
            unit(ofUnit);
        }
        page.markup("</div>\n");
        if (left > 0) {
            page.element(
                    "p class=\"note\"",
                    say("findings.left", "count", ReportWords.whole(left), "most", Integer.toString(MOST_OF_A_RULE)));
        }
        if (document.truncated()) {
            page.element("p class=\"note\"", words.get("findings.truncated"));
        }
    }

    private String say(String key, String... namesAndValues) {
        return about.say(key, namesAndValues);
    }

    private void unit(List<ReportDocument.Defect> findings) throws IOException {
        List<ReportDocument.Defect> gravest = findings.stream()
                .sorted(Comparator.comparing(ReportDocument.Defect::severity))
                .toList();
        ReportDocument.Defect first = gravest.get(0);
        String unit = first.unit();
        page.markup("<details><summary><span>")
                .text(unit == null ? say("findings.whole") : HtmlReport.named(unit, first.unitName()))
                .markup("</span><span>");
        for (Severity severity : Severity.values()) {
            long count = gravest.stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            if (count > 0) {
                page.markup(tag(severity, words.count("count." + severity, count)))
                        .markup(" ");
            }
        }
        page.markup("</span></summary>\n<div id=\"" + places.get(Objects.toString(unit, "")) + "\">\n");
        for (ReportDocument.Defect finding : gravest) {
            finding(finding);
        }
        page.markup("</div></details>\n");
    }

    private void finding(ReportDocument.Defect finding) throws IOException {
        String id = id(finding.pack(), finding.ruleId());
        ReportDocument.RuleAccount rule = rules.get(id);
        page.markup(linked.add(id) ? "<div class=\"find\" id=\"" + id + "\">" : "<div class=\"find\">")
                .markup(tag(finding.severity(), words.get("severity." + finding.severity())))
                .markup(" ")
                .element("b", finding.title());
        if (added.contains(finding.fingerprint())) {
            page.markup(" ").element("span class=\"tag\"", say("changes.new"));
        }
        ReportDocument.Location at = finding.location();
        if (at != null) {
            page.markup(" ").element("span class=\"mute\"", about.place(finding));
        }
        line(finding);
        String waiver = about.waiver(finding);
        page.element("p", finding.message())
                .element(waiver.isEmpty() ? "p class=\"do\"" : "p class=\"mute\"", finding.remedy());
        if (!waiver.isEmpty()) {
            page.element("p class=\"note\"", waiver);
        }
        page.markup("<p class=\"src\">");
        if (finding.stake() != null) {
            page.text(DocumentWords.grouped(finding.stake()) + " "
                    + document.budget().currency() + " · ");
        }
        page.markup("<a href=\"#rule-" + id + "\">").text(finding.ruleId()).markup("</a>");
        if (rule != null) {
            page.text(" · " + rule.citation() + " [" + words.get("evidence." + rule.evidence()) + "]");
            for (String row : about.held(rule)) {
                page.text(" · " + row);
            }
        }
        page.markup(" · ").element("code", finding.fingerprint()).markup("</p></div>\n");
    }

    /** The line as its unit knows it, and the cell at fault marked. */
    private void line(ReportDocument.Defect finding) throws IOException {
        ReportDocument.Line line = finding.line();
        ReportDocument.Location at = finding.location();
        List<String> parts = new ArrayList<>();
        if (at != null && at.value() != null) {
            String column = at.column() == null ? "" : HtmlPage.escaped(at.column()) + " ";
            parts.add(column + "<mark>" + HtmlPage.escaped(at.value()) + "</mark>");
        }
        if (at != null && at.meant() != null) {
            parts.add(HtmlPage.escaped(words.get("line.meant", "meant", at.meant())));
        }
        if (line != null) {
            if (line.id() != null) {
                parts.add(HtmlPage.escaped(words.get("line.id", "id", line.id())));
            }
            line.codes()
                    .forEach((field, code) ->
                            parts.add(HtmlPage.escaped(words.field(field).toLowerCase(Locale.ROOT) + " " + code)));
            line.others().forEach((heading, text) -> parts.add(HtmlPage.escaped(heading + " " + text)));
            if (line.amount() != null) {
                parts.add(HtmlPage.escaped(DocumentWords.grouped(line.amount())));
            }
        }
        if (!parts.isEmpty()) {
            page.markup("<div class=\"cell\" tabindex=\"0\">" + String.join(" · ", parts) + "</div>");
        }
    }
}
