package org.hrbudget.rules.internal.language;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrbudget.model.DataItem;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.Property;

/**
 * A rule whose condition can match: every word is known, every comparison has a meaning, and nothing that may be absent is
 * compared unasked.
 *
 * @param text the rule as its file states it
 * @param subject the kind of fact it is about
 * @param scope the room of that kind
 * @param constraints what must hold for the fact
 * @param limits the parameters it compares with, by the name it gives them, without the dollar sign
 * @param lists the code lists of the pack it asks for codes, by the name it gives them
 * @param named the properties it names, by that name
 * @param details the kinds of what it names, limits among them
 * @param needs the data its properties rest on
 * @param guards the properties that are given whenever it matches
 * @param suspects what may be at fault where it matches, in its order; empty where nothing it tests is written in a column
 */
public record CheckedRule(
        RuleText text,
        FactType subject,
        Rule.Scope scope,
        List<Expression> constraints,
        Map<String, String> limits,
        Map<String, String> lists,
        Map<String, Property> named,
        Map<String, Finding.Detail.Type> details,
        Set<DataItem> needs,
        List<Rule.Guard> guards,
        List<Suspect> suspects) {

    /**
     * What is at fault where a condition holds.
     *
     * @param condition one of several of which each suffices, or the only one
     * @param property the property it is about
     */
    public record Suspect(Expression condition, String property) {}

    /** {@return the rule's id} */
    public String id() {
        return text.id().text();
    }
}
