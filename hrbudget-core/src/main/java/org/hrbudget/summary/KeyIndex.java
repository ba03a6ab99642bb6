package org.hrbudget.summary;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.hrbudget.model.Position;
import org.jspecify.annotations.Nullable;

/**
 * The first line of each key, and the later ones. Open addressing over plain arrays, 32 bytes a slot, so that millions of keys
 * fit where millions of lines would not. What it answers does not depend on the order of adding. For one thread.
 */
final class KeyIndex implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int FIRST_CAPACITY = 64;
    private static final Comparator<RepeatedKey> BY_POSITION = Comparator.comparing(RepeatedKey::position)
            .thenComparing(RepeatedKey::first)
            .thenComparing(RepeatedKey::unitCode, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** A line that is not the first of its key. */
    private record Later(
            long high,
            long low,
            Position position,
            @Nullable String unit) implements Serializable {}

    private final Names files = new Names();
    private final Names units = new Names();
    private final ArrayList<Later> later = new ArrayList<>();
    private transient Slots slots = new Slots(FIRST_CAPACITY);

    void add(long high, long low, Position position, @Nullable String unit) {
        put(high, low, files.numberOf(position.file()), position.row(), unit == null ? 0 : units.numberOf(unit));
    }

    void merge(KeyIndex other) {
        Slots theirs = other.slots;
        for (int slot = 0; slot < theirs.files.length; slot++) {
            if (theirs.files[slot] != 0) {
                add(theirs.high[slot], theirs.low[slot], other.position(slot), other.unit(slot));
            }
        }
        later.addAll(other.later);
    }

    /** The later lines of every key, by position, each with the first line of its key by position. */
    List<RepeatedKey> repeated() {
        List<RepeatedKey> result = new ArrayList<>(later.size());
        for (Later line : later) {
            Position first = position(slots.find(line.high, line.low));
            result.add(new RepeatedKey(line.position, first, line.unit));
        }
        result.sort(BY_POSITION);
        return List.copyOf(result);
    }

    private void put(long high, long low, int file, long row, int unit) {
        int slot = slots.find(high, low);
        if (slots.files[slot] == 0) {
            slots.set(slot, high, low, file, row, unit);
            if (slots.isFull()) {
                slots = slots.grown();
            }
        } else if (precedes(file, row, slot)) {
            later.add(new Later(high, low, position(slot), unit(slot)));
            slots.set(slot, high, low, file, row, unit);
        } else {
            later.add(new Later(high, low, new Position(files.name(file), row), unit == 0 ? null : units.name(unit)));
        }
    }

    private boolean precedes(int file, long row, int slot) {
        int other = slots.files[slot];
        return file == other ? row < slots.rows[slot] : files.name(file).compareTo(files.name(other)) < 0;
    }

    private Position position(int slot) {
        return new Position(files.name(slots.files[slot]), slots.rows[slot]);
    }

    private @Nullable String unit(int slot) {
        return slots.units[slot] == 0 ? null : units.name(slots.units[slot]);
    }

    @Serial
    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        slots.write(out);
    }

    @Serial
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        slots = Slots.read(in);
    }

    /** Texts numbered from 1 in the order they are first met. */
    private static final class Names implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;

        private final ArrayList<String> names = new ArrayList<>();
        private final HashMap<String, Integer> numbers = new HashMap<>();

        int numberOf(String name) {
            Integer number = numbers.get(name);
            if (number == null) {
                names.add(name);
                number = names.size();
                numbers.put(name, number);
            }
            return number;
        }

        String name(int number) {
            return names.get(number - 1);
        }
    }

    /** The table itself. A slot whose file is 0 is free. */
    private static final class Slots {

        final long[] high;
        final long[] low;
        final long[] rows;
        final int[] files;
        final int[] units;
        private int taken;

        Slots(int capacity) {
            high = new long[capacity];
            low = new long[capacity];
            rows = new long[capacity];
            files = new int[capacity];
            units = new int[capacity];
        }

        /** The slot of this fingerprint, or the free one where it belongs. */
        int find(long wantedHigh, long wantedLow) {
            int mask = files.length - 1;
            int slot = Long.hashCode(wantedLow) & mask;
            while (files[slot] != 0 && (low[slot] != wantedLow || high[slot] != wantedHigh)) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        void set(int slot, long newHigh, long newLow, int file, long row, int unit) {
            taken += files[slot] == 0 ? 1 : 0;
            high[slot] = newHigh;
            low[slot] = newLow;
            files[slot] = file;
            rows[slot] = row;
            units[slot] = unit;
        }

        boolean isFull() {
            return taken > files.length / 4 * 3;
        }

        Slots grown() {
            Slots larger = new Slots(Math.multiplyExact(2, files.length));
            for (int slot = 0; slot < files.length; slot++) {
                if (files[slot] != 0) {
                    larger.set(
                            larger.find(high[slot], low[slot]),
                            high[slot],
                            low[slot],
                            files[slot],
                            rows[slot],
                            units[slot]);
                }
            }
            return larger;
        }

        void write(ObjectOutputStream out) throws IOException {
            out.writeInt(files.length);
            out.writeInt(taken);
            for (int slot = 0; slot < files.length; slot++) {
                if (files[slot] != 0) {
                    out.writeLong(high[slot]);
                    out.writeLong(low[slot]);
                    out.writeInt(files[slot]);
                    out.writeLong(rows[slot]);
                    out.writeInt(units[slot]);
                }
            }
        }

        static Slots read(ObjectInputStream in) throws IOException {
            Slots result = new Slots(in.readInt());
            for (int left = in.readInt(); left > 0; left--) {
                long high = in.readLong();
                long low = in.readLong();
                result.set(result.find(high, low), high, low, in.readInt(), in.readLong(), in.readInt());
            }
            return result;
        }
    }
}
