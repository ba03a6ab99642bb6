package org.hrbudget.cli;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrbudget.report.TextPage;

/** Commands that the program advises, written so that they can be copied into a shell and do what is said of them. */
final class Advice {

    /** What no shell reads as anything else; a backslash only where it stands between folders. */
    private static final Pattern PLAIN =
            Pattern.compile("(?![-~])[\\p{L}\\p{N}_./:@%+,=~" + (File.separatorChar == '\\' ? "\\\\" : "") + "-]+");

    private static final Pattern WITHIN_QUOTES = Pattern.compile("[^\"$`!\\\\]*");

    private Advice() {}

    /** {@return a command of this program: its words, then what is in its arguments, in quotes where a shell needs them} */
    static String command(String command, List<String> arguments) {
        return "hrbudget " + command
                + arguments.stream().map(argument -> " " + quoted(argument)).collect(Collectors.joining());
    }

    /** {@return a command of this program} */
    static String command(String command, String... arguments) {
        return command(command, Arrays.asList(arguments));
    }

    private static String quoted(String argument) {
        if (PLAIN.matcher(argument).matches() || argument.startsWith("--")) {
            return argument;
        }
        String whole = argument.startsWith("-") ? "./" + argument : argument;
        return WITHIN_QUOTES.matcher(whole).matches() || File.separatorChar == '\\'
                ? '"' + whole + '"'
                : "'" + whole.replace("'", "'\\''") + "'";
    }

    /** Writes what a command is for, and the command below it in a line of its own, however long. */
    static void show(TextPage page, int indent, String what, String command) throws IOException {
        page.paragraph(indent, what);
        page.table(indent + 2, "l", List.of(List.of(command)));
    }
}
