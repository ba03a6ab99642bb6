package org.hrbudget.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the code of an action, three pairs of digits joined by dots, may be mistaken for. */
final class ActionCode {

    /** A longer text is no code written wrongly. */
    private static final int LONGEST = 20;

    private static final Pattern GROUPS =
            Pattern.compile("[^0-9]*([0-9]{1,2})[^0-9]+([0-9]{1,2})[^0-9]+([0-9]{1,2})[^0-9]*");

    /** Without dots, the first zero may be lost too. */
    private static final Pattern RUN = Pattern.compile("[^0-9]*([0-9]{1,2})[^0-9]?([0-9]{2})[^0-9]?([0-9]{2})[^0-9]*");

    private ActionCode() {}

    /** {@return the code with lost zeros, other signs and letters for digits put right; {@code null} where it is none} */
    static @Nullable String spelledOut(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        String digits =
                text.replace('O', '0').replace('o', '0').replace('l', '1').replace('I', '1');
        for (Pattern form : List.of(GROUPS, RUN)) {
            Matcher parts = form.matcher(digits);
            if (parts.matches()) {
                return pair(parts.group(1)) + "." + pair(parts.group(2)) + "." + pair(parts.group(3));
            }
        }
        return null;
    }

    private static String pair(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    /** {@return every code that one digit written wrongly, or two neighbours changed over, may make this one} */
    static List<String> slips(String code) {
        List<String> slips = new ArrayList<>();
        int before = -1;
        for (int i = 0; i < code.length(); i++) {
            if (Character.isDigit(code.charAt(i))) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    slips.add(code.substring(0, i) + digit + code.substring(i + 1));
                }
                if (before >= 0) {
                    slips.add(code.substring(0, before)
                            + code.charAt(i)
                            + code.substring(before + 1, i)
                            + code.charAt(before)
                            + code.substring(i + 1));
                }
                before = i;
            }
        }
        slips.removeIf(code::equals);
        return slips;
    }
}
