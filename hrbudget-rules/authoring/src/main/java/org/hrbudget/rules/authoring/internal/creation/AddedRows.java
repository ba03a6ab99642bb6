package org.hrbudget.rules.authoring.internal.creation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.hrbudget.rules.internal.packs.workbooks.WorkbookFiles.Sheet;

/**
 * Writes rows behind those that a workbook has, and sheets behind its sheets. All else stays as it is, byte by byte: a program that
 * read the workbook and wrote it anew would lose what its author made of it.
 */
final class AddedRows {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String TYPES = "[Content_Types].xml";
    private static final String MADE = "xl/worksheets/added";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String SHEET_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

    /** The earliest that a zip file can say: it says nothing of when the rows were added. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, Month.JANUARY, 1, 0, 0);

    private static final Pattern SHEET = Pattern.compile("<sheet\\s[^>]*>");
    private static final Pattern RELATION = Pattern.compile("<Relationship\\s[^>]*>");
    private static final Pattern ROW = Pattern.compile("<row\\s[^>]*?(?:/>|>.*?</row>)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\sr=\"([0-9]+)\"");
    private static final Pattern SPANS = Pattern.compile("\\sspans=\"[^\"]*\"");
    private static final Pattern NO_ROWS = Pattern.compile("<sheetData\\s*/>");
    private static final String ROWS_END = "</sheetData>";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private AddedRows(Path book) throws IOException {
        try (ZipFile zip = new ZipFile(book.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                try (InputStream in = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), in.readAllBytes());
                }
            }
        }
    }

    static AddedRows to(Path book) throws IOException {
        return new AddedRows(book);
    }

    /**
     * Adds rows to a sheet that is there.
     *
     * @param headings the headings that are new to it, which come behind its own
     * @param rows the rows, each as long as the sheet is wide with them
     */
    void rows(Sheet sheet, List<String> headings, List<List<String>> rows) throws IOException {
        String part = part(sheet.name());
        String text = NO_ROWS.matcher(text(part)).replaceFirst("<sheetData></sheetData>");
        int end = text.indexOf(ROWS_END);
        if (end < 0) {
            throw new IOException(sheet.name());
        }
        int first = sheet.columns().size();
        StringBuilder made = new StringBuilder();
        long number = sheet.lastRow();
        for (List<String> row : rows) {
            made.append(row(++number, row));
        }
        StringBuilder written = new StringBuilder();
        int copied = 0;
        boolean placed = false;
        for (MatchResult row : ROW.matcher(text.substring(0, end)).results().toList()) {
            long at = number(row.group());
            written.append(text, copied, row.start());
            copied = row.end();
            if (at > number && !placed) {
                written.append(made);
                placed = true;
            }
            // Rows that only have a form are where the new ones go.
            if (at <= sheet.lastRow() || at > number) {
                written.append(at == sheet.headingRow() ? headed(row.group(), at, first, headings) : row.group());
            }
        }
        written.append(text, copied, end).append(placed ? "" : made).append(text, end, text.length());
        parts.put(part, written.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static long number(String row) throws IOException {
        Matcher number = NUMBER.matcher(row.substring(0, row.indexOf('>')));
        if (!number.find()) {
            throw new IOException("row");
        }
        return Long.parseLong(number.group(1));
    }

    private static String headed(String row, long number, int first, List<String> headings) {
        if (headings.isEmpty()) {
            return row;
        }
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < headings.size(); i++) {
            String name = letters(first + i) + number;
            cells.append(cell(name, headings.get(i)));
            // A cell that only has a form.
            row = row.replaceFirst("<c r=\"" + name + "\"[^>]*/>", "");
        }
        int end = row.lastIndexOf("</row>");
        return SPANS.matcher(row.substring(0, end)).replaceFirst("") + cells + "</row>";
    }

    /** Adds a sheet behind all others. */
    void sheet(String name, List<List<String>> rows) {
        int n = 1;
        while (parts.containsKey(MADE + n + ".xml")) {
            n++;
        }
        StringBuilder made = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
                + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        for (int i = 0; i < rows.size(); i++) {
            made.append(row(i + 1, rows.get(i)));
        }
        parts.put(MADE + n + ".xml", (made + "</sheetData></worksheet>").getBytes(StandardCharsets.UTF_8));
        long id = SHEET.matcher(text(WORKBOOK))
                .results()
                .map(sheet -> attribute(sheet.group(), "sheetId"))
                .filter(each -> !each.isEmpty())
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
        before(
                WORKBOOK,
                "</sheets>",
                "<sheet xmlns:added=\"" + OFFICE + "\" name=\"" + escaped(name) + "\" sheetId=\"" + (id + 1)
                        + "\" added:id=\"added" + n + "\"/>");
        before(
                RELATIONS,
                "</Relationships>",
                "<Relationship Id=\"added" + n + "\" Type=\"" + OFFICE + "/worksheet\" Target=\"worksheets/added" + n
                        + ".xml\"/>");
        before(TYPES, "</Types>", "<Override PartName=\"/" + MADE + n + ".xml\" ContentType=\"" + SHEET_TYPE + "\"/>");
    }

    private void before(String part, String end, String added) {
        parts.put(part, text(part).replace(end, added + end).getBytes(StandardCharsets.UTF_8));
    }

    void write(Path place) throws IOException {
        try (OutputStream out = Files.newOutputStream(place);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
    }

    private String text(String part) {
        return new String(Objects.requireNonNullElse(parts.get(part), new byte[0]), StandardCharsets.UTF_8);
    }

    /** {@return the part that a sheet is in} */
    private String part(String sheet) throws IOException {
        for (MatchResult each : SHEET.matcher(text(WORKBOOK)).results().toList()) {
            if (attribute(each.group(), "name").strip().equals(sheet.strip())) {
                String id = attribute(each.group(), "[A-Za-z0-9]+:id");
                for (MatchResult relation :
                        RELATION.matcher(text(RELATIONS)).results().toList()) {
                    if (attribute(relation.group(), "Id").equals(id)) {
                        String target = attribute(relation.group(), "Target");
                        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
                    }
                }
            }
        }
        throw new IOException(sheet);
    }

    private static String attribute(String element, String name) {
        Matcher value = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(element);
        return value.find() ? unescaped(value.group(1)) : "";
    }

    private static String unescaped(String text) {
        String plain = Pattern.compile("&#(x?)([0-9A-Fa-f]+);")
                .matcher(text)
                .replaceAll(sign -> Matcher.quoteReplacement(Character.toString(
                        Integer.parseInt(sign.group(2), sign.group(1).isEmpty() ? 10 : 16))));
        return plain.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    private static String row(long number, List<String> texts) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                cells.add(cell(letters(i) + number, texts.get(i)));
            }
        }
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    private static String cell(String name, String text) {
        return "<c r=\"" + name + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(text) + "</t></is></c>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** {@return the letters by which a spreadsheet names a column, the first being 0} */
    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
