package org.hrbudget.io;

/**
 * How much a reader takes before it suspects that a file is broken or hostile. How many rows there are, and how large a file that is
 * not packed, is not limited: memory does not grow with either. Immutable.
 *
 * @param maxUnpackedBytes the most bytes a gzip or zip file may unpack to; files that are not packed may have any size
 * @param maxRatio the most bytes that one stored byte may unpack to, looked at after the first 16 MiB
 * @param maxCellLength the most characters of one cell; a quote that is never closed ends here. A row that holds more than ten
 *     such cells could is rejected
 * @param maxRejectedRows how many rejected rows of each input are kept with their reason; all are counted
 */
public record ReadLimits(long maxUnpackedBytes, int maxRatio, int maxCellLength, int maxRejectedRows) {

    private static final long CELLS_OF_A_ROW = 10;

    /** 8 GiB, 250 to one, 200,000 characters, 1,000 rows. */
    public static final ReadLimits DEFAULT = new ReadLimits(8L << 30, 250, 200_000, 1_000);

    /**
     * Checks that every limit can be met.
     *
     * @throws IllegalArgumentException if a limit is below 1, or the number of rejected rows below 0
     */
    public ReadLimits {
        if (maxUnpackedBytes < 1 || maxRatio < 1 || maxCellLength < 1 || maxRejectedRows < 0) {
            throw new IllegalArgumentException("Limits that nothing can meet: " + maxUnpackedBytes + " bytes, ratio "
                    + maxRatio + ", " + maxCellLength + " characters, " + maxRejectedRows
                    + " rows.\nMaybe start from ReadLimits.DEFAULT and change one.");
        }
    }

    /** {@return the most characters of one row: ten times those of a cell, a cell counting for some more than its text} */
    public long maxRowLength() {
        return CELLS_OF_A_ROW * maxCellLength;
    }

    /**
     * {@return these limits with another number of unpacked bytes}
     *
     * @param value from 1
     */
    public ReadLimits withMaxUnpackedBytes(long value) {
        return new ReadLimits(value, maxRatio, maxCellLength, maxRejectedRows);
    }

    /**
     * {@return these limits with another ratio}
     *
     * @param value from 1
     */
    public ReadLimits withMaxRatio(int value) {
        return new ReadLimits(maxUnpackedBytes, value, maxCellLength, maxRejectedRows);
    }

    /**
     * {@return these limits with another length of a cell}
     *
     * @param value from 1
     */
    public ReadLimits withMaxCellLength(int value) {
        return new ReadLimits(maxUnpackedBytes, maxRatio, value, maxRejectedRows);
    }

    /**
     * {@return these limits with another number of rejected rows kept}
     *
     * @param value from 0
     */
    public ReadLimits withMaxRejectedRows(int value) {
        return new ReadLimits(maxUnpackedBytes, maxRatio, maxCellLength, value);
    }
}
