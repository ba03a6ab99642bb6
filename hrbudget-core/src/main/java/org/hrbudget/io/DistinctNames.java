package org.hrbudget.io;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hrbudget.io.internal.Texts;

/**
 * Gives inputs of one name names that tell them apart, for a row is known by its file's name: to files of one name in different
 * folders, as much of the folder as that takes.
 */
final class DistinctNames {

    private DistinctNames() {}

    /**
     * {@return the inputs in their order, no two of one name}
     *
     * @throws BudgetReadException if a file appears twice, or two inputs without folders have one name
     */
    static List<Input> of(List<Input> inputs) {
        return inputs.stream().map(input -> named(input, inputs)).toList();
    }

    private static Input named(Input input, List<Input> all) {
        List<Input> alike =
                all.stream().filter(other -> other.name().equals(input.name())).toList();
        if (alike.size() == 1) {
            return input;
        }
        List<List<String>> places = alike.stream()
                .map(Input::place)
                .filter(place -> !place.isEmpty())
                .toList();
        if (places.size() < alike.size()) {
            throw new BudgetReadException(Texts.of("files.same-name", "file", input.name()), null);
        }
        if (!areDistinct(places, place -> place)) {
            throw new BudgetReadException(Texts.of("files.twice", "file", input.name()), null);
        }
        int parts = 2;
        while (!areDistinct(places, ends(parts))) {
            parts++;
        }
        return input.named(ends(parts).apply(input.place()));
    }

    /** The last parts of a place, written the same on every system. */
    private static Function<List<String>, String> ends(int parts) {
        return place -> String.join("/", place.subList(Math.max(0, place.size() - parts), place.size()));
    }

    private static boolean areDistinct(List<List<String>> places, Function<List<String>, ?> look) {
        Set<Object> seen = new HashSet<>();
        return places.stream().map(look).allMatch(seen::add);
    }
}
