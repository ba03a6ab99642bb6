package org.hrbudget.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The files and units of a budget, numbered from 1, so that a place fits in a few bytes. Safe for use by several threads. */
final class PlaceNames {

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final List<String> names = new ArrayList<>();

    int numberOf(String name) {
        Integer number = numbers.get(name);
        return number != null ? number : numbers.computeIfAbsent(name, this::append);
    }

    private int append(String name) {
        synchronized (names) {
            names.add(name);
            return names.size();
        }
    }

    String name(int number) {
        synchronized (names) {
            return names.get(number - 1);
        }
    }
}
