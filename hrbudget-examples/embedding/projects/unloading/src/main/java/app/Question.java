package app;

import java.math.BigDecimal;
import java.util.List;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Budget;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Verdict;

/** A budget of two units, of which no line names an action. */
public class Question {

    private Question() {}

    public static Verdict ask() {
        BudgetValidator validator = BudgetValidator.using(RulePacks.load("mx-cmx", "2011.1"));
        return validator.validate(budget()).verdict();
    }

    static Budget budget() {
        return Budget.builder(
                        new BudgetHeader("mx-cmx", FiscalYear.of(2011), "MXN", null, BudgetPhase.APPROVED))
                .lines(List.of(line("11CD01"), line("12CD02")))
                .promises(java.util.Set.of(
                        DataItem.UNIT_CODE, DataItem.LINKS, DataItem.NO_ACTION_REASON, DataItem.APPROVED))
                .build();
    }

    private static SpendingLine line(String unit) {
        return SpendingLine.builder()
                .unit(new BudgetUnit(unit, null, null))
                .amount(AmountKind.APPROVED, BigDecimal.TEN)
                .build();
    }
}
