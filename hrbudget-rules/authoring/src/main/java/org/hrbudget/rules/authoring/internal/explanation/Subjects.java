package org.hrbudget.rules.authoring.internal.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.Position;
import org.hrbudget.rules.authoring.RuleExplanation;
import org.hrbudget.rules.authoring.RuleExplanation.Answer;
import org.hrbudget.rules.authoring.RuleExplanation.Condition;
import org.hrbudget.rules.authoring.internal.words.Clause;
import org.hrbudget.rules.authoring.internal.words.LawRule;
import org.hrbudget.rules.authoring.internal.words.PlainWords;
import org.hrbudget.rules.authoring.internal.words.Shown;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.rules.internal.language.RuleText;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.tables.Tables;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.LinkFact;
import org.hrbudget.validation.internal.facts.Property;
import org.jspecify.annotations.Nullable;

/** Tells what a rule says of something, with the values it met and where what it compares with is set. */
final class Subjects {

    private final OpenPack pack;
    private final LawRule law;
    private final Conditions conditions;
    private final WatchedPack watched;
    private final Set<DataItem> lacking;

    /** @param lacking the data the rule needs and the validation did not have */
    Subjects(OpenPack pack, LawRule law, Conditions conditions, WatchedPack watched, Set<DataItem> lacking) {
        this.pack = pack;
        this.law = law;
        this.conditions = conditions;
        this.watched = watched;
        this.lacking = lacking;
    }

    RuleExplanation.Subject of(Fact fact, LedgerEntry entry) {
        Judgement judgement = judgement(fact, entry);
        List<Condition> told = new ArrayList<>();
        List<Condition.State> states = watched.states(fact);
        for (int i = 0; i < conditions.clauses().size(); i++) {
            told.add(condition(fact, conditions.clauses().get(i), states.get(i)));
        }
        for (int i = 0; i < conditions.asked().size(); i++) {
            told.add(condition(
                    fact,
                    conditions.asked().get(i),
                    states.get(conditions.clauses().size() + i)));
        }
        return new RuleExplanation.Subject(name(fact), judgement.answer(), judgement.reason(), told);
    }

    private record Judgement(Answer answer, @Nullable Bilingual reason) {}

    private Judgement judgement(Fact fact, LedgerEntry entry) {
        if (watched.isViolated(fact)) {
            return new Judgement(Answer.VIOLATED, null);
        }
        boolean open = entry.outcome() == LedgerEntry.Outcome.UNDETERMINED && entry.undetermined() == 0;
        if (open || !lacking.isEmpty()) {
            boolean asked = entry.outcome() != LedgerEntry.Outcome.NOT_APPLICABLE;
            return new Judgement(asked ? Answer.NOT_JUDGED : Answer.NOT_EXAMINED, entry.reason());
        }
        FactType type = law.condition().subject();
        Judgement answer = watched.isOpen(fact)
                ? new Judgement(Answer.NOT_JUDGED, Explainer.WORDS.of("not-judged-beside"))
                : new Judgement(Answer.SATISFIED, null);
        for (Rule.Guard guard : law.rule().guards()) {
            if (type.property(guard.property()).of(fact) == null) {
                Bilingual what = PlainWords.noun(type.word(), guard.property());
                if (!guard.promised()) {
                    return new Judgement(Answer.NOT_EXAMINED, missing("not-examined", what));
                }
                answer = new Judgement(Answer.NOT_JUDGED, missing("not-judged", what));
            }
        }
        return answer;
    }

    private static Bilingual missing(String key, Bilingual what) {
        return contracted(Explainer.WORDS.of(key, Map.of("what", what)));
    }

    private static Bilingual contracted(Bilingual text) {
        return new Bilingual(text.en(), text.es().replace(" de el ", " del ").replace(" a el ", " al "));
    }

    private Bilingual name(Fact fact) {
        Position position = fact.position();
        String unit = fact.unitCode();
        return Explainer.WORDS.of(
                "subject." + law.rule().subject(),
                "label",
                fact instanceof LinkFact link ? link.label() : "",
                "unit",
                unit == null ? "" : unit,
                "code",
                Explainer.code(fact),
                "place",
                position == null ? "" : position.toString());
    }

    private Condition condition(Fact fact, Clause clause, Condition.State state) {
        Set<Property> compared = conditions.compared(clause);
        boolean unknown =
                compared.stream().anyMatch(property -> property.items().stream().anyMatch(lacking::contains));
        List<Condition.Met> met = new ArrayList<>();
        compared.forEach(property -> met(fact, property, met));
        SourceText source = law.condition().text().source();
        return new Condition(
                new PlainWords(law).constraint(clause),
                unknown ? Condition.State.UNKNOWN : state,
                place(source, start(clause.expression())),
                unknown ? List.of() : met.stream().distinct().toList(),
                limits(clause, compared));
    }

    /** {@return what is asked of other facts, with whether it is so} */
    private Condition condition(Fact fact, List<LawRule> asked, Condition.State state) {
        RuleText text = law.condition().text();
        int part = law.condition().parts().indexOf(asked.get(0).part());
        int first = text.patterns().size() - law.condition().parts().size();
        boolean unknown = law.rule().needs().stream().anyMatch(lacking::contains)
                || (state == Condition.State.FAILS && watched.isOpen(fact));
        List<Clause> between = conditions.compared(asked);
        List<Condition.Met> met = new ArrayList<>();
        between.stream()
                .flatMap(clause -> conditions.compared(clause).stream())
                .filter(law.condition().subject().properties().values()::contains)
                .distinct()
                .forEach(property -> met(fact, property, met));
        return new Condition(
                PlainWords.asked(asked, new PlainWords(law), between),
                unknown ? Condition.State.UNKNOWN : state,
                place(text.source(), text.patterns().get(first + part).start()),
                unknown ? List.of() : met,
                between.stream()
                        .flatMap(clause -> limits(clause, Set.of()).stream())
                        .distinct()
                        .toList());
    }

    /** A value named before has the place where it is named, so that what it is compared with tells the line. */
    private static int start(Expression expression) {
        return expression.parts().mapToInt(Expression::start).max().orElse(0);
    }

    private void met(Fact fact, Property property, List<Condition.Met> met) {
        FactType type = law.condition().subject();
        switch (property.type()) {
            case LIST ->
                met.add(new Condition.Met(
                        PlainWords.noun(type.word(), property.name() + ".size"),
                        Finding.Detail.of(
                                Finding.Detail.Type.NUMBER,
                                ((List<?>) Objects.requireNonNull(property.of(fact))).size())));
            case BOOLEAN ->
                // What is true or false the condition says; shown is what is written that makes it so.
                property.items()
                        .forEach(item -> type.properties().values().stream()
                                .filter(other ->
                                        item.word().equals(other.field()) && other.type() != Property.Type.BOOLEAN)
                                .findFirst()
                                .ifPresent(other -> met(fact, other, met)));
            default ->
                met.add(new Condition.Met(
                        PlainWords.noun(type.word(), property.name()),
                        Finding.Detail.of(kind(property), property.cited(fact))));
        }
    }

    private static Finding.Detail.Type kind(Property property) {
        return switch (property.type()) {
            case AMOUNT -> Finding.Detail.Type.AMOUNT;
            case RATIO -> Finding.Detail.Type.RATIO;
            case NUMBER, QUANTITY -> Finding.Detail.Type.NUMBER;
            default -> Finding.Detail.Type.TEXT;
        };
    }

    private List<Condition.Limit> limits(Clause clause, Set<Property> compared) {
        List<Condition.Limit> limits = new ArrayList<>();
        clause.expression().parts().forEach(part -> {
            Rule.Parameter limit = part instanceof Variable variable ? law.limit(variable) : null;
            if (limit != null) {
                Rule.LegalBasis basis = pack.legalBases().get(limit.legalBasis());
                limits.add(new Condition.Limit(
                        PlainWords.phrase("limit", "code", limit.code(), "value", Shown.value(limit)),
                        parameterPlace(limit.code()),
                        basis == null ? null : Shown.basis(basis)));
            }
        });
        for (Property property : compared) {
            property.codeList().ifPresent(list -> {
                String name = Tables.fileName(list);
                limits.add(new Condition.Limit(
                        Explainer.WORDS.of("limit.list", "list", name.replaceAll(".*/|[.]csv", "")),
                        pack.files().newest(name).map(SourceText::file).orElse(name),
                        null));
            });
        }
        return limits.stream().distinct().toList();
    }

    /** {@return the row of the newest table that sets a limit} */
    private String parameterPlace(String code) {
        Pattern row = Pattern.compile("(?m)^\"?" + Pattern.quote(code) + "\"?[,;\t]");
        List<SourceText> tables = pack.files().all("parameters.csv");
        for (int i = tables.size() - 1; i >= 0; i--) {
            Matcher found = row.matcher(tables.get(i).text());
            if (found.find()) {
                return place(tables.get(i), found.start());
            }
        }
        return "parameters.csv";
    }

    private static String place(SourceText source, int offset) {
        long line = 1
                + source.text()
                        .substring(0, offset)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return source.file() + ":" + line;
    }
}
