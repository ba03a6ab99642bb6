package org.hrbudget.rules.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrbudget.model.Baseline.FundedAction;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.examples.ExampleBaseline;
import org.hrbudget.rules.internal.packs.examples.ExampleBudget;
import org.hrbudget.validation.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The recipes of a pack's defects, made of its own examples: whoever writes a rule with examples has defects of it to plant.
 * Each recipe is tried out before it is used: the example's cells, laid over a line without a defect, must still be the defect,
 * and what other defects they bring along is known and labelled too.
 *
 * @param pack the pack
 * @param background the lines among which defects are planted
 * @param columns the columns of its budgets
 * @param recipes the recipes that hold, in the order of the law
 * @param notPlanted the rules without one, with the reason
 * @param leftOut the examples that are not used, with the reason
 */
record RecipeBook(
        OpenPack pack,
        Background background,
        List<String> columns,
        List<Recipe> recipes,
        Map<String, String> notPlanted,
        List<String> leftOut) {

    static RecipeBook of(OpenPack pack) {
        Map<Rule, List<ExampleBudget>> examples = new LinkedHashMap<>();
        Set<String> aboutDocuments = new LinkedHashSet<>();
        for (Rule rule : pack.rules()) {
            List<ExampleBudget> all = ExampleBudget.of(pack, rule);
            List<ExampleBudget> plain =
                    all.stream().filter(example -> !example.documents()).toList();
            examples.put(rule, plain);
            if (plain.isEmpty() && !all.isEmpty()) {
                aboutDocuments.add(rule.id());
            }
        }
        Background background = Background.of(pack);
        Trial trial = new Trial(pack, columns(background, examples));
        Background settled = trial.settled(background, examples);
        List<Recipe> raw = new ArrayList<>();
        examples.forEach((rule, cases) -> cases.forEach(example -> raw.addAll(raw(settled, rule, example))));
        List<String> leftOut = new ArrayList<>();
        List<Recipe> recipes = trial.holding(settled, raw, leftOut);
        Map<String, String> notPlanted = new LinkedHashMap<>();
        for (Rule rule : pack.rules()) {
            if (recipes.stream().noneMatch(recipe -> recipe.ruleId().equals(rule.id()))) {
                notPlanted.put(
                        rule.id(),
                        aboutDocuments.contains(rule.id())
                                ? "it is about documents beside the budget, which are not made"
                                : whyNot(rule, examples.getOrDefault(rule, List.of()), leftOut));
            }
        }
        return new RecipeBook(pack, settled, trial.columns(), recipes, notPlanted, List.copyOf(leftOut));
    }

    private static List<String> columns(Background background, Map<Rule, List<ExampleBudget>> examples) {
        Set<String> columns = new LinkedHashSet<>(background.plain().keySet());
        for (int i = 0; i < background.openingLines(); i++) {
            columns.addAll(background.opening(i).keySet());
        }
        examples.values()
                .forEach(cases ->
                        cases.forEach(example -> example.lines().forEach(line -> columns.addAll(line.keySet()))));
        columns.add(Background.ENTRY);
        return List.copyOf(columns);
    }

    private static String whyNot(Rule rule, List<ExampleBudget> examples, List<String> leftOut) {
        if (rule.subject().equals("BudgetSummary")) {
            return "it is about the budget as a whole, of which there is only one";
        }
        if (examples.stream().noneMatch(example -> example.expected().contains(true))) {
            return "it has no example of a finding";
        }
        boolean earlier = examples.stream()
                .filter(example -> example.expected().contains(true))
                .allMatch(example -> lastYear(example)
                        .filter(ExampleBaseline::hasMoreThanActions)
                        .isPresent());
        if (earlier) {
            return "it is about what units or the whole budget came to last year, which is not made";
        }
        return leftOut.stream()
                .filter(text -> text.startsWith(rule.id() + ": "))
                .findFirst()
                .map(text -> "none of its examples can be used, the first being " + text)
                .orElse("it is about " + rule.subject() + ", which cannot be planted");
    }

    private static List<Recipe> raw(Background background, Rule rule, ExampleBudget example) {
        Recipe.RecipeKind kind = kind(rule);
        if (kind == null || !example.expected().contains(true)) {
            return List.of();
        }
        String name = rule.id() + ": " + example.name();
        List<Map<String, String>> lines = example.lines().stream()
                .map(line -> shifted(background, line, example.settings().get("budget_fiscal_year")))
                .toList();
        Set<Integer> attested = new LinkedHashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (example.expected().get(i)) {
                attested.add(i);
            }
        }
        Optional<ExampleBaseline> lastYear = lastYear(example);
        if (lastYear.filter(ExampleBaseline::hasMoreThanActions).isPresent()) {
            return List.of();
        }
        List<FundedAction> baseline = lastYear.map(ExampleBaseline::actions).orElse(List.of());
        if (kind != Recipe.RecipeKind.LINE) {
            return List.of(new Recipe(rule.id(), name, kind, lines, attested, Set.of(), baseline, Set.of()));
        }
        return attested.stream()
                .map(line -> new Recipe(
                        rule.id(), name, kind, List.of(lines.get(line)), Set.of(0), Set.of(), List.of(), Set.of()))
                .toList();
    }

    private static Optional<ExampleBaseline> lastYear(ExampleBudget example) {
        return Optional.ofNullable(example.settings().get("baseline")).flatMap(ExampleBaseline::of);
    }

    private static Recipe.@Nullable RecipeKind kind(Rule rule) {
        if (rule.scope() == Rule.Scope.LINE) {
            return Recipe.RecipeKind.LINE;
        }
        return switch (rule.subject()) {
            case "RepeatedKey" -> Recipe.RecipeKind.KEY;
            case "UnitSummary", "UnitRightSummary" -> Recipe.RecipeKind.UNIT;
            case "RightSummary", "ActionSummary" -> Recipe.RecipeKind.CODE;
            default -> null;
        };
    }

    /** An example of a budget of another year keeps its distance from the year of the budget. */
    private static Map<String, String> shifted(Background background, Map<String, String> line, @Nullable String year) {
        String stated = line.getOrDefault("fiscal_year", "").strip();
        if (year == null || !year.matches("[0-9]{4}") || !stated.matches("[0-9]{4}")) {
            return line;
        }
        int distance = Integer.parseInt(stated) - Integer.parseInt(year);
        Map<String, String> shifted = new LinkedHashMap<>(line);
        shifted.put("fiscal_year", Integer.toString(background.fiscalYear().value() + distance));
        return shifted;
    }

    /** {@return the rules that have a recipe, in the order of the law} */
    List<String> rules() {
        return pack.rules().stream()
                .map(Rule::id)
                .filter(id -> !notPlanted.containsKey(id))
                .toList();
    }

    /** {@return the recipes of some kinds by rule, in the order of the law} */
    Map<String, List<Recipe>> byRule(Set<Recipe.RecipeKind> kinds) {
        Map<String, List<Recipe>> byRule = new LinkedHashMap<>();
        recipes.stream()
                .filter(recipe -> kinds.contains(recipe.kind()))
                .forEach(recipe -> byRule.computeIfAbsent(recipe.ruleId(), id -> new ArrayList<>())
                        .add(recipe));
        return byRule;
    }

    /** {@return whether money may be multiplied without any rule minding: no limit is an amount} */
    boolean moneyScales() {
        return pack.parameters().values().stream()
                .noneMatch(parameter -> parameter.measure().equals("amount"));
    }
}
