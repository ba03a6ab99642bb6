package app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Verdict;

/** One validator asked by 64 virtual threads, on a JDK that denies what later ones will. */
public class Main {

    private static final String BUDGET =
            "unit_code,fiscal_year,approved,action_1,no_action_reason\n11CD01,2011,5.00,,\n12CD02,2011,7.50,,\n";

    public static void main(String[] args) throws Exception {
        BudgetValidator validator = BudgetValidator.using(RulePacks.load("mx-cmx", "2011.1"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Verdict>> verdicts = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                verdicts.add(threads.submit(() -> validator
                        .validate(Budgets.reading(Input.of(
                                        "budget.csv",
                                        () -> new java.io.ByteArrayInputStream(BUDGET.getBytes("UTF-8"))))
                                .source())
                        .verdict()));
            }
            for (Future<Verdict> verdict : verdicts) {
                if (verdict.get() != Verdict.NOT_COMPLIANT) {
                    throw new AssertionError(verdict.get());
                }
            }
        }
        System.out.println("64 virtual threads were answered.");
    }
}
