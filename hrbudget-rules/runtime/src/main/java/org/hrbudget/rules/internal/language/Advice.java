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
        List<String> near = Nearest.to(written, known);
        if (!near.isEmpty()) {
            return WORDS.text("maybe", "word", near.get(0));
        }
        return known.isEmpty()
                ? WORDS.text("none")
                : WORDS.text("one-of", "words", known.stream().sorted().collect(Collectors.joining(", ")));
    }
}
