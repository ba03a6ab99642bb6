package org.hrbudget.desk.keeping;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.hrbudget.desk.AuditLog;
import org.hrbudget.desk.judging.Refused;
import org.springframework.stereotype.Component;

/** All that the desk keeps, tables and files, as one zip that any database can be filled from again. */
@Component
class Backup {

    private static final String HEAD = "desk.properties";

    private static final String TABLES = "tables/";

    private static final String FILES = "files/";

    private static final String NEXT = "next.";

    private final DataSource database;
    private final KeptFiles files;
    private final AuditLog audit;

    Backup(DataSource database, KeptFiles files, AuditLog audit) {
        this.database = database;
        this.files = files;
        this.audit = audit;
    }

    /**
     * Writes a backup, while others work: all of it is of one moment.
     *
     * @throws Refused if there is such a file
     */
    void write(Path zip) throws IOException, SQLException {
        if (Files.exists(zip)) {
            throw new Refused("backup.there", zip.toString());
        }
        Path whole = zip.toAbsolutePath();
        Path half = Files.createTempFile(whole.getParent(), "backup-", ".part");
        try {
            try (OutputStream out = Files.newOutputStream(half);
                    ZipOutputStream to = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                write(to);
            }
            try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
        audit.add("backup", AuditLog.Act.BACKED_UP, "");
    }

    private void write(ZipOutputStream zip) throws IOException, SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setAutoCommit(false);
            try {
                Tables tables = new Tables(connection);
                Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
                zip.putNextEntry(new ZipEntry(HEAD));
                out.write("version=" + tables.version() + "\n");
                for (Map.Entry<String, Long> next : tables.next().entrySet()) {
                    out.write(NEXT + next.getKey() + "=" + next.getValue() + "\n");
                }
                out.flush();
                for (String table : tables.names()) {
                    zip.putNextEntry(new ZipEntry(TABLES + table));
                    tables.write(table, out);
                    out.flush();
                }
                // A file that a row has is never changed or taken away.
                for (String sha256 : digests(connection)) {
                    zip.putNextEntry(new ZipEntry(FILES + sha256));
                    Files.copy(files.of(sha256), zip);
                }
            } finally {
                connection.rollback();
            }
        }
    }

    private static List<String> digests(Connection connection) throws SQLException {
        List<String> digests = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select distinct sha256 from upload where sha256 is not null order by sha256")) {
            while (rows.next()) {
                digests.add(rows.getString(1));
            }
        }
        return digests;
    }

    /**
     * Fills an empty desk from a backup: all of it or, where anything fails, nothing but files that no row has.
     *
     * @throws Refused if the desk has accounts, or it is no backup or one of another version
     */
    void restore(Path from) throws IOException, SQLException {
        if (!Files.isRegularFile(from)) {
            throw new Refused("restore.none", from.toString());
        }
        try (ZipFile zip = new ZipFile(from.toFile(), StandardCharsets.UTF_8);
                Connection connection = database.getConnection()) {
            Tables tables = new Tables(connection);
            requireFits(from, head(from, zip), tables, connection);
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().startsWith(FILES)) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        files.keep(in, entry.getName().substring(FILES.length()));
                    }
                }
            }
            fill(zip, head(from, zip), tables, connection);
        } catch (ZipException e) {
            throw new Refused("restore.none", from.toString());
        }
        audit.add("restore", AuditLog.Act.RESTORED, "");
    }

    private static void fill(ZipFile zip, Properties head, Tables tables, Connection connection)
            throws IOException, SQLException {
        // First, as some databases end a transaction by it.
        for (String key : head.stringPropertyNames()) {
            if (key.startsWith(NEXT)) {
                tables.number(key.substring(NEXT.length()), Long.parseLong(head.getProperty(key)));
            }
        }
        connection.setAutoCommit(false);
        try {
            tables.clear();
            for (String table : tables.names()) {
                try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                        zip.getInputStream(zip.getEntry(TABLES + table)), StandardCharsets.UTF_8))) {
                    tables.read(table, rows);
                }
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static Properties head(Path from, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(HEAD);
        if (entry == null) {
            throw new Refused("restore.none", from.toString());
        }
        Properties head = new Properties();
        try (InputStream in = zip.getInputStream(entry)) {
            head.load(in);
        }
        return head;
    }

    private static void requireFits(Path from, Properties head, Tables tables, Connection connection)
            throws SQLException {
        if (!tables.version().equals(head.getProperty("version"))) {
            throw new Refused("restore.other-version", from.toString());
        }
        try (Statement statement = connection.createStatement();
                ResultSet accounts = statement.executeQuery("select name from account")) {
            if (accounts.next()) {
                throw new Refused("restore.not-empty");
            }
        }
    }
}
