package org.hrbudget.validation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Input;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;

/** A budget of as many lines as wanted, made as they are read: every tenth exercises more than was approved. */
class ManyLines implements BudgetSource {

    static final String FILE = "many.csv";

    private final long count;

    ManyLines(long count) {
        this.count = count;
    }

    /** Overridden by tests to have something happen before a line is read. */
    void before(long row) {
        // Nothing happens.
    }

    SpendingLine line(long row) {
        return SpendingLine.builder()
                .position(new Position(FILE, row))
                .id("line " + row)
                .unit(new BudgetUnit("U" + row % 7, null, null))
                .amount(AmountKind.APPROVED, new BigDecimal(row))
                .amount(AmountKind.EXERCISED, new BigDecimal(row % 10 == 0 ? row + 1 : row))
                .build();
    }

    @Override
    public LineReader open() {
        return new Reader();
    }

    private final class Reader implements LineReader {

        private long read;

        @Override
        public BudgetHeader header() {
            return new BudgetHeader("mx-test", FiscalYear.of(2011), "MXN", null, BudgetPhase.EXERCISED);
        }

        @Override
        public Set<DataItem> promises() {
            return Set.of(DataItem.UNIT_CODE, DataItem.APPROVED, DataItem.EXERCISED);
        }

        @Override
        public Map<String, Map<String, String>> columns() {
            return Map.of();
        }

        @Override
        public Optional<Baseline> baseline() {
            return Optional.empty();
        }

        @Override
        public SpendingLine next() {
            if (read == count) {
                return null;
            }
            before(read + 1);
            return line(++read);
        }

        @Override
        public ReadingAccount account() {
            return new ReadingAccount(
                    List.of(new Input.Account(FILE, null, null, read, read, 0, 0)), List.of(), List.of());
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }
}
