package org.hrbudget.io;

import java.nio.file.Path;
import java.util.List;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.model.PolicyFramework;
import org.hrbudget.model.PolicyFramework.Section;

/**
 * Reads the policy frameworks of the units (marcos de política pública).
 *
 * <p>As CSV in UTF-8: {@code fiscal_year} and {@code unit}, both needed, and {@code activity}, {@code programme},
 * {@code development_objective}, {@code problem}, {@code population}, {@code objective}, {@code general_section},
 * {@code general_reason}, {@code equality_section}, {@code equality_reason}, {@code rights_section}, {@code rights_reason}. The
 * reason of a section is why it does not apply. Other columns are passed over, unless a heading is nearly one of these. A file
 * with one wrong row is refused as a whole.
 */
public final class PolicyFrameworks {

    private static final RecordTable<PolicyFramework> TABLE = RecordTable.of(
                    "hrbudget-policy-frameworks", PolicyFrameworks::framework)
            .column("activity", "actividad", "actividad_institucional")
            .column("programme", "programme_code", "programa", "programa_presupuestario")
            .column("development_objective", "objetivo_pgd")
            .column("problem", "problema")
            .column("population", "poblacion", "población")
            .column("objective", "objetivo")
            .column("general_section", "apartado_general")
            .column("general_reason", "motivo_general")
            .column("equality_section", "apartado_igualdad")
            .column("equality_reason", "motivo_igualdad")
            .column("rights_section", "apartado_derechos")
            .column("rights_reason", "motivo_derechos");

    private PolicyFrameworks() {}

    /**
     * {@return the frameworks in a file}
     *
     * @param file the file
     * @throws BudgetReadException if it cannot be read, holds none, or one of its rows is wrong or stands twice
     */
    public static BudgetDocument<PolicyFramework> read(Path file) {
        return read(Input.of(file));
    }

    /**
     * {@return the frameworks in an input}
     *
     * @param input the input
     * @throws BudgetReadException if it cannot be read, holds none, or one of its rows is wrong or stands twice
     */
    public static BudgetDocument<PolicyFramework> read(Input input) {
        return TABLE.read(input);
    }

    /** {@return the names of its columns, in order} */
    public static List<String> columns() {
        return TABLE.columns();
    }

    private static PolicyFramework framework(RecordTable.Cells cells) throws CellProblem {
        return new PolicyFramework(
                cells.position(),
                cells.fiscalYear(),
                cells.unit(),
                cells.text("activity"),
                cells.text("programme"),
                cells.text("development_objective"),
                cells.text("problem"),
                cells.text("population"),
                cells.text("objective"),
                new Section(cells.text("general_section"), cells.text("general_reason")),
                new Section(cells.text("equality_section"), cells.text("equality_reason")),
                new Section(cells.text("rights_section"), cells.text("rights_reason")));
    }
}
