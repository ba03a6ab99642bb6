package org.hrbudget.desk.units;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.desk.judging.Sheet;
import org.hrbudget.desk.units.Uploads.Upload;
import org.hrbudget.io.Budgets;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.search.ActionSearch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds the action of the programme that a line pays for, and puts it into the line. */
@Controller
class ActionPages {

    private static final int MOST = 20;
    private static final int LONGEST = 200;

    private final Units units;
    private final Uploads uploads;
    private final @Nullable HumanRightsProgramme programme;
    private final @Nullable ActionSearch search;

    ActionPages(Units units, Uploads uploads, Judge judge) {
        this.units = units;
        this.uploads = uploads;
        this.programme = judge.humanRights().orElse(null);
        this.search = programme == null ? null : ActionSearch.in(programme);
    }

    /**
     * An action that was found.
     *
     * @param action the action
     * @param right its right or group, in the reader's language
     * @param written what a line names it by
     */
    record Found(HrpAction action, String right, String written) {}

    /**
     * A line that is to name an action.
     *
     * @param row its row
     * @param column the column that names it
     * @param stands what stands there
     * @param told what else stands in the row, by its headings
     */
    record Line(long row, String column, String stands, Map<String, String> told) {}

    @GetMapping("/units/{unit}/actions")
    String find(
            @PathVariable String unit,
            @RequestParam(defaultValue = "0") long row,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String right,
            @RequestParam(defaultValue = "") String executor,
            Model model,
            Locale locale) {
        if (programme == null || search == null) {
            throw UnitPages.notThere();
        }
        String typed = words.strip();
        String asked = typed.substring(0, Math.min(LONGEST, typed.length()));
        model.addAttribute("unit", units.find(unit).orElseThrow(UnitPages::notThere));
        model.addAttribute("asked", asked);
        model.addAttribute("cut", typed.length() > LONGEST ? LONGEST : null);
        model.addAttribute("right", right);
        model.addAttribute("executor", executor);
        model.addAttribute("rights", programme.chapters());
        model.addAttribute("executors", executors(programme));
        Map<String, String> columns = Map.of();
        if (row != 0) {
            Upload upload = uploads.newest(unit).orElseThrow(UnitPages::notThere);
            Budgets.Reading reading = uploads.reading(upload);
            Sheet sheet = Sheet.of(reading, uploads.report(upload, locale), row);
            if (row <= reading.found().headingRow() || row > sheet.last()) {
                throw UnitPages.notThere();
            }
            columns = columns(reading);
            model.addAttribute("upload", upload);
            model.addAttribute("line", line(sheet, row, columns));
        }
        boolean bySequence = !columns.isEmpty() && !columns.containsValue("action");
        Predicate<HrpAction> those = action -> (right.isEmpty()
                        || action.rightCode().equals(right))
                && (executor.isEmpty() || ActionSearch.carriedOutBy(executor).test(action));
        List<HrpAction> all;
        if (asked.isEmpty()) {
            all = right.isEmpty() && executor.isEmpty()
                    ? List.of()
                    : programme.actions().stream().filter(those).toList();
        } else {
            ActionSearch.Answer answer = search.find(asked, those);
            model.addAttribute("missing", answer.missing());
            all = answer.matches().stream().map(ActionSearch.Match::action).toList();
        }
        model.addAttribute("count", all.size());
        model.addAttribute("most", MOST);
        model.addAttribute(
                "found",
                all.stream()
                        .limit(MOST)
                        .map(action -> found(programme, action, bySequence, locale))
                        .toList());
        return "actions";
    }

    private static Set<String> executors(HumanRightsProgramme programme) {
        return programme.actions().stream()
                .flatMap(action -> action.executors().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Found found(HumanRightsProgramme programme, HrpAction action, boolean bySequence, Locale locale) {
        String right = programme
                .chapter(action.rightCode())
                .map(chapter -> locale.getLanguage().equals("es") ? chapter.nameEs() : chapter.nameEn())
                .orElse("");
        return new Found(
                action,
                action.rightCode() + " " + right,
                bySequence ? Integer.toString(action.sequence()) : action.code());
    }

    /** {@return which columns name an action, by their headings: by its code or, in files without one, by its number} */
    static Map<String, String> columns(Budgets.Reading reading) {
        Map<String, String> read = reading.found().columns();
        String field = read.containsValue("action") ? "action" : "action_sequence";
        return read.entrySet().stream()
                .filter(column -> column.getValue().equals(field))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** {@return a row with the column that is at fault, or else the first that is empty, or else the first} */
    private static @Nullable Line line(Sheet sheet, long row, Map<String, String> columns) {
        List<Sheet.Cell> cells = sheet.rows().get(0).cells();
        List<Integer> naming = IntStream.range(0, cells.size())
                .filter(i -> columns.containsKey(sheet.columns().get(i)))
                .boxed()
                .toList();
        if (naming.isEmpty()) {
            return null;
        }
        int at = naming.stream()
                .filter(i -> cells.get(i).wrong())
                .findFirst()
                .or(() -> naming.stream()
                        .filter(i -> cells.get(i).text().isBlank())
                        .findFirst())
                .orElse(naming.get(0));
        Map<String, String> told = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (i != at && !cells.get(i).text().isBlank()) {
                told.put(sheet.columns().get(i), cells.get(i).text());
            }
        }
        return new Line(row, sheet.names().get(at), cells.get(at).text(), told);
    }
}
