package org.hrbudget.validation.internal;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrbudget.io.BudgetDocument;
import org.hrbudget.io.Input;
import org.hrbudget.io.YearlySeries;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.summary.RepeatedKey;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.internal.facts.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * What a validator was built with, and what surrounds each of its runs. Immutable.
 *
 * @param packs the validator's packs
 * @param programme the human-rights programme, if given
 * @param items the object items of the year, if given
 * @param baseline last year's funded actions, if given, in place of those a budget brings along
 * @param deflator an index of prices by year, if given
 * @param documents the documents given beside the budget, by what they are
 * @param files the accounts of the files that programme, items, baseline and deflator were read from
 * @param asked the fiscal year to check for whatever the packs govern, if given
 * @param threads how many threads check lines
 * @param keep how many findings of a rule are kept
 */
public record Settings(
        List<RulePack> packs,
        @Nullable HumanRightsProgramme programme,
        @Nullable Set<String> items,
        @Nullable Baseline baseline,
        @Nullable YearlySeries deflator,
        Map<DataItem, BudgetDocument<?>> documents,
        List<Input.Account> files,
        @Nullable FiscalYear asked,
        int threads,
        int keep) {

    /** Copies the lists and the map. */
    public Settings {
        packs = List.copyOf(packs);
        requireTogether(packs);
        documents = Map.copyOf(documents);
        files = List.copyOf(files);
    }

    /** {@return these settings with other packs} */
    public Settings judgedBy(List<RulePack> others) {
        return new Settings(others, programme, items, baseline, deflator, documents, files, asked, threads, keep);
    }

    private static void requireTogether(List<RulePack> packs) {
        if (packs.isEmpty()) {
            throw new IllegalArgumentException(
                    "A validator needs a rule pack.\nMaybe select one with RulePacks.select(...).");
        }
        Set<String> jurisdictions = new HashSet<>();
        Set<FiscalYear> years = new LinkedHashSet<>();
        for (RulePack pack : packs) {
            PackManifest manifest = pack.manifest();
            if (!jurisdictions.add(manifest.jurisdiction())) {
                throw new IllegalArgumentException("Two packs of " + manifest.jurisdiction() + ", the second being "
                        + manifest.id() + ".\nMaybe keep the one that governs the fiscal year.");
            }
            manifest.selected().ifPresent(selection -> years.add(selection.fiscalYear()));
        }
        if (years.size() > 1) {
            throw new IllegalArgumentException("The packs were selected for different fiscal years: " + years
                    + ".\nMaybe select them all for the year of the budget.");
        }
    }

    /** A source that states no fiscal year is taken to be of the year asked for, else of that its pack was selected for. */
    BudgetHeader withFiscalYear(BudgetHeader header) {
        if (header.fiscalYear() != null) {
            return header;
        }
        FiscalYear selected = packs.stream()
                .flatMap(pack -> pack.manifest().selected().stream())
                .map(PackManifest.Selection::fiscalYear)
                .findFirst()
                .orElse(null);
        return new BudgetHeader(
                header.jurisdiction(),
                asked != null ? asked : selected,
                header.currency(),
                header.submitted(),
                header.phase(),
                header.scope());
    }

    /** {@return whether a rule of the packs is about repeated keys} */
    public boolean looksForRepeatedKeys() {
        return packs.stream()
                .flatMap(pack -> pack.rules().stream())
                .anyMatch(rule -> Vocabulary.type(rule.subject()).factClass().equals(RepeatedKey.class));
    }
}
