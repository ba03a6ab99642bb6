package org.hrbudget.rules.authoring.internal.explanation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.ResultStructure;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/** The cells of a line by the words that layouts have for them: what is written there, and the line with something else there. */
final class LineCells {

    /** In the order of the key. */
    static final List<String> CODES = List.of(
            "id",
            "fiscal_year",
            "unit_code",
            "unit_kind",
            "functional_code",
            "programme_code",
            "object_code",
            "funding_source",
            "spending_type",
            "result",
            "subresult",
            "activity",
            "identifier_digit",
            "rights_information",
            "no_action_reason");

    private LineCells() {}

    /** {@return the field of a part of a link: {@code action_1}, {@code action_1_amount}} */
    static String field(int link, ActionLink.Part part) {
        String action = "action_" + (link + 1);
        return part == ActionLink.Part.CODE ? action : action + "_" + word(part);
    }

    /** {@return what is written on a line, by field} */
    static Map<String, String> of(SpendingLine line) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String field : fields()) {
            String value = written(line, field);
            if (value != null) {
                cells.put(field, value);
            }
        }
        for (int i = 0; i < line.links().size(); i++) {
            for (ActionLink.Part part : ActionLink.Part.values()) {
                String value = line.links().get(i).written(part);
                if (value != null) {
                    cells.put(field(i, part), value);
                }
            }
        }
        return cells;
    }

    /** {@return the fields of a line, those of its links apart} */
    static List<String> fields() {
        List<String> fields = new ArrayList<>(CODES);
        Arrays.stream(AmountKind.values()).map(LineCells::word).forEach(fields::add);
        return fields;
    }

    /** {@return what is written in a cell, {@code null} where it is blank} */
    static @Nullable String written(SpendingLine line, String field) {
        BudgetUnit unit = line.unit();
        ResultStructure structure = line.resultStructure();
        SpendingLine.RightsInformation information = line.rightsInformation();
        return switch (field) {
            case "id" -> line.id();
            case "fiscal_year" -> text(line.fiscalYear());
            case "unit_code" -> unit == null ? null : unit.code();
            case "unit_kind" -> unit == null ? null : unit.kind();
            case "functional_code" -> line.functionalCode();
            case "programme_code" -> line.programmeCode();
            case "object_code" -> line.objectCode();
            case "funding_source" -> line.fundingSource();
            case "spending_type" -> line.spendingType();
            case "result" -> structure.result();
            case "subresult" -> structure.subresult();
            case "activity" -> structure.activity();
            case "identifier_digit" -> line.identifierDigit();
            case "rights_information" ->
                information == null ? null : word(information).replace('_', '-');
            case "no_action_reason" -> line.noActionReason();
            default -> {
                BigDecimal amount = kind(field).map(line::amount).orElse(null);
                yield amount == null ? null : amount.toPlainString();
            }
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static Optional<AmountKind> kind(String field) {
        return Arrays.stream(AmountKind.values())
                .filter(kind -> word(kind).equals(field))
                .findFirst();
    }

    /**
     * {@return the line with another value in a cell}
     *
     * @param value the value; {@code null} for a blank cell
     * @throws IllegalArgumentException if the cell cannot hold it
     */
    static SpendingLine with(SpendingLine line, String field, @Nullable String value) {
        SpendingLine.Builder changed = line.toBuilder();
        BudgetUnit unit = line.unit();
        ResultStructure structure = line.resultStructure();
        switch (field) {
            case "id" -> changed.id(value);
            case "fiscal_year" -> changed.fiscalYear(value == null ? null : FiscalYear.parse(value));
            case "unit_code" ->
                changed.unit(
                        value == null
                                ? null
                                : new BudgetUnit(
                                        value, unit == null ? null : unit.name(), unit == null ? null : unit.kind()));
            case "unit_kind" -> changed.unit(unit == null ? null : new BudgetUnit(unit.code(), unit.name(), value));
            case "functional_code" -> changed.functionalCode(value);
            case "programme_code" -> changed.programmeCode(value);
            case "object_code" -> changed.objectCode(value);
            case "funding_source" -> changed.fundingSource(value);
            case "spending_type" -> changed.spendingType(value);
            case "result" ->
                changed.resultStructure(new ResultStructure(value, structure.subresult(), structure.activity()));
            case "subresult" ->
                changed.resultStructure(new ResultStructure(structure.result(), value, structure.activity()));
            case "activity" ->
                changed.resultStructure(new ResultStructure(structure.result(), structure.subresult(), value));
            case "identifier_digit" -> changed.identifierDigit(value);
            case "rights_information" ->
                changed.rightsInformation(
                        value == null
                                ? null
                                : SpendingLine.RightsInformation.valueOf(
                                        value.toUpperCase(Locale.ROOT).replace('-', '_')));
            case "no_action_reason" -> changed.noActionReason(value);
            default ->
                changed.amount(
                        kind(field).orElseThrow(() -> new IllegalArgumentException("No such cell: " + field)),
                        value == null ? null : new BigDecimal(value));
        }
        return changed.build();
    }

    /**
     * {@return a link with another value in one part; an amount takes the place of a share, and a share that of an amount}
     *
     * @throws IllegalArgumentException if the part cannot be that, or nothing would be left that names an action
     */
    static ActionLink with(ActionLink link, ActionLink.Part part, @Nullable String value) {
        return new ActionLink(
                part == ActionLink.Part.CODE ? value : link.actionCode(),
                part == ActionLink.Part.SEQUENCE ? value == null ? null : Integer.valueOf(value) : link.sequence(),
                part == ActionLink.Part.RIGHT ? value : link.namedRight(),
                switch (part) {
                    case AMOUNT -> value == null ? null : new BigDecimal(value);
                    case SHARE -> value == null ? link.amount() : null;
                    default -> link.amount();
                },
                switch (part) {
                    case SHARE -> value == null ? null : new BigDecimal(value);
                    case AMOUNT -> value == null ? link.share() : null;
                    default -> link.share();
                },
                link.origin());
    }
}
