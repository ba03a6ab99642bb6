package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A unit's own file takes the changes that were made elsewhere. */
class AmendCommandTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String BUDGET =
            "ejercicio;unidad_responsable;partida;proyecto;línea de acción 1\r\n2011;08CO01;1131;\"1,00\";1.1.2\r\n";

    @TempDir
    private Path folder;

    private Path budget;
    private Path changed;

    @BeforeEach
    void writeBudget() throws IOException {
        budget = Files.writeString(folder.resolve("año.csv"), BUDGET, WINDOWS);
        changed = folder.resolve("nuevo.csv");
    }

    private CommandRun amend(String changes) throws IOException {
        Path list = Files.writeString(folder.resolve("cambios.csv"), changes, StandardCharsets.UTF_8);
        return CommandRun.of("amend", budget.toString(), list.toString(), "--out", changed.toString(), "--lang", "es");
    }

    @Test
    void onlyTheCellIsAnother() throws IOException {
        CommandRun run = amend("fila,columna,dice,debe decir\n2,línea de acción 1,1.1.2,01.01.02\n");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("nuevo.csv; celdas cambiadas: 1");
        assertThat(Files.readString(changed, WINDOWS)).isEqualTo(BUDGET.replace("1.1.2", "01.01.02"));
        assertThat(Files.readString(budget, WINDOWS)).isEqualTo(BUDGET);
    }

    @Test
    void aChangeThatDoesNotFitIsToldAndNothingIsWritten() throws IOException {
        CommandRun run = amend("fila,columna,dice,debe decir\n2,C,1131,1211\n2,línea de acción 1,1.1.3,01.01.02\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("E2: Ahí dice «1.1.2» y el cambio espera «1.1.3»")
                .contains("No se cambió nada");
        assertThat(changed).doesNotExist();
    }

    @Test
    void theFileItselfIsNotWrittenOver() throws IOException {
        changed = budget;
        assertThat(amend("fila,columna,dice,debe decir\n2,C,1131,1211\n").exitCode())
                .isEqualTo(2);
        assertThat(Files.readString(budget, WINDOWS)).isEqualTo(BUDGET);
    }
}
