package org.hrbudget.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrbudget.model.internal.Spelling;

/**
 * What forms write for the rights and groups of a programme: a code, a name, or a code and a name. A name is compared by its words
 * alone, without "derecho a la" before them, for the same right is called both ways.
 */
final class RightNames {

    private static final Pattern CODE_AND_NAME = Pattern.compile("0*([0-9]+)( (.+))?");

    private final Map<String, Set<String>> byCode = new HashMap<>();
    private final Map<String, Set<String>> byName = new HashMap<>();

    RightNames(Collection<HumanRight> chapters) {
        for (HumanRight chapter : chapters) {
            String written = Spelling.ofRight(chapter.code());
            Matcher code = CODE_AND_NAME.matcher(written);
            add(byCode, code.matches() ? code.group(1) : written, chapter);
            add(byName, Spelling.ofRight(chapter.nameEs()), chapter);
            add(byName, Spelling.ofRight(chapter.nameEn()), chapter);
        }
    }

    private static void add(Map<String, Set<String>> all, String key, HumanRight chapter) {
        if (!key.isEmpty()) {
            all.computeIfAbsent(key, absent -> new HashSet<>()).add(chapter.code());
        }
    }

    /** {@return the codes of the chapters that a text names; none where it names no chapter, or two different ones} */
    Set<String> of(String text) {
        String words = Spelling.ofRight(text);
        Matcher coded = CODE_AND_NAME.matcher(words);
        if (!coded.matches()) {
            return byName.getOrDefault(words, Set.of());
        }
        Set<String> ofCode = byCode.getOrDefault(coded.group(1), Set.of());
        String beside = coded.group(3);
        if (beside == null) {
            return ofCode;
        }
        Set<String> both = new HashSet<>(byName.getOrDefault(Spelling.ofRight(beside), Set.of()));
        both.retainAll(ofCode);
        return both;
    }
}
