package org.hrbudget.rules.internal.packs;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Versions of packs: numbers joined by dots, compared as numbers, so that 2011.2 comes before 2011.10. */
public final class Versions {

    /** What is no version comes after all that are, so that a misspelt one can still be told of. */
    public static final Comparator<String> ORDER =
            Comparator.comparing((String text) -> !isNumbers(text)).thenComparing(Versions::compare);

    private static final int LONGEST = 40;
    private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*))*");
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+(\\.[0-9]+)*");

    private Versions() {}

    /**
     * {@return whether a text is a version}
     *
     * @param text the text
     */
    public static boolean isVersion(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    /** {@return the version without zeros before its numbers, or {@code null} where it is not made of numbers} */
    static @Nullable String plain(String text) {
        return isNumbers(text) ? text.replaceAll("(^|\\.)0+(?=[0-9])", "$1") : null;
    }

    /**
     * {@return a version that may amend another: the first of its fiscal year that is later and not taken; of the other's year, where
     * that is later}
     *
     * @param amended the version it amends
     * @param year the fiscal year it is for
     * @param taken the versions there are
     */
    public static String next(String amended, int year, Collection<String> taken) {
        String head = amended.replaceFirst("\\..*", "");
        String first = compare(head, Integer.toString(year)) > 0 ? head : Integer.toString(year);
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> first + "." + number)
                .filter(version -> !taken.contains(version) && ORDER.compare(version, amended) > 0)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isNumbers(String text) {
        return text.length() <= LONGEST && NUMBERS.matcher(text).matches();
    }

    private static int compare(String a, String b) {
        if (!isNumbers(a) || !isNumbers(b)) {
            return a.compareTo(b);
        }
        String[] left = a.split("\\.", -1);
        String[] right = b.split("\\.", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = new BigInteger(left[i]).compareTo(new BigInteger(right[i]));
            if (order != 0) {
                return order;
            }
        }
        int shorter = Integer.compare(left.length, right.length);
        return shorter != 0 ? shorter : a.compareTo(b);
    }
}
