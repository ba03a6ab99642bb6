package org.hrbudget.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.Layout;
import org.hrbudget.io.LayoutDraft;
import org.hrbudget.io.spi.LineReader;

/** Which layout the files are read with. It is never guessed; where it does not fit, those that would are named. */
final class LayoutChoice {

    static final String OPTION = "--layout";
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

    /**
     * {@return the refusal of files that a layout does not fit} Where the headings are to blame it names the layouts that do fit or, if
     * none does and the file can be read as a table, how to begin one.
     */
    static Refusal misfit(BudgetReadException fault, List<Input> files, Layout tried, ProgramWords words) {
        String message = fault.message(words.locale());
        List<String> fitting = Layout.names().stream()
                .filter(name -> !name.equals(tried.name()) && fits(Layout.named(name), files))
                .toList();
        if (!fitting.isEmpty()) {
            message += "\n" + words.get("layout.fitting", "layouts", String.join(", ", fitting));
        } else if (!fits(tried, files) && isTable(files.get(0))) {
            message += "\n" + words.get("layout.draft", "command", Advice.command("layouts new", place(files.get(0))));
        }
        return Refusal.notEvaluated(message);
    }

    private static String place(Input file) {
        return file.path().map(Path::toString).orElse(file.name());
    }

    /** {@return whether a layout could be made for a file} */
    private static boolean isTable(Input file) {
        try {
            return !LayoutDraft.of(file, null, null).json().isEmpty();
        } catch (BudgetReadException e) {
            return false;
        }
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
