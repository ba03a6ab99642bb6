package org.hrbudget.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hrbudget.spark.Samples.CITY;
import static org.hrbudget.spark.Samples.CITY_PLAN;
import static org.hrbudget.spark.Samples.NATION;
import static org.hrbudget.spark.Samples.NATION_PLAN;
import static org.hrbudget.spark.Samples.OURS;
import static org.hrbudget.spark.Samples.agree;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.hrbudget.io.Layout;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On the cluster a budget has the report that it has on one machine, byte for byte. */
class SameReportTest {

    @TempDir
    static Path folder;

    private static Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text, UTF_8);
    }

    @Test
    void aCityWithDefects() {
        agree(CITY_PLAN, OURS, 20_000, CITY);
    }

    @Test
    void aNationWithDefects() {
        agree(NATION_PLAN, OURS, 20_000, NATION);
    }

    @Test
    void aPackedFileIsReadByOneTask() throws IOException {
        Path packed = folder.resolve("nation.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(NATION, out);
        }
        agree(NATION_PLAN, OURS, 20_000, packed);
    }

    @Test
    void severalFilesAreOneBudget() throws IOException {
        List<String> lines = Files.readAllLines(NATION);
        String half = String.join("\n", lines.subList(0, 1_500));
        String some = lines.get(0) + "\n" + String.join("\n", lines.subList(1_000, 1_800));

        agree(NATION_PLAN, OURS, 50_000, file("z/b.csv", half), file("a/b.csv", some), NATION);
    }

    @Test
    void aFileOfWhichNothingCanBeReadDoesNotStopTheOthers() throws IOException {
        agree(NATION_PLAN, OURS, 20_000, file("other.csv", "a,b\n1,2\n"), NATION);
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
        agree(NATION_PLAN, OURS, 150, file("quoted.csv", text.toString()));
    }

    /** What is not there leaves duties open, here as there. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void columnsThatAreLeftOut(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> rows = Files.readAllLines(Samples.CITY);
        String headings = Stream.of(rows.get(0).split(","))
                .map(heading ->
                        random.nextInt(4) == 0 && !heading.startsWith("unit_code") ? "otra " + heading : heading)
                .collect(Collectors.joining(","));
        Path file = folder.resolve("left-out-" + seed + ".csv");
        Files.write(
                file, Stream.concat(Stream.of(headings), rows.stream().skip(1)).toList());

        Samples.agree(Samples.CITY_PLAN, Samples.OURS, 20_000, file);
    }

    @Test
    void aFileOfHeadingsAlone() throws IOException {
        agree(NATION_PLAN, OURS, 10, file("headings.csv", "unit_code,approved\n"));
    }

    @Test
    void aQuoteThatIsNeverClosed() throws IOException {
        String rows = "U1,1.00\n".repeat(300);
        agree(NATION_PLAN, OURS, 200, file("open.csv", "unit_code,approved\n" + rows + "U1,\"2.00\n" + rows));
    }

    @Test
    void aCellThatIsTooLongEndsItsFileAndNoOther() throws IOException {
        String rows = "U1,1.00,x\n".repeat(2_000);
        String cell = "\"" + "long ".repeat(60_000) + "\"";
        Path broken = file("cell.csv", "unit_code,approved,note\n" + rows + "U1,2.00," + cell + "\n" + rows);
        agree(NATION_PLAN, OURS, 60_000, broken, NATION);
    }

    @Test
    void oneUnitHasMostLines() throws IOException {
        StringBuilder text = new StringBuilder("id,unit_code,object_code,proposed,approved\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(i)
                    .append(i % 20 == 0 ? ",U" + i : ",U")
                    .append(",")
                    .append(1_000 + i % 9_000)
                    .append(",1.00,1.00\n");
        }
        agree(NATION_PLAN, OURS, 60_000, file("unit.csv", text.toString()));
    }

    @Test
    void oneKeyStandsOnMostLinesAndSomeIdentifiersStandTwice() throws IOException {
        StringBuilder text = new StringBuilder("id,unit_code,object_code,proposed,approved\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(i % 50 == 0 ? "L" + i % 1_000 : "")
                    .append(i % 20 == 0 ? ",U" + i : ",U")
                    .append(",1131,1.00,1.00\n");
        }
        agree(NATION_PLAN, OURS, 60_000, file("key.csv", text.toString()));
    }

    @Test
    void aRealPublicAccount() throws IOException {
        Path packed = realData("mx-federal/Cuenta_Publica_2010.csv.gz");
        Path plain = folder.resolve("Cuenta_Publica_2010.csv");
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            Files.copy(in, plain);
        }
        agree(NATION_PLAN, Layout.named("mx-federal-cuenta-publica"), 4 << 20, plain);
    }

    private static Path realData(String name) {
        String shared = System.getProperty("hrbudget.shared");
        Path data = shared != null ? Path.of(shared, "data") : null;
        for (Path at = Path.of("").toAbsolutePath(); data == null && at != null; at = at.getParent()) {
            Path beside = at.resolve("shared").resolve("data");
            data = Files.isDirectory(beside) ? beside : null;
        }
        Path file = data == null ? null : data.resolve(name);
        Assumptions.assumeTrue(
                file != null && Files.isRegularFile(file),
                () -> "no real data: shared/data/" + name + " is not beside the repository (-Dhrbudget.shared=FOLDER)");
        return file;
    }
}
