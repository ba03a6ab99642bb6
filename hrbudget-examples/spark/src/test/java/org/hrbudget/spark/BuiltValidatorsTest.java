package org.hrbudget.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.authoring.NewPack;
import org.hrbudget.validation.BudgetValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltValidatorsTest {

    @TempDir
    Path folder;

    @Test
    void tasksOfOneValidationShareAValidator() {
        UUID id = UUID.randomUUID();
        BudgetValidator first = BuiltValidators.of(id, Samples.NATION_PLAN);

        assertThat(BuiltValidators.of(id, Samples.NATION_PLAN)).isSameAs(first);
        assertThat(BuiltValidators.of(UUID.randomUUID(), Samples.NATION_PLAN)).isNotSameAs(first);
    }

    @Test
    void onlyTheLastFewAreKept() {
        UUID id = UUID.randomUUID();
        BudgetValidator first = BuiltValidators.of(id, Samples.NATION_PLAN);
        for (int i = 0; i < 4; i++) {
            BuiltValidators.of(UUID.randomUUID(), Samples.NATION_PLAN);
        }

        assertThat(BuiltValidators.of(id, Samples.NATION_PLAN)).isNotSameAs(first);
    }

    @Test
    void aPackOfTheUsersOwnGoesAlong() throws IOException {
        NewPack reform = new NewPack("mx-fed", "2012.2", "2012.1", FiscalYear.of(2012), null, null, null);
        NewPack.Written written = reform.write(PackLibrary.bundled(), folder);
        Path properties = written.folder().resolve("pack.properties");
        StringBuilder text = new StringBuilder();
        for (String line : Files.readAllLines(properties)) {
            boolean blank = written.blanks().stream().anyMatch(key -> line.equals(key + "="));
            text.append(line).append(blank ? "a reform" : "").append("\n");
        }
        Files.writeString(properties, text);
        // The reform leaves every section as it was.
        Path coverage = written.folder().resolve("coverage.csv");
        Files.writeString(coverage, Files.readAllLines(coverage).get(0) + "\n");
        ValidatorPlan plan = ValidatorPlan.builder()
                .given(written.folder())
                .version("mx-fed", "2012.2")
                .build();

        assertThat(plan.validator().packs().get(0).manifest().version()).isEqualTo("2012.2");
    }
}
