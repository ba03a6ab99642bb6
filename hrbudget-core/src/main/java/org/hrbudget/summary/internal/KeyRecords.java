package org.hrbudget.summary.internal;

import java.nio.ByteBuffer;

/**
 * How records are in bytes, and their order. A record is a fingerprint, a place and a unit: two halves of the fingerprint, the
 * row, the numbers of file and unit. They are ordered by the fingerprint, then by the place.
 *
 * @param files the names of files
 * @param units the codes of units
 */
record KeyRecords(Names files, Names units) {

    /** The bytes of a record. */
    static final int BYTES = 32;

    /** Where the halves of the fingerprint are in a record. */
    static final int HIGH = 0;

    static final int LOW = 8;

    private static final int ROW = 16;
    private static final int FILE = 24;
    private static final int UNIT = 28;

    static void put(ByteBuffer records, int at, long high, long low, long row, int file, int unit) {
        records.putLong(at, high);
        records.putLong(at + LOW, low);
        records.putLong(at + ROW, row);
        records.putInt(at + FILE, file);
        records.putInt(at + UNIT, unit);
    }

    /** Copies a record to the end of what was put into a buffer. */
    static void copy(ByteBuffer records, int at, ByteBuffer to) {
        int end = to.position();
        to.put(end, records, at, BYTES).position(end + BYTES);
    }

    static long high(ByteBuffer records, int at) {
        return records.getLong(at);
    }

    static long low(ByteBuffer records, int at) {
        return records.getLong(at + LOW);
    }

    static long row(ByteBuffer records, int at) {
        return records.getLong(at + ROW);
    }

    static int file(ByteBuffer records, int at) {
        return records.getInt(at + FILE);
    }

    static int unit(ByteBuffer records, int at) {
        return records.getInt(at + UNIT);
    }

    int compare(ByteBuffer one, int at, ByteBuffer other, int otherAt) {
        int order = Long.compare(high(one, at), high(other, otherAt));
        order = order != 0 ? order : Long.compare(low(one, at), low(other, otherAt));
        return order != 0 ? order : comparePlaces(one, at, other, otherAt);
    }

    /** Numbers of names depend on which thread came first, so it is the names that are compared. */
    int comparePlaces(ByteBuffer one, int at, ByteBuffer other, int otherAt) {
        int order = files.compare(file(one, at), file(other, otherAt));
        order = order != 0 ? order : Long.compare(row(one, at), row(other, otherAt));
        return order != 0 ? order : units.compare(unit(one, at), unit(other, otherAt));
    }
}
