package org.hrbudget.summary.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Sorts any number of records in bounded memory: sorted blocks stay in memory while there is room, further ones go to the end of
 * a file, and all are merged. Many equal records are no special case. Blocks may come from several threads; going through the
 * records takes one, after the last block has come.
 */
final class RecordSort {

    /**
     * What a search may use, whatever the number of records.
     *
     * @param block how many records are sorted at once; 512,000 bytes, just under what the default collector of Java, in a
     *     small heap, handles as an oversized object
     * @param held how many sorted blocks stay in memory
     * @param fanIn how many blocks of the file are merged at once
     * @param buffer how many records of each of those are read at once
     */
    record Limits(int block, int held, int fanIn, int buffer) {

        static final Limits DEFAULT = new Limits(16_000, 32, 512, 256);
    }

    /**
     * What the sorts of one search share.
     *
     * @param format the order of records
     * @param limits what they may use
     * @param file where blocks go that do not stay in memory
     * @param room how many more blocks may stay in memory
     */
    record Workspace(KeyRecords format, Limits limits, SpillFile file, Semaphore room) {}

    /** Takes records in their order. */
    @FunctionalInterface
    interface Visitor {

        /** Takes the record that is at a place of a buffer, which holds others when this returns. */
        void visit(ByteBuffer records, int at) throws IOException;
    }

    private final Workspace space;
    private final List<ByteBuffer> held = new ArrayList<>();
    private final Deque<Spilled> spilled = new ArrayDeque<>();

    /** A sorted block in the file. */
    private record Spilled(long from, long to) {}

    RecordSort(Workspace space) {
        this.space = space;
    }

    RecordBlock newBlock() {
        return new RecordBlock(space.format(), space.limits().block());
    }

    /** Takes the records of a block, which is empty then. */
    void take(RecordBlock block) throws IOException {
        if (block.isEmpty()) {
            return;
        }
        ByteBuffer sorted = block.takeSorted();
        if (space.room().tryAcquire()) {
            synchronized (this) {
                held.add(sorted);
            }
        } else {
            int length = sorted.remaining();
            long from = space.file().append(sorted);
            synchronized (this) {
                spilled.add(new Spilled(from, from + length));
            }
        }
    }

    /** Merges blocks of the file until few enough are left to be merged at once; nobody else may write meanwhile. */
    synchronized void settle() throws IOException {
        int fanIn = space.limits().fanIn();
        while (spilled.size() > fanIn) {
            spilled.add(mergeFirst(Math.min(fanIn, spilled.size() - fanIn + 1)));
        }
    }

    /** Hands over all records in their order, once settled. */
    void forEach(Visitor visitor) throws IOException {
        List<SortedRun> runs = new ArrayList<>();
        for (ByteBuffer block : held) {
            runs.add(SortedRun.of(block));
        }
        for (Spilled block : spilled) {
            runs.add(run(block));
        }
        new RunMerge(space.format(), runs).forEach(visitor);
    }

    /** Forgets all records and leaves the memory they took to other sorts. */
    synchronized void clear() {
        space.room().release(held.size());
        held.clear();
        spilled.clear();
    }

    private Spilled mergeFirst(int count) throws IOException {
        List<SortedRun> runs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            runs.add(run(spilled.remove()));
        }
        ByteBuffer out = ByteBuffer.allocate(space.limits().block() * KeyRecords.BYTES);
        SpillFile file = space.file();
        long from = file.size();
        new RunMerge(space.format(), runs).forEach((records, at) -> {
            KeyRecords.copy(records, at, out);
            if (!out.hasRemaining()) {
                file.append(out.flip());
                out.clear();
            }
        });
        file.append(out.flip());
        return new Spilled(from, file.size());
    }

    private SortedRun run(Spilled block) throws IOException {
        return SortedRun.of(
                space.file(), block.from(), block.to(), space.limits().buffer());
    }
}
