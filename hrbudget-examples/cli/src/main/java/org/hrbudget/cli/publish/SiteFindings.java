package org.hrbudget.cli.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.validation.LedgerEntry;

/** What was found, and what could not be judged, in words for those who do not know the rules. */
final class SiteFindings {

    /** So many of a rule are told on a page; all that a report holds are in its table. */
    private static final int SHOWN = 25;

    private static final int ROWS = 20;

    /** {@return how many rules could not judge, or not everything} */
    static long notJudged(ReportDocument document) {
        return document.ledger().stream().filter(SiteFindings::isOpen).count();
    }

    private static boolean isOpen(ReportDocument.RuleAccount rule) {
        return rule.outcome() == LedgerEntry.Outcome.UNDETERMINED || rule.undetermined() > 0;
    }

    /** Tells the findings of a right or a unit, year by year and rule by rule. */
    void of(
            SitePage page,
            List<Edition> editions,
            Function<Edition, List<ReportDocument.Defect>> wanted,
            Predicate<Edition> holds,
            String heading) {
        page.heading("findings", heading);
        for (Edition edition : editions) {
            page.element("h3", page.year(edition)).markup("\n");
            Map<String, List<ReportDocument.Defect>> byRule = new LinkedHashMap<>();
            for (ReportDocument.Defect finding : wanted.apply(edition)) {
                byRule.computeIfAbsent(finding.pack() + " " + finding.ruleId(), rule -> new ArrayList<>())
                        .add(finding);
            }
            if (edition.document().truncated()) {
                page.element("p class=\"note\"", page.say("truncated")).markup("\n");
            }
            if (byRule.isEmpty()) {
                page.markup("<p>").text(page.say(holds.test(edition) ? "findings.none" : "findings.not-in-year"));
                page.text(" ")
                        .link("open.html#y" + edition.slug(), page.say("findings.open"))
                        .markup("</p>\n");
            }
            byRule.values().forEach(findings -> rule(page, edition, findings));
        }
    }

    private static void rule(SitePage page, Edition edition, List<ReportDocument.Defect> findings) {
        ReportDocument.Defect first = findings.get(0);
        String lang = page.in(edition.document().language());
        page.markup("<details><summary><span><span class=\"tag " + first.severity() + "\">")
                .text(page.say("severity." + first.severity()))
                .markup("</span> ")
                .element("span" + lang, first.title())
                .markup("</span>")
                .element("span class=\"mute\"", page.say("found", "count", Integer.toString(findings.size())))
                .markup("</summary>\n<div class=\"find\">")
                .element("p class=\"mute\"", page.say("severity." + first.severity() + ".meaning"))
                .markup("\n<ul>\n");
        for (ReportDocument.Defect finding : findings.subList(0, Math.min(SHOWN, findings.size()))) {
            page.markup("<li><span" + lang + ">").text(finding.message()).markup("</span> ");
            ReportDocument.Location place = finding.location();
            if (place != null) {
                page.element(
                        "span class=\"mute\"",
                        page.say("place", "file", place.file(), "row", Long.toString(place.row())));
            }
            edition.waiver(finding)
                    .ifPresent(waiver -> page.markup(" ")
                            .element(
                                    "span class=\"tag\"",
                                    page.say("waived", "until", waiver.until(), "reason", waiver.reason())));
            page.markup("</li>\n");
        }
        page.markup("</ul>\n");
        if (findings.size() > SHOWN) {
            page.markup("<p>")
                    .link(
                            SiteData.findings(edition),
                            page.say("more", "count", Integer.toString(findings.size() - SHOWN)))
                    .markup("</p>\n");
        }
        page.element("p class=\"do\"" + lang, first.remedy()).markup("\n</div></details>\n");
    }

    /** {@return the page of what was found, rule by rule} */
    byte[] found(SitePage page, List<Edition> editions) {
        page.paragraph(page.say("findings.intro"));
        for (Edition edition : editions) {
            ReportDocument document = edition.document();
            page.heading("y" + edition.slug(), page.year(edition));
            page.paragraph(page.say("verdict." + document.verdict() + ".meaning"));
            page.markup("<p>")
                    .link(SiteData.findings(edition), page.say("findings.download"))
                    .markup("</p>\n");
            List<ReportDocument.RuleAccount> rules = document.ledger().stream()
                    .filter(rule -> rule.violated() > 0)
                    .toList();
            if (rules.isEmpty()) {
                page.paragraph(page.say("findings.none"));
                continue;
            }
            ledger(page, edition, rules);
            List<ReportDocument.Defect> whole = document.findings().stream()
                    .filter(finding -> finding.unit() == null && finding.location() == null)
                    .toList();
            if (!whole.isEmpty()) {
                page.element("h3", page.say("findings.whole")).markup("\n<ul>\n");
                for (ReportDocument.Defect finding : whole.subList(0, Math.min(SHOWN, whole.size()))) {
                    page.element("li" + page.in(document.language()), finding.message())
                            .markup("\n");
                }
                page.markup("</ul>\n");
                if (whole.size() > SHOWN) {
                    page.paragraph(page.say("more", "count", Integer.toString(whole.size() - SHOWN)));
                }
            }
        }
        return page.bytes();
    }

    private static void ledger(SitePage page, Edition edition, List<ReportDocument.RuleAccount> rules) {
        String lang = page.in(edition.document().language());
        page.table(
                page.say(
                        "ledger.caption",
                        "currency",
                        edition.document().budget().currency()),
                page.say("rule"),
                page.say("severity"),
                "n " + page.say("findings.count"),
                "n " + page.say("stake"),
                page.say("basis"));
        for (ReportDocument.RuleAccount rule : rules) {
            page.markup("<tr>")
                    .element("th scope=\"row\"" + lang, rule.title())
                    .markup("<td><span class=\"tag " + rule.severity() + "\">")
                    .text(page.say("severity." + rule.severity()))
                    .markup("</span></td>")
                    .number(rule.violated())
                    .money(rule.stake())
                    .markup("<td>")
                    .element("span lang=\"es\"", rule.citation())
                    .element("span class=\"src\"", page.say("evidence." + rule.evidence()))
                    .markup("</td></tr>\n");
        }
        page.endTable();
    }

    /** {@return the page of what could not be judged} */
    byte[] open(SitePage page, List<Edition> editions) {
        page.paragraph(page.say("open.intro"));
        for (Edition edition : editions) {
            ReportDocument document = edition.document();
            page.heading("y" + edition.slug(), page.year(edition));
            List<ReportDocument.RuleAccount> open =
                    document.ledger().stream().filter(SiteFindings::isOpen).toList();
            rules(
                    page,
                    document,
                    "open.duties",
                    open.stream().filter(ReportDocument.RuleAccount::duty).toList());
            rules(
                    page,
                    document,
                    "open.others",
                    open.stream().filter(rule -> !rule.duty()).toList());
            rules(
                    page,
                    document,
                    "open.not-applicable",
                    document.ledger().stream()
                            .filter(rule -> rule.outcome() == LedgerEntry.Outcome.NOT_APPLICABLE)
                            .toList());
            rows(page, document);
        }
        return page.bytes();
    }

    private static void rules(
            SitePage page, ReportDocument document, String key, List<ReportDocument.RuleAccount> rules) {
        page.element("h3", page.say(key)).markup("\n");
        if (rules.isEmpty()) {
            page.paragraph(page.say("none"));
            return;
        }
        String lang = page.in(document.language());
        page.markup("<ul>\n");
        for (ReportDocument.RuleAccount rule : rules) {
            page.markup("<li><span" + lang + ">")
                    .element("b", rule.title())
                    .text(" " + Objects.toString(rule.reason(), ""))
                    .markup("</span>");
            if (rule.undetermined() > 0) {
                page.text(" ").text(page.say("undetermined", "count", Long.toString(rule.undetermined())));
            }
            page.markup("</li>\n");
        }
        page.markup("</ul>\n");
    }

    /** Rows that became no lines, and what else could not be read. */
    private static void rows(SitePage page, ReportDocument document) {
        String lang = page.in(document.language());
        page.element("h3", page.say("open.rows")).markup("\n<ul>\n");
        for (ReportDocument.Input input : document.input()) {
            page.element(
                            "li",
                            page.say(
                                    "open.input",
                                    "file",
                                    input.name(),
                                    "read",
                                    Long.toString(input.rowsRead()),
                                    "rejected",
                                    Long.toString(input.rowsRejected()),
                                    "skipped",
                                    Long.toString(input.rowsSkipped())))
                    .markup("\n");
            ReportDocument.Columns columns = input.columns();
            if (columns != null && !columns.unread().isEmpty()) {
                page.element("li", page.say("open.columns", "columns", String.join(", ", columns.unread())))
                        .markup("\n");
            }
        }
        document.rejectedRows().stream()
                .limit(ROWS)
                .forEach(row -> page.markup("<li>")
                        .text(page.say("place", "file", row.file(), "row", Long.toString(row.row())) + " ")
                        .element("span" + lang, row.reason())
                        .markup("</li>\n"));
        document.problems()
                .forEach(problem -> page.element("li" + lang, problem.message()).markup("\n"));
        page.markup("</ul>\n");
    }
}
