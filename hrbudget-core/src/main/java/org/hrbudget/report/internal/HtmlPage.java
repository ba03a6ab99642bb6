package org.hrbudget.report.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
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
        return resource("page.css");
    }

    /** {@return the script that sorts and filters, which no page needs} */
    public static String script() {
        return resource("page.js");
    }

    /** {@return the policy under which a browser shows a page with {@link #style} and {@link #script}, each on lines of its own, and runs nothing else} */
    public static String policy() {
        return policy(style()) + "; script-src " + digest(script());
    }

    /** {@return the policy under which a browser shows a page with a style, on lines of its own, and runs no script} */
    public static String policy(String style) {
        return "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src "
                + digest(style);
    }

    private static String digest(String element) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("\n" + element).getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = ReportDocument.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Begins a table that scrolls by itself on a narrow screen. A heading that begins with {@code n} and a blank is of numbers, and
     * {@code bar} with a blank is none. Readers can sort a table of class {@code sort}.
     */
    public void table(String tag, String caption, String... headings) throws IOException {
        markup("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + escaped(caption) + "\"><" + tag
                        + ">")
                .element("caption", caption)
                .markup("<thead><tr>");
        for (String heading : headings) {
            if (heading.startsWith("n ")) {
                element("th scope=\"col\" class=\"n\"", heading.substring(2));
            } else if (heading.equals("bar ")) {
                markup("<td></td>");
            } else {
                element("th scope=\"col\"", heading);
            }
        }
        markup("</tr></thead><tbody>\n");
    }

    /** Ends it. */
    public void endTable() throws IOException {
        markup("</tbody></table></div>\n");
    }

    /**
     * Leaves a place for the script to put a field in that hides what does not hold the words written there.
     *
     * @param label what the field is called
     * @param shown says how many are left, of {@code {shown}} and {@code {all}}
     * @param of the id of a table, or of what holds findings
     */
    public void filter(String label, String shown, String of) throws IOException {
        markup("<div class=\"filter\" data-of=\"" + of + "\" data-label=\"" + escaped(label) + "\" data-shown=\""
                + escaped(shown) + "\"></div>\n");
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
