package org.hrbudget.desk.ministry;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hrbudget.desk.Downloads;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.years.Years;
import org.hrbudget.desk.years.Years.Year;
import org.hrbudget.io.BudgetReadException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What the ministry looks at. */
@Controller
class BoardPages {

    private final Board board;
    private final Years years;
    private final MessageSource words;

    BoardPages(Board board, Years years, MessageSource words) {
        this.board = board;
        this.years = years;
        this.words = words;
    }

    @GetMapping("/board")
    String board(@RequestParam(required = false) @Nullable Integer year, Model model) {
        return board(years.asked(year), model);
    }

    private String board(Year year, Model model) {
        List<Board.Row> rows = board.rows(year);
        Map<Board.State, Integer> counts = new EnumMap<>(Board.State.class);
        rows.forEach(row -> counts.merge(row.state(), 1, Integer::sum));
        model.addAttribute("year", year);
        model.addAttribute("years", years.all());
        model.addAttribute("rows", rows);
        model.addAttribute("counts", counts);
        model.addAttribute(
                "handedIn", rows.stream().filter(row -> row.handIn() != null).count());
        return "board";
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
            return board(asked, model);
        } catch (Refused e) {
            model.addAttribute("fault", e.message(words, locale));
            return board(asked, model);
        }
    }
}
