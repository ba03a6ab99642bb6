package org.hrbudget.model;

import java.io.Serializable;

/**
 * The year a budget is spent in (ciclo). A budget for 2011 is written in 2010: this is never a date.
 *
 * @param value the year, four digits, from 1900 to 2999 inclusive
 */
public record FiscalYear(int value) implements Comparable<FiscalYear>, Serializable {

    private static final int FIRST = 1900;
    private static final int LAST = 2999;

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the value is not a year from 1900 to 2999
     */
    public FiscalYear {
        if (value < FIRST || value > LAST) {
            throw new IllegalArgumentException("Not a fiscal year: " + value
                    + ".\nMaybe the year was meant with four digits, from " + FIRST + " to " + LAST + ".");
        }
    }

    /**
     * {@return the fiscal year of this number}
     *
     * @param value the year, from 1900 to 2999 inclusive
     * @throws IllegalArgumentException if the value is not such a year
     */
    public static FiscalYear of(int value) {
        return new FiscalYear(value);
    }

    /**
     * {@return the fiscal year written as exactly four ASCII digits}
     *
     * @param text the text, without blanks
     * @throws IllegalArgumentException if the text is not a year
     */
    public static FiscalYear parse(String text) {
        int year = 0;
        for (int i = 0; i < text.length() && year >= 0; i++) {
            char c = text.charAt(i);
            year = c >= '0' && c <= '9' ? 10 * year + (c - '0') : -1;
        }
        if (text.length() != 4 || year < 0) {
            throw new IllegalArgumentException("Not a fiscal year: \"" + text
                    + "\".\nMaybe write the four digits of the year alone, such as 2011.");
        }
        return of(year);
    }

    /** {@return the year before this one} */
    public FiscalYear previous() {
        return of(value - 1);
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(value, other.value);
    }

    /** {@return the four digits} */
    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
