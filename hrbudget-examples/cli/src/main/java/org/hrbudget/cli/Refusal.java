package org.hrbudget.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.hrbudget.text.Nearest;

/** A command that cannot be carried out, with the reason in the user's words. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    private Refusal(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    static Refusal wrongUsage(String message) {
        return new Refusal(ExitCode.WRONG_USAGE, message);
    }

    static Refusal notEvaluated(String message) {
        return new Refusal(ExitCode.NOT_EVALUATED, message);
    }

    /** Throws one that says all, if there is any. */
    static void of(List<Refusal> all) {
        if (!all.isEmpty()) {
            throw notEvaluated(all.stream().map(Refusal::getMessage).collect(Collectors.joining("\n")));
        }
    }

    ExitCode exitCode() {
        return exitCode;
    }

    /** {@return what is said of a rule that packs do not have, with the names that are nearly its} */
    static Refusal noSuchRule(ProgramWords words, String packs, String rule, List<String> ids) {
        List<String> near = Nearest.to(rule, ids);
        return wrongUsage(words.get("mutate.unknown", "pack", packs, "rule", rule) + "\n"
                + (near.isEmpty()
                        ? words.get("mutate.unknown.none-near")
                        : words.get("mutate.unknown.advice", "near", String.join(", ", near))));
    }
}
