package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hrbudget.rules.internal.packs.PackBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A made-up reform of the city's law that is a workbook and nothing else, from its first check to a report. */
class WorkbookPackTest {

    private static final String BEFORE = "mx-cmx/2011.2";

    @TempDir
    private Path room;

    private Path book;
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        book = reform().in(room);
        folder = room.resolve("folder");
    }

    private static PackBook reform() {
        return PackBook.sound()
                .with("portada", """
                        clave | valor
                        jurisdicción | mx-cmx
                        versión | 2012.1
                        modifica | 2011.2
                        título en inglés | A reform made up
                        título en español | Una reforma inventada
                        instrumento | Manual inventado para una prueba
                        en vigor desde | 2012-01-01
                        ejercicios fiscales | 2012
                        """)
                .with("reglas", """
                        regla | gravedad | fundamento | hecho | campo | comparación | valor
                        borough-line-above-cap | error | test:cap | SpendingLine | unitKind | es | delegación
                        | | | | amount | es mayor que | borough-cap
                        """)
                .with("parámetros", "código | valor | unidad | fundamento\nborough-cap | 1000000 | monto | test:cap\n")
                .with("fundamentos", """
                        clave | instrumento | artículo | publicación | fuente | evidencia
                        test:cap | Manual inventado para una prueba | artículo 1 | | T1, made up | sourced
                        """)
                .with("textos", """
                        regla | parte | en inglés | en español
                        borough-line-above-cap | título | Line above the cap | Renglón por encima del tope
                        | mensaje | The line has {amount}, above {limit}. | El renglón tiene {amount}, más que {limit}.
                        | remedio | Split the line. | Divida el renglón.
                        """)
                .with("ejemplos", """
                        regla | espera | caso | unit_code | unit_kind | approved
                        borough-line-above-cap | silencio | below | 02CD01 | delegación | 999999.99
                        | silencio | at | 02CD01 | delegación | 1000000
                        | hallazgo | above | 02CD01 | delegación | 1000000.01
                        | silencio | another kind | 02CD01 | dependencia | 1000000.01
                        """)
                .with("cobertura", """
                        sección | título en inglés | título en español | situación | reglas | nota en inglés | nota en español | fuente
                        test:cap | Cap | Tope | recogida | borough-line-above-cap | | | T1, made up
                        """);
    }

    private static CommandRun rules(String command, Object... arguments) {
        String[] all = new String[arguments.length + 4];
        System.arraycopy(new String[] {"--lang", "es", "rules", command}, 0, all, 0, 4);
        for (int i = 0; i < arguments.length; i++) {
            all[i + 4] = arguments[i].toString();
        }
        return CommandRun.of(all);
    }

    private String report(Path pack) throws IOException {
        Path budget = Files.writeString(
                room.resolve("budget.csv"),
                "unit_code,unit_kind,fiscal_year,approved\n02CD01,delegación,2012,5000000.00\n02CD02,delegación,2012,1.00\n");
        CommandRun run = CommandRun.of(
                "validate",
                budget.toString(),
                "--rules",
                "mx-cmx",
                "--fiscal-year",
                "2012",
                "--as-of",
                "2012-06-30",
                "--pack",
                pack.toString(),
                "--format",
                "json");
        return run.out().replaceAll("(?s)\"run\" *: *\\{.*?\\}", "");
    }

    @Test
    void itIsCheckedAndSaidInWords() {
        assertThat(rules("check", book).out().replaceAll("\\s+", " "))
                .startsWith("El paquete mx-cmx 2012.1 en " + book + " está en orden.");
        assertThat(rules("diff", BEFORE, book).out().replaceAll("\\s+", " "))
                .contains("NUEVA borough-line-above-cap", "es mayor que el límite borough-cap (1,000,000.00)");
    }

    @Test
    void whatIsWrongHasItsSheetAndCell() throws IOException {
        Path broken = reform().replacing("reglas", "unitKind", "unitKinds").in(room);

        assertThat(rules("check", broken).out())
                .startsWith(broken + "/reglas!E2\n")
                .contains("Quizá quiso escribir «unitKind».");
    }

    @Test
    void itMeansWhatItsFolderMeansToTheByte() throws IOException {
        assertThat(rules("unpack", book, "--out", folder).exitCode()).isZero();

        assertThat(rules("diff", book, folder).out()).contains("Sin diferencias");
        assertThat(rules("diff", BEFORE, book).out())
                .isEqualTo(rules("diff", BEFORE, folder).out());
        assertThat(rules("docs", book).out()).isEqualTo(rules("docs", folder).out());
        assertThat(report(book)).contains("borough-line-above-cap").isEqualTo(report(folder));
    }

    @Test
    void aWorkbookIsBegunInOnesOwnLanguage() {
        Path made = room.resolve("nueva.xlsx");
        Object[] arguments = {"mx-cmx", "2012.1", "--amends", "2011.2", "--fiscal-years", "2012", "--workbook", made};

        CommandRun run = rules("new", arguments);
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains(
                        "Hojas: guía, portada, reglas, parámetros",
                        "1. Abra la hoja portada y llene título en inglés, título en español, instrumento;",
                        "2. Recorra la hoja cobertura",
                        "rules check " + made);
        assertThat(rules("check", made).out()).contains("4 faltas en", "cobertura!D2");
        assertThat(rules("new", arguments).err()).contains("Ya hay un archivo en");
    }

    @Test
    void aRuleIsAddedToAWorkbookThatIsBegun() {
        CommandRun run = rules("new", "--workbook", book, "--change", "unit-kind-unknown");

        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("Se agregó a " + book + ": unit-kind-unknown. Hojas: drl, textos, ejemplos, unit-kinds.");
        assertThat(rules("check", book).exitCode()).isZero();
        assertThat(rules("new", "--workbook", book, "--change", "unit-kind-unknown")
                        .out())
                .contains("ya tiene lo que se pide");
        assertThat(rules("new", "--workbook", book, "--change", "unit-kind-unknow")
                        .err())
                .contains("Quizá quiso decir: unit-kind-unknown");
        assertThat(rules("new", "--workbook", book, "--change", "otra-cosa").err())
                .as("all the rules there are would be no advice")
                .contains("Ninguna se llama parecido")
                .doesNotContain("unit-kind-unknown");
        assertThat(run.out()).contains("Cambie sus filas y revise el libro");
    }

    @Test
    void whereItIsWrittenIsSaidOnceAndAsSpreadsheetsNameFiles() {
        Object[] both = {
            "mx-cmx", "2012.1", "--amends", "2011.2", "--fiscal-years", "2012", "--workbook", "a.xlsx", "--into", "."
        };
        Object[] old = {"mx-cmx", "2012.1", "--amends", "2011.2", "--fiscal-years", "2012", "--workbook", "a.xls"};

        assertThat(rules("new", both).err()).contains("Quite --into.");
        assertThat(rules("new", old).err()).contains("termine en .xlsx");
    }

    @Test
    void nothingIsUnpackedOverThePack() {
        assertThat(rules("unpack", book, "--out", book).exitCode()).isEqualTo(2);
    }
}
