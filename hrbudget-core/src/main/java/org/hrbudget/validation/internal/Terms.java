package org.hrbudget.validation.internal;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrbudget.io.YearlySeries;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.validation.internal.facts.DeflatorFact;
import org.hrbudget.validation.internal.facts.FactContext;
import org.hrbudget.validation.spi.Catalogues;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a validator as they hold for one budget: what every part of its validation shares. Immutable.
 *
 * @param settings what the validator was built with
 * @param header what holds for the budget as a whole, with the fiscal year it is validated for
 * @param baseline last year's funded actions, if given
 * @param documents the documents given beside the budget
 * @param listedActions the codes of the actions on the list of each unit, if lists are given
 * @param availability the data that can be counted on
 * @param columns by file, the heading of each field
 */
record Terms(
        Settings settings,
        BudgetHeader header,
        @Nullable Baseline baseline,
        Documents documents,
        @Nullable Map<String, Set<String>> listedActions,
        Availability availability,
        Map<String, Map<String, String>> columns) {

    /** {@return the terms for a budget of which this is known before its first line} */
    static Terms of(Settings settings, LineReader.Outline outline) {
        Baseline baseline = settings.baseline() != null ? settings.baseline() : outline.baseline();
        BudgetHeader header = settings.withFiscalYear(outline.header());
        Documents documents = Documents.of(settings.documents(), header.fiscalYear());
        Set<DataItem> given = EnumSet.noneOf(DataItem.class);
        given.addAll(documents.items());
        if (settings.programme() != null) {
            given.add(DataItem.PROGRAMME);
        }
        if (settings.items() != null) {
            given.add(DataItem.ITEM_CATALOGUE);
        }
        // Of an index that lacks a year, no rule would find anything: silence, where nothing was compared.
        YearlySeries deflator = settings.deflator();
        if (deflator != null && deflator.years().containsAll(years(header, baseline))) {
            given.add(DataItem.DEFLATOR);
        }
        Map<String, Map<String, String>> columns = new HashMap<>(documents.columns());
        columns.putAll(outline.columns());
        return new Terms(
                settings,
                header,
                baseline,
                documents,
                documents.listsByUnit(settings.programme()),
                new Availability(outline.header(), outline.promises(), given, baseline),
                columns);
    }

    private static Set<FiscalYear> years(BudgetHeader header, @Nullable Baseline baseline) {
        Set<FiscalYear> years = new HashSet<>();
        if (header.fiscalYear() != null) {
            years.add(header.fiscalYear());
        }
        if (baseline != null) {
            years.add(baseline.fiscalYear());
        }
        return years;
    }

    /** {@return the human-rights programme, if given} */
    @Nullable
    HumanRightsProgramme programme() {
        return settings.programme();
    }

    /** {@return the index of prices, if given} */
    @Nullable
    YearlySeries prices() {
        return settings.deflator();
    }

    /** {@return the index of prices, a fact for each year; none where it was not given} */
    List<DeflatorFact> deflators() {
        YearlySeries index = prices();
        return index == null ? List.of() : DeflatorFact.of(index);
    }

    /** {@return what the codes of a line are resolved against, by a pack that has these code lists} */
    FactContext context(Catalogues catalogues) {
        return new FactContext(
                header.fiscalYear(),
                header.phase(),
                catalogues,
                settings.programme(),
                settings.items(),
                listedActions,
                availability.items().contains(DataItem.NO_ACTION_REASON));
    }
}
