package org.hrbudget.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * A part of a text report: what heads it, and below that things of which a short report shows the first ones.
 *
 * @param head its first lines
 * @param items the things, in their order
 * @param most how many of them a short report shows at most
 * @param turn how many of them it takes before other parts have theirs
 * @param all how many there are, with those that {@code items} does not hold
 * @param rest what is said of those left out, given their number
 */
record TextPart(List<String> head, List<Item> items, int most, int turn, long all, LongFunction<List<String>> rest) {

    /** More than any report has. */
    static final int ANY = Integer.MAX_VALUE;

    /**
     * Something in its lines.
     *
     * @param lines the lines
     * @param count how many of those counted in {@link #all} it is, or stands for
     */
    record Item(List<String> lines, long count) {}

    /** {@return a part of which nothing is left out} */
    static TextPart of(List<String> lines) {
        return new TextPart(lines, List.of(), 0, 0, 0, left -> List.of());
    }

    /** {@return its lines with so many of its things, and how many are left out} */
    List<String> lines(int shown) {
        List<String> lines = new ArrayList<>(head);
        long left = all;
        for (Item item : items.subList(0, shown)) {
            lines.addAll(item.lines());
            left -= item.count();
        }
        if (left > 0) {
            lines.addAll(rest.apply(left));
        }
        return lines;
    }

    /**
     * {@return how many things of each part a report shows: of each part in turn, as long as they have room}
     *
     * @param parts the parts
     * @param room the lines that all of them together may take
     */
    static int[] fitting(List<TextPart> parts, int room) {
        int[] shown = new int[parts.size()];
        int taken = parts.stream().mapToInt(part -> part.lines(0).size()).sum();
        boolean more = true;
        while (more) {
            more = false;
            for (int i = 0; i < shown.length; i++) {
                TextPart part = parts.get(i);
                for (int turn = 0; turn < part.turn && shown[i] < Math.min(part.most, part.items.size()); turn++) {
                    int with = taken
                            - part.lines(shown[i]).size()
                            + part.lines(shown[i] + 1).size();
                    if (with <= room) {
                        shown[i]++;
                        taken = with;
                        more = true;
                    }
                }
            }
        }
        return shown;
    }
}
