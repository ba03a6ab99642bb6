package org.hrbudget.desk.units;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hrbudget.comparison.BudgetComparison;
import org.hrbudget.comparison.BudgetComparison.Dimension;
import org.hrbudget.comparison.ComparisonDocument;
import org.hrbudget.desk.Downloads;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.units.HandIns.HandIn;
import org.hrbudget.desk.units.Uploads.Upload;
import org.hrbudget.desk.years.Years;
import org.hrbudget.desk.years.Years.Year;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.model.AmountKind;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the unit's newest file changes of what it handed in last, or else of its first file: for itself, and for each right. */
@Controller
class EffectPages {

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

    /** Of all units together it tells the rights alone: what another unit prepares is not for every officer. */
    @GetMapping("/units/{unit}/effects")
    Object effects(
            @PathVariable String unit,
            @RequestParam(defaultValue = "false") boolean all,
            Locale locale,
            RedirectAttributes next) {
        Year year = years.current();
        Upload now = uploads.newest(unit).orElseThrow(UnitPages::notThere);
        Upload before = handIns.newest(unit)
                .map(last -> uploads.get(last.upload()))
                .or(() -> uploads.first(unit, year.value()))
                .orElseThrow(UnitPages::notThere);
        String fault;
        try {
            if (before.id() == now.id()) {
                throw new Refused("effects.none");
            }
            return Downloads.comparison(
                    all
                            ? compare(year, with(unit, before), with(unit, now), locale, Dimension.RIGHT)
                            : compare(
                                    year,
                                    List.of(before.file()),
                                    List.of(now.file()),
                                    locale,
                                    Dimension.RIGHT,
                                    Dimension.ACTION));
        } catch (BudgetReadException e) {
            fault = e.message(locale);
        } catch (BudgetComparison.NotComparableException e) {
            fault = e.text().in(locale);
        } catch (Refused e) {
            fault = e.message(words, locale);
        }
        next.addFlashAttribute("said", fault);
        return "redirect:/units/" + unit + "/lines";
    }

    private ComparisonDocument compare(
            Year year,
            List<Judge.UnitFile> before,
            List<Judge.UnitFile> after,
            Locale locale,
            Dimension by,
            Dimension... further) {
        return judge.compare(
                judge.together(year, before),
                AmountKind.PROPOSED,
                judge.together(year, after),
                null,
                locale,
                by,
                further);
    }

    /** {@return what all units handed in last, of one of them another file} */
    private List<Judge.UnitFile> with(String unit, Upload upload) {
        List<Judge.UnitFile> files = new ArrayList<>();
        for (Units.Unit each : units.all()) {
            Optional<Upload> theirs = each.code().equals(unit)
                    ? Optional.of(upload)
                    : handIns.newest(each.code()).map(HandIn::upload).map(uploads::get);
            theirs.map(Upload::file)
                    .map(file -> file.named(each.code() + "/" + file.name()))
                    .ifPresent(files::add);
        }
        return files;
    }
}
