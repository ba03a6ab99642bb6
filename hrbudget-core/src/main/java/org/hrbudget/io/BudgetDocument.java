package org.hrbudget.io;

import java.io.Serial;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hrbudget.model.UnitRecord;

/**
 * A document that units file beside their budget, such as their physical goals, read as a whole. Immutable and
 * serialisable.
 *
 * @param <R> what its rows are
 */
public final class BudgetDocument<R extends UnitRecord> implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What is written in its place. */
    private record Written<R extends UnitRecord>(InputAccount account, List<R> rows, Map<String, String> columns)
            implements Serializable {

        private Object readResolve() {
            return new BudgetDocument<>(account, rows, columns);
        }
    }

    private final transient InputAccount account;
    private final transient List<R> rows;
    private final transient Map<String, String> columns;

    /** Makes a document of rows that are known to differ. */
    BudgetDocument(InputAccount account, Collection<R> rows, Map<String, String> columns) {
        this.account = account;
        this.rows = List.copyOf(rows);
        this.columns = Collections.unmodifiableMap(new TreeMap<>(columns));
    }

    /**
     * {@return a document made in memory}
     *
     * @param <R> what its rows are
     * @param name its name in reports
     * @param rows its rows; none at all say that no unit filed anything
     * @throws IllegalArgumentException if two rows of one fiscal year and unit have the same {@link UnitRecord#key()}
     */
    public static <R extends UnitRecord> BudgetDocument<R> of(String name, Collection<R> rows) {
        Set<Object> seen = new HashSet<>();
        for (R row : rows) {
            if (!row.key().isEmpty() && !seen.add(List.of(row.fiscalYear(), row.unitCode(), row.key()))) {
                throw new IllegalArgumentException("The document " + name + " has " + row.key() + " of the unit "
                        + row.unitCode() + " twice, the second time at " + row.position()
                        + ".\nMaybe keep one of the two.");
            }
        }
        return new BudgetDocument<>(new InputAccount(name, null, null, rows.size(), rows.size(), 0, 0), rows, Map.of());
    }

    private Object writeReplace() {
        return new Written<>(account, rows, columns);
    }

    /** {@return its name in reports} */
    public String name() {
        return account.name();
    }

    /** {@return what became of its rows; none is ever rejected, for a document with a wrong row is refused as a whole} */
    public InputAccount account() {
        return account;
    }

    /** {@return the heading of each of its columns, by the column's name; none where it was made in memory} */
    public Map<String, String> columns() {
        return columns;
    }

    /** {@return its rows, in its order} */
    public List<R> rows() {
        return rows;
    }
}
