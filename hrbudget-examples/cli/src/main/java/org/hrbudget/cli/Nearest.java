package org.hrbudget.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant. */
final class Nearest {

    /** More than a third of the letters wrong is another word. */
    private static final int LETTERS_FOR_A_SLIP = 3;

    private Nearest() {}

    /** {@return the known word with the fewest letters to change, if it is near at all} */
    static Optional<String> to(String word, Collection<String> known) {
        String folded = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(folded, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(candidate -> distance(folded, candidate)
                        <= Math.max(2, Math.max(folded.length(), candidate.length()) / LETTERS_FOR_A_SLIP));
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
