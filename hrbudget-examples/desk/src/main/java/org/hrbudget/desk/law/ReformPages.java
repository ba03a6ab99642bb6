package org.hrbudget.desk.law;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hrbudget.desk.Downloads;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.law.Impacts.Impact;
import org.hrbudget.desk.law.Reforms.Decision;
import org.hrbudget.desk.law.Reforms.Reform;
import org.hrbudget.desk.law.Turns.Turn;
import org.hrbudget.desk.years.Years;
import org.hrbudget.desk.years.Years.Year;
import org.hrbudget.io.Input;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.validation.RulePack;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** A reform on its way from a file to its approval. */
@Controller
class ReformPages {

    private static final int LONGEST_NAME = 200;

    private static final int LONGEST_REASON = 1000;

    /** The library reads no larger file of rules. */
    private static final long MOST_BYTES = 8 << 20;

    private final Reforms reforms;
    private final Drafts drafts;
    private final Impacts impacts;
    private final Turns turns;
    private final Years years;
    private final LawPages law;
    private final MessageSource words;

    ReformPages(
            Reforms reforms,
            Drafts drafts,
            Impacts impacts,
            Turns turns,
            Years years,
            LawPages law,
            MessageSource words) {
        this.reforms = reforms;
        this.drafts = drafts;
        this.impacts = impacts;
        this.turns = turns;
        this.years = years;
        this.law = law;
        this.words = words;
    }

    /** Somebody who asks for a page: where it is, and whether a part of a page that is open asks for it. */
    private record Visit(String address, boolean isPart, Model model, Locale locale, HttpServletResponse response) {}

    @PostMapping("/law/uploads")
    String upload(
            @AuthenticationPrincipal Account who,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable Long replaces,
            Model model,
            Locale locale,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        try {
            if (file == null || file.isEmpty()) {
                throw new Refused("law.none");
            }
            if (file.getSize() > MOST_BYTES) {
                throw new Refused("law.too-large");
            }
            byte[] bytes = file.getBytes();
            Input draft = Input.of(Downloads.name(file.getOriginalFilename()), () -> new ByteArrayInputStream(bytes));
            turns.askAgain(uploadOf(who), late -> drafts.add(who.name(), draft, replaces, late));
        } catch (Refused e) {
            return refused(e.message(words, locale), new Visit("/law/uploads", false, model, locale, response));
        }
        return uploaded(who, null, model, locale, response);
    }

    private static String uploadOf(Account who) {
        return "upload " + who.name();
    }

    /** How far somebody's file is; once it is over, what became of it. */
    @GetMapping("/law/uploads")
    String uploaded(
            @AuthenticationPrincipal Account who,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            Locale locale,
            HttpServletResponse response)
            throws InterruptedException {
        Turn turn = turns.find(uploadOf(who)).orElse(null);
        if (turn == null) {
            return "redirect:/law";
        }
        Visit visit = new Visit("/law/uploads", part != null, model, locale, response);
        return when(visit, Long.class, () -> turn, id -> {
            turns.forget(turn);
            return "redirect:/law/reforms/" + id;
        });
    }

    @GetMapping("/law/reforms/{reform}")
    String reform(
            @PathVariable("reform") long id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            Locale locale,
            HttpServletResponse response)
            throws InterruptedException {
        Reform reform = reforms.get(id);
        Visit visit = new Visit("/law/reforms/" + id, part != null, model, locale, response);
        return when(visit, Examined.class, () -> drafts.examined(reform), examined -> {
            model.addAttribute("reform", reform);
            model.addAttribute("history", reforms.history(reform));
            model.addAttribute("check", examined.check());
            model.addAttribute("faults", examined.faults());
            model.addAttribute("diff", examined.diff());
            return "reform";
        });
    }

    @GetMapping("/law/reforms/{reform}/file")
    ResponseEntity<byte[]> file(@PathVariable("reform") long id) throws IOException {
        Input file = reforms.file(reforms.get(id));
        try (InputStream in = file.open()) {
            return Downloads.file(file.name(), "application/octet-stream", in.readAllBytes());
        }
    }

    @GetMapping("/law/reforms/{reform}/impact")
    String impact(
            @PathVariable("reform") long id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            Locale locale,
            HttpServletResponse response)
            throws InterruptedException {
        Reform reform = reforms.get(id);
        Visit visit = new Visit("/law/reforms/" + id + "/impact", part != null, model, locale, response);
        Year year = years.current();
        return when(visit, Impact.class, () -> impact(reform, year), impact -> {
            model.addAttribute("reform", reform);
            model.addAttribute("year", year);
            model.addAttribute("governs", impact.report().after().governs(year.fiscal()));
            model.addAttribute("impact", impact);
            return "impact";
        });
    }

    /** {@return what it is waited for: the check of the reform, then what it changes} */
    private Turn impact(Reform reform, Year year) throws InterruptedException {
        Turn check = drafts.examined(reform);
        Examined examined = check.answer(Examined.class).orElse(null);
        if (examined == null) {
            return check;
        }
        RulePack before = examined.before();
        RulePack after = examined.pack();
        if (before == null || after == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<Impacts.Newest> newest = impacts.newest(year);
        String question = "impact " + reform.sha256() + year + newest + examined.law();
        return turns.ask(question, late -> impacts.of(before, after, year, newest, late));
    }

    @PostMapping("/law/reforms/{reform}/sent")
    String send(
            @AuthenticationPrincipal Account who,
            @PathVariable("reform") long id,
            Model model,
            Locale locale,
            HttpServletResponse response)
            throws InterruptedException {
        return acted(id, model, locale, response, examined -> reforms.send(who.name(), id, examined));
    }

    @PostMapping("/law/reforms/{reform}/decision")
    String decide(
            @AuthenticationPrincipal Account who,
            @PathVariable("reform") long id,
            @RequestParam(defaultValue = "false") boolean approved,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            Locale locale,
            HttpServletResponse response)
            throws InterruptedException {
        return acted(id, model, locale, response, examined -> {
            Decision decision = new Decision(approved, within(signer, LONGEST_NAME), within(reason, LONGEST_REASON));
            reforms.decide(who.name(), id, decision, examined);
        });
    }

    /** Nothing is checked while the database waits: what an act rests on was checked before, by the rules that are in use still. */
    private String acted(long id, Model model, Locale locale, HttpServletResponse response, Consumer<Examined> act)
            throws InterruptedException {
        try {
            act.accept(drafts.examined(reforms.get(id))
                    .answer(Examined.class)
                    .orElseThrow(() -> new Refused("law.checking")));
            return "redirect:/law/reforms/" + id;
        } catch (Refused e) {
            model.addAttribute("fault", e.message(words, locale));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return reform(id, null, model, locale, response);
    }

    private static String within(String text, int longest) {
        if (text.strip().length() > longest) {
            throw new Refused("law.too-long", Integer.toString(longest));
        }
        return text.strip();
    }

    /** What a page needs and may have to wait for. */
    private interface Asked {

        Turn turn() throws InterruptedException;
    }

    /** {@return the page, the one on which it is waited for, or why there is none} */
    private <T> String when(Visit visit, Class<T> type, Asked asked, Function<T, String> page)
            throws InterruptedException {
        try {
            Turn turn = asked.turn();
            try {
                T answer = turn.answer(type).orElse(null);
                if (answer != null) {
                    return visit.isPart() ? whole(visit) : page.apply(answer);
                }
            } catch (Refused | RulePackException e) {
                if (visit.isPart()) {
                    return whole(visit);
                }
                turns.forget(turn);
                throw e;
            }
            visit.model().addAttribute("turn", turn);
            visit.model().addAttribute("address", visit.address());
            visit.model().addAttribute("refresh", true);
            return "checking";
        } catch (Refused e) {
            return refused(e.message(words, visit.locale()), visit);
        } catch (RulePackException e) {
            return refused(Examiner.said(e, visit.locale()), visit);
        }
    }

    /** The whole page is to come, and not into a part of the one on which it was waited for. */
    private static String whole(Visit visit) {
        visit.response().setHeader("HX-Redirect", visit.address());
        return "checking :: over";
    }

    private String refused(String fault, Visit visit) {
        visit.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        visit.model().addAttribute("fault", fault);
        return law.law(null, visit.model(), visit.locale());
    }
}
