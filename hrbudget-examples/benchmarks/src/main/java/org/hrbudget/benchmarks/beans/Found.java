package org.hrbudget.benchmarks.beans;

import org.jspecify.annotations.Nullable;

/**
 * A defect that a rule found.
 *
 * @param rule the rule
 * @param row the row of the line
 * @param unitCode the unit of the line
 */
public record Found(String rule, long row, @Nullable String unitCode) {}
