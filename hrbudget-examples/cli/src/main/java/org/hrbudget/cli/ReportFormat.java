package org.hrbudget.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form of the report and where it goes.
 *
 * @param kind the form
 * @param path the file, or {@code null} for standard output
 */
record ReportFormat(Kind kind, @Nullable Path path) {

    /** The forms there are. */
    enum Kind {
        TEXT,
        JSON
    }

    static final String OPTION = "--format";

    /** {@return the formats asked for: text on standard output where none is} */
    static List<ReportFormat> of(Arguments arguments, ProgramWords words) {
        List<ReportFormat> formats = new ArrayList<>();
        for (String text : arguments.all(OPTION)) {
            formats.add(parse(text, arguments, words));
        }
        if (formats.isEmpty()) {
            formats.add(new ReportFormat(Kind.TEXT, null));
        }
        if (formats.stream().filter(format -> format.path == null).count() > 1) {
            throw Refusal.wrongUsage(words.get("format.mixed"));
        }
        return formats;
    }

    private static ReportFormat parse(String text, Arguments arguments, ProgramWords words) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        Kind kind = switch (name) {
            case "text" -> Kind.TEXT;
            case "json" -> Kind.JSON;
            default -> throw arguments.unknown(OPTION, name, List.of("text", "json"));
        };
        if (equals < 0) {
            return new ReportFormat(kind, null);
        }
        String path = text.substring(equals + 1);
        if (path.isBlank()) {
            throw arguments.refused(OPTION, text, words.get("option.path"));
        }
        Path file = arguments.path(path, OPTION);
        WholeOutput.requireFolder(file, words);
        return new ReportFormat(kind, file);
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
    Optional<Refusal> write(Text text, WholeOutput.Content json, ProgramWords words, Screen screen) throws IOException {
        if (path == null) {
            if (kind == Kind.TEXT) {
                text.writeTo(screen.text());
            } else {
                json.writeTo(screen.bytes());
            }
            return Optional.empty();
        }
        try {
            WholeOutput.write(
                    path,
                    words,
                    kind == Kind.JSON
                            ? json
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
