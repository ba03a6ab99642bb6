package org.hrbudget.rules.internal.packs;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hrbudget.rules.RulePackException;

/**
 * A pack with one mistake and what must be said of it, from a file such as README.md beside the cases describes.
 *
 * @param file the file of the case
 * @param remarks what is before the first part
 * @param parts its parts, in order
 */
record BrokenPack(Path file, String remarks, List<Part> parts) {

    private static final Path CASES = Path.of("src/test/resources/org/hrbudget/rules/broken");
    private static final String MARK = "--- ";
    private static final String WITHOUT = "without ";
    private static final String IN = " in ";
    private static final String SHEET = "sheet ";

    /** What follows a line that begins with {@code ---}. */
    record Part(String heading, String text) {

        boolean isMessage() {
            return heading.equals("en") || heading.equals("es");
        }

        void change(PackText pack) {
            if (heading.startsWith(WITHOUT)) {
                pack.without(heading.substring(WITHOUT.length()));
            } else if (heading.contains(IN)) {
                int in = heading.indexOf(IN);
                pack.with(
                        heading.substring(0, in), text.getBytes(Charset.forName(heading.substring(in + IN.length()))));
            } else {
                pack.with(heading, text);
            }
        }
    }

    /** {@return all cases, sorted by folder and name} */
    static List<BrokenPack> all() throws IOException {
        try (var files = Files.walk(CASES)) {
            List<BrokenPack> all = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                all.add(read(file));
            }
            return all;
        }
    }

    private static BrokenPack read(Path file) throws IOException {
        String remarks = "";
        List<Part> parts = new ArrayList<>();
        // Not by lines as Java knows them: a case may be about what ends a line.
        for (String part : Files.readString(file, StandardCharsets.UTF_8).split("(?m)^(?=" + MARK + ")", -1)) {
            int end = part.indexOf('\n') + 1;
            if (part.startsWith(MARK)) {
                parts.add(new Part(part.substring(MARK.length(), end).strip(), part.substring(end)));
            } else {
                remarks = part;
            }
        }
        return new BrokenPack(file, remarks, parts);
    }

    /** {@return the pack as broken} */
    PackText pack() {
        PackText pack = PackText.oneRule();
        parts.stream().filter(part -> !part.isMessage()).forEach(part -> part.change(pack));
        return pack;
    }

    /** {@return whether it is a workbook} */
    boolean isWorkbook() {
        return parts.stream().anyMatch(part -> part.heading().contains(SHEET));
    }

    /** {@return the workbook as broken} */
    PackBook workbook() {
        PackBook book = PackBook.sound();
        for (Part part : parts) {
            if (part.heading().startsWith(SHEET)) {
                book.with(part.heading().substring(SHEET.length()), part.text());
            } else if (part.heading().startsWith(WITHOUT + SHEET)) {
                book.without(part.heading().substring((WITHOUT + SHEET).length()));
            }
        }
        return book;
    }

    /** {@return what must be said in a language} */
    String expected(Locale locale) {
        return parts.stream()
                .filter(part -> part.heading().equals(locale.getLanguage()))
                .map(Part::text)
                .collect(Collectors.joining());
    }

    /** Writes what is said into the file of the case. */
    void write(List<RulePackException.Fault> faults) throws IOException {
        StringBuilder text = new StringBuilder(remarks);
        for (Part part : parts) {
            if (!part.isMessage()) {
                text.append(MARK).append(part.heading()).append('\n').append(part.text());
            }
        }
        for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("es"))) {
            text.append(MARK).append(locale.getLanguage()).append('\n').append(said(faults, locale));
        }
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /** {@return what is said of faults, each with a line end} */
    static String said(List<RulePackException.Fault> faults, Locale locale) {
        return faults.stream().map(fault -> fault.message(locale) + "\n").collect(Collectors.joining());
    }

    /** {@return folder and name} */
    @Override
    public String toString() {
        return CASES.relativize(file).toString();
    }
}
