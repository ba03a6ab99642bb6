package org.hrbudget.report.internal;

import java.text.Normalizer;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/** Cells of separated text that spreadsheets open. */
public final class CsvCell {

    /** Without the byte order mark, Excel takes UTF-8 for the charset of its country and garbles accents. */
    public static final String MARK = "\ufeff";

    private CsvCell() {}

    /**
     * {@return a cell in which no spreadsheet finds a formula}
     *
     * @param text what it says, or {@code null} for nothing
     */
    public static String of(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String safe = neutral(Spelling.harmless(text));
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == ';' || c == '|');
        return plain && !hasSignBehindBlank(safe) ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** The text with an apostrophe wherever a cell may begin with the sign of a formula, in any width or height of that sign. */
    private static String neutral(String text) {
        StringBuilder neutral = new StringBuilder(text.length() + 1);
        boolean begins = true;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (begins && isSign(c)) {
                neutral.append('\'');
            }
            neutral.append(c);
            begins = c == ';'
                    || c == '|'
                    || (begins
                            && (c == '"'
                                    || c == '\''
                                    || Spelling.trimmed(String.valueOf(c)).isEmpty()));
        }
        return neutral.toString();
    }

    private static boolean isSign(char c) {
        return "=+-@\u2212".indexOf(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC)) >= 0;
    }

    /** Blanks and colons are separators too for who asks a spreadsheet for them; only within quotation marks it leaves them alone. */
    private static boolean hasSignBehindBlank(String text) {
        for (int at = 1; at < text.length(); at++) {
            if ((text.charAt(at - 1) == ' ' || text.charAt(at - 1) == ':') && isSign(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }
}
