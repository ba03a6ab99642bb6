package org.hrbudget.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hrbudget.report.internal.CsvCell;
import org.hrbudget.report.internal.JsonDocument;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.RunOptions;
import org.jspecify.annotations.Nullable;

/**
 * A file of every finding of a validation, written as they come: whole once the validation has handed over all of them, else not
 * there at all. In UTF-8 with lines ended by LF, and the same bytes whatever the number of threads.
 *
 * <p>Newline-delimited JSON has one object a line, of the shape of {@link ReportDocument.Defect}. CSV begins with a byte order mark
 * and has a heading row and the columns {@code pack, rule, severity, title, message, remedy, unit, unit_name, file, row, column, value, meant, line_file, line_row,
 * line_id, codes, others, amount, stake, details}. Every finding is one line of it, and nothing in it is a formula for any
 * spreadsheet, whichever of comma, semicolon, bar, tab, colon and blank that splits cells at: an apostrophe is put before a sign that would begin
 * one, but not before an amount, and a line end, a control character or one that turns the direction of writing is shown by its
 * number.
 */
public final class FindingsFile implements RunOptions.FindingSink {

    /** The forms such a file has, by the ending of its name. */
    public enum Form {
        /** Newline-delimited JSON: {@code .ndjson} or {@code .jsonl}. */
        NDJSON,
        /** Separated text: {@code .csv}. */
        CSV;

        /**
         * {@return the form that the name of a file asks for; empty where it asks for none of them}
         *
         * @param file the file
         */
        public static Optional<Form> of(Path file) {
            String name = Objects.toString(file.getFileName(), "").toLowerCase(Locale.ROOT);
            if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
                return Optional.of(NDJSON);
            }
            return name.endsWith(".csv") ? Optional.of(CSV) : Optional.empty();
        }
    }

    private static final List<String> HEADINGS = List.of(
            "pack",
            "rule",
            "severity",
            "title",
            "message",
            "remedy",
            "unit",
            "unit_name",
            "file",
            "row",
            "column",
            "value",
            "meant",
            "line_file",
            "line_row",
            "line_id",
            "codes",
            "others",
            "amount",
            "stake",
            "details");

    private static final int LOCATION_CELLS = 5;
    private static final int LINE_CELLS = 6;

    private final OutputPlace.WholeFile file;
    private final Form form;
    private final Locale locale;

    private FindingsFile(OutputPlace.WholeFile file, Form form, Locale locale) {
        this.file = file;
        this.form = form;
        this.locale = locale;
    }

    /**
     * {@return a file about to be written}
     *
     * @param path its path, in a folder that exists; a file that is there is replaced once the new one is whole
     * @param form its form
     * @param locale the reader's locale: Spanish or else English
     * @throws IOException if nothing can be written there
     */
    public static FindingsFile open(Path path, Form form, Locale locale) throws IOException {
        OutputPlace.WholeFile file = OutputPlace.WholeFile.open(path);
        FindingsFile findings = new FindingsFile(file, form, locale);
        if (form == Form.CSV) {
            findings.write(headings());
        }
        return findings;
    }

    @Override
    public void accept(Finding finding) throws IOException {
        ReportDocument.Defect defect = DocumentParts.defect(finding, locale);
        if (form == Form.CSV) {
            write(row(defect));
        } else {
            JsonDocument.writeLine(defect, file.out());
        }
    }

    /** {@return the first line of such a table, with its byte order mark and without its end} */
    static String headings() {
        return CsvCell.MARK + String.join(",", HEADINGS);
    }

    /** {@return the line of a finding in such a table, without its end} */
    static String row(ReportDocument.Defect defect) {
        List<String> cells = new ArrayList<>(List.of(
                cell(defect.pack()),
                cell(defect.ruleId()),
                defect.severity().name(),
                cell(defect.title()),
                cell(defect.message()),
                cell(defect.remedy()),
                cell(defect.unit()),
                cell(defect.unitName())));
        ReportDocument.Location location = defect.location();
        cells.addAll(
                location == null
                        ? Collections.nCopies(LOCATION_CELLS, "")
                        : List.of(
                                cell(location.file()),
                                Long.toString(location.row()),
                                cell(location.column()),
                                cell(location.value()),
                                cell(location.meant())));
        ReportDocument.Line line = defect.line();
        cells.addAll(
                line == null
                        ? Collections.nCopies(LINE_CELLS, "")
                        : List.of(
                                cell(line.file()),
                                Long.toString(line.row()),
                                cell(line.id()),
                                cell(joined(line.codes())),
                                cell(joined(line.others())),
                                Objects.toString(line.amount(), "")));
        cells.add(Objects.toString(defect.stake(), ""));
        cells.add(cell(joined(defect.details())));
        return String.join(",", cells);
    }

    private static String joined(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining("; "));
    }

    /** {@return a cell in which no spreadsheet finds a formula} */
    static String cell(@Nullable String text) {
        return CsvCell.of(text);
    }

    private void write(String line) throws IOException {
        file.out().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void complete() throws IOException {
        file.commit();
    }

    /**
     * {@inheritDoc} The file is then not there.
     *
     * @throws UncheckedIOException if what was written so far cannot be deleted
     */
    @Override
    public void abandon() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
