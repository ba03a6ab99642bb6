package org.hrbudget.desk.units;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.hrbudget.desk.Downloads;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.judging.Sheet;
import org.hrbudget.desk.years.Years;
import org.hrbudget.desk.years.Years.Year;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.Budgets;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.validation.Severity;
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

/** An officer's tasks, from the template to lines without errors. */
@Controller
class UnitPages {

    private static final int LONGEST_NAME = 100;

    private final Units units;
    private final Uploads uploads;
    private final HandIns handIns;
    private final Judge judge;
    private final Years years;
    private final MessageSource words;

    UnitPages(Units units, Uploads uploads, HandIns handIns, Judge judge, Years years, MessageSource words) {
        this.units = units;
        this.uploads = uploads;
        this.handIns = handIns;
        this.judge = judge;
        this.years = years;
        this.words = words;
    }

    @GetMapping("/units/{unit}")
    String tasks(
            @PathVariable String unit,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String large,
            Model model,
            Locale locale) {
        Year asked = years.asked(year);
        if (large != null) {
            model.addAttribute("fault", words.getMessage("upload.too-large", null, locale));
        }
        var versions = handIns.of(unit, asked.value());
        model.addAttribute("unit", units.find(unit).orElseThrow(UnitPages::notThere));
        model.addAttribute("year", asked);
        model.addAttribute("years", handIns.years(unit));
        model.addAttribute("handIns", versions);
        uploads.newest(unit, asked.value()).ifPresent(upload -> {
            ReportDocument report = uploads.report(upload, locale);
            model.addAttribute("upload", upload);
            model.addAttribute("report", report);
            model.addAttribute("errors", toMend(report));
            model.addAttribute("handedIn", versions.stream().anyMatch(version -> version.upload() == upload.id()));
        });
        return "unit";
    }

    /** {@return how many errors and rows that cannot be read there are} */
    static long toMend(ReportDocument report) {
        return HandIns.count(report, Severity.ERROR) + report.input().get(0).rowsRejected();
    }

    @GetMapping("/units/{unit}/template")
    ResponseEntity<byte[]> template(@PathVariable String unit, Locale locale) {
        return Downloads.file(
                "anteproyecto-" + unit + ".xlsx",
                Downloads.WORKBOOK,
                Judge.bytes(out -> judge.writeTemplate(unit, locale, out)));
    }

    @PostMapping("/units/{unit}/uploads")
    String upload(
            @AuthenticationPrincipal Account who,
            @PathVariable String unit,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        String fault;
        if (file == null || file.isEmpty()) {
            fault = words.getMessage("upload.none", null, locale);
        } else {
            try {
                uploads.add(who.name(), unit, new Judge.UnitFile(name(file.getOriginalFilename()), file.getBytes()));
                return "redirect:/units/" + unit + "/lines";
            } catch (BudgetReadException e) {
                fault = e.message(locale);
            } catch (Refused e) {
                fault = e.message(words, locale);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("fault", fault);
        return tasks(unit, null, null, model, locale);
    }

    /** {@return the name of a file as it can stand in every folder: what a browser sends may have a path, or signs that steer a terminal} */
    static String name(@Nullable String sent) {
        String name = Objects.requireNonNullElse(sent, "")
                .replaceFirst("^.*[/\\\\]", "")
                .replaceAll("[/\\\\<>:\"|?*\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "_")
                .replaceFirst("^[.\\s-]+", "")
                .strip();
        int from = Math.max(0, name.length() - LONGEST_NAME);
        return name.isEmpty() ? "presupuesto" : name.substring(from);
    }

    @GetMapping("/units/{unit}/lines")
    String lines(
            @PathVariable String unit,
            @RequestParam(required = false) @Nullable Integer year,
            Model model,
            Locale locale) {
        Uploads.Upload upload = newest(unit, year);
        ReportDocument report = uploads.report(upload, locale);
        model.addAttribute("unit", units.find(unit).orElseThrow(UnitPages::notThere));
        model.addAttribute("upload", upload);
        model.addAttribute("report", report);
        model.addAttribute("errors", toMend(report));
        model.addAttribute("sheet", Sheet.of(reading(upload), report));
        return "lines";
    }

    @GetMapping("/units/{unit}/report")
    ResponseEntity<byte[]> report(
            @PathVariable String unit, @RequestParam(required = false) @Nullable Integer year, Locale locale) {
        return Downloads.report(uploads.report(newest(unit, year), locale));
    }

    /** Her own file with what was found marked in it. */
    @GetMapping("/units/{unit}/marked")
    ResponseEntity<byte[]> marked(
            @PathVariable String unit, @RequestParam(required = false) @Nullable Integer year, Locale locale) {
        Uploads.Upload upload = newest(unit, year);
        ReportDocument report = uploads.report(upload, locale);
        return Downloads.file(
                "revision-" + unit + ".xlsx",
                Downloads.WORKBOOK,
                Judge.bytes(out -> ReportDocument.Form.XLSX.write(report, reading(upload), out)));
    }

    private Uploads.Upload newest(String unit, @Nullable Integer year) {
        return uploads.newest(unit, years.asked(year).value()).orElseThrow(UnitPages::notThere);
    }

    private Budgets.Reading reading(Uploads.Upload upload) {
        return judge.reading(years.asked(upload.year()), upload.file(), null);
    }

    static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
