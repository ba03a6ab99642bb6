package org.hrbudget.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.report.TextPage;
import org.hrbudget.rules.authoring.NewPack;
import org.jspecify.annotations.Nullable;

/** Makes the folder of a reform. */
final class NewCommand {

    static final String INTO = "--into";

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
        Matcher years = years();
        FiscalYear first = year(years.group(1));
        NewPack reform = new NewPack(
                arguments.positionals().get(0),
                arguments.positionals().get(1),
                arguments.text("--amends").orElseThrow(),
                first,
                last(years, first),
                date("--published"),
                date("--in-force-from"));
        Path into = into(arguments);
        PackArguments packs = new PackArguments(arguments);
        NewPack.Written written = reform.write(packs.library(), into, arguments.all("--change"), words.locale());
        say(reform, written, packs);
        return ExitCode.BELOW_THRESHOLD;
    }

    /** {@return the folder in which the pack's own is made: the current one unless told otherwise} */
    static Path into(Arguments arguments) {
        return arguments.path(INTO).orElse(Path.of(""));
    }

    private void say(NewPack reform, NewPack.Written written, PackArguments packs) throws IOException {
        String folder = written.folder().toString();
        String jurisdiction = reform.jurisdiction();
        page.paragraph(
                0,
                words.get(
                        "new.made",
                        "folder",
                        folder,
                        "pack",
                        jurisdiction + " " + reform.version(),
                        "amends",
                        jurisdiction + " " + reform.amends()));
        page.paragraph(0, words.get("new.files", "files", String.join(", ", written.files())));
        page.heading(words.get("new.next"));
        page.paragraph(0, 3, words.get("new.step.fill", "blanks", String.join(", ", written.blanks())));
        page.paragraph(0, 3, words.get("new.step.compare", "sections", String.valueOf(written.sections())));
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
