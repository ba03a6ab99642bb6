package org.hrbudget.io;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.DataItem;
import org.jspecify.annotations.Nullable;

/** What a column of a layout can be read as. */
enum Field {
    ID(DataItem.LINE_ID, null),
    FISCAL_YEAR(DataItem.FISCAL_YEAR, null),
    UNIT_CODE(DataItem.UNIT_CODE, null),
    UNIT_NAME(null, null),
    UNIT_KIND(DataItem.UNIT_KIND, null),
    FUNCTIONAL_CODE(DataItem.FUNCTIONAL_CODE, null),
    PROGRAMME_CODE(DataItem.PROGRAMME_CODE, null),
    OBJECT_CODE(DataItem.OBJECT_CODE, null),
    FUNDING_SOURCE(DataItem.FUNDING_SOURCE, null),
    SPENDING_TYPE(DataItem.SPENDING_TYPE, null),
    RESULT(DataItem.RESULT_STRUCTURE, null),
    SUBRESULT(DataItem.RESULT_STRUCTURE, null),
    ACTIVITY(DataItem.RESULT_STRUCTURE, null),
    IDENTIFIER_DIGIT(DataItem.IDENTIFIER_DIGIT, null),
    RIGHTS_INFORMATION(DataItem.RIGHTS_INFORMATION, null),
    NO_ACTION_REASON(DataItem.NO_ACTION_REASON, null),
    PROPOSED(DataItem.PROPOSED, AmountKind.PROPOSED),
    APPROVED(DataItem.APPROVED, AmountKind.APPROVED),
    ADJUSTMENTS(DataItem.ADJUSTMENTS, AmountKind.ADJUSTMENTS),
    MODIFIED(DataItem.MODIFIED, AmountKind.MODIFIED),
    CALENDARISED(DataItem.CALENDARISED, AmountKind.CALENDARISED),
    RECEIVED(DataItem.RECEIVED, AmountKind.RECEIVED),
    COMMITTED(DataItem.COMMITTED, AmountKind.COMMITTED),
    ACCRUED(DataItem.ACCRUED, AmountKind.ACCRUED),
    EXERCISED(DataItem.EXERCISED, AmountKind.EXERCISED),
    PAID(DataItem.PAID, AmountKind.PAID);

    private final @Nullable DataItem item;
    private final @Nullable AmountKind amount;

    Field(@Nullable DataItem item, @Nullable AmountKind amount) {
        this.item = item;
        this.amount = amount;
    }

    /** {@return the item a budget with this column promises, if any} */
    @Nullable
    DataItem item() {
        return item;
    }

    /** {@return the kind of amount, where it is one} */
    @Nullable
    AmountKind amount() {
        return amount;
    }

    /** {@return the field as layouts write it, such as {@code unit_code}} */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Field> of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Field::word).toList();
    }
}
