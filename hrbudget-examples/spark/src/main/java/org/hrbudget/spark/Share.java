package org.hrbudget.spark;

import java.io.Serializable;

/**
 * What one task reads: some bytes of a file, from where a record starts to where one ends, or all of it.
 *
 * @param number its number among the shares of a validation
 * @param file the number of the file
 * @param rowsBefore the records of the file before it; 0 where the file is read as a whole, headings and all
 * @param from the offset of the first byte
 * @param to the offset after the last
 */
record Share(int number, int file, long rowsBefore, long from, long to) implements Serializable {

    boolean isWhole() {
        return rowsBefore == 0;
    }
}
