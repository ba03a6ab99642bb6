package org.hrbudget.rules.internal.language;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The form of a code: letters, digits, a few signs and classes of them, each repeated a fixed number of times or optional.
 * Nothing that can be repeated without end is allowed, so that no text takes long to compare.
 *
 * @param expression the regular expression, without backslashes
 */
public record CodeForm(String expression) {

    private static final int LONGEST = 120;
    private static final int MOST_OPTIONAL = 6;

    /** One element: a class without nesting or negation of everything, a plain sign, or an escaped dot; then its count. */
    private static final Pattern ELEMENTS =
            Pattern.compile("(?:(?:\\[\\^?[A-Za-z0-9](?:-[A-Za-z0-9])?(?:[A-Za-z0-9](?:-[A-Za-z0-9])?)*\\]|\\[[.]\\]"
                    + "|[A-Za-z0-9/ -]|\\\\{1,2}\\.)(?:\\{[1-9][0-9]?\\}|\\?)?)+");

    /**
     * {@return the form written like this, or nothing where it is not such a form}
     *
     * @param written the regular expression as written
     */
    static Optional<CodeForm> of(String written) {
        boolean plain = written.length() <= LONGEST
                && written.chars().filter(c -> c == '?').count() <= MOST_OPTIONAL
                && ELEMENTS.matcher(written).matches();
        if (!plain) {
            return Optional.empty();
        }
        String expression = written.replaceAll("\\\\{1,2}\\.", "[.]");
        try {
            Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
        return Optional.of(new CodeForm(expression));
    }
}
