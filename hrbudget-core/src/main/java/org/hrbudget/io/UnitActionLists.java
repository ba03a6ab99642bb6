package org.hrbudget.io;

import java.nio.file.Path;
import java.util.List;
import org.hrbudget.model.ListedAction;

/**
 * Reads the lists of actions of the units, annex 3 of the manuals for 2013 and 2014.
 *
 * <p>As CSV in UTF-8: {@code fiscal_year, unit, action}, all needed; the action is a code of the human-rights programme. Other
 * columns are passed over, unless a heading is nearly one of these. A file with one wrong row is refused as a whole.
 */
public final class UnitActionLists {

    private static final RecordTable<ListedAction> TABLE = RecordTable.of(
                    "hrbudget-unit-actions",
                    cells -> new ListedAction(
                            cells.position(), cells.fiscalYear(), cells.unit(), cells.needed("action")))
            .needed("action", "action_code", "accion", "acción", "linea_accion", "línea_acción");

    private UnitActionLists() {}

    /**
     * {@return the lists in a file}
     *
     * @param file the file
     * @throws BudgetReadException if it cannot be read, holds none, or one of its rows is wrong or stands twice
     */
    public static BudgetDocument<ListedAction> read(Path file) {
        return read(Input.of(file));
    }

    /**
     * {@return the lists in an input}
     *
     * @param input the input
     * @throws BudgetReadException if it cannot be read, holds none, or one of its rows is wrong or stands twice
     */
    public static BudgetDocument<ListedAction> read(Input input) {
        return TABLE.read(input);
    }

    /** {@return the names of its columns, in order} */
    public static List<String> columns() {
        return TABLE.columns();
    }
}
