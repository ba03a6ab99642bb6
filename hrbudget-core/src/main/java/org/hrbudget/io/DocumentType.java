package org.hrbudget.io;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.io.spi.RowSource;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.ListedAction;
import org.hrbudget.model.PerformanceIndicator;
import org.hrbudget.model.PhysicalGoal;
import org.hrbudget.model.PolicyFramework;
import org.hrbudget.model.PolicyFramework.Section;
import org.hrbudget.model.ResultsMatrixRow;
import org.hrbudget.model.UnitRecord;
import org.jspecify.annotations.Nullable;

/**
 * A type of document that units file beside their budget. There are five; each is read from CSV in UTF-8 whose headings are the
 * names of its columns, in English or Spanish, and made in memory from its rows:
 *
 * <pre>{@code
 * BudgetDocument<PhysicalGoal> goals = DocumentType.GOALS.read(Input.of("metas.csv", () -> stream));
 * BudgetValidator.builder().packs(pack).documents(goals).build().validate(budget);
 * }</pre>
 *
 * <p>Every document needs {@code fiscal_year} and {@code unit} in each row. Columns that are not the document's are passed over,
 * unless a heading is nearly one that is. A file with one wrong row is refused as a whole: half of it would let pass unseen what
 * the rest says. Immutable.
 *
 * @param <R> what its rows are
 */
public final class DocumentType<R extends UnitRecord> {

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

    /** The lists of actions of the units, annex 3 of the manuals for 2013 and 2014: {@code action}, a code of the programme. */
    public static final DocumentType<ListedAction> UNIT_ACTIONS = new DocumentType<>(
            "unit-actions",
            DataItem.UNIT_ACTION_LIST,
            table("unit-actions", DocumentType::listed)
                    .needed("action", "action_code", "accion", "acción", "linea_accion", "línea_acción"));

    /**
     * The policy frameworks (marcos de política pública): {@code activity}, {@code programme}, {@code development_objective},
     * {@code problem}, {@code population}, {@code objective}, and for each of the sections {@code general}, {@code equality} and
     * {@code rights} what it says, {@code ..._section}, or why it does not apply, {@code ..._reason}.
     */
    public static final DocumentType<PolicyFramework> POLICY_FRAMEWORKS = new DocumentType<>(
            "policy-frameworks",
            DataItem.POLICY_FRAMEWORKS,
            table("policy-frameworks", DocumentType::framework)
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
                    .column("rights_reason", "motivo_derechos"));

    /**
     * The physical goals (metas físicas): {@code activity}, {@code name}, {@code unit_of_measure}, {@code quantity} and
     * {@code month_01} to {@code month_12}. Quantities are digits with a point before up to ten decimals; commas may separate
     * thousands.
     */
    public static final DocumentType<PhysicalGoal> GOALS = new DocumentType<>("goals", DataItem.GOALS, goalTable());

    /**
     * The indicators: {@code name}, {@code definition}, {@code unit_of_measure}, {@code method}, {@code dimension},
     * {@code frequency}, {@code target}.
     */
    public static final DocumentType<PerformanceIndicator> INDICATORS = new DocumentType<>(
            "indicators",
            DataItem.INDICATORS,
            table("indicators", DocumentType::indicator)
                    .column("name", "nombre", "indicador")
                    .column("definition", "definicion", "definición")
                    .column("unit_of_measure", "unidad_medida", "unidad_de_medida")
                    .column("method", "metodo", "método", "metodo_calculo", "método_cálculo")
                    .column("dimension", "dimensión")
                    .column("frequency", "frecuencia")
                    .column("target", "meta"));

    /**
     * The results matrices (matrices de indicadores para resultados): {@code programme}, {@code level}, {@code summary},
     * {@code indicator}, {@code verification}, {@code assumption}.
     */
    public static final DocumentType<ResultsMatrixRow> RESULTS_MATRIX = new DocumentType<>(
            "results-matrix",
            DataItem.RESULTS_MATRIX,
            table("results-matrix", DocumentType::matrixRow)
                    .column("programme", "programme_code", "programa", "programa_presupuestario")
                    .column("level", "nivel")
                    .column("summary", "resumen", "resumen_narrativo")
                    .column("indicator", "indicador")
                    .column(
                            "verification",
                            "medio_verificacion",
                            "medio_de_verificacion",
                            "medios_verificacion",
                            "medios_verificación")
                    .column("assumption", "supuesto", "supuestos"));

    private static final List<DocumentType<?>> ALL =
            List.of(POLICY_FRAMEWORKS, UNIT_ACTIONS, GOALS, INDICATORS, RESULTS_MATRIX);

    private final String name;
    private final DataItem item;
    private final RecordTable<R> table;

    private DocumentType(String name, DataItem item, RecordTable<R> table) {
        this.name = name;
        this.item = item;
        this.table = table;
    }

    /** {@return all types} */
    public static List<DocumentType<?>> all() {
        return ALL;
    }

    /** {@return its name, as options have it, such as {@code unit-actions}} */
    public String name() {
        return name;
    }

    /** {@return the data it supplies} */
    public DataItem item() {
        return item;
    }

    /** {@return the names of its columns, in order} */
    public List<String> columns() {
        return table.columns();
    }

    /**
     * {@return the document in a file}
     *
     * @param file the file
     * @throws BudgetReadException if it cannot be read, holds no row, or one of its rows is wrong or appears twice
     */
    public BudgetDocument<R> read(Path file) {
        return read(Input.of(file));
    }

    /**
     * {@return the document in an input}
     *
     * @param input the input
     * @throws BudgetReadException if it cannot be read, holds no row, or one of its rows is wrong or appears twice
     */
    public BudgetDocument<R> read(Input input) {
        return table.read(this, input);
    }

    /**
     * {@return the document in rows that another engine reads}
     *
     * @param rows the rows
     * @throws BudgetReadException if there is none, or one of them is wrong or appears twice
     */
    public BudgetDocument<R> read(RowSource rows) {
        return table.read(this, rows);
    }

    /**
     * {@return a document made in memory}
     *
     * @param name its name in reports
     * @param rows its rows; none at all say that no unit filed anything
     * @throws IllegalArgumentException if two rows of one fiscal year and unit have the same {@link UnitRecord#key()}
     */
    public BudgetDocument<R> of(String name, Collection<R> rows) {
        Set<Object> seen = new HashSet<>();
        for (R row : rows) {
            if (!row.key().isEmpty() && !seen.add(List.of(row.fiscalYear(), row.unitCode(), row.key()))) {
                throw new IllegalArgumentException("The document " + name + " has " + row.key() + " of the unit "
                        + row.unitCode() + " twice, the second time at " + row.position()
                        + ".\nMaybe keep one of the two.");
            }
        }
        Input.Account account = new Input.Account(name, null, null, rows.size(), rows.size(), 0, 0);
        return new BudgetDocument<>(this, account, rows, Map.of());
    }

    @Override
    public String toString() {
        return name;
    }

    private static <R extends UnitRecord> RecordTable<R> table(String name, RecordTable.Maker<R> maker) {
        return RecordTable.of("hrbudget-" + name, maker);
    }

    private static ListedAction listed(RecordTable.Cells cells) throws CellProblem {
        return new ListedAction(cells.position(), cells.fiscalYear(), cells.unit(), cells.needed("action"));
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

    private static RecordTable<PhysicalGoal> goalTable() {
        RecordTable<PhysicalGoal> table = table("goals", DocumentType::goal)
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

    private static ResultsMatrixRow matrixRow(RecordTable.Cells cells) throws CellProblem {
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
