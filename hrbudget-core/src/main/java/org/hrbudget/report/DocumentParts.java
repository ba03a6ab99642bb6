package org.hrbudget.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Amounts;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.Position;
import org.hrbudget.report.internal.JsonDocument;
import org.hrbudget.summary.BudgetSummary;
import org.hrbudget.summary.Indicator;
import org.hrbudget.summary.RightSummary;
import org.hrbudget.summary.UnitSummary;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/** Turns the parts of a report into those of its document, in one language. */
final class DocumentParts {

    private static final int RATIO_DECIMALS = 10;
    private static final int FINGERPRINT_BYTES = 8;

    private final ValidationReport report;
    private final Locale locale;

    DocumentParts(ValidationReport report, Locale locale) {
        this.report = report;
        this.locale = locale;
    }

    ReportDocument document(Map<String, String> run) {
        return document(null, run);
    }

    ReportDocument document(@Nullable List<BudgetValidator.Forecast.Preview> previews, Map<String, String> run) {
        return new ReportDocument(
                ReportDocument.SCHEMA_VERSION,
                ReportDocument.Tool.current(),
                language(),
                budget(),
                report.packs().stream().map(this::selection).toList(),
                report.inputs().stream()
                        .map(account -> ReportDocument.Input.of(account, locale))
                        .toList(),
                report.header().scope(),
                report.verdict(),
                report.openDuties().stream().map(this::openDuty).toList(),
                report.ledger().stream().map(this::account).toList(),
                report.findings().stream().map(this::defect).toList(),
                report.truncated(),
                report.rejectedRows().stream().map(this::rejection).toList(),
                report.problems().stream().map(this::fault).toList(),
                report.indicators().stream().map(DocumentParts::figure).toList(),
                rights(),
                units(),
                previews == null ? null : previews.stream().map(this::coming).toList(),
                null,
                null,
                run);
    }

    private String language() {
        return locale.getLanguage().equals("es") ? "es" : "en";
    }

    private ReportDocument.Budget budget() {
        BudgetHeader header = report.header();
        FiscalYear year = header.fiscalYear();
        Map<AmountKind, String> totals = new EnumMap<>(AmountKind.class);
        for (AmountKind kind : AmountKind.values()) {
            BigDecimal total = report.summaries().budget().totals().get(kind);
            if (total != null) {
                totals.put(kind, total.toPlainString());
            }
        }
        return new ReportDocument.Budget(
                header.jurisdiction(),
                year == null ? null : year.value(),
                header.phase(),
                header.phase().basis(),
                header.currency(),
                report.summaries().budget().lines(),
                totals,
                withoutRight());
    }

    private boolean moneyOfRightsKnown() {
        return report.linksKnown() && report.summaries().moneyGiven();
    }

    private ReportDocument.@Nullable WithoutRight withoutRight() {
        if (!moneyOfRightsKnown()) {
            return null;
        }
        BudgetSummary.Unlinked unlinked = report.summaries().budget().unlinked();
        boolean reasons = report.data().contains(DataItem.NO_ACTION_REASON);
        return new ReportDocument.WithoutRight(
                JsonDocument.amount(unlinked.amount()),
                reasons ? JsonDocument.amount(unlinked.withReason()) : null,
                reasons ? JsonDocument.amount(unlinked.withoutReason()) : null,
                JsonDocument.amount(unlinked.ofUnknownActions()));
    }

    private List<ReportDocument.RightSum> rights() {
        List<RightSummary> all = report.summaries().rights();
        List<RightSummary> unjudged = report.unjudged().rights();
        List<ReportDocument.RightSum> sums = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            sums.add(right(all.get(i), unjudged.get(i)));
        }
        return sums;
    }

    private ReportDocument.RightSum right(RightSummary right, RightSummary unjudged) {
        return new ReportDocument.RightSum(
                right.code(),
                language().equals("es") ? right.right().nameEs() : right.right().nameEn(),
                right.group(),
                right.actions(),
                report.linksKnown() ? right.linkedActions() : null,
                moneyOfRightsKnown() ? right.fundedActions() : null,
                moneyOfRightsKnown() ? JsonDocument.amount(right.amount()) : null,
                moneyOfRightsKnown() ? JsonDocument.amount(unjudged.amount()) : null);
    }

    private List<ReportDocument.UnitSum> units() {
        Map<String, UnitSummary> summaries = new HashMap<>();
        report.summaries().units().forEach(unit -> summaries.put(unit.unitCode(), unit));
        Map<String, String> names = new HashMap<>();
        report.findings().forEach(finding -> {
            if (finding.unitCode() != null && finding.unitName() != null) {
                names.putIfAbsent(finding.unitCode(), finding.unitName());
            }
        });
        List<ReportDocument.UnitSum> sums = new ArrayList<>();
        report.units().forEach((code, standing) -> {
            UnitSummary unit = summaries.get(code);
            sums.add(unit == null ? withoutLines(code, names.get(code), standing) : unit(unit, standing));
        });
        return sums;
    }

    private ReportDocument.UnitSum unit(UnitSummary unit, ValidationReport.UnitStanding standing) {
        return new ReportDocument.UnitSum(
                unit.unitCode(),
                unit.unitName(),
                unit.unitKind(),
                standing.verdict(),
                violated(standing),
                standing.undetermined(),
                unit.lines(),
                report.linksKnown() ? unit.linkedLines() : null,
                JsonDocument.amount(unit.amount()),
                moneyOfRightsKnown() ? JsonDocument.amount(unit.attributedAmount()) : null,
                moneyOfRightsKnown()
                        ? unit.rights().stream()
                                .filter(right -> right.linkedActions() > 0)
                                .map(right -> new ReportDocument.UnitRight(
                                        right.code(), right.linkedActions(), JsonDocument.amount(right.amount())))
                                .toList()
                        : null);
    }

    /** Its documents alone are there. */
    private ReportDocument.UnitSum withoutLines(
            String code, @Nullable String name, ValidationReport.UnitStanding standing) {
        String nothing = BigDecimal.ZERO.setScale(Amounts.SCALE).toPlainString();
        return new ReportDocument.UnitSum(
                code,
                name,
                null,
                standing.verdict(),
                violated(standing),
                standing.undetermined(),
                0,
                report.linksKnown() ? 0L : null,
                nothing,
                moneyOfRightsKnown() ? nothing : null,
                moneyOfRightsKnown() ? List.of() : null);
    }

    private static Map<Severity, Long> violated(ValidationReport.UnitStanding standing) {
        Map<Severity, Long> violated = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            violated.put(severity, standing.count(severity));
        }
        return violated;
    }

    private ReportDocument.Coming coming(BudgetValidator.Forecast.Preview preview) {
        FiscalYear year = preview.fromFiscalYear();
        return new ReportDocument.Coming(
                preview.pack().id(),
                preview.pack().title().in(locale),
                preview.replaced().id(),
                year == null ? null : year.value(),
                preview.fromDay() == null ? null : preview.fromDay().toString(),
                preview.count(),
                preview.findings().size() < preview.count(),
                preview.findings().stream()
                        .map(gained -> new ReportDocument.ComingDefect(gained.before(), defect(gained.finding())))
                        .toList());
    }

    private ReportDocument.Selection selection(PackManifest pack) {
        PackManifest.Selection selection = pack.selection();
        return new ReportDocument.Selection(
                pack.jurisdiction(),
                pack.version(),
                pack.title().in(locale),
                selection == null ? null : selection.fiscalYear().value(),
                selection == null ? null : selection.asOf().toString(),
                selection == null ? null : selection.reason(),
                selection == null ? List.of() : rejected(selection),
                pack.sha256());
    }

    private static List<ReportDocument.RejectedVersion> rejected(PackManifest.Selection selection) {
        return selection.rejected().stream()
                .map(version -> new ReportDocument.RejectedVersion(version.version(), version.reason()))
                .toList();
    }

    private ReportDocument.OpenDuty openDuty(LedgerEntry entry) {
        return new ReportDocument.OpenDuty(
                entry.pack(),
                entry.rule().id(),
                entry.rule().title().in(locale),
                entry.undetermined(),
                in(entry.reason()));
    }

    private ReportDocument.RuleAccount account(LedgerEntry entry) {
        Rule rule = entry.rule();
        return new ReportDocument.RuleAccount(
                entry.pack(),
                rule.id(),
                rule.severity(),
                rule.duty(),
                rule.title().in(locale),
                rule.legalBasis().key(),
                new ReportWords(locale).instrument(rule.legalBasis()),
                rule.legalBasis().source(),
                rule.legalBasis().evidence(),
                entry.examined(),
                entry.violated(),
                entry.undetermined(),
                plain(entry.stake()),
                entry.outcome(),
                in(entry.reason()),
                rule.rows());
    }

    private ReportDocument.Defect defect(Finding finding) {
        return defect(finding, locale);
    }

    /** {@return a finding in a reader's language} */
    static ReportDocument.Defect defect(Finding finding, Locale locale) {
        Position position = finding.position();
        Map<String, String> details = new HashMap<>();
        finding.details().forEach((name, detail) -> details.put(name, text(detail, locale)));
        return new ReportDocument.Defect(
                fingerprint(finding),
                finding.pack(),
                finding.ruleId(),
                finding.severity(),
                finding.title(locale),
                finding.message(locale),
                finding.remedy(locale),
                finding.unitCode(),
                finding.unitName(),
                position == null
                        ? null
                        : new ReportDocument.Location(
                                position.file(), position.row(), finding.column(), finding.value(), finding.meant()),
                line(finding.line()),
                plain(finding.stake()),
                details,
                null);
    }

    /**
     * Neither row nor amounts are of it: a line that moves or is corrected in part is the same line. What has a row and no line at hand, such
     * as a line whose key is repeated, is known by its row: another row must not pass for it.
     */
    private static String fingerprint(Finding finding) {
        Finding.Line line = finding.line();
        List<String> parts = new ArrayList<>();
        parts.add(finding.pack().substring(0, Math.max(0, finding.pack().lastIndexOf(' '))));
        parts.add(finding.ruleId());
        parts.add(Objects.toString(finding.unitCode(), ""));
        parts.add(line == null ? "" : line.id() == null ? line.codes().toString() : line.id());
        parts.add(Objects.toString(finding.column(), ""));
        Position position = finding.position();
        if (line == null) {
            parts.add(position == null ? "" : Long.toString(position.row()));
            finding.details().forEach((name, detail) -> {
                boolean file = position != null && detail.text().equals(position.file());
                if (detail.kind() == Finding.Detail.Type.TEXT && !file) {
                    parts.add(name + "=" + detail.text());
                }
            });
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static ReportDocument.@Nullable Line line(Finding.@Nullable Line line) {
        return line == null
                ? null
                : new ReportDocument.Line(
                        line.position().file(),
                        line.position().row(),
                        line.id(),
                        line.codes(),
                        line.others(),
                        plain(line.amount()));
    }

    private static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    private ReportDocument.Rejection rejection(ReadingAccount.RejectedRow row) {
        return new ReportDocument.Rejection(
                row.position().file(),
                row.position().row(),
                row.column(),
                row.value(),
                row.reason().in(locale));
    }

    private ReportDocument.Fault fault(ValidationReport.Problem problem) {
        return new ReportDocument.Fault(
                problem.kind(), problem.subject(), problem.message().in(locale));
    }

    private static ReportDocument.Figure figure(Indicator indicator) {
        BigDecimal value = indicator.value();
        String text = value == null ? null : indicator.unit().equals("ratio") ? ratio(value) : value.toPlainString();
        Indicator.Ratio ratio = indicator.ratio();
        return new ReportDocument.Figure(
                indicator.id(),
                text,
                ratio == null ? null : ratio.numerator().toPlainString(),
                ratio == null ? null : ratio.denominator().toPlainString(),
                indicator.unit(),
                indicator.dimensions());
    }

    private static String text(Finding.Detail detail, Locale locale) {
        return detail.kind() == Finding.Detail.Type.RATIO && !detail.text().isEmpty()
                ? ratio(new BigDecimal(detail.text()))
                : detail.text(locale);
    }

    /** A ratio of ten decimals at most, without trailing zeros. */
    private static String ratio(BigDecimal value) {
        BigDecimal rounded =
                value.setScale(RATIO_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.toPlainString();
    }

    private @Nullable String in(@Nullable Bilingual text) {
        return text == null ? null : text.in(locale);
    }
}
