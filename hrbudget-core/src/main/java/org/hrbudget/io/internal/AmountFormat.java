package org.hrbudget.io.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * How a publisher writes amounts. Strict: what has more than two decimals, groups of other than three digits, an exponent or
 * anything else that could be meant otherwise is refused, never guessed.
 */
public final class AmountFormat {

    private static final int MOST_DIGITS = 16;

    private static final long NOT_PLAIN = Long.MIN_VALUE;

    private final char decimal;
    private final char thousands;
    private final Collection<String> currencySigns;
    private final Set<String> zeroWords;
    private final Set<String> emptyWords;
    private final int unit;
    private final boolean rounds;
    private final Set<Negative> negatives;

    /** How amounts below zero are written beside {@code -1.00}, which always is one. */
    public enum Negative {
        /** {@code (1.00)}. */
        BRACKETS("(1.00)"),
        /** {@code 1.00-}. */
        SIGN_BEHIND("1.00-"),
        /** {@code −1.00}, with the sign that printers use, U+2212. */
        PRINTED_SIGN("\u22121.00");

        private final String example;

        Negative(String example) {
            this.example = example;
        }

        /** {@return how layouts say it: an example} */
        public String example() {
            return example;
        }
    }

    /**
     * Makes a format.
     *
     * @param decimal the decimal sign
     * @param thousands the thousands sign, or {@code 0} for none
     * @param currencySigns the texts that may be beside the digits
     * @param zeroWords the words for zero
     * @param emptyWords the words for no value
     */
    public AmountFormat(
            char decimal,
            char thousands,
            Collection<String> currencySigns,
            Collection<String> zeroWords,
            Collection<String> emptyWords) {
        this(
                decimal,
                thousands,
                currencySigns,
                zeroWords.stream().map(Spelling::folded).collect(Collectors.toUnmodifiableSet()),
                emptyWords.stream().map(Spelling::folded).collect(Collectors.toUnmodifiableSet()),
                1,
                false,
                Set.of());
    }

    private AmountFormat(
            char decimal,
            char thousands,
            Collection<String> currencySigns,
            Set<String> zeroWords,
            Set<String> emptyWords,
            int unit,
            boolean rounds,
            Set<Negative> negatives) {
        this.decimal = decimal;
        this.thousands = thousands;
        this.currencySigns = currencySigns;
        this.zeroWords = zeroWords;
        this.emptyWords = emptyWords;
        this.unit = unit;
        this.rounds = rounds;
        this.negatives = negatives;
    }

    /**
     * {@return the same format of amounts in another unit}
     *
     * @param times what one is worth: 1, 1,000 or 1,000,000
     * @param rounding whether more decimals than cents are rounded, half away from zero; otherwise such an amount is none
     * @param below how amounts below zero are written, too
     */
    public AmountFormat in(int times, boolean rounding, Set<Negative> below) {
        return new AmountFormat(
                decimal, thousands, currencySigns, zeroWords, emptyWords, times, rounding, Set.copyOf(below));
    }

    /** {@return the format of plain texts such as {@code 1234.50}} */
    public static AmountFormat plain() {
        return new AmountFormat('.', (char) 0, Set.of(), Set.of(), Set.of());
    }

    /** {@return the decimal sign} */
    public char decimal() {
        return decimal;
    }

    /** {@return the same format with this sign, a point or a comma, before decimals and the other one between thousands} */
    public AmountFormat withDecimal(char sign) {
        return sign == decimal
                ? this
                : new AmountFormat(
                        sign, sign == ',' ? '.' : ',', currencySigns, zeroWords, emptyWords, unit, rounds, negatives);
    }

    /**
     * {@return the amount of a cell, scale 2, or {@code null} where the cell has no value}
     *
     * @param column the heading, for the problem
     * @param cell the text
     * @throws CellProblem if the text is no amount
     */
    public @Nullable BigDecimal parse(String column, String cell) throws CellProblem {
        long plain = unit == 1 ? plain(cell) : NOT_PLAIN;
        if (plain != NOT_PLAIN) {
            return BigDecimal.valueOf(plain, 2);
        }
        String text = Spelling.trimmed(cell);
        if (text.isEmpty()) {
            return zeroWords.contains("") ? BigDecimal.valueOf(0, 2) : null;
        }
        char first = text.charAt(0);
        if (first < '0' || first > '9') {
            String word = Spelling.folded(text);
            if (emptyWords.contains(word)) {
                return null;
            }
            if (zeroWords.contains(word)) {
                return BigDecimal.valueOf(0, 2);
            }
        }
        return new Digits(column, withPlainSign(text)).value();
    }

    /** {@return the text with a hyphen before it where it is below zero in another way that the layout knows} */
    private String withPlainSign(String text) {
        int last = text.length() - 1;
        if (negatives.contains(Negative.BRACKETS) && text.charAt(0) == '(' && text.charAt(last) == ')') {
            return "-" + Spelling.trimmed(text.substring(1, last));
        }
        if (negatives.contains(Negative.SIGN_BEHIND) && last > 0 && text.charAt(last) == '-' && text.charAt(0) != '-') {
            return "-" + Spelling.trimmed(text.substring(0, last));
        }
        return negatives.contains(Negative.PRINTED_SIGN) && text.charAt(0) == '\u2212' ? "-" + text.substring(1) : text;
    }

    /**
     * The cents of a text of digits with no decimal or two, which most amounts are; {@link #NOT_PLAIN} where there is more to it.
     */
    private long plain(String text) {
        int length = text.length();
        int from = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        int point = length - 3;
        boolean cents = point > from && text.charAt(point) == decimal;
        int digits = length - from - (cents ? 1 : 0);
        if (digits < 1 || digits > MOST_DIGITS) {
            return NOT_PLAIN;
        }
        long value = 0;
        for (int i = from; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
            } else if (i != point || !cents) {
                return NOT_PLAIN;
            }
        }
        long all = cents ? value : value * 100;
        return from == 0 ? all : -all;
    }

    private final class Digits {

        private final String column;
        private final String text;
        private int at;
        private boolean negative;

        Digits(String column, String text) {
            this.column = column;
            this.text = text;
        }

        BigDecimal value() throws CellProblem {
            signAndCurrency();
            int end = withoutCurrency(text.length());
            int point = text.indexOf(decimal, at);
            int wholeEnd = point < 0 ? end : point;
            long whole = whole(wholeEnd);
            if (unit == 1 && !rounds) {
                long value = whole * 100 + (point < 0 ? 0 : cents(point + 1, end));
                return BigDecimal.valueOf(negative ? -value : value, 2);
            }
            BigDecimal value = BigDecimal.valueOf(whole)
                    .add(point < 0 ? BigDecimal.ZERO : decimals(point + 1, end))
                    .multiply(BigDecimal.valueOf(unit));
            try {
                BigDecimal amount = value.setScale(2, rounds ? RoundingMode.HALF_UP : RoundingMode.UNNECESSARY);
                if (amount.precision() - 2 > MOST_DIGITS) {
                    throw problem("amount.large", "limit", Integer.toString(MOST_DIGITS));
                }
                return negative ? amount.negate() : amount;
            } catch (ArithmeticException e) {
                throw problem("amount.decimals");
            }
        }

        private BigDecimal decimals(int from, int end) throws CellProblem {
            if (end - from > MOST_DIGITS) {
                throw problem("amount.decimals");
            }
            for (int i = from; i < end; i++) {
                if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                    throw notDigits(text.charAt(i));
                }
            }
            return from == end ? BigDecimal.ZERO : new BigDecimal("0." + text.substring(from, end));
        }

        private void signAndCurrency() {
            for (int round = 0; round < 2; round++) {
                if (!negative && at < text.length() && text.charAt(at) == '-') {
                    negative = true;
                    at++;
                    skipBlanks();
                }
                for (String sign : currencySigns) {
                    if (text.startsWith(sign, at)) {
                        at += sign.length();
                        skipBlanks();
                        break;
                    }
                }
            }
        }

        private int withoutCurrency(int end) {
            for (String sign : currencySigns) {
                if (text.endsWith(sign) && end - sign.length() > at) {
                    return at
                            + Spelling.trimmed(text.substring(at, end - sign.length()))
                                    .length();
                }
            }
            return end;
        }

        private void skipBlanks() {
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\u00a0')) {
                at++;
            }
        }

        private long whole(int end) throws CellProblem {
            long value = 0;
            int digits = 0;
            int inGroup = 0;
            boolean grouped = false;
            for (; at < end; at++) {
                char c = text.charAt(at);
                if (c >= '0' && c <= '9') {
                    value = value * 10 + (c - '0');
                    inGroup++;
                    digits += value == 0 ? 0 : 1;
                    if (digits > MOST_DIGITS) {
                        throw problem("amount.large", "limit", Integer.toString(MOST_DIGITS));
                    }
                } else if (c == thousands && thousands != 0) {
                    if (inGroup == 0 || inGroup > 3 || (grouped && inGroup != 3)) {
                        throw problem("amount.groups", "sign", String.valueOf(thousands));
                    }
                    grouped = true;
                    inGroup = 0;
                } else {
                    throw notDigits(c);
                }
            }
            if (grouped && inGroup != 3) {
                throw problem("amount.groups", "sign", String.valueOf(thousands));
            }
            if (inGroup == 0 && !(end < text.length() && text.charAt(end) == decimal)) {
                throw problem("amount.word");
            }
            return value;
        }

        private long cents(int from, int end) throws CellProblem {
            long value = 0;
            for (int i = from; i < end; i++) {
                char c = text.charAt(i);
                if (c == decimal) {
                    throw problem("amount.two-points", "sign", String.valueOf(decimal));
                }
                if (c < '0' || c > '9') {
                    throw notDigits(c);
                }
                value = i - from < 2 ? value * 10 + (c - '0') : value;
            }
            if (end - from > 2) {
                throw problem("amount.decimals");
            }
            if (end == from) {
                throw problem("amount.word");
            }
            return end - from == 1 ? value * 10 : value;
        }

        private CellProblem notDigits(char c) {
            if ((c == 'e' || c == 'E') && text.matches(".*[0-9][.,]?[eE][+-]?[0-9]+")) {
                return problem("amount.exponent");
            }
            if (c == '.' || c == ',') {
                return problem("amount.signs", "decimal", String.valueOf(decimal), "found", String.valueOf(c));
            }
            return problem("amount.word");
        }

        private CellProblem problem(String key, String... more) {
            String[] values = new String[more.length + 4];
            values[0] = "value";
            values[1] = Excerpt.of(text);
            values[2] = "digits";
            values[3] = Long.toString(text.chars().filter(Character::isDigit).count());
            System.arraycopy(more, 0, values, 4, more.length);
            return new CellProblem(column, text, Texts.of(key, values));
        }
    }
}
