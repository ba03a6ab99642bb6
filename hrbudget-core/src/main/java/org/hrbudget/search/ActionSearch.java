package org.hrbudget.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.search.SpanishWords.Word;
import org.hrbudget.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * Finds the actions of a programme that words speak of: by their titles, their right or group, their executors and their codes, whatever
 * the accents and forms of the words.
 *
 * <p>First come the actions that meet most of the words. Among those of as many, a word counts the more the rarer it is in the
 * programme, in the title twice as much as in the right's name, as written more than in another form or with a letter wrong.
 * The rest is the programme's own order. A word that stands nowhere is taken for the beginning of one, or else for one with a letter
 * wrong.
 *
 * <pre>{@code
 * ActionSearch.in(programme).find("agua potable", ActionSearch.carriedOutBy("08CO01")).matches().get(0).action().code();
 * }</pre>
 *
 * <p>Needs {@code org.apache.lucene:lucene-analysis-common}, which core brings to nobody who does not ask for it. Immutable.
 */
public final class ActionSearch {

    /** Below this, one letter makes another word. */
    private static final int SHORTEST_SLIP = 4;

    /** Two letters begin a word of nearly every action. */
    private static final int SHORTEST_BEGINNING = 3;

    /** Where a word of the request may be met, and how much that counts. */
    public enum Place {
        /** In what is to be done. */
        TITLE(4),
        /** It is the action's code. */
        CODE(4),
        /** It is the code of a unit that carries the action out. */
        EXECUTOR(3),
        /** In the name of the right or population group. */
        RIGHT(2);

        private final int weight;

        Place(int weight) {
            this.weight = weight;
        }
    }

    /** How a word of the request is met. */
    public enum Likeness {
        /** The same word, accents and capitals aside. */
        SAME(3),
        /** Another form of it, such as its plural. */
        FORM(2),
        /** Its beginning; looked for where the word stands nowhere, as while somebody types. */
        BEGINNING(1),
        /** One letter is another, too many, missing or swapped; looked for where nothing begins with it either. */
        SLIP(1);

        private final int weight;

        Likeness(int weight) {
            this.weight = weight;
        }
    }

    /**
     * A word of the request that an action meets.
     *
     * @param word the word as it was asked for
     * @param met the word of the action, as written there
     * @param place where it stands
     * @param likeness how alike the two are
     */
    public record Meeting(String word, String met, Place place, Likeness likeness) {

        private int weight() {
            return place.weight * likeness.weight;
        }
    }

    /**
     * An action that was found.
     *
     * @param action the action
     * @param right its right or group
     * @param meetings why it was found: by the words of the request, each once for a place
     */
    public record Match(HrpAction action, HumanRight right, List<Meeting> meetings) {}

    /**
     * A word of the request that none of the actions asked for meets.
     *
     * @param word the word as it was asked for
     * @param elsewhere how many other actions of the programme meet it, which the request leaves out by right or executor
     * @param nearest words of the programme that are nearly this one; none where others meet it
     */
    public record Missing(String word, int elsewhere, List<String> nearest) {}

    /**
     * What was found.
     *
     * @param words the words that were looked for
     * @param ignored the words that stand in any text, which were not
     * @param matches the actions, best first
     * @param missing the words that none of them meets
     */
    public record Answer(List<String> words, List<String> ignored, List<Match> matches, List<Missing> missing) {}

    private record Entry(HrpAction action, HumanRight right, Map<Place, List<Word>> words) {}

    private final SpanishWords spanish = new SpanishWords();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> vocabulary = new TreeMap<>();

    private ActionSearch(HumanRightsProgramme programme) {
        Map<String, List<Word>> names = new HashMap<>();
        for (HrpAction action : programme.actions()) {
            HumanRight right = programme.chapter(action.rightCode()).orElseThrow();
            Map<Place, List<Word>> words = new LinkedHashMap<>();
            words.put(Place.TITLE, telling(action.title()));
            words.put(Place.CODE, telling(action.code()));
            words.put(Place.EXECUTOR, telling(String.join(" ", action.executors())));
            words.put(
                    Place.RIGHT,
                    names.computeIfAbsent(right.code(), code -> telling(right.nameEs() + " " + right.nameEn())));
            entries.add(new Entry(action, right, words));
            words.values().forEach(all -> all.forEach(word -> vocabulary.putIfAbsent(word.folded(), word.written())));
        }
    }

    /**
     * {@return a search in a programme}
     *
     * @param programme the programme
     * @throws IllegalStateException if the library of Spanish words is not there
     */
    public static ActionSearch in(HumanRightsProgramme programme) {
        try {
            return new ActionSearch(programme);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "Searching actions needs org.apache.lucene:lucene-analysis-common, which is not there.\nMaybe add that dependency.",
                    e);
        }
    }

    /**
     * {@return which actions a unit may carry out: those that name it among their executors, however its code is written, and those that
     * bind every public body}
     *
     * @param unit the unit's code
     */
    public static Predicate<HrpAction> carriedOutBy(String unit) {
        return action -> action.crossCutting()
                || action.executors().stream().anyMatch(executor -> BudgetUnit.isSameCode(executor, unit));
    }

    /**
     * {@return the actions that words speak of}
     *
     * @param text the words
     * @param asked the actions that may be found
     */
    public Answer find(String text, Predicate<HrpAction> asked) {
        Map<String, Word> words = new LinkedHashMap<>();
        Set<String> ignored = new LinkedHashSet<>();
        for (Word word : spanish.of(text)) {
            if (spanish.isStopWord(word)) {
                ignored.add(word.written());
            } else {
                words.putIfAbsent(word.folded(), word);
            }
        }
        Map<Entry, List<Meeting>> found = new LinkedHashMap<>();
        Map<Entry, Integer> scores = new HashMap<>();
        List<Missing> missing = new ArrayList<>();
        for (Word word : words.values()) {
            Map<Entry, List<Meeting>> all = meetings(word);
            int rarity = rarity(all.size());
            boolean met = false;
            for (Map.Entry<Entry, List<Meeting>> each : all.entrySet()) {
                if (asked.test(each.getKey().action())) {
                    met = true;
                    found.computeIfAbsent(each.getKey(), entry -> new ArrayList<>())
                            .addAll(each.getValue());
                    int best = each.getValue().stream()
                            .mapToInt(Meeting::weight)
                            .max()
                            .orElse(0);
                    scores.merge(each.getKey(), rarity * best, Integer::sum);
                }
            }
            if (!met) {
                missing.add(new Missing(word.written(), all.size(), all.isEmpty() ? nearest(word) : List.of()));
            }
        }
        return new Answer(
                words.values().stream().map(Word::written).toList(),
                List.copyOf(ignored),
                ranked(found, scores),
                missing);
    }

    private static List<Match> ranked(Map<Entry, List<Meeting>> found, Map<Entry, Integer> scores) {
        return found.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Entry, List<Meeting>>>comparingLong(each -> each.getValue().stream()
                                .map(Meeting::word)
                                .distinct()
                                .count())
                        .thenComparingInt(each -> scores.getOrDefault(each.getKey(), 0))
                        .reversed()
                        .thenComparingInt(each -> each.getKey().action().sequence()))
                .map(each -> new Match(each.getKey().action(), each.getKey().right(), List.copyOf(each.getValue())))
                .toList();
    }

    /** Beginnings and slips are looked for only where the word as it stands is nowhere: «salud» is not «saluda» with a letter wrong. */
    private Map<Entry, List<Meeting>> meetings(Word word) {
        Map<Entry, List<Meeting>> met = meetings(word, ActionSearch::likeness);
        if (met.isEmpty() && word.folded().length() >= SHORTEST_BEGINNING) {
            met = meetings(word, (one, other) -> other.folded().startsWith(one.folded()) ? Likeness.BEGINNING : null);
        }
        if (met.isEmpty() && word.folded().length() >= SHORTEST_SLIP) {
            met = meetings(word, (one, other) -> isOneLetterAway(one.folded(), other.folded()) ? Likeness.SLIP : null);
        }
        return met;
    }

    private interface Likening {
        @Nullable
        Likeness of(Word word, Word other);
    }

    private Map<Entry, List<Meeting>> meetings(Word word, Likening likening) {
        Map<Entry, List<Meeting>> all = new LinkedHashMap<>();
        for (Entry entry : entries) {
            List<Meeting> meetings = new ArrayList<>();
            entry.words().forEach((place, words) -> {
                Meeting best = null;
                for (Word other : words) {
                    Likeness likeness = likening.of(word, other);
                    if (likeness != null && (best == null || likeness.weight > best.likeness().weight)) {
                        best = new Meeting(word.written(), other.written(), place, likeness);
                    }
                }
                if (best != null) {
                    meetings.add(best);
                }
            });
            if (!meetings.isEmpty()) {
                all.put(entry, meetings);
            }
        }
        return all;
    }

    private static @Nullable Likeness likeness(Word word, Word other) {
        if (word.folded().equals(other.folded())) {
            return Likeness.SAME;
        }
        return word.isFormOf(other) ? Likeness.FORM : null;
    }

    private static boolean isOneLetterAway(String one, String other) {
        int from = 0;
        int shorter = Math.min(one.length(), other.length());
        if (shorter < SHORTEST_SLIP - 1 || one.chars().anyMatch(Character::isDigit)) {
            // A digit wrong is another code.
            return false;
        }
        while (from < shorter && one.charAt(from) == other.charAt(from)) {
            from++;
        }
        String a = one.substring(from);
        String b = other.substring(from);
        if (a.length() != b.length()) {
            return a.length() > b.length()
                    ? a.substring(1).equals(b)
                    : b.substring(1).equals(a);
        }
        return !a.isEmpty()
                && (a.substring(1).equals(b.substring(1))
                        || (a.length() > 1
                                && a.charAt(0) == b.charAt(1)
                                && a.charAt(1) == b.charAt(0)
                                && a.substring(2).equals(b.substring(2))));
    }

    /** {@return 1 for a word that more than half of all actions have, one more each time half as many have it} */
    private int rarity(int having) {
        return having == 0 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(entries.size() / having);
    }

    private List<String> nearest(Word word) {
        return Nearest.to(word.folded(), vocabulary.keySet()).stream()
                .map(folded -> vocabulary.getOrDefault(folded, folded))
                .toList();
    }

    private List<Word> telling(String text) {
        return spanish.of(text).stream()
                .filter(word -> !spanish.isStopWord(word))
                .toList();
    }
}
