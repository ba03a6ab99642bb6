package org.hrbudget.desk.ministry;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hrbudget.comparison.BudgetComparison;
import org.hrbudget.desk.Downloads;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.years.Years;
import org.hrbudget.desk.years.Years.Year;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.Input;
import org.hrbudget.model.AmountKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What changed since another year of the desk, or since a budget that the ministry brings along, which is not kept. */
@Controller
class ComparePages {

    private static final List<AmountKind> KINDS = List.of(
            AmountKind.APPROVED, AmountKind.PROPOSED, AmountKind.MODIFIED, AmountKind.EXERCISED, AmountKind.PAID);

    private final Board board;
    private final Judge judge;
    private final Years years;
    private final MessageSource words;

    ComparePages(Board board, Judge judge, Years years, MessageSource words) {
        this.board = board;
        this.judge = judge;
        this.years = years;
        this.words = words;
    }

    @GetMapping("/board/compare")
    String page(@RequestParam(required = false) @Nullable Integer year, Model model) {
        Year asked = years.asked(year);
        model.addAttribute("year", asked);
        model.addAttribute("rows", board.rows(asked));
        model.addAttribute("kinds", KINDS);
        model.addAttribute(
                "others",
                years.all().stream()
                        .filter(other -> other.value() < asked.value()
                                && !board.files(other).isEmpty())
                        .toList());
        return "compare";
    }

    /** By the desk's own hand-ins of another year, or by a file; with an index of prices where one is given. */
    @PostMapping("/board/compare")
    Object compare(
            @RequestParam int year,
            @RequestParam(required = false) @Nullable Integer with,
            @RequestParam(defaultValue = "PROPOSED") AmountKind kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable MultipartFile deflator,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Year asked = years.asked(year);
        String fault;
        try {
            BudgetSource before = before(asked, with, file);
            BudgetSource after = together(asked);
            Input prices = isGiven(deflator) ? file(deflator).input() : null;
            return Downloads.comparison(judge.compare(
                    before,
                    kind,
                    after,
                    prices,
                    locale,
                    BudgetComparison.Dimension.RIGHT,
                    BudgetComparison.Dimension.UNIT));
        } catch (BudgetReadException e) {
            fault = e.message(locale);
        } catch (BudgetComparison.NotComparableException e) {
            fault = e.text().in(locale);
        } catch (Refused e) {
            fault = e.message(words, locale);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("fault", fault);
        return page(year, model);
    }

    private BudgetSource before(Year year, @Nullable Integer with, @Nullable MultipartFile file) {
        if (with != null) {
            return together(years.asked(with));
        }
        if (!isGiven(file)) {
            throw new Refused("compare.no-file");
        }
        return judge.earlier(file(file), year.value() - 1);
    }

    private BudgetSource together(Year year) {
        List<Judge.UnitFile> files = board.files(year);
        if (files.isEmpty()) {
            throw new Refused("compare.nothing", Integer.toString(year.value()));
        }
        return judge.together(year, files);
    }

    private static boolean isGiven(@Nullable MultipartFile file) {
        return file != null && !file.isEmpty();
    }

    private static Judge.UnitFile file(@Nullable MultipartFile file) {
        Objects.requireNonNull(file, "file");
        return new Judge.UnitFile(Input.of(Downloads.name(file.getOriginalFilename()), file::getInputStream));
    }
}
