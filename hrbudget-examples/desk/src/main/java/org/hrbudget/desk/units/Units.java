package org.hrbudget.desk.units;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hrbudget.desk.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The units that prepare budgets, in the database. */
@Component
public class Units {

    /** A code is part of addresses and names of files. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");

    private final JdbcClient database;
    private final AuditLog audit;

    Units(JdbcClient database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /**
     * A unit.
     *
     * @param code its code, such as {@code 11CD01}
     * @param name its name
     */
    public record Unit(String code, String name) {}

    /** {@return whether a code can be a unit's: letters, digits and dashes} */
    public static boolean isCode(String code) {
        return CODE.matcher(code).matches();
    }

    /** {@return all units, in the order of their codes} */
    public List<Unit> all() {
        return database.sql("select code, name from unit order by code")
                .query(Unit.class)
                .list();
    }

    /** {@return the unit of a code, where there is one} */
    public Optional<Unit> find(String code) {
        return database.sql("select code, name from unit where code = :code")
                .param("code", code)
                .query(Unit.class)
                .optional();
    }

    /** Puts a unit on the roster. */
    @Transactional
    public void add(String by, String code, String name) {
        database.sql("insert into unit (code, name) values (:code, :name)")
                .param("code", code)
                .param("name", name)
                .update();
        audit.add(by, AuditLog.Act.UNIT, code);
    }
}
