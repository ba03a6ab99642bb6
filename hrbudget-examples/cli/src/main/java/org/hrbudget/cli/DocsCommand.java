package org.hrbudget.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.hrbudget.rules.authoring.LawPage;

/** Writes the consolidated law of a version. */
final class DocsCommand {

    private static final String PACK = "PACK";

    private final Arguments arguments;
    private final ProgramWords words;
    private final Screen screen;

    DocsCommand(Arguments arguments, ProgramWords words, Screen screen) {
        this.arguments = arguments;
        this.words = words;
        this.screen = screen;
    }

    ExitCode run() throws IOException {
        Optional<Path> file = arguments.path("--out");
        file.ifPresent(path -> WholeOutput.requireFolder(path, words));
        PackArguments packs = new PackArguments(arguments);
        String name = arguments.positionals().get(0);
        String law = LawPage.of(packs.around(name, PACK), packs.pack(name, PACK));
        if (file.isEmpty()) {
            screen.text().append(law);
        } else {
            WholeOutput.write(file.get(), words, out -> out.write(law.getBytes(StandardCharsets.UTF_8)));
            screen.say(words.get("docs.written", "path", file.get().toString()));
        }
        return ExitCode.BELOW_THRESHOLD;
    }
}
