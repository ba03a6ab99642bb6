package org.hrbudget.io;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.model.PhysicalGoal;
import org.jspecify.annotations.Nullable;

/**
 * Reads the physical goals of the units (metas físicas).
 *
 * <p>As CSV in UTF-8: {@code fiscal_year} and {@code unit}, both needed, and {@code activity}, {@code name},
 * {@code unit_of_measure}, {@code quantity} and {@code month_01} to {@code month_12}. Quantities are digits with a point before
 * up to ten decimals; commas may separate thousands. Other columns are passed over, unless a heading is nearly one of these. A
 * file with one wrong row is refused as a whole.
 */
public final class Goals {

    private static final List<String> MONTHS_IN_SPANISH = List.of(
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre");

    private static final RecordTable<PhysicalGoal> TABLE = table();

    private Goals() {}

    /**
     * {@return the goals in a file}
     *
     * @param file the file
     * @throws BudgetReadException if it cannot be read, holds none, or one of its rows is wrong or stands twice
     */
    public static BudgetDocument<PhysicalGoal> read(Path file) {
        return read(Input.of(file));
    }

    /**
     * {@return the goals in an input}
     *
     * @param input the input
     * @throws BudgetReadException if it cannot be read, holds none, or one of its rows is wrong or stands twice
     */
    public static BudgetDocument<PhysicalGoal> read(Input input) {
        return TABLE.read(input);
    }

    /** {@return the names of its columns, in order} */
    public static List<String> columns() {
        return TABLE.columns();
    }

    private static RecordTable<PhysicalGoal> table() {
        RecordTable<PhysicalGoal> table = RecordTable.of("hrbudget-goals", Goals::goal)
                .column("activity", "actividad", "actividad_institucional")
                .column("name", "nombre", "meta")
                .column("unit_of_measure", "unidad_medida", "unidad_de_medida")
                .column("quantity", "cantidad", "meta_anual");
        for (int month = 1; month <= PhysicalGoal.MONTHS; month++) {
            table.column(column(month), MONTHS_IN_SPANISH.get(month - 1));
        }
        return table;
    }

    private static PhysicalGoal goal(RecordTable.Cells cells) throws CellProblem {
        List<@Nullable BigDecimal> months = new ArrayList<>();
        for (int month = 1; month <= PhysicalGoal.MONTHS; month++) {
            months.add(cells.quantity(column(month)));
        }
        return new PhysicalGoal(
                cells.position(),
                cells.fiscalYear(),
                cells.unit(),
                cells.text("activity"),
                cells.text("name"),
                cells.text("unit_of_measure"),
                cells.quantity("quantity"),
                months);
    }

    private static String column(int month) {
        return month < 10 ? "month_0" + month : "month_" + month;
    }
}
