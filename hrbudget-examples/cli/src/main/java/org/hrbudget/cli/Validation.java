package org.hrbudget.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.Waivers;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.Waiver;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.RulePack;
import org.jspecify.annotations.Nullable;

/** One validation of a budget, as the arguments of {@code validate} ask for it. */
final class Validation {

    private static final int FINDINGS_PER_RULE = 1_000;

    private final Arguments arguments;
    private final ProgramWords words;
    private final Screen screen;
    private final RunSettings settings;
    private final boolean preview;
    private final FiscalYear year;
    private final LocalDate asOf;
    private final int threads;
    private final int findingsPerRule;
    private final List<Waiver> waivers;
    private Budgets.@Nullable Reading reading;

    Validation(Arguments arguments, ProgramWords words, Screen screen) {
        this.arguments = arguments;
        this.words = words;
        this.screen = screen;
        this.settings = new RunSettings(arguments, words, screen);
        this.preview = arguments.given("--preview-next");
        this.year = arguments.fiscalYear("--fiscal-year");
        this.asOf = arguments.date("--as-of");
        this.threads = settings.threads();
        this.findingsPerRule = arguments.number("--max-findings-per-rule", FINDINGS_PER_RULE);
        settings.requireFindingsFile();
        this.waivers = arguments.path("--waivers").map(Waivers::read).orElse(List.of());
    }

    /** {@return the settings of the run} */
    RunSettings settings() {
        return settings;
    }

    int threads() {
        return threads;
    }

    /** {@return how the budget was read that {@link #forecast} is of} */
    Budgets.Reading reading() {
        return Objects.requireNonNull(reading, "reading");
    }

    /** {@return what today's packs say of the budget in some files and, where it is asked for, what coming ones would} */
    BudgetValidator.Forecast forecast(List<Input> files) throws IOException {
        PackChoices choices = new PackChoices(arguments, words);
        new PackSignature(arguments, words).say(screen);
        List<RulePack> packs = choices.select(year, asOf);
        HeadStart.of(packs);
        BudgetValidator.Builder validator = BudgetValidator.builder()
                .threads(threads)
                .maxFindingsPerRule(findingsPerRule)
                .packs(packs.toArray(RulePack[]::new));
        ReadingOptions options = new ReadingOptions(arguments, words);
        Budgets.Reading budget = options.reading(files, packs.get(0));
        reading = budget;
        options.give(validator, packs.get(0));
        UnitDocuments.give(arguments, validator);
        BudgetValidator ready = validator.build();
        try {
            return ready.forecast(budget.source(), preview ? coming(packs, choices) : List.of(), settings.start());
        } catch (BudgetReadException e) {
            throw LayoutChoice.misfit(e, files, options.layout(), words);
        } finally {
            settings.done();
        }
    }

    private static List<RulePack> coming(List<RulePack> packs, PackChoices choices) {
        return packs.stream()
                .flatMap(pack -> pack.manifest().selected().stream())
                .flatMap(selection -> choices.library().upcoming(selection).stream())
                .toList();
    }

    /** {@return the document of the answer, with what waivers let stand where some are given} */
    ReportDocument document(BudgetValidator.Forecast forecast, Locale locale, Map<String, String> run) {
        ReportDocument document =
                preview ? ReportDocument.of(forecast, locale, run) : ReportDocument.of(forecast.report(), locale, run);
        return waivers.isEmpty() ? document : document.waiving(waivers, asOf);
    }
}
