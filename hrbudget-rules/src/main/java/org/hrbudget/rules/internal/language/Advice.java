package org.hrbudget.rules.internal.language;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.hrbudget.text.Nearest;

/** Says what the author of a pack probably meant. */
public final class Advice {

    private Advice() {}

    /**
     * {@return advice: the nearest word, or else all of them}
     *
     * @param written what was written
     * @param known the words there are
     */
    public static String on(String written, Collection<String> known) {
        List<String> near = Nearest.to(written, known);
        if (!near.isEmpty()) {
            return "Maybe \"" + near.get(0) + "\" was meant.";
        }
        return known.isEmpty()
                ? "There is none to choose from."
                : "Choose one of: " + known.stream().sorted().collect(Collectors.joining(", ")) + ".";
    }
}
