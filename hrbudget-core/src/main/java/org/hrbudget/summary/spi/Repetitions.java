package org.hrbudget.summary.spi;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.hrbudget.summary.RepeatedKey;

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
}
