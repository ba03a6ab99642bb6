package org.hrbudget.io;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.Budget;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/** A budget in memory, read the same way as a file. */
record MemorySource(Budget budget) implements BudgetSource {

    @Override
    public LineReader open() {
        return new Reader(budget);
    }

    private static final class Reader implements LineReader {

        private final Budget budget;
        private final Iterator<SpendingLine> lines;
        private long read;

        Reader(Budget budget) {
            this.budget = budget;
            this.lines = budget.lines().iterator();
        }

        @Override
        public BudgetHeader header() {
            return budget.header();
        }

        @Override
        public Set<DataItem> promises() {
            return budget.promises();
        }

        @Override
        public Map<String, Map<String, String>> columns() {
            return Map.of();
        }

        @Override
        public Optional<Baseline> baseline() {
            return budget.baseline();
        }

        @Override
        public @Nullable SpendingLine next() {
            if (!lines.hasNext()) {
                return null;
            }
            read++;
            return lines.next();
        }

        @Override
        public ReadingAccount account() {
            Input.Account input = new Input.Account(Budget.IN_MEMORY, null, null, read, read, 0, 0);
            return new ReadingAccount(List.of(input), List.of(), List.of());
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }
}
