package org.hrbudget.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.internal.facts.Vocabulary;
import org.hrbudget.validation.spi.Catalogues;
import org.hrbudget.validation.spi.RuleEvaluation;
import org.jspecify.annotations.Nullable;

/** A pack whose rules are predicates: what a system with an engine of its own would write. */
final class StubPack implements RulePack {

    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Predicate<Object>> defects = new LinkedHashMap<>();

    /** Adds a rule over one kind of fact, which requires the named properties to be given. */
    StubPack rule(String id, Severity severity, String subject, Predicate<Object> defect, String... guards) {
        FactType type = Vocabulary.type(subject);
        Set<DataItem> needs = new HashSet<>();
        List<Rule.Guard> required = new ArrayList<>();
        Map<String, Finding.Detail.Type> details = new HashMap<>();
        for (String guard : guards) {
            Property property = type.property(guard);
            needs.addAll(property.items());
            required.add(new Rule.Guard(guard, property.absence() == Property.Absence.MISSING));
            details.put(
                    guard,
                    property.type() == Property.Type.AMOUNT ? Finding.Detail.Type.AMOUNT : Finding.Detail.Type.TEXT);
        }
        Bilingual text = new Bilingual(id + " in {unit}, row {row}", id + " en {unit}, renglón {row}");
        Rule.LegalBasis basis =
                new Rule.LegalBasis("test", "a test", null, null, "this test", Rule.LegalBasis.Evidence.SOURCED);
        rules.add(new Rule(
                id,
                severity,
                severity == Severity.ERROR,
                basis,
                type.scope(),
                subject,
                needs,
                required,
                details,
                text,
                text,
                text,
                "x.drl",
                ""));
        defects.put(id, defect);
        return this;
    }

    /** Says of the rule added last, or before, that it is a duty whatever it weighs. */
    StubPack duty(String id) {
        rules.replaceAll(rule -> rule.id().equals(id) ? asDuty(rule) : rule);
        return this;
    }

    private static Rule asDuty(Rule rule) {
        return new Rule(
                rule.id(),
                rule.severity(),
                true,
                rule.legalBasis(),
                rule.scope(),
                rule.subject(),
                rule.needs(),
                rule.guards(),
                rule.details(),
                rule.title(),
                rule.message(),
                rule.remedy(),
                rule.file(),
                rule.condition());
    }

    @Override
    public PackManifest manifest() {
        return new PackManifest(
                "mx-test",
                Set.of(),
                "1",
                null,
                new Bilingual("Test", "Prueba"),
                "none",
                "MXN",
                null,
                null,
                null,
                FiscalYear.of(2000),
                null,
                null,
                Map.of(),
                null);
    }

    @Override
    public List<Rule> rules() {
        return rules;
    }

    @Override
    public Catalogues catalogues() {
        return Catalogues.of(Map.of());
    }

    @Override
    public RuleEvaluation evaluate(Rule.Scope scope, Collection<? extends Fact> facts) {
        List<RuleEvaluation.Match> matches = new ArrayList<>();
        Map<String, String> failures = new HashMap<>();
        for (Rule rule : rules) {
            if (rule.scope() == scope) {
                facts.forEach(fact -> judge(rule, fact, matches, failures));
            }
        }
        return new RuleEvaluation(matches, failures);
    }

    /** The first property that the rule requires. */
    private static @Nullable String focus(Rule rule) {
        return rule.guards().stream().map(Rule.Guard::property).findFirst().orElse(null);
    }

    private void judge(Rule rule, Fact fact, List<RuleEvaluation.Match> matches, Map<String, String> failures) {
        FactType type = Vocabulary.type(rule.subject());
        if (!type.factClass().isInstance(fact)
                || rule.guards().stream()
                        .anyMatch(guard -> type.property(guard.property()).of(fact) == null)) {
            return;
        }
        try {
            if (defects.get(rule.id()).test(fact)) {
                Map<String, Object> bindings = new HashMap<>();
                rule.details()
                        .keySet()
                        .forEach(name -> bindings.put(name, type.property(name).of(fact)));
                matches.add(new RuleEvaluation.Match(rule.id(), fact, focus(rule), bindings));
            }
        } catch (RuntimeException e) {
            failures.put(rule.id(), e.getMessage());
        }
    }
}
