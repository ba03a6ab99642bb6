package org.hrbudget.validation;

import java.math.BigInteger;
import java.util.OptionalLong;

/**
 * How far a validation has come.
 *
 * @param rows the rows taken from the source so far
 * @param bytesRead the stored bytes taken from its files so far; zero where it has none
 * @param bytesTotal the stored bytes of all its files, where known
 */
public record Progress(long rows, long bytesRead, OptionalLong bytesTotal) {

    /**
     * {@return the rows there will be in all, if the rest of the bytes holds as many as those read: an estimate; empty where the
     * total is not known or nothing was read}
     */
    public OptionalLong estimatedRows() {
        if (bytesTotal.isEmpty() || bytesRead <= 0) {
            return OptionalLong.empty();
        }
        BigInteger share = BigInteger.valueOf(rows).multiply(BigInteger.valueOf(bytesTotal.getAsLong()));
        return OptionalLong.of(
                Math.max(rows, share.divide(BigInteger.valueOf(bytesRead)).longValueExact()));
    }
}
