package org.hrbudget.summary.internal;

import java.util.ArrayList;
import java.util.List;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.summary.spi.Repetitions;
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

    private final HalfSha256 hash = new HalfSha256();
    private final LongTexts longTexts = new LongTexts(hash);
    private final OtherColumns others = new OtherColumns();
    private final KeyBytes bytes = new KeyBytes();

    private long high;
    private long low;

    /** Makes one that has not taken any. */
    public KeyFingerprint() {}

    /**
     * {@return the records of a line: of its whole key if wanted, and of its identifier where it has one}
     *
     * @param line the line
     * @param keysWanted whether its whole key has one
     */
    public List<Repetitions.KeyRecord> records(SpendingLine line, boolean keysWanted) {
        List<Repetitions.KeyRecord> records = new ArrayList<>(2);
        if (keysWanted) {
            take(line);
            records.add(record(Repetitions.KeyRecord.KeyKind.WHOLE_KEY, line));
        }
        if (takeIdentifier(line)) {
            records.add(record(Repetitions.KeyRecord.KeyKind.IDENTIFIER, line));
        }
        return records;
    }

    private Repetitions.KeyRecord record(Repetitions.KeyRecord.KeyKind kind, SpendingLine line) {
        BudgetUnit unit = line.unit();
        return new Repetitions.KeyRecord(kind, high, low, line.position(), unit == null ? null : unit.code());
    }

    /**
     * Takes the fingerprint of a line's whole key, to be had from {@link #high()} and {@link #low()} until the next is taken.
     *
     * @param line the line
     */
    public void take(SpendingLine line) {
        OtherColumns.Order order = others.take(line.passThrough());
        byte[] headings = headings(order);
        bytes.clear();
        bytes.putPrint(headings);
        for (int column : order.columns()) {
            put(others.value(column));
        }
        put(line.id());
        FiscalYear year = line.fiscalYear();
        bytes.put(year == null ? 0 : year.value());
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
        SpendingLine.RightsInformation rights = line.rightsInformation();
        put(rights == null ? null : rights.name());
        digest();
    }

    private void put(@Nullable String text) {
        if (text != null && text.length() > LongTexts.MOST_AS_THEY_ARE) {
            bytes.putPrint(longTexts.print(text));
        } else {
            bytes.put(text);
        }
    }

    /** What is in a key for the headings of its other columns: they are as long as what they head, and the same each line. */
    private byte[] headings(OtherColumns.Order order) {
        byte[] known = order.print();
        if (known == null) {
            bytes.clear();
            for (int column : order.columns()) {
                bytes.put(others.heading(column));
            }
            known = hash.of(bytes);
            order.print(known);
        }
        return known;
    }

    private void digest() {
        hash.take(bytes);
        high = hash.high();
        low = hash.low();
    }

    /**
     * Takes the fingerprint of a line's identifier, hashed as keys are.
     *
     * @param line the line
     * @return whether the line has one; without one there is no fingerprint
     */
    public boolean takeIdentifier(SpendingLine line) {
        String id = Spelling.orNull(line.id());
        if (id == null) {
            return false;
        }
        bytes.clear();
        put(id);
        digest();
        return true;
    }

    /** {@return the first half of the fingerprint taken last} */
    public long high() {
        return high;
    }

    /** {@return the other half of the fingerprint taken last} */
    public long low() {
        return low;
    }
}
