package org.hrbudget.benchmarks;

import java.util.List;

/**
 * The middle of some figures, and how far they lie apart.
 *
 * @param median the figure in the middle, or between the two in the middle
 * @param least the least of them
 * @param most the greatest of them
 */
record Spread(double median, double least, double most) {

    /**
     * {@return the spread of figures}
     *
     * @param figures at least one
     */
    static Spread of(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int size = sorted.size();
        double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(size - 1));
    }

    /** {@return such as {@code 1.20 (1.15-1.31)}} */
    String text(String format) {
        return Row.number(format + " (" + format + "-" + format + ")", median, least, most);
    }
}
