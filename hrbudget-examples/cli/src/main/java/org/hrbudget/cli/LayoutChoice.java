package org.hrbudget.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.Layout;
import org.hrbudget.io.spi.LineReader;

/** Which layout the files are read with. It is never guessed; where it does not fit, those that would are named. */
final class LayoutChoice {

    private static final String OPTION = "--layout";
    private static final String OURS = "hrbudget";

    private LayoutChoice() {}

    static Layout of(Arguments arguments) {
        Optional<String> text = arguments.text(OPTION);
        if (text.isEmpty()) {
            return Layout.named(OURS);
        }
        return named(arguments, OPTION, text.get());
    }

    /** {@return the layout of a name, or in a file} */
    static Layout named(Arguments arguments, String option, String value) {
        if (Layout.names().contains(value)) {
            return Layout.named(value);
        }
        Path file = arguments.path(value, option);
        boolean meantAsFile = value.endsWith(".json") || value.contains("/") || value.contains("\\");
        if (meantAsFile || Files.exists(file)) {
            return Layout.read(file);
        }
        throw arguments.unknown(option, value, Layout.names());
    }

    /** {@return the refusal of files that a layout does not fit, naming the layouts that do} */
    static Refusal misfit(BudgetReadException fault, List<Input> files, Layout tried, ProgramWords words) {
        List<String> fitting = Layout.names().stream()
                .filter(name -> !name.equals(tried.name()) && fits(Layout.named(name), files))
                .toList();
        String message = fault.message(words.locale());
        return Refusal.notEvaluated(
                fitting.isEmpty()
                        ? message
                        : message + "\n" + words.get("layout.fitting", "layouts", String.join(", ", fitting)));
    }

    private static boolean fits(Layout layout, List<Input> files) {
        try (LineReader reader = Budgets.reading(files.toArray(Input[]::new))
                .layout(layout)
                .source()
                .open()) {
            return !reader.promises().isEmpty();
        } catch (BudgetReadException e) {
            return false;
        }
    }
}
