package org.hrbudget.desk.access;

import java.util.Locale;
import org.hrbudget.desk.Command;
import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.judging.Refused;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The command {@code first-administrator NAME}: makes an account that makes all others, and tells its password. Where there is an
 * administrator it makes none: whoever reaches the machine is not to come in by it.
 */
@Component
class FirstAdministrator implements Command {

    private final Accounts accounts;
    private final MessageSource words;

    FirstAdministrator(Accounts accounts, MessageSource words) {
        this.accounts = accounts;
        this.words = words;
    }

    @Override
    public String usage() {
        return "first-administrator NAME";
    }

    @Override
    public String run(String name, Locale locale) {
        if (accounts.all().stream().anyMatch(account -> account.role() == Role.ADMINISTRATOR)) {
            throw new Refused("admin.first.there");
        }
        if (!Accounts.isName(name)) {
            throw new Refused("admin.account.wrong");
        }
        String password = accounts.add("first-administrator", name, Role.ADMINISTRATOR, null);
        return words.getMessage("admin.first", new Object[] {name, password}, locale);
    }
}
