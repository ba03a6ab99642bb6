package org.hrbudget.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Bars on one scale with a zero line, as inline SVG. The cells beside them say the numbers, so that readers of screens pass them over. */
final class BarScale {

    private static final int WIDTH = 150;
    private static final int BAR = 10;

    private final BigDecimal least;
    private final BigDecimal reach;

    /**
     * @param values what has to find room, and zero with it
     */
    BarScale(List<BigDecimal> values) {
        BigDecimal low = values.stream().reduce(BigDecimal.ZERO, BigDecimal::min);
        BigDecimal high = values.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        this.least = low;
        this.reach = high.compareTo(low) == 0 ? BigDecimal.ONE : high.subtract(low);
    }

    /** {@return two bars from zero, one above the other} */
    String pair(BigDecimal before, BigDecimal after) {
        return svg(
                2 * BAR + 2, bar("before", BigDecimal.ZERO, before, 0) + bar("after", BigDecimal.ZERO, after, BAR + 2));
    }

    /** {@return a bar from one value to another, in the colour of what rose or fell} */
    String step(BigDecimal from, BigDecimal to) {
        return svg(BAR + BAR / 2, bar(to.compareTo(from) < 0 ? "down" : "up", from, to, 2));
    }

    private String svg(int height, String bars) {
        String zero = at(BigDecimal.ZERO);
        return "<svg width=\"" + WIDTH + "\" height=\"" + height + "\" viewBox=\"0 0 " + WIDTH + " " + height
                + "\" preserveAspectRatio=\"none\" aria-hidden=\"true\">" + bars
                + "<line class=\"zero\" x1=\"" + zero + "\" x2=\"" + zero + "\" y1=\"0\" y2=\"" + height + "\"/></svg>";
    }

    private String bar(String style, BigDecimal from, BigDecimal to, int top) {
        BigDecimal left = new BigDecimal(at(from.min(to)));
        BigDecimal width = new BigDecimal(at(from.max(to))).subtract(left);
        return "<rect class=\"" + style + "\" x=\"" + left.toPlainString() + "\" y=\"" + top + "\" width=\""
                + width.toPlainString() + "\" height=\"" + BAR + "\"/>";
    }

    private String at(BigDecimal value) {
        return value.subtract(least)
                .multiply(BigDecimal.valueOf(WIDTH))
                .divide(reach, 1, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
