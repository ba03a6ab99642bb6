package org.hrbudget.report.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.report.ReportDocument;

/** Markup and texts of a page. What comes from a budget, a pack or a name of a file goes through {@link #text}, whatever it holds. */
public final class HtmlPage {

    private final Appendable out;

    /**
     * Makes a page.
     *
     * @param out where it goes
     */
    public HtmlPage(Appendable out) {
        this.out = out;
    }

    /** Writes markup of our own. */
    public HtmlPage markup(String markup) throws IOException {
        out.append(markup);
        return this;
    }

    /** Writes a text that stays a text. */
    public HtmlPage text(String text) throws IOException {
        out.append(escaped(text));
        return this;
    }

    /** Writes an element with a text in it. The tag may have attributes: {@code td class="n"}. */
    public HtmlPage element(String tag, String text) throws IOException {
        int end = tag.indexOf(' ');
        return markup("<" + tag + ">").text(text).markup("</" + (end < 0 ? tag : tag.substring(0, end)) + ">");
    }

    /** Writes a heading of a section, which others can link to. */
    public void heading(String id, String text) throws IOException {
        markup("\n<h2 id=\"" + id + "\">").text(text).markup("</h2>\n");
    }

    /** {@return the style that all pages share} */
    public static String style() {
        try (InputStream in = ReportDocument.class.getResourceAsStream("page.css")) {
            return new String(Objects.requireNonNull(in, "page.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a text with its signs of markup escaped, for an attribute or between tags} */
    public static String escaped(String text) {
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
