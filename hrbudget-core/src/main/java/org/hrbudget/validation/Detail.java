package org.hrbudget.validation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.hrbudget.model.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A value that a finding cites.
 *
 * @param kind what it is
 * @param text the value as reports give it: amounts and ratios as plain decimals, empty where the fact has none
 * @param english the value in English, where it has a name in both languages and {@code text} is the Spanish one
 */
public record Detail(Type kind, String text, @Nullable String english) implements Serializable {

    private static final int GROUP = 3;

    /**
     * A value that is the same in both languages.
     *
     * @param kind what it is
     * @param text the value as reports give it
     */
    public Detail(Type kind, String text) {
        this(kind, text, null);
    }

    /**
     * {@return the detail of a value}
     *
     * @param kind what it is
     * @param value the value, a {@link Bilingual} where it has a name in both languages, or {@code null}
     */
    public static Detail of(Type kind, @Nullable Object value) {
        if (value instanceof Bilingual names) {
            return new Detail(kind, names.es(), names.en());
        }
        return new Detail(kind, value == null ? "" : plain(value));
    }

    /** {@return a value as reports give it} */
    private static String plain(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /**
     * {@return the value as reports give it}
     *
     * @param locale the reader's locale: Spanish or else English, which differ in names alone
     */
    public String text(Locale locale) {
        return english == null ? text : new Bilingual(english, text).in(locale);
    }

    /**
     * {@return the value as messages show it; numbers alike in English and in the Spanish of Mexico: {@code 1,234.50}, {@code 75 %}}
     *
     * @param locale the reader's locale: Spanish or else English
     */
    public String shown(Locale locale) {
        if (text.isEmpty()) {
            return "—";
        }
        return switch (kind) {
            case TEXT, NUMBER -> text(locale);
            case AMOUNT -> grouped(new BigDecimal(text).setScale(2, RoundingMode.HALF_UP));
            case RATIO -> percent(new BigDecimal(text));
        };
    }

    /**
     * {@return an amount with two decimals and its thousands separated: {@code 1,234.50}}
     *
     * @param amount the amount
     */
    public static String grouped(BigDecimal amount) {
        String plain = amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
        int start = plain.startsWith("-") ? 1 : 0;
        StringBuilder digits = new StringBuilder(plain);
        for (int at = plain.indexOf('.') - GROUP; at > start; at -= GROUP) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }

    /**
     * {@return a fraction in per cent, rounded half up to two decimals, without needless zeros: {@code 2.16 %}}
     *
     * @param fraction the fraction
     */
    public static String percent(BigDecimal fraction) {
        BigDecimal percent =
                fraction.movePointRight(2).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return percent.setScale(Math.max(0, percent.scale()), RoundingMode.UNNECESSARY)
                        .toPlainString() + " %";
    }

    /** What a detail of a finding is, and so how a message shows it. */
    public enum Type {
        /** Text, shown as it is. */
        TEXT,
        /** A whole number. */
        NUMBER,
        /** Money in the budget's currency, shown with two decimals and thousands separated. */
        AMOUNT,
        /** A fraction, shown in per cent. */
        RATIO
    }
}
