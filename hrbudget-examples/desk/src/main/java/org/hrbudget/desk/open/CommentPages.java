package org.hrbudget.desk.open;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.judging.Refused;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** To comment on a draft, to look up what became of it, to show or refuse it, and to answer. */
@Controller
class CommentPages {

    private final Editions editions;
    private final Comments comments;
    private final MessageSource words;

    CommentPages(Editions editions, Comments comments, MessageSource words) {
        this.editions = editions;
        this.comments = comments;
        this.words = words;
    }

    /** It is a page of its own so that nobody has a session who only reads. */
    @GetMapping("/open/{year}/comment")
    String form(
            @PathVariable int year,
            @RequestParam(defaultValue = "") String right,
            @RequestParam(defaultValue = "") String action,
            Model model,
            Locale locale) {
        Editions.Edition edition = editions.published(year).orElseThrow(OpenPages::notThere);
        model.addAttribute("edition", edition);
        model.addAttribute("open", editions.isOpenForComments(year));
        model.addAttribute("report", editions.report(edition.id(), locale));
        model.addAttribute("right", right);
        model.addAttribute("action", action);
        model.addAttribute("longest", Comments.LONGEST);
        return "open/comment";
    }

    @PostMapping("/open/{year}/comment")
    String add(
            @PathVariable int year,
            @RequestParam(defaultValue = "") String right,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String website,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            if (!website.isEmpty()) {
                // People do not see this field.
                throw new Refused("comment.robot");
            }
            String code = comments.add(
                    year,
                    Comments.plain(right),
                    Comments.plain(action),
                    Comments.plain(name),
                    Comments.plain(text),
                    request.getRemoteAddr());
            return "redirect:/open/comments/" + code;
        } catch (Refused e) {
            model.addAttribute("fault", e.message(words, locale));
            model.addAttribute("name", name);
            model.addAttribute("text", text);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(year, right, action, model, locale);
        }
    }

    @GetMapping("/open/comments/{code}")
    String one(@PathVariable String code, Model model) {
        model.addAttribute("comment", comments.find(code).orElseThrow(OpenPages::notThere));
        return "open/became";
    }

    /** The ministry sees all, an officer what everybody sees. */
    @GetMapping("/comments")
    String all(@AuthenticationPrincipal Account who, Model model) {
        model.addAttribute("comments", who.role() == Role.MINISTRY ? comments.all() : comments.shown());
        return "open/comments";
    }

    @PostMapping("/comments/{id}/decision")
    String decide(
            @AuthenticationPrincipal Account who,
            @PathVariable long id,
            @RequestParam Comments.State state,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            comments.decide(who.name(), id, state, Comments.plain(reason));
            return "redirect:/comments#c" + id;
        } catch (Refused e) {
            return refused(e, who, model, locale, response);
        }
    }

    @PostMapping("/comments/{id}/answers")
    String answer(
            @AuthenticationPrincipal Account who,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String text,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            comments.answer(who, id, Comments.plain(text));
            return "redirect:/comments#c" + id;
        } catch (Refused e) {
            model.addAttribute("answered", id);
            model.addAttribute("text", text);
            return refused(e, who, model, locale, response);
        }
    }

    private String refused(Refused why, Account who, Model model, Locale locale, HttpServletResponse response) {
        model.addAttribute("fault", why.message(words, locale));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return all(who, model);
    }
}
