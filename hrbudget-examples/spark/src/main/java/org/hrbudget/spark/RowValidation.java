package org.hrbudget.spark;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.summary.spi.Repetitions;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.ValidationReport;

/** One validation of the rows of a dataset: counts them, has each partition judged, and draws the conclusion. Used once. */
final class RowValidation {

    private final SparkSession spark;
    private final JavaSparkContext context;
    private final BudgetValidator validator;
    private final LineReader.Outline outline;
    private final ReadingAccount empty;
    private final Run run;
    private final List<String> headings;
    private final JavaRDD<Row> rows;

    RowValidation(SparkSession spark, UUID id, ValidatorPlan plan, BudgetRows budget) {
        this.spark = spark;
        this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.validator = BuiltValidators.of(id, plan);
        this.headings = budget.headings();
        try (LineReader reader = Budgets.reading(
                        BudgetRows.source(budget.name(), headings, 2, Collections.emptyIterator()))
                .layout(budget.layout())
                .assumedJurisdiction(validator.packs().get(0).manifest().jurisdiction())
                .source()
                .open()) {
            this.outline = reader.outline();
            this.empty = reader.account();
        }
        this.run =
                new Run(id, plan, outline, budget.layout(), List.of(budget.name()), validator.looksForRepeatedKeys());
        // One plan for counting and judging: another could cut the files elsewhere.
        this.rows = budget.rows().javaRDD();
    }

    ValidationReport report() {
        List<Long> counts = rows.mapPartitions(
                        some -> List.of(RowTasks.count(some)).iterator())
                .collect();
        if (counts.isEmpty()) {
            return validator.conclude(outline, validator.part(outline), empty, Repetitions.of(List.of(), List.of()));
        }
        Broadcast<RowTasks> tasks =
                context.broadcast(new RowTasks(run, headings, counts, Gathering.groups(counts.size())));
        JavaRDD<Row> marks =
                rows.mapPartitionsWithIndex((partition, some) -> tasks.value().judge(partition, some), true);
        try (Gathering gathering = new Gathering(spark, marks, counts.size())) {
            Outcome whole = gathering.outcome(validator.part(outline), empty);
            return validator.conclude(outline, whole.part(), whole.account(), gathering.repetitions(run.sortedNames()));
        } finally {
            tasks.destroy();
        }
    }
}
