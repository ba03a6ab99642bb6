package org.hrbudget.rules.testing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.spi.RowSource;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Budget;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.SpendingLine;

/** What a rule is given to look at. */
sealed interface Given {

    /** {@return it as a budget} */
    BudgetSource source(RuleVerifier verifier);

    /** Nothing yet. */
    record Nothing() implements Given {
        @Override
        public BudgetSource source(RuleVerifier verifier) {
            throw new IllegalStateException("Nothing was given to the rule.\nMaybe a call of given(...) is missing.");
        }
    }

    /** A budget, however it is read. */
    record Whole(BudgetSource budget) implements Given {
        @Override
        public BudgetSource source(RuleVerifier verifier) {
            return budget;
        }
    }

    /** A table in the layout {@code hrbudget}, as it stands. */
    record Table(String text) implements Given {
        @Override
        public BudgetSource source(RuleVerifier verifier) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return reading(Budgets.reading(Input.of("given.csv", () -> new ByteArrayInputStream(bytes))), verifier);
        }
    }

    private static BudgetSource reading(Budgets.Reading reading, RuleVerifier verifier) {
        reading.jurisdiction(verifier.pack().manifest().jurisdiction()).fiscalYear(verifier.fiscalYear());
        BudgetPhase phase = verifier.phase();
        return (phase == null ? reading : reading.phase(phase)).source();
    }

    /** Lines in memory. */
    record Lines(List<SpendingLine> lines) implements Given {

        Lines and(List<SpendingLine> more) {
            List<SpendingLine> all = new ArrayList<>(lines);
            all.addAll(more);
            return new Lines(List.copyOf(all));
        }

        @Override
        public BudgetSource source(RuleVerifier verifier) {
            BudgetPhase phase = verifier.phase();
            return BudgetSource.of(Budget.builder(new BudgetHeader(
                            verifier.pack().manifest().jurisdiction(),
                            verifier.fiscalYear(),
                            "MXN",
                            null,
                            phase == null ? lastPhase() : phase))
                    .lines(lines)
                    .build());
        }

        /** {@return the phase of the last amount that a line has, and at least the decree's where none is only proposed} */
        private BudgetPhase lastPhase() {
            return lines.stream()
                    .flatMap(line -> line.amounts().asMap().keySet().stream())
                    .map(AmountKind::phase)
                    .max(BudgetPhase::compareTo)
                    .orElse(BudgetPhase.APPROVED);
        }
    }

    /** Lines as cells by column. What a budget cannot do without, and no test cares for, is filled in. */
    record Cells(List<Map<String, String>> rows) implements Given {

        static Map<String, String> row(String... cells) {
            Map<String, String> row = new LinkedHashMap<>();
            for (String cell : cells) {
                int equals = cell.indexOf('=');
                if (equals < 1) {
                    throw new IllegalArgumentException(
                            "\"" + cell + "\" is no cell.\nMaybe write column=value, such as unit_code=11CD01.");
                }
                String column = cell.substring(0, equals).strip();
                if (row.put(column, cell.substring(equals + 1)) != null) {
                    throw new IllegalArgumentException(
                            "The column \"" + column
                                    + "\" is given twice for one line.\nMaybe the second is a line of its own: given(...).given(...).");
                }
            }
            return row;
        }

        Cells and(Map<String, String> row) {
            List<Map<String, String>> all = new ArrayList<>(rows);
            all.add(row);
            return new Cells(List.copyOf(all));
        }

        @Override
        public BudgetSource source(RuleVerifier verifier) {
            Set<String> columns = new LinkedHashSet<>();
            rows.forEach(row -> columns.addAll(row.keySet()));
            Map<String, String> missing = new LinkedHashMap<>();
            missing.put("unit_code", "11CD01");
            missing.put("fiscal_year", verifier.fiscalYear().toString());
            if (Arrays.stream(AmountKind.values())
                    .noneMatch(kind -> columns.contains(DataItem.of(kind).word()))) {
                BudgetPhase phase = verifier.phase();
                AmountKind basis = (phase == null ? BudgetPhase.APPROVED : phase).basis();
                missing.put(DataItem.of(basis).word(), "100.00");
            }
            columns.addAll(missing.keySet());
            List<String> headings = List.copyOf(columns);
            List<List<String>> cells = rows.stream()
                    .map(row -> headings.stream()
                            .map(column -> row.getOrDefault(column, missing.getOrDefault(column, "")))
                            .toList())
                    .toList();
            return reading(Budgets.reading(RowSource.of("given.csv", headings, cells)), verifier);
        }
    }
}
