package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.SpendingLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutTest {

    static final String OWN = """
            {
              "name": "tribunal",
              "title": { "en": "Tribunal", "es": "Tribunal" },
              "jurisdiction": "mx-cmx", "currency": "MXN", "phase": "exercised", "objectLevel": "item",
              "charset": "ISO-8859-1", "separator": ";", "decimal": ",", "thousands": ".", "zero": ["cero"],
              "columns": [
                { "field": "unit_code", "parts": [{ "headings": ["Ramo"], "pad": 2 }, { "headings": ["UR"] }], "join": "/" },
                { "field": "object_code", "headings": ["Partida", "Clave"], "required": true },
                { "field": "approved", "headings": ["Monto"] }
              ],
              "skip": [
                { "headings": ["Ramo"], "words": ["TOTAL", "Avance"], "because": { "en": "Sums.", "es": "Sumas." } },
                { "headings": ["Clave"], "blank": true, "because": { "en": "Titles.", "es": "Títulos." } }
              ]
            }
            """;

    @TempDir
    Path folder;

    static Stream<String> names() {
        return Layout.names().stream();
    }

    private static Outcome read(String text) throws IOException {
        Layout layout = LayoutFile.parse("own.json", new StringReader(OWN));
        byte[] bytes = text.getBytes(Charset.forName("ISO-8859-1"));
        return Outcome.of(Budgets.reading(Outcome.input("b.csv", bytes)).layout(layout));
    }

    @Test
    void aCodeIsNotFilledUpWithoutEnd() {
        StringReader wide = new StringReader(OWN.replace("\"pad\": 2", "\"pad\": 999999999"));

        assertThatThrownBy(() -> LayoutFile.parse("own.json", wide))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageContaining("\"pad\" must be from 0 to 100");
    }

    @Test
    void theShippedLayoutsAreThoseInTheFolder() throws IOException, URISyntaxException {
        Path folder = Path.of(Layout.class.getResource("layouts").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json")))
                    .containsExactlyInAnyOrderElementsOf(
                            names().map(name -> name + ".json").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aShippedLayoutIsNamedAsItsFile(String name) {
        Layout layout = Layout.named(name);

        assertThat(layout.name()).isEqualTo(name);
        assertThat(layout.title().in(Locale.forLanguageTag("es"))).isNotBlank();
        assertThat(layout.description().en()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("names")
    void noHeadingOfAShippedLayoutMeansTwoFields(String name) {
        Set<String> seen = new HashSet<>();
        for (Layout.Column column : Layout.named(name).content().columns()) {
            for (Layout.Part part : column.parts()) {
                for (String heading : part.headings()) {
                    assertThat(seen.add(heading)).as(heading).isTrue();
                }
            }
        }
    }

    @Test
    void everyFieldHasAColumnInOurLayout() {
        assertThat(Layout.named("hrbudget").content().columns())
                .extracting(Layout.Column::field)
                .containsExactly(Field.values());
    }

    @Test
    void thePageNamesEveryMemberFieldAndLayoutInBothLanguages() {
        for (String language : List.of("en", "es")) {
            String page = Layout.page(Locale.forLanguageTag(language));

            assertThat(LayoutFile.NAMES)
                    .allSatisfy(name -> assertThat(page).as(language).contains("`" + name + "`"));
            assertThat(Field.words())
                    .allSatisfy(word -> assertThat(page).as(language).contains("`" + word + "`"));
            assertThat(names()).allSatisfy(name -> assertThat(page).as(language).contains("| `" + name + "` |"));
        }
    }

    @Test
    void bothPagesHaveTheSameSectionsTablesAndCode() {
        assertThat(skeleton(Layout.page(Locale.forLanguageTag("es")))).isEqualTo(skeleton(Layout.page(Locale.ENGLISH)));
    }

    /** {@return how deep each section is, and what is code in the first cell of each row of a table, in their order} */
    private static List<String> skeleton(String page) {
        return page.lines()
                .filter(line -> line.startsWith("#") || line.startsWith("| `"))
                .map(line ->
                        line.startsWith("#") ? line.replaceAll(" .*", "") : line.substring(0, line.indexOf('|', 1)))
                .map(line -> line.replaceAll("(?<=[`,]) [a-z]+ (?=`)", " "))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "hrbudget, mx-cmx,",
        "cdmx-egresos, mx-cmx, EXERCISED",
        "mx-federal-cuenta-publica, mx-fed, EXERCISED",
        "mx-federal-pef, mx-fed, APPROVED"
    })
    void aLayoutSaysWhatItsFilesLeaveOpen(String name, String jurisdiction, BudgetPhase phase) {
        Layout layout = Layout.named(name);

        assertThat(layout.jurisdiction()).isEqualTo(jurisdiction);
        assertThat(layout.phase().orElse(null)).isEqualTo(phase);
        assertThat(layout.currency()).isEqualTo("MXN");
    }

    @Test
    void anUnknownNameGetsTheNearest() {
        assertThatThrownBy(() -> Layout.named("mx-federal-pfe"))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageContaining("Did you mean \"mx-federal-pef\"?");
        assertThatThrownBy(() -> Layout.named("zzz")).hasMessageContaining("Known are: hrbudget");
    }

    @Test
    void codePage850WithPaddedAmountsIsRead() {
        String text = """
                Ciclo,Ramo,UNIDAD,UNIDAD_DESCRIPCION,GF,FN,SF,MOD,PP,CONCEPTO,TG,FF,PEF_2016
                2016,1,100,H. Cámara de Diputados,1,1,1,K,27,6200,3,1," 1,003,938,481 "
                2016,1,100,H. Cámara de Diputados,1,1,1,K,27,6300,3,1," -   "
                2016,1,100,H. Cámara de Diputados,1,1,1,K,27,6300,3,1,"-9,999 "
                """;
        Outcome outcome = Outcome.of(Budgets.reading(Outcome.input("pef.csv", text.getBytes(Charset.forName("IBM850"))))
                .layout(Layout.named("mx-federal-pef")));

        assertThat(outcome.lines())
                .extracting(line -> line.amount(AmountKind.APPROVED))
                .containsExactly(new BigDecimal("1003938481.00"), new BigDecimal("0.00"), new BigDecimal("-9999.00"));
        assertThat(outcome.lines().get(0).unit().name()).isEqualTo("H. Cámara de Diputados");
        assertThat(outcome.lines().get(0).unit().code()).isEqualTo("1-100");
        assertThat(outcome.lines().get(0).programmeCode()).isEqualTo("K27");
    }

    @Test
    void aLayoutOfConceptsDoesNotPromiseItems() {
        String text = "Ciclo,Ramo,UNIDAD,CONCEPTO,PEF_2016\n";
        Budgets.Reading reading =
                Budgets.reading(Outcome.input("pef.csv", text)).layout(Layout.named("mx-federal-pef"));

        try (LineReader reader = reading.source().open()) {
            assertThat(reader.promises()).contains(DataItem.OBJECT_CODE).doesNotContain(DataItem.OBJECT_ITEM);
        }
    }

    @Test
    void aKeyOfWhichAPartIsBlankIsAbsentAndItsPartsStay() throws IOException {
        SpendingLine line = read("Ramo;UR;Clave;Monto\n7; ;1131;5\n").only();

        assertThat(line.unit()).isNull();
        assertThat(line.passThrough()).containsEntry("Ramo", "7");
    }

    @Test
    void partsArePaddedAndJoined() throws IOException {
        assertThat(read("Ramo;UR;Clave;Monto\n7;100;1131;5\n").only().unit().code())
                .isEqualTo("07/100");
    }

    @Test
    void signsAndWordsAreTheLayouts() throws IOException {
        Outcome outcome = read("Ramo;UR;Clave;Monto\n1;1;1131;1.234.567,5\n1;1;1131;Cero\n1;1;1131;1.50\n");

        assertThat(outcome.lines())
                .extracting(line -> line.amount(AmountKind.APPROVED))
                .containsExactly(new BigDecimal("1234567.50"), new BigDecimal("0.00"));
        assertThat(outcome.onlyRejected().value()).isEqualTo("1.50");
    }

    @ParameterizedTest
    @CsvSource({"n/a, ", "0, ", "1, 1", "-, ", "n, n"})
    void aWordForNoValueMayBeABlankADigitOrASign(String cell, String code) throws IOException {
        Layout layout = LayoutFile.parse(
                "own.json",
                new StringReader(OWN.replace("\"zero\": [\"cero\"]", "\"noValue\": [\" \", \"0\", \"-\", \"N/A\"]")));

        SpendingLine line = Outcome.of(
                        Budgets.reading(Outcome.input("b.csv", "Ramo;UR;Clave;Monto\n1;2;" + cell + ";3\n"))
                                .layout(layout))
                .lines()
                .get(0);

        assertThat(line.objectCode()).isEqualTo(code);
    }

    @Test
    void totalsAndTitlesArePassedOverAndCounted() throws IOException {
        Outcome outcome = read("Ramo;UR;Clave;Monto\nTotal;;9;9\n avance ;1;1;x\nTitle;;;\n1;1;1131;5\n");

        assertThat(outcome.lines()).hasSize(1);
        assertThat(outcome.first().rowsSkipped()).isEqualTo(3);
        assertThat(outcome.first().rowsRead()).isEqualTo(4);
    }

    @Test
    void aFileWithoutTheColumnThatTellsTotalsIsRefused() {
        assertThatThrownBy(() -> read("Partida;Monto\n1131;5\n"))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageContaining("skip (ramo)");
    }

    @Test
    void aFileWithoutAnyAmountIsRefusedThoughNoneIsNeededByItself() {
        assertThatThrownBy(() -> read("Ramo;UR;Clave;Montos\n7;100;1131;5\n"))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageContaining("Nearest found: Montos");
    }

    @Test
    void aLayoutIsReadFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("own.json"), OWN);

        assertThat(Layout.read(file).title().es()).isEqualTo("Tribunal");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"separator\": \";\"  | \"seperator\": \";\"     | line 5, column 28: the name \"seperator\" is not known. Did you mean",
                "\"ISO-8859-1\"        | \"klingon\"             | no charset \"klingon\"",
                "\"exercised\"         | \"spent\"               | \"spent\" is not one of the words",
                "\"object_code\"       | \"objectcode\"          | Did you mean \"object_code\"",
                "\"Partida\", \"Clave\" | \"Clave\", \"clave\"    | \"clave\" is blank or appears twice",
                "\"decimal\": \",\"    | \"decimal\": \".\"      | decimal and thousands sign are the same",
                "\"decimal\": \",\"    | \"decimal\": \"5\"      | cannot be a sign",
                "\"objectLevel\": \"item\", | ''               | says nothing about \"objectLevel\"",
                "\"decimal\": \",\"    | \"unit\": 100, \"decimal\": \",\" | \"100\" is not one of the words",
                "\"decimal\": \",\"    | \"negatives\": [\"<1>\"], \"decimal\": \",\" | Write one of: (1.00), 1.00-",
                "\"decimal\": \",\"    | \"headingRow\": 0, \"decimal\": \",\" | from 1 to 1000",
                "\"field\": \"approved\" | \"label\": \"-\", \"field\": \"approved\" | only a code of one column",
                "\"field\": \"approved\" | \"field\": \"object_code\" | \"object_code\" has two columns",
                "\"pad\": 2            | \"pad\": \"two\"        | whole number",
                "\"required\": true    | \"required\": \"yes\"   | true or false",
                "\"skip\": [           | \"skip\": [,            | not valid JSON",
                "\"words\": [\"TOTAL\", \"Avance\"], | ''         | need \"because\"",
                "[\"Monto\"]           | []                      | a column needs",
                "\"field\": \"approved\" | \"field\": \"activity\" | none of the columns is an amount",
            })
    void aMistakeIsNamedWithLineAndColumn(String right, String wrong, String message) {
        assertThat(OWN).contains(right);

        assertThatThrownBy(() -> LayoutFile.parse("own.json", new StringReader(OWN.replace(right, wrong))))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageStartingWith("own.json, line ")
                .hasMessageContaining(message);
    }

    @Test
    void aLayoutThatIsNotUtf8IsRefused() throws IOException {
        Path file = Files.write(folder.resolve("own.json"), OWN.getBytes(Charset.forName("ISO-8859-1")));

        assertThatThrownBy(() -> Layout.read(file)).hasMessageContaining("own.json is not valid UTF-8: byte");
    }

    /** {@return members of which each is in a layout of these tests} */
    static List<String> members() {
        return List.of(
                "\"unit\": 1000,",
                "\"unit\": 1000000, \"decimals\": \"round\",",
                "\"zero\": [\"\"],",
                "\"negatives\": [\"(1.00)\", \"1.00-\", \"\u22121.00\"],",
                "\"thousands\": \"\u2019\",",
                "\"thousands\": \"\u00a0\",",
                "\"headingRow\": 3,");
    }

    /** {@return a layout with these members, each of them ending in a comma} */
    static String layout(String more) {
        return """
                {"name": "l", "title": {"es": "Título"}, "jurisdiction": "mx-fed", "currency": "MXN", "phase": "approved",
                 "objectLevel": "item", %s "columns": [{"field": "unit_code", "headings": ["UR"], "label": " - "},
                 {"field": "object_code", "headings": ["Partida"], "label": " - "},
                 {"field": "approved", "headings": ["Monto"]}]}
                """.formatted(more);
    }

    private static Outcome with(String more, String text) throws IOException {
        Layout layout = LayoutFile.parse("own.json", new StringReader(layout(more)));
        assertThat(layout.title().en()).isEqualTo("Título");
        return Outcome.of(Budgets.reading(Outcome.input("b.csv", text)).layout(layout));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"unit\": 1000,                          | 14269.084 | 14269084.00",
                "\"unit\": 1000,                          | 0.12345   | 123.45",
                "\"unit\": 1000000,                       | -1.5      | -1500000.00",
                "\"unit\": 1000, \"decimals\": \"round\", | 0.123456  | 123.46",
                "\"decimals\": \"round\",                 | 0.005     | 0.01",
                "\"decimals\": \"round\",                 | -0.005    | -0.01",
                "\"zero\": [\"\"],                        | ''        | 0.00",
                "\"negatives\": [\"(1.00)\"],             | (67.00)   | -67.00",
                "\"negatives\": [\"1.00-\"],              | 67.00-    | -67.00",
                "\"negatives\": [\"\u22121.00\"],         | \u22125.00 | -5.00",
                "\"thousands\": \"\u2019\",              | 1\u2019005.50 | 1005.50",
                "\"thousands\": \"\u00a0\",              | 1\u00a0005.50 | 1005.50"
            })
    void amountsAreAsALayoutSays(String more, String written, String read) throws IOException {
        assertThat(with(more, "UR,Partida,Monto\n1,1131," + written + "\n")
                        .only()
                        .amount(AmountKind.APPROVED))
                .isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                   | (67.00)",
                "''                   | 67.00-",
                "''                   | \u22125.00",
                "''                   | 0.005",
                "\"unit\": 1000,      | 0.123456",
                "\"unit\": 1000000,   | 9999999999999999"
            })
    void amountsThatALayoutDoesNotSayAreNone(String more, String written) throws IOException {
        Outcome outcome = with(more, "UR,Partida,Monto\n1,1131," + written + "\n");

        assertThat(outcome.onlyRejected().value()).isEqualTo(written);
    }

    @Test
    void aCodeAndItsNameMayBeInOneCell() throws IOException {
        SpendingLine line =
                with("", "UR,Partida,Monto\n0101 - SENADO,113 - SUELDOS,5\n").only();

        assertThat(line.unit().code()).isEqualTo("0101");
        assertThat(line.unit().name()).isEqualTo("SENADO");
        assertThat(line.objectCode()).isEqualTo("113");
        assertThat(line.passThrough()).containsEntry("Partida", "SUELDOS");
    }

    @Test
    void theRowOfTheHeadingsMayBeSaid() throws IOException {
        Outcome outcome = with("\"headingRow\": 3,", "A,B,C\n,,\nUR,Partida,Monto\n1,1131,5\n");

        assertThat(outcome.only().position().row()).isEqualTo(4);
        assertThat(outcome.first().assumed()).isEmpty();
    }

    @Test
    void aFileWithoutTheAmountThatItsLayoutIsAboutIsRefused() {
        Layout layout = Layout.read(Outcome.input("l.json", """
                {"name": "l", "title": {"es": "l"}, "jurisdiction": "mx-fed", "currency": "MXN", "phase": "exercised",
                 "objectLevel": "item", "columns": [{"field": "unit_code", "headings": ["UR"]},
                 {"field": "approved", "headings": ["Monto"]}, {"field": "exercised", "headings": ["Gastado"]}]}
                """));
        Input input = Outcome.input("b.csv", "UR,Monto,Otro\n1,5,4\n");

        assertThatThrownBy(() -> Outcome.of(Budgets.reading(input).layout(layout)))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageContaining("exercised: gastado");
        assertThat(Outcome.of(Budgets.reading(input).layout(layout).phase(BudgetPhase.APPROVED))
                        .lines())
                .hasSize(1);
    }

    @Test
    void howAFileWasReadIsTold() throws IOException {
        Layout layout = LayoutFile.parse("own.json", new StringReader(OWN));
        Budgets.FoundTable found = Budgets.reading(
                        Outcome.input("b.csv", "\nUR;Ramo;Otro;Monto;Clave\n100;7;x;5;1131\n"))
                .layout(layout)
                .found();

        assertThat(found.charset()).isEqualTo("ISO-8859-1");
        assertThat(found.separator()).isEqualTo(';');
        assertThat(found.sheet()).isNull();
        assertThat(found.headingRow()).isEqualTo(2);
        assertThat(found.columns().toString())
                .isEqualTo("{UR=unit_code, Ramo=unit_code, Monto=approved, Clave=object_code}");
    }

    @Test
    void ofJsonItIsToldWhatItsNamesAreReadAs() {
        Budgets.FoundTable found = Budgets.reading(Outcome.input(
                        "b.json",
                        "[{\"unit_code\": \"1\", \"approved\": 5, \"action_2\": \"1\", \"action_2_amount\": 1}]"))
                .found();

        assertThat(found.headingRow()).isZero();
        assertThat(found.charset()).isNull();
        assertThat(found.columns())
                .containsEntry("action_2", "action")
                .containsEntry("action_2_amount", "action_amount");
    }

    @Test
    void theCharsetThatShowsLateIsTold() {
        String rows = "1,5\n".repeat(30_000) + "1,6\n";
        byte[] text = ("unit_code,approved\n" + rows + "\u00e9,7\n").getBytes(Charset.forName("windows-1252"));

        assertThat(Budgets.reading(Outcome.input("b.csv", text)).found().charset())
                .isEqualTo("windows-1252");
    }
}
