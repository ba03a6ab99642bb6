package org.hrbudget.cli.publish;

import java.util.List;
import java.util.Objects;
import org.hrbudget.report.ReportDocument;

/** How the numbers come about, what they do not say, and what they were made of. */
final class SiteMethod {

    private static final List<String> METHOD =
            List.of("lines", "linked", "attributed", "funded", "verdict", "severity", "evidence");

    private static final List<String> LIMITS = List.of(
            "not-judged", "prices", "unfunded", "unit-right", "double", "stated", "rules", "findings", "language");

    private final List<Edition> editions;

    SiteMethod(List<Edition> editions) {
        this.editions = editions;
    }

    byte[] page(SitePage page) {
        list(page, "method", METHOD);
        list(page, "limits", LIMITS);
        page.heading("sources", page.say("sources"));
        for (Edition edition : editions) {
            sources(page, edition.document(), page.year(edition));
        }
        return page.bytes();
    }

    private static void list(SitePage page, String key, List<String> items) {
        page.heading(key, page.say(key));
        page.markup("<dl>\n");
        for (String item : items) {
            page.element("dt", page.say(key + "." + item))
                    .element("dd", page.say(key + "." + item + ".text"))
                    .markup("\n");
        }
        page.markup("</dl>\n");
    }

    private static void sources(SitePage page, ReportDocument document, String year) {
        page.element("h3", year).markup("\n<ul>\n");
        for (ReportDocument.Selection pack : document.selection()) {
            page.markup("<li>")
                    .element("span lang=\"es\"", pack.title())
                    .text(" (" + pack.jurisdiction() + " " + pack.version() + "). ")
                    .text(pack.asOf() == null ? "" : page.say("sources.as-of", "day", pack.asOf()))
                    .markup("</li>\n");
        }
        for (ReportDocument.Input input : document.input()) {
            page.markup("<li>")
                    .text(input.name())
                    .text(" — SHA-256 ")
                    .element("span class=\"hash\"", Objects.toString(input.sha256(), "—"))
                    .markup("</li>\n");
        }
        page.element(
                        "li",
                        page.say(
                                "sources.tool",
                                "tool",
                                document.tool().name() + " " + document.tool().version(),
                                "schema",
                                document.schemaVersion()))
                .markup("\n</ul>\n");
    }
}
