package org.hrbudget.desk.law;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.hrbudget.desk.Downloads;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.judging.Rules;
import org.hrbudget.desk.law.Reforms.Examined;
import org.hrbudget.desk.law.Reforms.Reform;
import org.hrbudget.desk.years.Years;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.authoring.LawPage;
import org.hrbudget.rules.authoring.PackDiff;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The pages of legal staff. */
@Controller
class LawPages {

    private static final int LONGEST_NAME = 200;

    private static final int LONGEST_REASON = 1000;

    private final Reforms reforms;
    private final Impacts impacts;
    private final Rules rules;
    private final Years years;
    private final MessageSource words;

    LawPages(Reforms reforms, Impacts impacts, Rules rules, Years years, MessageSource words) {
        this.reforms = reforms;
        this.impacts = impacts;
        this.rules = rules;
        this.years = years;
        this.words = words;
    }

    /** A rule, and in plain words what it looks for. */
    record Told(Rule rule, Bilingual condition) {}

    @GetMapping("/law")
    String law(Model model) {
        model.addAttribute("packs", rules.versions());
        model.addAttribute("reforms", reforms.all());
        return "law";
    }

    @GetMapping("/law/packs/{pack}")
    String pack(@PathVariable("pack") String version, Model model) {
        PackManifest manifest = rules.versions().stream()
                .filter(pack -> pack.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        RulePack pack = rules.load(Rules.coordinates(manifest));
        model.addAttribute("pack", manifest);
        model.addAttribute(
                "rules",
                pack.rules().stream()
                        .map(rule -> new Told(rule, LawPage.defect(pack, rule.id())))
                        .toList());
        String amends = manifest.amends();
        if (amends != null) {
            model.addAttribute("diff", PackDiff.between(rules.load(manifest.jurisdiction() + "/" + amends), pack));
        }
        return "pack";
    }

    @PostMapping("/law/uploads")
    String upload(
            @AuthenticationPrincipal Account who,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable Long replaces,
            Model model,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        String fault;
        try {
            if (file == null || file.isEmpty()) {
                throw new Refused("law.none");
            }
            byte[] bytes = file.getBytes();
            return "redirect:/law/reforms/"
                    + reforms.add(who.name(), Downloads.name(file.getOriginalFilename()), bytes, replaces);
        } catch (Refused e) {
            fault = e.message(words, locale);
        } catch (RulePackException e) {
            fault = shown(e.message(locale));
        }
        model.addAttribute("fault", fault);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return law(model);
    }

    @GetMapping("/law/reforms/{reform}")
    String reform(@PathVariable("reform") long id, Model model, Locale locale) {
        Reform reform = reforms.get(id);
        Examined examined = reforms.examined(reform);
        model.addAttribute("reform", reform);
        model.addAttribute("history", reforms.history(reform));
        model.addAttribute("check", examined.check());
        model.addAttribute(
                "faults",
                examined.check().faults().stream()
                        .map(fault -> shown(fault.message(locale)))
                        .toList());
        model.addAttribute("diff", examined.diff());
        return "reform";
    }

    /** The folder in which a file lies while it is checked is nobody's business. */
    private static String shown(String said) {
        return said.replaceAll("[^\\s«\"'(]*reforma\\.(zip|xlsx)[/\\\\]?", "");
    }

    @GetMapping("/law/reforms/{reform}/file")
    ResponseEntity<byte[]> file(@PathVariable("reform") long id) {
        Reform reform = reforms.get(id);
        return Downloads.file(reform.fileName(), "application/octet-stream", reforms.file(id));
    }

    @GetMapping("/law/reforms/{reform}/impact")
    String impact(@PathVariable("reform") long id, Model model) {
        Reform reform = reforms.get(id);
        Examined examined = reforms.examined(reform);
        RulePack before = examined.before();
        RulePack after = examined.pack();
        if (before == null || after == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Years.Year year = years.current();
        List<Impacts.OfUnit> all = impacts.of(before, after, year);
        model.addAttribute("reform", reform);
        model.addAttribute("year", year);
        model.addAttribute("governs", after.manifest().governs(year.fiscal()));
        model.addAttribute("all", all);
        model.addAttribute("affected", all.stream().filter(Impacts.OfUnit::isAffected).toList());
        return "impact";
    }

    @PostMapping("/law/reforms/{reform}/sent")
    String send(
            @AuthenticationPrincipal Account who,
            @PathVariable("reform") long id,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return answer(id, () -> reforms.send(who.name(), id), model, locale, response);
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
            HttpServletResponse response) {
        return answer(
                id,
                () -> reforms.decide(
                        who.name(), id, approved, within(signer, LONGEST_NAME), within(reason, LONGEST_REASON)),
                model,
                locale,
                response);
    }

    private String answer(long id, Runnable act, Model model, Locale locale, HttpServletResponse response) {
        try {
            act.run();
            return "redirect:/law/reforms/" + id;
        } catch (Refused e) {
            model.addAttribute("fault", e.message(words, locale));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return reform(id, model, locale);
    }

    private static String within(String text, int longest) {
        if (text.strip().length() > longest) {
            throw new Refused("law.too-long", Integer.toString(longest));
        }
        return text.strip();
    }
}
