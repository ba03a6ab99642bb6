package org.hrbudget.desk.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hrbudget.desk.AuditLog;
import org.hrbudget.desk.access.Account.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts, in the database. */
@Component
public class Accounts implements UserDetailsService {

    /** How short a password may be, in characters. */
    static final int SHORTEST = 12;

    /** How long, in bytes: the hash sees no more. */
    static final int LONGEST = 72;

    static final int MOST_FAILURES = 5;

    static final Duration LOCKED = Duration.ofMinutes(15);

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,59}");

    /** No letter or digit that is taken for another. */
    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int GENERATED = 20;

    private final JdbcClient database;
    private final PasswordEncoder encoder;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Accounts(JdbcClient database, PasswordEncoder encoder, AuditLog audit, Clock clock) {
        this.database = database;
        this.encoder = encoder;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Account loadUserByUsername(String name) {
        return find(name).orElseThrow(() -> new UsernameNotFoundException(name));
    }

    /** {@return the account of a name, where there is one} */
    Optional<Account> find(String name) {
        return database.sql("select * from account where name = :name")
                .param("name", folded(name))
                .query(this::account)
                .optional();
    }

    /** {@return whether an account is what it was when it came in; whether it was locked since does not count} */
    boolean isStill(Account account) {
        return find(account.name())
                .filter(now -> now.enabled()
                        && now.password().equals(account.password())
                        && now.role() == account.role()
                        && Objects.equals(now.unit(), account.unit()))
                .isPresent();
    }

    /** {@return all accounts, in the order of their names} */
    public List<Account> all() {
        return database.sql("select * from account order by name")
                .query(this::account)
                .list();
    }

    /** {@return whether a name is one that an account can have: small letters, digits, points and dashes} */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** {@return whether a password is long enough, and not longer than the hash sees} */
    static boolean isLongEnough(String password) {
        return password.codePointCount(0, password.length()) >= SHORTEST
                && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }

    /**
     * {@return the password of a new account, which nobody can be told again}
     *
     * @param by who makes it
     * @param name its name
     * @param role what they are
     * @param unit the unit of an officer, else {@code null}
     * @throws org.springframework.dao.DuplicateKeyException if there is an account of that name
     */
    @Transactional
    public String add(String by, String name, Role role, @Nullable String unit) {
        String password = generated();
        database.sql("insert into account (name, password, role, unit, enabled, failures, password_given)"
                        + " values (:name, :password, :role, :unit, true, 0, true)")
                .param("name", folded(name))
                .param("password", encoder.encode(password))
                .param("role", role.name())
                .param("unit", unit)
                .update();
        audit.add(by, AuditLog.Act.ACCOUNT, name);
        return password;
    }

    /** {@return a new password of an account, which is unlocked by it} */
    @Transactional
    public String renew(String by, String name) {
        String password = generated();
        set(name, password, true);
        audit.add(by, AuditLog.Act.ACCOUNT, name);
        return password;
    }

    /** Lets an account come in, or in no more. */
    @Transactional
    void enable(String by, String name, boolean enabled) {
        database.sql("update account set enabled = :enabled where name = :name")
                .param("enabled", enabled)
                .param("name", name)
                .update();
        audit.add(by, enabled ? AuditLog.Act.ENABLED : AuditLog.Act.DISABLED, name);
    }

    /** Changes a password that its owner chose. */
    @Transactional
    public void change(String name, String password) {
        set(name, password, false);
        audit.add(name, AuditLog.Act.PASSWORD, name);
    }

    /** {@return whether a password is that of an account} */
    public boolean isPassword(String name, String password) {
        return encoder.matches(password, loadUserByUsername(name).password());
    }

    private void set(String name, String password, boolean given) {
        database.sql("update account set password = :password, password_given = :given, failures = 0,"
                        + " locked_until = null where name = :name")
                .param("name", name)
                .param("given", given)
                .param("password", encoder.encode(password))
                .update();
    }

    @EventListener
    void cameIn(AuthenticationSuccessEvent event) {
        String name = event.getAuthentication().getName();
        database.sql("update account set failures = 0, locked_until = null, last_in = :now where name = :name")
                .param("now", OffsetDateTime.now(clock))
                .param("name", name)
                .update();
        audit.add(name, AuditLog.Act.LOGGED_IN, name);
    }

    @EventListener
    void failed(AuthenticationFailureBadCredentialsEvent event) {
        String name = folded(event.getAuthentication().getName());
        OffsetDateTime now = OffsetDateTime.now(clock);
        // What is tried at a locked account makes its time no longer.
        database.sql("update account set failures = failures + 1"
                        + " where name = :name and (locked_until is null or locked_until <= :now)")
                .param("name", name)
                .param("now", now)
                .update();
        int locked = database.sql("update account set failures = 0, locked_until = :until"
                        + " where name = :name and failures >= :most")
                .param("until", now.plus(LOCKED))
                .param("name", name)
                .param("most", MOST_FAILURES)
                .update();
        if (locked > 0) {
            audit.add(name, AuditLog.Act.LOCKED, name);
        }
    }

    private Account account(ResultSet row, int number) throws SQLException {
        OffsetDateTime locked = row.getObject("locked_until", OffsetDateTime.class);
        OffsetDateTime lastIn = row.getObject("last_in", OffsetDateTime.class);
        return new Account(
                row.getString("name"),
                row.getString("password"),
                Role.valueOf(row.getString("role")),
                row.getString("unit"),
                row.getBoolean("enabled"),
                locked == null || !locked.toInstant().isAfter(clock.instant()),
                row.getBoolean("password_given"),
                lastIn == null ? null : lastIn.toInstant());
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private String generated() {
        return random.ints(GENERATED, 0, SIGNS.length())
                .mapToObj(place -> SIGNS.substring(place, place + 1))
                .reduce("", String::concat);
    }
}
