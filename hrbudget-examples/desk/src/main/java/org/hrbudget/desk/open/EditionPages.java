package org.hrbudget.desk.open;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hrbudget.desk.Downloads;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.years.Years;
import org.hrbudget.io.BudgetReadException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the ministry certifies the consolidated budget, looks at it once more, and publishes it. */
@Controller
class EditionPages {

    private static final int LONGEST = 200;

    private static final int LONGEST_NOTE = 1000;

    private final Editions editions;
    private final Years years;
    private final MessageSource words;

    EditionPages(Editions editions, Years years, MessageSource words) {
        this.editions = editions;
        this.years = years;
        this.words = words;
    }

    @GetMapping("/editions")
    String all(Model model) {
        model.addAttribute("editions", editions.all());
        model.addAttribute(
                "newest",
                editions.published().stream()
                        .collect(Collectors.toMap(Editions.Edition::fiscalYear, Editions.Edition::id)));
        model.addAttribute("years", years.all());
        return "open/editions";
    }

    @PostMapping("/editions")
    String certify(
            @AuthenticationPrincipal Account who,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam(defaultValue = "") String post,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        String fault;
        try {
            String told = Comments.plain(note);
            String by = Comments.plain(signer);
            String as = Comments.plain(post);
            if (isMissing(by) || isMissing(as) || told.length() > LONGEST_NOTE) {
                throw new Refused("edition.who", Integer.toString(LONGEST), Integer.toString(LONGEST_NOTE));
            }
            editions.certify(who.name(), years.asked(year), told, by, as);
            return "redirect:/editions";
        } catch (BudgetReadException e) {
            fault = e.message(locale);
        } catch (Refused e) {
            fault = e.message(words, locale);
        }
        model.addAttribute("note", note);
        model.addAttribute("signer", signer);
        model.addAttribute("post", post);
        return refused(fault, model, response);
    }

    private static boolean isMissing(String text) {
        return text.isBlank() || text.length() > LONGEST;
    }

    @PostMapping("/editions/{id}/publication")
    String publish(
            @AuthenticationPrincipal Account who,
            @PathVariable long id,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            editions.publish(who.name(), id);
            return "redirect:/editions";
        } catch (Refused e) {
            return refused(e.message(words, locale), model, response);
        }
    }

    private String refused(String fault, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("fault", fault);
        return all(model);
    }

    @GetMapping("/editions/{id}/report")
    ResponseEntity<byte[]> report(@PathVariable long id, Locale locale) {
        Editions.Edition edition = editions.find(id).orElseThrow(OpenPages::notThere);
        return Downloads.report(editions.report(edition.id(), locale));
    }
}
