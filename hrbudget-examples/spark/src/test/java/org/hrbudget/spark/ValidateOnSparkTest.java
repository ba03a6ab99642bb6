package org.hrbudget.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateOnSparkTest {

    @TempDir
    Path folder;

    private record Said(int code, String out, String err) {}

    @BeforeAll
    static void onOurCluster() {
        SparkSession.setActiveSession(Cluster.SPARK);
    }

    private static Said run(String... more) {
        List<String> args = new ArrayList<>(List.of(more));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = ValidateOnSpark.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args.toArray(String[]::new));
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Said validate(String file, String... more) {
        List<String> args =
                new ArrayList<>(List.of(file, "--rules", "mx-fed", "--fiscal-year", "2011", "--as-of", "2011-04-30"));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    @Test
    void writesTheReportWhereItIsAskedTo() throws IOException {
        Path json = folder.resolve("report.json");

        Said said = validate(Samples.NATION.toString(), "--format", "json=" + json, "--format", "text");

        assertThat(said.err()).matches("validated-milliseconds=[0-9]+\\R");
        assertThat(said.code()).isBetween(0, 3);
        assertThat(said.out()).contains("nation.csv");
        assertThat(Files.readString(json)).contains("\"spark\": \"" + Cluster.SPARK.version() + "\"");
    }

    @Test
    void noReportReplacesWhatIsReadOrGoesIntoAPack() throws IOException {
        Path budget = Files.writeString(folder.resolve("budget.csv"), "unit_code,approved\nU1,1\n");
        Path pack = Files.createDirectory(folder.resolve("pack"));
        Files.writeString(pack.resolve("pack.properties"), "version=1\n");
        Files.createSymbolicLink(folder.resolve("link.csv"), budget);

        for (String[] refused : new String[][] {
            {"json=" + budget, "budget.csv"},
            {"json=" + folder.resolve("pack/../link.csv"), "budget.csv"},
            {"text=" + pack.resolve("pack.properties"), "pack"},
            {"text=" + pack.resolve("new.txt"), "pack"}
        }) {
            Said said = validate(budget.toUri().toString(), "--pack", pack.toString(), "--format", refused[0]);

            assertThat(said.code()).as(refused[0]).isEqualTo(2);
            assertThat(said.err()).contains("would change").contains(refused[1]);
        }
        assertThat(budget).hasContent("unit_code,approved\nU1,1\n");
        assertThat(pack.resolve("pack.properties")).hasContent("version=1");
        assertThat(pack.resolve("new.txt")).doesNotExist();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Said said = validate(folder.resolve("budget.csv").toString());

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err())
                .isEqualTo("hrbudget: budget.csv does not exist. Maybe the path is relative to another folder.\n");
    }

    @Test
    void aDayThatIsNoneIsNamed() {
        Said said = run("b.csv", "--rules", "mx-fed", "--fiscal-year", "2011", "--as-of", "yesterday");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--as-of", "no day: yesterday. Maybe 2011-04-30 was meant");
    }

    @Test
    void aLayoutThatDoesNotExistIsNamed() {
        Said said = validate(Samples.NATION.toString(), "--layout", "hrbudgett");

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).startsWith("hrbudget: ").contains("hrbudgett", "hrbudget");
    }

    @Test
    void aFileOfLinksIsRefused() {
        Said said = validate(Samples.NATION.toString(), "--links", "links.csv");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).startsWith("hrbudget: A file of links cannot be joined on a cluster: links.csv");
    }

    @Test
    void aJurisdictionThatDoesNotExistIsNamed() {
        Said said =
                run(Samples.NATION.toString(), "--rules", "mx-xyz", "--fiscal-year", "2011", "--as-of", "2011-04-30");

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("mx-xyz");
    }

    @Test
    void helpTellsTheExitCodes() {
        assertThat(run("--help").out()).contains("--fiscal-year", "Exit codes: 0 evaluated");
    }
}
