package org.hrbudget.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.hrbudget.io.Baselines;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.Programmes;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Consolidation;
import org.hrbudget.validation.ValidationReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is judged in parts and then as one is what is judged as one. */
class ConsolidationTest {

    private static final BudgetValidator VALIDATOR = validator();

    @TempDir
    private Path room;

    private static BudgetValidator validator() {
        return BudgetValidator.builder()
                .packs(RulePacks.select("mx-cmx", FiscalYear.of(2011), LocalDate.of(2010, 11, 15))
                        .orElseThrow())
                .programme(Programmes.read(sample("programme.csv")))
                .baseline(Baselines.read(sample("baseline.csv")))
                .build();
    }

    private static Input sample(String name) {
        return Input.of(
                name,
                () -> Objects.requireNonNull(
                        Program.class.getResourceAsStream("samples/mexico-city-2011/" + name), name));
    }

    /** Seven files of the sample's lines in turn, so that each has lines of many units, and one line twice in different files. */
    private List<Path> files() throws IOException {
        List<String> rows;
        try (InputStream in = sample("budget.csv").open()) {
            rows = new String(in.readAllBytes(), UTF_8).lines().toList();
        }
        List<Path> files = new ArrayList<>();
        for (int n = 0; n < 7; n++) {
            int mine = n;
            List<String> own = new ArrayList<>(List.of(rows.get(0)));
            IntStream.range(1, rows.size())
                    .filter(row -> row % 7 == mine)
                    .mapToObj(rows::get)
                    .forEach(own::add);
            own.add(rows.get(20));
            files.add(Files.write(room.resolve("parte" + n + ".csv"), own, UTF_8));
        }
        return files;
    }

    private static BudgetSource source(List<Path> files, BudgetHeader.Scope scope) {
        return Budgets.reading(files).assumedJurisdiction("mx-cmx").scope(scope).source();
    }

    private static ValidationReport together(List<Path> files) {
        try (Consolidation all = VALIDATOR.consolidation(source(files, BudgetHeader.Scope.WHOLE))) {
            // In another order than that of their names, as threads would.
            for (int i = files.size() - 1; i >= 0; i--) {
                BudgetSource one = source(List.of(files.get(i)), BudgetHeader.Scope.UNIT);
                assertThat(all.add(one)).isEqualTo(VALIDATOR.validate(one));
            }
            return all.whole();
        }
    }

    private static void requireOne(List<Path> files) {
        ValidationReport one = VALIDATOR.validate(source(files, BudgetHeader.Scope.WHOLE));
        assertThat(ReportDocument.of(together(files), Locale.ENGLISH, Map.of()))
                .isEqualTo(ReportDocument.of(one, Locale.ENGLISH, Map.of()));
    }

    @Test
    void partsTogetherAreTheWhole() throws IOException {
        List<Path> files = files();
        assertThat(VALIDATOR.validate(source(files, BudgetHeader.Scope.WHOLE)).ledger().stream()
                        .filter(entry -> entry.rule().id().equals("key-repeated")
                                || entry.rule().title().en().contains("repeated"))
                        .mapToLong(entry -> entry.violated())
                        .sum())
                .as("keys that repeat in different files")
                .isGreaterThan(5);
        requireOne(files);
    }

    /** Then the whole promises less than its parts, and their lines are judged again. */
    @Test
    void aFileThatLacksAColumnChangesTheWholeAndNoOtherPart() throws IOException {
        List<Path> files = files();
        Path lacking = files.get(3);
        List<String> without = Files.readAllLines(lacking, UTF_8).stream()
                .map(row -> row.substring(0, row.lastIndexOf(',')))
                .toList();
        Files.write(lacking, without, UTF_8);
        requireOne(files);
    }

    @Test
    void rowsThatAreRejectedAreCountedOnce() throws IOException {
        List<Path> files = files();
        for (Path file : files.subList(0, 2)) {
            Files.writeString(file, Files.readString(file).replaceFirst("(?m)^2011,", "MMXI,"));
        }
        requireOne(files);
        assertThat(together(files).rejectedRows()).hasSize(2);
    }

    @Test
    void whatCannotBeReadIsInNoWhole() throws IOException {
        List<Path> files = files();
        Files.write(files.get(6), new byte[] {1, 2, 3, 0, 0});
        try (Consolidation all = VALIDATOR.consolidation(source(files, BudgetHeader.Scope.WHOLE))) {
            assertThatThrownBy(() -> all.add(source(files.subList(6, 7), BudgetHeader.Scope.UNIT)))
                    .hasMessageContaining("parte6.csv");
            assertThatThrownBy(all::whole).isInstanceOf(IllegalStateException.class);
            ValidationReport first = all.add(source(files.subList(0, 1), BudgetHeader.Scope.UNIT));
            // The baseline does not tell units apart, so that it says nothing beside the budget of one.
            assertThat(all.whole().summaries().budget())
                    .usingRecursiveComparison()
                    .ignoringFields("fundedActionsLastYear", "years")
                    .isEqualTo(first.summaries().budget());
        }
    }

    @Test
    void aFileCountsOnce() throws IOException {
        List<Path> files = files();
        try (Consolidation all = VALIDATOR.consolidation(source(files, BudgetHeader.Scope.WHOLE))) {
            BudgetSource one = source(files.subList(0, 1), BudgetHeader.Scope.UNIT);
            all.add(one);
            assertThatThrownBy(() -> all.add(one)).hasMessageContaining("parte0.csv is in the whole already");
        }
    }
}
