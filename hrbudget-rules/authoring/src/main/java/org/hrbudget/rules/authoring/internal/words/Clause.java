package org.hrbudget.rules.authoring.internal.words;

import java.util.ArrayList;
import java.util.List;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.rules.internal.language.Expression.Logic;
import org.hrbudget.rules.internal.language.Expression.Not;

/**
 * What must hold, or must not. A negation of more than a name is never kept: it is carried down to what it negates.
 *
 * @param expression the expression
 * @param negated whether it must not hold
 */
public record Clause(Expression expression, boolean negated) {

    /** {@return what the constraints of a rule demand, one by one: those joined by {@code &&} are several} */
    public static List<Clause> conjuncts(List<Expression> constraints) {
        List<Clause> terms = new ArrayList<>();
        constraints.forEach(constraint -> collect(constraint, false, true, terms));
        return terms;
    }

    /** {@return what a chain of alternatives, or of demands, is made of} */
    List<Clause> parts() {
        if (!(expression instanceof Logic logic)) {
            return List.of(this);
        }
        List<Clause> terms = new ArrayList<>();
        collect(expression, negated, logic.and() != negated, terms);
        return terms;
    }

    private static void collect(Expression expression, boolean negated, boolean and, List<Clause> terms) {
        if (expression instanceof Logic logic && (logic.and() != negated) == and) {
            collect(logic.left(), negated, and, terms);
            collect(logic.right(), negated, and, terms);
        } else if (expression instanceof Not not) {
            collect(not.operand(), !negated, and, terms);
        } else {
            terms.add(new Clause(expression, negated));
        }
    }
}
