package org.hrbudget.validation.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hrbudget.io.BudgetDocument;
import org.hrbudget.io.Input;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.ListedAction;
import org.hrbudget.model.UnitRecord;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/** The documents given beside a budget, as far as they are of its fiscal year. Immutable. */
final class Documents {

    private final Map<DataItem, List<UnitRecord>> rows = new EnumMap<>(DataItem.class);
    private final Map<String, Map<String, String>> columns = new TreeMap<>();
    private final List<Input.Account> inputs = new ArrayList<>();
    private final List<ValidationReport.Problem> problems = new ArrayList<>();

    private Documents() {}

    /**
     * {@return the rows that are of a year; those of another are told as problems, and a document that has no row of the year
     * counts as not given}
     *
     * @param given the documents by what they supply
     * @param year the fiscal year of the budget; where it is not known, all rows are taken
     */
    static Documents of(Map<DataItem, BudgetDocument<?>> given, @Nullable FiscalYear year) {
        Documents documents = new Documents();
        new TreeMap<>(given).forEach((item, document) -> documents.add(item, document, year));
        return documents;
    }

    private void add(DataItem item, BudgetDocument<?> document, @Nullable FiscalYear year) {
        inputs.add(document.account());
        columns.put(document.name(), document.columns());
        List<UnitRecord> ofYear = new ArrayList<>();
        List<UnitRecord> ofOthers = new ArrayList<>();
        for (UnitRecord row : document.rows()) {
            (year == null || row.fiscalYear().equals(year) ? ofYear : ofOthers).add(row);
        }
        if (!ofOthers.isEmpty()) {
            UnitRecord first = ofOthers.get(0);
            problems.add(new ValidationReport.Problem(
                    ValidationReport.Problem.ProblemKind.INPUT,
                    document.name(),
                    Texts.WORDING.of(
                            "document-of-other-year",
                            "count",
                            Integer.toString(ofOthers.size()),
                            "row",
                            Long.toString(first.position().row()),
                            "found",
                            first.fiscalYear().toString(),
                            "year",
                            String.valueOf(year))));
        }
        if (!ofYear.isEmpty() || ofOthers.isEmpty()) {
            rows.put(item, List.copyOf(ofYear));
        }
    }

    /** {@return what the documents supply} */
    Set<DataItem> items() {
        return rows.keySet();
    }

    /** {@return by document, the heading of each column} */
    Map<String, Map<String, String>> columns() {
        return columns;
    }

    /** {@return the row accounts of all documents given, those without a row of the year too} */
    List<Input.Account> inputs() {
        return inputs;
    }

    /** {@return what could not be used} */
    List<ValidationReport.Problem> problems() {
        return problems;
    }

    /** {@return the rows of a document, in its order; none where it was not given} */
    <R extends UnitRecord> List<R> rows(DataItem item, Class<R> type) {
        return rows.getOrDefault(item, List.of()).stream().map(type::cast).toList();
    }

    /** {@return the codes of the units that filed them, as written} */
    Set<String> units() {
        return rows.values().stream()
                .flatMap(List::stream)
                .map(UnitRecord::unitCode)
                .collect(Collectors.toSet());
    }

    /** {@return the actions on the lists of units, or {@code null} where no lists were given} */
    @Nullable
    List<ListedAction> listedActions() {
        return rows.containsKey(DataItem.UNIT_ACTION_LIST) ? rows(DataItem.UNIT_ACTION_LIST, ListedAction.class) : null;
    }

    /** {@return the codes on the list of each unit that has one, as the programme writes them, or {@code null} without lists} */
    @Nullable
    Map<String, Set<String>> listsByUnit(@Nullable HumanRightsProgramme programme) {
        List<ListedAction> listed = listedActions();
        if (listed == null) {
            return null;
        }
        Map<String, Set<String>> lists = new HashMap<>();
        for (ListedAction action : listed) {
            String code = action.actionCode();
            lists.computeIfAbsent(action.unitCode(), unit -> new HashSet<>())
                    .add(
                            programme == null
                                    ? code
                                    : programme
                                            .action(code)
                                            .map(HrpAction::code)
                                            .orElse(code));
        }
        return lists;
    }
}
