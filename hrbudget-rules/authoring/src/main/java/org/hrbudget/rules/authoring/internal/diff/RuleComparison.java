package org.hrbudget.rules.authoring.internal.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.authoring.PackDiff;
import org.hrbudget.rules.authoring.internal.words.Clause;
import org.hrbudget.rules.authoring.internal.words.LawRule;
import org.hrbudget.rules.authoring.internal.words.NormalForm;
import org.hrbudget.rules.authoring.internal.words.PlainWords;
import org.hrbudget.rules.authoring.internal.words.Shown;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.internal.facts.Property;

/** Compares two states of a rule. */
final class RuleComparison {

    private final LawRule was;
    private final LawRule is;

    RuleComparison(LawRule was, LawRule is) {
        this.was = was;
        this.is = is;
    }

    /** {@return what changes, the weightiest first} */
    List<PackDiff.Change> changes() {
        List<PackDiff.Change> changes = new ArrayList<>();
        severity(changes);
        condition(changes);
        limits(changes);
        Rule.LegalBasis old = was.rule().legalBasis();
        Rule.LegalBasis now = is.rule().legalBasis();
        if (!old.equals(now)) {
            changes.add(new PackDiff.Change.RestsOn(old, now, DiffWords.restsOn(old, now)));
        }
        if (!was.rule().needs().equals(is.rule().needs())) {
            changes.add(new PackDiff.Change.Needs(
                    was.rule().needs(),
                    is.rule().needs(),
                    DiffWords.needs(was.rule().needs(), is.rule().needs())));
        }
        cites(changes);
        text(changes, PackDiff.Change.Text.Part.TITLE, Rule::title);
        text(changes, PackDiff.Change.Text.Part.MESSAGE, Rule::message);
        text(changes, PackDiff.Change.Text.Part.REMEDY, Rule::remedy);
        return changes;
    }

    private void severity(List<PackDiff.Change> changes) {
        if (!was.weights().equals(is.weights())) {
            changes.add(weight(was, is));
        } else if (was.rule().severity() != is.rule().severity()) {
            changes.add(new PackDiff.Change.Weight(
                    was.rule().severity(),
                    is.rule().severity(),
                    DiffWords.severity(was.rule().severity(), is.rule().severity())));
        }
    }

    /** {@return what a rule weighed and weighs, once all rows have come into force; of a new rule, what it weighs and when} */
    static PackDiff.Change weight(LawRule was, LawRule is) {
        return new PackDiff.Change.Weight(latest(was), latest(is), DiffWords.severities(was, is));
    }

    /** {@return what a rule weighs once all its rows have come into force} */
    private static Severity latest(LawRule law) {
        return law.weights().isEmpty()
                ? law.rule().severity()
                : Severity.valueOf(law.weights().get(law.weights().size() - 1).value());
    }

    private void condition(List<PackDiff.Change> changes) {
        boolean sameSubject = was.rule().subject().equals(is.rule().subject())
                && NormalForm.others(was).equals(NormalForm.others(is));
        Map<String, Clause> dropped = NormalForm.constraints(was);
        Map<String, Clause> added = NormalForm.constraints(is);
        Set<String> kept = new TreeSet<>(dropped.keySet());
        kept.retainAll(added.keySet());
        if (sameSubject) {
            dropped.keySet().removeAll(kept);
            added.keySet().removeAll(kept);
        }
        if (!sameSubject || !dropped.isEmpty() || !added.isEmpty()) {
            List<PackDiff.Change.Condition.Demand> parts = sameSubject ? parts(dropped, added) : List.of();
            PackDiff.Change.Condition.Statement before = statement(was);
            PackDiff.Change.Condition.Statement after = statement(is);
            changes.add(new PackDiff.Change.Condition(before, after, parts, DiffWords.condition(before, after, parts)));
        }
    }

    private static PackDiff.Change.Condition.Statement statement(LawRule rule) {
        return new PackDiff.Change.Condition.Statement(
                rule.rule().subject(), PlainWords.condition(rule), rule.rule().condition());
    }

    /** One constraint that goes and one that comes are one that changes, where both are about the same. */
    private List<PackDiff.Change.Condition.Demand> parts(Map<String, Clause> dropped, Map<String, Clause> added) {
        PlainWords before = new PlainWords(was);
        PlainWords after = new PlainWords(is);
        Map<String, Clause> left = new LinkedHashMap<>(dropped);
        List<PackDiff.Change.Condition.Demand> parts = new ArrayList<>();
        added.forEach((form, term) -> {
            Bilingual now = after.constraint(term);
            String partner = left.entrySet().stream()
                    .filter(entry -> alike(entry.getValue(), term))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
            Clause old = left.remove(partner);
            Bilingual then = old == null ? null : before.constraint(old);
            parts.add(new PackDiff.Change.Condition.Demand(then, now, DiffWords.part(then, now)));
        });
        left.values().forEach(term -> {
            Bilingual then = before.constraint(term);
            parts.add(new PackDiff.Change.Condition.Demand(then, null, DiffWords.part(then, null)));
        });
        return parts;
    }

    private boolean alike(Clause old, Clause now) {
        return NormalForm.compared(was, old).equals(NormalForm.compared(is, now));
    }

    /** Only of limits that the rule compared with before: another limit is another condition. */
    private void limits(List<PackDiff.Change> changes) {
        Map<String, Rule.Parameter> old = was.limits();
        is.limits().forEach((code, limit) -> {
            Rule.Parameter before = old.get(code);
            Bilingual wasWorth = before == null ? Shown.same("") : was.value(before, DiffWords::value);
            Bilingual isWorth = is.value(limit, DiffWords::value);
            boolean dated = was.dated().containsKey(code) || is.dated().containsKey(code);
            if (before != null && (!DiffWords.same(before, limit) || (dated && !wasWorth.equals(isWorth)))) {
                changes.add(new PackDiff.Change.Limit(
                        code,
                        before,
                        limit,
                        new TreeSet<>(Set.of(is.rule().id())),
                        DiffWords.limit(code, before, limit, wasWorth, isWorth)));
            }
        });
    }

    private void cites(List<PackDiff.Change> changes) {
        SortedSet<String> old = new TreeSet<>(cited(was).values());
        SortedSet<String> now = new TreeSet<>(cited(is).values());
        if (!old.equals(now)) {
            changes.add(new PackDiff.Change.Cites(old, now, DiffWords.cites(was, old, is, now)));
        }
    }

    /** {@return what each name of a rule stands for} */
    private static Map<String, String> cited(LawRule rule) {
        Map<String, String> cited = new HashMap<>(rule.condition().limits());
        Map<String, Property> named = rule.condition().named();
        named.forEach((name, property) -> cited.put(name, property.name()));
        return cited;
    }

    private void text(List<PackDiff.Change> changes, PackDiff.Change.Text.Part part, Function<Rule, Bilingual> text) {
        Bilingual old = text.apply(was.rule());
        Bilingual now = text.apply(is.rule());
        if (!meaning(was, old).equals(meaning(is, now))) {
            changes.add(new PackDiff.Change.Text(part, old, now, DiffWords.text(part, old, now)));
        }
    }

    /** {@return a text whose placeholders are those of the values, whatever the rule calls them} */
    private static Bilingual meaning(LawRule rule, Bilingual text) {
        Map<String, String> placeholders = new HashMap<>();
        cited(rule).forEach((name, value) -> placeholders.put(name, "{" + value + "}"));
        return text.with(placeholders);
    }
}
