package org.hrbudget.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A desk that runs as a process of its own, on a database in a folder, as one that somebody installed. */
final class DeskProcess {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final Path folder;
    private final List<String> machine;
    private Process desk;
    private Path log;

    /**
     * Makes one that is not started.
     *
     * @param folder where all of it is
     * @param machine what the Java machine is told, such as {@code -Xmx512m}
     */
    DeskProcess(Path folder, String... machine) {
        this.folder = folder;
        this.machine = List.of(machine);
    }

    String url() {
        return "jdbc:h2:file:" + folder.resolve("desk").toAbsolutePath() + ";AUTO_SERVER=TRUE;WRITE_DELAY=0";
    }

    Path files() {
        return folder.resolve("files");
    }

    private List<String> settings() {
        return List.of(
                "--spring.datasource.url=" + url(),
                "--desk.files.folder=" + files(),
                "--desk.files.inline=1KB",
                "--server.port=0");
    }

    /** Has somebody make accounts and units, before it is started. */
    void prepare(Consumer<ApplicationContext> by) {
        try (ConfigurableApplicationContext prepared =
                new SpringApplicationBuilder(Desk.class).run(settings().toArray(String[]::new))) {
            by.accept(prepared);
        }
    }

    /** {@return the port on which it answers} */
    int start() throws Exception {
        log = Files.createTempFile(folder, "desk", ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(machine);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Desk.class.getName()));
        command.addAll(settings());
        desk = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        for (int i = 0; i < 2_400; i++) {
            Matcher port = PORT.matcher(Files.readString(log));
            if (port.find()) {
                return Integer.parseInt(port.group(1));
            }
            assertThat(desk.isAlive()).as(Files.readString(log)).isTrue();
            Thread.sleep(50);
        }
        throw new AssertionError(Files.readString(log));
    }

    /** {@return what it has written since it was started} */
    String log() throws IOException {
        return Files.readString(log);
    }

    /** {@return how long it has worked, on all processors together} */
    Duration worked() {
        return desk.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Ends it without a word, as a power cut does. */
    void kill() throws InterruptedException {
        if (desk != null) {
            desk.destroyForcibly();
            assertThat(desk.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }
}
