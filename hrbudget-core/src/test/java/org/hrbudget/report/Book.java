package org.hrbudget.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * A workbook that was written, as another library reads it.
 *
 * @param parts the texts of its parts, by name, in their order
 * @param sheets its sheets: of each row, by its number from 1, the cells; a number is a {@link BigDecimal}, what is not there {@code ""}
 */
record Book(Map<String, String> parts, Map<String, Map<Integer, List<Object>>> sheets) {

    static Book of(byte[] bytes) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        // As a stream, which takes no directory to help.
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Map<String, Map<Integer, List<Object>>> sheets = new LinkedHashMap<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                Map<Integer, List<Object>> rows = new LinkedHashMap<>();
                try (Stream<Row> all = sheet.openStream()) {
                    all.forEach(row -> rows.put(row.getRowNum(), cells(row)));
                }
                sheets.put(sheet.getName(), rows);
            }
        }
        return new Book(parts, sheets);
    }

    private static List<Object> cells(Row row) {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.hasCell(i) ? row.getCell(i) : null;
            if (cell == null || cell.getType() == CellType.EMPTY) {
                cells.add("");
            } else if (cell.getType() == CellType.NUMBER) {
                cells.add(new BigDecimal(cell.getRawValue()));
            } else {
                cells.add(cell.getType() == CellType.STRING ? cell.asString() : cell.getType());
            }
        }
        while (!cells.isEmpty() && cells.get(cells.size() - 1).equals("")) {
            cells.remove(cells.size() - 1);
        }
        return cells;
    }

    Map<Integer, List<Object>> sheet(String name) {
        return Objects.requireNonNull(sheets.get(name), () -> name + " is none of " + sheets.keySet());
    }

    /** {@return the rows below the headings, each by its headings} */
    List<Map<String, Object>> table(String name, String firstHeading) {
        List<Map<String, Object>> table = new ArrayList<>();
        List<Object> headings = List.of();
        for (List<Object> row : sheet(name).values()) {
            if (headings.isEmpty()) {
                headings = row.get(0).equals(firstHeading) ? row : headings;
                continue;
            }
            Map<String, Object> cells = new LinkedHashMap<>();
            for (int i = 0; i < headings.size(); i++) {
                cells.put(String.valueOf(headings.get(i)), i < row.size() ? row.get(i) : "");
            }
            table.add(cells);
        }
        return table;
    }

    /** {@return the comments of a sheet, by the cells they are on} */
    Map<String, String> comments(int sheet) {
        Map<String, String> comments = new LinkedHashMap<>();
        Pattern.compile("<comment ref=\"([A-Z0-9]+)\"[^>]*><text><t>(.*?)</t>")
                .matcher(parts.getOrDefault("xl/comments" + sheet + ".xml", ""))
                .results()
                .forEach(comment -> comments.put(comment.group(1), plain(comment.group(2))));
        return comments;
    }

    private static String plain(String xml) {
        String characters = Pattern.compile("&#x([0-9a-f]+);")
                .matcher(xml)
                .replaceAll(
                        found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
        return characters.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** {@return the colour that a cell is filled with; empty where it has none} */
    String colour(int sheet, String cell) {
        String style = first("<c r=\"" + cell + "\" s=\"([0-9]+)\"", "xl/worksheets/sheet" + sheet + ".xml");
        if (style.isEmpty()) {
            return "";
        }
        String styles = parts.get("xl/styles.xml");
        String xfs = styles.substring(styles.indexOf("<cellXfs"));
        List<String> fills = all("fillId=\"([0-9]+)\"", xfs);
        String fill = fills.get(Integer.parseInt(style));
        List<String> colours = all("<fill>(.*?)</fill>", styles);
        List<String> rgb = all("fgColor rgb=\"([0-9A-F]+)\"", colours.get(Integer.parseInt(fill)));
        return rgb.isEmpty() ? "" : rgb.get(0);
    }

    private String first(String pattern, String part) {
        return Pattern.compile(pattern)
                .matcher(Objects.requireNonNull(parts.get(part)))
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElse("");
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
