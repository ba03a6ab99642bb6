package org.hrbudget.rules.internal.packs.tables;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.packs.PackWords;

/** Numbers as tables write them, and what people write instead. */
public final class NumberText {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,10})?");
    private static final Pattern GROUPS = Pattern.compile("-?[1-9][0-9]{0,2}([, '\u00a0][0-9]{3})+(\\.[0-9]+)?");
    /** Thousands in one country, and one and some thousandths in another. */
    private static final Pattern EITHER = Pattern.compile("-?[1-9][0-9]{0,2},[0-9]{3}");

    private static final Pattern COMMA = Pattern.compile("-?([0-9]+|[1-9][0-9]{0,2}(\\.[0-9]{3})+),[0-9]+");
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:[.,][0-9]{1,10})?)[\\s\u00a0\u202f]*%");

    private NumberText() {}

    /** {@return a percentage as a fraction of one, however it is spelt; empty where a text is none} */
    public static Optional<BigDecimal> percentage(String text) {
        Matcher percent = PERCENT.matcher(text.strip());
        return percent.matches()
                ? Optional.of(new BigDecimal(percent.group(1).replace(',', '.')).movePointLeft(2))
                : Optional.empty();
    }

    /**
     * {@return the number in a cell} A comma before its decimals is noted where it can be nothing else, and so is a percentage.
     *
     * @param share whether the number is a share of something: another is never a percentage
     */
    static BigDecimal parse(Table.Cell cell, boolean share, Faults faults) {
        String text = cell.text();
        if (cell.isEmpty()) {
            throw cell.fault(PackWords.of("number-missing"));
        }
        if (DECIMAL.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        FaultText what = notANumber(text);
        String point = text.replace(".", "").replace(',', '.');
        Optional<BigDecimal> percentage = percentage(text);
        if (share && percentage.isPresent()) {
            faults.note(cell.fault(what));
            return percentage.get();
        }
        if (percentage.isPresent()) {
            throw cell.fault(PackWords.of("number-percent-alone", "value", text));
        }
        if (what.kind().equals("number-comma") && DECIMAL.matcher(point).matches()) {
            faults.note(cell.fault(what));
            return new BigDecimal(point);
        }
        throw cell.fault(what);
    }

    /**
     * {@return a number of a row of examples as a budget writes it} What a budget may write stays; a comma before decimals is noted, and what
     * could be thousands as well is a fault.
     */
    public static String inExample(Table.Cell cell, Faults faults) {
        String text = cell.text();
        FaultText what = notANumber(text);
        if (what.kind().equals("number-ambiguous")) {
            throw cell.fault(what);
        }
        if (what.kind().equals("number-comma")) {
            faults.note(cell.fault(what));
            return text.replace(".", "").replace(',', '.');
        }
        return text;
    }

    private static FaultText notANumber(String text) {
        Optional<BigDecimal> percentage = percentage(text);
        if (percentage.isPresent()) {
            return PackWords.of("number-percent", "value", text, "meant", plain(percentage.get()));
        }
        if (EITHER.matcher(text).matches()) {
            return PackWords.of(
                    "number-ambiguous",
                    "value",
                    text,
                    "meant",
                    text.replace(",", ""),
                    "otherwise",
                    text.replace(',', '.'));
        }
        if (GROUPS.matcher(text).matches()) {
            return PackWords.of("number-groups", "value", text, "meant", text.replaceAll("[, '\u00a0]", ""));
        }
        if (COMMA.matcher(text).matches()) {
            String point = text.replace(".", "").replace(',', '.');
            return PackWords.of("number-comma", "value", text, "meant", point);
        }
        return PackWords.of("number-unknown", "value", text);
    }

    /** {@return what is said of a number whose commas have split it into several cells} */
    static FaultText split(String text) {
        return GROUPS.matcher(text).matches()
                ? PackWords.of("number-groups", "value", text, "meant", text.replace(",", ""))
                : COMMA.matcher(text).matches()
                        ? PackWords.of("number-comma", "value", text, "meant", text.replace(',', '.'))
                        : PackWords.of("number-unknown", "value", text);
    }

    /** {@return a number without zeros at its end and without an exponent} */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
