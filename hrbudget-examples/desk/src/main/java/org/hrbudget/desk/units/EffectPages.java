package org.hrbudget.desk.units;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hrbudget.comparison.BudgetComparison;
import org.hrbudget.comparison.BudgetComparison.Dimension;
import org.hrbudget.desk.Csv;
import org.hrbudget.desk.Downloads;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.units.LineChanges.Cell;
import org.hrbudget.desk.units.LineChanges.Known;
import org.hrbudget.desk.units.LineChanges.What;
import org.hrbudget.desk.units.Uploads.Upload;
import org.hrbudget.desk.years.Years;
import org.hrbudget.desk.years.Years.Year;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.model.AmountKind;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.validation.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the unit's newest file changes of what it handed in last, or else of its first file. Of its own files alone: a comparison names the
 * files it is of, and those of other units are not for every officer.
 */
@Controller
class EffectPages {

    /** The most lines that are shown; the table to download has all. */
    static final int MOST = 200;

    private static final int PRECISION = 6;

    private final Units units;
    private final Uploads uploads;
    private final HandIns handIns;
    private final Judge judge;
    private final Years years;
    private final MessageSource words;

    EffectPages(Units units, Uploads uploads, HandIns handIns, Judge judge, Years years, MessageSource words) {
        this.units = units;
        this.uploads = uploads;
        this.handIns = handIns;
        this.judge = judge;
        this.years = years;
        this.words = words;
    }

    /** The two files that are held side by side. */
    private record Pair(Year year, Upload before, Upload now) {}

    /**
     * What a file adds up to.
     *
     * @param lines its lines
     * @param rejected its rows that could not be read, and are in no number
     * @param amount the money of its lines, exact; {@code null} where none has any
     * @param linked what they give to actions of the programme, exact; {@code null} where that is unknown
     */
    record Sums(
            long lines,
            long rejected,
            @Nullable String amount,
            @Nullable String linked) {

        static Sums of(ReportDocument report) {
            return new Sums(
                    report.budget().lines(),
                    report.input().get(0).rowsRejected(),
                    report.budget().totals().get(report.budget().basis()),
                    sum(report.units(), ReportDocument.UnitSum::attributedAmount));
        }

        private static @Nullable String sum(
                List<ReportDocument.UnitSum> units, Function<ReportDocument.UnitSum, @Nullable String> amount) {
            BigDecimal sum = BigDecimal.ZERO;
            for (ReportDocument.UnitSum unit : units) {
                String each = amount.apply(unit);
                if (each == null) {
                    return null;
                }
                sum = sum.add(new BigDecimal(each));
            }
            return units.isEmpty() ? null : sum.toPlainString();
        }

        /** {@return the part of the money that is given to actions, in per cent; {@code null} where there is none, or it is unknown} */
        public @Nullable String share() {
            return linked == null || amount == null || new BigDecimal(amount).signum() <= 0
                    ? null
                    : Finding.Detail.percent(
                            new BigDecimal(linked).divide(new BigDecimal(amount), PRECISION, RoundingMode.HALF_UP));
        }
    }

    private Pair pair(String unit) {
        Year year = years.current();
        Upload now = uploads.newest(unit).orElseThrow(UnitPages::notThere);
        Upload before = handIns.newest(unit)
                .map(last -> uploads.get(last.upload()))
                .or(() -> uploads.first(unit, year.value()))
                .orElseThrow(UnitPages::notThere);
        return new Pair(year, before, now);
    }

    @GetMapping("/units/{unit}/effects")
    String effects(@PathVariable String unit, Model model, Locale locale, RedirectAttributes next) {
        Pair pair = pair(unit);
        try {
            if (pair.before().id() == pair.now().id()) {
                throw new Refused("effects.none");
            }
            LineChanges changes = changes(pair);
            model.addAttribute("changes", changes);
            model.addAttribute("lines", changes.lines().stream().limit(MOST).toList());
        } catch (BudgetReadException e) {
            return back(unit, e.message(locale), next);
        } catch (Refused e) {
            return back(unit, e.message(words, locale), next);
        }
        ReportDocument report = uploads.report(pair.now(), locale);
        model.addAttribute("unit", units.find(unit).orElseThrow(UnitPages::notThere));
        model.addAttribute("earlier", pair.before());
        model.addAttribute("upload", pair.now());
        model.addAttribute("currency", report.budget().currency());
        model.addAttribute("before", Sums.of(uploads.report(pair.before(), locale)));
        model.addAttribute("now", Sums.of(report));
        return "effects";
    }

    private LineChanges changes(Pair pair) {
        return LineChanges.between(known(pair.year(), pair.before()), known(pair.year(), pair.now()));
    }

    private List<Known> known(Year year, Upload upload) {
        List<Known> lines = new ArrayList<>();
        judge.forEachLine(year, upload.file(), line -> lines.add(Known.of(line)));
        return lines;
    }

    /** All lines that are not the same, a row for each thing that is not. */
    @GetMapping("/units/{unit}/effects/lines.csv")
    ResponseEntity<byte[]> lines(@PathVariable String unit, Locale locale) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.of("fate", "key", "row-before", "row-now", "what", "before", "now")
                .map(column -> words.getMessage("effects." + column, null, locale))
                .toList());
        changes(pair(unit)).lines().forEach(line -> {
            String fate = words.getMessage("effects.fate." + line.fate(), null, locale);
            List<String> head = List.of(fate, line.key(), row(line.before()), row(line.after()));
            // A line of which nothing but its key is known is there too.
            List<Cell> cells = line.cells().isEmpty() ? List.of(new Cell(What.COLUMN, "", "", "")) : line.cells();
            cells.forEach(cell ->
                    rows.add(Stream.concat(head.stream(), Stream.of(name(cell, locale), cell.before(), cell.after()))
                            .toList()));
        });
        return Downloads.file("renglones-" + unit + ".csv", Csv.TYPE, Csv.of(rows));
    }

    private static String row(long number) {
        return number == 0 ? "" : Long.toString(number);
    }

    private String name(Cell cell, Locale locale) {
        return cell.of() == What.COLUMN ? cell.name() : words.getMessage("effects.what." + cell.word(), null, locale);
    }

    /** By right and action, as the ministry compares years. */
    @GetMapping("/units/{unit}/effects/rights")
    Object rights(@PathVariable String unit, Locale locale, RedirectAttributes next) {
        Pair pair = pair(unit);
        try {
            return Downloads.comparison(judge.compare(
                    judge.together(pair.year(), List.of(pair.before().file())),
                    AmountKind.PROPOSED,
                    judge.together(pair.year(), List.of(pair.now().file())),
                    null,
                    locale,
                    Dimension.RIGHT,
                    Dimension.ACTION));
        } catch (BudgetReadException e) {
            return back(unit, e.message(locale), next);
        } catch (BudgetComparison.NotComparableException e) {
            return back(unit, e.text().in(locale), next);
        } catch (Refused e) {
            return back(unit, e.message(words, locale), next);
        }
    }

    private static String back(String unit, String fault, RedirectAttributes next) {
        next.addFlashAttribute("said", fault);
        return "redirect:/units/" + unit + "/lines";
    }
}
