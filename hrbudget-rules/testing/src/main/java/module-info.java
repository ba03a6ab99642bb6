/** For those who test with packs: scenarios, planted budgets, and budgets for property tests with jqwik. */
@org.jspecify.annotations.NullMarked
module org.hrbudget.rules.testing {
    requires transitive org.hrbudget.rules;
    requires transitive static net.jqwik.api;
    requires transitive static org.jspecify;

    exports org.hrbudget.rules.testing;
    exports org.hrbudget.rules.testing.jqwik;

    provides net.jqwik.api.providers.ArbitraryProvider with
            org.hrbudget.rules.testing.jqwik.internal.BudgetProvider;
}
