package org.hrbudget.rules.internal.packs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.validation.RulePack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheets make of the tables of a given pack is read where it can be read one way, and noted; the rest is refused. */
class SpreadsheetTablesTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String BASES = "legal-bases.csv";

    @TempDir
    Path folder;

    private OpenPack read(GivenPack pack) throws Exception {
        List<RulePack> given =
                PackLibrary.bundled().and(pack.folder(folder.resolve("pack"))).given();
        return OpenPack.of(given.get(0));
    }

    private static List<String> notes(OpenPack pack) {
        return pack.reviewed().notes().stream()
                .map(note -> note.kind() + " " + note.place())
                .toList();
    }

    private static GivenPack bases(String text, Charset charset) {
        return GivenPack.sound().with(BASES, text.getBytes(charset));
    }

    static Stream<Arguments> forms() {
        String header = "key,instrument,article,published,source,evidence\n";
        return Stream.of(
                Arguments.of(
                        "separator-semicolon",
                        (header + "law,Ley de acción,,,S1,sourced\n").replace(',', ';'),
                        StandardCharsets.UTF_8),
                Arguments.of(
                        "separator-tab",
                        (header + "law,\"Ley de acción\",,,S1,sourced\n").replace(',', '\t'),
                        StandardCharsets.UTF_8),
                Arguments.of(
                        "byte-order-mark",
                        "\uFEFF" + header + "law,Ley de acción,,,S1,sourced\n",
                        StandardCharsets.UTF_8),
                Arguments.of("not-utf-eight", header + "law,Ley de acción,,,S1,sourced\n", WINDOWS),
                Arguments.of(
                        "columns-blank",
                        header.replace("\n", ",,\n") + "law,Ley de acción,,,S1,sourced,,\n",
                        StandardCharsets.UTF_8),
                Arguments.of("cells-blank", header + "law,Ley de acción,,,S1,sourced,,\n", StandardCharsets.UTF_8),
                Arguments.of(
                        "rows-blank",
                        header + "law,Ley de acción,,,S1,sourced\n,,,,,\n,,,,,\n",
                        StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void whatASpreadsheetSavesIsReadAndNoted(String kind, String table, Charset charset) throws Exception {
        OpenPack pack = read(bases(table, charset));

        assertThat(requireNonNull(pack.legalBases().get("law")).instrument()).isEqualTo("Ley de acción");
        assertThat(notes(pack)).singleElement().asString().startsWith(kind + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"75 %", "75%", "75\u00a0%", "75,0 %", "75.00\u202f%"})
    void aShareMayBeAPercentageAsThePageWritesIt(String value) throws Exception {
        GivenPack pack = GivenPack.sound()
                .with(
                        "lines.drl",
                        PackText.rule(
                                "no-unit",
                                "WARNING",
                                "Parameter( code == \"least\", $least : value )\n    SpendingLine( linkedShare < $least )"))
                .with("parameters.csv", "fundamento;medida;valor;clave\nlaw;proporción;" + value + ";least\n")
                .with("examples/no-unit.csv", """
                        expect,case,action_1,action_1_share
                        finding,a,01.01.01,0.74
                        silence,b,01.01.01,0.75
                        silence,c,01.01.01,0.76
                        """);

        OpenPack read = read(pack);

        assertThat(requireNonNull(read.parameters().get("least")).value()).isEqualByComparingTo(new BigDecimal("0.75"));
        assertThat(notes(read)).contains("number-percent xx/1/parameters.csv:2 (C2)");
    }

    @Test
    void aWholeTableAsASpanishExcelSavesItIsRead() throws Exception {
        GivenPack excel = bases("""
                        Clave;Instrumento;Artículo;Publicado;Fuente;Evidencia;;
                        law;Ley de acción;;31/12/2012;S1;leído;;
                        ;;;;;;;
                        """.replace("\n", "\r\n"), WINDOWS)
                .with(
                        "lines.drl",
                        PackText.rule(
                                "no-unit",
                                "WARNING",
                                "Parameter( code == \"least\", $least : value )\n    SpendingLine( linkedShare < $least )"))
                .with("parameters.csv", "\uFEFFClave;Valor;Medida;Fundamento\r\nleast;0,75;proporción;law\r\n")
                .with("examples/no-unit.csv", """
                        Espera;Caso;Acción 1;Acción 1 proporción
                        hallazgo;a;01.01.01;0,74
                        silencio;b;01.01.01;0,75
                        silencio;c;01.01.01;0,76
                        """.replace("\n", "\r\n"));

        OpenPack pack = read(excel);

        assertThat(requireNonNull(pack.parameters().get("least")).value()).isEqualByComparingTo(new BigDecimal("0.75"));
        assertThat(requireNonNull(pack.legalBases().get("law")).published()).isEqualTo(LocalDate.of(2012, 12, 31));
        assertThat(notes(pack))
                .containsExactly(
                        "separator-semicolon xx/1/examples/no-unit.csv:1 (A1)",
                        "number-comma xx/1/examples/no-unit.csv:2 (D2)",
                        "number-comma xx/1/examples/no-unit.csv:3 (D3)",
                        "number-comma xx/1/examples/no-unit.csv:4 (D4)",
                        "separator-semicolon xx/1/legal-bases.csv:1 (A1)",
                        "not-utf-eight xx/1/legal-bases.csv:1:22",
                        "columns-blank xx/1/legal-bases.csv:1 (G1)",
                        "day-order xx/1/legal-bases.csv:2 (D2)",
                        "rows-blank xx/1/legal-bases.csv:3 (A3)",
                        "byte-order-mark xx/1/parameters.csv:1:1",
                        "separator-semicolon xx/1/parameters.csv:1 (A1)",
                        "number-comma xx/1/parameters.csv:2 (B2)");
    }

    @Test
    void aPackAsItShouldBeHasNoNotes() throws Exception {
        assertThat(notes(read(GivenPack.sound()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void whatCanBeReadInTwoWaysIsRefusedWithWhatToWrite(String table, String advice) {
        GivenPack pack = GivenPack.sound()
                .with(BASES, "key,instrument,article,published,source,evidence\nlaw,Law,," + table + ",S1,sourced\n");

        assertThatThrownBy(() -> read(pack))
                .isInstanceOfSatisfying(
                        RulePackException.class,
                        refusal -> assertThat(refusal.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.message(Locale.forLanguageTag("es")))
                                        .contains(advice)));
    }

    static Stream<Arguments> unclear() {
        return Stream.of(
                Arguments.of("05/06/2012", "Escriba 2012-06-05 si el día está antes que el mes; si no, 2012-05-06."),
                Arguments.of("12/31/2012", "Escriba año, mes y día como en 2011-05-30"),
                Arguments.of("30-may-2011", "Escriba año, mes y día como en 2011-05-30"));
    }

    @Test
    void aNumberThatCanBeReadInTwoWaysIsRefused() {
        GivenPack pack =
                GivenPack.sound().with("parameters.csv", "code;value;unit;legal-basis\nleast;1,500;count;law\n");

        assertThatThrownBy(() -> read(pack))
                .isInstanceOfSatisfying(
                        RulePackException.class,
                        refusal -> assertThat(refusal.faults())
                                .anySatisfy(
                                        fault -> assertThat(fault.message(Locale.forLanguageTag("es")))
                                                .contains(
                                                        "Escriba 1500 si la coma separa los millares; si lo que sigue son decimales, 1.500.")));
    }

    @Test
    void aTableThatIsPartlyUtf8IsDamagedAndRefused() {
        byte[] damaged =
                "key,instrument,article,published,source,evidence\nlaw,Ley de acci\u00C3\u00B3n y opini\u00F3n,,,S1,sourced\n"
                        .getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> read(GivenPack.sound().with(BASES, damaged)))
                .isInstanceOfSatisfying(
                        RulePackException.class,
                        refusal -> assertThat(refusal.faults())
                                .anySatisfy(fault -> assertThat(fault.kind()).isEqualTo("not-utf-eight")));
    }

    @Test
    void aRuleInAnotherEncodingIsRefused() {
        byte[] rule = PackText.rule("no-unit", "WARNING", "SpendingLine( unitKind == \"Alcald\u00EDa\" )")
                .getBytes(WINDOWS);

        assertThatThrownBy(() -> read(GivenPack.sound().with("lines.drl", rule)))
                .isInstanceOfSatisfying(
                        RulePackException.class,
                        refusal -> assertThat(refusal.faults())
                                .anySatisfy(fault -> assertThat(fault.kind()).isEqualTo("not-utf-eight")));
    }
}
