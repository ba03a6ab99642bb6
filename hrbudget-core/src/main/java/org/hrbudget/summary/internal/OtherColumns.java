package org.hrbudget.summary.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a line that the library has no word for, without blank ones, and the order of their headings, which is worked
 * out once for all lines that have the same. For one thread.
 */
final class OtherColumns {

    /** Lines of one file lack this column or that; more combinations than these have no file behind them. */
    private static final int MOST_ORDERS = 256;

    /** The order of columns by heading. */
    static final class Order {

        private final List<String> headings;
        private final int[] columns;
        private byte @Nullable [] print;

        Order(List<String> headings) {
            this.headings = headings;
            this.columns = IntStream.range(0, headings.size())
                    .boxed()
                    .sorted(Comparator.comparing(headings::get))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        int[] columns() {
            return columns;
        }

        /** What was noted as standing for these headings, if anything was. */
        byte @Nullable [] print() {
            return print;
        }

        void print(byte[] value) {
            print = value;
        }
    }

    private final Map<List<String>, Order> orders = new HashMap<>();
    private final BiConsumer<String, String> noting = this::note;
    private String[] headings = {};
    private String[] values = {};
    private int count;
    private Order last = new Order(List.of());

    /** Takes the columns of a line. {@return their order} */
    Order take(Map<String, String> columns) {
        if (headings.length < columns.size()) {
            headings = new String[columns.size()];
            values = new String[columns.size()];
        }
        count = 0;
        columns.forEach(noting);
        if (!isLikeLast()) {
            List<String> all = List.of(Arrays.copyOf(headings, count));
            if (orders.size() == MOST_ORDERS && !orders.containsKey(all)) {
                orders.clear();
            }
            last = orders.computeIfAbsent(all, Order::new);
        }
        return last;
    }

    String heading(int column) {
        return headings[column];
    }

    String value(int column) {
        return values[column];
    }

    private void note(String heading, String value) {
        String text = Spelling.trimmed(value);
        if (!text.isEmpty()) {
            headings[count] = heading;
            values[count++] = text;
        }
    }

    private boolean isLikeLast() {
        if (count != last.headings.size()) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (!headings[i].equals(last.headings.get(i))) {
                return false;
            }
        }
        return true;
    }
}
