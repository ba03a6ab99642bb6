package org.hrbudget.rules.internal.packs.examples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.hrbudget.io.BudgetDocument;
import org.hrbudget.io.DocumentType;
import org.hrbudget.io.spi.RowSource;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.ListedAction;
import org.hrbudget.model.PerformanceIndicator;
import org.hrbudget.model.PhysicalGoal;
import org.hrbudget.model.PolicyFramework;
import org.hrbudget.model.Position;
import org.hrbudget.model.ResultsMatrixRow;
import org.hrbudget.model.UnitRecord;
import org.hrbudget.rules.internal.packs.PackWords;
import org.hrbudget.rules.internal.packs.tables.Table;
import org.hrbudget.validation.BudgetValidator;
import org.jspecify.annotations.Nullable;

/**
 * The documents of units in examples.
 *
 * <p>Where a rule is about the rows of such a document, the rows of its table are that document's, in its columns; columns of the
 * layout {@code hrbudget} that the document does not have are those of one budget line for each row, whose unit is the row's unless
 * {@code unit_code} says otherwise, and whose activity {@code line_activity} says, since goals have a column {@code activity}. Where a rule is about something else, columns of the case give the documents: {@code unit_list}
 * ({@code 11CD01:01.01.01|11CD01:01.01.02}), and {@code frameworks}, {@code goals}, {@code indicators} and {@code matrix}, each the
 * units that filed one, as often as they filed one ({@code 11CD01|11CD01}); behind the unit of a framework may stand its budget
 * programme, of a goal its activity, of a row of the matrix its level ({@code 11CD01:E001}). A table with such a column gives the
 * document in each of its cases; a blank cell means that no unit filed anything.
 */
final class ExampleDocuments {

    /** The columns that give documents, for rules that are not about their rows. */
    static final Set<String> OF_THE_CASE = Set.of("unit_list", "frameworks", "goals", "indicators", "matrix");

    /** The activity of the line beside a row. */
    static final String LINE_ACTIVITY = "line_activity";

    private static final String UNIT = "unit";
    private static final String FISCAL_YEAR = "fiscal_year";
    /** The document whose rows a kind of fact is. */
    private static final Map<String, DocumentType<?>> BY_SUBJECT = Map.of(
            "ListedAction", DocumentType.UNIT_ACTIONS,
            "PolicyFramework", DocumentType.POLICY_FRAMEWORKS,
            "Goal", DocumentType.GOALS,
            "UnitIndicator", DocumentType.INDICATORS,
            "MatrixRow", DocumentType.RESULTS_MATRIX);

    private ExampleDocuments() {}

    /** {@return whether facts of this kind are rows of a document} */
    static boolean areRows(String subject) {
        return BY_SUBJECT.containsKey(subject);
    }

    /** {@return the columns of the document whose rows are facts of this kind; none where there is no such document} */
    static List<String> columns(String subject) {
        DocumentType<?> type = BY_SUBJECT.get(subject);
        return type == null ? List.of() : type.columns();
    }

    /** {@return the kind of fact that the rows of a document are} */
    static String subject(DocumentType<?> type) {
        return BY_SUBJECT.entrySet().stream()
                .filter(entry -> entry.getValue() == type)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** {@return the columns of all documents, and those of cases that give one} */
    static Set<String> columns() {
        Set<String> columns = new TreeSet<>(OF_THE_CASE);
        columns.add(LINE_ACTIVITY);
        DocumentType.all().forEach(type -> columns.addAll(type.columns()));
        return columns;
    }

    /** {@return the unit of the budget line beside a row, where the row does not say otherwise} */
    static String unit(Examples.Case example, Table.TableRow row, String otherwise) {
        boolean says = areRows(example.rule().subject()) && example.columns().contains(UNIT);
        return says ? row.text(UNIT) : otherwise;
    }

    /**
     * Gives a validator the documents of a case.
     *
     * @throws org.hrbudget.io.BudgetReadException if a row of the case is no row of its document
     * @throws org.hrbudget.rules.internal.language.Fault if a cell does not give a document as it should
     */
    static void give(BudgetValidator.Builder to, Examples.Case example, FiscalYear year) {
        String file = example.file().file();
        Position nowhere = new Position(file, 0);
        gives(example, "unit_list", DocumentType.UNIT_ACTIONS, filed -> listed(nowhere, filed, year))
                .ifPresent(to::documents);
        gives(example, "frameworks", DocumentType.POLICY_FRAMEWORKS, filed -> framework(nowhere, filed, year))
                .ifPresent(to::documents);
        gives(example, "goals", DocumentType.GOALS, filed -> goal(nowhere, filed, year))
                .ifPresent(to::documents);
        gives(example, "indicators", DocumentType.INDICATORS, filed -> indicator(nowhere, filed, year))
                .ifPresent(to::documents);
        gives(example, "matrix", DocumentType.RESULTS_MATRIX, filed -> matrixRow(nowhere, filed, year))
                .ifPresent(to::documents);
        DocumentType<?> type = BY_SUBJECT.get(example.rule().subject());
        if (type != null) {
            to.documents(type.read(rows(example, type.columns(), year)));
        }
    }

    /**
     * What one unit filed.
     *
     * @param number how many were filed before it
     * @param unit the unit
     * @param of what it is about, where the cell says so
     */
    private record Filed(int number, String unit, @Nullable String of) {

        static Filed of(int number, String text) {
            String[] parts = text.split(":", 2);
            if (parts.length == 2 && parts[1].isBlank()) {
                throw new IllegalArgumentException("Nothing behind the colon: " + text);
            }
            return new Filed(number, parts[0], parts.length < 2 ? null : parts[1]);
        }
    }

    /** {@return the document that a column of the case gives; empty where the table has no such column} */
    private static <R extends UnitRecord> Optional<BudgetDocument<R>> gives(
            Examples.Case example, String column, DocumentType<R> type, Function<Filed, R> maker) {
        if (!example.columns().contains(column)) {
            return Optional.empty();
        }
        Table.Cell cell = example.rows().get(0).cell(column);
        String[] texts = cell.isEmpty() ? new String[0] : cell.text().split("\\|", -1);
        List<R> rows = new ArrayList<>();
        try {
            for (String text : texts) {
                Filed filed = Filed.of(rows.size(), text);
                rows.add(maker.apply(filed));
                example.refuseNoUnit(cell, filed.unit());
            }
            return Optional.of(type.of(example.file().file(), rows));
        } catch (IllegalArgumentException e) {
            String form = type == DocumentType.UNIT_ACTIONS ? "unit-list" : "units-filed";
            throw cell.fault(PackWords.of(form, "value", cell.text()));
        }
    }

    /** A list may hold an action that the programme does not have, but no other word. */
    private static ListedAction listed(Position position, Filed filed, FiscalYear year) {
        String action = filed.of() == null ? "" : filed.of();
        if (!Examples.isAction(action, null)) {
            throw new IllegalArgumentException("No action: " + action);
        }
        return new ListedAction(position, year, filed.unit(), action);
    }

    /** One for each activity, as a unit may not file two on the same. */
    private static PolicyFramework framework(Position position, Filed filed, FiscalYear year) {
        PolicyFramework.Section none = PolicyFramework.Section.NONE;
        String activity = Integer.toString(filed.number() + 1);
        return new PolicyFramework(
                position, year, filed.unit(), activity, filed.of(), null, null, null, null, none, none, none);
    }

    private static PhysicalGoal goal(Position position, Filed filed, FiscalYear year) {
        return new PhysicalGoal(position, year, filed.unit(), filed.of(), null, null, null, PhysicalGoal.NO_MONTHS);
    }

    private static PerformanceIndicator indicator(Position position, Filed filed, FiscalYear year) {
        if (filed.of() != null) {
            throw new IllegalArgumentException("Of an indicator the unit alone is said: " + filed.of());
        }
        return new PerformanceIndicator(position, year, filed.unit(), null, null, null, null, null, null, null);
    }

    private static ResultsMatrixRow matrixRow(Position position, Filed filed, FiscalYear year) {
        return new ResultsMatrixRow(position, year, filed.unit(), null, filed.of(), null, null, null, null);
    }

    /** {@return the document of a case; its first row is the heading, as in the budget of the case} */
    private static RowSource rows(Examples.Case example, List<String> columns, FiscalYear year) {
        Map<String, String> missing = new LinkedHashMap<>();
        missing.put(FISCAL_YEAR, year.toString());
        missing.put(UNIT, Examples.UNIT);
        List<String> own = columns.stream()
                .filter(column -> example.columns().contains(column) || missing.containsKey(column))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (Table.TableRow row : example.rows()) {
            rows.add(own.stream()
                    .map(column -> example.columns().contains(column)
                            ? row.cell(column).raw()
                            : missing.getOrDefault(column, ""))
                    .toList());
        }
        return RowSource.of(example.file().file(), own, rows);
    }
}
