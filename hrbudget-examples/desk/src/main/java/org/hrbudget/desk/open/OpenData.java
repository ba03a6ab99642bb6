package org.hrbudget.desk.open;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hrbudget.desk.Csv;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.report.ReportDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What can be downloaded of a budget: the report in the forms the library writes, tables, and what each of their columns means. */
@Component
class OpenData {

    /** The report, of which the pages are made. */
    static final String REPORT = "report.json";

    private static final Map<String, ReportDocument.Form> FORMS = Map.of(
            REPORT,
            ReportDocument.Form.JSON,
            "report.html",
            ReportDocument.Form.HTML,
            "report.md",
            ReportDocument.Form.MARKDOWN,
            "report.xlsx",
            ReportDocument.Form.XLSX,
            "findings.csv",
            ReportDocument.Form.CSV,
            "findings.ndjson",
            ReportDocument.Form.NDJSON);

    /** The tables and their columns, of which words tell name and meaning. */
    static final Map<String, List<String>> COLUMNS = columns();

    private final MessageSource words;

    OpenData(MessageSource words) {
        this.words = words;
    }

    /**
     * A file in a language.
     *
     * @param language the language
     * @param name its name
     * @param content its bytes; not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Download(String language, String name, byte[] content) {

        /** {@return the SHA-256 of its bytes} */
        String sha256() {
            return OpenData.sha256(content);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put(
                "rights.csv",
                List.of(
                        "right",
                        "name",
                        "group",
                        "actions",
                        "linked",
                        "funded",
                        "unfunded",
                        "amount",
                        "unjudged",
                        "currency"));
        columns.put("actions.csv", List.of("action", "right", "title", "executors", "lines", "amount", "currency"));
        columns.put(
                "units.csv",
                List.of("unit", "name", "kind", "lines", "linked-lines", "total", "amount", "verdict", "currency"));
        columns.put("lines.csv", List.of("unit", "row", "object", "action", "amount", "currency"));
        return columns;
    }

    /** {@return all files, in both languages} */
    List<Download> files(Judge.Judged judged, Judge.Attributed attributed) {
        List<Download> files = new ArrayList<>();
        for (Locale locale : List.of(Locale.forLanguageTag("es"), Locale.ENGLISH)) {
            String language = Editions.language(locale);
            // Columns of a unit's own may name persons.
            ReportDocument report = judged.in(locale).withoutOwnColumns();
            FORMS.forEach((name, form) ->
                    files.add(new Download(language, name, Judge.bytes(out -> form.write(report, out)))));
            tables(report, attributed)
                    .forEach((name, rows) -> files.add(new Download(language, name, csv(name, rows, locale))));
            files.add(new Download(language, "dictionary.csv", dictionary(locale)));
        }
        return files;
    }

    private static Map<String, List<List<String>>> tables(ReportDocument report, Judge.Attributed attributed) {
        String currency = report.budget().currency();
        return Map.of(
                "rights.csv",
                report.rights().stream().map(right -> right(right, currency)).toList(),
                "actions.csv",
                attributed.actions().stream()
                        .map(action -> row(
                                action.code(),
                                action.rightCode(),
                                action.title(),
                                String.join("; ", action.action().executors()),
                                action.lines(),
                                action.amount().toPlainString(),
                                currency))
                        .toList(),
                "units.csv",
                report.units().stream().map(unit -> unit(unit, currency)).toList(),
                "lines.csv",
                attributed.shares().stream()
                        .map(share -> row(
                                share.unit(),
                                share.row(),
                                share.objectCode(),
                                share.action(),
                                share.amount().toPlainString(),
                                currency))
                        .toList());
    }

    private static List<String> right(ReportDocument.RightSum right, String currency) {
        Integer funded = right.fundedActions();
        return row(
                right.code(),
                right.name(),
                right.group() ? "1" : "0",
                right.actions(),
                right.linkedActions(),
                funded,
                funded == null ? null : right.actions() - funded,
                right.amount(),
                right.unjudged(),
                currency);
    }

    private static List<String> unit(ReportDocument.UnitSum unit, String currency) {
        return row(
                unit.code(),
                unit.name(),
                unit.kind(),
                unit.lines(),
                unit.linkedLines(),
                unit.amount(),
                unit.attributedAmount(),
                unit.verdict(),
                currency);
    }

    /** {@return a row; what is unknown is blank, which is not zero} */
    private static List<String> row(@Nullable Object... cells) {
        return Arrays.stream(cells).map(cell -> Objects.toString(cell, "")).toList();
    }

    private byte[] csv(String table, List<List<String>> rows, Locale locale) {
        List<List<String>> all = new ArrayList<>();
        all.add(COLUMNS.getOrDefault(table, List.of()).stream()
                .map(column -> words.getMessage("column." + column, null, locale))
                .toList());
        all.addAll(rows);
        return Csv.of(all);
    }

    private byte[] dictionary(Locale locale) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                words.getMessage("column.file", null, locale),
                words.getMessage("column.column", null, locale),
                words.getMessage("column.meaning", null, locale)));
        COLUMNS.forEach((table, columns) -> columns.forEach(column -> rows.add(List.of(
                table,
                words.getMessage("column." + column, null, locale),
                words.getMessage("column." + column + ".meaning", null, locale)))));
        return Csv.of(rows);
    }
}
