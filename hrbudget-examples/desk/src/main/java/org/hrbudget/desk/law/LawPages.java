package org.hrbudget.desk.law;

import java.util.Locale;
import org.hrbudget.desk.judging.Rules;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.authoring.LawPage;
import org.hrbudget.rules.authoring.PackDiff;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The rules in use, in plain words, and the reforms there are. */
@Controller
class LawPages {

    private final Reforms reforms;
    private final Rules rules;
    private final MessageSource words;

    LawPages(Reforms reforms, Rules rules, MessageSource words) {
        this.reforms = reforms;
        this.rules = rules;
        this.words = words;
    }

    /** A rule, and in plain words what it looks for. */
    record Told(Rule rule, Bilingual condition) {}

    @GetMapping("/law")
    String law(@RequestParam(required = false) @Nullable String large, Model model, Locale locale) {
        if (large != null) {
            model.addAttribute("fault", words.getMessage("law.too-large", null, locale));
        }
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
}
