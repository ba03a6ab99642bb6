package org.hrbudget.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.hrbudget.model.Bilingual;
import org.hrbudget.report.TextPage;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.authoring.PackCheck;

/** Says everything that is wrong with a pack of rules. */
final class CheckCommand {

    private static final String LABEL = "DIR|ZIP|BOOK";
    private static final String WATCH = "--watch";

    private final Arguments arguments;
    private final ProgramWords words;
    private final Screen screen;
    private final TextPage page;
    private final PackArguments packs;
    private volatile ExitCode last = ExitCode.NOT_EVALUATED;

    CheckCommand(Arguments arguments, ProgramWords words, Screen screen) {
        this.arguments = arguments;
        this.words = words;
        this.screen = screen;
        this.page = new TextPage(screen.text());
        this.packs = new PackArguments(arguments);
    }

    ExitCode run() throws IOException {
        String place = arguments.positionals().get(0);
        HeadStart.ofEngine();
        return arguments.given(WATCH) ? watch(place) : answer(place);
    }

    /** Answers after each save, until somebody ends the program: then with the exit code of the last answer. */
    private ExitCode watch(String place) throws IOException {
        List<Path> places = new ArrayList<>(List.of(arguments.path(place, LABEL)));
        arguments.all(PackArguments.OPTION).forEach(pack -> places.add(arguments.path(pack, PackArguments.OPTION)));
        if (!Files.exists(places.get(0))) {
            throw arguments.refused(LABEL, place, words.get("check.watch.nothing"));
        }
        SavedFiles files = new SavedFiles(places);
        Ending ending = Ending.with(() -> last);
        try {
            while (true) {
                last = answerOrRefusal(place);
                page.blank();
                page.paragraph(0, words.get("check.watch", "place", place));
                screen.flush();
                SortedSet<Path> saved = files.next();
                page.blank();
                page.paragraph(
                        0,
                        words.get(
                                "check.watch.saved",
                                "files",
                                saved.stream().map(Path::toString).collect(Collectors.joining(", "))));
                page.blank();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return last;
        } finally {
            ending.forget();
        }
    }

    /** While an editor saves, a pack may not be there at all. */
    private ExitCode answerOrRefusal(String place) throws IOException {
        try {
            return answer(place);
        } catch (RulePackException e) {
            page.paragraph(0, e.message(words.locale()));
            return ExitCode.NOT_EVALUATED;
        }
    }

    private ExitCode answer(String place) throws IOException {
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
            String said =
                    note.problem().in(words.locale()) + " " + note.advice().in(words.locale());
            page.paragraph(2, 4, note.place() + ": " + said);
        }
    }

    private void effects(PackCheck check) throws IOException {
        if (check.effects().isEmpty()) {
            return;
        }
        page.heading(words.get("check.effects"));
        for (Bilingual effect : check.effects()) {
            for (String line : effect.in(words.locale()).split("\n", -1)) {
                page.paragraph(2, 4, line);
            }
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
        new ReachTable(words, page).show(check.pack(), place, check.reach());
        effects(check);
        if (arguments.given(WATCH)) {
            return;
        }
        page.blank();
        page.paragraph(0, words.get("check.next"));
        String before = check.amends();
        Advice.show(page, 2, words.get("check.next.mutate"), packs.advised("rules mutate", place));
        if (before != null) {
            Advice.show(page, 2, words.get("check.next.diff"), packs.advised("rules diff", before, place));
            Advice.show(
                    page,
                    2,
                    words.get("check.next.impact"),
                    packs.advised("rules impact", before, place) + " " + words.get("check.next.budgets"));
        }
    }
}
