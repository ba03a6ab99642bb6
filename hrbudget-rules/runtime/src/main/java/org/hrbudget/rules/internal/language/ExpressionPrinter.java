package org.hrbudget.rules.internal.language;

import java.util.List;
import java.util.stream.Collectors;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Logic;
import org.hrbudget.rules.internal.language.Expression.Matches;
import org.hrbudget.rules.internal.language.Expression.MemberOf;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Not;
import org.hrbudget.rules.internal.language.Expression.OneOf;
import org.hrbudget.rules.internal.language.Expression.Product;
import org.hrbudget.rules.internal.language.Expression.Sum;
import org.hrbudget.rules.internal.language.Expression.Variable;

/** Writes conditions the way an author writes them. Texts hold neither quotes nor backslashes. */
public class ExpressionPrinter implements Expression.Cases<String> {

    /** Makes a printer. */
    public ExpressionPrinter() {}

    @Override
    public String literal(Literal literal) {
        return literal.kind() == Literal.Form.TEXT ? quoted(literal.text()) : word("rule", literal.text());
    }

    @Override
    public String name(Name name) {
        String property = word("property", name.property());
        return name.member().isEmpty() ? property : property + "." + word("member", name.member());
    }

    @Override
    public String variable(Variable variable) {
        return "$" + variable.name();
    }

    @Override
    public String not(Not not) {
        String operand = not.operand().match(this);
        return not.operand() instanceof Name ? "!" + operand : "!(" + operand + ")";
    }

    @Override
    public String logic(Logic logic) {
        return side(logic, logic.left()) + (logic.and() ? " && " : " || ") + side(logic, logic.right());
    }

    /** Conditions joined otherwise than those around them are in parentheses, so that nobody has to know which binds first. */
    private String side(Logic around, Expression side) {
        boolean parentheses = side instanceof Logic within && within.and() != around.and();
        return parentheses ? "(" + side.match(this) + ")" : side.match(this);
    }

    @Override
    public String comparison(Comparison comparison) {
        return comparison.left().match(this) + " " + comparison.operator().sign() + " "
                + comparison.right().match(this);
    }

    @Override
    public String sum(Sum sum) {
        String right = sum.right().match(this);
        return sum.left().match(this)
                + (sum.plus() ? " + " : " - ")
                + (sum.right() instanceof Sum ? "(" + right + ")" : right);
    }

    @Override
    public String product(Product product) {
        return factor(product.left()) + " * " + factor(product.right());
    }

    private String factor(Expression factor) {
        return factor instanceof Sum || factor instanceof Product ? "(" + factor.match(this) + ")" : factor.match(this);
    }

    @Override
    public String matches(Matches matches) {
        return matches.operand().match(this)
                + asked(matches.negated(), "matches")
                + quoted(matches.form().expression());
    }

    @Override
    public String oneOf(OneOf oneOf) {
        return oneOf(oneOf.operand().match(this), oneOf.negated(), oneOf.values());
    }

    /** {@return that something is one of these texts, or none of them} */
    protected String oneOf(String operand, boolean negated, List<String> values) {
        return operand
                + asked(negated, "in")
                + "("
                + values.stream().map(ExpressionPrinter::quoted).collect(Collectors.joining(", ")) + ")";
    }

    @Override
    public String memberOf(MemberOf memberOf) {
        return memberOf.operand().match(this)
                + asked(memberOf.negated(), "memberOf")
                + "$"
                + memberOf.list().name();
    }

    private String asked(boolean negated, String operator) {
        return (negated ? " " + word("rule", "not") : "") + " " + word("rule", operator) + " ";
    }

    /**
     * {@return how the author writes a word}
     *
     * @param of what it is: {@code rule}, {@code fact}, {@code property}, or {@code member} of one
     * @param word the word that everything after reading knows
     */
    public String word(String of, String word) {
        return word;
    }

    /** {@return a text in quotes} */
    protected static String quoted(String text) {
        return '"' + text + '"';
    }
}
