package org.hrbudget.benchmarks;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.ItemCatalogues;
import org.hrbudget.io.Layout;
import org.hrbudget.model.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * A budget in a file, and what every program is told of it.
 *
 * @param kind how it is written
 * @param file the file, not packed
 * @param items the file of the object items that exist, if one is given
 */
record GivenBudget(Kind kind, Path file, @Nullable Path items) {

    /** How budgets are written. */
    enum Kind {
        /** Made from a seed, in the library's own layout. */
        PLANTED("hrbudget", StandardCharsets.UTF_8, 2011),
        /** The public account of the federation for 2010. */
        ACCOUNT("mx-federal-cuenta-publica", Charset.forName("windows-1252"), 2010);

        private final String layout;
        private final Charset charset;
        private final int fiscalYear;

        Kind(String layout, Charset charset, int fiscalYear) {
            this.layout = layout;
            this.charset = charset;
            this.fiscalYear = fiscalYear;
        }

        Charset charset() {
            return charset;
        }

        FiscalYear fiscalYear() {
            return FiscalYear.of(fiscalYear);
        }
    }

    /** {@return the budget, read with the library} */
    BudgetSource source() {
        return Budgets.reading(file)
                .layout(Layout.named(kind.layout))
                .jurisdiction("mx-fed")
                .fiscalYear(kind.fiscalYear())
                .source();
    }

    /** {@return the object items that exist, or {@code null} where nobody gives them} */
    @Nullable
    Set<String> itemCodes() {
        return items == null ? null : ItemCatalogues.read(items);
    }
}
