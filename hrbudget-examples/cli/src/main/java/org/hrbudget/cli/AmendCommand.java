package org.hrbudget.cli;

import java.nio.file.Path;
import java.util.List;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.CellChanges;
import org.hrbudget.io.Input;

/** Puts a list of changes of cells into a file, and writes it as another. */
final class AmendCommand {

    private final Arguments arguments;
    private final ProgramWords words;
    private final Screen screen;

    AmendCommand(Arguments arguments, ProgramWords words, Screen screen) {
        this.arguments = arguments;
        this.words = words;
        this.screen = screen;
    }

    ExitCode run() {
        Path out = arguments.path("--out").orElseThrow();
        WholeOutput.requireFolder(out, words);
        Path file = arguments.path(arguments.positionals().get(0), "FILE");
        CellChanges changes =
                CellChanges.read(Input.of(arguments.path(arguments.positionals().get(1), "FILE")));
        Budgets.Reading reading = Budgets.reading(file).layout(LayoutChoice.of(arguments));
        ReadingOptions.written(arguments, reading);
        if (arguments.given("--fiscal-year")) {
            reading.assumedFiscalYear(arguments.fiscalYear("--fiscal-year"));
        }
        List<CellChanges.Mismatch> wrong = changes.mismatches(reading);
        wrong.forEach(each -> screen.say(each.text().in(words.locale())));
        if (!wrong.isEmpty()) {
            screen.say(words.get("amend.nothing", "count", Integer.toString(wrong.size())));
            return ExitCode.THRESHOLD_REACHED;
        }
        WholeOutput.write(out, words, stream -> changes.apply(reading, stream));
        screen.say(words.get(
                "amend.written",
                "path",
                out.toString(),
                "count",
                Integer.toString(changes.changes().size())));
        return ExitCode.BELOW_THRESHOLD;
    }
}
