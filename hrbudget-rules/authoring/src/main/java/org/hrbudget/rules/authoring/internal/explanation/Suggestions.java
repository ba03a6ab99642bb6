package org.hrbudget.rules.authoring.internal.explanation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.rules.authoring.internal.words.LawRule;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Matches;
import org.hrbudget.rules.internal.language.Expression.OneOf;
import org.hrbudget.rules.internal.language.Expression.Operator;
import org.hrbudget.summary.ActionSummary;
import org.hrbudget.summary.Fact;
import org.hrbudget.text.Nearest;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.internal.facts.LineFact;
import org.hrbudget.validation.internal.facts.LinkFact;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.internal.facts.RecordFact;
import org.hrbudget.validation.internal.facts.Vocabulary;
import org.hrbudget.validation.spi.Catalogues;
import org.jspecify.annotations.Nullable;

/**
 * Changes of one cell that might repair a line: what must have been meant, what the conditions of a rule compare with, listed values,
 * values of other lines, blanks. They are only suggested here; whether one repairs anything the engine says.
 */
final class Suggestions {

    private static final int MOST_LISTED = 400;
    private static final int MOST_ACTIONS = 3_000;
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Setting setting;
    private final SpendingLine line;
    private final Map<String, LineEdit> edits = new LinkedHashMap<>();

    /**
     * What values are taken from.
     *
     * @param line the line
     * @param basis the amount that is its money
     * @param watch what other lines have
     * @param programme the programme
     * @param items the object items of the year
     */
    record Setting(
            SpendingLine line,
            AmountKind basis,
            LineWatch watch,
            @Nullable HumanRightsProgramme programme,
            @Nullable Set<String> items) {}

    private Suggestions(Setting setting) {
        this.setting = setting;
        this.line = setting.line();
    }

    /**
     * {@return changes that a rule suggests, each once, the likeliest first}
     *
     * @param law the rule
     * @param catalogues the code lists of its pack
     * @param facts what it finds fault with, as far as that is at hand
     * @param findings its findings
     */
    static List<LineEdit> of(
            Setting setting, LawRule law, Catalogues catalogues, Collection<Fact> facts, List<Finding> findings) {
        return new Suggestions(setting).suggest(law, catalogues, facts, findings);
    }

    private List<LineEdit> suggest(LawRule law, Catalogues catalogues, Collection<Fact> facts, List<Finding> findings) {
        Set<Property> properties = new LinkedHashSet<>();
        for (Expression constraint : law.condition().constraints()) {
            constraint
                    .parts()
                    .forEach(part -> Optional.ofNullable(law.property(part)).ifPresent(properties::add));
        }
        Set<String> fields = fields(properties, law);
        boolean aboutLinks = touchesLinks(properties, law);
        facts.forEach(this::unfunded);
        for (Finding finding : findings) {
            String meant = finding.meant();
            if (meant != null) {
                fields.forEach(field -> put(LineEdit.of(line, field, meant, false)));
            }
        }
        for (Expression constraint : law.condition().constraints()) {
            constraint.parts().forEach(part -> compared(law, part, facts));
        }
        if (aboutLinks) {
            facts.forEach(this::link);
        }
        for (Property property : properties) {
            property.codeList()
                    .ifPresent(list -> listed(property, catalogues.list(list).orElse(Map.of())));
        }
        if (aboutLinks
                && properties.stream().noneMatch(property -> field(property).equals("no_action_reason"))) {
            links(law);
        }
        for (String field : fields) {
            setting.watch().inUse(line, field).forEach(value -> put(LineEdit.of(line, field, value, true)));
        }
        if (aboutLinks) {
            links(law);
        }
        // Where a rule needs a value, to take it away would leave the rule unjudged and the defect where it is.
        properties.stream()
                .filter(property -> property.absence() == Property.Absence.ALLOWED)
                .map(Suggestions::field)
                .filter(fields::contains)
                .forEach(field -> put(LineEdit.of(line, field, null, false)));
        return List.copyOf(edits.values());
    }

    private void put(Optional<LineEdit> edit) {
        edit.ifPresent(this::put);
    }

    private void put(LineEdit edit) {
        edits.putIfAbsent(edit.field() + "=" + edit.after(), edit);
    }

    /** {@return the cells of the line that the properties rest on} */
    private Set<String> fields(Set<Property> properties, LawRule law) {
        Set<String> words = new LinkedHashSet<>();
        for (Property property : properties) {
            words.add(field(property));
            property.items().forEach(item -> words.add(item.word()));
        }
        if (law.rule().subject().equals("RepeatedKey")) {
            words.addAll(LineCells.CODES);
            words.remove("id");
            words.remove("no_action_reason");
        }
        if (words.contains("result_structure")) {
            words.addAll(List.of("result", "subresult", "activity"));
        }
        if (words.remove("amount")) {
            words.add(basis());
        }
        if (touchesLinks(properties, law)) {
            words.add("no_action_reason");
        }
        words.retainAll(LineCells.fields());
        return words;
    }

    private String basis() {
        return setting.basis().name().toLowerCase(Locale.ROOT);
    }

    private static String field(Property property) {
        return property.field() == null ? "" : property.field();
    }

    private static boolean touchesLinks(Set<Property> properties, LawRule law) {
        return law.rule().subject().equals("ActionLink")
                || properties.stream()
                        .anyMatch(property -> property.items().stream()
                                .anyMatch(item -> item.word().equals("links")
                                        || item.word().equals("no_action_reason")));
    }

    private void compared(LawRule law, Expression part, Collection<Fact> facts) {
        if (part instanceof Comparison comparison) {
            if (comparison.right() instanceof Literal literal && literal.kind() == Literal.Form.TEXT) {
                Property property = law.property(comparison.left());
                if (property != null) {
                    String cell = asWritten(property, literal.text());
                    put(LineEdit.of(line, field(property), cell, !literal.text().equals(cell)));
                }
            } else {
                boolean example = comparison.operator() != Operator.UNEQUAL;
                for (Fact fact : facts) {
                    Balance.of(law, comparison, fact, true).keySet().forEach(property -> signSlip(property, fact));
                    for (boolean limits : List.of(true, false)) {
                        Balance.of(law, comparison, fact, limits)
                                .forEach((property, value) -> balanced(property, value, fact, example));
                    }
                }
            }
        } else if (part instanceof OneOf oneOf) {
            Property property = law.property(oneOf.operand());
            if (property != null) {
                oneOf.values()
                        .forEach(value -> put(LineEdit.of(line, field(property), asWritten(property, value), true)));
            }
        } else if (part instanceof Matches matches) {
            Property property = law.property(matches.operand());
            if (property != null) {
                formed(property, matches);
            }
        }
    }

    /** Of values in use, those that have the form and are nearly what is written; then all that have it. */
    private void formed(Property property, Matches matches) {
        String field = field(property);
        String written = LineCells.fields().contains(field) ? LineCells.written(line, field) : null;
        List<String> fitting = setting.watch().inUse(line, field).stream()
                .filter(value -> value.matches(matches.form().expression()))
                .toList();
        if (written != null) {
            String bare = written.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
            put(LineEdit.of(line, field, bare, false));
            Nearest.to(written, fitting).forEach(value -> put(LineEdit.of(line, field, value, true)));
        }
        fitting.forEach(value -> put(LineEdit.of(line, field, value, true)));
    }

    /** {@return a cell that has a property of this value: of a chapter, an object code of that chapter} */
    private @Nullable String asWritten(Property property, String value) {
        String field = field(property);
        String written = LineCells.fields().contains(field) ? LineCells.written(line, field) : null;
        int length = switch (property.name()) {
            case "objectChapter", "modality", "modalityKnown" -> 1;
            case "objectConcept", "concept", "objectConceptKnown", "conceptKnown" -> 2;
            default -> 0;
        };
        if (length == 0 || written == null || written.length() <= length || value.length() < length) {
            return value;
        }
        return value.substring(0, length) + written.substring(length);
    }

    /** Puts a property to a value at which both sides of a comparison are equal, and one step to either side. */
    private void balanced(Property property, BigDecimal value, Fact fact, boolean example) {
        BigDecimal now = Balance.number(property.of(fact));
        if (now == null) {
            return;
        }
        if (fact instanceof LinkFact link && property.name().equals("attributedAmount")) {
            // A link that states no part of the line's money has what is left of it.
            put(LineEdit.of(line, link.index(), ActionLink.Part.AMOUNT, null, false));
            put(LineEdit.of(line, link.index(), ActionLink.Part.SHARE, null, false));
        }
        boolean money = property.type() == Property.Type.AMOUNT;
        BigDecimal step = money ? CENT : BigDecimal.ONE;
        for (BigDecimal each : List.of(value, value.add(step), value.subtract(step))) {
            String field = field(property).equals("amount") ? basis() : field(property);
            if (fact instanceof LinkFact link) {
                ActionLink.Part part = part(property);
                if (part != null) {
                    linkPart(link.index(), part, each, example);
                }
            } else if (property.name().startsWith("linked")) {
                linkedSum(property, each.subtract(now), example);
            } else if (fact instanceof LineFact && LineCells.fields().contains(field)) {
                put(LineEdit.of(line, field, plain(each, money), example));
            }
        }
    }

    /** An amount below zero was perhaps meant above it; an adjustment may be of either sign. */
    private void signSlip(Property property, Fact fact) {
        BigDecimal now = Balance.number(property.of(fact));
        boolean either = property.name().equals("adjustments");
        if (fact instanceof LineFact && now != null && (either || now.signum() < 0)) {
            String field = field(property).equals("amount") ? basis() : field(property);
            if (LineCells.kind(field).isPresent()) {
                put(LineEdit.of(line, field, plain(now.negate(), true), true));
            }
        }
    }

    private static ActionLink.@Nullable Part part(Property property) {
        return switch (field(property)) {
            case "sequence" -> ActionLink.Part.SEQUENCE;
            case "share" -> ActionLink.Part.SHARE;
            case "amount" -> ActionLink.Part.AMOUNT;
            default -> null;
        };
    }

    private void linkPart(int link, ActionLink.Part part, BigDecimal value, boolean example) {
        if (value.signum() > 0 || part == ActionLink.Part.SEQUENCE) {
            put(LineEdit.of(line, link, part, plain(value, part == ActionLink.Part.AMOUNT), example));
        }
    }

    /** What the links of a line state together changes by what one of them states. */
    private void linkedSum(Property property, BigDecimal change, boolean example) {
        for (int i = 0; i < line.links().size(); i++) {
            ActionLink link = line.links().get(i);
            BigDecimal amount = link.amount();
            BigDecimal share = link.share();
            BigDecimal money = line.amount(setting.basis());
            if (amount != null && property.type() == Property.Type.AMOUNT) {
                linkPart(i, ActionLink.Part.AMOUNT, amount.add(change), example);
            } else if (share != null && property.type() == Property.Type.RATIO) {
                linkPart(i, ActionLink.Part.SHARE, share.add(change), example);
            } else if (share != null && money != null && money.signum() != 0) {
                linkPart(i, ActionLink.Part.SHARE, share.add(change.divide(money, 4, RoundingMode.FLOOR)), example);
            }
        }
    }

    private static String plain(BigDecimal value, boolean money) {
        BigDecimal shown = money ? value.setScale(2, RoundingMode.HALF_UP) : value.stripTrailingZeros();
        return (shown.scale() < 0 ? shown.setScale(0) : shown).toPlainString();
    }

    /** Names an action that is at fault for want of money, or one of a right that is. */
    private void unfunded(Fact fact) {
        HumanRightsProgramme programme = setting.programme();
        String right = fact.rightCode();
        if (programme == null || right == null) {
            return;
        }
        String own = fact instanceof ActionSummary action ? action.code() : null;
        programme.actions().stream()
                .filter(action -> own == null
                        ? action.rightCode().equals(right)
                        : action.code().equals(own))
                // A line that names the action already names it no better twice.
                .filter(action -> line.links().stream()
                        .noneMatch(link ->
                                programme.action(link).filter(action::equals).isPresent()))
                .forEach(action -> put(LineEdit.linked(line, action.code())));
    }

    /** What a link at fault may have meant. */
    private void link(Fact fact) {
        if (!(fact instanceof LinkFact found)) {
            return;
        }
        int index = found.index();
        ActionLink link = line.links().get(index);
        HumanRightsProgramme programme = setting.programme();
        if (programme != null) {
            programme
                    .nearest(link)
                    .map(HrpAction::code)
                    .ifPresent(code -> put(LineEdit.of(line, index, ActionLink.Part.CODE, code, false)));
            Optional.ofNullable(found.programmeSequence())
                    .ifPresent(number ->
                            put(LineEdit.of(line, index, ActionLink.Part.SEQUENCE, Integer.toString(number), false)));
            Optional.ofNullable(link.sequence())
                    .flatMap(number -> programme.action(number.intValue()))
                    .ifPresent(action -> put(LineEdit.of(line, index, ActionLink.Part.CODE, action.code(), false)));
            Optional.ofNullable(found.actionRightName())
                    .ifPresent(name -> put(LineEdit.of(line, index, ActionLink.Part.RIGHT, name, false)));
        }
        for (ActionLink.Part part : ActionLink.Part.values()) {
            if (link.written(part) != null) {
                put(LineEdit.of(line, index, part, null, false));
            }
        }
        actions().forEach(code -> put(LineEdit.of(line, index, ActionLink.Part.CODE, code, true)));
    }

    /** {@return the codes of actions: those that other lines name, then those of the programme} */
    private Set<String> actions() {
        HumanRightsProgramme programme = setting.programme();
        Set<String> codes = new LinkedHashSet<>(setting.watch().inUse(line, "links"));
        if (programme != null) {
            codes.removeIf(code -> programme.action(code).isEmpty());
            programme.actions().stream()
                    .limit(MOST_ACTIONS)
                    .map(HrpAction::code)
                    .forEach(codes::add);
        }
        return codes;
    }

    private void listed(Property property, Map<String, String> list) {
        String field = field(property);
        if (!LineCells.fields().contains(field) || field.equals("no_action_reason")) {
            return;
        }
        // What the list of spending types has are objects; the types are what they mean.
        Set<String> codes =
                field.equals("spending_type") ? new TreeSet<>(list.values()) : new TreeMap<>(list).navigableKeySet();
        String written = LineCells.written(line, field);
        if (written != null) {
            Nearest.to(written, codes).forEach(code -> put(LineEdit.of(line, field, asWritten(property, code), true)));
        }
        if (setting.items() != null && field.equals("object_code")) {
            new TreeSet<>(setting.items())
                    .stream().limit(MOST_LISTED).forEach(item -> put(LineEdit.of(line, field, item, true)));
        }
        codes.stream()
                .limit(MOST_LISTED)
                .forEach(code -> put(LineEdit.of(line, field, asWritten(property, code), true)));
    }

    /** Names an action, says that none applies, or takes away a link or what it states of its part. */
    private void links(LawRule law) {
        for (int i = 0; i < line.links().size(); i++) {
            put(LineEdit.of(line, i, ActionLink.Part.AMOUNT, null, false));
            put(LineEdit.of(line, i, ActionLink.Part.SHARE, null, false));
        }
        if (!law.rule().subject().equals("ActionLink")) {
            actions().stream().limit(MOST_LISTED).forEach(code -> put(LineEdit.linked(line, code)));
        }
        if (line.links().isEmpty()) {
            put(LineEdit.noneApplies(line, !line.saysNoneApplies()));
        }
        for (int i = 0; i < line.links().size(); i++) {
            put(LineEdit.without(line, i));
        }
    }

    /** {@return whether what a rule judges is a row of a document, which no change of a line changes} */
    static boolean isOfDocument(String subject) {
        return RecordFact.class.isAssignableFrom(Vocabulary.type(subject).factClass());
    }
}
