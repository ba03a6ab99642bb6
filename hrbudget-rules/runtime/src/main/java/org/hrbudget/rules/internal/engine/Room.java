package org.hrbudget.rules.internal.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.validation.spi.RuleEvaluation;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a pack that see one kind of room.
 *
 * <p>The rules are compiled when the first fact comes, and run together. Where that fails, each is alone, so that the one at
 * fault is named and the others answer for all facts.
 */
final class Room {

    private final Once<RuleBase> together;
    private final Map<String, Once<RuleBase>> alone = new LinkedHashMap<>();

    Room(List<CheckedRule> rules) {
        this.together = new Once<>(() -> RuleBase.compile(rules));
        rules.forEach(rule -> alone.put(rule.id(), new Once<>(() -> RuleBase.compile(List.of(rule)))));
    }

    /** Compiles the rules before a fact comes. */
    void compile() {
        if (alone.isEmpty()) {
            return;
        }
        try {
            together.get();
        } catch (LinkageError e) {
            throw EngineParts.missing(e);
        }
    }

    RuleEvaluation evaluate(Collection<?> facts, RuleTerms terms) {
        if (alone.isEmpty() || facts.isEmpty()) {
            return new RuleEvaluation(List.of(), Map.of());
        }
        try {
            return together.get().evaluate(facts, terms);
        } catch (LinkageError e) {
            throw EngineParts.missing(e);
        } catch (RuntimeException e) {
            return oneByOne(facts, terms);
        }
    }

    private RuleEvaluation oneByOne(Collection<?> facts, RuleTerms terms) {
        EngineParts.require();
        List<RuleEvaluation.Match> matches = new ArrayList<>();
        List<RuleEvaluation.Open> open = new ArrayList<>();
        Map<String, String> failures = new LinkedHashMap<>();
        alone.forEach((id, rule) -> {
            try {
                RuleEvaluation said = rule.get().evaluate(facts, terms);
                matches.addAll(said.matches());
                open.addAll(said.open());
            } catch (RuntimeException e) {
                failures.put(id, reason(e));
            }
        });
        return new RuleEvaluation(matches, failures, open);
    }

    /** The engine wraps what went wrong several times; the innermost says it. */
    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            innermost = cause;
        }
        String message = innermost.getMessage();
        String type = innermost.getClass().getSimpleName();
        return message == null ? type : type + ": " + message;
    }
}
