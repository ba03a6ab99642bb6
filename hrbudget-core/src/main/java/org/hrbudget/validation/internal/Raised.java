package org.hrbudget.validation.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.internal.facts.FactType;
import org.hrbudget.validation.internal.facts.LineFact;
import org.hrbudget.validation.internal.facts.LinkFact;
import org.hrbudget.validation.internal.facts.Vocabulary;
import org.hrbudget.validation.spi.RuleEvaluation;
import org.jspecify.annotations.Nullable;

/** A finding as it is raised, still with the fact it is about; written out only when somebody wants to keep it. */
final class Raised {

    /**
     * What makes two findings of two packs the same one, whatever they weigh.
     *
     * @param ruleId the rule
     * @param place the line, the link of a line, or what else the finding is about
     */
    record Key(String ruleId, Object place) {}

    private static final int LONGEST = 80;
    private static final int MOST_OTHERS = 3;

    private static final List<DataItem> KEY = List.of(
            DataItem.FUNCTIONAL_CODE,
            DataItem.PROGRAMME_CODE,
            DataItem.OBJECT_CODE,
            DataItem.FUNDING_SOURCE,
            DataItem.SPENDING_TYPE,
            DataItem.IDENTIFIER_DIGIT);

    private final String pack;
    private final Terms terms;
    private final Rule rule;
    private final RuleEvaluation.Match match;
    private @Nullable Finding finding;

    Raised(String pack, Terms terms, Rule rule, RuleEvaluation.Match match) {
        this.pack = pack;
        this.terms = terms;
        this.rule = rule;
        this.match = match;
    }

    /** {@return the rule that raised it} */
    Rule rule() {
        return rule;
    }

    /** {@return the fact it is about} */
    Fact subject() {
        return match.subject();
    }

    /** {@return the finding} */
    Finding finding() {
        Finding written = finding;
        if (written == null) {
            Map<String, Finding.Detail> details = new HashMap<>();
            rule.details()
                    .forEach((name, kind) -> details.put(
                            name, Finding.Detail.of(kind, match.bindings().get(name))));
            LineFact line = line();
            String focus = match.focus();
            FactType type = Vocabulary.type(rule.subject());
            Cell cell = Cell.of(
                    type,
                    match.subject(),
                    focus == null ? null : type.properties().get(focus),
                    terms.columns());
            written = new Finding(
                    pack,
                    rule,
                    cell.position(),
                    cell.column(),
                    cell.value() == null ? null : cut(cell.value()),
                    cell.value() == null || match.meant() == null ? cell.meant() : match.meant(),
                    match.subject().unitCode(),
                    match.subject().unitName(),
                    line == null ? null : excerpt(line),
                    stake(),
                    details);
            finding = written;
        }
        return written;
    }

    /** {@return the money it touches, see {@link Finding#stake()}} */
    @Nullable
    BigDecimal stake() {
        BigDecimal money = match.subject().stake();
        return money == null ? null : money.abs();
    }

    /** {@return the line that it is about, or about a link of, if so} */
    @Nullable
    LineFact line() {
        return line(match.subject());
    }

    /** {@return the line that a fact is, or is a link of; {@code null} where it is neither} */
    static @Nullable LineFact line(Fact fact) {
        if (fact instanceof LinkFact link) {
            return link.line();
        }
        return fact instanceof LineFact line ? line : null;
    }

    /**
     * {@return what tells it from the other findings of its pack, and finds it again among those of another: packs have facts of their
     * own about one line, since each resolves codes against its own catalogues}
     */
    Key key() {
        return new Key(rule.id(), match.subject().place());
    }

    private static Finding.Line excerpt(LineFact fact) {
        SpendingLine line = fact.line();
        Map<String, String> codes = new LinkedHashMap<>();
        for (DataItem part : KEY) {
            String code = code(line, part);
            if (code != null) {
                codes.put(part.word(), cut(code));
            }
        }
        Map<String, String> others = new LinkedHashMap<>();
        line.passThrough().entrySet().stream()
                .limit(MOST_OTHERS)
                .forEach(other -> others.put(cut(other.getKey()), cut(other.getValue())));
        String id = line.id();
        return new Finding.Line(line.position(), id == null ? null : cut(id), codes, others, fact.amount());
    }

    private static @Nullable String code(SpendingLine line, DataItem part) {
        return switch (part) {
            case FUNCTIONAL_CODE -> line.functionalCode();
            case PROGRAMME_CODE -> line.programmeCode();
            case OBJECT_CODE -> line.objectCode();
            case FUNDING_SOURCE -> line.fundingSource();
            case SPENDING_TYPE -> line.spendingType();
            default -> line.identifierDigit();
        };
    }

    /** {@return a text of bounded length, no character of which is cut in half} */
    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST) + "…";
    }
}
