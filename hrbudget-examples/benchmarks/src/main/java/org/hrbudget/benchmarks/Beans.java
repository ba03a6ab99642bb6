package org.hrbudget.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hrbudget.benchmarks.beans.BudgetLine;
import org.hrbudget.benchmarks.beans.Found;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/** Lines read as beans, and found defects counted. */
final class Beans {

    private static final ObjectReader LINES = new CsvMapper()
            .readerFor(BudgetLine.class)
            .with(CsvSchema.emptySchema().withHeader())
            .with(CsvReadFeature.EMPTY_STRING_AS_NULL);

    private static final int HEADING = 1;

    private Beans() {}

    /** {@return how many lines there were, each handed on as it was read} */
    static long read(Path file, Consumer<BudgetLine> consumer) throws IOException {
        long row = HEADING;
        try (MappingIterator<BudgetLine> lines = LINES.readValues(file.toFile())) {
            while (lines.hasNextValue()) {
                BudgetLine line = lines.nextValue();
                line.setRow(++row);
                consumer.accept(line);
            }
        }
        return row - HEADING;
    }

    static Map<String, Long> counted(List<Found> findings) {
        Map<String, Long> counts = new TreeMap<>();
        findings.forEach(found -> counts.merge(found.rule(), 1L, Long::sum));
        return counts;
    }
}
