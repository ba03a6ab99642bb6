package org.hrbudget.io;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.SpendingLine;

/** What reading some bytes gave. */
record Outcome(List<SpendingLine> lines, ReadingAccount account) {

    static Input input(String name, byte[] bytes) {
        return Input.of(name, () -> new ByteArrayInputStream(bytes));
    }

    static Input input(String name, String text) {
        return input(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return a reading in our own layout that looks for nothing it is not told} */
    static Budgets.Reading strictly(Input input) {
        return Budgets.reading(input).layout(Layout.named("hrbudget").strict());
    }

    /** Reads separated text in our own layout. */
    static Outcome ofCsv(String text) {
        return of(Budgets.reading(input("b.csv", text)));
    }

    static Outcome ofCsv(String text, Charset charset) {
        return of(Budgets.reading(input("b.csv", text.getBytes(charset))));
    }

    static Outcome ofJson(String text) {
        return of(Budgets.reading(input("b.json", text)));
    }

    static Outcome of(Budgets.Reading reading) {
        List<SpendingLine> lines = new ArrayList<>();
        try (LineReader reader = reading.source().open()) {
            for (SpendingLine line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
            return new Outcome(lines, reader.account());
        }
    }

    SpendingLine only() {
        if (lines.size() != 1) {
            throw new AssertionError("expected one line, got " + this);
        }
        return lines.get(0);
    }

    ReadingAccount.RejectedRow onlyRejected() {
        if (account.rejected().size() != 1) {
            throw new AssertionError("expected one rejected row, got " + this);
        }
        return account.rejected().get(0);
    }

    ReadingAccount.Fault onlyFault() {
        if (account.faults().size() != 1) {
            throw new AssertionError("expected one fault, got " + this);
        }
        return account.faults().get(0);
    }

    Input.Account first() {
        return account.inputs().get(0);
    }

    static String english(ReadingAccount.RejectedRow row) {
        return row.reason().in(Locale.ENGLISH);
    }
}
