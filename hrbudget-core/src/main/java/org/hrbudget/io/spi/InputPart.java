package org.hrbudget.io.spi;

import java.io.Serial;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.List;

/**
 * Where a part of a file of separated text is in the file, so that the part can be read by itself, on another machine, with
 * the positions and messages of the whole file. A part starts where a record starts and ends where one ends. Immutable.
 *
 * @param headings the headings of the file; the part has none
 * @param charset the name of the file's charset, which a byte order mark at its start may say
 * @param rowsBefore the records of the file before the part, the headings and blank ones before them among them, from 1
 * @param bytesBefore the bytes of the file before the part, from 0
 */
public record InputPart(List<String> headings, String charset, long rowsBefore, long bytesBefore)
        implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there are no headings, the charset is unknown, or a number is below its range
     */
    public InputPart {
        headings = List.copyOf(headings);
        if (headings.isEmpty() || rowsBefore < 1 || bytesBefore < 0 || !Charset.isSupported(charset)) {
            throw new IllegalArgumentException("No part of a file: " + headings.size() + " headings, charset " + charset
                    + ", " + rowsBefore + " rows and " + bytesBefore
                    + " bytes before.\nMaybe start from Budgets.Reading.head() and move it.");
        }
    }

    /**
     * {@return another part of the same file}
     *
     * @param rows the records before that part, from 1
     * @param bytes the bytes before that part, from 0
     */
    public InputPart at(long rows, long bytes) {
        return new InputPart(headings, charset, rows, bytes);
    }
}
