package org.hrbudget.rules.internal.language;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.hrbudget.model.Bilingual;
import org.hrbudget.text.Nearest;

/** Says what the author of a pack probably meant. */
public final class Advice {

    private static final FaultWords WORDS = FaultWords.beside(Advice.class);

    private Advice() {}

    /**
     * {@return advice: the nearest word, or else all of them}
     *
     * @param written what was written
     * @param known the words there are
     */
    public static Bilingual on(String written, Collection<String> known) {
        return on(written, known, Aliases.of(""));
    }

    /**
     * {@return advice: the nearest word, in the language of what was written, or else all of them}
     *
     * @param written what was written
     * @param known the words there are
     * @param aliases their Spanish names
     */
    public static Bilingual on(String written, Collection<String> known, Aliases aliases) {
        List<String> near = Nearest.to(written, aliases.andAll(known));
        if (!near.isEmpty()) {
            return WORDS.text("maybe", "word", near.get(0));
        }
        return known.isEmpty()
                ? WORDS.text("none")
                : WORDS.text("one-of", "words", new Bilingual(listed(known), listed(aliases.names(known))));
    }

    private static String listed(Collection<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }
}
