package org.hrbudget.io.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a cell shall hold.
 *
 * @param stands the text that stands there, without blanks at its ends
 * @param text the text that shall stand there; empty for nothing
 * @param number the number that a workbook's cell shall hold in place of the text, or {@code null}
 */
public record NewText(String stands, String text, @Nullable BigDecimal number) {}
