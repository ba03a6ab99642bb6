package org.hrbudget.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hrbudget.cli.actions.ActionAnswer;
import org.hrbudget.cli.actions.ActionWords;
import org.hrbudget.io.Programmes;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.search.ActionSearch;
import org.hrbudget.text.Nearest;

/** Finds the action of a programme that a line pays for. */
final class ActionsFindCommand {

    private static final int SHOWN = 10;
    private static final String SAMPLE = "programme.csv";

    /** What the titles of the sample programme end with, since the text of the programme is not published in our sources. */
    private static final String PLACEHOLDER = "(título neutro)";

    private final Arguments arguments;
    private final ProgramWords words;
    private final Screen screen;

    ActionsFindCommand(Arguments arguments, ProgramWords words, Screen screen) {
        this.arguments = arguments;
        this.words = words;
        this.screen = screen;
    }

    ExitCode run() throws IOException {
        int limit = arguments.number("--limit", SHOWN);
        List<ReportFormat> formats = ReportFormat.of(arguments, words, ReportFormat.TEXT_AND_JSON);
        boolean sample = !arguments.given("--programme");
        HumanRightsProgramme programme = arguments
                .path("--programme")
                .map(Programmes::read)
                .orElseGet(() -> Programmes.read(DemoCommand.sample(SAMPLE)));
        Predicate<HrpAction> asked = right(programme).and(executor(programme));
        int placeholders = (int) programme.actions().stream()
                .filter(action -> action.title().endsWith(PLACEHOLDER))
                .count();
        long unassigned = arguments.given("--executor")
                ? programme.actions().stream()
                        .filter(action -> action.executors().isEmpty() && !action.crossCutting())
                        .count()
                : 0;
        ActionAnswer answer = new ActionAnswer(
                programme,
                sample,
                placeholders,
                unassigned,
                limit,
                ActionSearch.in(programme).find(String.join(" ", arguments.positionals()), asked));
        List<Refusal> lost = new ArrayList<>();
        for (ReportFormat format : formats) {
            format.write(
                            out -> answer.text(words.locale(), out),
                            (form, out) -> answer.json(words.locale(), out),
                            words,
                            screen)
                    .ifPresent(lost::add);
        }
        Refusal.of(lost);
        return answer.isEmpty() ? ExitCode.THRESHOLD_REACHED : ExitCode.BELOW_THRESHOLD;
    }

    private Predicate<HrpAction> right(HumanRightsProgramme programme) {
        Optional<String> asked = arguments.text("--right");
        if (asked.isEmpty()) {
            return action -> true;
        }
        List<String> codes = programme.chapters().stream()
                .map(HumanRight::code)
                .filter(code -> programme.names(code, asked.get()))
                .toList();
        if (codes.isEmpty()) {
            List<String> names = programme.chapters().stream()
                    .map(right -> words.locale().getLanguage().equals("es") ? right.nameEs() : right.nameEn())
                    .toList();
            List<String> near = Nearest.to(asked.get(), names);
            throw arguments.refused(
                    "--right",
                    asked.get(),
                    get(
                            near.isEmpty() ? "right-known" : "right-near",
                            near.isEmpty() ? known(programme) : String.join(", ", near)));
        }
        return action -> codes.contains(action.rightCode());
    }

    private String known(HumanRightsProgramme programme) {
        return programme.chapters().stream()
                .map(right -> right.code() + " "
                        + (words.locale().getLanguage().equals("es") ? right.nameEs() : right.nameEn()))
                .collect(Collectors.joining(", "));
    }

    /** An action that binds every public body is each one's to carry out. */
    private Predicate<HrpAction> executor(HumanRightsProgramme programme) {
        Optional<String> asked = arguments.text("--executor");
        if (asked.isEmpty()) {
            return action -> true;
        }
        TreeSet<String> known = programme.actions().stream()
                .flatMap(action -> action.executors().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (known.isEmpty()) {
            throw arguments.refused("--executor", asked.get(), get("executor-none", ""));
        }
        if (known.stream().noneMatch(each -> BudgetUnit.isSameCode(each, asked.get()))) {
            List<String> near = Nearest.to(asked.get(), known);
            throw arguments.refused(
                    "--executor",
                    asked.get(),
                    near.isEmpty() ? get("executor-unknown", "") : get("executor-near", String.join(", ", near)));
        }
        return ActionSearch.carriedOutBy(asked.get());
    }

    private String get(String key, String known) {
        return ActionWords.WORDING.of(key, "known", known).in(words.locale());
    }
}
