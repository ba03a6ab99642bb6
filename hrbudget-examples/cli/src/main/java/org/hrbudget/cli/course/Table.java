package org.hrbudget.cli.course;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * A table of texts in CSV, UTF-8, with headings in its first row.
 *
 * @param columns the headings
 * @param rows the cells of each row by heading
 */
record Table(List<String> columns, List<Map<String, String>> rows) {

    /**
     * {@return a table; one without rows has no columns}
     *
     * @throws IllegalArgumentException if it is no table, such as where a row has more cells than there are headings
     */
    static Table parse(byte[] csv) {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(new String(csv, StandardCharsets.UTF_8))) {
            List<Map<String, String>> all = new ArrayList<>();
            rows.forEachRemaining(row -> all.add(new LinkedHashMap<>(row)));
            return new Table(all.isEmpty() ? List.of() : List.copyOf(all.get(0).keySet()), all);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /** {@return another table with the same cells, which can be changed apart} */
    Table copy() {
        List<Map<String, String>> copies = new ArrayList<>();
        rows.forEach(row -> copies.add(new LinkedHashMap<>(row)));
        return new Table(columns, copies);
    }

    byte[] csv() {
        StringBuilder text = new StringBuilder(line(columns));
        for (Map<String, String> row : rows) {
            text.append(line(
                    columns.stream().map(column -> row.getOrDefault(column, "")).toList()));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String line(Collection<String> cells) {
        return cells.stream().map(Table::cell).collect(Collectors.joining(",")) + "\n";
    }

    private static String cell(String text) {
        boolean plain = text.equals(text.strip())
                && text.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign == '\n' || sign == '\r');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
