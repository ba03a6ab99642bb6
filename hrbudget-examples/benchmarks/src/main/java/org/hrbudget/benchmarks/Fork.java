package org.hrbudget.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process started for a measurement.
 *
 * @param command the program and its arguments
 * @param mostSeconds after how long it is given up
 */
record Fork(List<String> command, long mostSeconds) {

    private static final long AN_HOUR = 3600;
    private static final int MOST_CHARACTERS = 8_000;

    /**
     * How a process ended.
     *
     * @param millis from start to end
     * @param exit its exit code, or -1 where it was given up
     * @param output what it printed
     */
    record End(double millis, int exit, String output) {

        /** Shortens what is of use to nobody in full. */
        End {
            output =
                    output.length() <= MOST_CHARACTERS ? output : output.substring(0, MOST_CHARACTERS) + "\n[and more]";
        }

        /** {@return the first line that starts so} */
        String line(String start) throws IOException {
            return output.lines()
                    .filter(line -> line.startsWith(start))
                    .findFirst()
                    .orElseThrow(() -> new IOException("A process ended with " + exit + " and printed:\n" + output));
        }
    }

    /** {@return a JVM like this one} */
    static Fork jvm(List<String> flags, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new Fork(command, AN_HOUR);
    }

    /** {@return the program that starts a JVM like this one} */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** {@return the same, given up earlier} */
    Fork within(long seconds) {
        return new Fork(command, seconds);
    }

    End run() throws IOException {
        Path output = Files.createTempFile("hrbudget-benchmark", ".txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.redirectInput(ProcessBuilder.Redirect.from(new File(isWindows() ? "NUL" : "/dev/null")));
            long start = System.nanoTime();
            Process process = builder.start();
            boolean ended = await(process);
            double millis = (System.nanoTime() - start) / 1e6;
            String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            return new End(millis, ended ? process.exitValue() : -1, text);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static boolean isWindows() {
        return File.separatorChar == '\\';
    }

    private boolean await(Process process) throws IOException {
        try {
            if (process.waitFor(mostSeconds, TimeUnit.SECONDS)) {
                return true;
            }
            process.destroyForcibly().waitFor();
            return false;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a process was measured.", e);
        }
    }
}
