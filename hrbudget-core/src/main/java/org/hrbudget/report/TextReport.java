package org.hrbudget.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.hrbudget.io.Input;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;

/**
 * A report as plain text in English or Spanish, of at most 100 columns, for those who keep the budget.
 *
 * <p>Lines end in LF. Written to a file or a terminal, the text is meant to be encoded in UTF-8.
 */
public final class TextReport {

    private static final int COLUMNS_SHOWN = 100;

    private final ValidationReport report;
    private final ReportWords words;
    private final Locale locale;
    private final TextPage page;

    private TextReport(ValidationReport report, Locale locale, Appendable out) {
        this.report = report;
        this.words = new ReportWords(locale);
        this.locale = locale;
        this.page = new TextPage(out);
    }

    /**
     * Writes a whole report.
     *
     * @param report the report
     * @param locale the reader's locale: Spanish or else English
     * @param out where to
     * @throws IOException if {@code out} cannot take it
     */
    public static void write(ValidationReport report, Locale locale, Appendable out) throws IOException {
        write(report, locale, out, Options.whole());
    }

    /**
     * Writes a report.
     *
     * @param report the report
     * @param locale the reader's locale: Spanish or else English
     * @param out where to
     * @param options what it tells
     * @throws IOException if {@code out} cannot take it
     */
    public static void write(ValidationReport report, Locale locale, Appendable out, Options options)
            throws IOException {
        TextReport text = new TextReport(report, locale, out);
        TextFindings findings = new TextFindings(report, locale, text.page, options.placesPerRule());
        TextSums sums = new TextSums(report, locale, text.page);
        text.verdict();
        text.openDuties();
        findings.urgent();
        for (Options.Section section : options.sections()) {
            switch (section) {
                case LAW -> text.law();
                case INPUT -> text.inputs();
                case PROBLEMS -> findings.problems();
                case FINDING_COUNTS -> findings.counts();
                case FINDINGS -> findings.findings();
                case UNDETERMINED -> findings.undetermined();
                case NOT_APPLICABLE -> findings.notApplicable();
                case REJECTED_ROWS -> findings.rejectedRows();
                case TOTALS -> sums.totals();
                case INDICATORS -> sums.indicators();
                case RIGHTS -> sums.rights();
            }
        }
    }

    /**
     * Writes a whole report, and after it, in a section of its own, what coming packs would find.
     *
     * @param forecast the report, and what is coming
     * @param locale the reader's locale: Spanish or else English
     * @param out where to
     * @throws IOException if {@code out} cannot take it
     */
    public static void write(BudgetValidator.Forecast forecast, Locale locale, Appendable out) throws IOException {
        write(forecast.report(), locale, out);
        new TextPreview(forecast.previews(), forecast.report().header().currency(), locale, new TextPage(out)).write();
    }

    private void verdict() throws IOException {
        FiscalYear year = report.header().fiscalYear();
        page.paragraph(
                0,
                words.get(
                        "title",
                        "jurisdiction",
                        report.header().jurisdiction(),
                        "year",
                        Objects.toString(year, "—"),
                        "phase",
                        words.get("phase." + report.header().phase())));
        Verdict verdict = report.verdict();
        page.paragraph(0, words.get("verdict", "verdict", words.get("verdict." + verdict)) + " " + rules());
        page.paragraph(2, words.get("verdict." + verdict + ".meaning"));
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            counts.add(words.count("count." + severity, report.violations(severity)));
        }
        page.paragraph(2, String.join(" · ", counts));
    }

    /** What could not be judged comes before all that could: a verdict without it is no answer. */
    private void openDuties() throws IOException {
        List<LedgerEntry> open = report.openDuties();
        if (open.isEmpty()) {
            return;
        }
        page.paragraph(2, words.get("open-duties"));
        for (LedgerEntry duty : open) {
            Bilingual reason = duty.reason();
            page.paragraph(
                    2,
                    4,
                    "- " + duty.rule().title().in(locale) + " (" + duty.rule().id() + "): "
                            + (reason == null ? "" : reason.in(locale)));
        }
    }

    /** {@return how many of the rules were judged, and what became of the others} */
    private String rules() {
        return words.judged(report.ledger().stream().map(LedgerEntry::outcome).toList());
    }

    private void law() throws IOException {
        page.heading(words.get("law"));
        for (PackManifest pack : report.packs()) {
            page.paragraph(2, 4, pack.id() + "  " + pack.title().in(locale));
            page.paragraph(4, pack.instrument());
            PackManifest.Selection selection = pack.selection();
            if (selection == null) {
                page.paragraph(4, words.get("law.by-version"));
                continue;
            }
            page.paragraph(
                    4,
                    words.get(
                            "law.chosen",
                            "year",
                            selection.fiscalYear().toString(),
                            "day",
                            selection.asOf().toString(),
                            "reason",
                            words.get("reason." + selection.reason())));
            if (!selection.rejected().isEmpty()) {
                page.paragraph(4, words.get("law.rejected", "versions", rejected(selection)));
            }
        }
    }

    private String rejected(PackManifest.Selection selection) {
        return String.join(
                ", ",
                selection.rejected().stream()
                        .map(version -> version.version() + " (" + words.get("reason." + version.reason()) + ")")
                        .toList());
    }

    private void inputs() throws IOException {
        page.heading(words.get("inputs"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                words.get("inputs.name"),
                words.get("inputs.layout"),
                words.get("inputs.read"),
                words.get("inputs.lines"),
                words.get("inputs.rejected"),
                words.get("inputs.skipped")));
        for (Input.Account input : report.inputs()) {
            rows.add(List.of(
                    input.name(),
                    Objects.toString(input.layout(), "—"),
                    ReportWords.whole(input.rowsRead()),
                    ReportWords.whole(input.linesValidated()),
                    ReportWords.whole(input.rowsRejected()),
                    ReportWords.whole(input.rowsSkipped())));
        }
        page.table(2, "wlrrrr", rows);
        for (Input.Account input : report.inputs()) {
            if (!input.assumed().isEmpty()) {
                page.blank();
            }
            for (Bilingual assumed : input.assumed()) {
                page.paragraph(
                        2, 4, words.get("inputs.assumed", "file", input.name(), "what", assumed.in(words.locale())));
            }
            Input.Account.Columns columns = input.columns();
            if (columns != null) {
                page.blank();
                columns("inputs.columns.used", input, columns.used());
                columns("inputs.columns.unread", input, columns.unread());
                columns(
                        "inputs.columns.absent",
                        input,
                        columns.absent().stream().map(words::field).toList());
            }
        }
    }

    private void columns(String key, Input.Account input, List<String> columns) throws IOException {
        if (!columns.isEmpty()) {
            String named = String.join(", ", columns.subList(0, Math.min(COLUMNS_SHOWN, columns.size())));
            int more = columns.size() - COLUMNS_SHOWN;
            page.paragraph(
                    2,
                    4,
                    words.get(key, "file", input.name(), "columns", named)
                            + (more > 0 ? " " + words.count("inputs.columns.more", more) : ""));
        }
    }

    /**
     * What a text report tells.
     *
     * @param placesPerRule how many places of each rule are cited, the first ones; 0 cites none
     * @param sections the parts it has, after the verdict, which it always has
     */
    public record Options(int placesPerRule, Set<Section> sections) {

        private static final int PLACES = 5;

        /** A part of a text report, in the order they come in. */
        public enum Section {
            /** The packs, and why they were chosen. */
            LAW,
            /** The row account of each input. */
            INPUT,
            /** What could not be evaluated. */
            PROBLEMS,
            /** A line for each rule that found something: how many, and how well its legal basis is attested. */
            FINDING_COUNTS,
            /** The findings, by rule, with what each rests on, what to do, and the first places. */
            FINDINGS,
            /** The rules that are undetermined in whole or part. */
            UNDETERMINED,
            /** The rules that did not apply, by reason. */
            NOT_APPLICABLE,
            /** The first rejected rows. */
            REJECTED_ROWS,
            /** What the budget adds up to. */
            TOTALS,
            /** The indicators of the whole budget. */
            INDICATORS,
            /** What it adds up to for each right and population group. */
            RIGHTS
        }

        /**
         * Copies the set.
         *
         * @throws IllegalArgumentException if the number of places is negative
         */
        public Options {
            if (placesPerRule < 0) {
                throw new IllegalArgumentException(
                        "placesPerRule is " + placesPerRule + ".\nMaybe give 0 to cite no places at all.");
            }
            EnumSet<Section> copy = EnumSet.noneOf(Section.class);
            copy.addAll(sections);
            sections = Collections.unmodifiableSet(copy);
        }

        /** {@return options for a whole report, citing the first five places of each rule} */
        public static Options whole() {
            return new Options(PLACES, EnumSet.complementOf(EnumSet.of(Section.FINDING_COUNTS)));
        }

        /** {@return options for a short one: the verdict, the law, the row accounts, and a line for each rule with findings} */
        public static Options brief() {
            return new Options(0, EnumSet.of(Section.LAW, Section.INPUT, Section.PROBLEMS, Section.FINDING_COUNTS));
        }
    }
}
