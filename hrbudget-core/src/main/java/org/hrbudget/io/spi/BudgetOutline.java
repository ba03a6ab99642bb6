package org.hrbudget.io.spi;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.DataItem;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a budget before its first line. The parts of one budget, wherever they are read, share one outline. Immutable
 * and serialisable.
 *
 * @param header what holds for the budget as a whole
 * @param promises the data that its layout and columns promise for every line
 * @param columns by file, the heading that each field is found under, see {@link LineReader#columns()}
 * @param baseline last year's funded actions, or {@code null} where the source does not give them
 */
public record BudgetOutline(
        BudgetHeader header,
        Set<DataItem> promises,
        Map<String, Map<String, String>> columns,
        @Nullable Baseline baseline)
        implements Serializable {

    /** Copies the collections. */
    public BudgetOutline {
        promises = Set.copyOf(promises);
        Map<String, Map<String, String>> copy = new TreeMap<>();
        columns.forEach((file, headings) -> copy.put(file, Collections.unmodifiableMap(new TreeMap<>(headings))));
        columns = Collections.unmodifiableMap(copy);
    }
}
