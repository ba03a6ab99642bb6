package org.hrbudget.rules.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/** A line as a person reads it: the fields it has, by their column in the layout {@code hrbudget}. */
final class LineWords {

    private final List<String> words = new ArrayList<>();

    private LineWords() {}

    static String of(SpendingLine line) {
        LineWords text = new LineWords();
        BudgetUnit unit = line.unit();
        text.put("id", line.id());
        text.put("fiscal_year", line.fiscalYear());
        text.put("unit_code", unit == null ? null : unit.code());
        text.put("unit_name", unit == null ? null : unit.name());
        text.put("unit_kind", unit == null ? null : unit.kind());
        text.put("functional_code", line.functionalCode());
        text.put("programme_code", line.programmeCode());
        text.put("object_code", line.objectCode());
        text.put("funding_source", line.fundingSource());
        text.put("spending_type", line.spendingType());
        text.put("result", line.resultStructure().result());
        text.put("subresult", line.resultStructure().subresult());
        text.put("activity", line.resultStructure().activity());
        text.put("identifier_digit", line.identifierDigit());
        text.put("rights_information", line.rightsInformation());
        text.put("no_action_reason", line.noActionReason());
        line.amounts()
                .asMap()
                .forEach((kind, amount) -> text.put(DataItem.of(kind).word(), amount));
        int number = 0;
        for (ActionLink link : line.links()) {
            text.link("action_" + ++number, link);
        }
        if (line.saysNoneApplies()) {
            text.put("action_" + ++number, "No aplica");
        }
        line.passThrough().forEach(text::put);
        return text.words.isEmpty() ? "(a line without any field)" : String.join(", ", text.words);
    }

    private void link(String column, ActionLink link) {
        put(column, link.actionCode());
        put(column + "_sequence", link.sequence());
        put(column + "_right", link.namedRight());
        put(column + "_amount", link.amount());
        put(column + "_share", link.share());
    }

    private void put(String column, @Nullable Object value) {
        if (value != null) {
            words.add(column + "=" + (value instanceof BigDecimal number ? number.toPlainString() : value));
        }
    }
}
