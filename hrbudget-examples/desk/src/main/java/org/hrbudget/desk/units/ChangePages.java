package org.hrbudget.desk.units;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hrbudget.desk.Downloads;
import org.hrbudget.desk.Shown;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.judging.Sheet;
import org.hrbudget.desk.units.Changes.Made;
import org.hrbudget.desk.units.Uploads.Upload;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.CellChanges;
import org.hrbudget.io.CellChanges.Change;
import org.hrbudget.io.CellChanges.Mismatch;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Cells of the unit's file, changed on the page. */
@Controller
class ChangePages {

    private static final int MOST_NAMED = 5;

    private final Units units;
    private final Uploads uploads;
    private final Changes changes;
    private final Shown shown;
    private final MessageSource words;

    ChangePages(Units units, Uploads uploads, Changes changes, Shown shown, MessageSource words) {
        this.units = units;
        this.uploads = uploads;
        this.changes = changes;
        this.shown = shown;
        this.words = words;
    }

    /**
     * What somebody typed into a cell.
     *
     * @param row the row
     * @param column the column
     * @param stands what stood there when they saw it or, where that is known, stands there now; {@code null} where nothing can
     * @param to what they typed
     * @param last who changed it since, or {@code null} where that cannot be told
     */
    record Typed(
            long row,
            String column,
            @Nullable String stands,
            String to,
            @Nullable Made last) {

        static Typed of(Change change) {
            return new Typed(change.row(), change.column(), change.from(), change.to(), null);
        }

        Change change() {
            return new Change(null, row, column, Objects.requireNonNullElse(stands, ""), to);
        }
    }

    /** One row to type in: in the table where script runs, else on a page of its own. */
    @GetMapping("/units/{unit}/rows/{row}")
    String row(
            @PathVariable String unit,
            @PathVariable long row,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            Locale locale) {
        Upload upload = uploads.newest(unit).orElseThrow(UnitPages::notThere);
        Sheet sheet = Sheet.of(uploads.reading(upload), uploads.report(upload, locale), row);
        if (row < 1 || sheet.columns().isEmpty()) {
            throw UnitPages.notThere();
        }
        model.addAttribute("unit", units.find(unit).orElseThrow(UnitPages::notThere));
        model.addAttribute("upload", upload);
        model.addAttribute("sheet", sheet);
        model.addAttribute("naming", ActionPages.columns(uploads.reading(upload)));
        model.addAttribute("row", sheet.rows().get(0));
        model.addAttribute("newline", "\n");
        model.addAttribute("focus", focus(sheet.rows().get(0)));
        return part == null ? "row" : "row-cells";
    }

    /** {@return the first cell in which something was found, else the first} */
    private static int focus(Sheet.Row row) {
        return IntStream.range(0, row.cells().size())
                .filter(i -> row.cells().get(i).wrong())
                .findFirst()
                .orElse(0);
    }

    @PostMapping("/units/{unit}/changes")
    String change(
            @AuthenticationPrincipal Account who,
            @PathVariable String unit,
            @RequestParam long upload,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            Locale locale,
            RedirectAttributes next,
            HttpServletResponse response) {
        return make(who, unit, upload, typed(form), model, locale, next, response);
    }

    /** What must have been meant, in all cells in which a rule found something and it can be told. */
    @PostMapping("/units/{unit}/changes/mending")
    String mend(
            @AuthenticationPrincipal Account who,
            @PathVariable String unit,
            @RequestParam long upload,
            @RequestParam String rule,
            Model model,
            Locale locale,
            RedirectAttributes next,
            HttpServletResponse response) {
        Upload newest = uploads.newest(unit).orElseThrow(UnitPages::notThere);
        if (newest.id() != upload) {
            next.addFlashAttribute("said", words.getMessage("change.look-again", null, locale));
            return "redirect:/units/" + unit + "/lines";
        }
        List<Typed> mending = Sheet.of(uploads.reading(newest), uploads.report(newest, locale)).mending(rule).stream()
                .map(Typed::of)
                .toList();
        return make(who, unit, upload, mending, model, locale, next, response);
    }

    @PostMapping("/units/{unit}/changes/undo")
    String undo(
            @AuthenticationPrincipal Account who,
            @PathVariable String unit,
            @RequestParam long upload,
            Locale locale,
            RedirectAttributes next) {
        boolean undone = changes.undo(who.name(), unit, upload);
        next.addFlashAttribute("said", words.getMessage(undone ? "change.undone" : "change.look-again", null, locale));
        next.addFlashAttribute("at", 0L);
        return "redirect:/units/" + unit + "/lines";
    }

    /** The list of what was changed, which {@code hrbudget amend} takes. */
    @GetMapping("/units/{unit}/changes")
    ResponseEntity<byte[]> list(@PathVariable String unit, Locale locale) {
        Upload upload = uploads.newest(unit).orElseThrow(UnitPages::notThere);
        String sheet = uploads.reading(upload).found().sheet();
        CellChanges all = CellChanges.of(Changes.together(changes.of(upload)).changes().stream()
                .map(each -> new Change(sheet, each.row(), each.column(), each.from(), each.to()))
                .toList());
        return Downloads.file("cambios-" + unit + ".csv", "text/csv", Judge.bytes(out -> all.write(locale, out)));
    }

    /** Her own file, with the changes in it. */
    @GetMapping("/units/{unit}/file")
    ResponseEntity<byte[]> file(@PathVariable String unit) {
        Upload upload = uploads.newest(unit).orElseThrow(UnitPages::notThere);
        return Downloads.file(
                upload.file().name(),
                MediaType.APPLICATION_OCTET_STREAM_VALUE,
                upload.file().bytes());
    }

    /** One change, or those of a row; each with its column and texts, in the order of the form. */
    private static List<Typed> typed(MultiValueMap<String, String> form) {
        List<String> rows = form.getOrDefault("row", List.of());
        List<String> columns = form.getOrDefault("column", List.of());
        List<String> from = form.getOrDefault("from", List.of());
        List<String> to = form.getOrDefault("to", List.of());
        boolean fits = columns.size() == from.size()
                && columns.size() == to.size()
                && (rows.size() == 1 || rows.size() == columns.size())
                && rows.stream().allMatch(row -> row.matches("[0-9]{1,9}"));
        if (!fits || columns.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        boolean empty = form.containsKey("empty");
        List<Typed> typed = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            long row = Long.parseLong(rows.get(rows.size() == 1 ? 0 : i));
            typed.add(new Typed(row, columns.get(i), from.get(i), empty ? "" : to.get(i), null));
        }
        return typed;
    }

    private String make(
            Account who,
            String unit,
            long upload,
            List<Typed> typed,
            Model model,
            Locale locale,
            RedirectAttributes next,
            HttpServletResponse response) {
        try {
            List<Change> wanted = typed.stream()
                    .map(Typed::change)
                    .filter(change -> !change.from().equals(change.to()))
                    .toList();
            Changes.Outcome made = changes.make(who.name(), unit, upload, wanted);
            next.addFlashAttribute("said", said(unit, made, wanted, locale));
            next.addFlashAttribute("at", typed.isEmpty() ? 0L : typed.get(0).row());
            return "redirect:/units/" + unit + "/lines"
                    + (typed.isEmpty() ? "" : "#r" + typed.get(0).row());
        } catch (Changes.Overtaken e) {
            return overtaken(unit, upload, e, model, response);
        } catch (BudgetReadException e) {
            return refused(unit, typed, e.message(locale), model, response);
        } catch (Refused e) {
            return refused(unit, typed, e.message(words, locale), model, response);
        }
    }

    private String said(String unit, Changes.Outcome made, List<Change> wanted, Locale locale) {
        Upload newest = uploads.newest(unit).orElseThrow(UnitPages::notThere);
        long errors = UnitPages.toMend(uploads.report(newest, locale));
        String said = made.cells() == 1 && wanted.size() == 1
                ? words.getMessage(
                        "change.made.one",
                        new Object[] {
                            "" + wanted.get(0).row(),
                            wanted.get(0).column(),
                            shown(wanted.get(0).from(), locale),
                            shown(wanted.get(0).to(), locale),
                            errors
                        },
                        locale)
                : words.getMessage(
                        made.cells() == 0 ? "change.made.none" : "change.made",
                        new Object[] {made.cells(), errors},
                        locale);
        if (made.meanwhile().isEmpty()) {
            return said;
        }
        String others = made.meanwhile().stream()
                .limit(MOST_NAMED)
                .map(each -> words.getMessage(
                        "change.meanwhile.cell",
                        new Object[] {
                            each.by(),
                            shown.time(each.at(), locale),
                            "" + each.change().row(),
                            each.change().column()
                        },
                        locale))
                .collect(Collectors.joining("; "));
        return said + " "
                + words.getMessage(
                        "change.meanwhile", new Object[] {made.meanwhile().size(), others}, locale);
    }

    private String shown(String text, Locale locale) {
        return text.isEmpty() ? words.getMessage("lines.blank", null, locale) : text;
    }

    /** What she typed is shown beside what stands there now, and one button takes hers. */
    private String overtaken(
            String unit, long seen, Changes.Overtaken fault, Model model, HttpServletResponse response) {
        Map<Change, Mismatch> wrong = new HashMap<>();
        fault.wrong().forEach(each -> wrong.put(each.change(), each));
        List<Made> made = changes.of(fault.newest());
        List<Typed> typed = fault.wanted().stream()
                .map(change -> new Typed(
                        change.row(),
                        change.column(),
                        wrong.containsKey(change) ? wrong.get(change).found() : change.from(),
                        change.to(),
                        Changes.last(made, change)))
                .toList();
        model.addAttribute("another", made.stream().noneMatch(each -> each.upload() > seen));
        return show(unit, fault.newest(), typed, HttpStatus.CONFLICT, model, response);
    }

    private String refused(String unit, List<Typed> typed, String fault, Model model, HttpServletResponse response) {
        model.addAttribute("fault", fault);
        Upload newest = uploads.newest(unit).orElseThrow(UnitPages::notThere);
        return show(unit, newest, typed, HttpStatus.UNPROCESSABLE_CONTENT, model, response);
    }

    private String show(
            String unit,
            Upload newest,
            List<Typed> typed,
            HttpStatus status,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("typed", typed);
        model.addAttribute("newline", "\n");
        response.setStatus(status.value());
        model.addAttribute("unit", units.find(unit).orElseThrow(UnitPages::notThere));
        model.addAttribute("upload", newest);
        return "changed";
    }
}
