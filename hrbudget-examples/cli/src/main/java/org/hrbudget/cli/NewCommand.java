package org.hrbudget.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
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
        page.paragraph(0, words.get("new.files" + form, "files", String.join(", ", written.files())));
        page.heading(words.get("new.next"));
        page.paragraph(0, 3, words.get("new.step.fill" + form, "blanks", String.join(", ", written.blanks())));
        page.paragraph(0, 3, words.get("new.step.compare" + form, "sections", String.valueOf(written.sections())));
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
