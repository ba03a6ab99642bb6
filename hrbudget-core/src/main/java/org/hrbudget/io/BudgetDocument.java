package org.hrbudget.io;

import java.io.Serial;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hrbudget.model.DataItem;
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
    private record Written(
            DataItem item, Input.Account account, List<? extends UnitRecord> rows, Map<String, String> columns)
            implements Serializable {

        private Object readResolve() {
            DocumentType<?> type = DocumentType.all().stream()
                    .filter(one -> one.item() == item)
                    .findFirst()
                    .orElseThrow();
            return resolved(type);
        }

        @SuppressWarnings("unchecked") // The rows were those of a document of this type.
        private <R extends UnitRecord> BudgetDocument<R> resolved(DocumentType<R> type) {
            return new BudgetDocument<>(type, account, (List<R>) rows, columns);
        }
    }

    private final transient DocumentType<R> type;
    private final transient Input.Account account;
    private final transient List<R> rows;
    private final transient Map<String, String> columns;

    /** Makes a document of rows that are known to differ. */
    BudgetDocument(DocumentType<R> type, Input.Account account, Collection<R> rows, Map<String, String> columns) {
        this.type = type;
        this.account = account;
        this.rows = List.copyOf(rows);
        this.columns = Collections.unmodifiableMap(new TreeMap<>(columns));
    }

    private Object writeReplace() {
        return new Written(type.item(), account, rows, columns);
    }

    /** {@return what it is} */
    public DocumentType<R> type() {
        return type;
    }

    /** {@return its name in reports} */
    public String name() {
        return account.name();
    }

    /** {@return what became of its rows; none is ever rejected, for a document with a wrong row is refused as a whole} */
    public Input.Account account() {
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
