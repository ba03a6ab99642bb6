package org.hrbudget.cli;

import java.io.IOException;
import org.hrbudget.report.TextPage;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.authoring.PackCheck;

/** Says everything that is wrong with a pack of rules. */
final class CheckCommand {

    private static final String LABEL = "DIR|ZIP";

    private final Arguments arguments;
    private final ProgramWords words;
    private final TextPage page;

    CheckCommand(Arguments arguments, ProgramWords words, TextPage page) {
        this.arguments = arguments;
        this.words = words;
        this.page = page;
    }

    ExitCode run() throws IOException {
        String place = arguments.positionals().get(0);
        PackCheck check = check(place);
        if (check.isSound()) {
            sound(place, check);
            return ExitCode.BELOW_THRESHOLD;
        }
        FaultPage faults = new FaultPage(words, page);
        for (RulePackException.Fault fault : check.faults()) {
            faults.show(fault);
        }
        int count = check.faults().size();
        page.paragraph(
                0,
                words.get(
                        count == 1 ? "check.fault" : "check.faults", "count", Integer.toString(count), "place", place));
        return ExitCode.THRESHOLD_REACHED;
    }

    private PackCheck check(String place) {
        PackArguments packs = new PackArguments(arguments);
        PackLibrary library = packs.library();
        String[] parts = place.split("/", -1);
        return parts.length == 2 && library.jurisdictions().contains(parts[0])
                ? PackCheck.of(packs.pack(place, LABEL))
                : PackCheck.of(library, arguments.path(place, LABEL));
    }

    private void notes(PackCheck check) throws IOException {
        if (check.notes().isEmpty()) {
            return;
        }
        page.blank();
        page.paragraph(0, words.get("check.notes"));
        for (RulePackException.Fault note : check.notes()) {
            String said = note.problem().in(words.locale()) + " " + note.advice().in(words.locale());
            page.paragraph(2, 4, note.place() + ": " + said);
        }
    }

    private void sound(String place, PackCheck check) throws IOException {
        page.paragraph(0, words.get("check.sound", "pack", check.pack(), "place", place));
        page.paragraph(
                2,
                words.get(
                        "check.looked-at",
                        "rules",
                        Integer.toString(check.rules()),
                        "examples",
                        Integer.toString(check.examples()),
                        "limits",
                        Integer.toString(check.limits())));
        notes(check);
        page.blank();
        page.paragraph(0, words.get("check.next"));
        String before = check.amends();
        page.paragraph(2, 4, words.get("check.next.mutate", "place", place));
        if (before != null) {
            page.paragraph(2, 4, words.get("check.next.diff", "before", before, "place", place));
            page.paragraph(2, 4, words.get("check.next.impact", "before", before, "place", place));
        }
    }
}
