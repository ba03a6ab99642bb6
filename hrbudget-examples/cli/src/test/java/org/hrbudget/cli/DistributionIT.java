package org.hrbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What people download: unpacked where nothing else is, and started with nothing in the environment. */
@EnabledIfSystemProperty(
        named = "hrbudget.dist",
        matches = "package",
        disabledReason = "the zip and the Debian package are made with -Pdist or -Pall")
@DisabledOnOs(OS.WINDOWS)
class DistributionIT {

    @TempDir
    Path folder;

    @Test
    void theZipRunsFromAFolderWithBlanksAndThroughALink() throws Exception {
        Path home = unzipped(Files.createDirectory(folder.resolve("a folder")));
        Path start = home.resolve("bin/hrbudget");
        Path link = Files.createSymbolicLink(folder.resolve("hrbudget"), start);

        assertThat(run(start, "--version")).startsWith("hrbudget ");
        assertThat(run(link, "--version")).startsWith("hrbudget ");
        assertThat(run(start, "demo", "--lang", "es")).contains("SINTÉTICO", "DICTAMEN");
        run(start, "demo", "--out", folder.resolve("prueba").toString());
        assertThat(run(start, "rules", "check", folder.resolve("prueba/reform").toString(), "--lang", "es"))
                .contains("está en orden");
        assertThat(Files.readString(home.resolve("bin/hrbudget.cmd"))).contains("hrbudget.jar\" %*\r\n");
    }

    /** Signing is of a module that no class names. */
    @Test
    void itsJavaSigns() throws Exception {
        Path home = unzipped(folder);

        run(home.resolve("bin/hrbudget"), "keys", "--out", folder.resolve("own").toString());

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).anyMatch(name -> name.startsWith("own."));
        }
    }

    @Test
    void theDebianPackageRunsAndIsOnThePath() throws Exception {
        assumeThat(Path.of("/usr/bin/dpkg-deb")).exists();
        Path root = Files.createDirectory(folder.resolve("root"));

        run(
                Path.of("/usr/bin/env"),
                "PATH=" + System.getenv("PATH"),
                "dpkg-deb",
                "-x",
                made(".deb").toString(),
                root.toString());

        Path onPath = root.resolve("usr/bin/hrbudget");
        assertThat(onPath).isExecutable().content().contains("exec /usr/lib/hrbudget/bin/hrbudget \"$@\"");
        assertThat(run(root.resolve("usr/lib/hrbudget/bin/hrbudget"), "--version"))
                .startsWith("hrbudget ");
        assertThat(run(root.resolve("usr/lib/hrbudget/bin/hrbudget"), "demo")).contains("SYNTHETIC", "VERDICT");
    }

    private static Path made(String ending) {
        return Path.of(System.getProperty("hrbudget.dist.folder") + ending);
    }

    /** {@return the one folder of the zip, unpacked with the rights of its files as unzip does} */
    private static Path unzipped(Path into) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(made(".zip"), Map.of("enablePosixFileAttributes", "true"))) {
            try (Stream<Path> files = Files.walk(zip.getPath("/"))) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Path target = into.resolve(file.toString().substring(1));
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
                        Files.copy(file, target);
                        Files.setPosixFilePermissions(target, rights);
                    }
                }
            }
        }
        try (Stream<Path> home = Files.list(into)) {
            return home.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    /** {@return what a program prints that ends well} */
    private String run(Path program, String... arguments) throws Exception {
        File out = folder.resolve("out.txt").toFile();
        List<String> command = Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                .toList();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out);
        builder.environment().clear();
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the program ends").isTrue();
        String printed = Files.readString(out.toPath(), StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}
