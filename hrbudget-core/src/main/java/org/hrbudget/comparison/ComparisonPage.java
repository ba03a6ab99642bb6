package org.hrbudget.comparison;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hrbudget.report.internal.HtmlPage;
import org.jspecify.annotations.Nullable;

/** A comparison as one page: what changed, what cannot be compared, what the change is made of, then group by group. */
final class ComparisonPage {

    private static final int MOST_ROWS = 200;
    private static final String NUMBER = "td class=\"n\"";

    private final ComparisonDocument document;
    private final ComparisonWords words;
    private final HtmlPage page;
    private final String before;
    private final String after;

    private ComparisonPage(ComparisonDocument document, Appendable out) {
        this.document = document;
        this.words = ComparisonWords.of(document);
        this.page = new HtmlPage(out);
        this.before = words.label(document.before(), document.after(), true);
        this.after = words.label(document.after(), document.before(), false);
    }

    static void write(ComparisonDocument document, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        new ComparisonPage(document, writer).write();
        writer.flush();
    }

    private void write() throws IOException {
        head();
        list("warnings", document.warnings());
        list("notes", document.notes());
        for (ComparisonDocument.Table table : document.tables()) {
            table(table);
        }
        inputs();
        page.markup("</main>\n</body>\n</html>\n");
    }

    private void head() throws IOException {
        String title = words.say("page.title", "before", before, "after", after);
        page.markup("<!doctype html>\n<html lang=\"" + document.language() + "\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .element("title", title)
                .markup("\n<style>\n" + wholeStyle() + "</style>\n</head>\n<body>\n<main>\n")
                .element("p class=\"mute\"", described(document.before()) + " · " + described(document.after()))
                .markup("\n<section class=\"sum\" aria-labelledby=\"sum\">\n")
                .element("h1 id=\"sum\"", title)
                .element("p", words.nominalIn(document));
        if (!document.tables().isEmpty()) {
            total(document.tables().get(0).total());
        }
        page.markup("</section>\n");
        ComparisonDocument.Actions actions = document.actions();
        if (actions != null) {
            page.element(
                    "p",
                    words.say(
                            "actions",
                            "added",
                            ComparisonWords.whole(actions.added()),
                            "kept",
                            ComparisonWords.whole(actions.kept()),
                            "dropped",
                            ComparisonWords.whole(actions.dropped())));
        }
    }

    private String described(ComparisonDocument.Side side) {
        return words.say(
                "side.described",
                "jurisdiction",
                side.jurisdiction(),
                "year",
                Objects.toString(side.fiscalYear(), "\u2014"),
                "kind",
                words.kind(side.amount()),
                "lines",
                ComparisonWords.whole(side.lines()));
    }

    static String policy() {
        return HtmlPage.policy(wholeStyle());
    }

    private static String wholeStyle() {
        return HtmlPage.style() + style();
    }

    private static String style() {
        try (InputStream in = ComparisonPage.class.getResourceAsStream("comparison.css")) {
            return new String(Objects.requireNonNull(in, "comparison.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void total(ComparisonDocument.Group total) throws IOException {
        page.table(
                "table",
                words.say("total"),
                words.say("head.measure"),
                "n " + before,
                "n " + after,
                "n " + change(),
                "n %");
        measure(words.say("head.nominal"), total.nominal(), total.rate(), true);
        ComparisonDocument.Series index = document.deflator();
        if (index != null) {
            measure(
                    words.say("head.real", "year", String.valueOf(index.baseYear())),
                    total.real(),
                    total.realRate(),
                    true);
        }
        measure(words.say("head.per-person", "before", before, "after", after), total.perPerson(), null, false);
        page.endTable();
        if (index != null) {
            page.element("p class=\"src\"", words.deflator(document, index));
        }
        ComparisonDocument.Series people = document.population();
        if (people != null) {
            page.element("p class=\"src\"", words.population(document, people));
        }
    }

    private void measure(String name, ComparisonDocument.@Nullable Change change, @Nullable String rate, boolean rated)
            throws IOException {
        if (change == null) {
            return;
        }
        page.markup("<tr>")
                .element("th scope=\"row\"", name)
                .element(NUMBER, ComparisonWords.shown(change.before()))
                .element(NUMBER, ComparisonWords.shown(change.after()))
                .element(NUMBER, ComparisonWords.signed(change.change()))
                .element(NUMBER, rated ? ComparisonWords.signedPercent(rate) : "")
                .markup("</tr>\n");
    }

    private void list(String key, List<String> said) throws IOException {
        if (said.isEmpty()) {
            return;
        }
        page.heading(key, words.say(key));
        page.markup("<ul>\n");
        for (String each : said) {
            page.element("li", each).markup("\n");
        }
        page.markup("</ul>\n");
    }

    private void table(ComparisonDocument.Table table) throws IOException {
        String id = table.by().name().toLowerCase(Locale.ROOT);
        page.heading(id, words.say("by." + table.by()));
        page.element("p", words.explained(document, table)).markup("\n");
        waterfall(table);
        List<ComparisonDocument.Group> groups = ComparisonText.largest(table, MOST_ROWS);
        groups(table, groups);
        page.markup("<details><summary>").text(words.say("head.parts")).markup("</summary><div class=\"find\">\n");
        parts(table, groups);
        page.markup("</div></details>\n");
        int left = table.groups().size() - groups.size();
        if (left > 0) {
            page.element("p class=\"note\"", words.say("more-groups", "count", ComparisonWords.whole(left)));
        }
    }

    /** From what it was before, the zero line, part by part to what it is. */
    private void waterfall(ComparisonDocument.Table table) throws IOException {
        ComparisonDocument.Explained parts = table.total().explained();
        List<String> names = new ArrayList<>();
        List<BigDecimal> values = new ArrayList<>();
        if (parts.prices() != null) {
            names.add(words.say("part.prices"));
            values.add(new BigDecimal(parts.prices()));
        }
        names.add(words.say("part.coverage"));
        values.add(new BigDecimal(parts.coverage()));
        names.add(words.growth(document));
        values.add(new BigDecimal(parts.growth()));
        List<BigDecimal> levels = new ArrayList<>(List.of(BigDecimal.ZERO));
        values.forEach(value -> levels.add(levels.get(levels.size() - 1).add(value)));
        BarScale scale = new BarScale(levels);
        page.table(
                "table", of(table, words.say("waterfall")), words.say("head.part"), "n " + document.currency(), "bar ");
        for (int i = 0; i < names.size(); i++) {
            step(names.get(i), values.get(i), scale.step(levels.get(i), levels.get(i + 1)));
        }
        BigDecimal change = new BigDecimal(table.total().nominal().change());
        step(words.say("head.whole-change"), change, scale.step(BigDecimal.ZERO, change));
        page.endTable();
    }

    private void step(String name, BigDecimal value, String bar) throws IOException {
        page.markup("<tr>")
                .element("th scope=\"row\"", name)
                .element(NUMBER, ComparisonWords.signed(value.toPlainString()))
                .markup("<td class=\"pair\">" + bar + "</td></tr>\n");
    }

    private void groups(ComparisonDocument.Table table, List<ComparisonDocument.Group> groups) throws IOException {
        boolean real = document.deflator() != null;
        List<BigDecimal> values = new ArrayList<>();
        // Money under no action would leave no room for what the table is about.
        groups.stream().filter(ComparisonPage::isDrawn).forEach(group -> {
            values.add(new BigDecimal(group.nominal().before()));
            values.add(new BigDecimal(group.nominal().after()));
        });
        BarScale scale = new BarScale(values);
        page.markup("<p class=\"legend\"><svg width=\"12\" height=\"12\" aria-hidden=\"true\">"
                        + "<rect class=\"before\" width=\"12\" height=\"12\"/></svg> ")
                .text(before)
                .markup(" <svg width=\"12\" height=\"12\" aria-hidden=\"true\">"
                        + "<rect class=\"after\" width=\"12\" height=\"12\"/></svg> ")
                .text(after)
                .markup("</p>\n");
        List<String> headings = new ArrayList<>(
                List.of(words.say("head.group"), "n " + before, "n " + after, "bar ", "n " + change(), "n %"));
        if (real) {
            headings.add("n " + words.say("head.real-rate"));
        }
        headings.add("n " + words.say("head.share", "side", before));
        headings.add("n " + words.say("head.share", "side", after));
        page.table("table", of(table, words.nominalIn(document)), headings.toArray(String[]::new));
        for (ComparisonDocument.Group group : groups) {
            group(table, group, real, isDrawn(group) ? scale : null);
        }
        group(table, table.total(), real, null);
        page.endTable();
    }

    private static boolean isDrawn(ComparisonDocument.Group group) {
        return group.kind() == ComparisonDocument.GroupKind.GROUP;
    }

    private void group(
            ComparisonDocument.Table table, ComparisonDocument.Group group, boolean real, @Nullable BarScale scale)
            throws IOException {
        ComparisonDocument.Change nominal = group.nominal();
        boolean total = group.kind() == ComparisonDocument.GroupKind.TOTAL;
        page.markup("<tr" + (total ? " class=\"total\"" : "") + "><th scope=\"row\">")
                .text(words.name(table, group));
        if (group.kind() == ComparisonDocument.GroupKind.GROUP
                && group.presence() != ComparisonDocument.Presence.BOTH) {
            page.markup(" ")
                    .element("span class=\"tag\"", words.say("only", "side", group.linesBefore() > 0 ? before : after));
        }
        page.markup("</th>")
                .element(NUMBER, ComparisonWords.shown(nominal.before()))
                .element(NUMBER, ComparisonWords.shown(nominal.after()))
                .markup("<td class=\"pair\">"
                        + (scale == null
                                ? ""
                                : scale.pair(new BigDecimal(nominal.before()), new BigDecimal(nominal.after())))
                        + "</td>")
                .element(NUMBER, ComparisonWords.signed(nominal.change()))
                .element(NUMBER, ComparisonWords.signedPercent(group.rate()));
        if (real) {
            page.element(NUMBER, ComparisonWords.signedPercent(group.realRate()));
        }
        ComparisonDocument.Change share = group.share();
        page.element(NUMBER, ComparisonWords.percent(share == null ? null : share.before()))
                .element(NUMBER, ComparisonWords.percent(share == null ? null : share.after()))
                .markup("</tr>\n");
    }

    private void parts(ComparisonDocument.Table table, List<ComparisonDocument.Group> groups) throws IOException {
        boolean priced = document.deflator() != null;
        List<String> headings = new ArrayList<>(List.of(words.say("head.group")));
        if (priced) {
            headings.add("n " + words.say("part.prices"));
        }
        headings.addAll(List.of(
                "n " + words.say("part.moved"),
                "n " + words.say("part.coverage"),
                "n " + words.growth(document),
                "n " + words.say("head.whole-change")));
        page.table("table", of(table, words.say("head.parts")), headings.toArray(String[]::new));
        List<ComparisonDocument.Group> rows = new ArrayList<>(groups);
        rows.add(table.total());
        for (ComparisonDocument.Group group : rows) {
            ComparisonDocument.Explained parts = group.explained();
            page.markup("<tr>").element("th scope=\"row\"", words.name(table, group));
            if (priced) {
                page.element(NUMBER, ComparisonWords.signed(parts.prices()));
            }
            page.element(NUMBER, ComparisonWords.signed(parts.moved()))
                    .element(NUMBER, ComparisonWords.signed(parts.coverage()))
                    .element(NUMBER, ComparisonWords.signed(parts.growth()))
                    .element(NUMBER, ComparisonWords.signed(group.nominal().change()))
                    .markup("</tr>\n");
        }
        page.endTable();
    }

    private String change() {
        return words.say("head.change");
    }

    private void inputs() throws IOException {
        page.heading("inputs", words.say("inputs"));
        page.table(
                "table",
                words.say("inputs.caption"),
                words.say("inputs.file"),
                words.say("inputs.layout"),
                "n " + words.say("inputs.read"),
                "n " + words.say("inputs.lines"),
                "n " + words.say("inputs.rejected"),
                "n " + words.say("inputs.skipped"),
                "SHA-256");
        for (ComparisonDocument.Side side : List.of(document.before(), document.after())) {
            for (ComparisonDocument.Input input : side.inputs()) {
                page.markup("<tr>")
                        .element("th scope=\"row\"", input.name())
                        .element("td", Objects.toString(input.layout(), "\u2014"))
                        .element(NUMBER, ComparisonWords.whole(input.rowsRead()))
                        .element(NUMBER, ComparisonWords.whole(input.lines()))
                        .element(NUMBER, ComparisonWords.whole(input.rowsRejected()))
                        .element(NUMBER, ComparisonWords.whole(input.rowsSkipped()))
                        .element("td class=\"hash\"", Objects.toString(input.sha256(), "\u2014"))
                        .markup("</tr>\n");
            }
        }
        page.endTable();
        page.element(
                "p class=\"src\"",
                document.tool().name() + " " + document.tool().version());
    }

    /** {@return a caption that tells the table from those of the same kind} */
    private String of(ComparisonDocument.Table table, String caption) {
        return words.say("by." + table.by()) + ": " + caption;
    }
}
