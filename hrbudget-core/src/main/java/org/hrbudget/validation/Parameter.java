package org.hrbudget.validation;

import java.math.BigDecimal;

/**
 * A limit that rules compare with.
 *
 * @param code its name, kebab-case
 * @param value its value
 * @param measure what it is measured in: {@code ratio}, {@code count}, {@code amount}, {@code quantity} or {@code fiscal-year}
 * @param legalBasis the key of what it rests on
 */
public record Parameter(String code, BigDecimal value, String measure, String legalBasis) {}
