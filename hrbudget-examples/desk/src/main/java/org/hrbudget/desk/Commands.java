package org.hrbudget.desk;

import java.util.List;
import java.util.Locale;
import org.hrbudget.desk.judging.Refused;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Carries out the command that the desk was started with, where there is one, and ends. */
@Component
@Order(0)
class Commands implements ApplicationRunner {

    private final List<Command> commands;
    private final MessageSource words;
    private final ApplicationContext context;

    Commands(List<Command> commands, MessageSource words, ApplicationContext context) {
        this.commands = commands;
        this.words = words;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> given = arguments.getNonOptionArgs();
        if (!given.isEmpty()) {
            int code = run(given, Locale.getDefault());
            System.exit(SpringApplication.exit(context, () -> code));
        }
    }

    private int run(List<String> given, Locale locale) {
        try {
            Command command = commands.stream()
                    .filter(each -> each.isMeant(given))
                    .findFirst()
                    .orElseThrow(() -> new Refused(
                            "command.unknown",
                            String.join(" ", given),
                            String.join(
                                    ", ",
                                    commands.stream()
                                            .map(Command::usage)
                                            .sorted()
                                            .toList())));
            System.out.println(command.run(given.get(1), locale));
            return 0;
        } catch (Refused e) {
            System.err.println(e.message(words, locale));
            return 2;
        }
    }
}
