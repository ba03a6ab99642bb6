package org.hrbudget.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.hrbudget.report.ReportDocument;
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

    /** {@return the formats asked for: text on standard output where none is} */
    static List<ReportFormat> of(Arguments arguments, ProgramWords words) {
        List<ReportFormat> formats = new ArrayList<>();
        for (String text : arguments.all(OPTION)) {
            formats.add(parse(text, arguments, words));
        }
        if (formats.isEmpty()) {
            formats.add(new ReportFormat(null, null));
        }
        if (formats.stream().filter(format -> format.path == null).count() > 1) {
            throw Refusal.wrongUsage(words.get("format.mixed"));
        }
        return formats;
    }

    private static ReportFormat parse(String text, Arguments arguments, ProgramWords words) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        ReportDocument.Form form = null;
        if (!name.equals(TEXT)) {
            form = Arrays.stream(ReportDocument.Form.values())
                    .filter(each -> word(each).equals(name))
                    .findFirst()
                    .orElseThrow(() -> arguments.unknown(OPTION, name, names()));
        }
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

    /** {@return the names of the forms} */
    static List<String> names() {
        List<String> names = new ArrayList<>(List.of(TEXT));
        Arrays.stream(ReportDocument.Form.values()).map(ReportFormat::word).forEach(names::add);
        return names;
    }

    private static String word(ReportDocument.Form form) {
        return form.name().toLowerCase(Locale.ROOT);
    }

    /** Something that writes itself as text. */
    @FunctionalInterface
    interface Text {
        void writeTo(Appendable out) throws IOException;
    }

    /**
     * Writes what was found, in the form asked for and where it was asked for.
     *
     * @return what is to be said of a file that could not be written; empty otherwise
     * @throws IOException if standard output cannot be written to
     */
    Optional<Refusal> write(Text text, Supplier<ReportDocument> document, ProgramWords words, Screen screen)
            throws IOException {
        ReportDocument.Form other = form;
        if (path == null) {
            if (other == null) {
                text.writeTo(screen.text());
            } else {
                other.write(document.get(), screen.bytes());
            }
            return Optional.empty();
        }
        try {
            WholeOutput.write(
                    path,
                    words,
                    other != null
                            ? out -> other.write(document.get(), out)
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
