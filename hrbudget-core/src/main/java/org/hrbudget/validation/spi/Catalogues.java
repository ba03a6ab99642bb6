package org.hrbudget.validation.spi;

import java.util.AbstractSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * The code lists of a fiscal year. Immutable. A list that the law of the year does not fix is absent, and no rule may ask for it.
 */
public final class Catalogues {

    /** The names a code list may have. */
    public enum CodeList {
        /** Concepts of the object of expenditure, four digits: {@code 1100}. */
        OBJECT_CONCEPTS,
        /** Purpose, function and sub-function joined by dots: {@code 1.2.4}. */
        FUNCTIONAL_CODES,
        /** Modality letters of budget programmes. */
        MODALITIES,
        /** Kinds of units, in lower case. */
        UNIT_KINDS,
        /** Opening digits of an object code, mapped to the one spending type that fits. */
        SPENDING_TYPES,
        /** Funding sources, as the budget key writes them. */
        FUNDING_SOURCES,
        /** Dimensions of indicators, in lower case. */
        INDICATOR_DIMENSIONS,
        /** What is written where a reason is asked for and gives none, in lower case: {@code -}, {@code x}. */
        EMPTY_REASONS
    }

    /** The lists of words, which people write with or without capitals and accents; the others are lists of codes. */
    private static final Set<CodeList> WORDS = Set.of(CodeList.UNIT_KINDS, CodeList.INDICATOR_DIMENSIONS);

    private static final int MOST_SPELLINGS = 1_000;
    private static final int LONGEST_SPELLING = 80;

    private final Map<CodeList, Map<String, String>> lists;
    private final Map<CodeList, Map<String, String>> bySpelling;
    private final Map<String, Map<String, String>> own;
    private final Map<String, Codes> named = new TreeMap<>();

    /** How words are compared, by how they are written: a few, asked for with each of millions of lines. */
    private final Map<String, String> spellings = new ConcurrentHashMap<>();

    private Catalogues(Map<CodeList, Map<String, String>> lists, Map<String, Map<String, String>> own) {
        Map<CodeList, Map<String, String>> copies = new EnumMap<>(CodeList.class);
        Map<CodeList, Map<String, String>> spellings = new EnumMap<>(CodeList.class);
        lists.forEach((kind, list) -> {
            copies.put(kind, Map.copyOf(list));
            spellings.put(
                    kind,
                    list.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .collect(Collectors.toUnmodifiableMap(
                                    entry -> spelt(kind, entry.getKey()),
                                    Map.Entry::getValue,
                                    (first, same) -> first)));
        });
        this.lists = Collections.unmodifiableMap(copies);
        this.bySpelling = Collections.unmodifiableMap(spellings);
        this.own = own.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, list -> Map.copyOf(list.getValue())));
        copies.forEach((kind, list) -> {
            // What these hold are beginnings of codes.
            if (kind != CodeList.SPENDING_TYPES) {
                named.put(name(kind), new Codes(list.keySet()));
            }
        });
        this.own.forEach((name, list) -> named.put(name, new Codes(list.keySet())));
    }

    private String spelt(CodeList kind, String code) {
        return isOfWords(kind) ? spelt(code) : code;
    }

    /**
     * {@return whether the codes of a list are words, which are compared by their {@link #spelling(String)}, and not as written}
     *
     * @param kind the list
     */
    public static boolean isOfWords(CodeList kind) {
        return WORDS.contains(Objects.requireNonNull(kind, "kind"));
    }

    /**
     * {@return a code as the codes of a list are compared: without regard to capitals, accents and blanks}
     *
     * @param code the code
     */
    public static String spelling(String code) {
        String loose = Spelling.loose(code);
        // Of a code that is but a sign, nothing would be left.
        return loose.isEmpty() ? Spelling.folded(code) : loose;
    }

    private String spelt(String code) {
        String known = spellings.get(code);
        if (known == null) {
            known = spelling(code);
            if (code.length() <= LONGEST_SPELLING && spellings.size() < MOST_SPELLINGS) {
                spellings.put(code, known);
            }
        }
        return known;
    }

    /**
     * {@return catalogues of these lists}
     *
     * @param lists for each list, its codes and what each stands for
     */
    public static Catalogues of(Map<CodeList, Map<String, String>> lists) {
        return of(lists, Map.of());
    }

    /**
     * {@return catalogues of these lists and of lists that are a pack's own}
     *
     * @param lists for each list, its codes and what each stands for
     * @param own for each list of the pack's own, by its name, its codes and what each stands for; none is named as one of
     *     {@link CodeList} is
     */
    public static Catalogues of(Map<CodeList, Map<String, String>> lists, Map<String, Map<String, String>> own) {
        return new Catalogues(lists, own);
    }

    /**
     * {@return the name under which a pack keeps a list and its rules ask for it, such as {@code unit-kinds}}
     *
     * @param kind the list
     */
    public static String name(CodeList kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return the lists of the pack's own by name, with the codes of each and what each stands for} */
    public Map<String, Map<String, String>> own() {
        return own;
    }

    /** {@return the names of the lists whose codes rules may ask for, its own among them, in alphabetical order} */
    public Set<String> names() {
        return Collections.unmodifiableSet(named.keySet());
    }

    /**
     * {@return the codes of a list, if there is such a list} The set contains a code however it is written, with or without
     * capitals, accents and blanks.
     *
     * @param name the name of the list, such as {@code unit-kinds} or that of one of the pack's own
     */
    public Optional<Set<String>> codes(String name) {
        return Optional.ofNullable(named.get(name));
    }

    /**
     * {@return the one code of a list that an unknown one must have been meant to be, if that can be told}
     *
     * @param name the name of the list
     * @param code the code
     */
    public Optional<String> meant(String name, @Nullable String code) {
        Codes list = named.get(name);
        return list == null || code == null || list.contains(code) ? Optional.empty() : Nearest.only(code, list);
    }

    /** {@return the lists there are} */
    public Set<CodeList> kinds() {
        return lists.keySet();
    }

    /**
     * {@return the codes of a list and what each stands for, if there is such a list}
     *
     * @param kind the list
     */
    public Optional<Map<String, String>> list(CodeList kind) {
        return Optional.ofNullable(lists.get(kind));
    }

    /**
     * {@return the one code of a list that an unknown one must have been meant to be, if that can be told}
     *
     * @param kind the list
     * @param code the code
     */
    public Optional<String> meant(CodeList kind, @Nullable String code) {
        Map<String, String> list = lists.get(kind);
        return list == null || code == null || list.containsKey(code)
                ? Optional.empty()
                : Nearest.only(code, list.keySet());
    }

    /**
     * {@return whether a reason is on the list of those that say nothing; {@code null} where there is no such list or no reason}
     *
     * @param reason the reason as written, in any case; one sign over and over, such as {@code xxx}, counts once
     */
    public @Nullable Boolean saysNothing(@Nullable String reason) {
        if (reason == null) {
            return null;
        }
        return knows(CodeList.EMPTY_REASONS, key(CodeList.EMPTY_REASONS, reason));
    }

    /**
     * {@return what conditions compare of a code or of what it stands for, whether the list has it or not} Words are compared without
     * case, accents and punctuation, letters without case, and digits as they are. Whether a list knows a code is a stricter question:
     * there only words may be written in more than one way.
     *
     * @param kind the list
     * @param text the code or what it stands for, as written
     */
    public String key(CodeList kind, String text) {
        return switch (kind) {
            case UNIT_KINDS, INDICATOR_DIMENSIONS -> spelt(kind, text);
            case OBJECT_CONCEPTS, FUNCTIONAL_CODES -> text;
            case MODALITIES, SPENDING_TYPES, FUNDING_SOURCES -> Spelling.folded(text);
            case EMPTY_REASONS -> {
                String folded = Spelling.folded(text);
                yield Spelling.isOneSign(folded) ? folded.substring(0, 1) : folded;
            }
        };
    }

    /**
     * {@return whether a list has a code; {@code null} where there is no such list or no code} Kinds of units and dimensions are
     * words, which may be written with or without capitals and accents.
     *
     * @param kind the list
     * @param code the code
     */
    public @Nullable Boolean knows(CodeList kind, @Nullable String code) {
        Map<String, String> list = bySpelling.get(kind);
        return (list == null || code == null) ? null : list.containsKey(spelt(kind, code));
    }

    /**
     * {@return what the longest beginning of a code that a list has stands for; {@code null} where there is no such list, or it has
     * no beginning of the code}
     *
     * @param kind the list
     * @param code the code
     */
    public @Nullable String meaningOfBeginning(CodeList kind, String code) {
        Map<String, String> list = lists.get(kind);
        if (list == null) {
            return null;
        }
        for (int end = code.length(); end > 0; end--) {
            String meaning = list.get(code.substring(0, end));
            if (meaning != null) {
                return meaning;
            }
        }
        return null;
    }

    /**
     * {@return what a code of a list stands for; {@code null} where there is no such list, or no such code in it}
     *
     * @param kind the list
     * @param code the code
     */
    public @Nullable String meaning(CodeList kind, @Nullable String code) {
        Map<String, String> list = bySpelling.get(kind);
        return (list == null || code == null) ? null : list.get(spelt(kind, code));
    }

    /** The codes of a list, equal where they are spelt alike. */
    private final class Codes extends AbstractSet<String> {

        private final Set<String> codes;
        private final Set<String> folded;

        Codes(Set<String> codes) {
            this.codes = codes;
            this.folded = codes.stream().map(Catalogues.this::spelt).collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public boolean contains(@Nullable Object code) {
            return code instanceof String text && folded.contains(spelt(text));
        }

        @Override
        public Iterator<String> iterator() {
            return codes.iterator();
        }

        @Override
        public int size() {
            return codes.size();
        }
    }
}
