package org.hrbudget.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hrbudget.io.Input;
import org.hrbudget.io.LayoutDraft;
import org.hrbudget.model.Bilingual;
import org.hrbudget.report.TextPage;

/** Writes the draft of a layout for a file, and says what of it a person has to confirm. */
final class LayoutNewCommand {

    private final Arguments arguments;
    private final ProgramWords words;
    private final Screen screen;

    LayoutNewCommand(Arguments arguments, ProgramWords words, Screen screen) {
        this.arguments = arguments;
        this.words = words;
        this.screen = screen;
    }

    ExitCode run() throws IOException {
        Optional<Path> out = arguments.path("--out");
        out.ifPresent(this::requireNew);
        String file = arguments.positionals().get(0);
        LayoutDraft draft = LayoutDraft.of(
                Input.of(arguments.path(file, "FILE")),
                arguments.text("--sheet").orElse(null),
                arguments.text("--entry").orElse(null));
        if (arguments.given("--jurisdiction")) {
            draft = draft.jurisdiction(arguments.text("--jurisdiction").orElseThrow());
        }
        if (arguments.given("--currency")) {
            draft = draft.currency(arguments.text("--currency").orElseThrow());
        }
        String json = draft.json();
        if (out.isEmpty()) {
            screen.text().append(json);
            screen.flush();
        } else {
            WholeOutput.write(out.get(), words, stream -> stream.write(json.getBytes(StandardCharsets.UTF_8)));
            screen.say(words.get("docs.written", "path", out.get().toString()));
        }
        say(draft, out.map(Path::toString).orElse("LAYOUT.json"), file);
        return draft.isComplete() ? ExitCode.BELOW_THRESHOLD : ExitCode.THRESHOLD_REACHED;
    }

    /** A draft is edited by hand, and what was edited is not to be lost to another. */
    private void requireNew(Path file) {
        WholeOutput.requireFolder(file, words);
        if (Files.isRegularFile(file)) {
            throw Refusal.wrongUsage(words.get("layouts.new.exists", "path", file.toString()));
        }
    }

    private void say(LayoutDraft draft, String layout, String file) throws IOException {
        StringBuilder text = new StringBuilder();
        TextPage page = new TextPage(text);
        page.paragraph(0, words.get("layouts.new.confirm"));
        for (Bilingual each : draft.toConfirm()) {
            page.paragraph(2, 4, "- " + each.in(words.locale()));
        }
        if (!draft.unread().isEmpty()) {
            page.paragraph(0, words.get("layouts.new.unread"));
        }
        for (LayoutDraft.UnreadColumn column : draft.unread()) {
            String samples = column.samples().stream()
                    .map(sample -> words.get("layouts.new.sample", "value", sample))
                    .collect(Collectors.joining(", "));
            page.paragraph(2, 4, "- " + column.heading() + (samples.isEmpty() ? "" : ": " + samples));
        }
        screen.say(text.toString().stripTrailing());
        screen.say(words.get("layouts.new.next", "command", Advice.command("layouts check", layout, file)));
    }
}
