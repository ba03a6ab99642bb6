package org.hrbudget.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.io.internal.AmountFormat;
import org.hrbudget.io.internal.AmountFormat.Negative;
import org.hrbudget.io.internal.CellProblem;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * How the amounts of a file are written, by the first of them.
 *
 * @param decimal the decimal sign
 * @param thousands the sign between thousands
 * @param currency the texts beside digits
 * @param zero what stands for zero
 * @param noValue what stands for no value
 * @param unit what an amount of one is worth: 1, 1,000 or 1,000,000
 * @param rounds whether some have more decimals than cents, in whatever unit
 * @param negatives how amounts below zero are written beside {@code -1.00}
 */
record DraftSigns(
        char decimal,
        char thousands,
        Collection<String> currency,
        Collection<String> zero,
        Collection<String> noValue,
        int unit,
        boolean rounds,
        Set<Negative> negatives) {

    /** Decimal sign and sign between thousands, the most frequent pair first. */
    private static final List<String> PAIRS =
            List.of(".,", ",.", ".\u2019", ".'", ".\u00a0", ". ", ",\u00a0", ", ", ",\u202f");

    private static final Pattern BESIDE = Pattern.compile(
            "[(\u2212-]?\\s*([^\\d\\s.,()\u2212'-]{1,3})?\\s*[\u2212-]?\\d.*?\\d?\\s*([^\\d\\s.,()\u2212'-]{1,3})?\\)?-?");

    private static final Pattern WORD = Pattern.compile("[^\\d]{1,5}");
    private static final Set<String> DASHES = Set.of("-", "\u2013", "\u2014");

    /**
     * {@return how these amounts are written}
     *
     * @param amounts the cells of amounts that are not blank
     * @param texts where the unit may be said: headings and other cells
     */
    static DraftSigns of(Collection<String> amounts, Collection<String> texts) {
        Set<String> currency = new LinkedHashSet<>();
        Set<String> zero = new LinkedHashSet<>();
        Set<String> noValue = new LinkedHashSet<>();
        Set<Negative> negatives = EnumSet.noneOf(Negative.class);
        List<String> numbers = new ArrayList<>();
        for (String cell : amounts) {
            Matcher beside = BESIDE.matcher(cell);
            if (WORD.matcher(cell).matches()) {
                (DASHES.contains(cell) ? zero : noValue).add(cell);
            } else if (beside.matches()) {
                numbers.add(cell);
                add(currency, beside.group(1));
                add(currency, beside.group(2));
                negative(cell, negatives);
            }
        }
        currency.addAll(currency.isEmpty() ? List.of("$") : List.of());
        int unit = unit(texts);
        DraftSigns best = null;
        long most = -1;
        for (boolean rounds : new boolean[] {false, true}) {
            for (String pair : PAIRS) {
                DraftSigns signs = new DraftSigns(
                        pair.charAt(0), pair.charAt(1), currency, zero, noValue, unit, rounds, negatives);
                long read = signs.read(numbers);
                if (best == null || read > most) {
                    most = read;
                    best = signs;
                }
            }
        }
        return best == null ? new DraftSigns('.', ',', currency, zero, noValue, unit, false, negatives) : best;
    }

    private static void add(Set<String> currency, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            currency.add(text);
        }
    }

    private static void negative(String cell, Set<Negative> negatives) {
        if (cell.startsWith("(")) {
            negatives.add(Negative.BRACKETS);
        } else if (cell.endsWith("-")) {
            negatives.add(Negative.SIGN_BEHIND);
        } else if (cell.startsWith("\u2212")) {
            negatives.add(Negative.PRINTED_SIGN);
        }
    }

    /** Millions are told first: a text of millions may speak of thousands, too. */
    private static int unit(Collection<String> texts) {
        List<String> folded = texts.stream().map(Spelling::loose).toList();
        for (String words : List.of("millones_de_pesos", "miles_de_pesos")) {
            if (folded.stream().anyMatch(text -> text.contains(words))) {
                return words.startsWith("millones") ? 1_000_000 : 1_000;
            }
        }
        return 1;
    }

    private long read(List<String> numbers) {
        AmountFormat format = new AmountFormat(decimal, thousands, currency, zero, noValue).in(unit, rounds, negatives);
        return numbers.stream().filter(number -> reads(format, number)).count();
    }

    private static boolean reads(AmountFormat format, String number) {
        try {
            format.parse("", number);
            return true;
        } catch (CellProblem e) {
            return false;
        }
    }
}
