package org.hrbudget.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.rules.internal.packs.PackBook;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reform begun as a workbook is the reform begun as a folder. */
class NewWorkbookTest {

    private static final PackLibrary LAW = PackLibrary.bundled();
    private static final NewPack REFORM =
            new NewPack("mx-cmx", "2030.1", newest(), FiscalYear.of(2030), null, null, null);

    @TempDir
    private Path room;

    private static String newest() {
        return LAW.versions("mx-cmx").get(LAW.versions("mx-cmx").size() - 1).version();
    }

    private static void fill(Path folder) throws IOException {
        Path header = folder.resolve("pack.properties");
        Files.writeString(
                header, Files.readString(header).replaceAll("(?m)^(title|title_es|instrument)=$", "$1=Reform"));
        // Its rows are refused until somebody has gone through them.
        Path coverage = folder.resolve("coverage.csv");
        Files.write(coverage, Files.readAllLines(coverage).subList(0, 1));
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(strings = {"es", "en"})
    void itHoldsWhatTheFolderHolds(String language) throws IOException {
        List<String> all = RulePacks.load("mx-cmx", newest()).rules().stream()
                .map(Rule::id)
                .toList();
        Path folder = REFORM.write(LAW, room, all).folder();
        Path book = room.resolve("reform.xlsx");
        REFORM.writeWorkbook(LAW, book, all, Locale.forLanguageTag(language));
        Path unpacked = room.resolve("unpacked");
        NewPack.unpack(book, unpacked);
        fill(folder);
        fill(unpacked);

        RulePack expected = LAW.and(folder).given().get(0);
        RulePack made = LAW.and(unpacked).given().get(0);
        assertThat(made.rules()).isEqualTo(expected.rules());
        assertThat(PackCheck.of(made)).isEqualTo(PackCheck.of(expected));
        assertThat(PackDiff.between(expected, made).isEmpty()).isTrue();
    }

    /** A rule goes with the lists that it asks. */
    @Test
    void theListsOfARuleAreSheets() throws IOException {
        Path book = room.resolve("reform.xlsx");
        NewPack.Written written =
                REFORM.writeWorkbook(LAW, book, List.of("unit-kind-unknown"), Locale.forLanguageTag("es"));
        Path unpacked = room.resolve("unpacked");
        NewPack.unpack(book, unpacked);
        Path folder = REFORM.write(LAW, room, List.of("unit-kind-unknown")).folder();

        assertThat(written.files()).endsWith("opciones", "unit-kinds");
        assertThat(unpacked.resolve("catalogues/unit-kinds.csv"))
                .hasSameBinaryContentAs(folder.resolve("catalogues/unit-kinds.csv"));
    }

    @Test
    void nothingButTheBlanksIsAtFaultAndEachHasItsCell() {
        Path book = room.resolve("reforma.xlsx");
        NewPack.Written written = REFORM.writeWorkbook(LAW, book, List.of(), Locale.forLanguageTag("es"));

        assertThat(written.folder()).isEqualTo(book);
        assertThat(written.files())
                .startsWith("guía", "portada", "reglas", "parámetros", "gravedades")
                .endsWith("drl", "opciones");
        assertThat(written.blanks()).containsExactly("título en inglés", "título en español", "instrumento");
        assertThat(PackCheck.of(book).faults())
                .extracting(RulePackException.Fault::place)
                .containsExactly(
                        book + "/cobertura!D2", book + "/portada!B5", book + "/portada!B6", book + "/portada!B7");
    }

    /** A spreadsheet takes no longer formula for a list, and none with a sign that XML has for its own. */
    @Test
    void whatIsChosenIsInTheLanguageOfTheWorkbookAndFieldsAreThoseOfTheFact() throws IOException {
        Path book = room.resolve("reforma.xlsx");
        REFORM.writeWorkbook(LAW, book, List.of(), Locale.forLanguageTag("es"));

        StringBuilder parts = new StringBuilder();
        try (ZipFile zip = new ZipFile(book.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                parts.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(parts)
                .as("a severity is given to a rule that is chosen, and the years it is extended to have their row")
                .contains("<t>unit-kind-unknown</t>", "<t>ejercicios extendidos</t>");
        assertThat(parts)
                .contains("<t>Unidad</t>", "<t>tipoDeUnidad</t>", "<t>fundador</t>", "<t>conteo</t>", "<t>hasta</t>")
                .doesNotContain("<t>UnitSummary</t>", "<t>unitKind</t>");
        assertThat(Pattern.compile("<formula1>(IF[^<]*)</formula1>")
                        .matcher(parts)
                        .results())
                .singleElement()
                .extracting(found -> found.group(1))
                .asString()
                .contains("LOOKUP(\"zz\",$D$1:$D2)")
                .hasSizeLessThan(256);
    }

    /** Its author has made it hers: rows of her own, columns in another order, and whatever forms cells have. */
    @Test
    void rulesAreAddedToAWorkbookThatIsBegunAndNothingElseIsTouched() throws IOException {
        PackBook begun = PackBook.sound()
                .with("portada", """
                        clave | valor
                        jurisdicción | mx-cmx
                        versión | 2030.1
                        modifica | %s
                        título en inglés | A title
                        título en español | Un título
                        instrumento | Una ley
                        ejercicios fiscales | 2030-
                        """.formatted(newest()))
                .with("cobertura", """
                        sección | título en inglés | título en español | situación | reglas | nota en inglés | nota en español | fuente
                        law:1 | Kinds | Tipos | recogida | no-unit | | | S1
                        """)
                .replacing("reglas", "advertencia | law", "observación | law")
                .replacing("reglas", "unitCode | está vacío", "unitKind | no está vacío")
                .with("ejemplos", """
                        regla | caso | espera | unit_kind
                        no-unit | a kind | hallazgo | entidad
                        no-unit | no kind | silencio |
                        """);
        Path book = begun.in(room);
        Map<String, byte[]> before = parts(book);

        assertThat(NewPack.addTo(LAW, book, List.of("unit-kind-unknown", "funded-action-cut")))
                .containsExactly("drl", "parámetros", "textos", "ejemplos", "unit-kinds");

        Map<String, byte[]> after = parts(book);
        assertThat(before.keySet().stream().filter(part -> !Arrays.equals(before.get(part), after.get(part))))
                .as("the texts and the examples; what names the new sheets")
                .containsExactlyInAnyOrder(
                        "xl/worksheets/sheet4.xml",
                        "xl/worksheets/sheet5.xml",
                        "xl/workbook.xml",
                        "xl/_rels/workbook.xml.rels",
                        "[Content_Types].xml");
        assertThat(PackCheck.of(book).faults()).isEmpty();
        assertThat(PackDiff.between(
                                LAW.load("mx-cmx", newest()),
                                LAW.and(book).given().get(0))
                        .rules())
                .extracting(PackDiff.RuleDiff::id)
                .containsExactly("no-unit");
        assertThat(NewPack.addTo(LAW, book, List.of("unit-kind-unknown"))).isEmpty();
        assertThat(room).isDirectoryNotContaining("glob:**.new");
    }

    private static Map<String, byte[]> parts(Path book) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(book.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    @Test
    void itIsTheSameBytesEachTime() throws IOException {
        Path first = room.resolve("first.xlsx");
        Path second = room.resolve("second.xlsx");
        REFORM.writeWorkbook(LAW, first, List.of(), Locale.ENGLISH);
        REFORM.writeWorkbook(LAW, second, List.of(), Locale.ENGLISH);

        assertThat(first).hasSameBinaryContentAs(second);
    }

    @Test
    void whatIsThereIsNotOverwritten() throws IOException {
        Path book = Files.writeString(room.resolve("reform.xlsx"), "somebody's work");

        assertThatThrownBy(() -> REFORM.writeWorkbook(LAW, book, List.of(), Locale.ENGLISH))
                .isInstanceOf(RulePackException.class)
                .hasMessageContaining("There is a file at");
        assertThat(book).hasContent("somebody's work");
        assertThat(room).isDirectoryContaining(path -> path.equals(book)).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aWorkbookIsTheFolderThatItUnpacksTo() throws IOException {
        Path book = PackBook.sound().in(room);
        Path folder = room.resolve("folder");

        assertThat(NewPack.unpack(book, folder))
                .containsExactly(
                        "conditions-1.drl",
                        "examples/no-unit.csv",
                        "legal-bases.csv",
                        "messages.properties",
                        "messages_es.properties",
                        "pack.properties");
        RulePack made = LAW.and(folder).given().get(0);
        assertThat(made.manifest()).isEqualTo(LAW.and(book).given().get(0).manifest());
        assertThatThrownBy(() -> NewPack.unpack(book, folder)).hasMessageContaining("not empty");
    }
}
