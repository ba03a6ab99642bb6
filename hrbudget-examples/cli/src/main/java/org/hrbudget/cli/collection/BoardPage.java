package org.hrbudget.cli.collection;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hrbudget.report.TextPage;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.Verdict;
import org.jspecify.annotations.Nullable;

/** A board as one page that opens from a disk, without a network and without scripts. */
public final class BoardPage {

    private final Board board;
    private final CollectionWords words;
    private final StringBuilder page = new StringBuilder();

    private BoardPage(Board board) {
        this.board = board;
        this.words = new CollectionWords(Locale.forLanguageTag(board.language()));
    }

    /** {@return the page of a board} */
    public static String of(Board board) {
        return new BoardPage(board).page();
    }

    private String page() {
        String title =
                say("page.title", "jurisdiction", board.jurisdiction(), "year", Integer.toString(board.fiscalYear()));
        page.append("<!doctype html>\n<html lang=\"" + board.language() + "\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>")
                .append(text(title))
                .append("</title>\n<style>\n" + style() + "</style>\n</head>\n<body>\n<main>\n");
        element("h1", title);
        element(
                "p class=\"mute\"",
                board.due() == null
                        ? say("page.no-due", "zone", board.zone())
                        : say("page.due", "due", board.due(), "zone", board.zone()));
        counts();
        whole();
        units();
        shared();
        strays();
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private void counts() {
        page.append("<dl class=\"counts\">\n");
        for (Board.HandedIn handedIn : Board.HandedIn.values()) {
            count(say("handed-in." + handedIn), board.count(unit -> unit.handedIn() == handedIn));
        }
        page.append("</dl>\n<dl class=\"counts\">\n");
        for (Board.Progress progress : Board.Progress.values()) {
            count(say("progress." + progress), board.count(unit -> unit.progress() == progress));
        }
        page.append("</dl>\n");
    }

    private void count(String name, long number) {
        if (number > 0) {
            page.append("<div>");
            element("dt", name);
            element("dd", Long.toString(number));
            page.append("</div>\n");
        }
    }

    private void whole() {
        Board.Whole whole = board.whole();
        Verdict verdict = whole.verdict();
        page.append("<section class=\"verdict " + (verdict == null ? "NONE" : verdict) + "\">\n");
        element("h2", say("whole.title"));
        if (verdict == null || whole.amount() == null) {
            element("p", whole.refused() == null ? say("whole.none") : say("whole.refused", "reason", whole.refused()));
        } else {
            page.append("<p>");
            element("b", say("verdict." + verdict));
            page.append(". ")
                    .append(text(say(
                            "whole.sums",
                            "units",
                            words.count("count.units", whole.units()),
                            "lines",
                            words.count("count.lines", whole.lines()),
                            "amount",
                            money(whole.amount()))))
                    .append(" ")
                    .append(text(found(whole.errors(), whole.warnings(), whole.reviews())))
                    .append(" <a href=\"" + link(whole.report()) + "\">")
                    .append(text(say("page.report")))
                    .append("</a></p>\n");
            element(
                    whole.addsUp() ? "p" : "p class=\"bad\"",
                    say(
                            whole.addsUp() ? "whole.adds-up" : "whole.differs",
                            "lines",
                            CollectionWords.whole(whole.linesOfUnits()),
                            "amount",
                            money(whole.amountOfUnits())));
        }
        if (!whole.absent().isEmpty()) {
            element(
                    "p",
                    say(
                            "whole.absent",
                            "count",
                            Integer.toString(whole.absent().size()),
                            "units",
                            String.join(", ", whole.absent())));
        }
        page.append("</section>\n");
    }

    private String found(long errors, long warnings, long reviews) {
        return say(
                "page.found",
                "errors",
                words.count("count.errors", errors),
                "warnings",
                words.count("count.warnings", warnings),
                "reviews",
                words.count("count.reviews", reviews));
    }

    private void units() {
        element("h2", say("page.units"));
        table(
                say("page.units.caption"),
                say("column.unit"),
                say("column.handed-in"),
                say("column.progress"),
                say("column.file"),
                "n " + say("column.errors"),
                "n " + say("column.warnings"),
                "n " + say("column.reviews"),
                "n " + say("column.lines"),
                "n " + say("column.amount"));
        for (Board.UnitState unit : board.units()) {
            unit(unit);
        }
        page.append("</tbody></table></div>\n");
    }

    private void unit(Board.UnitState unit) {
        String name = unit.name() == null ? unit.code() : unit.code() + " " + unit.name();
        page.append("<tr><th scope=\"row\">");
        if (unit.report() == null) {
            page.append(text(name));
        } else {
            page.append("<a href=\"" + link(unit.report()) + "\">")
                    .append(text(name))
                    .append("</a>");
        }
        page.append("<span class=\"src\"><a href=\"" + link(unit.note()) + "\">")
                .append(text(say("page.note")))
                .append("<span class=\"away\"> ")
                .append(text(unit.code()))
                .append("</span></a></span></th>\n<td>");
        element("span class=\"tag " + unit.handedIn() + "\"", say("handed-in." + unit.handedIn()));
        page.append("</td><td>");
        element("span class=\"tag " + unit.progress() + "\"", say("progress." + unit.progress()));
        page.append("</td><td class=\"file\">");
        if (unit.file() != null) {
            page.append(text(unit.file()));
            element(
                    "span class=\"src\"",
                    say(
                            unit.receivedListed() ? "page.received-listed" : "page.received-time",
                            "when",
                            String.valueOf(unit.received())));
        }
        if (!unit.remarks().isEmpty()) {
            page.append("<ul class=\"src\">");
            unit.remarks().forEach(remark -> element("li", remark));
            page.append("</ul>");
        }
        page.append("</td>\n");
        boolean read = unit.amount() != null;
        for (long number : new long[] {unit.errors(), unit.warnings(), unit.reviews(), unit.lines()}) {
            element("td class=\"n\"", read ? CollectionWords.whole(number) : "\u2014");
        }
        String amount = unit.amount();
        element("td class=\"n\"", amount == null ? "\u2014" : Finding.Detail.grouped(new BigDecimal(amount)));
        page.append("</tr>\n");
    }

    private void shared() {
        element("h2", say("page.shared"));
        if (board.shared().isEmpty()) {
            element("p", say("page.shared.none"));
            return;
        }
        element("p", say("page.shared.meaning"));
        table(
                say("page.shared.caption"),
                say("column.mistake"),
                say("column.severity"),
                "n " + say("column.units"),
                "n " + say("column.findings"),
                "n " + say("column.stake"),
                say("column.which"));
        for (Board.SharedMistake mistake : board.shared()) {
            page.append("<tr><th scope=\"row\">").append(text(mistake.title()));
            element("span class=\"src\"", mistake.pack() + " · " + mistake.ruleId());
            page.append("</th>\n<td>");
            element("span class=\"tag " + mistake.severity() + "\"", say("severity." + mistake.severity()));
            page.append("</td>");
            element("td class=\"n\"", CollectionWords.whole(mistake.units().size()));
            element("td class=\"n\"", CollectionWords.whole(mistake.findings()));
            element("td class=\"n\"", Finding.Detail.grouped(new BigDecimal(mistake.stake())));
            element("td class=\"file src\"", first(mistake.units()));
            page.append("</tr>\n");
        }
        page.append("</tbody></table></div>\n");
    }

    /** The workbook and the JSON name them all. */
    private String first(List<String> units) {
        int most = 8;
        String named = String.join(", ", units.subList(0, Math.min(most, units.size())));
        return units.size() <= most
                ? named
                : named + " " + say("page.more", "count", Integer.toString(units.size() - most));
    }

    private void strays() {
        element("h2", say("page.strays"));
        if (board.strays().isEmpty()) {
            element("p", say("page.strays.none"));
            return;
        }
        page.append("<ul>\n");
        for (Board.StrayFile stray : board.strays()) {
            page.append("<li>");
            element("b", stray.file());
            page.append(": ").append(text(stray.why())).append("</li>\n");
        }
        page.append("</ul>\n");
    }

    /** A heading that begins with an n and a blank is of numbers. */
    private void table(String caption, String... headings) {
        page.append(
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + text(caption) + "\"><table>");
        element("caption", caption);
        page.append("<thead><tr>");
        for (String heading : headings) {
            boolean number = heading.startsWith("n ");
            element(
                    number ? "th scope=\"col\" class=\"n\"" : "th scope=\"col\"",
                    number ? heading.substring(2) : heading);
        }
        page.append("</tr></thead><tbody>\n");
    }

    private void element(String tag, String content) {
        int end = tag.indexOf(' ');
        page.append("<" + tag + ">").append(text(content)).append("</" + (end < 0 ? tag : tag.substring(0, end)) + ">");
    }

    private String money(@Nullable String amount) {
        return amount == null
                ? "\u2014"
                : Finding.Detail.grouped(new BigDecimal(amount)) + " "
                        + Objects.toString(board.whole().currency(), "");
    }

    private String say(String key, String... namesAndValues) {
        return words.get(key, namesAndValues);
    }

    /** What we name ourselves is of letters, digits and few signs, see {@link Places}. */
    private static String link(@Nullable String place) {
        return text(String.valueOf(place));
    }

    /** A text that stays a text, whatever it holds. */
    private static String text(String text) {
        return TextPage.harmless(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String style() {
        try (InputStream in = BoardPage.class.getResourceAsStream("board.css")) {
            return new String(Objects.requireNonNull(in, "board.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Not in the jar: board.css.\nMaybe the jar was repacked.", e);
        }
    }
}
