package org.hrbudget.desk.access;

import java.io.Serial;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Somebody who may come in.
 *
 * @param name what they log in with
 * @param password its hash, with the name of the algorithm before it
 * @param role what they are
 * @param unit the unit of an officer; {@code null} for others
 * @param enabled whether they still may
 * @param unlocked whether they are not locked out for wrong passwords
 * @param given whether an administrator gave them the password, so that they have to choose one of their own first
 * @param lastIn when they last came in, or {@code null}
 */
public record Account(
        String name,
        String password,
        Role role,
        @Nullable String unit,
        boolean enabled,
        boolean unlocked,
        boolean given,
        @Nullable Instant lastIn)
        implements UserDetails {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What somebody is. */
    public enum Role {
        /** Prepares and hands in the budget of one unit. */
        OFFICER,
        /** Sees what all units handed in. */
        MINISTRY,
        /** Keeps the rules: proposes reforms, and approves those of others. */
        LAWYER,
        /** Keeps units and accounts. */
        ADMINISTRATOR
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + role));
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getUsername() {
        return name;
    }

    @Override
    public boolean isAccountNonLocked() {
        return unlocked;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    /** Without the hash, which is for no log. */
    @Override
    public String toString() {
        return name + " (" + role + ")";
    }
}
