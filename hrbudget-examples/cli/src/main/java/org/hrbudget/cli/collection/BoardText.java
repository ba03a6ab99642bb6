package org.hrbudget.cli.collection;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hrbudget.report.TextPage;
import org.hrbudget.validation.Finding;

/** A board in a few lines: how many units stand how, and each of which something is to be said. */
public final class BoardText {

    private BoardText() {}

    /**
     * Writes the lines.
     *
     * @throws IOException if they cannot be written
     */
    public static void write(Board board, Appendable out) throws IOException {
        CollectionWords words = new CollectionWords(Locale.forLanguageTag(board.language()));
        TextPage page = new TextPage(out);
        List<String> counts = new ArrayList<>();
        for (Board.HandedIn handedIn : Board.HandedIn.values()) {
            counts.add(words.get("handed-in." + handedIn) + " " + board.count(unit -> unit.handedIn() == handedIn));
        }
        page.paragraph(0, words.count("count.units", board.units().size()) + ". " + String.join(", ", counts) + ".");
        List<String> progress = new ArrayList<>();
        for (Board.Progress each : Board.Progress.values()) {
            progress.add(words.get("progress." + each) + " " + board.count(unit -> unit.progress() == each));
        }
        page.paragraph(0, String.join(", ", progress) + ".");
        Board.Whole whole = board.whole();
        if (whole.verdict() != null && whole.amount() != null) {
            page.paragraph(
                    0,
                    words.get("whole.title") + ": " + words.get("verdict." + whole.verdict()) + ". "
                            + words.get(
                                    "whole.sums",
                                    "units",
                                    words.count("count.units", whole.units()),
                                    "lines",
                                    words.count("count.lines", whole.lines()),
                                    "amount",
                                    Finding.Detail.grouped(new BigDecimal(whole.amount())) + " " + whole.currency()));
        }
        for (Board.UnitState unit : board.units()) {
            for (String remark : unit.remarks()) {
                page.paragraph(2, 4, "- " + unit.code() + ": " + remark);
            }
        }
        for (Board.StrayFile stray : board.strays()) {
            page.paragraph(2, 4, "- " + stray.file() + ": " + stray.why());
        }
    }
}
