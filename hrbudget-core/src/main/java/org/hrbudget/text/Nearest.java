package org.hrbudget.text;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hrbudget.model.internal.Spelling;

/** Finds the words that a misspelled one may have been meant to be. */
public final class Nearest {

    private static final int MOST = 3;
    private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![0-9])0+(?=[0-9])");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Nearest() {}

    /**
     * {@return the known words that are nearly the given one, nearest first, at most three: two letters wrong, or a third of them}
     *
     * @param word the word
     * @param known the known words
     */
    public static List<String> to(String word, Collection<String> known) {
        String folded = Spelling.folded(word);
        int reach = Math.max(2, folded.length() / 3);
        return known.stream()
                .filter(candidate -> distance(folded, Spelling.folded(candidate)) <= reach)
                .sorted(Comparator.<String>comparingInt(candidate -> distance(folded, Spelling.folded(candidate)))
                        .thenComparing(Comparator.naturalOrder()))
                .distinct()
                .limit(MOST)
                .toList();
    }

    /**
     * {@return the known word that this one is a slip of the hand away from: one letter in words of four to seven, two in
     * longer ones}
     *
     * @param word the word, not known itself
     * @param known the known words
     */
    public static Optional<String> slip(String word, Collection<String> known) {
        String folded = Spelling.folded(word);
        int reach = folded.length() < 4 ? 0 : folded.length() < 8 ? 1 : 2;
        return known.stream()
                .filter(candidate -> candidate.length() >= 4 && distance(folded, Spelling.folded(candidate)) <= reach)
                .min(Comparator.<String>comparingInt(candidate -> distance(folded, Spelling.folded(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * {@return the one known word that this one must have been meant to be: the same but for case, accents, signs and leading
     * zeros, else the nearest a slip of the hand away; empty where several are as near}
     *
     * @param word the word, not known itself
     * @param known the known words; of several that are the same but for accents, one is meant
     */
    public static Optional<String> only(String word, Collection<String> known) {
        String bare = bare(word);
        int reach = bare.length() < 4 ? 0 : bare.length() < 8 ? 1 : 2;
        Map<String, String> near = new TreeMap<>();
        int least = reach;
        for (String candidate : known.stream().sorted().toList()) {
            String other = bare(candidate);
            int distance = distance(bare, other);
            if (distance < least) {
                near.clear();
                least = distance;
            }
            if (distance <= least) {
                near.put(other, candidate);
            }
        }
        return near.size() == 1 && !bare.isEmpty() ? near.values().stream().findFirst() : Optional.empty();
    }

    private static String bare(String word) {
        String split = Normalizer.normalize(Spelling.folded(word), Normalizer.Form.NFD);
        return NO_LETTER.matcher(LEADING_ZEROS.matcher(split).replaceAll("")).replaceAll("");
    }

    /**
     * {@return how many letters must be put in, taken out, changed or swapped with the next to make one word the other}
     *
     * @param a a word
     * @param b another
     */
    private static int distance(String a, String b) {
        int apart = Math.abs(a.length() - b.length());
        if (apart > Math.max(2, Math.min(a.length(), b.length()))) {
            // Too far to be near anything, and perhaps too long to be measured in any time.
            return apart;
        }
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] now = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, 1 + Math.min(last[j], now[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return last[b.length()];
    }
}
