package org.hrbudget.desk.keeping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the desk as text that every database can take: a line of the names of the columns, then a line a row, with tabs between cells,
 * bytes in Base64, and {@code \N} for nothing.
 */
final class Tables {

    private static final String HISTORY = "flyway_schema_history";

    private static final String NULL = "\\N";

    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    /** {@return the version of the tables, which Flyway keeps} */
    String version() throws SQLException {
        // Flyway names its table and columns in small letters, in quotes.
        String latest = "select \"version\" from \"" + HISTORY
                + "\" where \"success\" and \"version\" is not null order by \"installed_rank\" desc";
        Set<String> versions = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(latest)) {
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
        }
        return String.join(",", versions);
    }

    /** {@return the names of all tables, each after those that it refers to} */
    List<String> names() throws SQLException {
        Map<String, Set<String>> open = new TreeMap<>();
        String all = "select table_name from information_schema.tables"
                + " where table_schema = current_schema and table_type = 'BASE TABLE'";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(all)) {
            while (rows.next()) {
                String name = rows.getString(1);
                if (!name.equals(HISTORY)) {
                    open.put(name.toLowerCase(Locale.ROOT), referred(name));
                }
            }
        }
        Set<String> done = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            List<String> next = open.entrySet().stream()
                    .filter(table -> done.containsAll(table.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("Tables refer to one another in a circle: " + open.keySet());
            }
            done.addAll(next);
            open.keySet().removeAll(next);
        }
        return List.copyOf(done);
    }

    private Set<String> referred(String table) throws SQLException {
        Set<String> others = new TreeSet<>();
        try (ResultSet keys =
                connection.getMetaData().getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (keys.next()) {
                String other = keys.getString("PKTABLE_NAME");
                if (!other.equals(table)) {
                    others.add(other.toLowerCase(Locale.ROOT));
                }
            }
        }
        return others;
    }

    /** Writes a table. */
    void write(String table, Writer out) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(20);
            try (ResultSet rows = statement.executeQuery("select * from " + table + " order by 1")) {
                List<Column> columns = columns(rows.getMetaData());
                out.write(columns.stream().map(Column::name).collect(Collectors.joining("\t")) + "\n");
                while (rows.next()) {
                    for (int i = 0; i < columns.size(); i++) {
                        Object value = columns.get(i).kind().read(rows, i + 1);
                        out.write((i == 0 ? "" : "\t") + text(value));
                    }
                    out.write("\n");
                }
            }
        }
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return NULL;
        }
        String text = value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value.toString();
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static @Nullable String value(String cell) {
        if (cell.equals(NULL)) {
            return null;
        }
        StringBuilder text = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            char sign = cell.charAt(i);
            if (sign == '\\' && i + 1 < cell.length()) {
                char next = cell.charAt(++i);
                sign = next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next;
            }
            text.append(sign);
        }
        return text.toString();
    }

    /** Fills a table with what was written of it. */
    void read(String table, BufferedReader in) throws SQLException, IOException {
        String head = in.readLine();
        if (head == null) {
            throw new IOException("A table has no columns: " + table);
        }
        List<String> names = Arrays.asList(head.split("\t"));
        Map<String, Kind> kinds = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("select * from " + table + " where 1 = 0")) {
            columns(none.getMetaData()).forEach(column -> kinds.put(column.name(), column.kind()));
        }
        if (!kinds.keySet().equals(Set.copyOf(names))) {
            throw new IOException("A table has other columns: " + table);
        }
        String insert = "insert into " + table + " (" + String.join(", ", names) + ") values ("
                + String.join(", ", Collections.nCopies(names.size(), "?")) + ")";
        try (PreparedStatement row = connection.prepareStatement(insert)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cells = line.split("\t", -1);
                for (int i = 0; i < names.size(); i++) {
                    Objects.requireNonNull(kinds.get(names.get(i))).set(row, i + 1, value(cells[i]));
                }
                row.executeUpdate();
            }
        }
    }

    /** {@return the number of the next row of each table whose rows the database numbers} */
    Map<String, Long> next() throws SQLException {
        Map<String, Long> next = new TreeMap<>();
        for (String table : names()) {
            for (String column : numbered(table)) {
                try (Statement statement = connection.createStatement();
                        ResultSet most = statement.executeQuery("select max(" + column + ") from " + table)) {
                    most.next();
                    next.put(table + "." + column, most.getLong(1) + 1);
                }
            }
        }
        return next;
    }

    private List<String> numbered(String table) throws SQLException {
        List<String> numbered = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("select * from " + table + " where 1 = 0")) {
            ResultSetMetaData columns = none.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                if (columns.isAutoIncrement(i)) {
                    numbered.add(columns.getColumnName(i).toLowerCase(Locale.ROOT));
                }
            }
        }
        return numbered;
    }

    /** Has the database number the next row of a table so. */
    void number(String column, long next) throws SQLException {
        int point = column.indexOf('.');
        execute("alter table " + column.substring(0, point) + " alter column " + column.substring(point + 1)
                + " restart with " + next);
    }

    /** Removes all rows. */
    void clear() throws SQLException {
        List<String> last = new ArrayList<>(names());
        Collections.reverse(last);
        for (String table : last) {
            execute("delete from " + table);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private record Column(String name, Kind kind) {}

    private static List<Column> columns(ResultSetMetaData all) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= all.getColumnCount(); i++) {
            columns.add(new Column(
                    all.getColumnName(i).toLowerCase(Locale.ROOT),
                    Kind.of(all.getColumnType(i), all.getColumnTypeName(i))));
        }
        return columns;
    }

    /** What a column holds, as far as the databases must be told. */
    private enum Kind {
        TEXT(String.class, text -> text),
        WHOLE(Long.class, Long::valueOf),
        DECIMAL(BigDecimal.class, BigDecimal::new),
        TRUTH(Boolean.class, Boolean::valueOf),
        DAY(LocalDate.class, LocalDate::parse),
        CLOCK(LocalDateTime.class, LocalDateTime::parse),
        MOMENT(OffsetDateTime.class, OffsetDateTime::parse),
        BYTES(byte[].class, text -> Base64.getDecoder().decode(text));

        private final Class<?> type;

        @SuppressWarnings("ImmutableEnumChecker") // Each is a method, which holds nothing.
        private final Function<String, Object> parsed;

        Kind(Class<?> type, Function<String, Object> parsed) {
            this.type = type;
            this.parsed = parsed;
        }

        static Kind of(int type, String name) {
            return switch (type) {
                case Types.VARCHAR, Types.CHAR, Types.CLOB, Types.LONGVARCHAR -> TEXT;
                case Types.INTEGER, Types.BIGINT, Types.SMALLINT -> WHOLE;
                case Types.NUMERIC, Types.DECIMAL -> DECIMAL;
                case Types.BOOLEAN, Types.BIT -> TRUTH;
                case Types.DATE -> DAY;
                case Types.TIMESTAMP_WITH_TIMEZONE -> MOMENT;
                case Types.TIMESTAMP -> name.equals("timestamptz") ? MOMENT : CLOCK;
                case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> BYTES;
                default -> throw new IllegalStateException("A column of another type: " + name);
            };
        }

        @Nullable
        Object read(ResultSet rows, int column) throws SQLException {
            return switch (this) {
                case TEXT -> rows.getString(column);
                case BYTES -> rows.getBytes(column);
                // PostgreSQL gives no small number as a large one.
                case WHOLE -> rows.getObject(column) instanceof Number whole ? whole.longValue() : null;
                default -> rows.getObject(column, type);
            };
        }

        void set(PreparedStatement row, int column, @Nullable String text) throws SQLException {
            if (text == null) {
                row.setNull(column, this == BYTES ? Types.BINARY : Types.NULL);
            } else {
                row.setObject(column, parsed.apply(text));
            }
        }
    }
}
