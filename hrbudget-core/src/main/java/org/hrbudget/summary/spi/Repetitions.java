package org.hrbudget.summary.spi;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.RepeatedKey;
import org.hrbudget.summary.internal.KeyFingerprint;
import org.jspecify.annotations.Nullable;

/** The lines of a budget whose whole key, or whose identifier, is on an earlier line too. Streamed, in one order. */
public interface Repetitions {

    /**
     * Hands over the lines whose whole key is on an earlier line.
     *
     * @param consumer takes each with the first line of its key
     */
    void forEachKey(Consumer<? super RepeatedKey> consumer);

    /**
     * Hands over the lines whose identifier is on an earlier line.
     *
     * @param consumer takes each with the first line of its identifier
     */
    void forEachIdentifier(Consumer<? super RepeatedKey> consumer);

    /**
     * {@return repetitions found elsewhere}
     *
     * @param keys the lines whose whole key is on an earlier line
     * @param identifiers the lines whose identifier is on an earlier line
     */
    static Repetitions of(Collection<RepeatedKey> keys, Collection<RepeatedKey> identifiers) {
        List<RepeatedKey> allKeys = List.copyOf(keys);
        List<RepeatedKey> allIdentifiers = List.copyOf(identifiers);
        return new Repetitions() {
            @Override
            public void forEachKey(Consumer<? super RepeatedKey> consumer) {
                allKeys.forEach(consumer);
            }

            @Override
            public void forEachIdentifier(Consumer<? super RepeatedKey> consumer) {
                allIdentifiers.forEach(consumer);
            }
        };
    }

    /**
     * What must be known of a line to find out elsewhere, such as on a cluster, whether its key repeats: bring the records of one
     * fingerprint together, and ask {@link #repeatedAmong}. Lines of one key have records of one fingerprint, and lines of different
     * keys do not. A fingerprint is the first half of a SHA-256: that two of n different keys meet by chance has a probability of about
     * n<sup>2</sup> in 2<sup>129</sup>, 10<sup>-25</sup> for ten million lines.
     *
     * <p>Records are ordered by kind, by fingerprint (as signed numbers), by position and by unit: the first of each fingerprint is
     * that of the first line.
     *
     * @param kind which of the line's keys this is
     * @param high the first half of the fingerprint
     * @param low the second half of the fingerprint
     * @param position where the line is; no two lines of one budget are in one place
     * @param unitCode the line's unit, where given
     */
    record KeyRecord(
            KeyKind kind,
            long high,
            long low,
            Position position,
            @Nullable String unitCode) implements Comparable<KeyRecord>, Serializable {

        /** What of a line may repeat. */
        public enum KeyKind {
            /** Every column that is neither an amount nor a link. */
            WHOLE_KEY,
            /** The publisher's identifier; lines without one have no record of this kind. */
            IDENTIFIER
        }

        private static final Comparator<KeyRecord> ORDER = Comparator.comparing(KeyRecord::kind)
                .thenComparingLong(KeyRecord::high)
                .thenComparingLong(KeyRecord::low)
                .thenComparing(KeyRecord::position)
                .thenComparing(KeyRecord::unitCode, Comparator.nullsFirst(Comparator.naturalOrder()));

        /**
         * {@return what makes the records of a line: of its identifier where it has one, and of its whole key where that is wanted. For
         * one thread; the same line has the same records on every machine}
         *
         * @param keysWanted whether repeated keys are looked for; else identifiers alone, which costs less
         */
        public static Function<SpendingLine, List<KeyRecord>> maker(boolean keysWanted) {
            KeyFingerprint fingerprint = new KeyFingerprint();
            return line -> fingerprint.records(line, keysWanted);
        }

        /**
         * {@return the repetitions that records of one fingerprint show, by position: one for each record but the first}
         *
         * @param records all records of a budget that have one kind and fingerprint, in any order
         * @throws IllegalArgumentException if their kinds or fingerprints differ
         */
        public static List<RepeatedKey> repeatedAmong(Collection<KeyRecord> records) {
            if (records.isEmpty()) {
                return List.of();
            }
            KeyRecord first = Collections.min(records);
            List<RepeatedKey> result = new ArrayList<>(records.size() - 1);
            records.stream().sorted().skip(1).forEach(later -> result.add(later.repeating(first)));
            return List.copyOf(result);
        }

        /**
         * {@return the repetition that this record shows}
         *
         * @param first the first record of the same kind and fingerprint
         * @throws IllegalArgumentException if the kinds or the fingerprints differ
         */
        public RepeatedKey repeating(KeyRecord first) {
            if (kind != first.kind || high != first.high || low != first.low) {
                throw new IllegalArgumentException("The line at " + position + " does not repeat the key of "
                        + first.position + ".\nMaybe group records by kind and fingerprint.");
            }
            return new RepeatedKey(position, first.position, unitCode);
        }

        /** {@return the order by kind, fingerprint, position and unit} */
        @Override
        public int compareTo(KeyRecord other) {
            return ORDER.compare(this, other);
        }
    }
}
