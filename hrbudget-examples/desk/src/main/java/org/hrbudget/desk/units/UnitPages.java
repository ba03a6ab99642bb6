package org.hrbudget.desk.units;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hrbudget.desk.Downloads;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.judging.Sheet;
import org.hrbudget.desk.years.Years;
import org.hrbudget.desk.years.Years.Year;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.Budgets;
import org.hrbudget.report.Receipt;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An officer's tasks, from the template to lines without errors. */
@Controller
class UnitPages {

    private final Units units;
    private final Uploads uploads;
    private final UploadQueue queue;
    private final Changes changes;
    private final HandIns handIns;
    private final Returns returns;
    private final Answers answers;
    private final Judge judge;
    private final Years years;
    private final MessageSource words;

    UnitPages(
            Units units,
            Uploads uploads,
            UploadQueue queue,
            Changes changes,
            HandIns handIns,
            Returns returns,
            Answers answers,
            Judge judge,
            Years years,
            MessageSource words) {
        this.units = units;
        this.uploads = uploads;
        this.queue = queue;
        this.changes = changes;
        this.handIns = handIns;
        this.returns = returns;
        this.answers = answers;
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
        model.addAttribute("answers", answers.of(unit, asked.value()));
        model.addAttribute(
                "running",
                model.getAttribute("who") instanceof Account who
                        && queue.find(who.name(), unit).isPresent());
        uploads.newest(unit, asked.value()).ifPresent(upload -> {
            ReportDocument report = uploads.report(upload, locale);
            model.addAttribute("upload", upload);
            model.addAttribute("report", report);
            model.addAttribute("errors", toMend(report));
            returns.newest(unit, asked.value()).ifPresent(sent -> {
                ReportDocument then =
                        handIns.report(handIns.find(unit, sent.version()).orElseThrow(), locale);
                model.addAttribute("returned", sent);
                model.addAttribute("answered", returns.answered(sent, then, report));
            });
            model.addAttribute("handedIn", versions.stream().anyMatch(version -> version.upload() == upload.id()));
        });
        choices(model, List.of());
        return "unit";
    }

    /** {@return how many errors that nobody waived and rows that cannot be read there are} */
    static long toMend(ReportDocument report) {
        return HandIns.count(report, Severity.ERROR)
                - HandIns.waivedErrors(report)
                + report.input().get(0).rowsRejected();
    }

    @GetMapping("/units/{unit}/template")
    ResponseEntity<byte[]> template(@PathVariable String unit, Locale locale) {
        return Downloads.file(
                "anteproyecto-" + unit + ".xlsx",
                Downloads.WORKBOOK,
                Judge.bytes(out -> judge.writeTemplate(unit, locale, out)));
    }

    /** The workbook to fill in, with what the ministry says to those who had something wrong in it. */
    @GetMapping("/units/{unit}/answers/{answer}")
    ResponseEntity<byte[]> corrected(@PathVariable String unit, @PathVariable long answer, Locale locale) {
        Answers.Text text = answers.of(unit, years.current().value()).stream()
                .filter(each -> each.id() == answer)
                .findFirst()
                .orElseThrow(UnitPages::notThere)
                .text();
        List<String> notes = new ArrayList<>();
        notes.add(text.title() + (text.heading().isEmpty() ? "" : ": " + text.heading()));
        if (!text.meant().isEmpty()) {
            Object[] values = {text.written(), text.meant()};
            notes.add(words.getMessage("answers.right", values, locale));
        }
        text.note().lines().filter(line -> !line.isBlank()).forEach(notes::add);
        return Downloads.file(
                "anteproyecto-" + unit + "-corregido-" + answer + ".xlsx",
                Downloads.WORKBOOK,
                Judge.bytes(out -> judge.writeTemplate(unit, notes, locale, out)));
    }

    @PostMapping("/units/{unit}/uploads")
    String upload(
            @AuthenticationPrincipal Account who,
            @PathVariable String unit,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Written written,
            Model model,
            Locale locale,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        if (file == null || file.isEmpty()) {
            return refused(
                    unit, written.typed(), words.getMessage("upload.none", null, locale), model, locale, response);
        }
        List<Receipt.Option> options;
        try {
            options = written.options();
        } catch (Refused e) {
            return refused(unit, written.typed(), e.message(words, locale), model, locale, response);
        }
        Path incoming = queue.newFile();
        try {
            file.transferTo(incoming);
        } catch (IOException e) {
            Files.deleteIfExists(incoming);
            throw e;
        }
        try {
            UploadQueue.Job job =
                    queue.add(who.name(), unit, Downloads.name(file.getOriginalFilename()), options, incoming);
            RuntimeException fault = job.fault();
            if (fault != null) {
                return refused(unit, written.typed(), said(fault, locale), model, locale, response);
            }
            return "redirect:/units/" + unit + (job.isOver() ? "/lines" : "/uploads");
        } catch (Refused e) {
            return refused(unit, written.typed(), e.message(words, locale), model, locale, response);
        }
    }

    /** The newest file once more, read as the officer says. */
    @PostMapping("/units/{unit}/reading")
    String reread(
            @AuthenticationPrincipal Account who,
            @PathVariable String unit,
            @RequestParam long upload,
            Written written,
            Model model,
            Locale locale,
            RedirectAttributes next,
            HttpServletResponse response) {
        Uploads.Upload newest = newest(unit, null);
        String fault;
        try {
            if (newest.id() != upload || newest.derivedFrom() != null) {
                throw new Refused("change.look-again");
            }
            if (!uploads.reread(who.name(), newest, written.options())) {
                throw new Refused("change.look-again");
            }
            next.addFlashAttribute("said", words.getMessage("written.done", null, locale));
            return "redirect:/units/" + unit + "/lines";
        } catch (BudgetReadException e) {
            fault = e.message(locale);
        } catch (Refused e) {
            fault = e.message(words, locale);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("fault", fault);
        String page = lines(unit, null, model, locale);
        model.addAttribute("of", written.typed());
        return page;
    }

    /** What the fields of {@code written.html} show. */
    private static void choices(Model model, List<Receipt.Option> written) {
        model.addAttribute("charsets", Written.CHARSETS);
        model.addAttribute("separators", Written.SEPARATORS);
        model.addAttribute("of", Written.by(written));
    }

    private String refused(
            String unit,
            Map<String, String> typed,
            String fault,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("fault", fault);
        String page = tasks(unit, null, null, model, locale);
        model.addAttribute("of", typed);
        return page;
    }

    private String said(RuntimeException fault, Locale locale) {
        return fault instanceof BudgetReadException unread
                ? unread.message(locale)
                : ((Refused) fault).message(words, locale);
    }

    /** How far the user's file is; once it is over, what became of it. */
    @GetMapping("/units/{unit}/uploads")
    String progress(
            @AuthenticationPrincipal Account who,
            @PathVariable String unit,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        UploadQueue.Job job = queue.find(who.name(), unit).orElse(null);
        if (job != null && !job.isOver()) {
            model.addAttribute("unit", units.find(unit).orElseThrow(UnitPages::notThere));
            model.addAttribute("job", job);
            model.addAttribute("refresh", true);
            return "progress";
        }
        if (part != null) {
            // The whole page is to come, and not into a part of this one.
            response.setHeader("HX-Redirect", "/units/" + unit + "/uploads");
            return "progress :: over";
        }
        if (job == null) {
            return "redirect:/units/" + unit;
        }
        queue.forget(who.name(), job);
        RuntimeException fault = job.fault();
        if (fault != null) {
            return refused(unit, Written.by(job.written()), said(fault, locale), model, locale, response);
        }
        boolean done = job.state() == UploadQueue.State.DONE;
        return "redirect:/units/" + unit + (done ? "/lines" : "");
    }

    @PostMapping("/units/{unit}/uploads/cancel")
    String cancel(@AuthenticationPrincipal Account who, @PathVariable String unit) {
        queue.find(who.name(), unit).ifPresent(UploadQueue.Job::cancel);
        return "redirect:/units/" + unit + "/uploads";
    }

    @GetMapping("/units/{unit}/lines")
    String lines(
            @PathVariable String unit,
            @RequestParam(required = false) @Nullable Integer year,
            Model model,
            Locale locale) {
        Uploads.Upload upload = newest(unit, year);
        ReportDocument report = uploads.report(upload, locale);
        List<Changes.Made> made = changes.of(upload);
        model.addAttribute("unit", units.find(unit).orElseThrow(UnitPages::notThere));
        model.addAttribute("upload", upload);
        model.addAttribute("report", report);
        model.addAttribute("errors", toMend(report));
        model.addAttribute(
                "asked",
                returns.newest(unit, upload.year())
                        .map(sent -> returns.notes(unit, sent.version()))
                        .orElse(Map.of()));
        model.addAttribute("sheet", Sheet.of(reading(upload), report));
        model.addAttribute("naming", judge.humanRights().isEmpty() ? Map.of() : ActionPages.columns(reading(upload)));
        model.addAttribute("made", made);
        model.addAttribute("open", upload.year() == years.current().value());
        choices(model, upload.file().written());
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
        return uploads.reading(upload);
    }

    static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
