package org.hrbudget.io;

import java.nio.file.Path;
import java.util.ArrayList;
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
     * @throws BudgetReadException if a file stands twice, or two inputs that are no files have one name
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
        List<Path> paths = new ArrayList<>();
        alike.forEach(other -> other.path().map(DistinctNames::absolute).ifPresent(paths::add));
        if (paths.size() < alike.size()) {
            throw new BudgetReadException(Texts.of("files.same-name", "file", input.name()), null);
        }
        if (!areDistinct(paths, path -> path)) {
            throw new BudgetReadException(Texts.of("files.twice", "file", input.name()), null);
        }
        int parts = 2;
        while (!areDistinct(paths, ends(parts))) {
            parts++;
        }
        return input.named(ends(parts).apply(absolute(input.path().orElseThrow())));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** The last parts of a path, written the same on every system. */
    private static Function<Path, String> ends(int parts) {
        return path -> {
            int all = path.getNameCount();
            return path.subpath(Math.max(0, all - parts), all).toString().replace('\\', '/');
        };
    }

    private static boolean areDistinct(List<Path> paths, Function<Path, ?> look) {
        Set<Object> seen = new HashSet<>();
        return paths.stream().map(look).allMatch(seen::add);
    }
}
