package org.hrbudget.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.Input;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.Position;
import org.hrbudget.rules.authoring.RuleExplanation;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;

/** Tells what a rule says of one line of a budget, why, and how to repair the line. */
final class ExplainCommand {

    private final Arguments arguments;
    private final ProgramWords words;
    private final Screen screen;

    ExplainCommand(Arguments arguments, ProgramWords words, Screen screen) {
        this.arguments = arguments;
        this.words = words;
        this.screen = screen;
    }

    ExitCode run() throws IOException {
        String rule = arguments.positionals().get(0);
        String place = arguments.positionals().get(1);
        RowAddress address = RowAddress.of(place)
                .orElseThrow(() -> arguments.refused(RowAddress.LABEL, place, words.get("explain.address")));
        FiscalYear year = arguments.fiscalYear("--fiscal-year");
        LocalDate asOf = arguments.date("--as-of");
        List<ReportFormat> formats = ReportFormat.of(arguments, words, ReportFormat.TEXT_AND_JSON);
        List<RulePack> packs = new PackChoices(arguments, words).select(year, asOf);
        requireKnown(rule, packs);
        HeadStart.of(packs);
        RuleExplanation explanation;
        try (GivenFiles files = GivenFiles.of(arguments, words, screen, List.of(address.file()))) {
            explanation = explain(rule, packs, files.inputs(), address);
        }
        List<Refusal> lost = new ArrayList<>();
        for (ReportFormat format : formats) {
            format.write(
                            out -> new ExplanationText(explanation, words, out).write(),
                            (form, out) -> explanation.write(out),
                            words,
                            screen)
                    .ifPresent(lost::add);
        }
        Refusal.of(lost);
        return switch (explanation.answer()) {
            case VIOLATED -> ExitCode.THRESHOLD_REACHED;
            case NOT_JUDGED -> ExitCode.NOT_EVALUATED;
            case SATISFIED, NOT_EXAMINED -> ExitCode.BELOW_THRESHOLD;
        };
    }

    private void requireKnown(String rule, List<RulePack> packs) {
        List<String> ids = packs.stream()
                .flatMap(pack -> pack.rules().stream())
                .map(Rule::id)
                .distinct()
                .toList();
        if (!ids.contains(rule)) {
            String names = packs.stream().map(pack -> pack.manifest().id()).collect(Collectors.joining(", "));
            throw Refusal.noSuchRule(words, names, rule, ids);
        }
    }

    private RuleExplanation explain(String rule, List<RulePack> packs, List<Input> files, RowAddress address) {
        ReadingOptions reading = new ReadingOptions(arguments, words);
        RuleExplanation.Builder explanation = RuleExplanation.of(rule, packs.toArray(RulePack[]::new));
        reading.programme().ifPresent(explanation::programme);
        reading.itemCatalogue().ifPresent(explanation::itemCatalogue);
        explanation.with(validator -> {
            reading.give(validator, packs.get(0));
            UnitDocuments.give(arguments, validator);
        });
        try {
            return explanation.on(reading.source(files, packs.get(0)), new Position("", address.row()));
        } catch (BudgetReadException e) {
            throw LayoutChoice.misfit(e, files, reading.layout(), words);
        }
    }
}
