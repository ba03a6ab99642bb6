package org.hrbudget.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hrbudget.io.Layout;
import org.hrbudget.report.TextPage;

/** Tells about layouts. */
final class LayoutsCommand {

    static final String LAYOUT = "NAME|FILE";

    private final Arguments arguments;
    private final ProgramWords words;
    private final TextPage page;

    LayoutsCommand(Arguments arguments, ProgramWords words, TextPage page) {
        this.arguments = arguments;
        this.words = words;
        this.page = page;
    }

    ExitCode list() throws IOException {
        for (String name : Layout.names()) {
            introduce(Layout.named(name));
        }
        return ExitCode.BELOW_THRESHOLD;
    }

    private void introduce(Layout layout) throws IOException {
        page.paragraph(0, layout.name() + " — " + layout.title().in(words.locale()));
        page.paragraph(4, layout.description().in(words.locale()));
    }

    /** Shows what a file has to look like so that a layout reads it: how it is written, and which headings stand for what. */
    ExitCode show() throws IOException {
        Layout layout =
                LayoutChoice.named(arguments, LAYOUT, arguments.positionals().get(0));
        introduce(layout);
        page.blank();
        page.paragraph(
                0,
                words.get(
                        "layouts.written",
                        "charset",
                        layout.charset().name(),
                        "separator",
                        shown(layout.separator(), words),
                        "number",
                        "{n}"));
        page.blank();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(words.get("layouts.field"), words.get("layouts.headings")));
        layout.fields().forEach((field, parts) -> rows.add(List.of(field, known(parts))));
        page.table(0, "lw", rows);
        return ExitCode.BELOW_THRESHOLD;
    }

    /** {@return a sign between cells as people can see it} */
    static String shown(char separator, ProgramWords words) {
        return separator == '\t' ? words.get("layouts.tab") : String.valueOf(separator);
    }

    private static String known(List<List<String>> parts) {
        return parts.stream().map(part -> String.join(", ", part)).collect(Collectors.joining(" + "));
    }
}
