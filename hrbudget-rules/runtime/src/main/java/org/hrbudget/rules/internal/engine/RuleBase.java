package org.hrbudget.rules.internal.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.FaultWords;
import org.hrbudget.rules.internal.language.RuleText.Demand;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.spi.RuleEvaluation;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.definition.KiePackage;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.conf.ParallelRulesBuildThresholdOption;
import org.kie.internal.conf.ConstraintJittingThresholdOption;
import org.kie.internal.io.ResourceFactory;

/** Some compiled rules. Immutable and safe to share between threads: each call has a session of its own. */
final class RuleBase {

    private static final FaultWords WORDS = FaultWords.beside(RuleBase.class);

    /** What the engine said of a fact, and the facts it met with, in the order of the rule's parts; none where it met no other. */
    private record Fired(EngineRule written, Fact subject, List<@Nullable Object> met) {}

    private final KieBase base;
    private final Map<String, EngineRule> rules;
    private final Set<String> limits = new TreeSet<>();
    private final Set<String> lists = new TreeSet<>();

    private RuleBase(KieBase base, Map<String, EngineRule> rules) {
        this.base = base;
        this.rules = rules;
        rules.values().forEach(written -> {
            limits.addAll(written.rule().limits().values());
            lists.addAll(written.rule().lists().values());
        });
    }

    /**
     * {@return these rules, compiled}
     *
     * @param checked the rules
     * @throws RulePackException if the engine objects to a rule, or loses one
     */
    static RuleBase compile(Collection<CheckedRule> checked) {
        Map<String, EngineRule> rules = new LinkedHashMap<>();
        for (CheckedRule rule : checked) {
            EngineRule.of(rule).forEach(written -> rules.put(written.name(), written));
        }
        return withOwnLoader(() -> new RuleBase(build(RuleWriter.write(rules.values()), rules.keySet()), rules));
    }

    /**
     * {@return what a step yields while the thread's context class loader is that of this class, which sees the fact model and the
     * engine; the caller's may see neither, and the engine asks it here and there whatever loader it was given}
     */
    private static <T> T withOwnLoader(Supplier<T> step) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(RuleBase.class.getClassLoader());
        try {
            return step.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** {@return whether rules that ask nothing of ours match the one fact they are given} */
    static boolean matchesOne(PackageDescr rules, Set<String> names) {
        return withOwnLoader(() -> {
            KieSession session = build(rules, names).newKieSession();
            try {
                session.insert(RuleWriter.PROBED);
                return session.fireAllRules() == names.size();
            } finally {
                session.dispose();
            }
        });
    }

    private static KieBase build(PackageDescr rules, Set<String> names) {
        ClassLoader loader = RuleBase.class.getClassLoader();
        KnowledgeBuilderConfiguration building =
                KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(new Properties(), loader);
        // Else the engine builds in threads of its own, which hold the class loader for a minute after the last rule.
        building.setOption(ParallelRulesBuildThresholdOption.get(-1));
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(building);
        builder.add(ResourceFactory.newDescrResource(rules), ResourceType.DESCR);
        if (builder.hasErrors()) {
            throw new RulePackException(
                    WORDS.text("rules-refused", "errors", builder.getErrors(), "rules", String.join(", ", names)));
        }
        KieBaseConfiguration configuration = RuleBaseFactory.newKnowledgeBaseConfiguration(new Properties(), loader);
        // Constraints become byte code at their first use, in the calling thread. Else the engine interprets them
        // at first and compiles them later in threads of its own, so that what runs would depend on time.
        configuration.setOption(ConstraintJittingThresholdOption.get(0));
        InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase(configuration);
        base.addPackages(builder.getKnowledgePackages());
        Set<String> built = base.getKiePackages().stream()
                .map(KiePackage::getRules)
                .flatMap(Collection::stream)
                .map(rule -> rule.getName())
                .collect(Collectors.toSet());
        if (!built.equals(names)) {
            throw new RulePackException(WORDS.text(
                    "rules-lost",
                    "built",
                    String.join(", ", new TreeSet<>(built)),
                    "rules",
                    String.join(", ", new TreeSet<>(names))));
        }
        return base;
    }

    /**
     * {@return what the rules say of these facts}
     *
     * @param facts the facts
     * @param terms what the rules compare with; a rule that asks for more than is there matches nothing
     */
    RuleEvaluation evaluate(Collection<?> facts, RuleTerms terms) {
        return withOwnLoader(() -> run(facts, terms));
    }

    private RuleEvaluation run(Collection<?> facts, RuleTerms terms) {
        List<Fired> fired = new ArrayList<>();
        KieSession session = base.newKieSession();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    fired.add(fired(event.getMatch()));
                }
            });
            terms.limits(limits).forEach(session::insert);
            terms.lists(lists).forEach(session::insert);
            facts.forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return evaluation(fired, terms);
    }

    private Fired fired(Match match) {
        String name = match.getRule().getName();
        EngineRule written = Objects.requireNonNull(rules.get(name), name);
        CheckedRule rule = written.rule();
        if (!rule.joins()) {
            return new Fired(written, subject(rule, match.getObjects()), List.of());
        }
        List<@Nullable Object> met = new ArrayList<>();
        for (int part = 0; part < rule.parts().size(); part++) {
            boolean isFact = rule.parts().get(part).demand() == Demand.FACT;
            met.add(isFact ? match.getDeclarationValue(RuleWriter.fact(part)) : null);
        }
        return new Fired(written, (Fact) Objects.requireNonNull(met.get(rule.about())), met);
    }

    private RuleEvaluation evaluation(List<Fired> fired, RuleTerms terms) {
        Map<String, Map<Fact, Integer>> suspects = new HashMap<>();
        // What a fact that lacks data might forbid is not known to be missing; what it might be is not needed where
        // another is.
        Map<String, Map<Fact, Boolean>> settled = new HashMap<>();
        for (Fired one : fired) {
            String id = one.written().rule().id();
            if (one.written().suspect() > 0) {
                suspects.computeIfAbsent(id, rule -> new IdentityHashMap<>())
                        .put(one.subject(), one.written().suspect());
            } else if (one.written().forbids()) {
                settled.computeIfAbsent(id, rule -> new IdentityHashMap<>()).put(one.subject(), false);
            }
        }
        List<RuleEvaluation.Match> matches = new ArrayList<>();
        for (Fired one : fired) {
            CheckedRule rule = one.written().rule();
            if (one.written().isMatch() && isNew(one, settled)) {
                Map<Fact, Integer> own = suspects.getOrDefault(rule.id(), Map.of());
                matches.add(match(rule, one, own.getOrDefault(one.subject(), 0), terms));
            }
        }
        Map<String, Map<Fact, Boolean>> told = new HashMap<>();
        List<RuleEvaluation.Open> open = fired.stream()
                .filter(one -> one.written().isOpen())
                .filter(one -> !Boolean.TRUE.equals(
                        settled.getOrDefault(one.written().rule().id(), Map.of())
                                .get(one.subject())))
                .filter(one -> isNew(one, told))
                .map(one -> new RuleEvaluation.Open(one.written().rule().id(), one.subject()))
                .toList();
        return new RuleEvaluation(matches, Map.of(), open);
    }

    /** {@return whether nothing has been said yet of this fact by a rule that may meet it more than once} */
    private static boolean isNew(Fired one, Map<String, Map<Fact, Boolean>> said) {
        CheckedRule rule = one.written().rule();
        return !rule.joins()
                || said.computeIfAbsent(rule.id(), id -> new IdentityHashMap<>())
                                .putIfAbsent(one.subject(), true)
                        == null;
    }

    private static RuleEvaluation.Match match(CheckedRule rule, Fired fired, int suspect, RuleTerms terms) {
        String focus =
                rule.suspects().isEmpty() ? null : rule.suspects().get(suspect).property();
        String meant = focus == null ? null : terms.meant(rule, focus, fired.subject());
        Map<String, Property> named = rule.part().named();
        if (rule.limits().isEmpty() && named.isEmpty() && !rule.joins()) {
            return new RuleEvaluation.Match(rule.id(), fired.subject(), focus, meant, Map.of());
        }
        Map<String, @Nullable Object> bindings = new HashMap<>();
        rule.limits()
                .forEach((name, code) -> bindings.put(name, terms.limit(code).value()));
        named.forEach((name, property) -> bindings.put(name, property.cited(fired.subject())));
        for (int part = 0; part < fired.met().size(); part++) {
            Object fact = fired.met().get(part);
            if (fact != null) {
                rule.parts().get(part).named().forEach((name, property) -> bindings.put(name, property.cited(fact)));
            }
        }
        return new RuleEvaluation.Match(rule.id(), fired.subject(), focus, meant, bindings);
    }

    private static Fact subject(CheckedRule rule, List<Object> objects) {
        Class<?> factClass = rule.subject().factClass();
        for (Object object : objects) {
            if (factClass.isInstance(object)) {
                return (Fact) object;
            }
        }
        throw new IllegalStateException("The engine names no fact for a match of " + rule.id() + ".");
    }
}
