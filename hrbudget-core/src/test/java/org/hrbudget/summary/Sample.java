package org.hrbudget.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;

/** Small budgets to add up. */
final class Sample {

    static final HumanRightsProgramme PROGRAMME = programme(6);

    private Sample() {}

    /** Two rights, and actions 01.01.01 (short, executor 01CD01), 02.01.02 (permanent), 01.01.03 and so on in turn. */
    static HumanRightsProgramme programme(int actions) {
        List<HrpAction> all = new ArrayList<>();
        for (int number = 1; number <= actions; number++) {
            String right = number % 2 == 1 ? "01" : "02";
            String code = String.format(Locale.ROOT, "%s.%02d.%02d", right, 1 + number / 100, number % 100);
            HrpAction.Term term = number % 2 == 1 ? HrpAction.Term.SHORT : HrpAction.Term.PERMANENT;
            List<String> executors = number == 1 ? List.of("01CD01") : List.of();
            all.add(new HrpAction(
                    code, number, right, code.substring(0, 5), "Action " + number, term, executors, false));
        }
        return HumanRightsProgramme.of(
                "Sample",
                List.of(
                        new HumanRight("01", false, "Igualdad", "Equality"),
                        new HumanRight("02", true, "Infancia", "Children")),
                all);
    }

    static SpendingLine.Builder line(long row, String unit) {
        return SpendingLine.builder()
                .position(new Position("budget.csv", row))
                .unit(new BudgetUnit(unit, null, null))
                .passThrough(Map.of("key", Long.toString(row)));
    }

    static SpendingLine line(long row, String unit, String approved, ActionLink... links) {
        return line(row, unit)
                .amount(AmountKind.APPROVED, new BigDecimal(approved))
                .links(Arrays.asList(links))
                .build();
    }

    static Summaries.Tally tally(BudgetPhase phase, SpendingLine... lines) {
        Summaries.Tally tally = Summaries.Tally.of(phase, PROGRAMME);
        for (SpendingLine line : lines) {
            tally.add(line);
        }
        return tally;
    }

    static Summaries approved(SpendingLine... lines) {
        return tally(BudgetPhase.APPROVED, lines).summaries(null);
    }

    static BigDecimal value(Summaries summaries, String id, String... dimension) {
        return indicators(summaries).stream()
                .filter(indicator -> indicator.id().equals(id))
                .filter(indicator -> indicator.dimensions().equals(dimensions(dimension)))
                .findFirst()
                .orElseThrow()
                .value();
    }

    static List<Indicator> indicators(Summaries summaries) {
        return Indicators.of(summaries, "MXN", EnumSet.allOf(DataItem.class));
    }

    private static Map<String, String> dimensions(String... dimension) {
        return dimension.length == 0 ? Map.of() : Map.of(dimension[0], dimension[1]);
    }
}
