package org.hrbudget.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hrbudget.model.internal.Spelling;

/**
 * Plain text of at most {@value #WIDTH} columns, for a terminal or a file. What comes from a budget is shown harmlessly: a
 * character that commands a terminal or turns the direction of writing appears as its number. Lines end in LF. Not safe for use
 * by several threads.
 */
public final class TextPage {

    /** The columns a line has at most, counted in characters. */
    public static final int WIDTH = 100;

    private static final int GAP = 2;
    private static final int NARROWEST = 16;

    private final Appendable out;

    /**
     * Makes a page.
     *
     * @param out where the text goes
     */
    public TextPage(Appendable out) {
        this.out = out;
    }

    /**
     * Writes an empty line.
     *
     * @throws IOException if the text cannot be taken
     */
    public void blank() throws IOException {
        out.append('\n');
    }

    /**
     * Writes an empty line and a heading.
     *
     * @param text the heading
     * @throws IOException if the text cannot be taken
     */
    public void heading(String text) throws IOException {
        blank();
        paragraph(0, text);
        out.append("-".repeat(Math.min(WIDTH, columns(text)))).append('\n');
    }

    /**
     * Writes a paragraph.
     *
     * @param indent how many columns it is set in
     * @param text the text; a line end in it begins a new line
     * @throws IOException if the text cannot be taken
     */
    public void paragraph(int indent, String text) throws IOException {
        paragraph(indent, indent, text);
    }

    /**
     * Writes a paragraph whose first line is set in otherwise than the rest.
     *
     * @param first how many columns the first line is set in
     * @param rest how many columns the others are
     * @param text the text; a line end in it begins a new line
     * @throws IOException if the text cannot be taken
     */
    public void paragraph(int first, int rest, String text) throws IOException {
        int indent = first;
        for (String part : text.split("\n", -1)) {
            write(lines(indent, rest, part));
            indent = rest;
        }
    }

    /** {@return a text in lines, the first set in so far and the others so far} */
    static List<String> lines(int first, int rest, String text) {
        List<String> lines = new ArrayList<>();
        for (String line : wrapped(Spelling.harmless(text), WIDTH - Math.max(first, rest))) {
            lines.add((" ".repeat(lines.isEmpty() ? first : rest) + line).stripTrailing());
        }
        return lines;
    }

    private void write(List<String> lines) throws IOException {
        for (String line : lines) {
            out.append(line).append('\n');
        }
    }

    /**
     * Writes a table.
     *
     * @param indent how far it is set in
     * @param alignment a letter for each column: {@code l} left, {@code r} right, {@code w} left and wrapped where room lacks
     * @param rows the rows, each of as many cells as columns
     * @throws IOException if the text cannot be taken
     */
    public void table(int indent, String alignment, List<List<String>> rows) throws IOException {
        for (List<String> row : rows(indent, alignment, rows)) {
            write(row);
        }
    }

    /** {@return the lines of each row of a table} */
    static List<List<String>> rows(int indent, String alignment, List<List<String>> rows) {
        int[] widths = widths(indent, alignment, rows);
        List<List<String>> table = new ArrayList<>();
        for (List<String> row : rows) {
            List<List<String>> cells = new ArrayList<>();
            int height = 1;
            for (int i = 0; i < widths.length; i++) {
                List<String> lines = wrapped(Spelling.harmless(row.get(i)), widths[i]);
                cells.add(lines);
                height = Math.max(height, lines.size());
            }
            List<String> shown = new ArrayList<>();
            for (int y = 0; y < height; y++) {
                StringBuilder line = new StringBuilder(" ".repeat(indent));
                for (int i = 0; i < widths.length; i++) {
                    String cell = y < cells.get(i).size() ? cells.get(i).get(y) : "";
                    String pad = " ".repeat(Math.max(0, widths[i] - columns(cell)));
                    line.append(alignment.charAt(i) == 'r' ? pad + cell : cell + pad)
                            .append(" ".repeat(GAP));
                }
                shown.add(line.toString().stripTrailing());
            }
            table.add(shown);
        }
        return table;
    }

    private static int[] widths(int indent, String alignment, List<List<String>> rows) {
        int[] widths = new int[alignment.length()];
        int sum = indent;
        for (int i = 0; i < widths.length; i++) {
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], columns(Spelling.harmless(row.get(i))));
            }
            sum += widths[i] + (i == 0 ? 0 : GAP);
        }
        int flexible = alignment.indexOf('w');
        if (sum > WIDTH && flexible >= 0) {
            widths[flexible] = Math.max(NARROWEST, widths[flexible] - (sum - WIDTH));
        }
        return widths;
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String rest = word;
            if (!line.isEmpty() && columns(line) + 1 + columns(rest) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (columns(rest) > width) {
                int cut = rest.offsetByCodePoints(0, width);
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /**
     * {@return the text with each character that moves a terminal's cursor or turns the direction of writing shown as its number;
     * line ends stay}
     *
     * @param text the text
     */
    public static String harmless(String text) {
        return text.lines().map(Spelling::harmless).collect(Collectors.joining("\n"));
    }

    private static int columns(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}
