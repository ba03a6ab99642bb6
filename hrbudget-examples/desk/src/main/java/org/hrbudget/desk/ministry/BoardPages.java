package org.hrbudget.desk.ministry;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;
import org.hrbudget.desk.Csv;
import org.hrbudget.desk.Downloads;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.units.Bundles;
import org.hrbudget.desk.units.HandIns;
import org.hrbudget.desk.years.Years;
import org.hrbudget.desk.years.Years.Year;
import org.hrbudget.io.BudgetReadException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What the ministry looks at. */
@Controller
class BoardPages {

    private static final List<String> HEADINGS = List.of(
            "admin.unit.code",
            "admin.unit.name",
            "board.state",
            "board.time",
            "board.csv.version",
            "board.at",
            "board.errors",
            "board.waived",
            "hand-in.warnings",
            "hand-in.lines",
            "hand-in.amount");

    private final Board board;
    private final Bundles bundles;
    private final Years years;
    private final Clock clock;
    private final MessageSource words;

    BoardPages(Board board, Bundles bundles, Years years, Clock clock, MessageSource words) {
        this.board = board;
        this.bundles = bundles;
        this.clock = clock;
        this.years = years;
        this.words = words;
    }

    @GetMapping("/board")
    String board(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) Board.@Nullable Filter show,
            @RequestParam(defaultValue = "") String text,
            Model model) {
        return board(years.asked(year), show, text.strip(), model);
    }

    private String board(Year year, Board.@Nullable Filter show, String text, Model model) {
        List<Board.Row> rows = board.rows(year);
        Map<Board.Filter, Long> counts = new EnumMap<>(Board.Filter.class);
        for (Board.Filter filter : Board.Filter.values()) {
            counts.put(filter, rows.stream().filter(filter::isOf).count());
        }
        model.addAttribute("year", year);
        model.addAttribute("years", years.all());
        model.addAttribute(
                "rows", rows.stream().filter(row -> row.is(show, text)).toList());
        model.addAttribute("all", rows.size());
        model.addAttribute("counts", counts);
        model.addAttribute("show", show);
        model.addAttribute("text", text);
        model.addAttribute(
                "handedIn", rows.stream().filter(row -> row.handIn() != null).count());
        return "board";
    }

    /** The same rows as a table. */
    @GetMapping("/board/board.csv")
    ResponseEntity<byte[]> csv(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) Board.@Nullable Filter show,
            @RequestParam(defaultValue = "") String text,
            Locale locale) {
        Year asked = years.asked(year);
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS.stream()
                .map(key -> words.getMessage(key, null, locale))
                .toList());
        board.rows(asked).stream()
                .filter(row -> row.is(show, text.strip()))
                .forEach(row -> rows.add(cells(row, locale).toList()));
        return Downloads.file("tablero-" + asked.value() + ".csv", Csv.TYPE, Csv.of(rows));
    }

    private Stream<String> cells(Board.Row row, Locale locale) {
        HandIns.HandIn handIn = row.handIn();
        Stream<String> unit = Stream.of(
                row.unit().code(),
                row.unit().name(),
                words.getMessage("board.state." + row.state(), null, locale),
                row.late() ? words.getMessage("board.filter.LATE", null, locale) : "");
        return handIn == null
                ? unit
                : Stream.concat(
                        unit,
                        Stream.of(
                                Integer.toString(handIn.version()),
                                handIn.at()
                                        .atZone(clock.getZone())
                                        .toLocalDateTime()
                                        .toString(),
                                Long.toString(handIn.errors()),
                                Long.toString(row.waived()),
                                Long.toString(handIn.warnings()),
                                Long.toString(handIn.lines()),
                                Objects.requireNonNullElse(handIn.amount(), "")));
    }

    /** The newest version of each unit with its receipt, a folder each. */
    @GetMapping("/board/forms")
    void forms(@RequestParam(required = false) @Nullable Integer year, HttpServletResponse response)
            throws IOException {
        Year asked = years.asked(year);
        try (ZipOutputStream zip = new ZipOutputStream(
                Downloads.stream("anteproyectos-" + asked.value() + ".zip", "application/zip", response))) {
            for (Board.Row row : board.rows(asked)) {
                if (row.handIn() != null) {
                    bundles.write(row.handIn(), row.unit().code() + "/", zip);
                }
            }
        }
    }

    @GetMapping("/board/report")
    Object whole(@RequestParam(required = false) @Nullable Integer year, Model model, Locale locale) {
        Year asked = years.asked(year);
        try {
            return Downloads.report(
                    board.whole(asked, locale).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        } catch (BudgetReadException e) {
            // What units handed in contradicts itself, such as by two currencies.
            model.addAttribute("fault", e.message(locale));
            return board(asked, null, "", model);
        } catch (Refused e) {
            model.addAttribute("fault", e.message(words, locale));
            return board(asked, null, "", model);
        }
    }
}
