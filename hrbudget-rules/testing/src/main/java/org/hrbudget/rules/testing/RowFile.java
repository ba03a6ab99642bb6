package org.hrbudget.rules.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.ReadLimits;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a file of the layout {@code hrbudget}, made as it is read and never held.
 *
 * @param name what positions call it
 * @param columns its columns
 * @param rows its rows, each time from the first
 */
record RowFile(String name, List<String> columns, Supplier<Iterator<Map<String, String>>> rows) {

    private static final int ROWS_AT_ONCE = 256;

    InputStream open() {
        return new Stream(columns, rows.get());
    }

    /** {@return a way to read it} */
    Budgets.Reading reading(String jurisdiction, FiscalYear year, @Nullable Baseline baseline) {
        Budgets.Reading reading = Budgets.reading(Input.of(name, this::open))
                .jurisdiction(jurisdiction)
                .fiscalYear(year)
                .phase(Background.PHASE)
                .limits(ReadLimits.DEFAULT.withMaxUnpackedBytes(Long.MAX_VALUE).withMaxRejectedRows(Integer.MAX_VALUE));
        return baseline == null ? reading : reading.baseline(baseline);
    }

    /** The bytes of the file, a few rows at a time. */
    private static final class Stream extends InputStream {

        private final List<String> columns;
        private final Iterator<Map<String, String>> rows;
        private byte[] bytes;
        private int at;

        Stream(List<String> columns, Iterator<Map<String, String>> rows) {
            this.columns = columns;
            this.rows = rows;
            this.bytes = CsvTable.line(columns).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() throws IOException {
            return fill() ? bytes[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, target, offset, count);
            at += count;
            return count;
        }

        private boolean fill() {
            if (at == bytes.length && rows.hasNext()) {
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < ROWS_AT_ONCE && rows.hasNext(); i++) {
                    Map<String, String> row = rows.next();
                    text.append(CsvTable.line(columns.stream()
                            .map(column -> row.getOrDefault(column, ""))
                            .toList()));
                }
                bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return at < bytes.length;
        }
    }
}
