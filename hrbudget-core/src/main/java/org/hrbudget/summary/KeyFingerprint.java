package org.hrbudget.summary;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.Spelling;
import org.hrbudget.model.SpendingLine;
import org.jspecify.annotations.Nullable;

/**
 * Takes the 128-bit fingerprints of lines: of the whole key, every column that is neither an amount nor a link, blanks at the
 * ends trimmed, a blank column the same as one left out, pass-through columns in whatever order; and of the identifier. Each text
 * goes in with its length before it, so that no two keys are written alike.
 *
 * <p>A fingerprint is the first half of a SHA-256. That two of n different keys meet by chance has a probability of about
 * n<sup>2</sup> in 2<sup>129</sup>: 10<sup>-25</sup> for ten million lines, 10<sup>-21</sup> for a billion. To make two meet by
 * intent takes some 2<sup>64</sup> trials. The same line has the same fingerprint on every machine.
 *
 * <p>Reusable, and not safe for use by several threads: give each its own.
 */
public final class KeyFingerprint {

    /** The most characters of an identifier that stand in its fingerprint as they are. */
    private static final int SHORT = 15;

    private final MessageDigest digest;
    private byte[] buffer = new byte[512];
    private int length;
    private char[] chars = new char[128];
    private String[] headings = {};
    private String[] values = {};
    private int[] headingOrder = {};
    private boolean sameHeadings;
    private int column;

    private long high;
    private long low;

    /** Makes one. */
    public KeyFingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "This Java has no SHA-256, which every Java must have.\nMaybe its security settings were cut down.",
                    e);
        }
    }

    /**
     * {@return the records of a line: of its whole key, and of its identifier where it has one}
     *
     * @param line the line
     */
    public List<KeyRecord> records(SpendingLine line) {
        take(line);
        KeyRecord key = record(KeyRecord.Kind.WHOLE_KEY, line);
        return takeIdentifier(line) ? List.of(key, record(KeyRecord.Kind.IDENTIFIER, line)) : List.of(key);
    }

    private KeyRecord record(KeyRecord.Kind kind, SpendingLine line) {
        BudgetUnit unit = line.unit();
        return new KeyRecord(kind, high, low, line.position(), unit == null ? null : unit.code());
    }

    /**
     * Takes the fingerprint of a line's whole key, to be had from {@link #high()} and {@link #low()} until the next is taken.
     *
     * @param line the line
     */
    public void take(SpendingLine line) {
        length = 0;
        put(line.id());
        put(line.fiscalYear() == null ? null : line.fiscalYear().toString());
        BudgetUnit unit = line.unit();
        put(unit == null ? null : unit.code());
        put(unit == null ? null : unit.name());
        put(unit == null ? null : unit.kind());
        put(line.functionalCode());
        put(line.programmeCode());
        put(line.objectCode());
        put(line.fundingSource());
        put(line.spendingType());
        put(line.resultStructure().result());
        put(line.resultStructure().subresult());
        put(line.resultStructure().activity());
        put(line.identifierDigit());
        put(line.noActionReason());
        put(line.rightsInformation() == null ? null : line.rightsInformation().name());
        putPassThrough(line.passThrough());
        digest();
    }

    private void digest() {
        digest.update(buffer, 0, length);
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        high = hash.getLong();
        low = hash.getLong();
    }

    /**
     * Takes the fingerprint of a line's identifier. One of up to {@value #SHORT} ASCII characters stands in its fingerprint as it
     * is, reversibly mixed, so that two such are never taken for one; a longer one is hashed as keys are.
     *
     * @param line the line
     * @return whether the line has one; without one there is no fingerprint
     */
    public boolean takeIdentifier(SpendingLine line) {
        String id = Spelling.orNull(line.id());
        if (id == null) {
            return false;
        }
        if (!pack(id)) {
            length = 0;
            put(id);
            digest();
            high |= Long.MIN_VALUE;
        }
        return true;
    }

    /** Seven bits a character and four for their number, in a high half without sign; then mixed, so that likes lie apart. */
    private boolean pack(String id) {
        if (id.length() > SHORT) {
            return false;
        }
        long upper = id.length();
        long lower = 0;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c >= 0x80) {
                return false;
            }
            upper = upper << 7 | lower >>> (Long.SIZE - 7);
            lower = lower << 7 | c;
        }
        low = mix(lower ^ mix(upper));
        high = upper ^ (mix(low) >>> 1);
        return true;
    }

    /** A permutation of all numbers that spreads each bit over all others (the finisher of SplitMix64, Steele and others 2014). */
    private static long mix(long number) {
        long x = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }

    /** {@return the first half of the fingerprint taken last} */
    public long high() {
        return high;
    }

    /** {@return the other half of the fingerprint taken last} */
    public long low() {
        return low;
    }

    private void putPassThrough(Map<String, String> columns) {
        sameHeadings = columns.size() == headings.length;
        if (!sameHeadings) {
            headings = new String[columns.size()];
            values = new String[columns.size()];
        }
        column = 0;
        columns.forEach(this::note);
        if (!sameHeadings) {
            // Lines of one file share their headings, so the order is worked out once a file and not once a line.
            headingOrder = IntStream.range(0, headings.length)
                    .boxed()
                    .sorted(Comparator.comparing(index -> headings[index]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        for (int index : headingOrder) {
            if (!Spelling.trimmed(values[index]).isEmpty()) {
                put(headings[index]);
                put(values[index]);
            }
        }
    }

    private void note(String heading, String value) {
        sameHeadings = sameHeadings && heading.equals(headings[column]);
        headings[column] = heading;
        values[column++] = value;
    }

    private void put(@Nullable String given) {
        String text = given == null ? "" : Spelling.trimmed(given);
        reserve(4 + 3 * text.length());
        putInt(text.length());
        putChars(text);
    }

    private void putInt(int value) {
        buffer[length++] = (byte) (value >>> 24);
        buffer[length++] = (byte) (value >>> 16);
        buffer[length++] = (byte) (value >>> 8);
        buffer[length++] = (byte) value;
    }

    /** Written by hand rather than as UTF-8, in which all lone surrogates become the same question mark. */
    private void putChars(String text) {
        int count = text.length();
        if (chars.length < count) {
            chars = new char[2 * count];
        }
        // Taken out at once: asking the text for one character after the other took a tenth of a validation.
        text.getChars(0, count, chars, 0);
        char[] from = chars;
        byte[] bytes = buffer;
        int at = length;
        for (int i = 0; i < count; i++) {
            char c = from[i];
            if (c < 0x80) {
                bytes[at++] = (byte) c;
            } else {
                bytes[at++] = (byte) 0xFF;
                bytes[at++] = (byte) (c >>> 8);
                bytes[at++] = (byte) c;
            }
        }
        length = at;
    }

    private void reserve(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
        }
    }
}
