package org.hrbudget.rules.internal.packs.files;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.PackWords;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of packs as text and refuses what is none: characters that nobody sees or that make a line look other than it
 * is, lines and numbers without end, and cells and texts that some other program would take for orders. Nothing of this would
 * run here; but who opens a table in a spreadsheet, or prints a text through a template, should be as safe.
 */
public final class PlainText {

    /** A number of more digits than any amount has. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]{" + (PackLimits.DIGITS + 1) + ",}");

    /** A number whose exponent is larger than any that a person writes: written out, it fills the memory. */
    private static final Pattern EXPONENT = Pattern.compile("[0-9][eE][+-]?[0-9]{5,}");

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9.,' ]*%?|-");

    /** Where templates and loggers of other programs begin an expression, and the names their look-ups begin with. */
    private static final Pattern EXPRESSION = Pattern.compile(
            "[$#%*@]\\{|\\{[@%{$#]|<%|<\\?|\\b(?:jndi|ldap|ldaps|rmi|file|javascript):", Pattern.CASE_INSENSITIVE);

    /** A value of a rule with the sign that it has in the rule. */
    private static final Pattern NAMED_WITH_SIGN = Pattern.compile("(?:\\{\\$|\\$\\{)([A-Za-z][A-Za-z0-9]*)}");

    private static final String FORMULA_SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private PlainText() {}

    /**
     * {@return the text of a file; {@code null} where it is no plain text, which is kept as faults}
     *
     * @param path the file, as faults state it
     * @param bytes its bytes
     * @param faults where what is wrong is kept
     */
    public static @Nullable SourceText of(String path, byte[] bytes, Faults faults) {
        SourceText source = faults.from(() -> SourceText.of(path, bytes, faults));
        if (source == null || !PlainCharacters.areIn(source, faults) || !hasShortLines(source, faults)) {
            return null;
        }
        if (!path.endsWith(".drl")) {
            // Rules are read by a grammar that knows which words are names.
            PlainCharacters.tellMixedWords(source, faults);
        }
        if (path.endsWith(".csv")) {
            eachCell(source, faults);
        } else if (path.endsWith(".properties")) {
            eachLine(source, faults);
        }
        return source;
    }

    /** {@return what is said of a cell that a spreadsheet would take for a formula or that holds a number without end} */
    public static Optional<FaultText> cell(String text) {
        String cell = text.strip();
        if (!cell.isEmpty()
                && FORMULA_SIGNS.indexOf(cell.charAt(0)) >= 0
                && !NUMBER.matcher(cell).matches()) {
            return Optional.of(PackWords.of("formula", "sign", cell.substring(0, 1)));
        }
        return number(cell);
    }

    /** {@return what is said of a text that holds what templates of other programs would run} */
    public static Optional<FaultText> words(String text) {
        Matcher value = NAMED_WITH_SIGN.matcher(text);
        if (value.find()) {
            return Optional.of(
                    PackWords.of("placeholder-sign", "written", value.group(), "meant", "{" + value.group(1) + "}"));
        }
        Matcher expression = EXPRESSION.matcher(text);
        return expression.find()
                ? Optional.of(PackWords.of("expression", "expression", expression.group()))
                : number(text);
    }

    private static Optional<FaultText> number(String text) {
        if (DIGITS.matcher(text).find()) {
            return Optional.of(PackWords.of("number-too-long", "limit", Integer.toString(PackLimits.DIGITS)));
        }
        return EXPONENT.matcher(text).find() ? Optional.of(PackWords.of("number-exponent")) : Optional.empty();
    }

    private static boolean hasShortLines(SourceText source, Faults faults) {
        String text = source.text();
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            if (end - start > PackLimits.LINE_LENGTH) {
                // Said without its text: whoever reads the fault should not have to page through it.
                int line = 1
                        + (int) text.substring(0, start)
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                faults.add(source.fault(PackWords.of(
                        "line-too-long",
                        "line",
                        Integer.toString(line),
                        "length",
                        Integer.toString(end - start),
                        "limit",
                        Integer.toString(PackLimits.LINE_LENGTH))));
                return false;
            }
            start = end + 1;
        }
        return true;
    }

    private static void eachLine(SourceText source, Faults faults) {
        int start = 0;
        for (String line : source.text().split("\n", -1)) {
            int at = start;
            if (!line.stripLeading().startsWith("#")) {
                words(line).ifPresent(what -> faults.add(source.fault(at, line.strip(), what)));
            }
            start += line.length() + 1;
        }
    }

    /** Cuts at commas, semicolons and tabs, as spreadsheets do, whatever the table itself makes of them. */
    private static void eachCell(SourceText source, Faults faults) {
        String text = source.text();
        int row = 1;
        int column = 0;
        int start = 0;
        boolean quoted = false;
        for (int at = 0; at <= text.length(); at++) {
            char c = at == text.length() ? '\n' : text.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\n' || (!quoted && (c == ',' || c == ';' || c == '\t'))) {
                String cell = text.substring(start, at).replace("\"", "");
                String name = letters(column) + row;
                int cellStart = start;
                cell(cell).ifPresent(what -> faults.add(source.fault(cellStart, cell.strip(), name, what)));
                start = at + 1;
                column = c == '\n' ? 0 : column + 1;
                row = c == '\n' ? row + 1 : row;
                quoted = quoted && c != '\n';
            }
        }
    }

    /** {@return the letters by which a spreadsheet names a column, the first being 0} */
    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
