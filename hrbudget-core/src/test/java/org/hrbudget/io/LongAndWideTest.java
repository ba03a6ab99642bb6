package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.io.spi.RowSource;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.SpendingLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Budgets whose amounts are in rows or in columns of years, and other shapes that publishers give their files. */
class LongAndWideTest {

    private static final String PROGRAMMES = """
            "moments": { "headings": ["PRESUPUESTO"], "amount": ["TOTAL"], "line": ["ENTE", "RAMO", "SUBRAMO", "PROGRAMA"] },
            "columns": [
              { "field": "fiscal_year", "headings": ["CICLO"] },
              { "field": "programme_code", "headings": ["PROGRAMA"], "required": true },
              { "field": "unit_name", "headings": ["RAMO"] },
              { "field": "approved", "headings": ["Aprobado"] },
              { "field": "modified", "headings": ["Modificado"] },
              { "field": "accrued", "headings": ["Devengado"] },
              { "field": "exercised", "headings": ["Ejercicio"] }
            ],
            "skip": [{ "headings": ["PROGRAMA"], "words": ["TOTAL"], "because": { "en": "Sums.", "es": "Sumas." } }],
            "keep": [{
              "headings": ["PRESUPUESTO"], "words": ["Aprobado", "Modificado", "Devengado", "Ejercicio"],
              "because": { "en": "Percentages and names.", "es": "Porcentajes y nombres." }
            }]
            """;

    private static final String HEADINGS = "CICLO,ENTE,RAMO,SUBRAMO,PROGRAMA,PRESUPUESTO,OTRO,TOTAL\n";

    private static Layout layout(String more) {
        return Layout.read(Outcome.input("l.json", """
                {"name": "l", "title": {"es": "l"}, "jurisdiction": "mx-fed", "currency": "MXN", "phase": "from-columns",
                 "objectLevel": "item", %s}
                """.formatted(more)));
    }

    private static Outcome read(String layout, String text) {
        return Outcome.of(Budgets.reading(Outcome.input("b.csv", text)).layout(layout(layout)));
    }

    private static List<String> said(Outcome outcome) {
        return outcome.first().assumed().stream()
                .map(text -> text.in(Locale.ENGLISH))
                .toList();
    }

    @Test
    void theRowsOfALineAreBroughtTogetherWhereverTheyAre() {
        Outcome outcome = read(PROGRAMMES, HEADINGS + """
                2018,A,R,,P001,Aprobado,1,10
                2018,A,R,,P002,Aprobado,2,20
                2018,A,R,,P001,MODIFICADO,3,12
                2018,A,R,,P001,Porcentaje Ejer/Aprob,4,120.5
                2018,A,R,,TOTAL,Aprobado,5,30
                2018,A,R,,TOTAL,Modificado,6,32
                """);

        assertThat(outcome.lines()).extracting(SpendingLine::programmeCode).containsExactly("P001", "P002");
        SpendingLine first = outcome.lines().get(0);
        assertThat(first.position().row()).isEqualTo(2);
        assertThat(first.amount(AmountKind.APPROVED)).isEqualTo("10.00");
        assertThat(first.amount(AmountKind.MODIFIED)).isEqualTo("12.00");
        assertThat(outcome.lines().get(1).amounts().asMap()).containsOnlyKeys(AmountKind.APPROVED);
        assertThat(outcome.first().rowsRead()).isEqualTo(6);
        assertThat(outcome.first().rowsSkipped()).isEqualTo(3);
        assertThat(outcome.first().rowsRejected()).isZero();
        assertThat(said(outcome))
                .containsExactly(
                        "5 rows, each with one amount, were brought together as 3 lines by the words in \"PRESUPUESTO\".");
        assertThat(outcome.first().columns().unread()).containsExactly("OTRO");
    }

    @Test
    void anAmountThatComesAgainBeginsAnotherLineOfTheSameKey() {
        Outcome outcome = read(PROGRAMMES, HEADINGS + """
                2018,A,R,,P001,Aprobado,,10
                2018,A,R,,P001,Modificado,,11
                2018,A,R,,P001,Aprobado,,20
                2018,A,R,,P001,Modificado,,21
                """);

        assertThat(outcome.lines())
                .extracting(line -> line.amount(AmountKind.MODIFIED))
                .containsExactly(new BigDecimal("11.00"), new BigDecimal("21.00"));
    }

    @Test
    void amountsOfARepeatedKeyAreTakenInTheirOrder() {
        Outcome outcome = read(PROGRAMMES, HEADINGS + """
                2018,A,R,,P001,Aprobado,,10
                2018,A,R,,P001,Aprobado,,20
                2018,A,R,,P001,Modificado,,11
                2018,A,R,,P001,Modificado,,21
                """);

        assertThat(outcome.lines())
                .extracting(line -> line.amount(AmountKind.APPROVED) + " " + line.amount(AmountKind.MODIFIED))
                .containsExactly("10.00 11.00", "20.00 21.00");
    }

    @Test
    void aWordThatIsNoAmountIsRejectedWhereNobodyPassesOverIt() {
        String strict = PROGRAMMES
                .substring(0, PROGRAMMES.indexOf("\"keep\"") - 1)
                .strip()
                .replaceAll(",$", "");
        Outcome outcome = read(strict, HEADINGS + """
                2018,A,R,,P001,Aprobado,,10
                2018,A,R,,P001,Aprobdo,,10
                2018,A,R,,P002,Modificado,,1e5
                2018,A,R
                """);

        assertThat(outcome.account().rejected())
                .extracting(row -> row.position().row() + " " + row.column() + " " + row.value())
                .containsExactly("3 PRESUPUESTO Aprobdo", "4 Modificado 1e5", "5 null null");
        assertThat(Outcome.english(outcome.account().rejected().get(0)))
                .startsWith(
                        "\"Aprobdo\" says no amount that the layout knows (aprobado, devengado, ejercicio, modificado)");
        assertThat(Outcome.english(outcome.account().rejected().get(2))).contains("3 cells, the headings are 8");
        assertThat(outcome.first().rowsRead()).isEqualTo(4);
    }

    @Test
    void onlyTheAmountsThatThereAreArePromised() {
        Budgets.Reading reading = Budgets.reading(Outcome.input("b.csv", HEADINGS + "2018,A,R,,P001,Aprobado,,10\n"))
                .layout(layout(PROGRAMMES));
        try (LineReader reader = reading.source().open()) {
            assertThat(reader.header().phase().basis()).isEqualTo(AmountKind.APPROVED);
        }
    }

    @Test
    void rowsOfLinesThatMayBeInOtherPartsAreRefused() {
        RowSource rows = RowSource.of("part", List.of("PRESUPUESTO", "TOTAL"), List.of());

        assertThatThrownBy(() -> Budgets.reading(rows)
                        .layout(layout(PROGRAMMES))
                        .source()
                        .open())
                .isInstanceOf(BudgetReadException.class)
                .hasMessageContaining("read in parts");
        assertThat(Budgets.reading(Outcome.input("b.csv", HEADINGS + "2018,A,R,,P001,Aprobado,,10\n"))
                        .layout(layout(PROGRAMMES))
                        .head())
                .isEmpty();
    }

    @Test
    void aColumnThatTellsLinesApartMustBeThere() {
        assertThatThrownBy(() -> read(PROGRAMMES, "CICLO,ENTE,RAMO,PROGRAMA,PRESUPUESTO,TOTAL\n"))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageContaining("moments (subramo)");
    }

    private static final String YEARS = """
            "spelling": "free", "columns": [
              { "field": "unit_code", "headings": ["UR"] },
              { "field": "approved", "headings": ["Aprobado {year}", "{year}"] },
              { "field": "exercised", "headings": ["Ejercido {year}"] }
            ]
            """;

    private static Outcome read(String text, FiscalYear year) {
        Budgets.Reading reading = Budgets.reading(Outcome.input("b.csv", text)).layout(layout(YEARS));
        return Outcome.of(year == null ? reading : reading.fiscalYear(year));
    }

    @Test
    void theColumnsOfTheYearAreReadAndThoseOfOthersAreNamed() {
        String text = "UR,Aprobado 2018,APROBADO_2019,Ejercido 2018\n1,10,20,30\n";

        assertThat(read(text, FiscalYear.of(2018)).only().amounts().asMap())
                .containsOnlyKeys(AmountKind.APPROVED, AmountKind.EXERCISED);
        Outcome next = read(text, FiscalYear.of(2019));
        assertThat(next.only().amount(AmountKind.APPROVED)).isEqualTo("20.00");
        assertThat(next.first().columns().unread()).containsExactly("Aprobado 2018", "Ejercido 2018");
    }

    @Test
    void theOnlyYearIsTheYearOfTheBudget() {
        Budgets.Reading reading =
                Budgets.reading(Outcome.input("b.csv", "UR,2018\n1,10\n")).layout(layout(YEARS));
        try (LineReader reader = reading.source().open()) {
            assertThat(reader.header().fiscalYear()).isEqualTo(FiscalYear.of(2018));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UR,2018,2019 |      | columns of several years: 2018, 2019. Say the fiscal year",
                "UR,2018,2019 | 2020 | no columns of 2020, only of 2018, 2019",
                "UR,Monto     |      | no column of a year"
            })
    void nobodyGuessesTheYear(String headings, Integer year, String message) {
        assertThatThrownBy(() -> read(headings + "\n", year == null ? null : FiscalYear.of(year)))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "2018-03-31, 2018",
        "2018-03-31T00:00:00.000, 2018",
        "31/12/2018, 2018",
        "1.4.2018, 2018",
        "2018/3, 2018",
        "03/2018, 2018",
        "2018, 2018"
    })
    void theYearIsReadOutOfADate(String date, int year) {
        String layout = """
                "columns": [{ "field": "fiscal_year", "headings": ["Fecha"], "date": true },
                            { "field": "approved", "headings": ["Monto"] }]
                """;

        assertThat(read(layout, "Fecha,Monto\n" + date + ",5\n").only().fiscalYear())
                .isEqualTo(FiscalYear.of(year));
        assertThat(read(layout, "Fecha,Monto\n31/12/18,5\n").onlyRejected().value())
                .isEqualTo("31/12/18");
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static Outcome entry(String entry, byte[] zip) {
        return Outcome.of(Budgets.reading(Outcome.input("b.zip", zip)).layout(layout("""
                "entry": "%s", "columns": [{ "field": "unit_code", "headings": ["UR"] }, { "field": "approved", "headings": ["Monto"] }]
                """.formatted(entry))));
    }

    @Test
    void theEntryOfAZipIsSaidByTheLayout() throws IOException {
        byte[] zip = zip(
                "leeme.txt",
                "hola",
                "datos/gasto_2018.csv",
                "UR,Monto\n1,5\n",
                "datos/b.json",
                "[{\"UR\":1,\"Monto\":6}]");

        assertThat(entry("gasto_*.csv", zip).only().amount(AmountKind.APPROVED)).isEqualTo("5.00");
        assertThat(entry("datos/b.json", zip).only().amount(AmountKind.APPROVED))
                .isEqualTo("6.00");
        assertThatThrownBy(() -> entry("otro.csv", zip))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageContaining(
                        "no file \"otro.csv\", which is asked for, but leeme.txt, datos/gasto_2018.csv, datos/b.json");
        assertThatThrownBy(() -> entry("datos/*", zip))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageContaining("2 files that are called \"datos/*\"");
    }

    private static final String PACKAGE = """
            {"name": "p", "countryCode": "HR", "model": {
              "dimensions": {
                "who": {"dimensionType": "classification", "classificationType": "administrative", "primaryKey": ["a1", "a2"],
                  "attributes": {"a1": {"source": "a1"}, "a2": {"source": "a2"}, "n": {"source": "n2", "labelfor": "a2"}}},
                "what": {"dimensionType": "classification", "classificationType": "economic", "primaryKey": ["e1", "e2"],
                  "attributes": {"e1": {"source": "e1"}, "e2": {"source": "e2"}}},
                "when": {"dimensionType": "datetime", "primaryKey": ["y"], "attributes": {"y": {"source": "y"}}}},
              "measures": {"m": {"source": "value", "currency": "HRK"%s}}},
             "resources": [{"name": "t", "path": "data/t.csv", "bytes": "%s", "count_of_rows": %s, "hash": "%s",
               "dialect": {"delimiter": ";"}, "schema": {"fields": [{"name": "value", "decimalChar": ","}]}}]}
            """;

    private static final String TABLE =
            "a1;a2;n2;e1;e2;y;value\n010;01005;Sabor;3;A9;2016-01-01;5,50\n02;;Ured;4;;2016;7\n";

    private static Outcome ofPackage(String measure, String bytes, String rows, String hash) throws IOException {
        Layout layout = Layout.read(Outcome.input("datapackage.json", PACKAGE.formatted(measure, bytes, rows, hash)));
        return Outcome.of(Budgets.reading(
                        Outcome.input("p.zip", zip("datapackage.json", "{}", "data/t.csv", TABLE, "data/o.csv", "x")))
                .layout(layout));
    }

    @Test
    void theDescriptorOfAFiscalDataPackageIsALayout() throws IOException {
        Outcome outcome = ofPackage("", "", "null", "");

        SpendingLine first = outcome.lines().get(0);
        assertThat(first.unit().code()).isEqualTo("01005");
        assertThat(first.unit().name()).isEqualTo("Sabor");
        assertThat(first.objectCode()).isEqualTo("3/A9");
        assertThat(first.fiscalYear()).isEqualTo(FiscalYear.of(2016));
        assertThat(first.amount(AmountKind.APPROVED)).isEqualTo("5.50");
        assertThat(outcome.lines().get(1).unit().code()).isEqualTo("02");
        assertThat(said(outcome)).singleElement().asString().contains("\"m\" is; it was taken for approved");
    }

    /** A finding about a code of levels names the column that it is read in: the deepest. */
    @Test
    void ofTheLevelsOfACodeTheDeepestIsNamed() throws IOException {
        Layout layout = Layout.read(Outcome.input("datapackage.json", PACKAGE.formatted("", "", "null", "")));
        BudgetSource source = Budgets.reading(
                        Outcome.input("p.zip", zip("datapackage.json", "{}", "data/t.csv", TABLE)))
                .layout(layout)
                .source();
        try (LineReader reader = source.open()) {
            assertThat(reader.columns().values())
                    .singleElement()
                    .satisfies(columns -> assertThat(columns)
                            .containsEntry("unit_code", "a2")
                            .containsEntry("object_code", "e2")
                            .containsEntry("fiscal_year", "y"));
        }
    }

    @Test
    void whatAPackageStatesOfItsTableIsCompared() throws IOException {
        assertThat(said(ofPackage(", \"phase\": \"executed\"", "999", "3", "sha1:00")))
                .satisfiesExactly(
                        text -> assertThat(text)
                                .isEqualTo("Its publisher states 999 bytes, and it has " + TABLE.length() + "."),
                        text -> assertThat(text).isEqualTo("Its publisher states 3 rows, and it has 2."),
                        text -> assertThat(text).startsWith("Its publisher states the hash 00, and it has "));
        assertThat(said(ofPackage(", \"phase\": \"executed\"", "" + TABLE.length(), "2", "whirlpool-9:00")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"phase\": \"executed\"|\"phase\": \"dreamt\"|an amount \"m\" whose phase \"dreamt\"",
                "\"measures\"|\"measured\"|describes no amounts",
                "\"e2\": {\"source\": \"e2\"}|\"e2\": {\"source\": \"e2\", \"resource\": \"o\"}|has \"e2\" in another table (\"o\")"
            })
    void aPackageThatCannotBeALayoutIsRefused(String right, String wrong, String message) {
        String text = PACKAGE.formatted(", \"phase\": \"executed\"", "", "null", "");
        assertThat(text).contains(right);

        assertThatThrownBy(() -> Layout.read(Outcome.input("datapackage.json", text.replace(right, wrong))))
                .isInstanceOf(BudgetReadException.class)
                .hasMessageContaining(message);
    }

    @Test
    void theCroatianPackageIsReadWhole() throws IOException {
        Path zip = RealData.file("croatia-fdp/croatia-budget-plan-2016-2018.zip");
        Layout layout;
        try (ZipFile file = new ZipFile(zip.toFile())) {
            byte[] descriptor =
                    file.getInputStream(file.getEntry("datapackage.json")).readAllBytes();
            layout = Layout.read(Outcome.input("datapackage.json", descriptor));
        }
        Outcome outcome = Outcome.of(Budgets.reading(zip).layout(layout));
        BigDecimal sum = outcome.lines().stream()
                .map(line -> line.amount(AmountKind.APPROVED))
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(outcome.lines()).hasSize(30_753);
        assertThat(sum).isEqualTo("441894414985.00");
        assertThat(outcome.lines().get(0).programmeCode()).isEqualTo("2101/A501000");
        assertThat(said(outcome)).hasSize(4).anyMatch(text -> text.contains("states 92259 rows, and it has 30753"));
    }

    @ParameterizedTest
    @CsvSource({
        "2018, 5066, 4036951818595.00 4368055812929.86 4365385543907.11 4364294474587.93 680 2346",
        "2022, 4653, 5363796740872.00 5794787286819.66 5794469350564.33 5794469304946.38 621 2169"
    })
    void theAccountsByProgrammeAreReadWhole(int year, long rows, String expected) {
        Path file = RealData.file("mx-federal/cuenta_publica_by_programme_" + year + ".csv");
        Map<AmountKind, BigDecimal> sums = new EnumMap<>(AmountKind.class);
        Outcome outcome = Outcome.of(Budgets.reading(file).layout(layout(PROGRAMMES)));
        outcome.lines()
                .forEach(line ->
                        line.amounts().asMap().forEach((kind, value) -> sums.merge(kind, value, BigDecimal::add)));
        Iterator<BigDecimal> all = sums.values().iterator();

        assertThat(outcome.first().rowsRead()).isEqualTo(rows);
        assertThat(all.next() + " " + all.next() + " " + all.next() + " " + all.next() + " "
                        + outcome.lines().size() + " " + outcome.first().rowsSkipped())
                .isEqualTo(expected);
        assertThat(outcome.account().rejected()).isEmpty();
    }

    private static final String MOMENTS = """
            "detect": true, "slips": "keep",
            "moments": { "headings": ["Momento"], "amount": ["Importe"], "line": ["UR"] },
            "columns": [
              { "field": "unit_code", "headings": ["UR"] },
              { "field": "programme_code", "headings": ["Programa"] },
              { "field": "approved", "headings": ["Aprobado"] },
              { "field": "paid", "headings": ["Pagado"] }
            ],
            "links": { "code": ["action"] },
            "skip": [{ "headings": ["Tipo"], "words": ["Suma"], "because": { "es": "Sumas." } }]
            """;

    @Test
    void whatIsReadBesideTheKeyOfALineIsKept() {
        Outcome outcome = read(MOMENTS, """
                UR,Programa,Momento,Importe,Tipo
                1,P1,Aprobado,10,
                1,P1,Pagado,9,
                """);

        assertThat(outcome.only().programmeCode()).isEqualTo("P1");
    }

    @Test
    void rowsOfALineThatDifferInWhatIsReadAreRejected() {
        Outcome outcome = read(MOMENTS, """
                UR,Programa,Momento,Importe,Tipo
                1,P1,Aprobado,10,
                1,P2,Pagado,9,
                """);

        assertThat(outcome.lines()).isEmpty();
        assertThat(Outcome.english(outcome.onlyRejected()))
                .startsWith("Rows of one line differ: here is \"P1\", and in row 3 \"P2\".");
    }

    @Test
    void aRowThatIsPassedOverIsOfNoLine() {
        Outcome outcome = read(MOMENTS, """
                UR,Programa,Momento,Importe,Tipo
                1,P1,Aprobado,10,Suma
                1,P1,Pagado,9,
                """);

        assertThat(outcome.only().amounts().asMap()).containsOnlyKeys(AmountKind.PAID);
        assertThat(outcome.first().rowsSkipped()).isEqualTo(1);
    }

    @Test
    void aRowThatLacksCellsIsRejectedAsElsewhere() {
        Outcome outcome = read(MOMENTS, "UR,Momento,Importe,Tipo,Programa\n1,Aprobado,10\n2,Aprobado,10,,P\n");

        assertThat(Outcome.english(outcome.onlyRejected())).contains("3 cells");
    }

    @Test
    void theLinksOfAllRowsAreThoseOfTheLine() {
        Outcome outcome =
                Outcome.of(Budgets.reading(Outcome.input("b.json", """
                        [{"UR": "1", "Momento": "Aprobado", "Importe": 10, "Tipo": "", "links": [{"action": "1.1.1"}]},
                         {"UR": "1", "Momento": "Pagado", "Importe": 9, "Tipo": "", "links": [{"action": "1.1.2"}]}]
                        """)).layout(layout(MOMENTS)));

        assertThat(outcome.only().links()).extracting(link -> link.actionCode()).containsExactly("1.1.1", "1.1.2");
    }

    @Test
    void aDecimalCommaIsFoundInAmountsOfRowsAndOfYears() {
        assertThat(read(MOMENTS, "UR;Momento;Importe;Tipo\n1;Aprobado;1.234,5;\n")
                        .only()
                        .amount(AmountKind.APPROVED))
                .isEqualTo("1234.50");
        assertThat(read(YEARS + ", \"detect\": true", "Presupuesto\nUR;Aprobado 2018\n1;1.234,5\n")
                        .only()
                        .amount(AmountKind.APPROVED))
                .isEqualTo("1234.50");
    }

    @Test
    void rowsThatWereBroughtTogetherAreCountedAsThePublisherDoes() {
        Outcome outcome = read(MOMENTS + ", \"stated\": {\"rows\": \"2\"}", """
                UR,Programa,Momento,Importe,Tipo
                1,P1,Aprobado,10,
                1,P1,Pagado,9,
                """);

        assertThat(said(outcome)).noneMatch(text -> text.contains("publisher"));
    }
}
