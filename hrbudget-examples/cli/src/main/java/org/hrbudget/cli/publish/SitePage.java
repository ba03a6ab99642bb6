package org.hrbudget.cli.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hrbudget.report.TextPage;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.Finding;
import org.jspecify.annotations.Nullable;

/** One page. What comes from a report goes through {@link #text}, whatever it holds; the markup around it is ours. */
final class SitePage {

    static final Wording WORDING = Wording.beside(SitePage.class, "site");

    private static final int BAR = 90;
    private static final List<String> PAGES = List.of("index", "findings", "open", "data", "method");

    private final Locale locale;
    private final String root;
    private final StringBuilder out = new StringBuilder();

    /**
     * @param root the way to the folder of the index: empty, or {@code ../}
     * @param name the page's own name in the menu, or that of the page it belongs to
     */
    SitePage(Locale locale, String root, String name, String title, String site) {
        this.locale = locale;
        this.root = root;
        markup("<!doctype html>\n<html lang=\"" + locale.getLanguage() + "\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .element("title", title.equals(site) ? title : title + " — " + site)
                .markup("\n<link rel=\"stylesheet\" href=\"" + root + "style.css\"/>\n</head>\n<body>\n")
                .markup("<a class=\"skip\" href=\"#content\">")
                .text(say("skip"))
                .markup("</a>\n<header><nav aria-label=\"")
                .text(say("menu"))
                .markup("\">\n<ul>");
        for (String page : PAGES) {
            String current =
                    !page.equals(name) ? "" : root.isEmpty() ? " aria-current=\"page\"" : " aria-current=\"true\"";
            markup("<li><a href=\"" + root + page + ".html\"" + current + ">")
                    .text(say("menu." + page))
                    .markup("</a></li>");
        }
        markup("</ul>\n</nav></header>\n<main id=\"content\">\n")
                .element("h1", title)
                .markup("\n");
    }

    String say(String key, String... namesAndValues) {
        return WORDING.of(key, namesAndValues).in(locale);
    }

    String root() {
        return root;
    }

    SitePage markup(String markup) {
        out.append(markup);
        return this;
    }

    SitePage text(String text) {
        String plain = TextPage.harmless(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return this;
    }

    /** Writes an element with a text in it. The tag may have attributes. */
    SitePage element(String tag, String text) {
        int end = tag.indexOf(' ');
        return markup("<" + tag + ">").text(text).markup("</" + (end < 0 ? tag : tag.substring(0, end)) + ">");
    }

    SitePage paragraph(String text) {
        return element("p", text).markup("\n");
    }

    SitePage heading(String id, String text) {
        return markup("\n").element("h2 id=\"" + id + "\"", text).markup("\n");
    }

    SitePage link(String href, String text) {
        return markup("<a href=\"" + root + href + "\">").text(text).markup("</a>");
    }

    /** Begins a table, which can be scrolled by the keyboard where it is wider than the screen. A heading after "n " is of numbers. */
    SitePage table(String caption, String... headings) {
        markup("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .text(caption)
                .markup("\">\n<table>")
                .markup("<caption>")
                .element("span", caption)
                .markup("</caption>\n<thead><tr>");
        for (String heading : headings) {
            if (heading.isEmpty()) {
                markup("<td></td>");
            } else if (heading.startsWith("n ")) {
                element("th scope=\"col\" class=\"n\"", heading.substring(2));
            } else {
                element("th scope=\"col\"", heading);
            }
        }
        return markup("</tr></thead>\n<tbody>\n");
    }

    SitePage endTable() {
        return markup("</tbody></table></div>\n");
    }

    SitePage number(String text) {
        return element("td class=\"n\"", text);
    }

    SitePage number(long count) {
        return number(Long.toString(count));
    }

    SitePage money(@Nullable String amount) {
        return number(shown(amount));
    }

    /** A count; where it is {@code null} it is unknown, which is not zero. */
    SitePage count(@Nullable Number count) {
        return number(count == null ? unknown() : Long.toString(count.longValue()));
    }

    /** An amount; where it is {@code null} it is unknown, which is not zero. */
    SitePage known(@Nullable String amount) {
        return number(amount == null ? unknown() : shown(amount));
    }

    private String unknown() {
        return WORDING.of("unknown").in(locale);
    }

    static String shown(@Nullable String amount) {
        return amount == null ? "—" : Finding.Detail.grouped(new BigDecimal(amount));
    }

    /** A picture of what the cell beside it says. */
    SitePage bar(@Nullable String amount, BigDecimal most) {
        BigDecimal value = amount == null ? BigDecimal.ZERO : new BigDecimal(amount);
        BigDecimal width = most.signum() > 0 && value.signum() > 0
                ? value.multiply(BigDecimal.valueOf(BAR)).divide(most, 1, RoundingMode.HALF_UP)
                : BigDecimal.ZERO;
        return markup("<td class=\"bar\"><svg width=\"" + BAR + "\" height=\"14\" aria-hidden=\"true\"><rect width=\""
                + width.toPlainString() + "\" height=\"14\"/></svg></td>");
    }

    /** {@return an attribute for words of a report in the other language; empty where it is in this one} */
    String in(String language) {
        return language.equals(locale.getLanguage()) ? "" : " lang=\"" + (language.equals("es") ? "es" : "en") + "\"";
    }

    String year(Edition edition) {
        return Objects.toString(edition.document().budget().fiscalYear(), say("no-year")) + " ("
                + say("phase." + edition.document().budget().phase()) + ")";
    }

    byte[] bytes() {
        markup("</main>\n<footer>").element("p", say("footer")).markup("</footer>\n</body>\n</html>\n");
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
