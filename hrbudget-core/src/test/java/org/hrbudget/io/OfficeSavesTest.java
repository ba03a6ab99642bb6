package org.hrbudget.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Bilingual;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One synthetic budget as LibreOffice 7.4 saves it in six ways, in the folder {@code office} of the resources; it writes no byte order
 * mark, which was put before one by hand as Excel does. Each is read without a layout.
 */
class OfficeSavesTest {

    private static final String TITLE =
            "Se pasó por alto la fila de arriba de los encabezados: «Presupuesto sintético 2011 de la Unidad de Prueba».";
    private static final String TOTAL =
            "La fila 8 es un total («TOTAL») y se pasó por alto; coincide con sus renglones.";

    private static Stream<Arguments> saves() {
        return Stream.of(
                Arguments.of("libro.xlsx", List.of(TITLE, TOTAL)),
                Arguments.of(
                        "libro-con-ocultas.xlsx",
                        List.of(
                                "Se leyó como las demás una fila que el libro oculta.",
                                "Se leyó como las demás una columna que el libro oculta: Denominación.",
                                "Se leyó la hoja «Renglones»; una no se leyó: Instrucciones. Si la quería, indíquela con --sheet.",
                                TITLE,
                                TOTAL)),
                Arguments.of("utf8-comas.csv", List.of(TITLE, TOTAL)),
                Arguments.of("utf8-bom.csv", List.of(TITLE, TOTAL)),
                Arguments.of(
                        "windows-1252-punto-y-coma.csv",
                        List.of(
                                "No está en UTF-8; se leyó como windows-1252, como Excel guarda texto en Windows.",
                                "Sus celdas se separan con «;».",
                                TITLE,
                                "Sus montos llevan «,» antes de los decimales.",
                                TOTAL)),
                Arguments.of("utf16-tabuladores.txt", List.of("Sus celdas se separan con «TAB».", TITLE, TOTAL)));
    }

    private static Outcome read(String name) throws IOException {
        try (InputStream file = OfficeSavesTest.class.getResourceAsStream("office/" + name)) {
            assertThat(file).as(name).isNotNull();
            byte[] bytes = file.readAllBytes();
            assertThat(bytes).hasSizeLessThan(12_000);
            return Outcome.of(Budgets.reading(Outcome.input(name, bytes)));
        }
    }

    @ParameterizedTest
    @MethodSource("saves")
    void whatIsAssumedIsSaidInSpanish(String name, List<String> assumed) throws IOException {
        assertThat(read(name).first().assumed()).extracting(Bilingual::es).containsExactlyElementsOf(assumed);
    }

    @ParameterizedTest
    @MethodSource("saves")
    void eachHasTheSameLines(String name) throws IOException {
        Outcome read = read(name);

        assertThat(read.account().rejected()).isEmpty();
        assertThat(read.account().faults()).isEmpty();
        assertThat(read.lines())
                .extracting(line -> line.position().row() + " " + line.unit().code() + " " + line.objectCode() + " "
                        + line.amount(AmountKind.PROPOSED) + " "
                        + line.links().stream().map(ActionLink::actionCode).toList())
                .containsExactly(
                        "4 01CO01 1131 1250000.50 [01.01.01]",
                        "5 01CO01 2111 80000.00 [01.01.02]",
                        "6 02CO02 3361 15499.75 [03.02.01]",
                        "7 02CO02 4411 300000.00 []");
        assertThat(read.lines().get(2).passThrough()).containsEntry("Denominación", "Dirección de Ensayo; área 2");
    }

    @ParameterizedTest
    @MethodSource("saves")
    void eachComesToTheSameSum(String name) throws IOException {
        assertThat(read(name).lines().stream()
                        .map(line -> line.amount(AmountKind.PROPOSED))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo("1645500.25");
    }
}
