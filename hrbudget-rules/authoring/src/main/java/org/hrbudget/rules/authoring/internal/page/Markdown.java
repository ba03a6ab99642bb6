package org.hrbudget.rules.authoring.internal.page;

import java.util.List;
import java.util.stream.Collectors;

/** A Markdown text that is being written. What comes from a pack is shown as it stands, whatever Markdown would read into it. */
public final class Markdown {

    private static final String SIGNS = "\\`*_[]<>|~$&";

    private final StringBuilder text = new StringBuilder();

    public void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    public void blank() {
        text.append('\n');
    }

    public void heading(int level, String heading) {
        blank();
        line("#".repeat(level) + " " + heading);
        blank();
    }

    /** Writes a table. Its cells are Markdown. */
    public void table(List<String> header, List<List<String>> rows) {
        line(row(header));
        line("|" + "---|".repeat(header.size()));
        rows.forEach(row -> line(row(row)));
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Writes what a file states, whatever signs it has. */
    void block(String content) {
        String fence = "```";
        while (content.contains(fence)) {
            fence += "`";
        }
        line(fence);
        content.lines().forEach(this::line);
        line(fence);
    }

    /** {@return a text of a pack on one line} */
    public static String text(String plain) {
        StringBuilder escaped = new StringBuilder(plain.length() + 16);
        plain.lines().collect(Collectors.joining(" ")).codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                default -> {
                    if (SIGNS.indexOf(c) >= 0) {
                        escaped.append('\\');
                    }
                    escaped.appendCodePoint(c);
                }
            }
        });
        return escaped.toString();
    }

    /** {@return a text of a pack as code, in which a bar does not end the cell of a table} */
    public static String code(String plain) {
        String ticks = "`";
        while (plain.contains(ticks)) {
            ticks += "`";
        }
        String pad = ticks.length() > 1 ? " " : "";
        return ticks + pad + plain.replace("|", "\\|") + pad + ticks;
    }

    /** {@return words as code, separated by commas; a dash where there are none} */
    public static String codes(Iterable<String> words) {
        StringBuilder codes = new StringBuilder();
        words.forEach(word -> codes.append(codes.isEmpty() ? "" : ", ").append(code(word)));
        return codes.isEmpty() ? "—" : codes.toString();
    }

    /** {@return the cells of a row} */
    public static List<String> cells(String... cells) {
        return List.of(cells);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
