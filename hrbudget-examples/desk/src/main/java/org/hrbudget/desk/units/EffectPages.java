package org.hrbudget.desk.units;

import java.util.List;
import java.util.Locale;
import org.hrbudget.comparison.BudgetComparison;
import org.hrbudget.comparison.BudgetComparison.Dimension;
import org.hrbudget.desk.Downloads;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.desk.units.Uploads.Upload;
import org.hrbudget.desk.years.Years;
import org.hrbudget.desk.years.Years.Year;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.model.AmountKind;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the unit's newest file changes of what it handed in last, or else of its first file. */
@Controller
class EffectPages {

    private final Uploads uploads;
    private final HandIns handIns;
    private final Judge judge;
    private final Years years;
    private final MessageSource words;

    EffectPages(Uploads uploads, HandIns handIns, Judge judge, Years years, MessageSource words) {
        this.uploads = uploads;
        this.handIns = handIns;
        this.judge = judge;
        this.years = years;
        this.words = words;
    }

    /** Of its own files alone: a comparison names the files it is of, and those of other units are not for every officer. */
    @GetMapping("/units/{unit}/effects")
    Object effects(@PathVariable String unit, Locale locale, RedirectAttributes next) {
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
            return Downloads.comparison(judge.compare(
                    judge.together(year, List.of(before.file())),
                    AmountKind.PROPOSED,
                    judge.together(year, List.of(now.file())),
                    null,
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
}
