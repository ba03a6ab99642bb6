package org.hrbudget.summary.internal;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Texts numbered from 1 in the order they are first met; 0 stands for no text. Safe for use by several threads. */
final class Names {

    private final ConcurrentHashMap<String, Integer> numbers = new ConcurrentHashMap<>();
    private volatile @Nullable String[] names = new @Nullable String[16];

    int numberOf(@Nullable String name) {
        if (name == null) {
            return 0;
        }
        Integer number = numbers.get(name);
        return number != null ? number : enter(name);
    }

    @Nullable
    String name(int number) {
        return names[number];
    }

    /** Nothing before something, and texts as texts. */
    int compare(int one, int other) {
        if (one == other) {
            return 0;
        }
        String first = names[one];
        String second = names[other];
        if (first == null || second == null) {
            return first == null ? -1 : 1;
        }
        return first.compareTo(second);
    }

    /** {@return all texts in their order} */
    String[] sorted() {
        String[] all = numbers.keySet().toArray(String[]::new);
        Arrays.sort(all);
        return all;
    }

    private synchronized int enter(String name) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        int number = numbers.size() + 1;
        if (number == names.length) {
            names = Arrays.copyOf(names, 2 * number);
        }
        names[number] = name;
        // Last, for whoever finds the number finds the name.
        numbers.put(name, number);
        return number;
    }
}
