package org.hrbudget.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrbudget.io.Input;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.SpendingLine;

/** Reads one line, and claims to have rejected some rows. */
class OneLineReader implements LineReader {

    private final SpendingLine line;
    private final int rejected;
    private boolean read;

    OneLineReader(SpendingLine line, int rejected) {
        this.line = line;
        this.rejected = rejected;
    }

    @Override
    public BudgetHeader header() {
        return BudgetValidatorTest.header(BudgetPhase.EXERCISED);
    }

    @Override
    public Set<DataItem> promises() {
        return Set.of(DataItem.APPROVED, DataItem.EXERCISED);
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
        if (read) {
            return null;
        }
        read = true;
        return line;
    }

    @Override
    public ReadingAccount account() {
        Input.Account input = new Input.Account("b.csv", null, null, 1 + rejected, 1, rejected, 0);
        return new ReadingAccount(List.of(input), List.of(), List.of());
    }

    @Override
    public void close() {}
}
