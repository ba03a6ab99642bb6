package org.hrbudget.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.hrbudget.validation.BudgetValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the Java of the README to what compiles and runs. */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static final String CLASS = """
            %s
            import java.io.PrintStream;
            import java.time.*;
            import java.util.concurrent.atomic.AtomicBoolean;
            import org.hrbudget.report.*;

            public class Readme {
                public static void run(String folder, PrintStream out) throws Exception {
                    AtomicBoolean stop = new AtomicBoolean();
            %s
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void theJavaOfTheReadmeCompilesAndSaysWhatIsWrong() throws Exception {
        Files.writeString(folder.resolve("programme.csv"), "code,sequence,title\n01.01.01,1,An action\n");
        Files.writeString(
                folder.resolve("budget.csv"),
                "unit_code,fiscal_year,approved,action_1,no_action_reason\n11CD01,2011,5.00,,\n");
        String front = java("../../README.md");

        String printed = run(front + java("../../hrbudget-core/README.md"));

        assertThat(printed).startsWith("NOT_COMPLIANT").contains("11CD01").contains("\"verdict\": \"NOT_COMPLIANT\"");
        assertThat(folder.resolve("findings.ndjson"))
                .content(StandardCharsets.UTF_8)
                .contains("11CD01");
    }

    @Test
    void theProjectThatIsBuiltFromItHasItsLinesAndNoOthers() throws IOException {
        List<String> shown = lines(java("../../README.md"));
        List<String> built = lines(Files.readString(
                Path.of("../../hrbudget-examples/embedding/projects/plain/src/main/java/app/Main.java")));

        assertThat(built.stream().filter(shown::contains)).containsExactlyElementsOf(shown);
    }

    /** {@return what a text says, without closing braces, which all code has} */
    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> line.length() > 1).toList();
    }

    @Test
    void theFrontPageIsShort() throws IOException {
        assertThat(Files.readAllLines(Path.of("../../README.md")))
                .as("Put what is for one audience on its page, see README.md, Read on.")
                .hasSizeLessThanOrEqualTo(120);
    }

    /** The bill of materials has no parent, so that it brings nothing but what it names. */
    @Test
    void theBillOfMaterialsNamesTheVersionsOfTheBuild() throws IOException {
        String build = Files.readString(Path.of("../../pom.xml"));
        String bill = Files.readString(Path.of("../bom/pom.xml"));

        for (String property : List.of("jackson.version", "drools.version")) {
            String line = "<" + property + ">[^<]+</" + property + ">";
            assertThat(first(line, bill)).isEqualTo(first(line, build));
        }
        assertThat(first("<version>[^<]+</version>", bill)).isEqualTo(first("<version>[^<]+</version>", build));
    }

    private static String first(String regex, String text) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        assertThat(matcher.find()).as(regex).isTrue();
        return matcher.group();
    }

    private static String java(String page) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(Path.of(page)));
        assertThat(block.find()).as("%s has a block of Java", page).isTrue();
        return block.group(1);
    }

    private String run(String source) throws Exception {
        String imports = source.lines().filter(ReadmeTest::isImport).collect(Collectors.joining("\n"));
        String statements = source.lines().filter(line -> !isImport(line)).collect(Collectors.joining("\n"));
        compile(CLASS.formatted(
                imports,
                statements
                        .replace("Path.of(", "Path.of(folder, ")
                        .replace("System.out", "out")
                        .replace("System.err", "out")));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader = new URLClassLoader(
                        new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
                PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            loader.loadClass("Readme")
                    .getMethod("run", String.class, PrintStream.class)
                    .invoke(null, folder.toString(), out);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void compile(String source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Readme.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        StringWriter said = new StringWriter();
        List<String> options = List.of("-proc:none", "-d", folder.toString(), "-classpath", classPath());
        boolean compiled =
                compiler.getTask(said, null, null, options, null, List.of(file)).call();
        assertThat(compiled).as("%s%n%s", said, source).isTrue();
    }

    private static boolean isImport(String line) {
        return line.startsWith("import ");
    }

    private static String classPath() {
        return Stream.of(RulePacks.class, BudgetValidator.class, Nullable.class)
                .map(ReadmeTest::place)
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
