package org.hrbudget.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.hrbudget.report.internal.WorkbookFile;
import org.hrbudget.report.internal.WorkbookSheet;
import org.jspecify.annotations.Nullable;

/** The sheet of a workbook that says what was read, by which law it was judged, and what kept it from being judged. */
final class WorkbookInputs {

    private final DocumentWords about;
    private final ReportDocument document;
    private final ReportWords words;
    private final WorkbookSheet sheet;

    WorkbookInputs(DocumentWords about, WorkbookFile book) {
        this.about = about;
        this.document = about.document();
        this.words = about.words();
        this.sheet = book.sheet(say("sheet.inputs"));
    }

    void write() throws IOException {
        sheet.widths(List.of(34, 30, 22, 9, 30, 30, 90));
        sheet.headings(List.of(
                say("column.subject"),
                say("column.file"),
                say("column.number"),
                say("column.row"),
                say("column.column"),
                say("column.value"),
                say("column.says")));
        problems();
        for (ReportDocument.Input input : document.input()) {
            input(input);
        }
        rejected();
        totals();
        law();
        for (String said : about.coming()) {
            put(words.get("preview"), null, null, said);
        }
        ReportDocument.Changes changes = document.changes();
        if (changes != null) {
            for (ReportDocument.Defect gone : changes.goneFindings()) {
                put(say("gone"), null, null, about.unitAndPlace(gone) + ": " + gone.title());
            }
        }
        sheet.finish();
    }

    private String say(String key, String... namesAndValues) {
        return WorkbookReport.WORDING.of(key, namesAndValues).in(words.locale());
    }

    private void problems() throws IOException {
        for (ReportDocument.Fault fault : document.problems()) {
            put(say("problem"), fault.subject(), null, fault.message());
        }
        for (ReportDocument.OpenDuty duty : document.openDuties()) {
            put(say("open"), duty.ruleId(), null, duty.title() + ": " + Objects.toString(duty.reason(), "\u2014"));
        }
    }

    private void input(ReportDocument.Input input) throws IOException {
        String name = input.name();
        put(say("inputs.read"), name, input.rowsRead(), null);
        put(say("inputs.lines"), name, input.linesValidated(), null);
        put(say("inputs.rejected"), name, input.rowsRejected(), null);
        put(say("inputs.skipped"), name, input.rowsSkipped(), null);
        put(say("inputs.layout"), name, null, Objects.toString(input.layout(), "\u2014"));
        put("SHA-256", name, null, Objects.toString(input.sha256(), "\u2014"));
        for (String what : input.assumed()) {
            put(say("assumed"), name, null, what);
        }
        ReportDocument.Columns columns = input.columns();
        if (columns != null) {
            columns(say("column.used"), name, columns.used());
            columns(say("column.unread"), name, columns.unread());
            columns(say("column.absent"), name, columns.absent());
        }
    }

    private void columns(String subject, String file, List<String> columns) throws IOException {
        for (String column : columns) {
            begin(subject, file);
            sheet.text(null);
            sheet.text(null);
            sheet.prose(column);
        }
    }

    private void rejected() throws IOException {
        for (ReportDocument.Rejection row : document.rejectedRows()) {
            begin(say("rejected"), row.file());
            sheet.text(null);
            sheet.number(BigDecimal.valueOf(row.row()), "0");
            sheet.prose(row.column());
            sheet.prose(row.value());
            sheet.prose(row.reason());
        }
        long all = document.input().stream()
                .mapToLong(ReportDocument.Input::rowsRejected)
                .sum();
        long more = all - document.rejectedRows().size();
        if (more > 0) {
            put(say("rejected"), null, more, words.count("rejected.more", more));
        }
    }

    private void totals() throws IOException {
        put(words.get("totals.lines"), null, document.budget().lines(), null);
        for (var total : document.budget().totals().entrySet()) {
            begin(words.get("amount." + total.getKey()), null);
            sheet.money(total.getValue());
            sheet.text(null);
            sheet.text(null);
            sheet.text(null);
            sheet.text(document.budget().currency());
        }
    }

    private void law() throws IOException {
        for (ReportDocument.Selection pack : document.selection()) {
            String chosen = pack.reason() == null
                    ? words.get("law.by-version")
                    : words.get(
                            "law.chosen",
                            "year",
                            Objects.toString(pack.fiscalYear(), "\u2014"),
                            "day",
                            Objects.toString(pack.asOf(), "\u2014"),
                            "reason",
                            words.get("reason." + pack.reason()));
            put(words.get("law"), pack.jurisdiction() + " " + pack.version(), null, pack.title() + ". " + chosen);
        }
        put(
                say("program"),
                null,
                null,
                document.tool().name() + " " + document.tool().version());
    }

    private void begin(String subject, @Nullable String file) throws IOException {
        sheet.next();
        sheet.text(subject);
        sheet.prose(file);
    }

    private void put(String subject, @Nullable String file, @Nullable Long number, @Nullable String says)
            throws IOException {
        begin(subject, file);
        if (number == null) {
            sheet.text(null);
        } else {
            sheet.number(number);
        }
        sheet.text(null);
        sheet.text(null);
        sheet.text(null);
        sheet.prose(says);
    }
}
