package org.hrbudget.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes what a newcomer can try and change: the synthetic budget, an office's file with its layout, a small reform, and the next commands. */
final class DemoFolder {

    /** What to read first. */
    static final String GUIDE = "LEEME.txt";

    private static final List<String> OF_THE_SAMPLE = List.of("budget.csv", "programme.csv", "baseline.csv");

    private static final List<String> OWN = List.of(
            GUIDE,
            "office.csv",
            "office-layout.json",
            "reform/pack.properties",
            "reform/parameters.csv",
            "reform/legal-bases.csv",
            "reform/messages.properties",
            "reform/messages_es.properties",
            "reform/examples/unit-linking-rate-below-reference.csv");

    private DemoFolder() {}

    /** Makes the folder; refuses one that is there and not empty. */
    static void write(Path folder, ProgramWords words) throws IOException {
        WholeFolder.requireNew(folder, words);
        WholeFolder.write(folder, words, made -> {
            for (String name : OF_THE_SAMPLE) {
                try (InputStream file = DemoCommand.sample(name).open()) {
                    Files.copy(file, made.resolve(name));
                }
            }
            for (String name : OWN) {
                Path target = made.resolve(name);
                Files.createDirectories(target.getParent());
                try (InputStream file = resource(name)) {
                    Files.copy(file, target);
                }
            }
        });
    }

    private static InputStream resource(String name) {
        InputStream file = DemoFolder.class.getResourceAsStream("samples/folder/" + name);
        if (file == null) {
            throw new IllegalStateException(
                    "Not in the jar: samples/folder/" + name + ".\nMaybe the jar was repacked.");
        }
        return file;
    }
}
