package org.hrbudget.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hrbudget.io.Input;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.ValidationReport;

/** The parts of a text report that say what is wrong, and what could not be said. */
final class TextFindings {

    private static final int REJECTED_SHOWN = 20;

    private static final int MOST_URGENT = 3;

    private final ValidationReport report;
    private final ReportWords words;
    private final Locale locale;
    private final TextPage page;
    private final int placesPerRule;
    private final TextPlaces places;

    TextFindings(ValidationReport report, Locale locale, TextPage page, int placesPerRule) {
        this.report = report;
        this.words = new ReportWords(locale);
        this.locale = locale;
        this.page = page;
        this.placesPerRule = placesPerRule;
        this.places = new TextPlaces(words, report.header().currency());
    }

    void problems() throws IOException {
        if (report.problems().isEmpty()) {
            return;
        }
        page.heading(words.get("problems"));
        for (ValidationReport.Problem problem : report.problems()) {
            page.paragraph(
                    2,
                    4,
                    Spelling.harmless(problem.subject()) + ": "
                            + problem.message().in(locale));
        }
    }

    /** The rules to begin with, in a line each: what no reader should have to look for. */
    void urgent() throws IOException {
        List<LedgerEntry> first = gravestFirst().stream().limit(MOST_URGENT).toList();
        if (first.isEmpty()) {
            return;
        }
        page.paragraph(2, words.get("urgent"));
        for (LedgerEntry entry : first) {
            page.paragraph(2, 4, "- " + headline(entry));
        }
    }

    private String headline(LedgerEntry entry) {
        Rule rule = entry.rule();
        return words.get("severity." + rule.severity()) + "  " + rule.title().in(locale) + " — " + found(entry);
    }

    void counts() throws IOException {
        page.heading(words.get("findings"));
        List<List<String>> rows = new ArrayList<>();
        for (LedgerEntry entry : gravestFirst()) {
            Rule rule = entry.rule();
            BigDecimal stake = entry.stake();
            rows.add(List.of(
                    words.get("severity." + rule.severity()),
                    ReportWords.whole(entry.violated()),
                    rule.title().in(locale) + " (" + rule.id() + ")",
                    stake == null ? "—" : places.money(stake),
                    words.get("evidence." + rule.legalBasis().evidence() + ".short")));
        }
        if (rows.isEmpty()) {
            page.paragraph(2, words.get("findings.none"));
        }
        page.table(2, "lrwrl", rows);
    }

    void findings() throws IOException {
        page.heading(words.get("findings"));
        List<LedgerEntry> violated = gravestFirst();
        if (violated.isEmpty()) {
            page.paragraph(2, words.get("findings.none"));
        }
        boolean first = true;
        for (LedgerEntry entry : violated) {
            rule(entry, first);
            first = false;
        }
        if (report.truncated()) {
            page.blank();
            page.paragraph(2, words.get("findings.truncated"));
        }
    }

    /**
     * {@return the rules that found something: the gravest first, of one severity those that touch the most money, and where that
     * is the same in the order of the law}
     */
    private List<LedgerEntry> gravestFirst() {
        return report.ledger().stream()
                .filter(entry -> entry.violated() > 0)
                .sorted(Comparator.comparing((LedgerEntry entry) -> entry.rule().severity())
                        .thenComparing(LedgerEntry::stake, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder())))
                .toList();
    }

    private void rule(LedgerEntry entry, boolean first) throws IOException {
        if (!first) {
            page.blank();
        }
        Rule rule = entry.rule();
        page.paragraph(2, 4, headline(entry));
        page.paragraph(4, words.get("findings.rule", "rule", rule.id(), "pack", entry.pack()));
        page.paragraph(4, words.get("findings.basis", "basis", words.citation(rule.legalBasis())));
        List<Finding> shown = report.findings().stream()
                .filter(finding ->
                        finding.pack().equals(entry.pack()) && finding.ruleId().equals(rule.id()))
                .limit(Math.max(1, placesPerRule))
                .toList();
        boolean oneRemedy =
                shown.stream().map(finding -> finding.remedy(locale)).distinct().count() == 1;
        if (oneRemedy) {
            page.paragraph(
                    4, words.get("findings.remedy", "remedy", shown.get(0).remedy(locale)));
        }
        for (Finding finding : shown.subList(0, Math.min(shown.size(), placesPerRule))) {
            places.write(page, 4, finding, "");
            if (!oneRemedy) {
                page.paragraph(6, words.get("findings.remedy", "remedy", finding.remedy(locale)));
            }
        }
        if (placesPerRule > 0 && entry.violated() > shown.size()) {
            page.paragraph(4, words.count("findings.more", entry.violated() - shown.size()));
        }
    }

    /** {@return how much a rule found, and how much money that touches} */
    private String found(LedgerEntry entry) {
        String count = words.count("findings.count", entry.violated());
        BigDecimal stake = entry.stake();
        return stake == null || stake.signum() == 0
                ? count
                : count + words.get("findings.stake", "amount", places.money(stake));
    }

    void undetermined() throws IOException {
        List<LedgerEntry> open = report.ledger().stream()
                .filter(entry -> entry.outcome() == LedgerEntry.Outcome.UNDETERMINED || entry.undetermined() > 0)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        page.heading(words.get("undetermined"));
        for (LedgerEntry entry : open) {
            Bilingual reason = entry.reason();
            page.paragraph(
                    2,
                    4,
                    named(entry) + ": " + (reason == null ? "—" : reason.in(locale)) + " "
                            + words.count("undetermined.examined", entry.examined()));
        }
    }

    void notApplicable() throws IOException {
        Map<String, Map<String, List<String>>> byReason = new LinkedHashMap<>();
        for (LedgerEntry entry : report.ledger()) {
            Bilingual reason = entry.reason();
            if (entry.outcome() == LedgerEntry.Outcome.NOT_APPLICABLE && reason != null) {
                byReason.computeIfAbsent(reason.in(locale), text -> new LinkedHashMap<>())
                        .computeIfAbsent(entry.pack(), pack -> new ArrayList<>())
                        .add(entry.rule().id());
            }
        }
        if (byReason.isEmpty()) {
            return;
        }
        page.heading(words.get("not-applicable"));
        boolean onePack = report.packs().size() == 1;
        for (Map.Entry<String, Map<String, List<String>>> reason : byReason.entrySet()) {
            page.paragraph(2, reason.getKey());
            for (Map.Entry<String, List<String>> pack : reason.getValue().entrySet()) {
                String rules = String.join(", ", pack.getValue());
                page.paragraph(4, 6, onePack ? rules : pack.getKey() + ": " + rules);
            }
        }
    }

    private String named(LedgerEntry entry) {
        String id = entry.rule().id();
        return entry.rule().title().in(locale) + " (" + (report.packs().size() == 1 ? id : entry.pack() + ": " + id)
                + ")";
    }

    void rejectedRows() throws IOException {
        long rejected =
                report.inputs().stream().mapToLong(Input.Account::rowsRejected).sum();
        if (rejected == 0) {
            return;
        }
        page.heading(words.count("rejected", rejected));
        List<ReadingAccount.RejectedRow> shown =
                report.rejectedRows().stream().limit(REJECTED_SHOWN).toList();
        for (ReadingAccount.RejectedRow row : shown) {
            String value = row.value();
            String what = value == null ? "" : words.get("rejected.value", "value", value);
            page.paragraph(
                    2,
                    4,
                    places.place(row.position(), row.column()) + what + ": "
                            + row.reason().in(locale));
        }
        if (rejected > shown.size()) {
            page.paragraph(2, words.count("rejected.more", rejected - shown.size()));
        }
    }
}
