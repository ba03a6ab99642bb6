package org.hrbudget.benchmarks;

import java.io.IOException;
import java.util.Locale;

/**
 * A row of the table of results.
 *
 * @param compared what was held against what
 * @param aim what was hoped for
 * @param measured what was measured
 * @param met whether the aim is met: yes, no, or a dash where there is none
 * @param note more figures
 */
record Row(String compared, String aim, String measured, String met, String note) {

    private static final String FAILED = "failed";
    private static final int MOST = 300;

    /** A limit of a figure. */
    record Aim(String text, double limit, boolean atMost) {

        static Aim atMost(double limit) {
            return new Aim("at most " + limit, limit, true);
        }

        static Aim atLeast(double limit) {
            return new Aim("at least " + limit, limit, false);
        }

        /** {@return no limit} */
        static Aim none() {
            return new Aim("-", Double.POSITIVE_INFINITY, true);
        }

        String met(double figure) {
            if (Double.isInfinite(limit)) {
                return "-";
            }
            return (atMost ? figure <= limit : figure >= limit) ? "yes" : "no";
        }
    }

    /** {@return a row about ratios} */
    static Row ofRatios(String compared, Aim aim, Spread ratios, String note) {
        return new Row(compared, aim.text(), ratios.text("%.2f"), aim.met(ratios.median()), note);
    }

    /** {@return a row that says why nothing was measured} */
    static Row skipped(String compared, String why) {
        return new Row(compared, "-", "skipped", "-", why);
    }

    /** {@return a row that says what went wrong} */
    static Row failed(String compared, IOException why) {
        String text = String.valueOf(why.getMessage());
        return new Row(compared, "-", FAILED, "no", text.length() > MOST ? text.substring(0, MOST) + "..." : text);
    }

    /** {@return whether a program failed, or programs did not agree} */
    boolean isFailed() {
        return measured.equals(FAILED);
    }

    /** {@return the row in Markdown} */
    String markdown() {
        return String.join(" | ", "| " + cell(compared), cell(aim), cell(measured), cell(met), cell(note) + " |");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace('\n', ' ');
    }

    static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
