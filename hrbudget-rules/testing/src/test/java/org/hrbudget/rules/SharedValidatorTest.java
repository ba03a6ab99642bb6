package org.hrbudget.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.report.JsonReport;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.rules.testing.PlantedBudget;
import org.hrbudget.rules.testing.PlantedBudgets;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.ValidationReport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One validator serves many threads for long: the same answer each time, and nothing piles up. */
@Tag("long")
class SharedValidatorTest {

    private static final int THREADS = 8;
    private static final int WARM_UP = 250;
    private static final int VALIDATIONS = 1_250;

    /** What the compilers and the profiles of the virtual machine may still add; one report kept of ten thousand is 50 KB. */
    private static final long TOLERATED_BYTES = 8L << 20;

    @Test
    void tenThousandValidationsFromEightThreadsGiveTheSameBytesAndLeaveTheHeapAsItWas() throws Exception {
        PlantedBudget budget = PlantedBudgets.of(RulePacks.load("mx-cmx", "2011.2"))
                .withDefects(300)
                .budget(7, 12);
        BudgetSource source = BudgetSource.of(budget.inMemory());
        BudgetValidator validator =
                budget.validator(RulePacks.load("mx-cmx", "2011.2")).build();
        Set<String> answers = ConcurrentHashMap.newKeySet();

        fromAllThreads(WARM_UP, validator, source, answers);
        long before = used();
        fromAllThreads(VALIDATIONS, validator, source, answers);

        assertThat(answers).hasSize(1);
        assertThat(answers.iterator().next()).contains("\"findings\": [").contains("\"row\":");
        assertThat(used() - before).isLessThan(TOLERATED_BYTES);
    }

    private static void fromAllThreads(int each, BudgetValidator validator, BudgetSource source, Set<String> answers)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                all.add(threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        answers.add(bytes(validator.validate(source)));
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static String bytes(ValidationReport report) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport.write(ReportDocument.of(report, Locale.ENGLISH, Map.of()), out);
        return out.toString("UTF-8");
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(20);
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
