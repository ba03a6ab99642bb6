package org.hrbudget.rules.internal.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the word an author probably meant. */
public final class Nearest {

    private Nearest() {}

    /**
     * {@return the word nearest to what was written, if any is near}
     *
     * @param written what was written
     * @param known the words there are
     */
    public static Optional<String> to(String written, Collection<String> known) {
        int limit = Math.max(2, written.length() / 3);
        return known.stream()
                .filter(word -> distance(written, word) <= limit)
                .min(Comparator.<String>comparingInt(word -> distance(written, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * {@return advice: the nearest word, or else all of them}
     *
     * @param written what was written
     * @param known the words there are
     */
    public static String advice(String written, Collection<String> known) {
        return to(written, known)
                .map(word -> "Maybe \"" + word + "\" was meant.")
                .orElseGet(() -> known.isEmpty()
                        ? "There is none to choose from."
                        : "Choose one of: " + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
    }

    /** Counts the letters to insert, delete or replace, whatever their case. */
    private static int distance(String a, String b) {
        String left = a.toLowerCase(Locale.ROOT);
        String right = b.toLowerCase(Locale.ROOT);
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
