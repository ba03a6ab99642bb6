package org.hrbudget.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of which nothing can be read is refused before the first line, with the reason and what to do. */
class RefusedFilesTest {

    private static final String GOOD = "unit_code,approved\nU1,1\n";

    @TempDir
    Path folder;

    private static AbstractThrowableAssert<?, ?> refused(Budgets.Reading reading) {
        return assertThatThrownBy(() -> reading.source().open().close()).isInstanceOf(BudgetReadException.class);
    }

    private static AbstractThrowableAssert<?, ?> refusedCsv(String text) {
        return refused(Budgets.reading(Outcome.input("b.csv", text)));
    }

    private static AbstractThrowableAssert<?, ?> refusedJson(String text) {
        return refused(Budgets.reading(Outcome.input("b.json", text)));
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void aMissingFile() {
        refused(Budgets.reading(folder.resolve("none.csv"))).hasMessageContaining("none.csv does not exist");
    }

    @Test
    void aFolder() {
        refused(Budgets.reading(folder)).hasMessageContaining("is a folder");
    }

    @Test
    void anInputThatCannotBeOpened() {
        refused(Budgets.reading(Input.of("b.csv", () -> {
                    throw new IOException("line dropped");
                })))
                .hasMessageContaining("b.csv cannot be read: line dropped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n \n", "\ufeff"})
    void anEmptyFile(String text) {
        refusedCsv(text).hasMessageContaining("b.csv is empty");
    }

    @Test
    void anEmptyGzip() throws IOException {
        refused(Budgets.reading(Outcome.input("b.csv.gz", gzip(new byte[0])))).hasMessageContaining("is empty");
    }

    @Test
    void aHeaderWithoutTheNeededColumnNamesTheNearest() {
        refusedCsv("unitcode,approved\nU1,1\n")
                .hasMessageContaining("unit_code (unit_code, unidad_responsable,")
                .hasMessageContaining("Nearest found: unitcode")
                .hasMessageContaining("layout hrbudget");
    }

    @Test
    void aHeaderWithoutAnyAmount() {
        refusedCsv("unit_code,object_code\nU1,1131\n").hasMessageContaining("proposed | approved");
    }

    @Test
    void jsonWithAListOfNoLines() {
        refused(Budgets.reading(Outcome.input("b.json", "{\"lines\": []}")))
                .hasMessageContaining("b.json has no line that names anything");
    }

    @Test
    void aHeaderOfAnotherLayout() {
        refused(Budgets.reading(Outcome.input("b.csv", GOOD)).layout(Layout.named("mx-federal-cuenta-publica")))
                .hasMessageContaining("ciclo")
                .hasMessageContaining("Found: unit_code, approved");
    }

    @Test
    void aHeaderWithTwoColumnsForOneField() {
        refusedCsv("unit_code,unidad_responsable,approved\n")
                .hasMessageContaining("two columns for unit_code")
                .hasMessageContaining("unidad_responsable");
    }

    @Test
    void aColumnTwiceWhateverItsCase() {
        refusedCsv("unit_code,approved,Approved\n").hasMessageContaining("as column 2 and column 3");
        refusedCsv("unit_code,approved,note,note\n").hasMessageContaining("\"note\" twice");
    }

    @Test
    void aHeadingThatIsNearlyAKnownOne() {
        refusedCsv("unit_code,approved,exercized\n").hasMessageContaining("Did you mean \"exercised\"?");
        refusedCsv("unit_code,approved,action_l\n").hasMessageContaining("Did you mean \"action");
    }

    @Test
    void headingsInTheWrongCharset() {
        byte[] bytes = "unit_code,approved,a\u00f1o\n".getBytes(StandardCharsets.ISO_8859_1);
        refused(Outcome.strictly(Outcome.input("b.csv", bytes)))
                .hasMessageContaining("byte 20 ")
                .hasMessageContaining("UTF-8");
    }

    @Test
    void headingsWithNulsAsInTextOfTwoBytesWithoutMark() {
        refused(Budgets.reading(Outcome.input("b.csv", GOOD.getBytes(StandardCharsets.UTF_16LE))))
                .hasMessageContaining("NUL")
                .hasMessageContaining("UTF-16");
    }

    @Test
    void anotherSeparator() {
        refused(Outcome.strictly(Outcome.input("b.csv", "unit_code;approved\nU1;1\n")))
                .hasMessageContaining("Maybe the separator is \";\"");
    }

    @Test
    void aWorkbook() throws IOException {
        refused(Budgets.reading(file("b.xlsx", zip("[Content_Types].xml", "<x/>", "xl/workbook.xml", "<x/>"))))
                .hasMessageContaining("workbook");
    }

    @Test
    void aZipOfTwoTables() throws IOException {
        byte[] two = zip("a.csv", GOOD, "b.csv", GOOD);
        refused(Budgets.reading(file("two.zip", two))).hasMessageContaining("2 files: a.csv, b.csv");
        refused(Budgets.reading(Outcome.input("two.zip", two))).hasMessageContaining("2 files: a.csv, b.csv");
    }

    @Test
    void aZipOfNothing() throws IOException {
        refused(Budgets.reading(file("no.zip", zip("__MACOSX/._a.csv", "x", "folder/", ""))))
                .hasMessageContaining("no file with data");
        refused(Budgets.reading(file("empty.zip", zip()))).hasMessageContaining("no file with data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.csv", "x/../../a.csv", "..\\a.csv", "/etc/a.csv", "C:\\a.csv"})
    void aZipWithAPathThatLeavesItsFolder(String name) throws IOException {
        byte[] zip = zip(name, GOOD);
        refused(Budgets.reading(file("bad.zip", zip))).hasMessageContaining("unsafe path");
        refused(Budgets.reading(Outcome.input("bad.zip", zip))).hasMessageContaining("unsafe path");
    }

    @Test
    void aZipThatIsCutOff() throws IOException {
        byte[] whole = zip("a.csv", GOOD);
        refused(Budgets.reading(file("cut.zip", Arrays.copyOf(whole, whole.length / 2))))
                .hasMessageContaining("broken");
    }

    @Test
    void aZipThatSaysItUnpacksToTooMuch() throws IOException {
        Path file = folder.resolve("zeros.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("a.csv"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }
        refused(Budgets.reading(file)).hasMessageContaining("more than 250 to one");
        refused(Budgets.reading(Input.of("zeros.zip", () -> Files.newInputStream(file))))
                .hasMessageContaining("more than 250 to one");
        refused(Budgets.reading(file).limits(ReadLimits.DEFAULT.withMaxUnpackedBytes(1 << 20)))
                .hasMessageContaining("more than 1048576 bytes");
    }

    @Test
    void jsonNestedAHundredThousandDeep() {
        refusedJson("[".repeat(100_000)).hasMessageContaining("nested more than 100 levels");
        refusedJson("{\"lines\":[{\"x\":" + "[".repeat(100_000)).hasMessageContaining("nested more than 100 levels");
        refusedJson("{\"a\":".repeat(100_000)).hasMessageContaining("\"a\" is not known");
    }

    @Test
    void jsonWithoutLines() {
        refusedJson("{\"jurisdiction\":\"mx-cmx\"}").hasMessageContaining("no list \"lines\"");
        refusedJson("{\"lines\":7}").hasMessageContaining("a list is expected");
        refusedJson("7").hasMessageContaining("an object is expected");
    }

    @Test
    void jsonWithAMisspelledName() {
        refusedJson("{\"fiscalyear\":2011,\"lines\":[]}").hasMessageContaining("Did you mean \"fiscalYear\"?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"fiscalYear\":\"next\",\"lines\":[]}",
                "{\"submitted\":\"15/11/2010\",\"lines\":[]}",
                "{\"phase\":\"final\",\"lines\":[]}"
            })
    void jsonWithAHeaderValueThatIsNone(String text) {
        refusedJson(text).hasMessageContaining("b.json, line 1, column");
    }

    @Test
    void twoFilesThatDisagreeOnTheBudget() {
        String line = ",\"lines\":[{\"unit_code\":\"U\",\"approved\":1}]}";
        refused(Budgets.reading(
                        Outcome.input("a.json", "{\"jurisdiction\":\"mx-cmx\"" + line),
                        Outcome.input("b.json", "{\"jurisdiction\":\"mx-fed\"" + line)))
                .hasMessageContaining("b.json says \"mx-fed\" for jurisdiction");
    }

    @Test
    void theMessageIsThereInSpanish() {
        assertThatThrownBy(() ->
                        Budgets.reading(folder.resolve("none.csv")).source().open())
                .isInstanceOfSatisfying(
                        BudgetReadException.class,
                        e -> assertThat(e.message(Locale.forLanguageTag("es"))).startsWith("none.csv no existe"));
    }
}
