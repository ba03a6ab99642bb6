package org.hrbudget.validation;

import org.hrbudget.io.BudgetSource;
import org.hrbudget.validation.internal.Gathering;
import org.hrbudget.validation.internal.Settings;

/**
 * Budgets of units, each judged by itself, and judged together as the one budget they are. No line is judged twice, unless the
 * files promise different data: then those of a file that promises more than all together do. Made by
 * {@link BudgetValidator#consolidation}:
 *
 * <pre>{@code
 * try (Consolidation all = validator.consolidation(Budgets.reading(files).source())) {
 *     for (Path file : files) {
 *         ValidationReport unit =
 *                 all.add(Budgets.reading(file).scope(BudgetHeader.Scope.UNIT).source());
 *     }
 *     ValidationReport whole = all.whole();
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads. It keeps a temporary file where budgets are large, which {@link #close()} deletes.
 */
public final class Consolidation implements AutoCloseable {

    private final Gathering gathering;

    Consolidation(Settings settings, BudgetSource all) {
        this.gathering = new Gathering(settings, all);
    }

    /**
     * {@return what the packs say of a budget by itself; its lines are in the whole from now on}
     *
     * @param source the budget, of files of the whole, under the names they have there
     * @throws org.hrbudget.io.BudgetReadException if nothing can be read from it at all; it is then not in the whole
     * @throws IllegalArgumentException if a file of the same name was added already
     */
    public ValidationReport add(BudgetSource source) {
        return gathering.add(source);
    }

    /**
     * {@return what the packs say of all budgets added, as one: where no file was left out, that is what
     * {@link BudgetValidator#validate(BudgetSource)} says of all files in the order of their names} To be asked once, when nothing is
     * added any more.
     *
     * @throws org.hrbudget.io.BudgetReadException if the budgets contradict one another, such as on their currency
     * @throws IllegalStateException if no budget was added
     */
    public ValidationReport whole() {
        return gathering.whole();
    }

    /** Deletes the temporary file. */
    @Override
    public void close() {
        gathering.close();
    }
}
