package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What legal staff read when they check the folder of a reform. */
class CheckCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void aReformThatRaisesAReference() throws IOException {
        write("pack.properties", """
                jurisdiction=mx-cmx
                version=2030.1
                amends=%s
                title=Reform
                title_es=Reforma
                instrument=Reforma
                fiscal-years=2030-
                """.formatted(CommandRun.newest()));
        write("parameters.csv", """
                code,value,unit,legal-basis
                reference-unit-linking-rate,0.75,ratio,outcome-2011:unit-linking-rate
                """);
    }

    @Test
    void aSoundPackSaysWhatWasLookedAt() {
        CommandRun run = CommandRun.of("rules", "check", folder.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("mx-cmx 2030.1", "is in order", "rules", "examples", "hrbudget rules diff");
    }

    @Test
    void aReformOfOneYearSaysWhatCountsTheYearAfter() throws IOException {
        write(
                "pack.properties",
                Files.readString(folder.resolve("pack.properties"))
                        .replace("fiscal-years=2030-", "fiscal-years=2017")
                        .replace("2030.1", "2016.3"));

        assertThat(CommandRun.of("rules", "check", folder.toString()).out().replaceAll("\\s+", " "))
                .contains("fiscal year 2017 from 2011-05-31 on mx-cmx 2016.3")
                .contains("fiscal year 2018 from 2011-05-31 on mx-cmx 2016.2, held up to that year")
                .contains(
                        "mx-cmx 2016.2, which mx-cmx 2016.3 amends, is held up to fiscal year 2018 and counts again there.")
                .contains("What it does that its text does not say", "Fiscal year 2017: with this version");
        assertThat(CommandRun.of("rules", "diff", "mx-cmx/2016.2", folder.toString(), "--lang", "es")
                        .out())
                .contains("A qué paquete corresponde cada presupuesto", "vuelve a contar");
    }

    @Test
    void whatASpreadsheetMadeOfATableIsNotedApartFromFaults() throws IOException {
        write("parameters.csv", """
                clave;valor;medida;fundamento
                reference-unit-linking-rate;0,75;proporción;outcome-2011:unit-linking-rate
                """);

        CommandRun run = CommandRun.of("rules", "check", folder.toString(), "--lang", "es");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        "está en orden",
                        "Esto se leyó de todos modos",
                        "parameters.csv:1 (A1): Las columnas están separadas")
                .contains("parameters.csv:2 (B2): El número «0,75»", "Escriba un punto: 0.75");
    }

    @Test
    void aFaultIsShownWithItsLineAndAMark() throws IOException {
        write("parameters.csv", """
                code,value,unit,legal-basis
                reference-unit-linking-rate,75,ratio,outcome-2011:unit-linking-rate
                """);

        CommandRun run = CommandRun.of("rules", "check", folder.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("parameters.csv:2 (B2)").contains("""
                  The ratio 75 is more than one, the whole.
                      reference-unit-linking-rate,75,ratio,outcome-2011:unit-linking-rate
                                                  ^^
                  If 75 % is meant, write 0.75.
                """).contains("1 fault in ");
    }

    @Test
    void aFaultIsSaidInSpanish() throws IOException {
        write("messages_es.properties", "line-names-no-action.remedy=Revisa tu presupuesto.\n");

        CommandRun run = CommandRun.of("rules", "check", folder.toString(), "--lang", "es");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("trata de tú a quien lo lee", "Trate de usted", "1 falta en ");
    }

    /** The faults of all stages come in one run, and none that only follows from another. */
    @Test
    void rulesTablesTextsAndExamplesAreCheckedInOneRun() throws IOException {
        write("pack.properties", Files.readString(folder.resolve("pack.properties")) + "published=2030-02-31\n");
        write("parameters.csv", "code,value,unit\n");
        write("messages.properties", "line-names-no-action.title=No action.\n");
        write(
                "examples/budget-programme-missing.csv",
                "expect,case,programme_code\nsilence,left blank,\nsilence,a programme,E042\n");

        CommandRun run = CommandRun.of("rules", "check", folder.toString());

        assertThat(run.out())
                .contains("pack.properties:8:11", "parameters.csv:1 (A1)", "messages.properties:1:")
                .contains("budget-programme-missing.csv:2 (A2)", "5 faults in ");
    }

    @Test
    void aBundledPackIsCheckedByItsName() {
        CommandRun run = CommandRun.of("rules", "check", "mx-fed/2011.1");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("mx-fed 2011.1");
    }

    @Test
    void whatIsNoPackCannotBeChecked() {
        CommandRun run =
                CommandRun.of("rules", "check", folder.resolve("nothere").toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("There is nothing at ");
    }

    @Test
    void aWatchAnswersAfterEachSaveUntilItIsEnded() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Screen screen = new Screen(InputStream.nullInputStream(), out, out, false, InstantSource.system());
        AtomicInteger code = new AtomicInteger(-1);
        Thread watch = new Thread(() -> code.set(new Program(screen)
                .run("rules", "check", folder.toString(), "--watch", "--lang", "es")
                .code()));
        watch.start();
        await(out, "está en orden");
        await(out, "Termine con Ctrl-C.");
        out.reset();

        write("parameters.csv", """
                code,value,unit,legal-basis
                reference-unit-linking-rate,75,ratio,outcome-2011:unit-linking-rate
                """);
        await(out, "Si se trata de 75 %, escriba 0.75.");
        await(out, "Termine con Ctrl-C.");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Se guardó: " + folder.resolve("parameters.csv"));

        watch.interrupt();
        watch.join();
        assertThat(code).hasValue(1);
    }

    @Test
    void nothingIsWatchedThatIsNotThere() {
        CommandRun run = CommandRun.of("rules", "check", "mx-cmx/" + CommandRun.newest(), "--watch", "--lang", "es");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Ahí no hay nada que pueda cambiar.");
    }

    private static void await(ByteArrayOutputStream out, String text) throws InterruptedException {
        for (int i = 0; i < 600 && !out.toString(StandardCharsets.UTF_8).contains(text); i++) {
            Thread.sleep(50);
        }
        assertThat(out.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ")).contains(text);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
