package org.hrbudget.cli.collection;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.report.TextPage;
import org.hrbudget.validation.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The note that goes back to a unit, as plain text for a letter or a message: what came of what it handed in, what to repair first and
 * until when.
 *
 * @param words the words
 * @param fiscalYear the fiscal year of the budget
 * @param due the day on which hand-ins are due, or {@code null}
 * @param repairBy the day until which repairs are awaited, or {@code null}
 */
public record UnitNote(
        Locale words,
        int fiscalYear,
        @Nullable String due,
        @Nullable String repairBy) {

    /** How many repairs it asks for: a page of them is read, and a list of a thousand is not. */
    static final int MOST_REPAIRS = 5;

    /**
     * Writes the note of a unit.
     *
     * @param unit how it stands
     * @param document its report, or {@code null} where nothing of it could be read
     * @param out where to
     * @throws IOException if that cannot be written to
     */
    public void write(Board.UnitState unit, @Nullable ReportDocument document, Appendable out) throws IOException {
        TextPage page = new TextPage(out);
        String named = unit.name() == null ? unit.code() : unit.code() + " " + unit.name();
        page.paragraph(0, say("note.to", "unit", named));
        page.blank();
        page.paragraph(0, say("note.about", "year", Integer.toString(fiscalYear)));
        page.blank();
        page.paragraph(0, received(unit));
        for (String remark : unit.remarks()) {
            page.paragraph(2, 4, "- " + remark);
        }
        page.blank();
        if (document != null) {
            page.paragraph(0, verdict(unit, document));
            repairs(page, document);
            open(page, document);
            page.blank();
            page.paragraph(0, say("note.report", "report", file(unit.report())));
        }
        page.paragraph(0, until(unit));
    }

    private String say(String key, String... namesAndValues) {
        return new CollectionWords(words).get(key, namesAndValues);
    }

    private String received(Board.UnitState unit) {
        if (unit.handedIn() == Board.HandedIn.MISSING) {
            return due == null ? say("note.missing") : say("note.missing-due", "due", due);
        }
        return say(
                "note.received." + unit.handedIn(),
                "file",
                String.valueOf(unit.file()),
                "when",
                String.valueOf(unit.received()),
                "due",
                String.valueOf(due));
    }

    private String verdict(Board.UnitState unit, ReportDocument document) {
        return say(
                "note.verdict." + document.verdict(),
                "errors",
                number("count.errors", unit.errors()),
                "warnings",
                number("count.warnings", unit.warnings()),
                "reviews",
                number("count.reviews", unit.reviews()),
                "lines",
                number("count.lines", unit.lines()));
    }

    private String number(String key, long count) {
        return new CollectionWords(words).count(key, count);
    }

    private void repairs(TextPage page, ReportDocument document) throws IOException {
        List<ReportDocument.RuleAccount> rules = document.ledger().stream()
                .filter(rule -> rule.violated() > 0)
                .sorted(Comparator.comparing(ReportDocument.RuleAccount::severity)
                        .thenComparing(rule -> money(rule.stake()), Comparator.reverseOrder()))
                .toList();
        if (rules.isEmpty()) {
            return;
        }
        page.blank();
        page.paragraph(0, say("note.repairs", "count", Integer.toString(Math.min(MOST_REPAIRS, rules.size()))));
        for (int i = 0; i < Math.min(MOST_REPAIRS, rules.size()); i++) {
            repair(page, i + 1, rules.get(i), document);
        }
        if (rules.size() > MOST_REPAIRS) {
            page.paragraph(2, say("note.more", "count", Integer.toString(rules.size() - MOST_REPAIRS)));
        }
    }

    private void repair(TextPage page, int place, ReportDocument.RuleAccount rule, ReportDocument document)
            throws IOException {
        List<String> facts =
                new ArrayList<>(List.of(say("severity." + rule.severity()), number("count.findings", rule.violated())));
        String stake = rule.stake();
        if (stake != null && money(stake).signum() != 0) {
            facts.add(Finding.Detail.grouped(money(stake)) + " "
                    + document.budget().currency());
        }
        page.paragraph(2, 5, place + ". " + rule.title() + " (" + String.join(", ", facts) + ").");
        ReportDocument.Defect first = document.findings().stream()
                .filter(finding ->
                        finding.ruleId().equals(rule.ruleId()) && finding.pack().equals(rule.pack()))
                .findFirst()
                .orElse(null);
        if (first != null) {
            page.paragraph(5, place(first) + first.message());
            page.paragraph(5, first.remedy());
        }
    }

    private String place(ReportDocument.Defect finding) {
        ReportDocument.Location location = finding.location();
        if (location == null) {
            return "";
        }
        String column = location.column();
        return say(
                        column == null ? "note.row" : "note.cell",
                        "row",
                        Long.toString(location.row()),
                        "column",
                        Objects.requireNonNullElse(column, ""))
                + " ";
    }

    private void open(TextPage page, ReportDocument document) throws IOException {
        if (document.problems().isEmpty() && document.openDuties().isEmpty()) {
            return;
        }
        page.blank();
        page.paragraph(0, say("note.open"));
        for (ReportDocument.Fault problem : document.problems()) {
            page.paragraph(2, 4, "- " + problem.subject() + ": " + problem.message());
        }
        List<ReportDocument.OpenDuty> duties = document.openDuties();
        for (ReportDocument.OpenDuty duty : duties.subList(0, Math.min(MOST_REPAIRS, duties.size()))) {
            page.paragraph(2, 4, "- " + duty.title() + (duty.reason() == null ? "" : ": " + duty.reason()));
        }
        if (duties.size() > MOST_REPAIRS) {
            page.paragraph(2, say("note.more", "count", Integer.toString(duties.size() - MOST_REPAIRS)));
        }
    }

    private String until(Board.UnitState unit) {
        if (unit.progress() == Board.Progress.COMPLETE) {
            return say("note.done");
        }
        boolean missing = unit.handedIn() == Board.HandedIn.MISSING;
        if (repairBy == null) {
            return say(missing ? "note.hand-in" : "note.repair");
        }
        return say(missing ? "note.hand-in-by" : "note.repair-by", "day", repairBy);
    }

    /** The note lies beside the report. */
    private static String file(@Nullable String link) {
        return link == null ? "" : link.substring(link.lastIndexOf('/') + 1);
    }

    private static BigDecimal money(@Nullable String amount) {
        return amount == null ? BigDecimal.ONE.negate() : new BigDecimal(amount);
    }
}
