package org.hrbudget.comparison;

import java.math.BigDecimal;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Amounts;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/** One of the two budgets, read: what it comes to beside its groups. */
final class Side {

    /** The places of the two sides in arrays. */
    static final int BEFORE = 0;

    static final int AFTER = 1;

    static final BigDecimal ZERO = BigDecimal.ZERO.setScale(Amounts.SCALE);

    private final BudgetHeader header;
    private final AmountKind kind;
    private final SortedSet<FiscalYear> years = new TreeSet<>();
    private final SortedSet<Integer> codeWidths = new TreeSet<>();
    private BigDecimal total = ZERO;
    private long lines;
    private long linesWithoutAmount;
    private ReadingAccount account;

    private Side(LineReader reader, AmountKind kind) {
        this.header = reader.header();
        this.kind = kind;
        this.account = reader.account();
    }

    /** Adds the lines of a budget to the groups. {@return what it comes to beside them} */
    static Side read(LineReader reader, AmountKind kind, Grouping grouping, int place) {
        Side side = new Side(reader, kind);
        for (SpendingLine line = reader.next(); line != null; line = reader.next()) {
            side.take(line, grouping, place);
        }
        side.account = reader.account();
        return side;
    }

    private void take(SpendingLine line, Grouping grouping, int place) {
        BigDecimal amount = line.amount(kind);
        lines++;
        if (amount == null) {
            linesWithoutAmount++;
            amount = ZERO;
        }
        total = total.add(amount);
        FiscalYear year = line.fiscalYear();
        if (year != null) {
            years.add(year);
        }
        String object = line.objectCode();
        if (object != null) {
            codeWidths.add(object.length());
        }
        grouping.take(line, amount, place);
    }

    BudgetHeader header() {
        return header;
    }

    AmountKind kind() {
        return kind;
    }

    /** {@return its year, that of the budget as a whole before that of its lines; {@code null} where neither says one} */
    @Nullable
    FiscalYear year() {
        FiscalYear whole = header.fiscalYear();
        return whole != null ? whole : years.size() == 1 ? years.first() : null;
    }

    /** {@return the years that its lines state} */
    SortedSet<FiscalYear> years() {
        return years;
    }

    /** {@return how many signs its codes of the object have} */
    SortedSet<Integer> codeWidths() {
        return codeWidths;
    }

    BigDecimal total() {
        return total;
    }

    long lines() {
        return lines;
    }

    long linesWithoutAmount() {
        return linesWithoutAmount;
    }

    ReadingAccount account() {
        return account;
    }
}
