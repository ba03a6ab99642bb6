package org.hrbudget.rules.internal.engine;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.spi.Catalogues;
import org.hrbudget.validation.spi.RuleEvaluation;

/** A checked pack whose rules are compiled, room by room, when they are first needed. Safe to share between threads. */
public final class CompiledPack implements RulePack {

    private final PackManifest manifest;
    private final List<Rule> rules;
    private final Map<Rule.Scope, Room> rooms;
    private final RuleTerms terms;

    private CompiledPack(PackManifest manifest, List<Rule> rules, RuleTerms terms, Map<Rule.Scope, Room> rooms) {
        this.manifest = manifest;
        this.rules = rules;
        this.terms = terms;
        this.rooms = rooms;
    }

    /**
     * {@return a pack of these rules}
     *
     * @param manifest what the pack says of itself
     * @param rules the rules, in the order of the law
     * @param checked the same rules' conditions
     * @param catalogues the code lists
     * @param parameters the limits, by code
     */
    public static CompiledPack of(
            PackManifest manifest,
            List<Rule> rules,
            List<CheckedRule> checked,
            Catalogues catalogues,
            Map<String, Rule.Parameter> parameters) {
        Map<Rule.Scope, Room> rooms = new EnumMap<>(Rule.Scope.class);
        for (Rule.Scope scope : Rule.Scope.values()) {
            List<CheckedRule> inRoom =
                    checked.stream().filter(rule -> rule.scope() == scope).collect(Collectors.toUnmodifiableList());
            rooms.put(scope, new Room(inRoom));
        }
        return new CompiledPack(manifest, List.copyOf(rules), new RuleTerms(Map.copyOf(parameters), catalogues), rooms);
    }

    /**
     * {@return the same conditions under another manifest and other descriptions; what is compiled is shared}
     *
     * @param other the manifest
     * @param described the same rules, in the same order
     */
    public CompiledPack with(PackManifest other, List<Rule> described) {
        return new CompiledPack(other, List.copyOf(described), terms, rooms);
    }

    /**
     * {@return the same conditions comparing with other limits and lists; what is compiled is shared}
     *
     * @param described the same rules, in the same order
     * @param catalogues the code lists
     * @param parameters the limits, by code; a rule that asks for one that is not among them matches nothing
     */
    public CompiledPack with(List<Rule> described, Catalogues catalogues, Map<String, Rule.Parameter> parameters) {
        return new CompiledPack(
                manifest, List.copyOf(described), new RuleTerms(Map.copyOf(parameters), catalogues), rooms);
    }

    @Override
    public PackManifest manifest() {
        return manifest;
    }

    @Override
    public List<Rule> rules() {
        return rules;
    }

    @Override
    public Catalogues catalogues() {
        return terms.catalogues();
    }

    @Override
    public RuleEvaluation evaluate(Rule.Scope scope, Collection<? extends Fact> facts) {
        Room room = rooms.get(scope);
        if (room == null) {
            throw new IllegalArgumentException("There is no room " + scope + ".");
        }
        return room.evaluate(facts, terms);
    }

    @Override
    public void prepare() {
        rooms.values().forEach(Room::compile);
    }

    /** {@return jurisdiction and version} */
    @Override
    public String toString() {
        return manifest.id();
    }
}
