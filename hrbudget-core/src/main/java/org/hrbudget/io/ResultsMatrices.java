package org.hrbudget.io;

import java.nio.file.Path;
import java.util.List;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.model.ResultsMatrixRow;

/**
 * Reads the results matrices of the units (matrices de indicadores para resultados).
 *
 * <p>As CSV in UTF-8: {@code fiscal_year} and {@code unit}, both needed, and {@code programme}, {@code level}, {@code summary},
 * {@code indicator}, {@code verification}, {@code assumption}. Other columns are passed over, unless a heading is nearly one of
 * these. A file with one wrong row is refused as a whole.
 */
public final class ResultsMatrices {

    private static final RecordTable<ResultsMatrixRow> TABLE = RecordTable.of(
                    "hrbudget-results-matrix", ResultsMatrices::row)
            .column("programme", "programme_code", "programa", "programa_presupuestario")
            .column("level", "nivel")
            .column("summary", "resumen", "resumen_narrativo")
            .column("indicator", "indicador")
            .column(
                    "verification",
                    "medio_verificacion",
                    "medio_verificación",
                    "medios_verificacion",
                    "medios_verificación")
            .column("assumption", "supuesto", "supuestos");

    private ResultsMatrices() {}

    /**
     * {@return the matrices in a file}
     *
     * @param file the file
     * @throws BudgetReadException if it cannot be read, holds none, or one of its rows is wrong or stands twice
     */
    public static BudgetDocument<ResultsMatrixRow> read(Path file) {
        return read(Input.of(file));
    }

    /**
     * {@return the matrices in an input}
     *
     * @param input the input
     * @throws BudgetReadException if it cannot be read, holds none, or one of its rows is wrong or stands twice
     */
    public static BudgetDocument<ResultsMatrixRow> read(Input input) {
        return TABLE.read(input);
    }

    /** {@return the names of its columns, in order} */
    public static List<String> columns() {
        return TABLE.columns();
    }

    private static ResultsMatrixRow row(RecordTable.Cells cells) throws CellProblem {
        return new ResultsMatrixRow(
                cells.position(),
                cells.fiscalYear(),
                cells.unit(),
                cells.text("programme"),
                cells.text("level"),
                cells.text("summary"),
                cells.text("indicator"),
                cells.text("verification"),
                cells.text("assumption"));
    }
}
