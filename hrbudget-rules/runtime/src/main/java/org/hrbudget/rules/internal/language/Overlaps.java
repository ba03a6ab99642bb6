package org.hrbudget.rules.internal.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrbudget.validation.Rule;

/**
 * Finds rules that can never match, and rules all of whose matches another rule of the pack finds too. What it says is so; of what
 * takes too long to find out it says nothing.
 */
public final class Overlaps {

    /** Severities of which the one before is the graver; what a person must judge is neither graver nor lighter. */
    private static final List<String> BY_GRAVITY = List.of("ERROR", "WARNING", "INFO");

    /** More than people write; beyond it, nothing is claimed, so that no pack takes for ever to load. */
    private static final int MOST_CONSTRAINTS = 30;

    private static final int MOST_PAIRS = 5_000;

    private final Map<String, Rule.Parameter> parameters;

    /**
     * Makes a finder.
     *
     * @param parameters the limits of the pack by code
     */
    public Overlaps(Map<String, Rule.Parameter> parameters) {
        this.parameters = Map.copyOf(parameters);
    }

    /**
     * Tells of the first condition of a rule that cannot hold together with those before it.
     *
     * @param rule the rule
     * @param faults collects the fault
     */
    public void tellIfNeverMatching(CheckedRule rule, Faults faults) {
        if (rule.constraints().size() > MOST_CONSTRAINTS) {
            return;
        }
        Claims claims = claims(rule);
        Alternatives before = Alternatives.ALWAYS;
        for (int i = 0; i < rule.constraints().size(); i++) {
            Expression constraint = rule.constraints().get(i);
            Alternatives claim = claims.holding(constraint);
            before = before.and(claim);
            if (before.impossible()) {
                faults.add(rule.text()
                        .source()
                        .fault(constraint.start(), text(rule, constraint), never(rule, claims, i, claim)));
                return;
            }
        }
    }

    private static FaultText never(CheckedRule rule, Claims claims, int at, Alternatives claim) {
        String text = text(rule, rule.constraints().get(at));
        if (claim.impossible()) {
            return RuleWords.of("never-holds", "text", text);
        }
        String others = rule.constraints().subList(0, at).stream()
                .filter(other -> claims.holding(other).and(claim).impossible())
                .findFirst()
                .map(other -> text(rule, other))
                .orElseGet(() -> String.join(
                        ", ",
                        rule.constraints().subList(0, at).stream()
                                .map(other -> text(rule, other))
                                .toList()));
        return RuleWords.of("never-matches", "text", text, "other", others);
    }

    private static String text(CheckedRule rule, Expression expression) {
        return rule.text()
                .source()
                .text()
                .substring(expression.start(), expression.end())
                .replaceAll("\\s+", " ");
    }

    /**
     * Tells of each rule all of whose matches another rule finds too, with at least its severity.
     *
     * @param rules the rules of a pack, in their order
     * @param faults collects the faults
     */
    public void tellRedundant(List<CheckedRule> rules, Faults faults) {
        Map<String, List<CheckedRule>> byFact = new HashMap<>();
        for (CheckedRule rule : rules) {
            byFact.computeIfAbsent(rule.subject().word(), word -> new ArrayList<>())
                    .add(rule);
        }
        byFact.values().forEach(alike -> tellRedundantAmong(alike, faults));
    }

    private void tellRedundantAmong(List<CheckedRule> rules, Faults faults) {
        int pairs = 0;
        for (int narrow = 0; narrow < rules.size(); narrow++) {
            for (int wide = 0; wide < rules.size() && pairs < MOST_PAIRS; wide++) {
                if (narrow == wide || !mayCover(rules.get(wide), rules.get(narrow))) {
                    continue;
                }
                pairs++;
                // Of two that find the same, the later one is told.
                boolean covered = implies(rules.get(narrow), rules.get(wide))
                        && !(narrow < wide
                                && mayCover(rules.get(narrow), rules.get(wide))
                                && implies(rules.get(wide), rules.get(narrow)));
                if (covered) {
                    faults.add(redundant(rules.get(narrow), rules.get(wide)));
                    break;
                }
            }
        }
    }

    private static Fault redundant(CheckedRule rule, CheckedRule other) {
        return rule.text()
                .source()
                .fault(
                        rule.text().id().start(),
                        rule.id(),
                        RuleWords.of("rule-redundant", "rule", rule.id(), "other", other.id()));
    }

    /**
     * {@return whether it is worth asking: a rule that asks for more properties than another finds less} What a rule asks of other facts
     * than the one it is about, nobody says of another rule.
     */
    private static boolean mayCover(CheckedRule wide, CheckedRule narrow) {
        return !wide.joins()
                && atLeastAsGrave(wide, narrow)
                && properties(narrow).containsAll(properties(wide));
    }

    private static Set<String> properties(CheckedRule rule) {
        Map<String, String> sameFact = new HashMap<>();
        rule.part().named().forEach((name, property) -> sameFact.put(name, property.name()));
        GivenProperties given = new GivenProperties(sameFact);
        return rule.constraints().stream()
                .flatMap(constraint -> given.properties(constraint).stream())
                .collect(Collectors.toSet());
    }

    private static boolean atLeastAsGrave(CheckedRule wide, CheckedRule narrow) {
        String one = wide.text().severity().text();
        String other = narrow.text().severity().text();
        int gravity = BY_GRAVITY.indexOf(one);
        return one.equals(other) || (gravity >= 0 && gravity < BY_GRAVITY.indexOf(other));
    }

    /**
     * {@return whether a rule about the same kind of fact matches wherever another does; {@code false} where that is too long to
     * find out}
     *
     * @param narrow the rule that matches
     * @param wide the rule that is to match then
     */
    boolean implies(CheckedRule narrow, CheckedRule wide) {
        if (wide.joins() || narrow.constraints().size() + wide.constraints().size() > MOST_CONSTRAINTS) {
            return false;
        }
        Alternatives matched = Alternatives.ALWAYS;
        for (Expression constraint : narrow.constraints()) {
            matched = matched.and(claims(narrow).holding(constraint));
        }
        for (Expression constraint : wide.constraints()) {
            if (!matched.and(claims(wide).failing(constraint)).impossible()) {
                return false;
            }
            matched = matched.and(claims(wide).holding(constraint));
        }
        return true;
    }

    private Claims claims(CheckedRule rule) {
        Map<String, BigDecimal> limits = new HashMap<>();
        rule.limits().forEach((name, code) -> {
            Rule.Parameter parameter = parameters.get(code);
            if (parameter != null) {
                limits.put(name, parameter.value());
            }
        });
        return new Claims(rule.subject(), limits, rule.lists(), rule.part().named());
    }
}
