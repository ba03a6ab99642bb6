package org.hrbudget.desk.years;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.hrbudget.desk.AuditLog;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.judging.Rules;
import org.hrbudget.desk.years.Years.Year;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.RulePackException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The years, which the ministry adds and sets the dates and rules of. */
@Controller
class YearPages {

    private static final int LONGEST_REASON = 150;

    private static final int MOST_CHANGES = 50;

    private final Years years;
    private final Rules rules;
    private final AuditLog audit;
    private final MessageSource words;

    YearPages(Years years, Rules rules, AuditLog audit, MessageSource words) {
        this.years = years;
        this.rules = rules;
        this.audit = audit;
        this.words = words;
    }

    @GetMapping("/board/years")
    String page(Model model) {
        model.addAttribute("all", years.all());
        model.addAttribute("next", Integer.toString(years.all().get(0).value() + 1));
        model.addAttribute("packs", rules.versions());
        model.addAttribute("changes", audit.find("", AuditLog.Act.YEAR, null, MOST_CHANGES));
        return "years";
    }

    @PostMapping("/board/years")
    String add(
            @AuthenticationPrincipal Account who,
            @RequestParam int year,
            @RequestParam LocalDate asOf,
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam(required = false) @Nullable LocalDateTime opens,
            @RequestParam(required = false) @Nullable LocalDateTime due,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return answer(
                () -> years.add(who.name(), year(year, asOf, chosen, opens, due, false)), model, locale, response);
    }

    @PostMapping("/board/years/{year}")
    String change(
            @AuthenticationPrincipal Account who,
            @PathVariable int year,
            @RequestParam LocalDate asOf,
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam(required = false) @Nullable LocalDateTime opens,
            @RequestParam(required = false) @Nullable LocalDateTime due,
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        int known = years.asked(year).value();
        String why = reason.strip();
        Runnable act = () -> years.change(
                who.name(),
                year(known, asOf, chosen, opens, due, closed),
                why.substring(0, Math.min(LONGEST_REASON, why.length())));
        return answer(act, model, locale, response);
    }

    @PostMapping("/board/years/{year}/current")
    String current(@AuthenticationPrincipal Account who, @PathVariable int year) {
        years.makeCurrent(who.name(), years.asked(year).value());
        return "redirect:/board/years";
    }

    /** Without chosen rules they are those that the law of the day has. */
    private Year year(
            int value,
            LocalDate asOf,
            String chosen,
            @Nullable LocalDateTime opens,
            @Nullable LocalDateTime due,
            boolean closed) {
        String coordinates = chosen.isBlank()
                ? Rules.coordinates(rules.select(FiscalYear.of(value), asOf).manifest())
                : chosen;
        return new Year(value, asOf, coordinates, opens, due, closed, false);
    }

    private String answer(Runnable act, Model model, Locale locale, HttpServletResponse response) {
        try {
            act.run();
            return "redirect:/board/years";
        } catch (Refused e) {
            model.addAttribute("fault", e.message(words, locale));
        } catch (RulePackException e) {
            model.addAttribute("fault", e.message(locale));
        } catch (IllegalArgumentException e) {
            // No fiscal year of the library's.
            model.addAttribute("fault", words.getMessage("years.number", null, locale));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(model);
    }
}
