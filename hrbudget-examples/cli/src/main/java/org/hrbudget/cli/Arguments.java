package org.hrbudget.cli;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.text.Nearest;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParseResult;

/** The arguments of a command, each refused in the user's words where it is not what it should be. */
final class Arguments {

    private final ParseResult parsed;
    private final ProgramWords words;

    Arguments(ParseResult parsed, ProgramWords words) {
        this.parsed = parsed;
        this.words = words;
    }

    /** {@return the values of an option, in the order given; empty where it is not given} */
    List<String> all(String option) {
        return parsed.hasMatchedOption(option)
                ? List.copyOf(parsed.matchedOption(option).stringValues())
                : List.of();
    }

    /**
     * An argument that is given.
     *
     * @param name its longest name
     * @param label what the usage calls its values
     * @param values its values, in the order given
     */
    record Given(String name, String label, List<String> values) {}

    /** {@return all options given, in the order of the usage} */
    List<Given> allGiven() {
        return parsed.commandSpec().options().stream()
                .filter(option -> given(option.longestName()))
                .map(option -> new Given(option.longestName(), option.descriptionKey(), all(option.longestName())))
                .toList();
    }

    /** {@return whether an option without a value is given} */
    boolean given(String option) {
        return parsed.hasMatchedOption(option);
    }

    Optional<String> text(String option) {
        return all(option).stream().findFirst();
    }

    List<String> positionals() {
        // The parser lists a positional again for each run of values between options.
        return parsed.matchedPositionals().stream()
                .distinct()
                .flatMap(positional -> positional.stringValues().stream())
                .toList();
    }

    /** {@return whether the command has such an option, given or not} */
    boolean has(String option) {
        return parsed.commandSpec().findOption(option) != null;
    }

    /** {@return the values that are paths, of the arguments given that are wanted} */
    List<Path> places(Predicate<ArgSpec> wanted) {
        return Stream.<ArgSpec>concat(parsed.matchedOptions().stream(), parsed.matchedPositionals().stream())
                .distinct()
                .filter(wanted)
                .flatMap(argument -> argument.stringValues().stream()
                        .map(text -> RowAddress.LABEL.equals(argument.descriptionKey()) ? RowAddress.file(text) : text))
                .filter(text -> !text.isBlank())
                .flatMap(text -> {
                    try {
                        return Stream.of(Path.of(text));
                    } catch (InvalidPathException e) {
                        // Refused with its option where it is opened.
                        return Stream.empty();
                    }
                })
                .toList();
    }

    Optional<Path> path(String option) {
        return text(option).map(text -> path(text, option));
    }

    Path path(String text, String option) {
        if (text.isBlank()) {
            throw refused(option, text, words.get("option.path"));
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw refused(option, text, words.get("option.path-unwritable"));
        }
    }

    FiscalYear fiscalYear(String option) {
        String text = text(option).orElseThrow();
        try {
            return FiscalYear.parse(text);
        } catch (IllegalArgumentException e) {
            throw refused(option, text, words.get("option.fiscal-year"));
        }
    }

    LocalDate date(String option) {
        String text = text(option).orElseThrow();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw refused(option, text, words.get("option.date"));
        }
    }

    int number(String option, int otherwise) {
        Optional<String> text = text(option);
        if (text.isEmpty()) {
            return otherwise;
        }
        String digits = text.get();
        if (!digits.matches("[1-9][0-9]{0,8}")) {
            throw refused(option, digits, words.get("option.number"));
        }
        return Integer.parseInt(digits);
    }

    Optional<Charset> charset(String option) {
        return text(option).map(text -> {
            try {
                return Charset.forName(text);
            } catch (IllegalArgumentException e) {
                throw refused(option, text, words.get("option.charset"));
            }
        });
    }

    /** {@return one of some signs; a tab may be written as its name} */
    Optional<Character> sign(String option, String signs) {
        return text(option).map(text -> {
            String sign = text.equalsIgnoreCase("tab") || text.equals("\\t") ? "\t" : text;
            if (sign.length() != 1 || signs.indexOf(sign.charAt(0)) < 0) {
                String known = String.join(" ", signs.split("")).replace("\t", "tab");
                throw refused(option, text, words.get("option.sign", "known", known));
            }
            return sign.charAt(0);
        });
    }

    /** {@return the constant named in lower case; empty where the option is not given} */
    <E extends Enum<E>> Optional<E> choice(String option, Class<E> type) {
        return text(option).map(text -> choice(option, text, type));
    }

    /** {@return the constant that a text names in lower case} */
    <E extends Enum<E>> E choice(String option, String text, Class<E> type) {
        Function<E, String> word = value -> value.name().toLowerCase(Locale.ROOT);
        List<E> values = Arrays.asList(type.getEnumConstants());
        return values.stream()
                .filter(value -> word.apply(value).equals(text))
                .findFirst()
                .orElseThrow(
                        () -> unknown(option, text, values.stream().map(word).toList()));
    }

    /** {@return the refusal of a value that is none of the known ones} */
    Refusal unknown(String option, String value, List<String> known) {
        String advice = Nearest.to(value, known).stream()
                .findFirst()
                .map(nearest -> words.get("option.nearest", "nearest", nearest, "known", String.join(", ", known)))
                .orElseGet(() -> words.get("option.known", "known", String.join(", ", known)));
        return refused(option, value, advice);
    }

    Refusal refused(String option, String value, String advice) {
        return Refusal.wrongUsage(words.get(
                        "option.refused",
                        "option",
                        option.startsWith("-") ? option : words.label(option),
                        "value",
                        value)
                + "\n" + advice);
    }
}
