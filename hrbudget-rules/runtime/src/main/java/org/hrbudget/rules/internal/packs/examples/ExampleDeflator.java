package org.hrbudget.rules.internal.packs.examples;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.io.YearlySeries;
import org.hrbudget.model.FiscalYear;

/** An index of prices as a cell of an example says it: {@code 2010=100|2011=104.5}. */
final class ExampleDeflator {

    private static final Pattern YEAR = Pattern.compile("((?:19|2[0-9])[0-9]{2})=([0-9]{1,15}(?:\\.[0-9]{1,10})?)");

    private ExampleDeflator() {}

    /** {@return the index that a text of this form says; empty where it is not of this form} */
    static Optional<YearlySeries> of(String text) {
        TreeMap<FiscalYear, BigDecimal> values = new TreeMap<>();
        for (String year : text.split("\\|", -1)) {
            Matcher matcher = YEAR.matcher(year.strip());
            if (!matcher.matches() || new BigDecimal(matcher.group(2)).signum() == 0) {
                return Optional.empty();
            }
            if (values.put(FiscalYear.parse(matcher.group(1)), new BigDecimal(matcher.group(2))) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(YearlySeries.of("deflator", null, values));
    }
}
