package org.hrbudget.desk.access;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.hrbudget.desk.access.Account.Role;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The command {@code first-administrator NAME}: makes an account that makes all others, prints its password, and ends. Where there is an
 * administrator it makes none: whoever reaches the machine is not to come in by it.
 */
@Component
class FirstAdministrator implements ApplicationRunner {

    static final String COMMAND = "first-administrator";

    private final Accounts accounts;
    private final MessageSource words;
    private final ApplicationContext context;

    FirstAdministrator(Accounts accounts, MessageSource words, ApplicationContext context) {
        this.accounts = accounts;
        this.words = words;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> given = arguments.getNonOptionArgs();
        if (!given.isEmpty()) {
            boolean known = given.size() == 2 && given.get(0).equals(COMMAND);
            boolean made = known ? make(given.get(1)) : say(false, "admin.first.usage", String.join(" ", given));
            System.exit(SpringApplication.exit(context, () -> made ? 0 : 2));
        }
    }

    /** {@return whether the account was made} */
    boolean make(String name) {
        if (accounts.all().stream().anyMatch(account -> account.role() == Role.ADMINISTRATOR)) {
            return say(false, "admin.first.there");
        }
        if (!Accounts.isName(name)) {
            return say(false, "admin.account.wrong");
        }
        return say(true, "admin.first", name, accounts.add(COMMAND, name, Role.ADMINISTRATOR, null));
    }

    private boolean say(boolean made, String key, Object... values) {
        PrintStream to = made ? System.out : System.err;
        to.println(words.getMessage(key, values, Locale.getDefault()));
        return made;
    }
}
