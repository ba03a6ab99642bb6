package org.hrbudget.desk.units;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.ZipOutputStream;
import org.hrbudget.desk.Downloads;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.validation.Severity;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Handing in, and what proves it. */
@Controller
class HandInPages {

    private static final int LONGEST = 200;

    private final Units units;
    private final Uploads uploads;
    private final HandIns handIns;
    private final Bundles bundles;
    private final MessageSource words;

    HandInPages(Units units, Uploads uploads, HandIns handIns, Bundles bundles, MessageSource words) {
        this.units = units;
        this.uploads = uploads;
        this.handIns = handIns;
        this.bundles = bundles;
        this.words = words;
    }

    @GetMapping("/units/{unit}/hand-in")
    String form(@PathVariable String unit, Model model, Locale locale) {
        Uploads.Upload upload = uploads.newest(unit).orElseThrow(UnitPages::notThere);
        ReportDocument report = uploads.report(upload, locale);
        model.addAttribute("unit", units.find(unit).orElseThrow(UnitPages::notThere));
        model.addAttribute("upload", upload);
        model.addAttribute("report", report);
        model.addAttribute("errors", UnitPages.toMend(report));
        model.addAttribute("warnings", HandIns.count(report, Severity.WARNING));
        return "hand-in";
    }

    @PostMapping("/units/{unit}/hand-in")
    String handIn(
            @AuthenticationPrincipal Account who,
            @PathVariable String unit,
            @RequestParam long upload,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam(defaultValue = "") String post,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        String fault;
        if (isMissing(signer) || isMissing(post)) {
            fault = words.getMessage("hand-in.who", null, locale);
        } else {
            try {
                int version = handIns.add(who.name(), unit, upload, signer.strip(), post.strip(), locale);
                return "redirect:/units/" + unit + "/hand-ins/" + version;
            } catch (Refused e) {
                fault = e.message(words, locale);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("fault", fault);
        model.addAttribute("signer", signer);
        model.addAttribute("post", post);
        return form(unit, model, locale);
    }

    private static boolean isMissing(String text) {
        return text.isBlank() || text.length() > LONGEST;
    }

    @GetMapping("/units/{unit}/hand-ins/{version}")
    String receipt(@PathVariable String unit, @PathVariable int version, Model model, Locale locale) {
        HandIns.HandIn handIn = find(unit, version);
        model.addAttribute("unit", units.find(unit).orElseThrow(UnitPages::notThere));
        model.addAttribute("handIn", handIn);
        model.addAttribute("report", handIns.report(handIn, locale));
        return "receipt";
    }

    @GetMapping("/units/{unit}/hand-ins/{version}/report")
    ResponseEntity<byte[]> report(@PathVariable String unit, @PathVariable int version, Locale locale) {
        return Downloads.report(handIns.report(find(unit, version), locale));
    }

    @GetMapping("/units/{unit}/hand-ins/{version}/receipt")
    ResponseEntity<byte[]> receiptFile(@PathVariable String unit, @PathVariable int version) {
        HandIns.HandIn handIn = find(unit, version);
        return Downloads.file(
                Bundles.name(handIn) + ".json", MediaType.APPLICATION_JSON_VALUE, handIns.receipt(handIn));
    }

    /** The receipt with all it speaks of, so that whoever has it can draw the answer again. */
    @GetMapping("/units/{unit}/hand-ins/{version}/bundle")
    void bundle(@PathVariable String unit, @PathVariable int version, HttpServletResponse response) throws IOException {
        HandIns.HandIn handIn = find(unit, version);
        try (ZipOutputStream zip =
                new ZipOutputStream(Downloads.stream(Bundles.name(handIn) + ".zip", "application/zip", response))) {
            bundles.write(handIn, "", zip);
        }
    }

    private HandIns.HandIn find(String unit, int version) {
        return handIns.find(unit, version).orElseThrow(UnitPages::notThere);
    }
}
