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
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.spi.RuleEvaluation;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.definition.KiePackage;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.conf.ParallelRulesBuildThresholdOption;
import org.kie.internal.conf.ConstraintJittingThresholdOption;
import org.kie.internal.io.ResourceFactory;

/** Some compiled rules. Immutable and safe to share between threads: each call has a session of its own. */
final class RuleBase {

    private static final FaultWords WORDS = FaultWords.beside(RuleBase.class);

    /** A rule of the engine: a rule of ours, and the suspect that is at fault where it matches. */
    private record EngineRule(CheckedRule rule, int suspect) {}

    /** What the engine said of a fact. */
    private record Fired(EngineRule written, Fact subject) {}

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
            for (int suspect = 0; suspect == 0 || suspect < rule.suspects().size(); suspect++) {
                rules.put(RuleWriter.name(rule, suspect), new EngineRule(rule, suspect));
            }
        }
        return withOwnLoader(() -> new RuleBase(build(RuleWriter.write(checked), rules.keySet()), rules));
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
     * {@return what the rules match among these facts}
     *
     * @param facts the facts
     * @param terms what the rules compare with; a rule that asks for more than is there matches nothing
     */
    List<RuleEvaluation.Match> matches(Collection<?> facts, RuleTerms terms) {
        return withOwnLoader(() -> run(facts, terms));
    }

    private List<RuleEvaluation.Match> run(Collection<?> facts, RuleTerms terms) {
        List<Fired> fired = new ArrayList<>();
        KieSession session = base.newKieSession();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    fired.add(fired(
                            event.getMatch().getRule().getName(),
                            event.getMatch().getObjects()));
                }
            });
            terms.limits(limits).forEach(session::insert);
            terms.lists(lists).forEach(session::insert);
            facts.forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return matches(fired, terms);
    }

    private Fired fired(String name, List<Object> objects) {
        EngineRule written = Objects.requireNonNull(rules.get(name), name);
        return new Fired(written, subject(written.rule(), objects));
    }

    private List<RuleEvaluation.Match> matches(List<Fired> fired, RuleTerms terms) {
        Map<String, IdentityHashMap<Object, Integer>> suspects = new HashMap<>();
        for (Fired one : fired) {
            if (one.written().suspect() > 0) {
                suspects.computeIfAbsent(one.written().rule().id(), rule -> new IdentityHashMap<>())
                        .put(one.subject(), one.written().suspect());
            }
        }
        List<RuleEvaluation.Match> matches = new ArrayList<>();
        for (Fired one : fired) {
            if (one.written().suspect() == 0) {
                CheckedRule rule = one.written().rule();
                IdentityHashMap<Object, Integer> own = suspects.get(rule.id());
                matches.add(match(rule, one.subject(), own == null ? 0 : own.getOrDefault(one.subject(), 0), terms));
            }
        }
        return matches;
    }

    private static RuleEvaluation.Match match(CheckedRule rule, Fact subject, int suspect, RuleTerms terms) {
        String focus =
                rule.suspects().isEmpty() ? null : rule.suspects().get(suspect).property();
        String meant = focus == null ? null : terms.meant(rule, focus, subject);
        if (rule.limits().isEmpty() && rule.named().isEmpty()) {
            return new RuleEvaluation.Match(rule.id(), subject, focus, meant, Map.of());
        }
        Map<String, @Nullable Object> bindings = new HashMap<>();
        rule.limits().forEach((name, code) -> bindings.put(name, terms.limit(code).value()));
        rule.named().forEach((name, property) -> bindings.put(name, property.cited(subject)));
        return new RuleEvaluation.Match(rule.id(), subject, focus, meant, bindings);
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
