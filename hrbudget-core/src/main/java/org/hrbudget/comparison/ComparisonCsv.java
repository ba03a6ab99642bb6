package org.hrbudget.comparison;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.report.internal.CsvCell;
import org.jspecify.annotations.Nullable;

/** The tables of a comparison as one, a row for each group and each total. */
final class ComparisonCsv {

    private static final List<String> HEADINGS = List.of(
            "by",
            "kind",
            "code",
            "name",
            "presence",
            "lines_before",
            "lines_after",
            "before",
            "after",
            "change",
            "rate",
            "real_before",
            "real_after",
            "real_change",
            "real_rate",
            "per_person_before",
            "per_person_after",
            "per_person_change",
            "share_before",
            "share_after",
            "share_change",
            "prices",
            "moved",
            "coverage",
            "growth",
            "turned_by");

    private ComparisonCsv() {}

    static void write(ComparisonDocument document, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.append(CsvCell.MARK).append(String.join(",", HEADINGS)).append('\n');
        for (ComparisonDocument.Table table : document.tables()) {
            for (ComparisonDocument.Group group : table.groups()) {
                writer.append(row(table, group)).append('\n');
            }
            writer.append(row(table, table.total())).append('\n');
        }
        writer.flush();
    }

    private static String row(ComparisonDocument.Table table, ComparisonDocument.Group group) {
        ComparisonDocument.Explained parts = group.explained();
        return Stream.of(
                        Stream.of(
                                table.by().name(),
                                group.kind().name(),
                                CsvCell.of(group.code()),
                                CsvCell.of(group.name()),
                                group.presence().name(),
                                Long.toString(group.linesBefore()),
                                Long.toString(group.linesAfter())),
                        numbers(group.nominal()),
                        numbers(group.rate()),
                        numbers(group.real()),
                        numbers(group.realRate()),
                        numbers(group.perPerson()),
                        numbers(group.share()),
                        numbers(parts.prices(), parts.moved(), parts.coverage(), parts.growth()),
                        Stream.of(CsvCell.of(String.join("; ", group.turnedBy()))))
                .flatMap(cells -> cells)
                .collect(Collectors.joining(","));
    }

    private static Stream<String> numbers(ComparisonDocument.@Nullable Change change) {
        return change == null ? Stream.of("", "", "") : Stream.of(change.before(), change.after(), change.change());
    }

    private static Stream<String> numbers(@Nullable String... numbers) {
        return Arrays.stream(numbers).map(number -> Objects.toString(number, ""));
    }
}
