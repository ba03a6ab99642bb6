package org.hrbudget.spark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hrbudget.validation.BudgetValidator;
import org.jspecify.annotations.Nullable;

/**
 * The validators built in this JVM. Building one takes a second and more, a part of a file not much longer, so the tasks of a job
 * share one. An executor has no other place for it than a static field: nothing of an application but its classes outlives a task.
 * The few used last are kept.
 */
final class BuiltValidators {

    private static final int MOST = 4;

    private static final Map<UUID, Built> BUILT = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Built> eldest) {
            return size() > MOST;
        }
    };

    private BuiltValidators() {}

    /**
     * {@return the validator of a plan}
     *
     * @param run tells the plan from others
     * @param plan how to build it, if it is not there
     */
    static BudgetValidator of(UUID run, ValidatorPlan plan) {
        Built built;
        synchronized (BUILT) {
            built = BUILT.computeIfAbsent(run, unknown -> new Built());
        }
        return built.validator(plan);
    }

    /** One validator, built by the first task that asks while the others wait. */
    private static final class Built {

        private @Nullable BudgetValidator validator;

        synchronized BudgetValidator validator(ValidatorPlan plan) {
            BudgetValidator known = validator;
            if (known == null) {
                known = plan.validator();
                validator = known;
            }
            return known;
        }
    }
}
