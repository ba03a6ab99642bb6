package org.hrbudget.cli;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Budgets;
import org.hrbudget.io.Input;
import org.hrbudget.io.ItemCatalogues;
import org.hrbudget.io.Layout;
import org.hrbudget.io.Programmes;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.RulePack;
import org.jspecify.annotations.Nullable;

/** The options that say how budgets are read, and what is read beside them. */
final class ReadingOptions {

    private final Arguments arguments;
    private final ProgramWords words;
    private final Layout layout;

    ReadingOptions(Arguments arguments, ProgramWords words) {
        this.arguments = arguments;
        this.words = words;
        this.layout = LayoutChoice.of(arguments);
    }

    Layout layout() {
        return layout;
    }

    /**
     * {@return the source of the budget that files together are}
     *
     * @param files the files
     * @param pack a pack it is checked with, whose jurisdiction's budget it is unless something says otherwise
     */
    BudgetSource source(List<Input> files, RulePack pack) {
        return reading(files, pack).source();
    }

    /**
     * {@return the source of the budget of one unit}
     *
     * @param file the file
     * @param pack a pack it is checked with
     * @param submitted the day it was handed in, or {@code null} where nobody says it
     */
    BudgetSource ofUnit(Input file, RulePack pack, @Nullable LocalDate submitted) {
        Budgets.Reading reading = reading(List.of(file), pack).scope(BudgetHeader.Scope.UNIT);
        if (submitted != null) {
            reading.submitted(submitted);
        }
        return reading.source();
    }

    /**
     * {@return the source of a budget whose scope is known}
     *
     * @param files the files
     * @param pack a pack it is checked with
     * @param scope whether it is the whole or that of one unit
     */
    BudgetSource source(List<Input> files, RulePack pack, BudgetHeader.Scope scope) {
        return reading(files, pack).scope(scope).source();
    }

    /** {@return how the budget is read that files together are, see {@link #source}} */
    Budgets.Reading reading(List<Input> files, RulePack pack) {
        Budgets.Reading reading = Budgets.reading(files.toArray(Input[]::new))
                .layout(layout)
                .assumedJurisdiction(pack.manifest().jurisdiction())
                .assumedFiscalYear(arguments.fiscalYear("--fiscal-year"));
        written(arguments, reading);
        arguments.path("--links").ifPresent(reading::links);
        arguments.choice("--phase", BudgetPhase.class).ifPresent(reading::phase);
        arguments.choice("--scope", BudgetHeader.Scope.class).ifPresent(reading::scope);
        arguments.text("--submitted").ifPresent(text -> reading.submitted(arguments.date("--submitted")));
        arguments.text("--jurisdiction").ifPresent(reading::jurisdiction);
        arguments.text("--currency").ifPresent(reading::currency);
        return reading;
    }

    /** Sets what the caller says of how the text of files is written. */
    static void written(Arguments arguments, Budgets.Reading reading) {
        arguments.text("--sheet").ifPresent(reading::sheet);
        arguments.text("--entry").ifPresent(reading::entry);
        arguments.charset("--charset").ifPresent(reading::charset);
        arguments.sign("--separator", ",;|\t:").ifPresent(reading::separator);
        arguments.sign("--decimal", ".,").ifPresent(reading::decimal);
        if (arguments.given("--heading-row")) {
            reading.headingRow(arguments.number("--heading-row", 1));
        }
    }

    Optional<HumanRightsProgramme> programme() {
        return arguments.path("--programme").map(Programmes::read);
    }

    Optional<Collection<String>> itemCatalogue() {
        return arguments.path("--item-catalogue").map(ItemCatalogues::read);
    }

    /**
     * Has a validator read what it has beside the budget, but for documents of units, so that its report tells of these files too.
     *
     * @param to the validator
     * @param pack a pack it checks with, whose jurisdiction's budget last year's is unless something says otherwise
     */
    void give(BudgetValidator.Builder to, RulePack pack) {
        if (arguments.given("--baseline") && arguments.given("--baseline-budget")) {
            throw Refusal.wrongUsage(words.get("baseline.twice"));
        }
        arguments.path("--programme").map(Input::of).ifPresent(to::programme);
        arguments.path("--baseline").map(Input::of).ifPresent(to::baseline);
        arguments.path("--item-catalogue").map(Input::of).ifPresent(to::itemCatalogue);
        arguments.path("--deflator").map(Input::of).ifPresent(to::deflator);
        arguments.path("--baseline-budget").ifPresent(file -> to.baseline(lastYear(Input.of(file), pack)));
    }

    /** {@return last year's budget, read as this year's is} */
    private BudgetSource lastYear(Input file, RulePack pack) {
        Budgets.Reading reading = Budgets.reading(file)
                .layout(layout)
                .assumedJurisdiction(pack.manifest().jurisdiction())
                .fiscalYear(arguments.fiscalYear("--fiscal-year").previous());
        written(arguments, reading);
        return reading.source();
    }
}
