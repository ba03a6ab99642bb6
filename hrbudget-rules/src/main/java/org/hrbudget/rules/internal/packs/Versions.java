package org.hrbudget.rules.internal.packs;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Versions of packs: numbers joined by dots, compared as numbers, so that 2011.2 comes before 2011.10. */
public final class Versions {

    /** Ascending. */
    public static final Comparator<String> ORDER = Versions::compare;

    private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*))*");

    private Versions() {}

    /**
     * {@return whether a text is a version}
     *
     * @param text the text
     */
    public static boolean isVersion(String text) {
        return FORM.matcher(text).matches();
    }

    private static int compare(String a, String b) {
        String[] left = a.split("\\.", -1);
        String[] right = b.split("\\.", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = new BigInteger(left[i]).compareTo(new BigInteger(right[i]));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }
}
