package org.hrbudget.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.io.Budgets;
import org.hrbudget.report.internal.WorkbookFile;
import org.hrbudget.report.internal.WorkbookSheet;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A report as a workbook: what to correct, what each unit and each right comes to, what each rule did, what was read; before all of that,
 * where it is at hand, the budget itself with its cells at fault marked.
 */
final class WorkbookReport {

    static final Wording WORDING = Wording.beside(WorkbookReport.class, "book");

    private static final int MOST_FINDINGS = 1_000_000;
    private static final int MOST_DUTIES = 3;
    private static final int RATIO_DECIMALS = 6;
    private static final String PERCENT = "0.00%";

    private final ReportDocument document;
    private final DocumentWords about;
    private final ReportWords words;
    private final WorkbookFile book;
    private final Map<DocumentWords.RuleOfPack, ReportDocument.RuleAccount> rules = new HashMap<>();

    private WorkbookReport(ReportDocument document, WorkbookFile book) {
        this.document = document;
        this.about = DocumentWords.of(document);
        this.words = about.words();
        this.book = book;
        document.ledger().forEach(rule -> rules.put(DocumentWords.RuleOfPack.of(rule), rule));
    }

    static void write(ReportDocument document, OutputStream out) throws IOException {
        write(document, null, out);
    }

    /**
     * Writes a report.
     *
     * @param reading how the budget is read that it is about, or {@code null} where it is not at hand
     */
    static void write(ReportDocument document, Budgets.@Nullable Reading reading, OutputStream out) throws IOException {
        try (WorkbookFile book = WorkbookFile.on(out)) {
            WorkbookReport report = new WorkbookReport(document, book);
            List<String> notes = new ArrayList<>();
            if (reading != null) {
                WorkbookBudget budget = new WorkbookBudget(report.about, book);
                budget.write(reading);
                notes.addAll(budget.notes());
            }
            report.write(notes);
            book.finish();
        }
        out.flush();
    }

    private void write(List<String> notes) throws IOException {
        book.openWithNext();
        findings(notes);
        units();
        rights();
        ledger();
        new WorkbookInputs(about, book).write();
    }

    private String say(String key, String... namesAndValues) {
        return WORDING.of(key, namesAndValues).in(words.locale());
    }

    /** The headings of a sheet, by the ends of their keys. */
    private List<String> headings(String... keys) {
        String currency = document.budget().currency();
        return Stream.of(keys)
                .map(key -> say("column." + key, "currency", currency))
                .toList();
    }

    private void findings(List<String> notes) throws IOException {
        WorkbookSheet sheet = book.sheet(say("sheet.findings"));
        sheet.widths(List.of(14, 12, 30, 22, 9, 20, 32, 18, 18, 50, 60, 60, 20, 34, 46, 19, 8, 40));
        sheet.line(about.verdict() + " " + about.counts(), true);
        sheet.line(words.get("verdict." + document.verdict() + ".meaning"), false);
        sheet.line(about.title() + ". " + about.judged(), false);
        for (String note : notes(notes)) {
            sheet.line(note, false);
        }
        List<ReportDocument.Defect> gravest = about.gravestFindings();
        ReportDocument.Changes changes = document.changes();
        List<String> headings = new ArrayList<>(headings(
                "severity",
                "unit",
                "unit-name",
                "file",
                "row",
                "column",
                "line",
                "value",
                "meant",
                "defect",
                "message",
                "remedy",
                "stake",
                "rule",
                "basis",
                "fingerprint"));
        if (changes != null) {
            headings.add(say("column.new"));
        }
        if (document.waivers() != null) {
            headings.add(say("column.waiver"));
        }
        sheet.headings(headings);
        Set<String> added = changes == null ? Set.of() : Set.copyOf(changes.addedFingerprints());
        for (ReportDocument.Defect finding : gravest.subList(0, Math.min(MOST_FINDINGS, gravest.size()))) {
            finding(finding, added, sheet);
        }
        sheet.finish();
    }

    /** What stands above the findings: what is open, and what the sheets leave out. */
    private List<String> notes(List<String> ofBudget) {
        List<String> notes = new ArrayList<>();
        if (document.changes() != null) {
            notes.add(about.changes());
        }
        notes.addAll(about.waivers());
        if (!document.problems().isEmpty()) {
            notes.add(say(
                    "note.problems",
                    "count",
                    ReportWords.whole(document.problems().size())));
        }
        if (!document.openDuties().isEmpty()) {
            String first = document.openDuties().stream()
                    .limit(MOST_DUTIES)
                    .map(ReportDocument.OpenDuty::title)
                    .collect(Collectors.joining("; "));
            notes.add(say(
                    "note.open",
                    "count",
                    ReportWords.whole(document.openDuties().size()),
                    "first",
                    first));
        }
        if (document.truncated()) {
            notes.add(words.get("findings.truncated"));
        }
        if (document.findings().size() > MOST_FINDINGS) {
            notes.add(say("note.findings", "most", ReportWords.whole(MOST_FINDINGS)));
        }
        notes.addAll(ofBudget);
        if (amounts().anyMatch(amount -> !WorkbookSheet.survives(new BigDecimal(amount)))) {
            notes.add(say("note.amounts"));
        }
        return notes;
    }

    /** {@return all amounts that are written} */
    private Stream<String> amounts() {
        return Stream.of(
                        document.findings().stream().map(ReportDocument.Defect::stake),
                        document.ledger().stream().map(ReportDocument.RuleAccount::stake),
                        document.units().stream().flatMap(unit -> Stream.of(unit.amount(), unit.attributedAmount())),
                        document.rights().stream().flatMap(right -> Stream.of(right.amount(), right.unjudged())),
                        document.budget().totals().values().stream())
                .flatMap(each -> each)
                .filter(Objects::nonNull);
    }

    private void finding(ReportDocument.Defect finding, Set<String> added, WorkbookSheet sheet) throws IOException {
        ReportDocument.Location at = finding.location();
        ReportDocument.Line line = finding.line();
        sheet.next();
        sheet.text(words.get("severity." + finding.severity()));
        sheet.colour(0, WorkbookBudget.colour(finding.severity()), null);
        sheet.text(finding.unit());
        sheet.prose(finding.unitName());
        sheet.text(at != null ? at.file() : line != null ? line.file() : null);
        row(at != null ? at.row() : line != null ? line.row() : 0, sheet);
        sheet.text(at == null ? null : at.column());
        sheet.prose(line == null ? null : identified(line));
        sheet.prose(at == null ? null : at.value());
        sheet.prose(at == null ? null : at.meant());
        sheet.prose(finding.title());
        sheet.prose(finding.message());
        sheet.prose(finding.remedy());
        sheet.money(finding.stake());
        sheet.text(finding.ruleId());
        ReportDocument.RuleAccount rule = rules.get(DocumentWords.RuleOfPack.of(finding));
        sheet.prose(rule == null ? null : basis(rule));
        sheet.text(finding.fingerprint());
        if (document.changes() != null) {
            sheet.text(added.contains(finding.fingerprint()) ? say("yes") : null);
        }
        sheet.prose(about.waiver(finding));
    }

    private static void row(long row, WorkbookSheet sheet) {
        if (row == 0) {
            sheet.text(null);
        } else {
            sheet.number(BigDecimal.valueOf(row), "0");
        }
    }

    /** {@return what its unit knows the line by} */
    private String identified(ReportDocument.Line line) {
        List<String> parts = new ArrayList<>();
        if (line.id() != null) {
            parts.add(words.get("line.id", "id", line.id()));
        }
        line.codes().forEach((field, code) -> parts.add(words.field(field) + " " + code));
        return String.join("; ", parts);
    }

    private String basis(ReportDocument.RuleAccount rule) {
        return rule.citation() + " [" + words.get("evidence." + rule.evidence()) + "]";
    }

    private void units() throws IOException {
        WorkbookSheet sheet = book.sheet(say("sheet.units"));
        sheet.widths(List.of(12, 46, 26, 11, 11, 22, 22, 16, 11, 14, 12, 14));
        sheet.headings(headings(
                "unit",
                "unit-name",
                "unit-kind",
                "lines",
                "linked-lines",
                "amount",
                "attributed",
                "unit-verdict",
                "errors",
                "warnings",
                "reviews",
                "infos"));
        for (ReportDocument.UnitSum unit : document.units()) {
            sheet.next();
            sheet.text(unit.code());
            sheet.prose(unit.name());
            sheet.text(unit.kind());
            sheet.number(unit.lines());
            count(unit.linkedLines(), sheet);
            sheet.money(unit.amount());
            amount(unit.attributedAmount(), sheet);
            sheet.text(words.get("verdict." + unit.verdict()));
            for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.REVIEW, Severity.INFO)) {
                sheet.number(unit.violated().getOrDefault(severity, 0L));
            }
        }
        sheet.finish();
    }

    /** Unknown is not zero, and not a blank either. */
    private void amount(@Nullable String amount, WorkbookSheet sheet) throws IOException {
        if (amount == null) {
            sheet.text(say("unknown"));
        } else {
            sheet.money(amount);
        }
    }

    private void count(@Nullable Number count, WorkbookSheet sheet) throws IOException {
        if (count == null) {
            sheet.text(say("unknown"));
        } else {
            sheet.number(count.longValue());
        }
    }

    private void rights() throws IOException {
        WorkbookSheet sheet = book.sheet(say("sheet.rights"));
        sheet.widths(List.of(8, 60, 12, 12, 12, 12, 22, 22, 12));
        sheet.headings(
                headings("code", "right", "group", "actions", "linked", "funded", "amount", "unjudged-money", "share"));
        String total = document.budget().totals().get(document.budget().basis());
        BigDecimal whole = total == null ? BigDecimal.ZERO : new BigDecimal(total);
        for (ReportDocument.RightSum right : document.rights()) {
            sheet.next();
            sheet.text(right.code());
            sheet.prose(right.name());
            sheet.text(say(right.group() ? "yes" : "no"));
            sheet.number(right.actions());
            count(right.linkedActions(), sheet);
            count(right.fundedActions(), sheet);
            amount(right.amount(), sheet);
            amount(right.unjudged(), sheet);
            if (whole.signum() > 0 && right.amount() != null) {
                sheet.number(
                        new BigDecimal(right.amount()).divide(whole, RATIO_DECIMALS, RoundingMode.HALF_UP), PERCENT);
            }
        }
        sheet.finish();
    }

    private void ledger() throws IOException {
        WorkbookSheet sheet = book.sheet(say("sheet.rules"));
        sheet.widths(List.of(18, 40, 50, 16, 8, 18, 12, 12, 12, 22, 60, 50, 60));
        sheet.headings(headings(
                "pack",
                "rule",
                "defect",
                "severity",
                "duty",
                "outcome",
                "examined",
                "violated",
                "undetermined",
                "stake",
                "reason",
                "basis",
                "source"));
        for (ReportDocument.RuleAccount rule : document.ledger()) {
            sheet.next();
            sheet.text(rule.pack());
            sheet.text(rule.ruleId());
            sheet.prose(rule.title());
            sheet.text(words.get("severity." + rule.severity()));
            sheet.text(say(rule.duty() ? "yes" : "no"));
            sheet.text(say("outcome." + rule.outcome()));
            sheet.number(rule.examined());
            sheet.number(rule.violated());
            sheet.number(rule.undetermined());
            sheet.money(rule.stake());
            sheet.prose(rule.reason());
            sheet.prose(basis(rule));
            sheet.prose(rule.source());
        }
        sheet.finish();
    }
}
