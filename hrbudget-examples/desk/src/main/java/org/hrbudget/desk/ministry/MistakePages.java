package org.hrbudget.desk.ministry;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.ministry.Mistakes.Mistake;
import org.hrbudget.desk.ministry.Mistakes.Shared;
import org.hrbudget.desk.units.Answers;
import org.hrbudget.desk.years.Years;
import org.hrbudget.desk.years.Years.Year;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Mistakes that several units share, each shown once and answered once. */
@Controller
class MistakePages {

    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_MEANT = 300;

    private final Mistakes mistakes;
    private final Answers answers;
    private final Years years;
    private final MessageSource words;

    MistakePages(Mistakes mistakes, Answers answers, Years years, MessageSource words) {
        this.mistakes = mistakes;
        this.answers = answers;
        this.years = years;
        this.words = words;
    }

    /**
     * An answer that was sent, and what came of it.
     *
     * @param answer the answer
     * @param units the units that got it
     * @param left those of them whose newest file still has the mistake
     */
    record Sent(Answers.Answer answer, List<String> units, List<String> left) {}

    @GetMapping("/board/mistakes")
    String page(@RequestParam(required = false) @Nullable Integer year, Model model) {
        Year asked = years.asked(year);
        model.addAttribute("year", asked);
        model.addAttribute("shared", mistakes.shared(asked));
        List<Sent> sent = new ArrayList<>();
        for (Answers.Answer answer : answers.of(asked.value())) {
            List<String> units = answers.units(answer.id());
            Answers.Text text = answer.text();
            List<String> having = mistakes.having(asked, text.rule(), text.heading(), text.written());
            sent.add(new Sent(
                    answer, units, units.stream().filter(having::contains).toList()));
        }
        model.addAttribute("sent", sent);
        return "mistakes";
    }

    @PostMapping("/board/mistakes")
    String answer(
            @AuthenticationPrincipal Account who,
            @RequestParam String rule,
            @RequestParam String heading,
            @RequestParam String written,
            @RequestParam(defaultValue = "") String meant,
            @RequestParam(defaultValue = "") String note,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Year year = years.current();
        Shared shared = mistakes.shared(year).stream()
                .filter(each -> each.mistake().is(rule, heading, written))
                .findFirst()
                .orElse(null);
        String fault = null;
        if (shared == null) {
            fault = words.getMessage("mistakes.gone", null, locale);
        } else if (note.isBlank() || note.length() > LONGEST_NOTE || meant.length() > LONGEST_MEANT) {
            fault = words.getMessage("mistakes.note.lacking", null, locale);
        }
        if (shared == null || fault != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("fault", fault);
            return page(null, model);
        }
        Answers.Text text =
                new Answers.Text(rule, title(shared.mistake(), locale), heading, written, meant.strip(), note.strip());
        answers.send(who.name(), year.value(), text, shared.units().keySet());
        return "redirect:/board/mistakes#sent";
    }

    private String title(Mistake mistake, Locale locale) {
        return switch (mistake.rule()) {
            case Mistakes.UNREADABLE -> words.getMessage("mistakes.unreadable", null, locale);
            case Mistakes.UNREAD -> words.getMessage("mistakes.unread", null, locale);
            default -> mistake.title(locale);
        };
    }
}
