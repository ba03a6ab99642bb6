package org.hrbudget.cli;

import java.io.IOException;
import org.hrbudget.report.TextPage;
import org.hrbudget.rules.RulePackException;

/** Shows a fault of a pack: its place, what is wrong, the line with a mark under the text at fault, and what to write instead. */
final class FaultPage {

    private static final int INDENT = 2;
    private static final int LINE_INDENT = 6;

    private final ProgramWords words;
    private final TextPage page;

    FaultPage(ProgramWords words, TextPage page) {
        this.words = words;
        this.page = page;
    }

    void show(RulePackException.Fault fault) throws IOException {
        page.paragraph(0, fault.place());
        page.paragraph(INDENT, fault.problem().in(words.locale()));
        if (fault.column() > 0 && !fault.excerpt().isBlank()) {
            MarkedLine line =
                    MarkedLine.of(fault.excerpt(), fault.column(), fault.text(), TextPage.WIDTH - LINE_INDENT);
            page.paragraph(LINE_INDENT, line.text());
            page.paragraph(LINE_INDENT + line.indent(), line.mark());
        }
        page.paragraph(INDENT, fault.advice().in(words.locale()));
        page.blank();
    }
}
