package org.hrbudget.rules.testing.jqwik.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;
import org.hrbudget.model.Budget;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.rules.testing.PlantedBudget;
import org.hrbudget.rules.testing.PlantedBudgets;
import org.hrbudget.rules.testing.jqwik.BudgetArbitraries;
import org.hrbudget.rules.testing.jqwik.DamagedBudget;
import org.hrbudget.rules.testing.jqwik.ValidBudget;

/** Provides budgets where {@link ValidBudget} or {@link DamagedBudget} asks for them. Found by jqwik; not called by anyone else. */
public final class BudgetProvider implements ArbitraryProvider {

    private final Map<String, PlantedBudgets> byPack = new ConcurrentHashMap<>();

    /** Makes a provider, as jqwik does. */
    public BudgetProvider() {}

    /** {@return whether the type is a budget that is asked to be valid or damaged} */
    @Override
    public boolean canProvideFor(TypeUsage type) {
        return (type.isOfType(PlantedBudget.class) || type.isOfType(Budget.class))
                && (type.findAnnotation(ValidBudget.class).isPresent()
                        || type.findAnnotation(DamagedBudget.class).isPresent());
    }

    /** {@return the budgets asked for} */
    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage type, SubtypeProvider subtypes) {
        Optional<Arbitrary<PlantedBudget>> valid = type.findAnnotation(ValidBudget.class)
                .map(asked -> BudgetArbitraries.valid(budgets(asked.value()), asked.maxLines()));
        Optional<Arbitrary<PlantedBudget>> damaged = type.findAnnotation(DamagedBudget.class)
                .map(asked -> BudgetArbitraries.damaged(budgets(asked.value()), asked.maxLines()));
        if (valid.isPresent() && damaged.isPresent()) {
            throw new IllegalArgumentException(
                    "A budget is asked to be valid and damaged.\nMaybe keep one of the two annotations.");
        }
        Arbitrary<PlantedBudget> budgets = valid.or(() -> damaged).orElseThrow();
        return Set.of(type.isOfType(Budget.class) ? budgets.map(PlantedBudget::inMemory) : budgets);
    }

    private PlantedBudgets budgets(String pack) {
        return byPack.computeIfAbsent(pack, name -> {
            int slash = name.indexOf('/');
            if (slash < 1) {
                throw new IllegalArgumentException(
                        "\"" + name + "\" names no rule pack.\nMaybe write jurisdiction and version: mx-cmx/2011.1.");
            }
            return PlantedBudgets.of(RulePacks.load(name.substring(0, slash), name.substring(slash + 1)));
        });
    }
}
