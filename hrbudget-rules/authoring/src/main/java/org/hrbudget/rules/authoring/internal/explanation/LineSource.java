package org.hrbudget.rules.authoring.internal.explanation;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/**
 * A budget whose lines are looked at, or one of them changed, as they are read.
 *
 * @param source the budget
 * @param line what becomes of each line
 */
record LineSource(BudgetSource source, UnaryOperator<SpendingLine> line) implements BudgetSource {

    @Override
    public LineReader open() {
        return new Reader(source.open(), line);
    }

    private record Reader(LineReader reader, UnaryOperator<SpendingLine> line) implements LineReader {

        @Override
        public BudgetHeader header() {
            return reader.header();
        }

        @Override
        public Set<DataItem> promises() {
            return reader.promises();
        }

        @Override
        public Map<String, Map<String, String>> columns() {
            return reader.columns();
        }

        @Override
        public Optional<Baseline> baseline() {
            return reader.baseline();
        }

        @Override
        public @Nullable SpendingLine next() {
            SpendingLine read = reader.next();
            return read == null ? null : line.apply(read);
        }

        @Override
        public long bytesRead() {
            return reader.bytesRead();
        }

        @Override
        public OptionalLong bytesTotal() {
            return reader.bytesTotal();
        }

        @Override
        public ReadingAccount account() {
            return reader.account();
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
