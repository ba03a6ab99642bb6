package org.hrbudget.io.internal;

import java.math.BigDecimal;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * What a cell shall hold.
 *
 * @param stands the text that stands there, see {@link #written}
 * @param text the text that shall stand there; empty for nothing
 * @param number the number that a workbook's cell shall hold in place of the text, or {@code null}
 */
public record NewText(String stands, String text, @Nullable BigDecimal number) {

    /** {@return a text as it is compared with others: without blanks at its ends, and with lines that end in one way} */
    public static String written(String text) {
        return Spelling.trimmed(text.replace("\r\n", "\n").replace('\r', '\n'));
    }
}
