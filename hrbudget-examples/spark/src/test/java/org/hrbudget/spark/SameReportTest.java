package org.hrbudget.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Layout;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.rules.testing.PlantedBudget;
import org.hrbudget.rules.testing.PlantedBudgets;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.ValidationReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the cluster a budget has the report that it has on one machine, byte for byte. */
class SameReportTest {

    private static final Layout OURS = Layout.named("hrbudget");

    @TempDir
    static Path folder;

    private static Path city;
    private static ValidatorPlan cityPlan;
    private static Path nation;
    private static final ValidatorPlan NATION_PLAN =
            ValidatorPlan.builder().version("mx-fed", "2008.1").build();

    @BeforeAll
    static void plant() {
        PlantedBudget planted =
                PlantedBudgets.of(RulePacks.load("mx-cmx", "2011.1")).budget(42, 3_000);
        city = folder.resolve("city.csv");
        planted.writeTo(city);
        cityPlan = ValidatorPlan.builder()
                .version("mx-cmx", "2011.1")
                .programme(planted.programme().orElseThrow())
                .baseline(planted.baseline().orElseThrow())
                .itemCatalogue(planted.itemCatalogue())
                .fiscalYear(planted.fiscalYear())
                .build();
        nation = folder.resolve("nation.csv");
        PlantedBudgets.of(NATION_PLAN.validator().packs().get(0))
                .budget(7, 3_000)
                .writeTo(nation);
    }

    static void agrees(ValidatorPlan plan, long rangeBytes, Path... files) {
        BudgetValidator validator = plan.validator();
        ValidationReport alone =
                validator.validate(Budgets.reading(files).layout(OURS).source());
        ValidationReport report = SparkValidator.of(Cluster.SPARK, plan)
                .withRangeBytes(rangeBytes)
                .validate(new BudgetFiles(
                        Arrays.stream(files)
                                .map(file -> file.toUri().toString())
                                .toList(),
                        OURS,
                        null));

        assertThat(Cluster.json(report)).isEqualTo(Cluster.json(alone));
    }

    private static Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text, UTF_8);
    }

    @Test
    void aCityWithDefects() {
        agrees(cityPlan, 20_000, city);
    }

    @Test
    void aNationWithDefects() {
        agrees(NATION_PLAN, 20_000, nation);
    }

    @Test
    void aPackedFileIsReadByOneTask() throws IOException {
        Path packed = folder.resolve("nation.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(nation, out);
        }
        agrees(NATION_PLAN, 20_000, packed);
    }

    @Test
    void severalFilesAreOneBudget() throws IOException {
        agrees(
                NATION_PLAN,
                50_000,
                Files.copy(nation, Files.createDirectories(folder.resolve("z")).resolve("b.csv")),
                Files.copy(nation, Files.createDirectories(folder.resolve("a")).resolve("b.csv")),
                nation);
    }

    @Test
    void recordsThatSpanManyRangesAndRowsThatAreRejected() throws IOException {
        StringBuilder text = new StringBuilder("unit_code,unit_name,approved,note\r\n");
        for (int i = 0; i < 120; i++) {
            text.append("U")
                    .append(i % 3)
                    .append(",\"a\r\n\"\"b\"\"\n\r\nand more of it\",")
                    .append(i)
                    .append(".00,x\r\n");
            text.append(i % 10 == 0 ? "\r\n" : "");
            text.append(i % 7 == 0 ? "U1,\"quoted\"x,1.00,y\n" : "");
            text.append(i % 11 == 0 ? "U1,name,no amount,z\r" : "");
        }
        agrees(NATION_PLAN, 40, file("quoted.csv", text.toString()));
    }

    @Test
    void aFileOfHeadingsAlone() throws IOException {
        agrees(NATION_PLAN, 10, file("headings.csv", "unit_code,approved\n"));
    }

    @Test
    void aQuoteThatIsNeverClosed() throws IOException {
        String rows = "U1,1.00\n".repeat(300);
        agrees(NATION_PLAN, 200, file("open.csv", "unit_code,approved\n" + rows + "U1,\"2.00\n" + rows));
    }

    @Test
    void aCellThatIsTooLongEndsItsFileAndNoOther() throws IOException {
        String rows = "U1,1.00,x\n".repeat(2_000);
        String cell = "\"" + "long ".repeat(60_000) + "\"";
        Path broken = file("cell.csv", "unit_code,approved,note\n" + rows + "U1,2.00," + cell + "\n" + rows);
        agrees(NATION_PLAN, 10_000, broken, nation);
    }
}
