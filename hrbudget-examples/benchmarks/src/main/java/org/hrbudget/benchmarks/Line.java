package org.hrbudget.benchmarks;

import java.util.Map;

/**
 * The straight line that lies closest to some points, by least squares.
 *
 * @param start its height at zero
 * @param slope how much it rises from one number to the next
 * @param residual the farthest point's distance from it, as a part of the greatest height
 */
record Line(double start, double slope, double residual) {

    /**
     * {@return the line through points}
     *
     * @param points heights by number, at least two
     */
    static Line through(Map<Integer, Double> points) {
        double numbers =
                mean(points.keySet().stream().mapToDouble(number -> number).toArray());
        double heights =
                mean(points.values().stream().mapToDouble(height -> height).toArray());
        double together = 0;
        double apart = 0;
        for (Map.Entry<Integer, Double> point : points.entrySet()) {
            double distance = point.getKey() - numbers;
            together += distance * (point.getValue() - heights);
            apart += distance * distance;
        }
        double slope = together / apart;
        double start = heights - slope * numbers;
        double farthest = points.entrySet().stream()
                .mapToDouble(point -> Math.abs(point.getValue() - start - slope * point.getKey()))
                .max()
                .orElse(0);
        return new Line(start, slope, farthest / greatest(points));
    }

    private static double greatest(Map<Integer, Double> points) {
        return points.values().stream().mapToDouble(height -> height).max().orElse(0);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
