package org.hrbudget.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.Layout;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.report.BudgetTemplate;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.spi.Catalogues;

/** Writes a workbook for a unit to fill in. */
final class TemplateCommand {

    private static final int DAYS_OF_DECEMBER = 31;

    private final Arguments arguments;
    private final ProgramWords words;
    private final Screen screen;

    TemplateCommand(Arguments arguments, ProgramWords words, Screen screen) {
        this.arguments = arguments;
        this.words = words;
        this.screen = screen;
    }

    ExitCode run() {
        Path out = arguments.path("--out").orElseThrow();
        requireNew(out);
        FiscalYear year = arguments.fiscalYear("--fiscal-year");
        Optional<Path> last = arguments.path("--last");
        Layout layout = LayoutChoice.of(arguments);
        BudgetTemplate template = new BudgetTemplate(
                year,
                arguments.text("--unit").orElse(null),
                new ReadingOptions(arguments, words).programme().orElse(null),
                unitKinds(year),
                last.map(file -> source(file, layout, year)).orElse(null));
        BudgetTemplate.Copied copied = write(template, out, last, layout);
        screen.say(words.get("docs.written", "path", out.toString()));
        last.ifPresent(file -> say(file, copied));
        return ExitCode.BELOW_THRESHOLD;
    }

    /** What units filled in is not to be lost to a blank one. */
    private void requireNew(Path file) {
        WholeOutput.requireFolder(file, words);
        if (Files.isRegularFile(file)) {
            throw Refusal.wrongUsage(words.get("template.exists", "path", file.toString()));
        }
    }

    private static BudgetSource source(Path last, Layout layout, FiscalYear year) {
        return Budgets.reading(last)
                .layout(layout)
                .assumedFiscalYear(FiscalYear.of(year.value() - 1))
                .source();
    }

    /** {@return the kinds of unit that the law of the year has a list of, as it stands on the year's last day} */
    private List<String> unitKinds(FiscalYear year) {
        PackChoices choices = new PackChoices(arguments, words);
        LocalDate day = LocalDate.of(year.value(), Month.DECEMBER, DAYS_OF_DECEMBER);
        List<String> jurisdictions = choices.jurisdictions();
        // Our own layout is of an office where nobody says of which.
        Stream<String> all =
                jurisdictions.isEmpty() ? Stream.of(Layout.named("hrbudget").jurisdiction()) : jurisdictions.stream();
        return all.map(jurisdiction ->
                        choices.library().select(jurisdiction, year, day).pack())
                .flatMap(Optional::stream)
                .map(RulePack::catalogues)
                .flatMap(lists -> lists.list(Catalogues.CodeList.UNIT_KINDS).stream())
                .flatMap(list -> list.values().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private BudgetTemplate.Copied write(BudgetTemplate template, Path out, Optional<Path> last, Layout layout) {
        BudgetTemplate.Copied[] copied = new BudgetTemplate.Copied[1];
        try {
            WholeOutput.write(out, words, stream -> copied[0] = template.write(words.locale(), stream));
        } catch (BudgetReadException e) {
            throw LayoutChoice.misfit(e, last.stream().map(Input::of).toList(), layout, words);
        } catch (IllegalArgumentException e) {
            throw Refusal.notEvaluated(words.get(
                    "template.too-long", "path", last.map(Path::toString).orElse("")));
        }
        return copied[0];
    }

    private void say(Path last, BudgetTemplate.Copied copied) {
        screen.say(words.get("template.copied", "path", last.toString(), "count", Long.toString(copied.lines())));
        if (copied.rejected() > 0) {
            screen.say(
                    words.get("template.rejected", "path", last.toString(), "count", Long.toString(copied.rejected())));
        }
    }
}
