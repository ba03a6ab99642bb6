package org.hrbudget.summary.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.hrbudget.model.Position;
import org.hrbudget.summary.RepeatedKey;

/**
 * Takes the records of all lines by fingerprint, and keeps those that are not the first of theirs, by place. Such a record has
 * the place of the later line, its file as a rank among all by name, where others have a fingerprint, and the place of the first
 * line where others have their own. For one thread.
 */
final class RepeatedRecords implements RecordSort.Visitor {

    private final RecordSort sort;
    private final RecordBlock block;
    private final int[] ranks;
    private boolean any;
    private long high;
    private long low;
    private long firstRow;
    private int firstFile;

    /**
     * @param sort takes the repeated records
     * @param names the numbers of files
     * @param files the names of files, sorted
     */
    RepeatedRecords(RecordSort sort, Names names, String[] files) {
        this.sort = sort;
        this.block = sort.newBlock();
        this.ranks = new int[files.length + 1];
        for (int rank = 0; rank < files.length; rank++) {
            ranks[names.numberOf(files[rank])] = rank;
        }
    }

    /** {@return the repetition that such a record tells of} */
    static RepeatedKey read(ByteBuffer records, int at, KeyRecords format, String[] files) {
        return new RepeatedKey(
                new Position(files[(int) KeyRecords.high(records, at)], KeyRecords.low(records, at)),
                new Position(
                        Objects.requireNonNull(format.files().name(KeyRecords.file(records, at))),
                        KeyRecords.row(records, at)),
                format.units().name(KeyRecords.unit(records, at)));
    }

    @Override
    public void visit(ByteBuffer records, int at) throws IOException {
        long nextHigh = KeyRecords.high(records, at);
        long nextLow = KeyRecords.low(records, at);
        if (any && nextLow == low && nextHigh == high) {
            int rank = ranks[KeyRecords.file(records, at)];
            block.add(rank, KeyRecords.row(records, at), firstRow, firstFile, KeyRecords.unit(records, at));
            if (block.isFull()) {
                sort.take(block);
            }
            return;
        }
        any = true;
        high = nextHigh;
        low = nextLow;
        firstRow = KeyRecords.row(records, at);
        firstFile = KeyRecords.file(records, at);
    }

    /** {@return what was kept, once all records were taken} */
    RecordSort sorted() throws IOException {
        sort.take(block);
        sort.settle();
        return sort;
    }
}
