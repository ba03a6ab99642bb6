package org.hrbudget.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.hrbudget.cli.collection.Board;
import org.hrbudget.cli.collection.BoardPage;
import org.hrbudget.cli.collection.BoardText;
import org.hrbudget.cli.collection.BoardWorkbook;
import org.hrbudget.cli.collection.HandIns;
import org.hrbudget.cli.collection.Places;
import org.hrbudget.cli.collection.ReceivedList;
import org.hrbudget.cli.collection.Roster;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.validation.RulePack;
import org.jspecify.annotations.Nullable;

/** Takes in what many units hand in: a report and a note for each, a board of how they stand, and all of them as one budget. */
final class CollectCommand {

    private final Arguments arguments;
    private final ProgramWords words;
    private final Screen screen;

    CollectCommand(Arguments arguments, ProgramWords words, Screen screen) {
        this.arguments = arguments;
        this.words = words;
        this.screen = screen;
    }

    ExitCode run() throws IOException {
        RunNotes notes = new RunNotes();
        FiscalYear year = arguments.fiscalYear("--fiscal-year");
        LocalDate asOf = arguments.date("--as-of");
        LocalDate due = day("--due");
        LocalDate repairBy = day("--repair-by");
        ZoneId zone = zone();
        Path folder = folder();
        Path out = out();
        Roster roster = Roster.read(arguments.path("--roster").orElseThrow());
        ReceivedList received = arguments
                .path("--received")
                .map(file -> ReceivedList.read(file, zone))
                .orElse(ReceivedList.NONE);
        HandIns handIns = HandIns.in(folder, roster, received, zone);
        List<RulePack> packs = new PackChoices(arguments, words).select(year, asOf);
        HeadStart.of(packs);
        UnitReviews reviews = new UnitReviews(arguments, words, packs, new Places(roster.units()), out);
        Files.createDirectories(out.resolve(Places.UNITS));
        Board board = reviews.board(handIns, year, due, repairBy, zone, notes);
        WholeOutput.write(out.resolve(Places.JSON), words, board::writeJson);
        String page = BoardPage.of(board);
        WholeOutput.write(out.resolve(Places.PAGE), words, stream -> stream.write(page.getBytes(UTF_8)));
        WholeOutput.write(out.resolve(Places.WORKBOOK), words, stream -> BoardWorkbook.write(board, stream));
        BoardText.write(board, screen.text());
        screen.flush();
        screen.say(words.get("collect.written", "path", out.resolve(Places.PAGE).toString()));
        return exitCode(board);
    }

    private @Nullable LocalDate day(String option) {
        return arguments.given(option) ? arguments.date(option) : null;
    }

    private ZoneId zone() {
        String text = arguments.text("--zone").orElse(null);
        try {
            return ZoneId.of(text == null ? "UTC" : text);
        } catch (DateTimeException e) {
            throw arguments.refused("--zone", String.valueOf(text), words.get("option.zone"));
        }
    }

    private Path folder() {
        String text = arguments.positionals().get(0);
        Path folder = arguments.path(text, "FOLDER");
        if (!Files.isDirectory(folder)) {
            throw Refusal.wrongUsage(words.get("collect.no-folder", "path", text));
        }
        return folder;
    }

    /** The results of one evening are not mixed with those of another, in which there may be units that are in this one no more. */
    private Path out() throws IOException {
        Path out = arguments.path("--out").orElseThrow();
        if (Files.isDirectory(out)) {
            try (Stream<Path> held = Files.list(out)) {
                if (held.findAny().isPresent()) {
                    throw Refusal.wrongUsage(words.get("collect.out-held", "path", out.toString()));
                }
            }
        } else {
            WholeOutput.requireFolder(out, words);
            if (Files.exists(out)) {
                throw Refusal.wrongUsage(words.get("collect.out-file", "path", out.toString()));
            }
        }
        return out;
    }

    private static ExitCode exitCode(Board board) {
        if (board.whole().verdict() == null) {
            return ExitCode.NOT_EVALUATED;
        }
        return board.isDone() ? ExitCode.BELOW_THRESHOLD : ExitCode.THRESHOLD_REACHED;
    }
}
