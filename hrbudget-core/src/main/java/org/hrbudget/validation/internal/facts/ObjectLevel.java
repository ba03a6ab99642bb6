package org.hrbudget.validation.internal.facts;

/**
 * How far a code of the classifier by object of expenditure goes: one digit names the chapter, the second the concept, the third the
 * generic item, and what follows the specific item. Zeros fill a code up: {@code 612}, {@code 6120} and {@code 61200} are the same
 * generic item of concept 6100.
 *
 * <p>So since 2011. Federal codes of the years before had four digits and no generic items: there {@code 3210} was an item, and a rule
 * about those years must not ask for this level.
 */
enum ObjectLevel {
    /** Capítulo, such as {@code 6000}. */
    CHAPTER,
    /** Concepto, such as {@code 6100}. */
    CONCEPT,
    /** Partida genérica, such as {@code 612} or {@code 6120}. */
    GENERIC_ITEM,
    /** Partida específica: {@code 61201} in the federation's five digits, {@code 6121} in Mexico City's four. */
    SPECIFIC_ITEM;

    /**
     * {@return the level by the last digit that is not a zero: {@code 13410} is the tenth specific item of 134}
     *
     * @param code the code, not empty
     */
    static ObjectLevel of(String code) {
        int length = code.length();
        while (length > 1 && code.charAt(length - 1) == '0') {
            length--;
        }
        return values()[Math.min(length, values().length) - 1];
    }
}
