package org.hrbudget.validation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.Position;
import org.hrbudget.summary.ActionSummary;
import org.hrbudget.summary.ListedActionSummary;
import org.hrbudget.summary.RepeatedKey;
import org.hrbudget.summary.RightSummary;
import org.hrbudget.validation.facts.BudgetFact;
import org.hrbudget.validation.facts.FactType;
import org.hrbudget.validation.facts.LineFact;
import org.hrbudget.validation.facts.LinkFact;
import org.hrbudget.validation.facts.RecordFact;
import org.hrbudget.validation.facts.UnitFact;
import org.hrbudget.validation.facts.Vocabulary;
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

    private record LinkPlace(Position position, int index) {}

    private record UnitPlace(String code) {}

    private record RecordPlace(Class<?> kind, Object row) {}

    private final PackRun.Setting setting;
    private final Rule rule;
    private final RuleMatch match;
    private @Nullable Finding finding;

    Raised(PackRun.Setting setting, Rule rule, RuleMatch match) {
        this.setting = setting;
        this.rule = rule;
        this.match = match;
    }

    /** {@return the rule that raised it} */
    Rule rule() {
        return rule;
    }

    /** {@return the fact it is about} */
    Object subject() {
        return match.subject();
    }

    /** {@return the finding} */
    Finding finding() {
        Finding written = finding;
        if (written == null) {
            Map<String, Detail> details = new HashMap<>();
            rule.details()
                    .forEach((name, kind) ->
                            details.put(name, Detail.of(kind, match.bindings().get(name))));
            LineFact line = line(match.subject());
            String focus = match.focus();
            FactType type = Vocabulary.type(rule.subject());
            Cell cell = Cell.of(
                    type,
                    match.subject(),
                    focus == null ? null : type.properties().get(focus),
                    setting.columns());
            written = new Finding(
                    setting.pack().manifest().id(),
                    rule,
                    cell.position(),
                    cell.column(),
                    cell.value() == null ? null : FindingLine.cut(cell.value()),
                    cell.meant(),
                    unitCode(),
                    unitName(),
                    line == null ? null : FindingLine.of(line),
                    stake(),
                    details);
            finding = written;
        }
        return written;
    }

    /** {@return the line it is about, if it is of one} */
    @Nullable
    Position position() {
        return position(match.subject());
    }

    /** {@return the unit it is about, if it is of one} */
    @Nullable
    String unitCode() {
        return unitCode(match.subject());
    }

    /** {@return the money it touches, see {@link Finding#stake()}} */
    @Nullable
    BigDecimal stake() {
        BigDecimal money = money(match.subject());
        return money == null ? null : money.abs();
    }

    private static @Nullable BigDecimal money(Object subject) {
        LineFact line = line(subject);
        if (line != null) {
            return line.amount();
        }
        if (subject instanceof UnitFact unit) {
            return unit.amount();
        }
        if (subject instanceof BudgetFact budget) {
            return budget.amount();
        }
        if (subject instanceof RightSummary right) {
            return right.amount();
        }
        if (subject instanceof ActionSummary action) {
            BigDecimal before = action.amountLastYear();
            return before == null ? action.amount() : before.max(action.amount());
        }
        return subject instanceof ListedActionSummary listed ? listed.attributedAmount() : null;
    }

    /** {@return the line that a fact is or is of, if it is at hand} */
    static @Nullable LineFact line(Object subject) {
        if (subject instanceof LinkFact link) {
            return link.line();
        }
        return subject instanceof LineFact line ? line : null;
    }

    private @Nullable String unitName() {
        LineFact line = line(match.subject());
        if (line != null) {
            BudgetUnit unit = line.line().unit();
            return unit == null ? null : unit.name();
        }
        return match.subject() instanceof UnitFact unit ? unit.unitName() : null;
    }

    /** {@return what tells it from the other findings of its pack, and finds it again among those of another} */
    Key key() {
        return new Key(rule.id(), place());
    }

    /** Packs have facts of their own about one line, since each resolves codes against its own catalogues. */
    private Object place() {
        Object subject = match.subject();
        if (subject instanceof LineFact line) {
            return line.line().position();
        }
        if (subject instanceof LinkFact link) {
            return new LinkPlace(link.line().line().position(), link.index());
        }
        if (subject instanceof UnitFact unit) {
            return new UnitPlace(unit.unitCode());
        }
        if (subject instanceof RecordFact filed) {
            return new RecordPlace(filed.getClass(), filed.source());
        }
        return subject instanceof BudgetFact ? BudgetFact.class : subject;
    }

    /** {@return the right it is about, where it is about one or about an action of one} */
    @Nullable
    String rightCode() {
        return rightCode(match.subject());
    }

    /** {@return the right a fact is of, if it is of one or of an action of one} */
    static @Nullable String rightCode(Object subject) {
        if (subject instanceof RightSummary right) {
            return right.code();
        }
        return subject instanceof ActionSummary action ? action.action().rightCode() : null;
    }

    /** {@return where a finding about a fact points: the line, if it is of one} */
    static @Nullable Position position(Object fact) {
        if (fact instanceof LineFact line) {
            return line.line().position();
        }
        if (fact instanceof LinkFact link) {
            return link.line().line().position();
        }
        if (fact instanceof ListedActionSummary listed) {
            return listed.listed().position();
        }
        if (fact instanceof RecordFact filed) {
            return filed.source().position();
        }
        return fact instanceof RepeatedKey repeated ? repeated.position() : null;
    }

    /** {@return the unit a fact is of, if it is of one} */
    static @Nullable String unitCode(Object fact) {
        if (fact instanceof LineFact line) {
            return line.unitCode();
        }
        if (fact instanceof LinkFact link) {
            return link.unitCode();
        }
        if (fact instanceof RepeatedKey repeated) {
            return repeated.unitCode();
        }
        if (fact instanceof ListedActionSummary listed) {
            return listed.unitCode();
        }
        if (fact instanceof RecordFact filed) {
            return filed.unitCode();
        }
        return fact instanceof UnitFact unit ? unit.unitCode() : null;
    }
}
