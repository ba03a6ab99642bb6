package org.hrbudget.report;

import java.io.IOException;
import org.hrbudget.model.internal.Spelling;

/** Markup and texts of a page. What comes from a budget, a pack or a name of a file goes through {@link #text}, whatever it holds. */
final class HtmlPage {

    private final Appendable out;

    HtmlPage(Appendable out) {
        this.out = out;
    }

    /** Writes markup of our own. */
    HtmlPage markup(String markup) throws IOException {
        out.append(markup);
        return this;
    }

    /** Writes a text that stays a text. */
    HtmlPage text(String text) throws IOException {
        out.append(escaped(text));
        return this;
    }

    /** Writes an element with a text in it. The tag may have attributes: {@code td class="n"}. */
    HtmlPage element(String tag, String text) throws IOException {
        int end = tag.indexOf(' ');
        return markup("<" + tag + ">").text(text).markup("</" + (end < 0 ? tag : tag.substring(0, end)) + ">");
    }

    /** Writes a heading of a section, which others can link to. */
    void heading(String id, String text) throws IOException {
        markup("\n<h2 id=\"" + id + "\">").text(text).markup("</h2>\n");
    }

    static String escaped(String text) {
        String plain = Spelling.harmless(text);
        StringBuilder escaped = new StringBuilder(plain.length() + 16);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
