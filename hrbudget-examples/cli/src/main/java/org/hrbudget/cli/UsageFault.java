package org.hrbudget.cli;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hrbudget.text.Nearest;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the user's language what the parser of the command line found wrong. */
final class UsageFault {

    /** One letter after a dash is near to anything short, and meant by nobody who wrote something else. */
    private static final int SHORT_OPTION = 2;

    private final ProgramWords words;

    UsageFault(ProgramWords words) {
        this.words = words;
    }

    Refusal of(ParameterException fault) {
        String command = fault.getCommandLine().getCommandSpec().qualifiedName();
        return Refusal.wrongUsage(what(fault) + "\n" + words.get("usage.help", "command", command));
    }

    private String what(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            String argument = unmatched.getUnmatched().get(0);
            String what = words.get("usage.unknown", "argument", argument);
            return Nearest.to(argument, known(fault.getCommandLine().getCommandSpec())).stream()
                    .findFirst()
                    .map(nearest -> what + " " + words.get("usage.nearest", "nearest", nearest))
                    .orElse(what);
        }
        if (fault instanceof OverwrittenOptionException twice) {
            return words.get("usage.twice", "option", label(twice.getOverwritten()));
        }
        if (fault instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            boolean value = fault.getMessage() != null && fault.getMessage().contains("parameter for option");
            return words.get(
                    value ? "usage.missing-value" : "usage.missing",
                    "options",
                    missing.getMissing().stream().map(UsageFault::label).collect(Collectors.joining(", ")));
        }
        return words.get("usage.other", "reason", String.valueOf(fault.getMessage()));
    }

    /** {@return what could have been written here: options and commands} */
    private static Set<String> known(CommandSpec command) {
        Set<String> names = new TreeSet<>(command.optionsMap().keySet());
        names.addAll(command.subcommands().keySet());
        names.removeIf(name -> name.length() == SHORT_OPTION);
        return names;
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
