package org.hrbudget.validation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.Position;
import org.jspecify.annotations.Nullable;

/**
 * A defect of a budget, cited.
 *
 * @param pack the pack whose rule found it, such as {@code mx-cmx 2011.1}
 * @param rule the rule
 * @param position the row to look at, of the budget or of the file that holds the link or the record at fault; {@code null} where
 *     the defect is of a unit or of the whole budget
 * @param column the heading of the column to look at, where there is one
 * @param value what is written there; {@code null} where it is blank or no single column is at fault
 * @param meant what must have been meant there, where a list or the programme tells: the nearest right value
 * @param unitCode the unit at fault, where there is one
 * @param unitName its name, where given
 * @param line the line at fault, where the defect is of one and the line is at hand
 * @param stake the money it touches, never negative: that of the line, the unit, the right, the action or the budget; of an action
 *     the greater of this year's and last year's; {@code null} where nothing is known of it
 * @param details the values that the rule names, in alphabetical order of their names
 */
public record Finding(
        String pack,
        Rule rule,
        @Nullable Position position,
        @Nullable String column,
        @Nullable String value,
        @Nullable String meant,
        @Nullable String unitCode,
        @Nullable String unitName,
        @Nullable Line line,
        @Nullable BigDecimal stake,
        Map<String, Detail> details)
        implements Serializable {

    /** Copies the map. */
    public Finding {
        details = Collections.unmodifiableMap(new TreeMap<>(details));
    }

    /** {@return the id of the rule} */
    public String ruleId() {
        return rule.id();
    }

    /** {@return how much it weighs} */
    public Severity severity() {
        return rule.severity();
    }

    /**
     * {@return the defect in a few words}
     *
     * @param locale the reader's locale: Spanish or else English
     */
    public String title(Locale locale) {
        return rule.title().in(locale);
    }

    /**
     * {@return what is wrong, with its values}
     *
     * @param locale the reader's locale: Spanish or else English
     */
    public String message(Locale locale) {
        return filled(rule.message(), locale);
    }

    /**
     * {@return what to do}
     *
     * @param locale the reader's locale: Spanish or else English
     */
    public String remedy(Locale locale) {
        return filled(rule.remedy(), locale);
    }

    private String filled(Bilingual template, Locale locale) {
        Map<String, String> values = new HashMap<>();
        values.put("unit", unitCode == null ? "—" : unitCode);
        values.put("file", position == null ? "—" : position.file());
        values.put("row", position == null ? "—" : Long.toString(position.row()));
        details.forEach((name, detail) -> values.put(name, detail.shown(locale)));
        return Bilingual.fill(template.in(locale), values);
    }

    /**
     * The line a finding is about, as far as its reader needs it to recognise the line. Texts longer than 80 characters are cut
     * there.
     *
     * @param position where it is in the budget
     * @param id the publisher's identifier, where given
     * @param codes the parts of its budget key that are given, by the field's name in layouts, in the order of the key
     * @param others the first columns, 3 at most, that the library has no word for, such as its description, by
     *     heading, in the order of the file
     * @param amount its money: proposed in a draft, else approved; {@code null} where it has none
     */
    public record Line(
            Position position,
            @Nullable String id,
            Map<String, String> codes,
            Map<String, String> others,
            @Nullable BigDecimal amount)
            implements Serializable {

        /** Copies the maps and keeps their order. */
        public Line {
            codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
            others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
        }
    }

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
}
