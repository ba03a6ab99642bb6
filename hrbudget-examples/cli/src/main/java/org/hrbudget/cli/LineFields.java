package org.hrbudget.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.validation.Finding;
import org.jspecify.annotations.Nullable;

/** What a line holds, by the words that layouts have for it. */
final class LineFields {

    private final List<List<String>> rows = new ArrayList<>();

    private LineFields() {}

    /** {@return a row for each field that has a value: its word, and {@code =} and the value} */
    static List<List<String>> of(SpendingLine line) {
        LineFields fields = new LineFields();
        fields.codes(line);
        for (AmountKind kind : AmountKind.values()) {
            BigDecimal amount = line.amount(kind);
            fields.add(word(kind), amount == null ? null : Finding.Detail.grouped(amount));
        }
        fields.links(line);
        return fields.rows;
    }

    private void codes(SpendingLine line) {
        add("id", line.id());
        add("fiscal_year", line.fiscalYear());
        BudgetUnit unit = line.unit();
        if (unit != null) {
            add("unit_code", unit.code());
            add("unit_name", unit.name());
            add("unit_kind", unit.kind());
        }
        add("functional_code", line.functionalCode());
        add("programme_code", line.programmeCode());
        add("object_code", line.objectCode());
        add("funding_source", line.fundingSource());
        add("spending_type", line.spendingType());
        add("result", line.resultStructure().result());
        add("subresult", line.resultStructure().subresult());
        add("activity", line.resultStructure().activity());
        add("identifier_digit", line.identifierDigit());
        SpendingLine.RightsInformation information = line.rightsInformation();
        add("rights_information", information == null ? null : word(information).replace('_', '-'));
        add("no_action_reason", line.noActionReason());
    }

    private void links(SpendingLine line) {
        int number = 0;
        for (ActionLink link : line.links()) {
            number++;
            for (ActionLink.Part part : ActionLink.Part.values()) {
                String action = "action_" + number;
                add(part == ActionLink.Part.CODE ? action : action + "_" + word(part), link.written(part));
            }
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private void add(String word, @Nullable Object value) {
        if (value != null) {
            rows.add(List.of(word, "= " + value));
        }
    }
}
