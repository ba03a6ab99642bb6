package org.hrbudget.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Layout;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.rules.testing.PlantedBudget;
import org.hrbudget.rules.testing.PlantedBudgets;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.ValidationReport;

/** Budgets with planted defects, made once for all tests, and what they are validated with. */
final class Samples {

    static final Layout OURS = Layout.named("hrbudget");

    /** 3,000 lines of Mexico City, and of a federal budget. */
    static final Path CITY;

    static final Path NATION;
    static final ValidatorPlan CITY_PLAN;
    static final ValidatorPlan NATION_PLAN =
            ValidatorPlan.builder().version("mx-fed", "2011.1").build();

    static {
        try {
            Path folder = Files.createDirectories(Path.of("target", "samples"));
            PlantedBudget city =
                    PlantedBudgets.of(RulePacks.load("mx-cmx", "2011.1")).budget(42, 3_000);
            CITY = folder.resolve("city.csv").toAbsolutePath();
            city.writeTo(CITY);
            CITY_PLAN = ValidatorPlan.builder()
                    .version("mx-cmx", "2011.1")
                    .programme(city.programme().orElseThrow())
                    .baseline(city.baseline().orElseThrow())
                    .itemCatalogue(city.itemCatalogue())
                    .fiscalYear(city.fiscalYear())
                    .build();
            NATION = folder.resolve("nation.csv").toAbsolutePath();
            PlantedBudgets.of(RulePacks.load("mx-fed", "2011.1"))
                    .budget(7, 3_000)
                    .writeTo(NATION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Samples() {}

    /** {@return the report of one machine, as JSON} */
    static String alone(ValidatorPlan plan, Layout layout, Path... files) {
        BudgetValidator validator = plan.validator();
        String jurisdiction = validator.packs().get(0).manifest().jurisdiction();
        return Cluster.json(validator.validate(Budgets.reading(files)
                .layout(layout)
                .assumedJurisdiction(jurisdiction)
                .source()));
    }

    static ValidationReport onSpark(ValidatorPlan plan, Layout layout, long rangeBytes, List<String> locations) {
        return SparkValidator.of(Cluster.SPARK, plan)
                .withRangeBytes(rangeBytes)
                .validate(new BudgetFiles(locations, layout, null, BudgetHeader.Scope.WHOLE));
    }

    /** Asserts that both reports have the same bytes. */
    static void agree(ValidatorPlan plan, Layout layout, long rangeBytes, Path... files) {
        List<String> locations =
                Arrays.stream(files).map(file -> file.toUri().toString()).toList();
        assertThat(Cluster.json(onSpark(plan, layout, rangeBytes, locations))).isEqualTo(alone(plan, layout, files));
    }
}
