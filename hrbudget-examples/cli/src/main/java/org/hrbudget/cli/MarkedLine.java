package org.hrbudget.cli;

/**
 * A line of a file, cut to the width of a page around a text in it, and a mark that is under that text on a terminal: a letter
 * with a combining accent takes one column, an ideograph two, a tab is shown as one blank.
 *
 * @param text the line without blanks at its ends
 * @param indent how many columns the mark is set in
 * @param mark the mark
 */
record MarkedLine(String text, int indent, String mark) {

    private static final String CUT = "…";

    /** How much of a long line is shown before the text at fault. */
    private static final int BEFORE = 30;

    /**
     * {@return the line, marked}
     *
     * @param line the line
     * @param column the column of the text at fault, from 1 and in characters
     * @param marked the text at fault; what is longer than the line is marked to its end
     * @param width how many columns there are
     */
    static MarkedLine of(String line, int column, String marked, int width) {
        int start = Math.min(column - 1, line.length());
        int length = length(line, start, marked);
        String before = shown(line.substring(0, start)).stripLeading();
        String at = shown(line.substring(start, start + length));
        String after = shown(line.substring(start + length)).stripTrailing();
        if (columns(before + at + after) > width) {
            if (columns(before) > BEFORE) {
                before = CUT + last(before, BEFORE - 1);
            }
            at = fitting(at, width - columns(before) - 2);
            after = fitting(after, width - columns(before) - columns(at));
        }
        return new MarkedLine(before + at + after, columns(before), "^".repeat(Math.max(1, columns(at))));
    }

    /** A cell in quotes is at fault with its quotes. */
    private static int length(String line, int start, String marked) {
        String firstLine = marked.lines().findFirst().orElse("").stripTrailing();
        String quoted = '"' + firstLine.replace("\"", "\"\"") + '"';
        int length = line.startsWith(quoted, start) ? quoted.length() : firstLine.length();
        return Math.min(length, line.length() - start);
    }

    /** {@return a text as a terminal shows it in a row: tabs and characters without a width are made visible} */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean strange = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE;
            shown.append(c == '\t' || c == '\u00a0' ? " " : strange ? "·" : Character.toString(c));
        });
        return shown.toString();
    }

    /** {@return as much of the beginning of a text as fits, with a sign where it is cut} */
    private static String fitting(String text, int width) {
        if (columns(text) <= width) {
            return text;
        }
        int end = 0;
        int used = 1;
        while (end < text.length() && used + columns(text.codePointAt(end)) <= width) {
            used += columns(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(0, end) + CUT;
    }

    /** {@return the end of a text, of so many columns at most} */
    private static String last(String text, int width) {
        int start = text.length();
        int used = 0;
        while (start > 0 && used + columns(text.codePointBefore(start)) <= width) {
            used += columns(text.codePointBefore(start));
            start -= Character.charCount(text.codePointBefore(start));
        }
        return text.substring(start);
    }

    private static int columns(String text) {
        return text.codePoints().map(MarkedLine::columns).sum();
    }

    private static int columns(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0xa4cf)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe6f)
                || (c >= 0xff00 && c <= 0xff60)
                || (c >= 0xffe0 && c <= 0xffe6)
                || (c >= 0x1f300 && c <= 0x1faff)
                || (c >= 0x20000 && c <= 0x3fffd);
        return wide ? 2 : 1;
    }
}
