package org.hrbudget.rules.authoring.internal.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.authoring.LawPage;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Logic;
import org.hrbudget.rules.internal.language.Expression.Matches;
import org.hrbudget.rules.internal.language.Expression.MemberOf;
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.Not;
import org.hrbudget.rules.internal.language.Expression.OneOf;
import org.hrbudget.rules.internal.language.Expression.Operator;
import org.hrbudget.rules.internal.language.Expression.Product;
import org.hrbudget.rules.internal.language.Expression.Sum;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.rules.internal.language.RuleText.Demand;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.Property;
import org.jspecify.annotations.Nullable;

/**
 * Says the condition of a rule in plain words of both languages, from {@code phrases.properties} and
 * {@code phrases_es.properties}.
 */
public final class PlainWords {

    private static final Wording WORDING = Wording.beside(LawPage.class, "phrases");

    private final LawRule rule;

    public PlainWords(LawRule rule) {
        this.rule = rule;
    }

    /** {@return the defect as one sentence, which asks for nothing to be given that it goes on to compare; one more for each other fact} */
    public static Bilingual condition(LawRule rule) {
        Bilingual said = fact(rule);
        int before = 0;
        for (LawRule other : rule.others()) {
            CheckedRule.Part part = other.part();
            if (part.demand() != Demand.FACT || !part.constraints().isEmpty()) {
                said = phrase("sentences", "one", said, "other", beside(other, before));
            }
            before = part.choice();
        }
        return said;
    }

    /** {@return what is asked of other facts, of which one suffices} */
    public static Bilingual asked(List<LawRule> others) {
        Bilingual said = beside(others.get(0), 0);
        for (LawRule other : others.subList(1, others.size())) {
            said = phrase(
                    "sentences",
                    "one",
                    said,
                    "other",
                    beside(other, other.part().choice()));
        }
        Bilingual small = begunSmall(said);
        return new Bilingual(small.en().replaceAll("[.]$", ""), small.es().replaceAll("[.]$", ""));
    }

    /**
     * {@return the same, with what is compared between them and the fact that the rule is about}
     *
     * @param subject the words of that fact
     * @param between its conditions that name a value of the others
     */
    public static Bilingual asked(List<LawRule> others, PlainWords subject, List<Clause> between) {
        Bilingual said = asked(others);
        for (Clause clause : between) {
            said = new Bilingual(
                    said.en() + "; " + subject.constraint(clause).en(),
                    said.es() + "; " + subject.constraint(clause).es());
        }
        return said;
    }

    private static Bilingual beside(LawRule other, int choiceBefore) {
        boolean goesOn = choiceBefore > 0 && other.part().choice() == choiceBefore;
        String key = goesOn ? "beside.or" : "beside." + other.part().demand();
        return phrase(key, "fact", begunSmall(fact(other)));
    }

    private static Bilingual begunSmall(Bilingual sentence) {
        return new Bilingual(begunSmall(sentence.en()), begunSmall(sentence.es()));
    }

    private static String begunSmall(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private static Bilingual fact(LawRule rule) {
        List<Clause> terms = withoutNeedlessGuards(rule);
        String subject = rule.part().type().word();
        PlainWords words = new PlainWords(rule);
        return terms.isEmpty()
                ? phrase(subject + (rule.condition().joins() ? ".any" : ".every"))
                : words.where(subject, words.sentences(terms));
    }

    /** {@return a fact of which sentences hold: "a line that names no action" where the first ones are about the fact itself} */
    private Bilingual where(String subject, List<Bilingual> sentences) {
        Bilingual itself = has(subject + ".itself") ? phrase(subject + ".itself") : null;
        List<Bilingual> does = new ArrayList<>();
        for (Bilingual sentence : sentences) {
            if (itself == null
                    || !sentence.en().startsWith(itself.en())
                    || !sentence.es().startsWith(itself.es())) {
                break;
            }
            does.add(new Bilingual(
                    sentence.en().substring(itself.en().length()).strip(),
                    sentence.es().substring(itself.es().length()).strip()));
        }
        List<Bilingual> others = sentences.subList(does.size(), sentences.size());
        if (does.isEmpty()) {
            return phrase(subject + ".where", "what", joined(others, "and"));
        }
        return others.isEmpty()
                ? phrase(subject + ".that", "what", joined(does, "and"))
                : phrase(subject + ".that-where", "what", joined(does, "and"), "others", joined(others, "and"));
    }

    private static List<Clause> withoutNeedlessGuards(LawRule rule) {
        List<Clause> terms = Clause.conjuncts(rule.part().constraints());
        Set<String> compared = new HashSet<>();
        terms.stream()
                .filter(term -> !(term.expression() instanceof Logic) && !asksForNull(term))
                .forEach(term -> compared.addAll(NormalForm.compared(rule, term)));
        return terms.stream()
                .filter(term -> !asksForNull(term) || !compared.containsAll(NormalForm.compared(rule, term)))
                .toList();
    }

    private static boolean asksForNull(Clause term) {
        return term.expression() instanceof Comparison comparison && isNull(comparison.right());
    }

    /** {@return a phrase whose verb agrees with what it is said of, which in Spanish may be several} */
    private static Bilingual agreeing(Bilingual of, String key, Object... namesAndValues) {
        return phrase(isMany(of) ? key + ".many" : key, namesAndValues);
    }

    private static boolean isMany(Bilingual noun) {
        return noun.es().startsWith("los ") || noun.es().startsWith("las ");
    }

    /** {@return one constraint, as part of a sentence} */
    public Bilingual constraint(Clause term) {
        return sentences(List.of(term)).get(0);
    }

    /** {@return a phrase whose placeholders are filled, with the Spanish contractions} */
    public static Bilingual phrase(String key, Object... namesAndValues) {
        Map<String, Bilingual> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            values.put(
                    (String) namesAndValues[i], value instanceof Bilingual text ? text : Shown.same(value.toString()));
        }
        Bilingual said = WORDING.of(key, values);
        return new Bilingual(said.en(), said.es().replace(" a el ", " al ").replace(" de el ", " del "));
    }

    /** {@return whether there is a phrase} */
    public static boolean has(String key) {
        return WORDING.find(key).isPresent();
    }

    /** {@return the noun of a property; the word itself where nobody has found one} */
    public static Bilingual noun(String subject, String property) {
        String key = subject + "." + property;
        return has(key) ? phrase(key) : Shown.same(property);
    }

    /** {@return what a code list is called: in words where it is one that many packs have, else by its name} */
    public static Bilingual list(String name) {
        return isShared(name) ? phrase(key(name)) : phrase("list-of-its-own", "name", name);
    }

    private static boolean isShared(String list) {
        return has(key(list));
    }

    private static String key(String list) {
        return "list." + list.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** {@return what all terms say, those that only ask for something to be given put together} */
    private List<Bilingual> sentences(List<Clause> terms) {
        List<Bilingual> sentences = new ArrayList<>();
        List<Bilingual> given = new ArrayList<>();
        for (Clause term : terms) {
            Bilingual guarded = guarded(term);
            if (guarded != null) {
                given.add(guarded);
            } else {
                flush(given, sentences);
                sentences.add(said(term));
            }
        }
        flush(given, sentences);
        return sentences;
    }

    private void flush(List<Bilingual> given, List<Bilingual> sentences) {
        if (!given.isEmpty()) {
            sentences.add(
                    given.size() == 1
                            ? agreeing(given.get(0), "given.one", "what", given.get(0))
                            : phrase("given.many", "what", joined(given, "and")));
            given.clear();
        }
    }

    private @Nullable Bilingual guarded(Clause term) {
        boolean given = term.expression() instanceof Comparison comparison
                && isNull(comparison.right())
                && (comparison.operator() == Operator.UNEQUAL) != term.negated();
        Expression left = given ? ((Comparison) term.expression()).left() : null;
        Property property = left == null ? null : rule.property(left);
        return property == null || property.type() == Property.Type.BOOLEAN ? null : noun(property.name());
    }

    private Bilingual said(Clause term) {
        return term.expression().match(new Statement(term.negated()));
    }

    private Bilingual value(Expression expression) {
        return expression.match(new Value());
    }

    private Bilingual noun(String property) {
        return noun(rule.part().type().word(), property);
    }

    /** {@return a property that is true or false, said as a sentence} */
    private Bilingual trueOrFalse(String property, boolean holds) {
        String key = rule.part().type().word() + "." + property + "." + holds;
        return has(key) ? phrase(key) : phrase("EQUAL", "left", property, "right", holds);
    }

    private static boolean isNull(Expression expression) {
        return expression instanceof Literal literal && literal.kind() == Literal.Form.NULL;
    }

    /** {@return "a, b and c", with semicolons where a part has commas or an "and" of its own} */
    private Bilingual joined(List<Bilingual> parts, String word) {
        Bilingual and = phrase(word);
        return new Bilingual(joined(parts, Bilingual::en, and.en()), joined(parts, Bilingual::es, and.es()));
    }

    private static String joined(List<Bilingual> parts, Function<Bilingual, String> language, String and) {
        List<String> texts = parts.stream().map(language).toList();
        if (texts.size() == 1) {
            return texts.get(0);
        }
        boolean apart = texts.stream()
                .anyMatch(text -> text.contains(", ")
                        || text.contains(": ")
                        || text.contains(" " + phrase("and").en() + " ")
                        || text.contains(" " + phrase("and").es() + " "));
        String last = texts.get(texts.size() - 1);
        String others = String.join(apart ? "; " : ", ", texts.subList(0, texts.size() - 1));
        return others + (apart ? "; " : " ") + and + " " + last;
    }

    /** A condition, or its negation, as a sentence. */
    private final class Statement implements Expression.Cases<Bilingual> {

        private final boolean negated;

        Statement(boolean negated) {
            this.negated = negated;
        }

        @Override
        public Bilingual literal(Literal literal) {
            throw new IllegalStateException("A literal is no condition: " + literal.text());
        }

        @Override
        public Bilingual name(Name name) {
            if (name.member().equals("empty")) {
                return noun(name.property() + (negated ? ".filled" : ".empty"));
            }
            return trueOrFalse(name.property(), !negated);
        }

        @Override
        public Bilingual variable(Variable variable) {
            Property property = rule.property(variable);
            return trueOrFalse(property == null ? variable.name() : property.name(), !negated);
        }

        @Override
        public Bilingual not(Not not) {
            return said(new Clause(not.operand(), !negated));
        }

        @Override
        public Bilingual logic(Logic logic) {
            List<Bilingual> parts = sentences(new Clause(logic, negated).parts());
            boolean and = logic.and() != negated;
            return parts.size() == 1
                    ? parts.get(0)
                    : phrase(and ? "both" : "either", "what", joined(parts, and ? "and" : "or"));
        }

        @Override
        public Bilingual comparison(Comparison comparison) {
            Operator operator = negated ? NormalForm.opposite(comparison.operator()) : comparison.operator();
            Property left = rule.property(comparison.left());
            Property trueOrFalse = left != null && left.type() == Property.Type.BOOLEAN ? left : null;
            if (isNull(comparison.right())) {
                return absence(comparison.left(), operator == Operator.EQUAL, trueOrFalse);
            }
            if (trueOrFalse != null) {
                return agreement(operator == Operator.EQUAL, trueOrFalse, comparison.right());
            }
            if (comparison.right() instanceof Literal literal && literal.kind() == Literal.Form.TEXT) {
                return phrase(
                        operator == Operator.EQUAL ? "is" : "is-not",
                        "left",
                        value(comparison.left()),
                        "right",
                        value(literal));
            }
            Bilingual first = value(comparison.left());
            Property right = rule.property(comparison.right());
            if (operator == Operator.EQUAL
                    && right != null
                    && rule.isOfOthers(comparison.right())
                    && noun(rule.word(comparison.right()), right.name()).equals(first)) {
                String code = left != null && !left.name().equals("code") ? left.name() : right.name();
                return has("same." + code) ? phrase("same." + code) : phrase("same", "what", first);
            }
            return agreeing(first, operator.name(), "left", first, "right", value(comparison.right()));
        }

        private Bilingual absence(Expression property, boolean absent, @Nullable Property trueOrFalse) {
            if (trueOrFalse != null) {
                return phrase(absent ? "unknown" : "known", "what", trueOrFalse(trueOrFalse.name(), true));
            }
            Bilingual what = value(property);
            return agreeing(what, absent ? "absent" : "given.one", "what", what);
        }

        private Bilingual agreement(boolean equal, Property left, Expression right) {
            if (right instanceof Literal literal) {
                return trueOrFalse(left.name(), equal == literal.text().equals("true"));
            }
            return phrase(
                    equal ? "both-or-neither" : "one-alone",
                    "left",
                    trueOrFalse(left.name(), true),
                    "right",
                    right.match(new Statement(false)));
        }

        @Override
        public Bilingual sum(Sum sum) {
            throw new IllegalStateException("A sum is no condition.");
        }

        @Override
        public Bilingual product(Product product) {
            throw new IllegalStateException("A product is no condition.");
        }

        @Override
        public Bilingual matches(Matches matches) {
            return phrase(
                    matches.negated() == negated ? "matches" : "not-matches",
                    "left",
                    value(matches.operand()),
                    "form",
                    FormWords.of(matches.form()));
        }

        @Override
        public Bilingual oneOf(OneOf oneOf) {
            List<Bilingual> values = oneOf.values().stream()
                    .map(value -> phrase("text", "text", value))
                    .toList();
            return phrase(
                    oneOf.negated() == negated ? "in" : "not-in",
                    "left",
                    value(oneOf.operand()),
                    "values",
                    new Bilingual(
                            String.join(", ", values.stream().map(Bilingual::en).toList()),
                            String.join(", ", values.stream().map(Bilingual::es).toList())));
        }

        @Override
        public Bilingual memberOf(MemberOf memberOf) {
            String name = Objects.requireNonNull(
                    rule.condition().lists().get(memberOf.list().name()));
            String key = memberOf.negated() == negated ? "listed" : "not-listed";
            return phrase(isShared(name) ? key : key + ".own", "left", value(memberOf.operand()), "list", list(name));
        }
    }

    /** A value as a noun. */
    private final class Value implements Expression.Cases<Bilingual> {

        @Override
        public Bilingual literal(Literal literal) {
            return literal.kind() == Literal.Form.TEXT
                    ? phrase("text", "text", literal.text())
                    : literal.kind() == Literal.Form.ZERO ? phrase("zero") : Shown.same(literal.text());
        }

        @Override
        public Bilingual name(Name name) {
            return noun(name.member().isEmpty() ? name.property() : name.property() + "." + name.member());
        }

        @Override
        public Bilingual variable(Variable variable) {
            Rule.Parameter limit = rule.limit(variable);
            if (limit != null) {
                return phrase(
                        "limit", "code", limit.code(), "value", rule.value(limit, one -> Shown.same(Shown.value(one))));
            }
            String list = rule.condition().lists().get(variable.name());
            if (list != null) {
                return list(list);
            }
            Property property = rule.property(variable);
            if (property == null) {
                return Shown.same(variable.name());
            }
            String word = rule.word(variable);
            Bilingual said = noun(word, property.name());
            return rule.isOfOthers(variable) ? phrase("of-other", "what", said, "fact", phrase(word + ".of")) : said;
        }

        @Override
        public Bilingual sum(Sum sum) {
            Bilingual right = value(sum.right());
            boolean inner = sum.right() instanceof Sum;
            return phrase(
                    sum.plus() ? "plus" : "minus",
                    "left",
                    value(sum.left()),
                    "right",
                    inner ? new Bilingual("(" + right.en() + ")", "(" + right.es() + ")") : right);
        }

        @Override
        public Bilingual product(Product product) {
            return phrase("times", "left", factor(product.left()), "right", factor(product.right()));
        }

        private Bilingual factor(Expression expression) {
            Bilingual said = value(expression);
            return expression instanceof Sum ? new Bilingual("(" + said.en() + ")", "(" + said.es() + ")") : said;
        }

        @Override
        public Bilingual not(Not not) {
            return said(new Clause(not, false));
        }

        @Override
        public Bilingual logic(Logic logic) {
            return said(new Clause(logic, false));
        }

        @Override
        public Bilingual comparison(Comparison comparison) {
            return said(new Clause(comparison, false));
        }

        @Override
        public Bilingual matches(Matches matches) {
            return said(new Clause(matches, false));
        }

        @Override
        public Bilingual oneOf(OneOf oneOf) {
            return said(new Clause(oneOf, false));
        }

        @Override
        public Bilingual memberOf(MemberOf memberOf) {
            return said(new Clause(memberOf, false));
        }
    }
}
