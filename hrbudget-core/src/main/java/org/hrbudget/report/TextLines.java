package org.hrbudget.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.hrbudget.model.internal.Spelling;

/**
 * How texts and tables become lines: in columns and set in or, plain, as lists.
 *
 * @param words the words
 * @param options what is asked for
 */
record TextLines(DocumentWords words, TextReport.Options options) {

    /** A short report has room for more than one text, however long that is. */
    private static final int LONGEST = 6;

    /** {@return a text in lines} Where one goes on it is set in, also if plain: what a cell says begins no line of the report. */
    List<String> paragraph(int first, int rest, String text) {
        boolean one = first + Spelling.harmless(text).length() <= TextPage.WIDTH;
        List<String> lines =
                options.plain() ? TextPage.lines(0, 1, text) : TextPage.lines(first, one ? first : rest, text);
        if (options.everything() || lines.size() <= LONGEST) {
            return lines;
        }
        List<String> cut = new ArrayList<>(lines.subList(0, LONGEST - 1));
        cut.add(options.plain() ? " …" : " ".repeat(rest) + "…");
        return cut;
    }

    /** {@return one of several things, in a line or more} */
    TextPart.Item item(String text) {
        return item(text, 1);
    }

    TextPart.Item item(String text, long count) {
        return new TextPart.Item(paragraph(2, 4, "- " + text), count);
    }

    List<String> heading(String text) {
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(paragraph(0, 0, text));
        if (options.everything() && !options.plain()) {
            lines.add("-".repeat(Math.min(TextPage.WIDTH, text.codePointCount(0, text.length()))));
        }
        return lines;
    }

    /** {@return what heads a part that comes after what most read: in a short report, without an empty line} */
    List<String> smallHeading(String text) {
        List<String> lines = heading(text);
        return options.everything() ? lines : lines.subList(1, lines.size());
    }

    TextPart small(String heading, List<TextPart.Item> items, int most, long all) {
        return new TextPart(smallHeading(heading), items, most, 1, all, more("findings.more"));
    }

    TextPart part(String heading, List<TextPart.Item> items, int most, long all) {
        return new TextPart(heading(heading), items, most, 1, all, more("findings.more"));
    }

    /** {@return what is said of things that are left out} */
    LongFunction<List<String>> more(String key) {
        return left -> paragraph(2, 4, words.words().count(key, left));
    }

    /**
     * {@return a part that is a table, or plain a list of what its rows are, each heading before its cell}
     *
     * @param heading what heads the part
     * @param alignment as in {@link TextPage#table}
     * @param headings what heads each column
     * @param rows the rows
     * @param most how many of them a short report shows at most
     */
    TextPart table(String heading, String alignment, List<String> headings, List<List<String>> rows, int most) {
        List<String> head = heading(heading);
        List<TextPart.Item> items = new ArrayList<>();
        if (options.plain()) {
            items.addAll(list(headings, rows));
        } else {
            List<List<String>> table = new ArrayList<>(List.of(headings));
            table.addAll(rows);
            List<List<String>> lines = TextPage.rows(2, alignment, table);
            if (!String.join("", headings).isEmpty()) {
                head.addAll(lines.get(0));
            }
            lines.subList(1, lines.size()).forEach(row -> items.add(new TextPart.Item(row, 1)));
        }
        return new TextPart(head, items, most, 1, items.size(), more("findings.more"));
    }

    /** {@return rows as texts, each heading before its cell} */
    List<TextPart.Item> list(List<String> headings, List<List<String>> rows) {
        List<TextPart.Item> items = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>();
            for (int i = 1; i < row.size(); i++) {
                cells.add((headings.get(i) + " " + row.get(i)).strip());
            }
            items.add(item(row.get(0) + ": " + String.join("; ", cells)));
        }
        return items;
    }
}
