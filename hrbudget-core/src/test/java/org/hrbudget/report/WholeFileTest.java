package org.hrbudget.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a folder after files were written there, or were about to be. */
@Timeout(60)
class WholeFileTest {

    @TempDir
    private Path folder;

    /** A run that writes half a file, tells so, and waits to be ended. */
    static final class HalfWay {

        private HalfWay() {}

        public static void main(String[] args) throws IOException {
            OutputPlace.WholeFile file = OutputPlace.WholeFile.open(Path.of(args[0]));
            file.out().write("half".getBytes(StandardCharsets.UTF_8));
            file.out().flush();
            System.out.write('!');
            System.out.flush();
            if (System.in.read() < 0) {
                System.exit(1);
            }
        }
    }

    @Test
    void whatAKilledRunLeftIsRemovedByTheNextOneThatWritesTheFile() throws Exception {
        Path file = folder.resolve("f.csv");
        for (int killed = 0; killed < 2; killed++) {
            Process run = halfWay(file);
            run.destroyForcibly().waitFor();
            assertThat(names()).hasSize(1);
        }
        write(file);
        assertThat(names()).containsExactly("f.csv");
    }

    @Test
    void whatAnotherRunIsWritingStays() throws Exception {
        Path file = folder.resolve("f.csv");
        Process run = halfWay(file);
        write(file);
        assertThat(names()).hasSize(2);
        run.destroyForcibly().waitFor();
    }

    @Test
    void theEndOfTheProgramLeavesNothing() throws Exception {
        Process run = halfWay(folder.resolve("f.csv"));
        run.getOutputStream().close();
        assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(names()).isEmpty();
    }

    @Test
    void anOrdinarySignalLeavesNothing() throws Exception {
        Process run = halfWay(folder.resolve("f.csv"));
        assumeTrue(run.supportsNormalTermination(), "this system has no signal that lets a process end itself");
        run.destroy();
        assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(names()).isEmpty();
    }

    @Test
    void whatLooksAlmostLikeALeftoverStays() throws IOException {
        String numbers = "0123456789abcdef-0123456789abcdef";
        Files.createDirectory(folder.resolve(".f.csv." + numbers + ".part"));
        Path mine = Files.writeString(folder.resolve("mine"), "mine");
        Files.createSymbolicLink(folder.resolve(".f.csv.f" + numbers.substring(1) + ".part"), mine);
        for (String name : List.of(
                ".f.csv.part",
                ".f.csv..part",
                ".f.csv.notes.part",
                ".f.csv." + numbers + ".part.txt",
                "f.csv." + numbers + ".part",
                ".g.csv." + numbers + ".part",
                ".f.csv." + numbers.toUpperCase(java.util.Locale.ROOT) + ".part")) {
            Files.writeString(folder.resolve(name), "mine");
        }
        Set<String> before = names();
        write(folder.resolve("f.csv"));
        assertThat(names()).containsAll(before).hasSize(before.size() + 1);
    }

    @Test
    void twoFilesOfOneNameInOneProgramDoNotDisturbEachOther() throws IOException {
        Path file = folder.resolve("f.csv");
        OutputPlace.WholeFile first = OutputPlace.WholeFile.open(file);
        write(file);
        first.out().write('1');
        first.commit();
        assertThat(file).hasContent("1");
        assertThat(names()).containsExactly("f.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-rw----", "r--r--r--", "rwxr-x--x"})
    void aFileThatIsWrittenAnewKeepsItsPermissions(String permissions) throws IOException {
        requirePosix();
        Path file = Files.writeString(folder.resolve("f.csv"), "before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        OutputPlace.WholeFile whole = OutputPlace.WholeFile.open(link);
        assertThat(part()).as("while it is written").isEqualTo("rw-------");
        whole.commit();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(permissions);
        assertThat(file).isEmptyFile();
        assertThat(link).isSymbolicLink();
    }

    private String part() throws IOException {
        String name = names().stream()
                .filter(entry -> entry.endsWith(".part"))
                .findFirst()
                .orElseThrow();
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }

    @Test
    void aNewFileHasThePermissionsOfAnyNewFile() throws IOException {
        requirePosix();
        Path any = Files.createFile(folder.resolve("any"));
        write(folder.resolve("f.csv"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("f.csv")))
                .isEqualTo(Files.getPosixFilePermissions(any));
    }

    @Test
    void ownerAndGroupStayWhereTheSystemAllowsIt() throws IOException {
        requirePosix();
        Path file = Files.writeString(folder.resolve("f.csv"), "before");
        try {
            Files.setAttribute(file, "unix:uid", 12345);
            Files.setAttribute(file, "unix:gid", 12345);
        } catch (IOException e) {
            assumeTrue(false, "only an administrator gives files away: " + e);
        }
        write(file);
        assertThat(Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS))
                .isEqualTo(12345);
        assertThat(Files.getAttribute(file, "unix:gid", LinkOption.NOFOLLOW_LINKS))
                .isEqualTo(12345);
    }

    @Test
    void aFolderThatVanishedIsToldByTheNameOfTheFile() throws IOException {
        Path file = Files.createDirectory(folder.resolve("gone")).resolve("f.csv");
        OutputPlace.WholeFile whole = OutputPlace.WholeFile.open(file);
        whole.out().write('1');
        try (Stream<Path> left = Files.list(file.getParent())) {
            for (Path path : left.toList()) {
                Files.delete(path);
            }
        }
        Files.delete(file.getParent());
        assertThatThrownBy(whole::commit)
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(file.toString());
        whole.close();
        assertThatThrownBy(() -> OutputPlace.WholeFile.open(file)).hasMessage(file.toString());
    }

    private static void requirePosix() {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "this system has no permissions of owner, group and others");
    }

    private static void write(Path file) throws IOException {
        try (OutputPlace.WholeFile whole = OutputPlace.WholeFile.open(file)) {
            whole.commit();
        }
    }

    /** {@return a run that has written half of a file} */
    private static Process halfWay(Path file) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        Process run = new ProcessBuilder(java, "-cp", classes, HalfWay.class.getName(), file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(run.getInputStream().read()).isEqualTo('!');
        return run;
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
        }
    }
}
