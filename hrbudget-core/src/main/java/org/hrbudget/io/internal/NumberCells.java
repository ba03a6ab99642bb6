package org.hrbudget.io.internal;

import java.util.function.Predicate;

/**
 * Cells that hold numbers and no text, which have a point whatever sign the texts of amounts have: read as they are, 12.345 would be
 * twelve thousand where a point is between thousands.
 *
 * @param decimal the sign that amounts have before their decimals
 * @param isAmount tells the headings of amounts
 */
public record NumberCells(char decimal, Predicate<String> isAmount) {

    /** {@return a number as it is written in a column: with the sign of amounts where it is one} */
    String written(String heading, String number) {
        return decimal != '.' && isAmount.test(heading) ? number.replace('.', decimal) : number;
    }
}
