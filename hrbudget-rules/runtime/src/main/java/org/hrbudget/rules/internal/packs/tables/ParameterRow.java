package org.hrbudget.rules.internal.packs.tables;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hrbudget.rules.internal.language.Aliases;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.packs.PackWords;
import org.hrbudget.text.Nearest;
import org.hrbudget.validation.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A row of the limits.
 *
 * @param row the row
 * @param bases the keys of the legal bases; empty where they are not known
 * @param faults collects what is wrong with it
 */
record ParameterRow(Table.TableRow row, Set<String> bases, Faults faults) {

    static final List<String> COLUMNS = List.of("code", "value", "unit", "legal-basis");

    private static final Set<String> MEASURES =
            new TreeSet<>(Set.of("ratio", "count", "amount", "quantity", "fiscal-year"));
    private static final Aliases UNITS = Aliases.of("unit");
    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final int MOST_OF_HUNDRED = 100;

    /** {@return the limit; where the row is at fault, one of the measure that was probably meant} */
    Rule.Parameter parameter() {
        Table.Cell code = row.cell("code");
        if (!isCode(code.text())) {
            faults.add(code.fault(PackWords.of("parameter-code", "code", code.text())));
        }
        String measure = measure();
        boolean share = measure == null || measure.equals("ratio");
        BigDecimal value =
                row.has("value") ? faults.from(() -> NumberText.parse(row.cell("value"), share, faults)) : null;
        if (value != null && measure != null) {
            FaultText slip = slip(value, measure);
            if (slip != null) {
                faults.add(row.cell("value").fault(slip));
            }
        }
        if (row.has("legal-basis") && !bases.isEmpty()) {
            Table.Cell basis = row.cell("legal-basis");
            if (!bases.contains(basis.text())) {
                faults.add(basis.fault(PackWords.near(
                        basis.isEmpty() ? "basis-missing" : "basis-unknown",
                        basis.text(),
                        bases,
                        "key",
                        basis.text())));
            }
        }
        String meant = measure != null
                ? measure
                : Nearest.to(row.given("unit"), MEASURES).stream().findFirst().orElse("ratio");
        return new Rule.Parameter(
                code.text(), value == null ? BigDecimal.ZERO : value, meant, row.given("legal-basis"));
    }

    /** {@return whether a text can be the code of a limit} */
    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    private @Nullable String measure() {
        String unit = UNITS.meant(row.given("unit"));
        if (MEASURES.contains(unit) || !row.has("unit")) {
            return MEASURES.contains(unit) ? unit : null;
        }
        faults.add(row.cell("unit")
                .fault(
                        unit.equals("%")
                                ? PackWords.of("measure-percent")
                                : PackWords.near("measure-unknown", unit, MEASURES, UNITS, "unit", unit)));
        return null;
    }

    /** {@return what is said of a value that its unit of measure cannot have, or {@code null}} */
    private static @Nullable FaultText slip(BigDecimal value, String measure) {
        String written = value.toPlainString();
        BigDecimal shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return switch (measure) {
            case "ratio" -> ratio(value, written);
            case "count" ->
                shortest.scale() > 0 || value.signum() < 0 ? PackWords.of("count-slip", "value", written) : null;
            case "amount" -> shortest.scale() > 2 ? PackWords.of("amount-slip", "value", written) : null;
            case "quantity" -> null;
            default ->
                shortest.scale() > 0 || value.intValue() < 1900 || value.intValue() > 2999
                        ? PackWords.of("year-slip", "value", written)
                        : null;
        };
    }

    private static @Nullable FaultText ratio(BigDecimal value, String written) {
        if (value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0) {
            return null;
        }
        return value.signum() > 0 && value.compareTo(BigDecimal.valueOf(MOST_OF_HUNDRED)) <= 0
                ? PackWords.of("ratio-percent", "value", written, "meant", NumberText.plain(value.movePointLeft(2)))
                : PackWords.of("ratio-outside", "value", written);
    }
}
