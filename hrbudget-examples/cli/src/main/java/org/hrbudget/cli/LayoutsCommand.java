package org.hrbudget.cli;

import java.io.IOException;
import org.hrbudget.io.Layout;
import org.hrbudget.report.TextPage;

/** Tells about layouts. */
final class LayoutsCommand {

    private final ProgramWords words;
    private final TextPage page;

    LayoutsCommand(ProgramWords words, TextPage page) {
        this.words = words;
        this.page = page;
    }

    ExitCode list() throws IOException {
        for (String name : Layout.names()) {
            Layout layout = Layout.named(name);
            page.paragraph(0, name + " — " + layout.title().in(words.locale()));
            page.paragraph(4, layout.description().in(words.locale()));
        }
        return ExitCode.BELOW_THRESHOLD;
    }
}
