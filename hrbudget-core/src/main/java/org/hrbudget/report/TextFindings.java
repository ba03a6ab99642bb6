package org.hrbudget.report;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hrbudget.io.InputAccount;
import org.hrbudget.io.RejectedRow;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.Position;
import org.hrbudget.model.Spelling;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.LegalBasis;
import org.hrbudget.validation.Problem;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RuleOutcome;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/** The parts of a text report that say what is wrong, and what could not be said. */
final class TextFindings {

    private static final int REJECTED_SHOWN = 20;

    /** An article cited by a number, such as {@code 4}, is shorter than a section cited by its name. */
    private static final int LONGEST_NUMBER = 4;

    private final ValidationReport report;
    private final Words words;
    private final Locale locale;
    private final TextPage page;
    private final int placesPerRule;

    TextFindings(ValidationReport report, Locale locale, TextPage page, int placesPerRule) {
        this.report = report;
        this.words = new Words(locale);
        this.locale = locale;
        this.page = page;
        this.placesPerRule = placesPerRule;
    }

    void problems() throws IOException {
        if (report.problems().isEmpty()) {
            return;
        }
        page.heading(words.get("problems"));
        for (Problem problem : report.problems()) {
            page.paragraph(
                    2,
                    4,
                    Spelling.harmless(problem.subject()) + ": "
                            + problem.message().in(locale));
        }
    }

    void counts() throws IOException {
        page.heading(words.get("findings"));
        List<List<String>> rows = new ArrayList<>();
        for (LedgerEntry entry : gravestFirst()) {
            Rule rule = entry.rule();
            rows.add(List.of(
                    words.get("severity." + rule.severity()),
                    Words.whole(entry.violated()),
                    rule.title().in(locale) + " (" + rule.id() + ")",
                    words.get("evidence." + rule.legalBasis().evidence() + ".short")));
        }
        if (rows.isEmpty()) {
            page.paragraph(2, words.get("findings.none"));
        }
        page.table(2, "lrwl", rows);
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

    /** {@return the rules that found something: the gravest first, those of one severity in the order of the law} */
    private List<LedgerEntry> gravestFirst() {
        return report.ledger().stream()
                .filter(entry -> entry.violated() > 0)
                .sorted(Comparator.comparing(entry -> entry.rule().severity()))
                .toList();
    }

    private void rule(LedgerEntry entry, boolean first) throws IOException {
        if (!first) {
            page.blank();
        }
        Rule rule = entry.rule();
        page.paragraph(
                2,
                4,
                words.get("severity." + rule.severity()) + "  " + rule.title().in(locale) + " — "
                        + words.count("findings.count", entry.violated()));
        page.paragraph(4, words.get("findings.rule", "rule", rule.id(), "pack", entry.pack()));
        page.paragraph(4, words.get("findings.basis", "basis", citation(rule.legalBasis())));
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
            page.paragraph(4, 6, "- " + place(finding) + ": " + finding.message(locale));
            if (!oneRemedy) {
                page.paragraph(6, words.get("findings.remedy", "remedy", finding.remedy(locale)));
            }
        }
        if (placesPerRule > 0 && entry.violated() > shown.size()) {
            page.paragraph(4, words.count("findings.more", entry.violated() - shown.size()));
        }
    }

    private String place(Finding finding) {
        Position position = finding.position();
        String unit = finding.unitCode();
        if (position != null) {
            return place(position, finding.column());
        }
        return unit == null ? words.get("place.budget") : words.get("place.unit", "unit", unit);
    }

    private String place(Position position, @Nullable String column) {
        String row = words.get("place.row", "file", position.file(), "row", Long.toString(position.row()));
        return column == null ? row : row + words.get("place.column", "column", column);
    }

    private String citation(LegalBasis basis) {
        StringBuilder citation = new StringBuilder(basis.instrument());
        String article = basis.article();
        if (article != null) {
            boolean number = article.chars().anyMatch(c -> c >= '0' && c <= '9') && article.length() <= LONGEST_NUMBER;
            citation.append(
                    number
                            ? words.get("basis.article", "article", article)
                            : words.get("basis.section", "section", article));
        }
        LocalDate published = basis.published();
        if (published != null) {
            citation.append(words.get("basis.published", "day", published.toString()));
        }
        return citation + " [" + words.get("evidence." + basis.evidence()) + "]";
    }

    void undetermined() throws IOException {
        List<LedgerEntry> open = report.ledger().stream()
                .filter(entry -> entry.outcome() == RuleOutcome.UNDETERMINED || entry.undetermined() > 0)
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
            if (entry.outcome() == RuleOutcome.NOT_APPLICABLE && reason != null) {
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
                report.inputs().stream().mapToLong(InputAccount::rowsRejected).sum();
        if (rejected == 0) {
            return;
        }
        page.heading(words.count("rejected", rejected));
        List<RejectedRow> shown =
                report.rejectedRows().stream().limit(REJECTED_SHOWN).toList();
        for (RejectedRow row : shown) {
            String value = row.value();
            String what = value == null ? "" : words.get("rejected.value", "value", value);
            page.paragraph(
                    2,
                    4,
                    place(row.position(), row.column()) + what + ": "
                            + row.reason().in(locale));
        }
        if (rejected > shown.size()) {
            page.paragraph(2, words.count("rejected.more", rejected - shown.size()));
        }
    }
}
