package org.hrbudget.model;

import java.util.Locale;

/**
 * A piece of data that a budget's source, or the caller, promises to supply.
 *
 * <p>A rule that needs an item nobody promised cannot be judged, unless the law does not ask for the item at this stage or of this
 * scope; a rule that needs a promised item which is missing on a line is undetermined for that line. The names of the amounts are
 * those of {@link AmountKind}.
 */
public enum DataItem {
    /** The publisher's identifier of a line. */
    LINE_ID,
    /** The fiscal year of a line. */
    FISCAL_YEAR,
    /** The unit that spends. */
    UNIT_CODE,
    /** The kind of the unit. */
    UNIT_KIND,
    /** Purpose, function and sub-function. */
    FUNCTIONAL_CODE,
    /** Modality and number of the budget programme. */
    PROGRAMME_CODE,
    /** The object of expenditure, at whatever level. */
    OBJECT_CODE,
    /** The object of expenditure at the level of items (from 2011 on partidas específicas), not only of concepts or generic items. */
    OBJECT_ITEM,
    /** The funding source. */
    FUNDING_SOURCE,
    /** The type of expenditure. */
    SPENDING_TYPE,
    /** Result, sub-result and institutional activity. */
    RESULT_STRUCTURE,
    /** The identifier digit of the budget key. */
    IDENTIFIER_DIGIT,
    /** Links to the actions of the human-rights programme, as columns or as a second file. */
    LINKS,
    /** A place where a line can say why no action applies to it, as a column or in a second file. */
    NO_ACTION_REASON,
    /** Whether rights information was requested for a line, and given. */
    RIGHTS_INFORMATION,
    /** The money of a line: the proposed amount in a draft, else the approved one ({@link BudgetPhase#basis()}). */
    AMOUNT,
    /** See {@link AmountKind#PROPOSED}. */
    PROPOSED,
    /** See {@link AmountKind#APPROVED}. */
    APPROVED,
    /** See {@link AmountKind#ADJUSTMENTS}. */
    ADJUSTMENTS,
    /** See {@link AmountKind#MODIFIED}. */
    MODIFIED,
    /** See {@link AmountKind#CALENDARISED}. */
    CALENDARISED,
    /** See {@link AmountKind#RECEIVED}. */
    RECEIVED,
    /** See {@link AmountKind#COMMITTED}. */
    COMMITTED,
    /** See {@link AmountKind#ACCRUED}. */
    ACCRUED,
    /** See {@link AmountKind#EXERCISED}. */
    EXERCISED,
    /** See {@link AmountKind#PAID}. */
    PAID,
    /** The human-rights programme, given by the caller. */
    PROGRAMME,
    /** A catalogue of object items of the year, given by the caller. */
    ITEM_CATALOGUE,
    /** Last year's funded actions. */
    BASELINE,
    /** The policy frameworks of the units, given by the caller. */
    POLICY_FRAMEWORKS,
    /** The lists of actions of the units (annex 3), given by the caller. */
    UNIT_ACTION_LIST,
    /** The physical goals of the units, given by the caller. */
    GOALS,
    /** The indicators of the units, given by the caller. */
    INDICATORS,
    /** The results matrices of the units, given by the caller. */
    RESULTS_MATRIX,
    /** An index of prices by year, given by the caller. */
    DEFLATOR,
    /** All units: the budget is the whole and not that of one unit, see {@link BudgetHeader.Scope}. */
    WHOLE_BUDGET;

    /**
     * {@return the item that is the amount of this kind}
     *
     * @param kind the kind of amount
     */
    public static DataItem of(AmountKind kind) {
        return valueOf(kind.name());
    }

    /** {@return the item as it is written in layouts and reports, such as {@code unit_code}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
