package org.hrbudget.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions are numbered without gaps and dated, and whoever names one names one that is there. */
class DecisionsTest {

    private static final Path PROJECT = Path.of("..");

    private static final Set<String> NOT_OURS = Set.of("target", ".git");

    private static final Pattern FILE = Pattern.compile("(\\d{4})-[a-z0-9]+(-[a-z0-9]+)*\\.md");

    private static final Pattern DATE = Pattern.compile("^Date: (.*)$", Pattern.MULTILINE);

    /** "decision 0003", "decisión 4", and "rules decision 6" from outside hrbudget-rules. */
    private static final Pattern NAMED =
            Pattern.compile("(?:\\b(rules|core) )?\\bdecisi[oó]n (\\d+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern LINKED = Pattern.compile("decisions/(\\d{4}-[^)\\s\"'`]+?\\.md)");

    @Test
    void decisionsAreNumberedWithoutGapsAndDated() throws IOException {
        List<Path> folders = folders();

        assertThat(folders).as("folders of decisions").hasSizeGreaterThanOrEqualTo(5);
        List<String> wrong = new ArrayList<>();
        for (Path folder : folders) {
            wrong.addAll(wrongIn(folder));
        }
        assertThat(wrong)
                .as(
                        "A decision is decisions/NNNN-words-of-its-title.md, numbered from 0001 in each folder without gaps; its first"
                                + " line is '# N. Title', followed by 'Date: YYYY-MM-DD', the day it was taken, and 'Status: ...'. Number"
                                + " anew what comes after a gap, and what names it: git grep -n 'ecisi'.")
                .isEmpty();
    }

    @Test
    void whoeverNamesADecisionNamesOneThatIsThere() throws IOException {
        List<Path> folders = folders();
        List<String> dangling = new ArrayList<>();
        for (Path file : texts()) {
            String text = Files.readString(file);
            for (MatchResult link : LINKED.matcher(text).results().toList()) {
                if (folders.stream().noneMatch(folder -> Files.exists(folder.resolve(link.group(1))))) {
                    dangling.add(PROJECT.relativize(file) + ": " + link.group());
                }
            }
            // Nearly no text holds the word, and to look for it in all of them costs more than the rest of this test.
            List<MatchResult> names =
                    text.contains("ecisi") ? NAMED.matcher(text).results().toList() : List.of();
            for (MatchResult name : names) {
                if (Integer.parseInt(name.group(2)) > decisionsMeant(file, name.group(1), folders)) {
                    dangling.add(PROJECT.relativize(file) + ": " + name.group());
                }
            }
        }
        assertThat(dangling)
                .as(
                        "Named, and not there. A number alone means the decisions of the module that the text is in; elsewhere say"
                                + " whose: 'rules decision 3'. Correct the number, or write the decision.")
                .isEmpty();
    }

    @Test
    void theCheckSeesGapsAndMissingDates(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("0001-sound.md"), "# 1. Sound\n\nDate: 2026-11-22\n\nStatus: accepted\n");
        Files.writeString(
                folder.resolve("0003-after-a-gap.md"), "# 3. After\n\nDate: 2026-11-31\n\nStatus: accepted\n");
        Files.writeString(folder.resolve("0004-bare.md"), "# 5. Bare\n");
        Files.writeString(folder.resolve("Notes.md"), "");

        assertThat(wrongIn(folder).stream().map(line -> line.substring(line.indexOf(": "))))
                .containsExactly(
                        ": number 3 where 2 comes next",
                        ": '2026-11-31' is no day",
                        ": number 4 where 3 comes next",
                        ": the first line is not '# 4. Title'",
                        ": no line 'Date: YYYY-MM-DD'",
                        ": no line 'Status: ...'",
                        ": the name is not NNNN-words.md");
    }

    private static List<String> wrongIn(Path folder) throws IOException {
        List<String> wrong = new ArrayList<>();
        int next = 1;
        for (Path file : filesOf(folder)) {
            String place = file + ": ";
            Matcher name = FILE.matcher(file.getFileName().toString());
            if (!name.matches()) {
                wrong.add(place + "the name is not NNNN-words.md");
                continue;
            }
            int number = Integer.parseInt(name.group(1));
            if (number != next) {
                wrong.add(place + "number " + number + " where " + next + " comes next");
            }
            next++;
            String text = Files.readString(file);
            if (!text.startsWith("# " + number + ". ")) {
                wrong.add(place + "the first line is not '# " + number + ". Title'");
            }
            Matcher date = DATE.matcher(text);
            if (!date.find()) {
                wrong.add(place + "no line 'Date: YYYY-MM-DD'");
            } else if (!isDay(date.group(1))) {
                wrong.add(place + "'" + date.group(1) + "' is no day");
            }
            if (!text.contains("\nStatus: ")) {
                wrong.add(place + "no line 'Status: ...'");
            }
        }
        return wrong;
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** {@return how many decisions a number in a file can mean: those of the part named, else of the nearest folder above it} */
    private static int decisionsMeant(Path file, @Nullable String part, List<Path> folders) throws IOException {
        if (part != null) {
            return filesOf(PROJECT.resolve("hrbudget-" + part).resolve("decisions"))
                    .size();
        }
        for (Path above = file.getParent(); above != null && !above.equals(PROJECT); above = above.getParent()) {
            Path folder = above.resolve("decisions");
            if (folders.contains(folder)) {
                return filesOf(folder).size();
            }
        }
        return 0;
    }

    private static List<Path> folders() throws IOException {
        return ours().stream()
                .filter(path -> path.endsWith("decisions") && Files.isDirectory(path))
                .toList();
    }

    private static List<Path> texts() throws IOException {
        return ours().stream()
                .filter(path -> path.toString().matches(".*\\.(md|java|xml|properties)") && Files.isRegularFile(path))
                .filter(path -> !path.endsWith("DecisionsTest.java"))
                .toList();
    }

    /** {@return the files and folders of the project, without what a build or git puts there} */
    private static List<Path> ours() throws IOException {
        List<Path> ours = new ArrayList<>();
        Files.walkFileTree(PROJECT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (NOT_OURS.contains(folder.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                ours.add(folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                ours.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return ours.stream().sorted().toList();
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
