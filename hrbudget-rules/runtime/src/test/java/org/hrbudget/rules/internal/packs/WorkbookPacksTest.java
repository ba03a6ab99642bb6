package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.packs.files.GivenFiles;
import org.hrbudget.validation.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A workbook is a pack: its sheets are the tables of its files, and rows of conditions are rules. */
class WorkbookPacksTest {

    private static final String CONDITIONS = "regla | gravedad | fundamento | hecho | campo | comparación | valor\n";

    @TempDir
    private Path room;

    private static Map<String, String> files(Path place) {
        Faults faults = new Faults();
        GivenFiles given = GivenFiles.of(place, faults);
        faults.end(place.toString());
        Map<String, String> texts = new TreeMap<>();
        GivenFiles files = Objects.requireNonNull(given);
        files.paths().forEach(path -> texts.put(path, new String(files.read(path), StandardCharsets.UTF_8)));
        return texts;
    }

    /** {@return the folder that a workbook stands for} */
    private Path folder(Path book) {
        Path folder = room.resolve("folder");
        files(book).forEach((path, text) -> {
            try {
                Path file = folder.resolve(path.substring("xx/1/".length()));
                Files.createDirectories(file.getParent());
                Files.writeString(file, text, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return folder;
    }

    /** Each table of dated rows with a time that is none, as folder and as workbook: one fault, in its cell, and no other. */
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
                    parámetros @ E3 @ amount | es mayor que | most        @ most | 9 | monto | law | | 2011-06-30 | ; most | 5 | monto | law | DAY | |
                    parámetros @ F2 @ amount | es mayor que | most        @ most | 9 | monto | law | | DAY | ; most | 5 | monto | law | 2011-07-01 | |
                    parámetros @ E3 @ amount | es mayor que | most        @ most | 9 | monto | law | | 2011-06-30 | presentación; most | 5 | monto | law | DAY | | presentación
                    gravedades @ C2 @ unitCode | está vacío |             @ no-unit | error | DAY; no-unit | observación | 2012-01-01
                    gravedades @ C3 @ unitCode | está vacío |             @ no-unit | error | 2011-01-01; no-unit | observación | DAY
                    motivos    @ D2 @ noActionReason | está en la lista | motivos @ deuda | Deuda | | DAY; deuda | Pasivos | 2011-07-01 |
                    motivos    @ C3 @ noActionReason | está en la lista | motivos @ deuda | Deuda | | 2011-06-30; deuda | Pasivos | DAY |
                    """)
    void aTimeThatIsNoneIsOneFault(String sheet, String cell, String condition, String rows) throws IOException {
        Map<String, String> headings = Map.of(
                "parámetros", "clave | valor | unidad | fundamento | desde | hasta | día de\n",
                "gravedades", "regla | gravedad | desde\n");
        for (String day :
                List.of("01/06/2016", "1 de junio de 2016", "2016-13-01", "2016-02-30", "junio", "0216", "2016-6-1")) {
            PackBook book = PackBook.sound()
                    .with(
                            "reglas",
                            CONDITIONS + "no-unit | advertencia | law | SpendingLine | unitCode | está vacío\n"
                                    + "| | | | " + condition + "\n")
                    .with(
                            sheet,
                            headings.getOrDefault(sheet, "clave | nombre | desde | hasta\n")
                                    + rows.replace(";", "\n").replace("DAY", day) + "\n");
            Path workbook = book.in(room);
            for (Path place : List.of(workbook, folder(workbook))) {
                assertThat(catchThrowableOfType(
                                        RulePackException.class,
                                        () -> PackLibrary.bundled().and(place))
                                .faults())
                        .extracting(fault -> fault.kind().split("-", 2)[0] + " " + fault.cell())
                        .as("%s %s", place.getFileName(), day)
                        .containsExactly("day " + cell);
            }
        }
    }

    private String conditions(String rows) throws IOException {
        PackBook book = PackBook.sound().with("reglas", CONDITIONS + rows);
        return files(book.in(room)).getOrDefault("xx/1/conditions-1.drl", "");
    }

    @Test
    void sheetsAreTheFilesOfThePack() throws IOException {
        assertThat(files(PackBook.sound().in(room)))
                .containsOnly(
                        Map.entry("xx/1/pack.properties", """
                                jurisdiction=xx
                                version=1
                                title=A title
                                title_es=Un título
                                instrument=Una ley
                                fiscal-years=2010-
                                """),
                        Map.entry("xx/1/conditions-1.drl", """
                                rule "no-unit"
                                    @severity("WARNING")
                                    @legalBasis("law")
                                when
                                    SpendingLine( unitCode == null )
                                then
                                end

                                """),
                        Map.entry(
                                "xx/1/legal-bases.csv",
                                "key,instrument,article,published,source,evidence\nlaw,Law,,,S1,sourced\n"),
                        Map.entry("xx/1/messages.properties", """
                                no-unit.title=No unit
                                no-unit.message=The line names no unit.
                                no-unit.remedy=Name the unit.
                                """),
                        Map.entry("xx/1/messages_es.properties", """
                                no-unit.title=Sin unidad
                                no-unit.message=El renglón no nombra unidad.
                                no-unit.remedy=Nombre la unidad.
                                """),
                        Map.entry(
                                "xx/1/examples/no-unit.csv",
                                "expect,case,unit_code\nfinding,no unit,\nsilence,a unit,11CD01\n"));
    }

    @Test
    void workbookIsAPackAsItsFolderIs() throws IOException {
        Path book = PackBook.sound().in(room);
        Path folder = folder(book);

        List<Rule> rules = PackLibrary.bundled().and(book).given().get(0).rules();

        assertThat(rules)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("file")
                .isEqualTo(PackLibrary.bundled().and(folder).given().get(0).rules())
                .extracting(Rule::id)
                .containsExactly("no-unit");
    }

    @Test
    void namesCountWhateverTheirCaseAccentsAndLanguage() throws IOException {
        PackBook book = PackBook.sound()
                .without("fundamentos")
                .with(
                        "LEGAL-BASES",
                        "Clave | INSTRUMENT | Articulo | published | Fuente | evidence\nlaw | Law | | | S1 | SOURCED\n")
                .without("ejemplos")
                .with(
                        "Examples",
                        "rule | Espera | case | unit_code\nno-unit | FINDING | no | \n| Silencio | yes | 11CD01\n")
                .with("Notas", "Ver con Ana | 3\n")
                .with("Hoja2", "");

        assertThat(PackLibrary.bundled().and(book.in(room)).given()).hasSize(1);
    }

    @Test
    void aNoteNamesSheetAndCellAsAFaultDoes() throws IOException {
        PackBook book = PackBook.sound().with("gravedades", """
                        regla | gravedad | desde
                        no-unit | observación | 2008
                        no-unit | advertencia | 2009
                        """);

        assertThat(OpenPack.of(PackLibrary.bundled().and(book.in(room)).given().get(0))
                        .reviewed()
                        .notes())
                .extracting(note -> note.kind() + " " + note.place())
                .containsExactly("row-before-its-version xx/1/gravedades!A2");
    }

    @Test
    void aRowThatHeldIsNamedByItsCell() throws IOException {
        PackBook book = PackBook.sound().with("gravedades", "regla | gravedad | desde\nno-unit | observación | 2010\n");

        assertThat(PackLibrary.bundled()
                        .and(book.in(room))
                        .select("xx", FiscalYear.of(2012), LocalDate.of(2012, 6, 1))
                        .pack()
                        .orElseThrow()
                        .rules()
                        .get(0)
                        .rows())
                .extracting(row -> row.file() + " " + row.value())
                .containsExactly("gravedades!A2 INFO");
    }

    @Test
    void aRuleIsNamedInTheFirstOfTheRowsOfItsSeverity() throws IOException {
        PackBook book = PackBook.sound()
                .with("gravedades", "regla | gravedad | desde\nno-unit | advertencia | \n | error | 2012\n");

        assertThat(files(book.in(room)))
                .containsEntry("xx/1/severities.csv", "rule,severity,from\nno-unit,WARNING,\nno-unit,ERROR,2012\n");
    }

    /** As the files call them: a name may be of another column there than in other sheets. */
    @Test
    void columnsOfAListMayBeNamedAsInFiles() throws IOException {
        PackBook book = PackBook.sound().with("motivos", "clave | nombre\ndeuda | Deuda\n");

        assertThat(files(book.in(room))).containsEntry("xx/1/catalogues/motivos.csv", "code,nombre\ndeuda,Deuda\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    unitKind | es | Alcaldía | unitKind == "Alcaldía", $unitKind : unitKind
                    unitKind | = | Alcaldía | unitKind == "Alcaldía", $unitKind : unitKind
                    unitKind | is not | Alcaldía | unitKind != null, unitKind != "Alcaldía", $unitKind : unitKind
                    unitKind | está en la lista | A; B ;C | unitKind in ("A", "B", "C"), $unitKind : unitKind
                    unitKind | NO ESTA EN LA LISTA | A;B | unitKind != null, unitKind not in ("A", "B"), $unitKind : unitKind
                    unitKind | está vacío | | unitKind == null
                    unitKind | is not blank | | unitKind != null, $unitKind : unitKind
                    programmeCode | tiene la forma | [A-Z][0-9]{3} | programmeCode matches "[A-Z][0-9]{3}", $programmeCode : programmeCode
                    programmeCode | no tiene la forma | [A-Z] | programmeCode != null, programmeCode not matches "[A-Z]", $programmeCode : programmeCode
                    amount | > | 0 | amount != null, amount > 0, $amount : amount
                    amount | es a lo más | approved | amount != null, approved != null, amount <= approved, $amount : amount, $approved : approved
                    tipoDeUnidadEnLista | es | sí | tipoDeUnidadEnLista == true
                    tipo de unidad | no es | Alcaldía | tipoDeUnidad != null, tipoDeUnidad != "Alcaldía", $tipoDeUnidad : tipoDeUnidad
                    capítulo | es | 1000 | capítulo == "1000", $capitulo : capítulo
                    unitKindKnown | es | sí | unitKindKnown == true
                    unitKindKnown | es | NO | unitKindKnown == false
                    links | está vacío | | links.empty
                    links | es al menos | 0 | links.size >= 0
                    """)
    void comparisonsAreConditions(String field, String comparison, String value, String condition) throws IOException {
        String written = conditions("no-unit | error | law | SpendingLine | " + field + " | " + comparison + " | "
                + (value == null ? "" : value) + "\n");

        assertThat(written.replaceAll(",\n +", ", ")).contains("    SpendingLine( " + condition + " )\n");
    }

    @Test
    void rowsOfARuleAllHoldAndALimitIsNamed() throws IOException {
        String written = conditions("""
                dear | error | law | SpendingLine | unitKind | es | Alcaldía
                | | | | amount | es mayor que | cap
                dear | | | | amount | es menor que | other-cap
                | | | | unitCode | se muestra |
                cheap | ADVERTENCIA | law | UnitSummary | lines | > | cap
                """);

        assertThat(written).isEqualTo("""
                        rule "dear"
                            @severity("ERROR")
                            @legalBasis("law")
                        when
                            Parameter( code == "cap", $limit : value )
                            Parameter( code == "other-cap", $limit2 : value )
                            SpendingLine( unitKind == "Alcaldía",
                                amount != null,
                                amount > $limit,
                                amount < $limit2,
                                $unitKind : unitKind,
                                $amount : amount,
                                $unitCode : unitCode )
                        then
                        end

                        rule "cheap"
                            @severity("WARNING")
                            @legalBasis("law")
                        when
                            Parameter( code == "cap", $limit : value )
                            UnitSummary( lines > $limit,
                                $lines : lines )
                        then
                        end

                        """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    está en la lista | motivos | motivos | noActionReason memberOf $list
                    es uno de | MOTIVOS | motivos | noActionReason memberOf $list
                    no está en la lista | tipos-de-unidad | unit-kinds | noActionReason != null, noActionReason not memberOf $list
                    está en la lista | otra-lista | otra-lista | noActionReason memberOf $list
                    """)
    void aListIsAskedByItsName(String comparison, String value, String list, String condition) throws IOException {
        PackBook book = PackBook.sound()
                .with("motivos", "clave | nombre\ndeuda | Deuda\n")
                .with(
                        "reglas",
                        CONDITIONS + "no-unit | error | law | SpendingLine | noActionReason | " + comparison + " | "
                                + value + "\n");

        assertThat(files(book.in(room))
                        .getOrDefault("xx/1/conditions-1.drl", "")
                        .replaceAll(",\n +", ", "))
                .contains("    Catalogue( code == \"" + list + "\", $list : codes )\n    SpendingLine( " + condition
                        + ", ");
    }

    @Test
    void numbersDaysAndPercentagesAreWhatWasTyped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", null)) {
            Worksheet pack = book.newWorksheet("pack");
            pack.value(0, 0, "key");
            pack.value(0, 1, "value");
            pack.value(1, 0, "version");
            pack.value(1, 1, 2012.1);
            pack.value(2, 0, "published");
            pack.value(2, 1, LocalDate.of(2012, 1, 31));
            pack.style(2, 1).format("yyyy-mm-dd").set();
            Worksheet limits = book.newWorksheet("parameters");
            List<String> headings = List.of("code", "value", "unit", "legal-basis");
            for (int i = 0; i < headings.size(); i++) {
                limits.value(0, i, headings.get(i));
            }
            limits.value(1, 0, "share");
            limits.value(1, 1, 0.05);
            limits.style(1, 1).format("0%").set();
            limits.value(2, 0, "amount");
            limits.value(2, 1, 1234567.5);
            limits.value(3, 0, "typed");
            limits.value(3, 1, "5%");
            limits.value(4, 0, "spaced");
            limits.value(4, 1, "2,5 %");
        }
        Path place = Files.write(room.resolve("typed.xlsx"), bytes.toByteArray());

        assertThat(files(place))
                .containsEntry("unnamed/2012.1/pack.properties", "version=2012.1\npublished=2012-01-31\n")
                .containsEntry(
                        "unnamed/2012.1/parameters.csv",
                        "code,value,unit,legal-basis\nshare,0.05,,\namount,1234567.5,,\ntyped,0.05,,\nspaced,0.025,,\n");
    }

    @Test
    void cellsMergedOverTheRowsOfARuleAreOneCell() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", null)) {
            Worksheet pack = book.newWorksheet("pack");
            pack.value(0, 0, "key");
            pack.value(0, 1, "value");
            Worksheet texts = book.newWorksheet("texts");
            List<List<String>> rows = List.of(
                    List.of("rule", "part", "en", "es"),
                    List.of("a", "title", "A", "a"),
                    List.of("", "remedy", "B", "b"));
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < 4; column++) {
                    texts.value(row, column, rows.get(row).get(column));
                }
            }
            texts.range(1, 0, 2, 0).merge();
        }

        assertThat(files(Files.write(room.resolve("merged.xlsx"), bytes.toByteArray())))
                .containsEntry("unnamed/unnamed/messages.properties", "a.title=A\na.remedy=B\n");
    }

    @Test
    void ruleFilesAreInTheSheetDrlLineByLine() throws IOException {
        PackBook book = PackBook.sound()
                .with("drl", "archivo | texto\nmore.drl | rule \"a\"¶when\n| then\nother.drl | rule \"b\"\n");

        assertThat(files(book.in(room)))
                .containsEntry("xx/1/more.drl", "rule \"a\"\nwhen\nthen\n")
                .containsEntry("xx/1/other.drl", "rule \"b\"\n");
    }

    @Test
    void commasQuotesAndLineEndsStayInTheirCell() throws IOException {
        PackBook book = PackBook.sound().with("fundamentos", """
                        clave | instrumento | artículo | publicación | fuente | evidencia
                        law | Law, "the old one"; and¶the new one | | | S1 | sourced
                        """);

        assertThat(files(book.in(room))).containsEntry("xx/1/legal-bases.csv", """
                        key,instrument,article,published,source,evidence
                        law,"Law, ""the old one""; and the new one",,,S1,sourced
                        """);
    }

    /** The workbook of {@link PackBook#sound}, saved again by LibreOffice 7.4. */
    @Test
    void workbookSavedAgainByAnOfficeProgramIsTheSame() throws IOException {
        Path saved = room.resolve("saved.xlsx");
        try (InputStream in = WorkbookPacksTest.class.getResourceAsStream("/org/hrbudget/rules/office/reforma.xlsx")) {
            Files.copy(Objects.requireNonNull(in), saved);
        }

        assertThat(files(saved)).isEqualTo(files(PackBook.sound().in(room)));
    }

    @Test
    void whatWasReadAllTheSameIsToldOfItsCellToo() throws IOException {
        PackBook book = PackBook.sound().with("ejemplos", """
                        regla | espera | caso | unit_code | aprobado | norma al
                        no-unit | hallazgo | no unit | | | 2012-06-15
                        | silencio | a unit | 11CD01 | | 15/06/2012
                        """).lower();

        OpenPack pack =
                OpenPack.of(PackLibrary.bundled().and(book.in(room)).given().get(0));

        assertThat(pack.reviewed().notes())
                .extracting(RulePackException.Fault::place)
                .containsExactly("xx/1/ejemplos!F4");
        assertThat(pack.rules()).extracting(Rule::file).containsExactly("xx/1/reglas!A3");
    }

    @Test
    void moreRowsThanAnyTableHasAreRefused() throws IOException {
        StringBuilder rows = new StringBuilder("clave | instrumento\n");
        for (int i = 0; i < 30_000; i++) {
            rows.append("law | Law\n");
        }

        assertRefused(PackBook.sound().with("fundamentos", rows.toString()).in(room), "sheet-long");
    }

    @Test
    void manySheetsAreRefused() throws IOException {
        PackBook book = PackBook.sound();
        for (int i = 0; i < 70; i++) {
            book.with("list-" + "abcdefghij".charAt(i / 10) + "abcdefghij".charAt(i % 10), "code | name_es\nA | B\n");
        }

        assertRefused(book.in(room), "sheets-many");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 200})
    void bombsAreRefused(int megabytes) throws IOException {
        Path bomb = room.resolve("bomb.xlsx");
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            for (String part : List.of("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")) {
                out.putNextEntry(new ZipEntry(part));
                for (int i = 0; part.contains("sheet1") && i < megabytes; i++) {
                    out.write(blanks);
                }
                out.closeEntry();
            }
        }

        assertRefused(bomb, "workbook-unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/vbaProject.bin", "../../etc/passwd", "word/document.xml"})
    void partsThatNoPackHasAreRefused(String part) throws IOException {
        Path hostile = room.resolve("hostile.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(hostile))) {
            for (String each : List.of("[Content_Types].xml", part.contains("word") ? "a" : "xl/workbook.xml", part)) {
                out.putNextEntry(new ZipEntry(each));
                out.closeEntry();
            }
        }

        assertRefused(hostile, "workbook-unreadable");
    }

    @Test
    void openDocumentIsToldFromAZipOfAPack() throws IOException {
        Path ods = room.resolve("reforma.ods");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(ods))) {
            out.putNextEntry(new ZipEntry("mimetype"));
        }

        assertRefused(ods, "file-spreadsheet");
    }

    private static void assertRefused(Path place, String kind) {
        assertThatThrownBy(() -> PackLibrary.bundled().and(place))
                .isInstanceOfSatisfying(
                        RulePackException.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(RulePackException.Fault::kind)
                                .containsExactly(kind));
    }
}
