package org.hrbudget.io;

import java.nio.file.Path;
import java.util.List;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.model.PerformanceIndicator;

/**
 * Reads the indicators of the units.
 *
 * <p>As CSV in UTF-8: {@code fiscal_year} and {@code unit}, both needed, and {@code name}, {@code definition},
 * {@code unit_of_measure}, {@code method}, {@code dimension}, {@code frequency}, {@code target}. Other columns are passed over,
 * unless a heading is nearly one of these. A file with one wrong row is refused as a whole.
 */
public final class PerformanceIndicators {

    private static final RecordTable<PerformanceIndicator> TABLE = RecordTable.of(
                    "hrbudget-indicators", PerformanceIndicators::indicator)
            .column("name", "nombre", "indicador")
            .column("definition", "definicion", "definición")
            .column("unit_of_measure", "unidad_medida", "unidad_de_medida")
            .column("method", "metodo", "método", "metodo_calculo", "método_cálculo")
            .column("dimension", "dimensión")
            .column("frequency", "frecuencia")
            .column("target", "meta");

    private PerformanceIndicators() {}

    /**
     * {@return the indicators in a file}
     *
     * @param file the file
     * @throws BudgetReadException if it cannot be read, holds none, or one of its rows is wrong or stands twice
     */
    public static BudgetDocument<PerformanceIndicator> read(Path file) {
        return read(Input.of(file));
    }

    /**
     * {@return the indicators in an input}
     *
     * @param input the input
     * @throws BudgetReadException if it cannot be read, holds none, or one of its rows is wrong or stands twice
     */
    public static BudgetDocument<PerformanceIndicator> read(Input input) {
        return TABLE.read(input);
    }

    /** {@return the names of its columns, in order} */
    public static List<String> columns() {
        return TABLE.columns();
    }

    private static PerformanceIndicator indicator(RecordTable.Cells cells) throws CellProblem {
        return new PerformanceIndicator(
                cells.position(),
                cells.fiscalYear(),
                cells.unit(),
                cells.text("name"),
                cells.text("definition"),
                cells.text("unit_of_measure"),
                cells.text("method"),
                cells.text("dimension"),
                cells.text("frequency"),
                cells.text("target"));
    }
}
