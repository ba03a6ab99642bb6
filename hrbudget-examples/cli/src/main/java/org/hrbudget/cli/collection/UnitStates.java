package org.hrbudget.cli.collection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hrbudget.io.Input;
import org.hrbudget.summary.UnitSummary;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Says how units stand, from what they handed in and what became of it.
 *
 * @param locale the language of remarks
 * @param due the last day on which a hand-in is on time, or {@code null}
 * @param listed whether the counter kept a list
 */
public record UnitStates(Locale locale, @Nullable LocalDate due, boolean listed) {

    /**
     * {@return how a unit stands of which nothing was handed in or nothing could be read}
     *
     * @param refused why its file could not be read, or {@code null} where there is none
     * @param note the link to its note
     */
    public Board.UnitState unread(HandIns.OfUnit of, @Nullable String refused, String note) {
        List<String> remarks = new ArrayList<>();
        if (refused != null) {
            remarks.add(say("remark.refused", "reason", refused));
        }
        remarks.addAll(versions(of));
        return state(
                of,
                refused == null ? Board.Progress.NOT_STARTED : Board.Progress.PROBLEM,
                null,
                new long[5],
                null,
                new String[] {null, null, note},
                remarks);
    }

    /**
     * {@return how a unit stands whose file was judged}
     *
     * @param report what was found
     * @param links the links to its page, its JSON and its note
     */
    public Board.UnitState judged(HandIns.OfUnit of, ValidationReport report, String... links) {
        long rejected =
                report.inputs().stream().mapToLong(Input.Account::rowsRejected).sum();
        List<UnitSummary> others = report.summaries().units().stream()
                .filter(unit -> !of.unit().is(unit.unitCode()))
                .toList();
        List<String> remarks = new ArrayList<>();
        for (UnitSummary other : others) {
            remarks.add(say(
                    "remark.other-unit",
                    "count",
                    Long.toString(other.lines()),
                    "unit",
                    other.unitCode(),
                    "amount",
                    Finding.Detail.grouped(other.amount()) + " "
                            + report.header().currency()));
        }
        long lines = report.summaries().budget().lines();
        long named = report.summaries().units().stream()
                .mapToLong(UnitSummary::lines)
                .sum();
        if (named < lines) {
            remarks.add(say("remark.no-unit", "count", Long.toString(lines - named)));
        }
        if (rejected > 0) {
            remarks.add(say("remark.rejected", "count", Long.toString(rejected)));
        }
        remarks.addAll(versions(of));
        long errors = report.violations(Severity.ERROR);
        boolean problem = errors > 0 || rejected > 0 || !others.isEmpty() || named < lines;
        Board.Progress progress = problem
                ? Board.Progress.PROBLEM
                : report.verdict() == Verdict.COMPLIANT && !of.byNameAlone()
                        ? Board.Progress.COMPLETE
                        : Board.Progress.INCOMPLETE;
        long[] counts = {
            errors, report.violations(Severity.WARNING), report.violations(Severity.REVIEW), rejected, lines
        };
        return state(
                of,
                progress,
                report.verdict(),
                counts,
                plain(report.summaries().budget().amount()),
                links,
                remarks);
    }

    private Board.UnitState state(
            HandIns.OfUnit of,
            Board.Progress progress,
            @Nullable Verdict verdict,
            long[] counts,
            @Nullable String amount,
            @Nullable String[] links,
            List<String> remarks) {
        HandIns.HandIn taken = of.taken();
        return new Board.UnitState(
                of.unit().code(),
                of.unit().name(),
                of.unit().kind(),
                handedIn(taken),
                progress,
                taken == null ? null : taken.name(),
                taken == null ? null : taken.received().toString(),
                taken != null && taken.listed(),
                of.others().stream().map(HandIns.HandIn::name).toList(),
                verdict,
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                counts[4],
                amount,
                links[0],
                links[1],
                String.valueOf(links[2]),
                remarks);
    }

    private Board.HandedIn handedIn(HandIns.@Nullable HandIn taken) {
        if (taken == null) {
            return Board.HandedIn.MISSING;
        }
        if (due == null) {
            return Board.HandedIn.HANDED_IN;
        }
        return taken.received().day().isAfter(due) ? Board.HandedIn.LATE : Board.HandedIn.ON_TIME;
    }

    /** {@return what is to be said of the versions there are} */
    private List<String> versions(HandIns.OfUnit of) {
        List<String> said = new ArrayList<>();
        HandIns.HandIn taken = of.taken();
        if (taken == null) {
            return said;
        }
        if (!of.others().isEmpty()) {
            said.add(say(
                    of.byNameAlone() ? "remark.versions-by-name" : "remark.versions",
                    "count",
                    Integer.toString(of.others().size()),
                    "taken",
                    taken.name(),
                    "others",
                    of.others().stream()
                            .map(other -> say(
                                    "remark.version",
                                    "file",
                                    other.name(),
                                    "when",
                                    other.received().toString()))
                            .collect(Collectors.joining(", "))));
        }
        if (listed && !taken.listed()) {
            said.add(say("remark.not-listed", "file", taken.name()));
        }
        return said;
    }

    private String say(String key, String... namesAndValues) {
        return new CollectionWords(locale).get(key, namesAndValues);
    }

    /**
     * {@return the report on all together, which says of which units nothing is in it: without them nothing of it is settled}
     *
     * @param absent the codes of these units
     */
    public static ValidationReport lacking(ValidationReport report, List<String> absent) {
        if (absent.isEmpty()) {
            return report;
        }
        return report.leftOpenBy(new ValidationReport.Problem(
                ValidationReport.Problem.ProblemKind.INPUT,
                report.header().jurisdiction(),
                CollectionWords.both(
                        "whole.lacking",
                        "count",
                        Integer.toString(absent.size()),
                        "units",
                        String.join(", ", absent))));
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }
}
