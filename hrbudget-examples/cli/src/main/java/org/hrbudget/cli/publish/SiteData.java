package org.hrbudget.cli.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.report.TextPage;
import org.hrbudget.summary.Indicator;
import org.jspecify.annotations.Nullable;

/** The tables to download, each column of them explained. */
final class SiteData {

    /** With it a spreadsheet takes the file for UTF-8. */
    private static final String MARK = "\uFEFF";

    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z_]*|-?[0-9]+[.][0-9]+");

    /** Where a cell begins, for any sign that cells may be parted at, the sign of a formula in any width. */
    private static final Pattern FORMULA =
            Pattern.compile("((?:^|[;|:\\t ])[\\s\"']*)([=+@\u2212\uFF1D\uFF0B\uFF0D\uFF20-])");

    /** The tables there are and their columns; each column is explained by a text of its name. */
    private static final Map<String, List<String>> COLUMNS = columns();

    private final List<Edition> editions;
    private final Locale locale;

    SiteData(List<Edition> editions, Locale locale) {
        this.editions = editions;
        this.locale = locale;
    }

    private static Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put(
                "years",
                List.of("year", "stage", "jurisdiction", "scope", "verdict", "currency", "basis", "lines", "amount"));
        columns.put(
                "rights",
                List.of(
                        "year",
                        "stage",
                        "right",
                        "name",
                        "group",
                        "actions",
                        "linked_actions",
                        "funded_actions",
                        "unfunded_actions",
                        "currency",
                        "attributed_amount",
                        "unjudged_amount"));
        columns.put(
                "units",
                List.of(
                        "year",
                        "stage",
                        "unit",
                        "name",
                        "kind",
                        "verdict",
                        "lines",
                        "linked_lines",
                        "currency",
                        "amount",
                        "attributed_amount"));
        columns.put(
                "rules",
                List.of(
                        "year",
                        "stage",
                        "pack",
                        "rule",
                        "title",
                        "severity",
                        "duty",
                        "outcome",
                        "examined",
                        "violated",
                        "undetermined",
                        "stake",
                        "citation",
                        "evidence",
                        "reason"));
        columns.put("indicators", List.of("year", "stage", "indicator", "title", "dimensions", "value", "measure"));
        return columns;
    }

    static String report(Edition edition) {
        return "data/report-" + edition.slug() + ".json";
    }

    static String findings(Edition edition) {
        return "data/findings-" + edition.slug() + ".csv";
    }

    private static String file(String table) {
        return "data/" + table + ".csv";
    }

    Map<String, byte[]> tables() throws IOException {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        for (String table : COLUMNS.keySet()) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(COLUMNS.getOrDefault(table, List.of()));
            editions.forEach(edition -> rows.addAll(rows(table, edition)));
            tables.put(file(table), csv(rows));
        }
        for (Edition edition : editions) {
            tables.put(findings(edition), findingsTable(edition));
        }
        List<List<String>> dictionary = new ArrayList<>();
        dictionary.add(List.of("file", "column", "meaning"));
        explained()
                .forEach((name, columns) ->
                        columns.forEach(column -> dictionary.add(List.of(name, column, meaning(column)))));
        tables.put(file("dictionary"), csv(dictionary));
        return tables;
    }

    private static byte[] findingsTable(Edition edition) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportDocument.Form.CSV.write(edition.document(), out);
        return out.toByteArray();
    }

    private List<List<String>> rows(String table, Edition edition) {
        ReportDocument document = edition.document();
        return switch (table) {
            case "years" -> List.of(year(edition));
            case "rights" ->
                document.rights().stream().map(right -> right(edition, right)).toList();
            case "units" ->
                document.units().stream().map(unit -> unit(edition, unit)).toList();
            case "rules" ->
                document.ledger().stream().map(rule -> rule(edition, rule)).toList();
            case "indicators" ->
                document.indicators().stream()
                        .map(figure -> indicator(edition, figure))
                        .toList();
            default -> throw new IllegalArgumentException(table);
        };
    }

    private static List<String> row(Edition edition, @Nullable Object... cells) {
        ReportDocument.Budget budget = edition.document().budget();
        List<String> row = new ArrayList<>();
        row.add(Objects.toString(budget.fiscalYear(), ""));
        row.add(budget.phase().name());
        Arrays.stream(cells).forEach(cell -> row.add(Objects.toString(cell, "")));
        return row;
    }

    private static List<String> year(Edition edition) {
        ReportDocument document = edition.document();
        ReportDocument.Budget budget = document.budget();
        return row(
                edition,
                budget.jurisdiction(),
                document.scope(),
                document.verdict(),
                budget.currency(),
                budget.basis(),
                budget.lines(),
                edition.total());
    }

    private static List<String> right(Edition edition, ReportDocument.RightSum right) {
        return row(
                edition,
                right.code(),
                right.name(),
                right.group() ? "yes" : "no",
                right.actions(),
                right.linkedActions(),
                right.fundedActions(),
                Site.unfunded(right),
                edition.document().budget().currency(),
                right.amount(),
                right.unjudged());
    }

    private static List<String> unit(Edition edition, ReportDocument.UnitSum unit) {
        return row(
                edition,
                unit.code(),
                unit.name(),
                unit.kind(),
                unit.verdict(),
                unit.lines(),
                unit.linkedLines(),
                edition.document().budget().currency(),
                unit.amount(),
                unit.attributedAmount());
    }

    private static List<String> rule(Edition edition, ReportDocument.RuleAccount rule) {
        return row(
                edition,
                rule.pack(),
                rule.ruleId(),
                rule.title(),
                rule.severity(),
                rule.duty() ? "yes" : "no",
                rule.outcome(),
                rule.examined(),
                rule.violated(),
                rule.undetermined(),
                rule.stake(),
                rule.citation(),
                rule.evidence(),
                rule.reason());
    }

    private List<String> indicator(Edition edition, ReportDocument.Figure figure) {
        String title = Indicator.Definition.of(figure.id())
                .map(definition -> definition.title().in(locale))
                .orElse("");
        List<String> dimensions = new ArrayList<>();
        figure.dimensions().forEach((name, value) -> dimensions.add(name + "=" + value));
        return row(edition, figure.id(), title, String.join("; ", dimensions), figure.value(), figure.unit());
    }

    /** {@return each file and its columns} */
    private Map<String, List<String>> explained() throws IOException {
        Map<String, List<String>> files = new LinkedHashMap<>();
        COLUMNS.forEach((table, columns) -> files.put(file(table), columns));
        String head = new String(findingsTable(editions.get(0)), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("");
        files.put("data/findings-*.csv", List.of(head.replace(MARK, "").split(",")));
        return files;
    }

    private String meaning(String column) {
        return SitePage.WORDING.of("column." + column).in(locale);
    }

    /** {@return the page of downloads and the dictionary} */
    byte[] page(SitePage page) throws IOException {
        page.paragraph(page.say("data.intro"));
        page.heading("files", page.say("data.files"));
        page.markup("<ul>\n");
        for (String table : COLUMNS.keySet()) {
            download(page, file(table), page.say("data." + table));
        }
        download(page, file("dictionary"), page.say("data.dictionary"));
        for (Edition edition : editions) {
            download(page, findings(edition), page.say("data.findings", "year", page.year(edition)));
            download(page, report(edition), page.say("data.report", "year", page.year(edition)));
        }
        page.markup("</ul>\n");
        page.heading("dictionary", page.say("data.dictionary"));
        for (Map.Entry<String, List<String>> file : explained().entrySet()) {
            page.table(file.getKey(), page.say("column"), page.say("meaning"));
            for (String column : file.getValue()) {
                page.markup("<tr>")
                        .element("th scope=\"row\" class=\"hash\"", column)
                        .element("td", meaning(column))
                        .markup("</tr>\n");
            }
            page.endTable();
        }
        return page.bytes();
    }

    private static void download(SitePage page, String file, String what) {
        page.markup("<li>")
                .link(file, what)
                .markup(" <span class=\"mute\">")
                .text(file)
                .markup("</span></li>\n");
    }

    private static byte[] csv(List<List<String>> rows) {
        StringBuilder text = new StringBuilder(MARK);
        for (List<String> row : rows) {
            text.append(String.join(",", row.stream().map(SiteData::cell).toList()))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A text in which no spreadsheet finds a formula, whatever sign it parts cells at; a number stays one. */
    private static String cell(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        String safe = TextPage.harmless(text).replace('\n', ' ');
        return '"' + FORMULA.matcher(safe).replaceAll("$1'$2").replace("\"", "\"\"") + '"';
    }
}
