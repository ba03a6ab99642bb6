package org.hrbudget.rules.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.LongFunction;
import org.hrbudget.model.Budget;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.ListedAction;
import org.hrbudget.model.PerformanceIndicator;
import org.hrbudget.model.PhysicalGoal;
import org.hrbudget.model.PolicyFramework;
import org.hrbudget.model.PolicyFramework.Section;
import org.hrbudget.model.Position;
import org.hrbudget.model.ResultsMatrixRow;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.model.UnitRecord;
import org.jspecify.annotations.Nullable;

/** Documents of units drawn from a seed, beside a budget: of its units and of others, of its year and of others. */
final class RandomDocuments {

    private static final String[] TEXTS = {"Texto", "TEXTO ", "01", "No aplica", "-", "", null};
    private static final String[] ACTIVITIES = {"04", "04", "1", "0", "Texto", "", null};
    private static final String[] PROGRAMMES = {"E169", "E169", "K027", "No aplica", "", null};
    private static final String[] DIMENSIONS = {"eficacia", "Eficiencia", "ECONOMÍA", "calidad", "impacto", "", null};
    private static final String[] ACTIONS = {"01.01.01", "01.01.02", "01.02.01", "02.01.01", "03.01.01", "99.01.01"};
    private static final String[] LEVELS = {"fin", "propósito", "componente", "actividad", "Componentes", "otro", null};
    private static final String[] QUANTITIES = {"-1", "0", "0.5", "12", "12.00", "1200", null};

    private final Random random;
    private final List<String> units = new ArrayList<>(List.of("99ZZ99"));
    private final FiscalYear year;

    private RandomDocuments(long seed, Budget budget) {
        this.random = new Random(seed);
        for (SpendingLine line : budget.lines()) {
            if (line.unit() != null && !line.unit().code().isEmpty()) {
                units.add(line.unit().code());
            }
        }
        FiscalYear stated = budget.header().fiscalYear();
        this.year = stated == null ? FiscalYear.of(2014) : stated;
    }

    static Filed draw(long seed, Budget budget) {
        RandomDocuments draw = new RandomDocuments(seed, budget);
        return new Filed(
                draw.document(draw::listed),
                draw.document(draw::framework),
                draw.document(draw::goal),
                draw.document(draw::indicator),
                draw.document(draw::matrixRow));
    }

    private <R extends UnitRecord> @Nullable List<R> document(LongFunction<R> maker) {
        if (random.nextInt(3) == 0) {
            return null;
        }
        List<R> rows = new ArrayList<>();
        Set<Object> keys = new HashSet<>();
        for (int left = random.nextInt(6); left > 0; left--) {
            R row = maker.apply(rows.size() + 2L);
            if (row.key().isEmpty() || keys.add(List.of(row.fiscalYear(), row.unitCode(), row.key()))) {
                rows.add(row);
            }
        }
        return rows;
    }

    private ListedAction listed(long row) {
        return new ListedAction(new Position("listed", row), year(), unit(), any(ACTIONS));
    }

    private PolicyFramework framework(long row) {
        return new PolicyFramework(
                new Position("frameworks", row),
                year(),
                unit(),
                any(TEXTS),
                any(PROGRAMMES),
                any(TEXTS),
                any(TEXTS),
                any(TEXTS),
                any(TEXTS),
                new Section(any(TEXTS), any(TEXTS)),
                new Section(any(TEXTS), any(TEXTS)),
                new Section(any(TEXTS), any(TEXTS)));
    }

    /** Often the months add up to the quantity, sometimes one of them is left out. */
    private PhysicalGoal goal(long row) {
        BigDecimal quantity = number(any(QUANTITIES));
        List<@Nullable BigDecimal> months = new ArrayList<>(PhysicalGoal.NO_MONTHS);
        if (random.nextInt(4) > 0) {
            for (int month = 0; month < PhysicalGoal.MONTHS; month++) {
                months.set(month, BigDecimal.ZERO);
            }
            months.set(random.nextInt(PhysicalGoal.MONTHS), random.nextBoolean() ? quantity : number("1"));
        }
        return new PhysicalGoal(
                new Position("goals", row), year(), unit(), any(ACTIVITIES), any(TEXTS), any(TEXTS), quantity, months);
    }

    private PerformanceIndicator indicator(long row) {
        return new PerformanceIndicator(
                new Position("indicators", row),
                year(),
                unit(),
                any(TEXTS),
                any(TEXTS),
                any(TEXTS),
                any(TEXTS),
                any(DIMENSIONS),
                any(TEXTS),
                any(TEXTS));
    }

    private ResultsMatrixRow matrixRow(long row) {
        return new ResultsMatrixRow(
                new Position("matrix", row),
                year(),
                unit(),
                any(TEXTS),
                any(LEVELS),
                any(TEXTS),
                any(TEXTS),
                any(TEXTS),
                any(TEXTS));
    }

    private FiscalYear year() {
        return random.nextInt(10) == 0 ? year.previous() : year;
    }

    private String unit() {
        return units.get(random.nextInt(units.size()));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
