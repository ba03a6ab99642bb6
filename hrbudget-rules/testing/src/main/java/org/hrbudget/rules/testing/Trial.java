package org.hrbudget.rules.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrbudget.io.YearlySeries;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.Baseline.FundedAction;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.examples.ExampleBudget;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/**
 * Tries lines and recipes out on small budgets.
 *
 * @param pack the pack whose rules judge
 * @param columns the columns of the budgets
 */
record Trial(OpenPack pack, List<String> columns) {

    private static final int SAMPLE = 40;
    private static final int MOST_BLANKS = 4;
    private static final long SEED = 1;
    /** Other actions were funded last year too, so that a line that names one makes none new, and none is dropped for nothing. */
    private static final String DROPPED = "Concluida";

    /** What a pack's budgets are checked with besides their lines. */
    record Beside(
            @Nullable HumanRightsProgramme programme,
            @Nullable Baseline baseline,
            @Nullable YearlySeries deflator) {

        /** {@return the programme of a background and its copies, and what was funded last year} */
        static Beside of(Background background, List<Renaming> copies, List<FundedAction> more) {
            HumanRightsProgramme programme = background.programme();
            if (programme == null) {
                return new Beside(null, null, null);
            }
            List<HumanRight> rights = new ArrayList<>(programme.chapters());
            List<HrpAction> actions = new ArrayList<>(programme.actions());
            for (Renaming copy : copies) {
                rights.addAll(copy.rights(programme));
                actions.addAll(copy.actions(programme));
            }
            List<FundedAction> funded = new ArrayList<>();
            background
                    .firstActions()
                    .forEach(code -> funded.add(new FundedAction(code, BigDecimal.TEN.setScale(2), null)));
            programme.actions().stream()
                    .map(HrpAction::code)
                    .filter(code -> !background.firstActions().contains(code))
                    .forEach(code -> funded.add(new FundedAction(code, BigDecimal.TEN.setScale(2), DROPPED)));
            funded.addAll(more);
            return new Beside(
                    HumanRightsProgramme.of(programme.name(), rights, actions),
                    Baseline.of(background.fiscalYear().previous(), funded),
                    samePrices(background.fiscalYear()));
        }

        /** Prices stay what they were, so that a line without a defect takes nothing from a right in real terms. */
        private static YearlySeries samePrices(FiscalYear year) {
            BigDecimal index = BigDecimal.valueOf(100);
            return YearlySeries.of("planted prices", null, Map.of(year.previous(), index, year, index));
        }

        /** {@return a validator that has all of it, but the baseline, and keeps all findings} */
        BudgetValidator.Builder validator(Set<String> items, RulePack... packs) {
            BudgetValidator.Builder validator = BudgetValidator.builder()
                    .packs(packs)
                    .programme(programme)
                    .itemCatalogue(items)
                    .maxFindingsPerRule(Integer.MAX_VALUE);
            return deflator == null ? validator : validator.deflator(deflator);
        }
    }

    /**
     * {@return a background that no rule minds: where one does, it takes the cells of an example of the rule's silence}
     *
     * <p>So a rule that asks for a column this class has never heard of gets it from the pack itself.
     */
    Background settled(Background background, Map<Rule, List<ExampleBudget>> examples) {
        Background current = background;
        Set<String> minding = minding(current);
        for (Map.Entry<Rule, List<ExampleBudget>> rule : examples.entrySet()) {
            if (!minding.contains(rule.getKey().id())) {
                continue;
            }
            for (Map<String, String> cells : silent(rule.getValue())) {
                Background candidate = current.with(cells);
                Set<String> left = minding(candidate);
                if (left.size() < minding.size() && !left.contains(rule.getKey().id())) {
                    current = candidate;
                    minding = left;
                    break;
                }
            }
        }
        return current;
    }

    private static List<Map<String, String>> silent(List<ExampleBudget> examples) {
        List<Map<String, String>> silent = new ArrayList<>();
        for (ExampleBudget example : examples) {
            if (!example.expected().contains(true)) {
                Map<String, String> cells = new LinkedHashMap<>(example.lines().get(0));
                cells.keySet().removeAll(Set.of("unit_code", "fiscal_year"));
                silent.add(cells);
            }
        }
        return silent;
    }

    private Set<String> minding(Background background) {
        Draw draw = new Draw(SEED);
        List<Map<String, String>> rows = opening(background);
        for (int i = 0; i < SAMPLE; i++) {
            rows.add(background.drawn(draw, Background.FIRST_UNIT, i % 3 != 0));
        }
        return report(background, rows, Beside.of(background, List.of(), List.of())).ledger().stream()
                .filter(entry -> entry.violated() > 0 || entry.undetermined() > 0)
                .map(LedgerEntry::rule)
                .map(Rule::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Map<String, String>> opening(Background background) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < background.openingLines(); i++) {
            rows.add(background.opening(i));
        }
        return rows;
    }

    /** {@return the recipes that make the defect of their example, with the labels of all defects they make} */
    List<Recipe> holding(Background background, List<Recipe> raw, List<String> leftOut) {
        List<Recipe> lines = raw.stream()
                .filter(recipe -> recipe.kind() == Recipe.RecipeKind.LINE)
                .toList();
        List<Recipe> isolated = isolated(background, lines);
        List<Recipe> holding = new ArrayList<>();
        int line = 0;
        for (Recipe recipe : raw) {
            Recipe tried = recipe.kind() == Recipe.RecipeKind.LINE
                    ? isolated.get(line++)
                    : labelled(background, raw, recipe, leftOut);
            boolean holds =
                    tried.labels().stream().anyMatch(label -> label.ruleId().equals(recipe.ruleId()));
            if (holds) {
                holding.add(tried);
            } else if (recipe.kind() == Recipe.RecipeKind.LINE) {
                leftOut.add(
                        recipe.example() + ": among the other columns of a line it is no defect, or cannot be read");
            }
        }
        return holding;
    }

    /** Blanks the columns that only bring other defects along, a few at most, whichever leaves the fewest. */
    private List<Recipe> isolated(Background background, List<Recipe> raw) {
        List<Recipe> current = judged(background, raw);
        for (int step = 0; step < MOST_BLANKS; step++) {
            List<Recipe> variants = new ArrayList<>();
            List<Integer> origins = new ArrayList<>();
            for (int i = 0; i < current.size(); i++) {
                Recipe recipe = current.get(i);
                if (recipe.labels().size() > 1) {
                    for (String column : background.plain().keySet()) {
                        if (!recipe.gives(column) && !recipe.blank().contains(column)) {
                            variants.add(recipe.withBlank(column));
                            origins.add(i);
                        }
                    }
                }
            }
            List<Recipe> best = new ArrayList<>(current);
            List<Recipe> tried = judged(background, variants);
            for (int i = 0; i < tried.size(); i++) {
                Recipe variant = tried.get(i);
                boolean holds = variant.labels().stream()
                        .anyMatch(label -> label.ruleId().equals(variant.ruleId()));
                if (holds
                        && variant.labels().size()
                                < best.get(origins.get(i)).labels().size()) {
                    best.set(origins.get(i), variant);
                }
            }
            current = best;
        }
        return current;
    }

    /** {@return recipes of one line with the defects they have side by side in one budget} */
    private List<Recipe> judged(Background background, List<Recipe> recipes) {
        List<Map<String, String>> rows = opening(background);
        long first = rows.size() + 2L;
        for (Recipe recipe : recipes) {
            rows.addAll(recipe.planted(background.plain(), Map.of(), Renaming.NONE));
        }
        Map<Long, Set<Recipe.Label>> found = new HashMap<>();
        Beside beside = Beside.of(background, List.of(), List.of());
        for (Finding finding : report(background, rows, beside).findings()) {
            if (finding.position() != null) {
                found.computeIfAbsent(finding.position().row(), row -> new LinkedHashSet<>())
                        .add(new Recipe.Label(finding.ruleId(), PlantedBudget.Defect.Place.row(0)));
            }
        }
        List<Recipe> judged = new ArrayList<>();
        for (Recipe recipe : recipes) {
            judged.add(recipe.withLabels(found.getOrDefault(first + judged.size(), Set.of())));
        }
        return judged;
    }

    /** {@return a recipe of several lines with the defects it has in a budget of its own; without labels where it has others} */
    private Recipe labelled(Background background, List<Recipe> all, Recipe recipe, List<String> leftOut) {
        HumanRightsProgramme programme = background.programme();
        Renaming names = Renaming.ofUnits(Map.of());
        List<Renaming> copies = List.of();
        if (recipe.kind() == Recipe.RecipeKind.UNIT) {
            names = Renaming.ofUnits(freshUnits(recipe, 1));
        } else if (recipe.kind() == Recipe.RecipeKind.CODE && programme != null) {
            Optional<Renaming> copy = Renaming.ofCopy(programme, Recipe.actionsNamed(all), 1);
            if (copy.isEmpty()) {
                leftOut.add(recipe.example() + ": the programme has no codes left");
                return recipe;
            }
            names = copy.get();
            copies = List.of(names);
        }
        List<Map<String, String>> rows = opening(background);
        long first = rows.size() + 2L;
        rows.addAll(recipe.planted(background.plain(), Map.of(Background.ENTRY, "1"), names));
        Beside beside = Beside.of(
                background,
                copies,
                recipe.baseline().stream().map(names::funded).toList());
        Set<Recipe.Label> labels = new LinkedHashSet<>();
        for (Finding finding : report(background, rows, beside).findings()) {
            PlantedBudget.Defect.Place place = PlantedBudget.Defect.Place.of(finding);
            Optional<PlantedBudget.Defect.Place> own =
                    names.back(place, first, recipe.lines().size());
            if (own.isPresent()) {
                labels.add(new Recipe.Label(finding.ruleId(), own.get()));
            } else if (place.kind() != PlantedBudget.Defect.Place.PlaceKind.BUDGET) {
                leftOut.add(recipe.example() + ": it makes a defect elsewhere: " + finding.ruleId() + " at " + place);
                return recipe;
            }
        }
        Set<PlantedBudget.Defect.Place> found = labels.stream()
                .filter(label -> label.ruleId().equals(recipe.ruleId()))
                .map(Recipe.Label::place)
                .collect(Collectors.toSet());
        if (found.isEmpty() || (recipe.kind() != Recipe.RecipeKind.CODE && !found.equals(attested(recipe)))) {
            leftOut.add(recipe.example() + ": among the other columns of a line it is another defect: " + found);
            return recipe;
        }
        return recipe.withLabels(labels);
    }

    private static Set<PlantedBudget.Defect.Place> attested(Recipe recipe) {
        return recipe.attested().stream()
                .map(line -> recipe.kind() == Recipe.RecipeKind.KEY
                        ? PlantedBudget.Defect.Place.row(line)
                        : new PlantedBudget.Defect.Place(
                                PlantedBudget.Defect.Place.PlaceKind.UNIT,
                                Recipe.unitOf(recipe.lines().get(line))))
                .collect(Collectors.toSet());
    }

    /** {@return new units for those of a recipe, numbered from this one} */
    static Map<String, String> freshUnits(Recipe recipe, int from) {
        Map<String, String> units = new LinkedHashMap<>();
        for (String unit : recipe.units()) {
            units.put(unit, Background.unit(from + units.size()));
        }
        return units;
    }

    private ValidationReport report(Background background, List<Map<String, String>> rows, Beside beside) {
        List<Map<String, String>> numbered = new ArrayList<>();
        for (Map<String, String> row : rows) {
            Map<String, String> line = new LinkedHashMap<>(row);
            line.putIfAbsent(Background.ENTRY, "t" + numbered.size());
            numbered.add(line);
        }
        RowFile file = new RowFile("trial.csv", columns, numbered::iterator);
        return beside.validator(background.items(pack), pack)
                .build()
                .validate(file.reading(pack.manifest().jurisdiction(), background.fiscalYear(), beside.baseline())
                        .source());
    }
}
