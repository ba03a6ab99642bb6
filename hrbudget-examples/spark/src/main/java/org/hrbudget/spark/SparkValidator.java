package org.hrbudget.spark;

import java.util.UUID;
import org.apache.spark.SparkException;
import org.apache.spark.sql.SparkSession;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/**
 * Validates budgets of any size on Apache Spark. The report is the one that {@code BudgetValidator.validate} gives on one machine,
 * byte for byte as JSON, but for its {@code run} part.
 *
 * <pre>{@code
 * ValidatorPlan plan = ValidatorPlan.builder()
 *         .rules("mx-fed", FiscalYear.of(2010), LocalDate.of(2011, 4, 30))
 *         .build();
 * ValidationReport report = SparkValidator.of(spark, plan)
 *         .validate(BudgetFiles.of(Layout.named("mx-federal-cuenta-publica"), "hdfs://cluster/2010.csv"));
 * }</pre>
 *
 * <p>The driver holds what a report holds and no lines. Meant to be kept: executors keep the validators that it had them build.
 * Immutable, and safe for use by several threads as far as the session is.
 */
public final class SparkValidator {

    /** The bytes of a file that one task reads, unless set: 32 MiB. */
    public static final long RANGE_BYTES = 32L << 20;

    private final SparkSession spark;
    private final ValidatorPlan plan;
    private final UUID id;
    private final long rangeBytes;

    private SparkValidator(SparkSession spark, ValidatorPlan plan, UUID id, long rangeBytes) {
        this.spark = spark;
        this.plan = plan;
        this.id = id;
        this.rangeBytes = rangeBytes;
    }

    /**
     * {@return a validator}
     *
     * @param spark the cluster
     * @param plan how validators are built there
     */
    public static SparkValidator of(SparkSession spark, ValidatorPlan plan) {
        return new SparkValidator(spark, plan, UUID.randomUUID(), RANGE_BYTES);
    }

    /**
     * {@return the same with other ranges; the report does not depend on them}
     *
     * @param bytes about how many bytes of a file one task reads, at least 1
     * @throws IllegalArgumentException if there are fewer
     */
    public SparkValidator withRangeBytes(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException(
                    "A task cannot read " + bytes + " bytes.\nMaybe " + RANGE_BYTES + " was meant.");
        }
        return new SparkValidator(spark, plan, id, bytes);
    }

    /**
     * {@return the report on files}
     *
     * @param budget the files
     * @throws BudgetReadException if nothing can be read from one of them at all
     * @throws RulePackException if a rule pack cannot be found or used
     * @throws ClusterException if the cluster cannot carry it out
     */
    public ValidationReport validate(BudgetFiles budget) {
        try {
            return new FileValidation(spark, id, plan, rangeBytes, budget).report();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException(
                    "The validation was interrupted.\nMaybe it took longer than its caller waits.", e);
        } catch (Exception e) {
            throw explained(e);
        }
    }

    /**
     * {@return the report on the rows of a dataset}
     *
     * @param budget the rows
     * @throws BudgetReadException if they cannot be read with their layout
     * @throws RulePackException if a rule pack cannot be found or used
     * @throws ClusterException if the cluster cannot carry it out
     */
    public ValidationReport validate(BudgetRows budget) {
        try {
            return new RowValidation(spark, id, plan, budget).report();
        } catch (Exception e) {
            throw explained(e);
        }
    }

    /** {@return what the failure of a task means to the user} */
    static RuntimeException explained(Exception failure) {
        boolean cluster = false;
        Throwable last = failure;
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof BudgetReadException
                    || cause instanceof RulePackException
                    || cause instanceof ClusterException) {
                return (RuntimeException) cause;
            }
            cluster |= cause instanceof SparkException;
            last = cause;
        }
        if (!cluster && failure instanceof RuntimeException ours) {
            return ours;
        }
        return new ClusterException(
                "The cluster could not carry out the validation: "
                        + last.toString().lines().findFirst().orElse("")
                        + "\nMaybe an executor has too little memory, or was lost more often than spark.task.maxFailures allows.",
                failure);
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure.getCause() == failure ? null : failure.getCause();
    }
}
