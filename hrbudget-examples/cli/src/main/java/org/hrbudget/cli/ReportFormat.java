package org.hrbudget.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.report.TextReport;
import org.jspecify.annotations.Nullable;

/**
 * A form of the report and where it goes.
 *
 * @param form the form; {@code null} for plain text
 * @param path the file, or {@code null} for standard output
 */
record ReportFormat(
        ReportDocument.@Nullable Form form, @Nullable Path path) {

    private static final String TEXT = "text";

    static final String OPTION = "--format";

    /** What a report on a reform has. */
    static final List<String> TEXT_AND_JSON = List.of(TEXT, "json");

    /**
     * {@return the formats asked for: text on standard output where none is}
     *
     * @param names those there are
     */
    static List<ReportFormat> of(Arguments arguments, ProgramWords words, List<String> names) {
        List<ReportFormat> formats = new ArrayList<>();
        for (String text : arguments.all(OPTION)) {
            formats.add(parse(text, arguments, words, names));
        }
        if (formats.isEmpty()) {
            formats.add(new ReportFormat(null, null));
        }
        if (formats.stream().filter(format -> format.path == null).count() > 1) {
            throw Refusal.wrongUsage(words.get("format.mixed"));
        }
        return formats;
    }

    private static ReportFormat parse(String text, Arguments arguments, ProgramWords words, List<String> names) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        if (!names.contains(name)) {
            throw arguments.unknown(OPTION, name, names);
        }
        ReportDocument.Form form = Arrays.stream(ReportDocument.Form.values())
                .filter(each -> word(each).equals(name))
                .findFirst()
                .orElse(null);
        if (equals < 0) {
            return new ReportFormat(form, null);
        }
        String path = text.substring(equals + 1);
        if (path.isBlank()) {
            throw arguments.refused(OPTION, text, words.get("option.path"));
        }
        Path file = arguments.path(path, OPTION);
        WholeOutput.requireFolder(file, words);
        return new ReportFormat(form, file);
    }

    /** {@return the names of the forms of a report} */
    static List<String> names() {
        List<String> names = new ArrayList<>(List.of(TEXT));
        Arrays.stream(ReportDocument.Form.values()).map(ReportFormat::word).forEach(names::add);
        return names;
    }

    /** {@return how much a report as text tells} */
    static TextReport.Options told(Arguments arguments) {
        return arguments.given("--full") ? TextReport.Options.full() : TextReport.Options.brief();
    }

    private static String word(ReportDocument.Form form) {
        return form.name().toLowerCase(Locale.ROOT);
    }

    /** Something that writes itself as text. */
    @FunctionalInterface
    interface Text {
        void writeTo(Appendable out) throws IOException;
    }

    /** Something that writes itself in another form. */
    @FunctionalInterface
    interface Other {
        void writeTo(ReportDocument.Form form, OutputStream out) throws IOException;
    }

    /**
     * Writes what was found, in the form asked for and where it was asked for.
     *
     * @return what is to be said of a file that could not be written; empty otherwise
     * @throws IOException if standard output cannot be written to
     */
    Optional<Refusal> write(Text text, Other other, ProgramWords words, Screen screen) throws IOException {
        ReportDocument.Form asked = form;
        if (path == null) {
            if (asked == null) {
                text.writeTo(screen.text());
            } else {
                other.writeTo(asked, screen.bytes());
            }
            return Optional.empty();
        }
        try {
            WholeOutput.write(
                    path,
                    words,
                    asked != null
                            ? out -> other.writeTo(asked, out)
                            : out -> {
                                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                                text.writeTo(writer);
                                writer.flush();
                            });
            return Optional.empty();
        } catch (Refusal e) {
            return Optional.of(e);
        }
    }
}
