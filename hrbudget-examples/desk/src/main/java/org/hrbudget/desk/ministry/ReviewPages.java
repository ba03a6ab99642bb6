package org.hrbudget.desk.ministry;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.units.HandIns;
import org.hrbudget.desk.units.HandIns.HandIn;
import org.hrbudget.desk.units.Returns;
import org.hrbudget.desk.units.Units;
import org.hrbudget.desk.units.Waivers;
import org.hrbudget.report.ReportDocument;
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
import org.springframework.web.server.ResponseStatusException;

/** What the ministry says of a version: notes on its findings, sending it back, and waivers. */
@Controller
class ReviewPages {

    private static final int LONGEST_NOTE = 1000;
    private static final int LONGEST_WHOLE = 2000;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_WHO = 200;

    /** So many findings of a rule are shown: what is said of more is said of the whole. */
    private static final int MOST = 50;

    private final Units units;
    private final HandIns handIns;
    private final Returns returns;
    private final Waivers waivers;
    private final Clock clock;
    private final MessageSource words;

    ReviewPages(Units units, HandIns handIns, Returns returns, Waivers waivers, Clock clock, MessageSource words) {
        this.units = units;
        this.handIns = handIns;
        this.returns = returns;
        this.waivers = waivers;
        this.clock = clock;
        this.words = words;
    }

    /**
     * A rule and what it found.
     *
     * @param rule the rule
     * @param findings the first of them
     */
    record Kind(ReportDocument.RuleAccount rule, List<ReportDocument.Defect> findings) {}

    @GetMapping("/board/units/{unit}/{version}")
    String page(@PathVariable String unit, @PathVariable int version, Model model, Locale locale) {
        HandIn handIn = find(unit, version);
        ReportDocument report = handIns.report(handIn, locale);
        model.addAttribute("unit", units.find(unit).orElseThrow(ReviewPages::notThere));
        model.addAttribute("handIn", handIn);
        model.addAttribute("report", report);
        model.addAttribute("kinds", kinds(report));
        model.addAttribute("notes", returns.notes(unit, version));
        model.addAttribute("sent", returns.find(unit, version).orElse(null));
        model.addAttribute(
                "newest",
                handIns.newest(unit, handIn.year()).filter(handIn::equals).isPresent());
        model.addAttribute("waivers", waivers.of(unit, handIn.year()));
        model.addAttribute(
                "titles",
                report.ledger().stream()
                        .collect(Collectors.toMap(
                                ReportDocument.RuleAccount::ruleId,
                                ReportDocument.RuleAccount::title,
                                (one, two) -> one)));
        model.addAttribute("today", LocalDate.now(clock));
        before(handIn).ifPresent(earlier -> {
            model.addAttribute("earlier", earlier);
            HandIn then = find(unit, earlier.version());
            model.addAttribute("answered", returns.answered(earlier, handIns.report(then, locale), report));
        });
        return "review";
    }

    /** {@return what was sent back last, before a version} */
    private Optional<Returns.Return> before(HandIn handIn) {
        return handIns.of(handIn.unit(), handIn.year()).stream()
                .filter(other -> other.version() < handIn.version())
                .flatMap(other -> returns.find(other.unit(), other.version()).stream())
                .findFirst();
    }

    private static List<Kind> kinds(ReportDocument report) {
        return report.ledger().stream()
                .filter(rule -> rule.violated() > 0)
                .sorted(Comparator.comparing(ReportDocument.RuleAccount::severity))
                .map(rule -> new Kind(
                        rule,
                        report.findings().stream()
                                .filter(finding -> finding.ruleId().equals(rule.ruleId()))
                                .limit(MOST)
                                .toList()))
                .toList();
    }

    @PostMapping("/board/units/{unit}/{version}/notes")
    String note(
            @PathVariable String unit,
            @PathVariable int version,
            @RequestParam String finding,
            @RequestParam(defaultValue = "") String note,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        HandIn handIn = find(unit, version);
        return answer(handIn, "#f" + finding, model, locale, response, () -> {
            requireShort(note, LONGEST_NOTE);
            requireFinding(handIn, finding);
            returns.note(handIn, finding, note.strip());
        });
    }

    @PostMapping("/board/units/{unit}/{version}/return")
    String sendBack(
            @AuthenticationPrincipal Account who,
            @PathVariable String unit,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String note,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        HandIn handIn = find(unit, version);
        model.addAttribute("whole", note);
        return answer(handIn, "", model, locale, response, () -> {
            requireShort(note, LONGEST_WHOLE);
            returns.sendBack(who.name(), handIn, note.strip());
        });
    }

    @PostMapping("/board/units/{unit}/{version}/waivers")
    String waive(
            @AuthenticationPrincipal Account who,
            @PathVariable String unit,
            @PathVariable int version,
            @RequestParam String finding,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String answering,
            @RequestParam(required = false) @Nullable LocalDate until,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        HandIn handIn = find(unit, version);
        return answer(handIn, "#f" + finding, model, locale, response, () -> {
            String rule = requireFinding(handIn, finding).ruleId();
            if (reason.isBlank() || answering.isBlank() || until == null || until.isBefore(LocalDate.now(clock))) {
                throw new Refused("review.waiver");
            }
            requireShort(reason, LONGEST_REASON);
            requireShort(answering, LONGEST_WHO);
            waivers.add(
                    who.name(),
                    unit,
                    handIn.year(),
                    rule,
                    all ? null : finding,
                    reason.strip(),
                    answering.strip(),
                    until);
        });
    }

    @PostMapping("/board/units/{unit}/{version}/waivers/{waiver}/end")
    String takeBack(
            @AuthenticationPrincipal Account who,
            @PathVariable String unit,
            @PathVariable int version,
            @PathVariable long waiver) {
        waivers.takeBack(who.name(), find(unit, version).unit(), waiver);
        return "redirect:/board/units/" + unit + "/" + version;
    }

    private String answer(
            HandIn handIn, String place, Model model, Locale locale, HttpServletResponse response, Runnable act) {
        try {
            act.run();
            return "redirect:/board/units/" + handIn.unit() + "/" + handIn.version() + place;
        } catch (Refused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("fault", e.message(words, locale));
            return page(handIn.unit(), handIn.version(), model, locale);
        }
    }

    private static void requireShort(String text, int longest) {
        if (text.length() > longest) {
            throw new Refused("review.long", Integer.toString(longest));
        }
    }

    private ReportDocument.Defect requireFinding(HandIn handIn, String fingerprint) {
        return handIns.report(handIn, Locale.ENGLISH).findings().stream()
                .filter(finding -> finding.fingerprint().equals(fingerprint))
                .findFirst()
                .orElseThrow(ReviewPages::notThere);
    }

    private HandIn find(String unit, int version) {
        return handIns.find(unit, version).orElseThrow(ReviewPages::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
