package org.hrbudget.comparison;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.hrbudget.report.TextPage;

/** A comparison as plain text. */
final class ComparisonText {

    /** By the size of the change, whatever its sign; those of one size stay in their order. */
    static final Comparator<ComparisonDocument.Group> LARGEST_FIRST = Comparator.comparing(
            (ComparisonDocument.Group group) -> new BigDecimal(group.nominal().change()).abs(),
            Comparator.reverseOrder());

    private static final int MOST_LINES = 60;

    /** The most groups of a table, notes and warnings, from much to little. */
    private static final int[][] ROOM = {
        {12, 12, 12},
        {8, 12, 12},
        {6, 12, 12},
        {5, 8, 8},
        {4, 6, 8},
        {3, 6, 6},
        {3, 4, 6},
        {3, 3, 5},
        {2, 3, 4},
        {2, 2, 3},
        {1, 1, 2},
        {1, 1, 1}
    };

    private final ComparisonDocument document;
    private final ComparisonWords words;
    private final String before;
    private final String after;

    private ComparisonText(ComparisonDocument document) {
        this.document = document;
        this.words = ComparisonWords.of(document);
        this.before = words.label(document.before(), document.after(), true);
        this.after = words.label(document.after(), document.before(), false);
    }

    static void write(ComparisonDocument document, boolean whole, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(new ComparisonText(document).text(whole));
        writer.flush();
    }

    /** With as much of everything as there is room for; what a reader must know before the numbers goes last. */
    private String text(boolean whole) throws IOException {
        if (whole) {
            return text(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
        }
        String text = "";
        for (int[] most : ROOM) {
            text = text(most[0], most[1], most[2]);
            if (text.lines().count() <= MOST_LINES) {
                return text;
            }
        }
        return text;
    }

    private String text(int rows, int notes, int warnings) throws IOException {
        StringBuilder text = new StringBuilder();
        TextPage page = new TextPage(text);
        page.paragraph(0, words.say("title", "before", describe(true), "after", describe(false)));
        page.paragraph(0, words.nominalIn(document));
        if (document.deflator() != null) {
            page.paragraph(0, words.deflator(document, document.deflator()));
        }
        if (document.population() != null) {
            page.paragraph(0, words.population(document, document.population()));
        }
        list(page, words.say("warnings"), document.warnings(), warnings);
        if (!document.tables().isEmpty()) {
            total(page, document.tables().get(0));
        }
        for (ComparisonDocument.Table table : document.tables()) {
            table(page, table, rows);
        }
        list(page, words.say("notes"), document.notes(), notes);
        page.blank();
        page.paragraph(0, words.say("text.more"));
        return text.toString();
    }

    private String describe(boolean side) {
        ComparisonDocument.Side of = side ? document.before() : document.after();
        return words.say(
                "side.described",
                "jurisdiction",
                of.jurisdiction(),
                "year",
                Objects.toString(of.fiscalYear(), "\u2014"),
                "kind",
                words.kind(of.amount()),
                "lines",
                ComparisonWords.whole(of.lines()));
    }

    private void list(TextPage page, String heading, List<String> said, int most) throws IOException {
        if (said.isEmpty()) {
            return;
        }
        page.heading(heading);
        for (String each : said.subList(0, Math.min(most, said.size()))) {
            page.paragraph(0, 2, "- " + each);
        }
        if (said.size() > most) {
            page.paragraph(0, words.say("more", "count", ComparisonWords.whole(said.size() - most)));
        }
    }

    private void total(TextPage page, ComparisonDocument.Table table) throws IOException {
        ComparisonDocument.Group total = table.total();
        page.heading(words.say("total"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                words.say("head.nominal"),
                ComparisonWords.shown(total.nominal().before()),
                ComparisonWords.shown(total.nominal().after()),
                ComparisonWords.signed(total.nominal().change()),
                ComparisonWords.signedPercent(total.rate())));
        if (total.real() != null && document.deflator() != null) {
            rows.add(List.of(
                    words.say(
                            "head.real",
                            "year",
                            String.valueOf(document.deflator().baseYear())),
                    ComparisonWords.shown(total.real().before()),
                    ComparisonWords.shown(total.real().after()),
                    ComparisonWords.signed(total.real().change()),
                    ComparisonWords.signedPercent(total.realRate())));
        }
        if (total.perPerson() != null) {
            rows.add(List.of(
                    words.say("head.per-person", "before", before, "after", after),
                    ComparisonWords.shown(total.perPerson().before()),
                    ComparisonWords.shown(total.perPerson().after()),
                    ComparisonWords.signed(total.perPerson().change()),
                    ""));
        }
        page.table(0, "wrrrr", rows);
    }

    private void table(TextPage page, ComparisonDocument.Table table, int most) throws IOException {
        page.heading(words.say("by." + table.by()));
        List<ComparisonDocument.Group> groups = largest(table, most);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(words.say("head.group"), before, after, words.say("head.change"), "%"));
        groups.forEach(group -> rows.add(row(words.name(table, group), group)));
        rows.add(row(words.say("group.total"), table.total()));
        page.table(0, "wrrrr", rows);
        int left = table.groups().size() - groups.size();
        if (left > 0) {
            page.paragraph(0, words.say("more-groups", "count", ComparisonWords.whole(left)));
        }
        page.paragraph(0, words.explained(document, table));
        if (most == Integer.MAX_VALUE) {
            page.blank();
            page.table(0, "wrrrr", parts(table));
        }
    }

    private List<List<String>> parts(ComparisonDocument.Table table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                words.say("head.parts"),
                words.say("part.prices"),
                words.say("part.moved"),
                words.say("part.coverage"),
                words.growth(document)));
        for (ComparisonDocument.Group group : table.groups()) {
            ComparisonDocument.Explained parts = group.explained();
            rows.add(List.of(
                    words.name(table, group),
                    ComparisonWords.signed(parts.prices()),
                    ComparisonWords.signed(parts.moved()),
                    ComparisonWords.signed(parts.coverage()),
                    ComparisonWords.signed(parts.growth())));
        }
        return rows;
    }

    private static List<String> row(String name, ComparisonDocument.Group group) {
        return List.of(
                name,
                ComparisonWords.shown(group.nominal().before()),
                ComparisonWords.shown(group.nominal().after()),
                ComparisonWords.signed(group.nominal().change()),
                ComparisonWords.signedPercent(group.rate()));
    }

    /** {@return the groups whose change is largest, in that order; all of them by code where none is left out} */
    static List<ComparisonDocument.Group> largest(ComparisonDocument.Table table, int most) {
        if (table.groups().size() <= most) {
            return table.groups();
        }
        return table.groups().stream().sorted(LARGEST_FIRST).limit(most).toList();
    }
}
