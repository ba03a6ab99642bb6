package org.hrbudget.desk.open;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.validation.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A right or population group as pages show it. What is {@code null} is unknown, which is not zero.
 *
 * @param sum what the budget adds up to for it
 * @param share its part of all money, in per cent
 * @param bar how long its bar is of {@value #WIDTH}
 * @param open how much of the bar stands for money that no check could assess
 * @param before what it had the year before, or {@code null} where nothing comparable is public
 * @param change what it has more than then, with its sign
 */
record Figures(
        ReportDocument.RightSum sum,
        @Nullable String share,
        String bar,
        String open,
        @Nullable String before,
        @Nullable String change) {

    /** How long the longest bar is. */
    public static final int WIDTH = 120;

    private static final int PRECISION = 6;

    /**
     * {@return how a right is shown}
     *
     * @param sum what the budget adds up to for it
     * @param most the money of the right that has most
     * @param report the report it is in
     * @param before what was its sum the year before, or {@code null}
     */
    static Figures of(
            ReportDocument.RightSum sum,
            BigDecimal most,
            ReportDocument report,
            ReportDocument.@Nullable RightSum before) {
        String amount = sum.amount();
        String earlier = before == null ? null : before.amount();
        return new Figures(
                sum,
                share(amount, total(report)),
                bar(amount, most),
                bar(sum.unjudged(), most),
                earlier,
                amount == null || earlier == null ? null : change(new BigDecimal(earlier), new BigDecimal(amount)));
    }

    /** {@return the actions that no line with money names, or {@code null} where that is unknown} */
    public @Nullable Integer unfunded() {
        Integer funded = sum.fundedActions();
        return funded == null ? null : sum.actions() - funded;
    }

    /** {@return the money of all lines; {@code null} where none has any} */
    static @Nullable String total(ReportDocument report) {
        return report.budget().totals().get(report.budget().basis());
    }

    /** {@return a part in per cent; {@code null} where there is nothing it could be of} */
    static @Nullable String share(@Nullable String part, @Nullable String whole) {
        return part == null || whole == null || new BigDecimal(whole).signum() <= 0
                ? null
                : Finding.Detail.percent(
                        new BigDecimal(part).divide(new BigDecimal(whole), PRECISION, RoundingMode.HALF_UP));
    }

    private static String bar(@Nullable String amount, BigDecimal most) {
        BigDecimal value = amount == null ? BigDecimal.ZERO : new BigDecimal(amount);
        return most.signum() > 0 && value.signum() > 0
                ? value.multiply(BigDecimal.valueOf(WIDTH))
                        .divide(most, 1, RoundingMode.HALF_UP)
                        .toPlainString()
                : "0";
    }

    private static String change(BigDecimal before, BigDecimal after) {
        BigDecimal change = after.subtract(before);
        String sign = change.signum() > 0 ? "+" : "";
        String text = sign + Finding.Detail.grouped(change);
        return before.signum() <= 0
                ? text
                : text + " (" + sign + Finding.Detail.percent(change.divide(before, PRECISION, RoundingMode.HALF_UP))
                        + ")";
    }
}
