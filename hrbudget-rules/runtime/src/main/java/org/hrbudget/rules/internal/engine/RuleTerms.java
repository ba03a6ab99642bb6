package org.hrbudget.rules.internal.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.rules.internal.language.Expression.MemberOf;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.CodesFact;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.spi.Catalogues;
import org.jspecify.annotations.Nullable;

/**
 * What compiled rules compare with: it may change from one day to the next, and the rules are the same.
 *
 * @param parameters the limits by code
 * @param catalogues the code lists
 */
record RuleTerms(Map<String, Rule.Parameter> parameters, Catalogues catalogues) {

    List<Rule.Parameter> limits(Collection<String> codes) {
        return codes.stream()
                .flatMap(code -> Stream.ofNullable(parameters.get(code)))
                .toList();
    }

    List<CodesFact> lists(Collection<String> names) {
        return names.stream()
                .flatMap(name -> catalogues.codes(name).map(codes -> new CodesFact(name, codes)).stream())
                .toList();
    }

    Rule.Parameter limit(String code) {
        return Objects.requireNonNull(parameters.get(code), code);
    }

    /** {@return the code of a list a rule asks for that a property must have been meant to be, if it is in none and that can be told} */
    @Nullable
    String meant(CheckedRule rule, String property, Fact subject) {
        if (rule.lists().isEmpty()) {
            return null;
        }
        Object written = rule.subject().property(property).of(subject);
        return rule.part()
                .expressions()
                .flatMap(part -> Stream.ofNullable(
                        part instanceof MemberOf asked && isOf(rule, asked.operand(), property)
                                ? rule.lists().get(asked.list().name())
                                : null))
                .flatMap(
                        list -> written instanceof String code ? catalogues.meant(list, code).stream() : Stream.empty())
                .findFirst()
                .orElse(null);
    }

    private static boolean isOf(CheckedRule rule, Expression operand, String property) {
        Property named =
                operand instanceof Variable variable ? rule.part().named().get(variable.name()) : null;
        return operand instanceof Name name
                ? name.property().equals(property)
                : named != null && named.name().equals(property);
    }
}
