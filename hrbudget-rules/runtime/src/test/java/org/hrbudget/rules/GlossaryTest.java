package org.hrbudget.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Spanish texts use the words of the field, the same ones everywhere. */
class GlossaryTest {

    /** What is written in place of the field's word, and that word. */
    private record Entry(String where, Pattern wrong, String right) {}

    private static final List<Entry> GLOSSARY = List.of(
            new Entry("", Pattern.compile("\\b[Dd]inero\\b"), "recursos, or monto where a sum is meant"),
            new Entry(
                    "law",
                    Pattern.compile("(?<![Ll]íneas de )(?<![Ll]ínea de )(?<!Catálogo de )\\b[Aa]cci(ón|ones)\\b"),
                    "línea de acción: an acción may be any, and the line of a budget is a renglón"),
            new Entry(
                    "",
                    Pattern.compile("[“”]|(?<!Escriba: regla )(?<!clave == )\"\\{[a-z-]+}\""),
                    "«comillas», but in words of rules"));

    @Test
    void everySpanishTextKeepsToTheGlossary() throws IOException {
        List<Path> texts = new ArrayList<>();
        for (String root : List.of("../law", "../..")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().endsWith("_es.properties"))
                        .filter(file -> root.equals("../law") || file.toString().contains("main"))
                        .filter(file -> !file.toString().contains("target"))
                        .forEach(texts::add);
            }
        }
        List<String> faults = new ArrayList<>();
        for (Path file : texts) {
            for (String line : Files.readAllLines(file)) {
                String text = line.substring(line.indexOf('=') + 1);
                GLOSSARY.stream()
                        .filter(entry -> file.toString().contains(entry.where()))
                        .filter(entry -> !line.startsWith("#")
                                && entry.wrong().matcher(text).find())
                        .forEach(entry -> faults.add(file + ": " + line + "\n    Write " + entry.right() + "."));
            }
        }

        assertThat(texts).hasSizeGreaterThan(20);
        assertThat(faults).isEmpty();
    }
}
