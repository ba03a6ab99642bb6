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
import org.hrbudget.model.Position;
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
        private final Totals totals = new Totals(Budget.IN_MEMORY, true);
        private final Totals.Batch sums;
        private long read;

        Reader(Budget budget) {
            this.budget = budget;
            this.lines = budget.lines().iterator();
            this.sums = totals.batch(budget.header().phase().basis());
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
            SpendingLine line = lines.next();
            sums.line(line, null);
            return line;
        }

        @Override
        public ReadingAccount account() {
            Input.Account input = new Input.Account(Budget.IN_MEMORY, null, null, read, read, 0, 0);
            List<ReadingAccount.Fault> faults = totals.faults().stream()
                    .map(fault -> new ReadingAccount.Fault(new Position(Budget.IN_MEMORY, read), fault))
                    .toList();
            return new ReadingAccount(List.of(input), List.of(), faults);
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }
}
