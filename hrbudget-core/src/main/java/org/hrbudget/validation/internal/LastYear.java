package org.hrbudget.validation.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Input;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.Summaries;
import org.jspecify.annotations.Nullable;

/**
 * Last year's budget, read as a whole or not at all: beside half of one, this year's would be found to have grown.
 *
 * @param baseline what it came to
 * @param inputs the accounts of its files
 */
public record LastYear(Baseline baseline, List<Input.Account> inputs) {

    /**
     * {@return last year's budget, added up}
     *
     * @param source the budget
     * @param programme the programme that its links refer to, if given
     * @throws BudgetReadException if it cannot be read as a whole, a line of it lacks its money, or it states no year
     */
    public static LastYear read(BudgetSource source, @Nullable HumanRightsProgramme programme) {
        try (LineReader reader = source.open()) {
            AmountKind basis = reader.header().phase().basis();
            Summaries.Tally tally = Summaries.Tally.of(reader.header().phase(), programme);
            long lines = 0;
            Set<FiscalYear> years = new TreeSet<>();
            for (SpendingLine line = reader.next(); line != null; line = reader.next()) {
                if (line.amount(basis) == null) {
                    Bilingual item =
                            Texts.WORDING.of("item." + DataItem.of(basis).word());
                    throw refused("without-amount", Map.of("position", same(line.position()), "item", item));
                }
                tally.add(line);
                lines++;
                FiscalYear stated = line.fiscalYear();
                if (stated != null) {
                    years.add(stated);
                }
            }
            ReadingAccount account = reader.account();
            Bilingual file = same(account.inputs().get(0).name());
            if (!account.rejected().isEmpty()) {
                ReadingAccount.RejectedRow first = account.rejected().get(0);
                throw refused("rejected", Map.of("position", same(first.position()), "reason", first.reason()));
            }
            if (!account.faults().isEmpty()) {
                ReadingAccount.Fault first = account.faults().get(0);
                throw refused("rejected", Map.of("position", same(first.position()), "reason", first.message()));
            }
            // Whatever year it was taken for, all of its lines know better.
            FiscalYear year = years.size() == 1
                    ? years.iterator().next()
                    : reader.header().fiscalYear();
            if (years.size() > 1) {
                throw refused(
                        "of-years",
                        Map.of(
                                "file",
                                file,
                                "years",
                                same(years.stream().map(FiscalYear::toString).collect(Collectors.joining(", ")))));
            }
            if (year == null || lines == 0) {
                throw refused(lines == 0 ? "without-lines" : "without-year", Map.of("file", file));
            }
            return new LastYear(tally.baseline(year), account.inputs());
        }
    }

    private static BudgetReadException refused(String reason, Map<String, Bilingual> values) {
        return new BudgetReadException(Texts.WORDING.of("last-year." + reason, values), null);
    }

    private static Bilingual same(Object text) {
        return new Bilingual(text.toString(), text.toString());
    }
}
