package org.hrbudget.validation.internal.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.Position;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.summary.Fact;
import org.hrbudget.summary.internal.Attribution;
import org.jspecify.annotations.Nullable;

/** A link from a line to an action as rules see it, under the name {@code ActionLink}: resolved against the programme. */
public final class LinkFact implements Fact {

    private final LineFact line;
    private final ActionLink link;
    private final int index;
    private final @Nullable HrpAction action;

    LinkFact(LineFact line, ActionLink link, int index) {
        this.line = line;
        this.link = link;
        this.index = index;
        this.action = Optional.ofNullable(line.context().programme())
                .flatMap(programme -> programme.action(link))
                .orElse(null);
    }

    /** {@return the line that states the link} */
    public LineFact line() {
        return line;
    }

    /** {@return the link as read} */
    public ActionLink link() {
        return link;
    }

    /**
     * {@return the part of the link that holds a field, or stands for it: money is stated by an amount or by a share, and where it
     * is not, by naming the action alone}
     *
     * @param field the field
     */
    public ActionLink.Part part(String field) {
        return switch (field) {
            case "sequence" -> ActionLink.Part.SEQUENCE;
            case "right" -> ActionLink.Part.RIGHT;
            case "share" -> ActionLink.Part.SHARE;
            case "amount" ->
                link.amount() != null
                        ? ActionLink.Part.AMOUNT
                        : link.share() != null ? ActionLink.Part.SHARE : link.mainPart();
            default -> link.mainPart();
        };
    }

    /**
     * {@return what must have been meant where a field is wrong, if that can be told: the nearest action of the programme, or the
     * number it gives the action}
     *
     * @param field the field
     */
    public Optional<String> meant(String field) {
        HumanRightsProgramme programme = line.context().programme();
        if (programme == null) {
            return Optional.empty();
        }
        return switch (part(field)) {
            case CODE ->
                action != null ? Optional.empty() : programme.nearest(link).map(HrpAction::code);
            case SEQUENCE -> Optional.ofNullable(programmeSequence()).map(String::valueOf);
            default -> Optional.empty();
        };
    }

    /** {@return its place among the links of its line, from 0} */
    public int index() {
        return index;
    }

    @Override
    public @Nullable String unitCode() {
        return line.unitCode();
    }

    /** {@return the fiscal year its line states, else the budget's} */
    public @Nullable Integer fiscalYear() {
        Integer stated = line.fiscalYear();
        return stated != null ? stated : line.budgetFiscalYear();
    }

    /** {@return the object of expenditure of its line} */
    public @Nullable String objectCode() {
        return line.objectCode();
    }

    /** {@return the chapter that the object of its line belongs to: its first digit and three zeros} */
    public @Nullable String objectChapter() {
        return line.objectChapter();
    }

    /** {@return the budget programme of its line} */
    public @Nullable String programmeCode() {
        return line.programmeCode();
    }

    /** {@return the action's code as written, else {@code #} and its number} */
    public String label() {
        return link.label();
    }

    /** {@return the action's code as written} */
    public @Nullable String actionCode() {
        return link.actionCode();
    }

    /** {@return the action's number as written} */
    public @Nullable Integer sequence() {
        return link.sequence();
    }

    /** {@return whether the programme has the action; {@code null} without a programme} */
    public @Nullable Boolean known() {
        return line.context().programme() == null ? null : action != null;
    }

    /** {@return the number the programme gives the action named; {@code null} where it has none such} */
    public @Nullable Integer programmeSequence() {
        return action == null ? null : action.sequence();
    }

    /** {@return whether the number written is the action's; {@code null} where the link lacks one of the two or is unknown} */
    public @Nullable Boolean sequenceAgrees() {
        Integer written = link.sequence();
        return (action == null || written == null || link.actionCode() == null) ? null : written == action.sequence();
    }

    /**
     * {@return whether the programme names the line's unit among those that carry the action out, whatever case and blanks the codes are
     * written in, or the action binds every public body; {@code null} where it names none, the action is unknown or the line has no unit}
     */
    public @Nullable Boolean unitIsExecutor() {
        String unit = unitCode();
        if (action == null || unit == null || action.executors().isEmpty()) {
            return null;
        }
        return action.crossCutting() || action.executors().stream().anyMatch(executor -> sameCode(executor, unit));
    }

    private static boolean sameCode(String one, String other) {
        return Spelling.folded(one)
                .replace(" ", "")
                .equals(Spelling.folded(other).replace(" ", ""));
    }

    /** {@return the right named beside the action, as written} */
    public @Nullable String namedRight() {
        return link.namedRight();
    }

    /** {@return the code of the right the programme puts the action under} */
    public @Nullable String actionRight() {
        return action == null ? null : action.rightCode();
    }

    /** {@return what is compared of the right named beside the action} */
    public @Nullable String namedRightKey() {
        return key(namedRight());
    }

    /** {@return what is compared of the code of the action's right} */
    public @Nullable String actionRightKey() {
        return key(actionRight());
    }

    /** {@return what is compared of the name of the action's right} */
    public @Nullable String actionRightNameKey() {
        return key(actionRightName());
    }

    private static @Nullable String key(@Nullable String right) {
        return right == null ? null : Spelling.ofRight(right);
    }

    /** {@return whether the right named is the action's; {@code null} where none is named or the action is unknown} */
    public @Nullable Boolean namedRightAgrees() {
        HumanRightsProgramme programme = line.context().programme();
        String named = link.namedRight();
        return (programme == null || action == null || named == null)
                ? null
                : programme.names(action.rightCode(), named);
    }

    /** {@return whether the text beside the action names a right or group at all; {@code null} where nothing is named} */
    public @Nullable Boolean namedRightKnown() {
        HumanRightsProgramme programme = line.context().programme();
        String named = link.namedRight();
        return (programme == null || named == null) ? null : programme.namesAny(named);
    }

    /** {@return the name in Spanish, as published, of the right the programme puts the action under} */
    public @Nullable String actionRightName() {
        HumanRightsProgramme programme = line.context().programme();
        return (programme == null || action == null)
                ? null
                : programme.chapter(action.rightCode()).map(HumanRight::nameEs).orElse(null);
    }

    /**
     * {@return whether the list of the line's unit has the action; {@code null} where that unit has no list, the line names no unit,
     * or the link gives a number that the programme does not have}
     */
    public @Nullable Boolean listed() {
        Map<String, Set<String>> lists = line.context().listedActions();
        String unit = line.unitCode();
        String code = action == null ? link.actionCode() : action.code();
        Set<String> list = (lists == null || unit == null) ? null : lists.get(unit);
        return (list == null || code == null) ? null : list.contains(code);
    }

    /** {@return the amount stated} */
    public @Nullable BigDecimal amount() {
        return link.amount();
    }

    /** {@return the share stated} */
    public @Nullable BigDecimal share() {
        return link.share();
    }

    /** {@return the part of the line's money the link attributes to the action; {@code null} where the line has no amount} */
    public @Nullable BigDecimal attributedAmount() {
        BigDecimal amount = line.amount();
        return amount == null ? null : Attribution.of(link, amount);
    }

    @Override
    public Position position() {
        return line.position();
    }

    @Override
    public @Nullable String unitName() {
        return line.unitName();
    }

    /** {@return the money of its line} */
    @Override
    public @Nullable BigDecimal stake() {
        return line.stake();
    }

    @Override
    public Object place() {
        return List.of(position(), index);
    }
}
