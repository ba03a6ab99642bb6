package org.hrbudget.io;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written, as its layout says or as it was found to be, and what its columns are read as. Immutable.
 *
 * @param charset the charset of its text, such as {@code windows-1252}; {@code null} for workbooks and JSON
 * @param separator the sign between its cells; {@code null} for workbooks and JSON
 * @param sheet the sheet of a workbook; {@code null} for other files
 * @param headingRow the number of the row of headings, from 1; 0 where there is none, as in JSON
 * @param columns what each column is read as, by its heading, in the order of the file: the word of a field, such as
 *     {@code unit_code}; {@code action}, {@code action_amount} and the like for a link; {@code skip} where rows are told by it that
 *     are passed over. Columns that nothing reads are left out
 */
public record FoundTable(
        @Nullable String charset,
        @Nullable Character separator,
        @Nullable String sheet,
        long headingRow,
        Map<String, String> columns) {

    /** Copies the columns. */
    public FoundTable {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }
}
