package org.hrbudget.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hrbudget.io.Input;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.Summaries;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;
import org.jspecify.annotations.Nullable;

/** A report with something in each of its parts. */
final class Samples {

    static final Locale SPANISH = Locale.forLanguageTag("es");

    private static final String PACK = "mx-cmx 2011.1";

    private static final Set<DataItem> DATA =
            Set.of(DataItem.LINKS, DataItem.PROGRAMME, DataItem.APPROVED, DataItem.AMOUNT, DataItem.NO_ACTION_REASON);

    private static final List<SpendingLine> BOTH_LINES =
            List.of(line(1, "11CD01", "1000000.50", ActionLink.to("05.01.01")), line(2, "12CD01", "333333.50", null));

    private Samples() {}

    static ValidationReport report() {
        return report(Verdict.NOT_COMPLIANT, "budget.csv");
    }

    static ValidationReport report(Verdict verdict, String file) {
        Rule noAction =
                rule("line-names-no-action", Severity.ERROR, Rule.LegalBasis.Evidence.SEED, "Renglón sin acción");
        Rule low = rule("unit-linking-rate-low", Severity.INFO, Rule.LegalBasis.Evidence.SEED, "Tasa baja");
        Rule unknown = rule("item-unknown", Severity.WARNING, Rule.LegalBasis.Evidence.DERIVED, "Partida desconocida");
        Rule late = rule("approved-negative", Severity.WARNING, Rule.LegalBasis.Evidence.KNOWN, "Aprobado negativo");
        Bilingual noCatalogue =
                new Bilingual("No catalogue of object items was given.", "No se proporcionó un catálogo de partidas.");
        Bilingual missing = new Bilingual("3 of them lack data.", "A 3 de ellos les faltan datos.");
        List<LedgerEntry> ledger = List.of(
                new LedgerEntry(
                        PACK, noAction, 1200, 12, 0, new BigDecimal("3164244.60"), LedgerEntry.Outcome.VIOLATED, null),
                new LedgerEntry(PACK, unknown, 0, 0, 0, null, LedgerEntry.Outcome.NOT_APPLICABLE, noCatalogue),
                new LedgerEntry(PACK, late, 1197, 0, 3, null, LedgerEntry.Outcome.UNDETERMINED, missing),
                new LedgerEntry(PACK, low, 1, 1, 0, null, LedgerEntry.Outcome.VIOLATED, null));
        List<Finding> findings = new ArrayList<>();
        findings.add(finding(noAction, new Position(file, 17), "11CD01", amount("1234567.5")));
        findings.add(finding(noAction, new Position(file, 1018), "11CD01", amount("2.00")));
        findings.add(finding(low, null, null, new Finding.Detail(Finding.Detail.Type.RATIO, "0." + "3".repeat(40))));
        return new ValidationReport(
                new BudgetHeader("mx-cmx", FiscalYear.of(2011), "MXN", null, BudgetPhase.EXERCISED),
                List.of(manifest()),
                List.of(new Input.Account(file, "ab".repeat(32), "hrbudget", 1203, 1200, 2, 1)),
                verdict,
                ledger,
                findings,
                true,
                List.of(new ReadingAccount.RejectedRow(
                        new Position(file, 9),
                        "aprobado",
                        "1,2,3",
                        new Bilingual("Not an amount. Write 1234.50.", "No es un monto. Escriba 1234.50."))),
                List.of(new ValidationReport.Problem(
                        ValidationReport.Problem.ProblemKind.INPUT, file, new Bilingual("Cut off.", "Está cortado."))),
                summaries(BOTH_LINES),
                summaries(BOTH_LINES).indicators("MXN", DATA),
                DATA,
                Map.of(
                        "11CD01",
                        new ValidationReport.UnitStanding(Map.of(Severity.ERROR, 12L), 0, false),
                        "12CD01",
                        new ValidationReport.UnitStanding(Map.of(), 3, false)),
                summaries(List.of(BOTH_LINES.get(0))));
    }

    private static Finding.Detail amount(String text) {
        return new Finding.Detail(Finding.Detail.Type.AMOUNT, text);
    }

    private static Finding finding(Rule rule, Position position, String unit, Finding.Detail value) {
        boolean ofLine = position != null;
        return new Finding(
                PACK,
                rule,
                position,
                ofLine ? "líneas" : null,
                ofLine ? "1.1.6" : null,
                ofLine ? "01.01.06" : null,
                unit,
                ofLine ? "Secretaría de ejemplo" : null,
                ofLine
                        ? new Finding.Line(
                                position,
                                "A-" + position.row(),
                                Map.of("object_code", "4411"),
                                Map.of("descripción", "Ayudas sociales"),
                                new BigDecimal("-263687.05"))
                        : null,
                ofLine ? new BigDecimal("263687.05") : null,
                Map.of("value", value));
    }

    private static Rule rule(String id, Severity severity, Rule.LegalBasis.Evidence evidence, String titleEs) {
        return new Rule(
                id,
                severity,
                severity == Severity.ERROR,
                new Rule.LegalBasis("manual:x", "Manual 2011", "transversalidad", null, "S02", evidence),
                Rule.Scope.LINE,
                "SpendingLine",
                Set.of(),
                List.of(),
                Map.of("value", Finding.Detail.Type.AMOUNT),
                new Bilingual("Title of " + id, titleEs),
                new Bilingual("The value is {value}.", "El valor es {value}."),
                new Bilingual("Name the action.", "Señale la línea de acción."),
                "x.drl",
                "");
    }

    private static PackManifest manifest() {
        PackManifest.Selection selection = new PackManifest.Selection(
                "mx-cmx",
                "2011.1",
                FiscalYear.of(2011),
                LocalDate.of(2010, 11, 15),
                PackManifest.Selection.Reason.GOVERNS,
                List.of(new PackManifest.Selection.Rejected(
                        "2009.1", PackManifest.Selection.Reason.OTHER_FISCAL_YEARS)));
        return new PackManifest(
                "mx-cmx",
                Set.of(),
                "2011.1",
                null,
                new Bilingual("Programming and Budgeting Manual 2011", "Manual de Programación-Presupuestación 2011"),
                "Manual 2011",
                "MXN",
                null,
                null,
                null,
                FiscalYear.of(2011),
                null,
                null,
                Map.of("b.drl", "cd".repeat(32), "a.drl", "ef".repeat(32)),
                selection);
    }

    private static Summaries summaries(List<SpendingLine> lines) {
        HumanRight equality = new HumanRight("05", false, "Igualdad", "Equality");
        HrpAction action = new HrpAction("05.01.01", 1, "05", "05.01", "x", null, List.of(), false);
        HumanRightsProgramme programme = HumanRightsProgramme.of("Programa", List.of(equality), List.of(action));
        Summaries.Tally tally = Summaries.Tally.of(BudgetPhase.EXERCISED, programme);
        lines.forEach(tally::add);
        return tally.summaries(null);
    }

    private static SpendingLine line(long row, String unit, String approved, ActionLink link) {
        SpendingLine.Builder line = SpendingLine.builder()
                .position(new Position("budget.csv", row))
                .unit(new BudgetUnit(unit, null, null))
                .amount(AmountKind.APPROVED, new BigDecimal(approved));
        return (link == null ? line : line.links(List.of(link))).build();
    }

    /** {@return a document with other findings, and what coming packs would find or {@code null}} */
    static ReportDocument with(
            ReportDocument sample,
            List<ReportDocument.Defect> findings,
            @Nullable List<ReportDocument.Coming> preview) {
        return with(sample, sample.budget(), findings, sample.rights(), sample.units(), preview);
    }

    /** {@return a document with other sums} */
    static ReportDocument with(
            ReportDocument sample,
            ReportDocument.Budget budget,
            List<ReportDocument.RightSum> rights,
            List<ReportDocument.UnitSum> units) {
        return with(sample, budget, sample.findings(), rights, units, sample.preview());
    }

    private static ReportDocument with(
            ReportDocument sample,
            ReportDocument.Budget budget,
            List<ReportDocument.Defect> findings,
            List<ReportDocument.RightSum> rights,
            List<ReportDocument.UnitSum> units,
            @Nullable List<ReportDocument.Coming> preview) {
        return new ReportDocument(
                sample.schemaVersion(),
                sample.tool(),
                sample.language(),
                budget,
                sample.selection(),
                sample.input(),
                sample.scope(),
                sample.verdict(),
                sample.openDuties(),
                sample.ledger(),
                findings,
                sample.truncated(),
                sample.rejectedRows(),
                sample.problems(),
                sample.indicators(),
                rights,
                units,
                preview,
                null,
                null,
                sample.run());
    }
}
