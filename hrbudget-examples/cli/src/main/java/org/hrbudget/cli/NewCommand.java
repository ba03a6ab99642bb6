package org.hrbudget.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.report.TextPage;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.authoring.NewPack;
import org.jspecify.annotations.Nullable;

/** Makes the folder or the workbook of a reform, or the folder that a workbook is. */
final class NewCommand {

    static final String INTO = "--into";
    static final String WORKBOOK = "--workbook";

    /** What is said first, by position. */
    static final List<String> NAMES = List.of("JURISDICTION", "VERSION");

    private static final String AMENDS = "--amends";
    private static final String LIKE = "--like";
    private static final String YEARS = "--fiscal-years";
    private static final Pattern YEARS_FORM = Pattern.compile("([0-9]{4})(-([0-9]{4})?)?");

    private final Arguments arguments;
    private final ProgramWords words;
    private final TextPage page;

    NewCommand(Arguments arguments, ProgramWords words, TextPage page) {
        this.arguments = arguments;
        this.words = words;
        this.page = page;
    }

    ExitCode run() throws IOException {
        List<String> rules = arguments.all("--change");
        Optional<Path> begun = arguments.path(WORKBOOK).filter(Files::isRegularFile);
        if (begun.isPresent() && !rules.isEmpty()) {
            return add(begun.get(), rules);
        }
        requireAll();
        Matcher years = years();
        FiscalYear first = year(years.group(1));
        NewPack reform = new NewPack(
                arguments.positionals().get(0),
                arguments.positionals().get(1),
                arguments.text(AMENDS).orElse(null),
                first,
                last(years, first),
                date("--published"),
                date("--in-force-from"),
                arguments.text(LIKE).orElse(null));
        PackArguments packs = new PackArguments(arguments);
        PackLibrary law = packs.library();
        List<String> changed = arguments.all("--change");
        Optional<Path> workbook = arguments.path(WORKBOOK);
        if (workbook.isPresent() && !arguments.text(INTO).isEmpty()) {
            throw Refusal.wrongUsage(words.get("new.workbook.into"));
        }
        if (workbook.isPresent() && !workbook.get().toString().endsWith(".xlsx")) {
            throw arguments.refused(WORKBOOK, workbook.get().toString(), words.get("new.workbook.ending"));
        }
        NewPack.Written written = workbook.isPresent()
                ? reform.writeWorkbook(law, workbook.get(), changed, words.locale())
                : reform.write(law, into(arguments), changed, words.locale());
        say(reform, written, packs, workbook.isPresent() ? ".workbook" : "");
        return ExitCode.BELOW_THRESHOLD;
    }

    /** Adds rules to a workbook that is there. */
    private ExitCode add(Path workbook, List<String> rules) throws IOException {
        PackArguments packs = new PackArguments(arguments);
        List<String> sheets = NewPack.addTo(packs.library(), workbook, rules);
        String place = workbook.toString();
        String key = sheets.isEmpty() ? "new.added.none" : "new.added";
        page.paragraph(
                0,
                words.get(
                        key,
                        "workbook",
                        place,
                        "rules",
                        String.join(", ", rules),
                        "sheets",
                        String.join(", ", sheets)));
        Advice.show(page, 0, words.get("new.added.check"), packs.advised("rules check", place));
        return ExitCode.BELOW_THRESHOLD;
    }

    private void requireAll() {
        List<String> missing = new ArrayList<>(
                NAMES.subList(Math.min(NAMES.size(), arguments.positionals().size()), NAMES.size()).stream()
                        .map(words::label)
                        .toList());
        if (!arguments.given(AMENDS) && !arguments.given(LIKE)) {
            missing.add(words.get("new.amends-or-like", "amends", AMENDS, "like", LIKE));
        }
        if (!arguments.given(YEARS)) {
            missing.add(YEARS);
        }
        if (!missing.isEmpty()) {
            throw Refusal.wrongUsage(words.get("usage.missing", "options", String.join(", ", missing)) + "\n"
                    + words.get("usage.help", "command", "hrbudget rules new"));
        }
        if (arguments.given(AMENDS) && arguments.given(LIKE)) {
            throw Refusal.wrongUsage(words.get("new.like.amends"));
        }
    }

    /** Writes the folder that a workbook or a zip file is. */
    ExitCode unpack() throws IOException {
        Path pack = arguments.path(arguments.positionals().get(0), "DIR|ZIP|BOOK");
        Path folder = arguments.path("--out").orElseThrow();
        List<String> files = NewPack.unpack(pack, folder);
        page.paragraph(0, words.get("unpack.made", "folder", folder.toString(), "pack", pack.toString()));
        page.paragraph(0, words.get("new.files", "files", String.join(", ", files)));
        return ExitCode.BELOW_THRESHOLD;
    }

    /** {@return the folder in which the pack's own is made: the current one unless told otherwise} */
    static Path into(Arguments arguments) {
        return arguments.path(INTO).orElse(Path.of(""));
    }

    private void say(NewPack reform, NewPack.Written written, PackArguments packs, String form) throws IOException {
        String folder = written.folder().toString();
        String jurisdiction = reform.jurisdiction();
        String like = reform.like();
        page.paragraph(
                0,
                words.get(
                        like == null ? "new.made" : "new.made.first",
                        "folder",
                        folder,
                        "pack",
                        jurisdiction + " " + reform.version(),
                        "jurisdiction",
                        jurisdiction,
                        "amends",
                        like == null ? jurisdiction + " " + reform.amends() : like));
        page.paragraph(0, words.get("new.files" + form, "files", String.join(", ", written.files())));
        page.heading(words.get("new.next"));
        page.paragraph(0, 3, words.get("new.step.fill" + form, "blanks", String.join(", ", written.blanks())));
        page.paragraph(
                0,
                3,
                words.get(
                        like == null ? "new.step.compare" + form : "new.step.bases",
                        "sections",
                        String.valueOf(written.sections())));
        Advice.show(page, 0, words.get("new.step.check"), packs.advised("rules check", folder));
    }

    private Matcher years() {
        Matcher years = YEARS_FORM.matcher(arguments.text(YEARS).orElseThrow());
        if (!years.matches()) {
            throw refusedYears();
        }
        return years;
    }

    private @Nullable FiscalYear last(Matcher years, FiscalYear first) {
        if (years.group(2) == null) {
            return first;
        }
        return years.group(3) == null ? null : year(years.group(3));
    }

    private FiscalYear year(String text) {
        try {
            return FiscalYear.parse(text);
        } catch (IllegalArgumentException e) {
            throw refusedYears();
        }
    }

    private Refusal refusedYears() {
        return arguments.refused(YEARS, arguments.text(YEARS).orElseThrow(), words.get("new.fiscal-years"));
    }

    private @Nullable LocalDate date(String option) {
        return arguments.text(option).isEmpty() ? null : arguments.date(option);
    }
}
