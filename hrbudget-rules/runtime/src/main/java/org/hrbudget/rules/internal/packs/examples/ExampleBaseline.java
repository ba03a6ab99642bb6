package org.hrbudget.rules.internal.packs.examples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.FiscalYear;

/** Last year's funded actions as a cell of an example says them: {@code 01.01.01=500.00|01.01.02=30.00:reason}. */
final class ExampleBaseline {

    private static final Pattern ACTION = Pattern.compile("([^=|:]+)=([0-9]{1,15}(?:\\.[0-9]{1,2})?)(?::(.*))?");

    private ExampleBaseline() {}

    /** {@return whether a text is of this form, with each action once} */
    static boolean isOne(String text) {
        Set<String> codes = new HashSet<>();
        for (String action : text.split("\\|", -1)) {
            Matcher matcher = ACTION.matcher(action.strip());
            if (!matcher.matches() || !codes.add(matcher.group(1).strip())) {
                return false;
            }
        }
        return true;
    }

    /** {@return the baseline that a text of this form says} */
    static Baseline parse(String text, FiscalYear year) {
        List<Baseline.FundedAction> actions = new ArrayList<>();
        for (String action : text.split("\\|", -1)) {
            Matcher matcher = ACTION.matcher(action.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException("Not a baseline: " + text);
            }
            actions.add(
                    new Baseline.FundedAction(matcher.group(1), new BigDecimal(matcher.group(2)), matcher.group(3)));
        }
        return Baseline.of(year, actions);
    }
}
