package org.hrbudget.io;

import java.util.List;

/**
 * What became of every row: rows read = lines + rows rejected + rows skipped, for each input.
 *
 * @param inputs one for each file read, in the order given
 * @param rejected the first rejected rows of each input, in the order read; the inputs have the exact numbers
 * @param faults what kept an input from being read to its end; empty where everything was read
 */
public record ReadingAccount(List<InputAccount> inputs, List<RejectedRow> rejected, List<ReadingFault> faults) {

    /** Copies the lists. */
    public ReadingAccount {
        inputs = List.copyOf(inputs);
        rejected = List.copyOf(rejected);
        faults = List.copyOf(faults);
    }

    /** {@return the rows rejected in all inputs} */
    public long rowsRejected() {
        return inputs.stream().mapToLong(InputAccount::rowsRejected).sum();
    }
}
