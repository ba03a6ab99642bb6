package org.hrbudget.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.report.TextPage;
import org.hrbudget.rules.PackLibrary.Reach;
import org.hrbudget.validation.PackManifest.Selection.Reason;

/** Says which budgets fall to a pack and which to others, and where a version comes back that the pack amends. */
final class ReachTable {

    private final ProgramWords words;
    private final TextPage page;

    ReachTable(ProgramWords words, TextPage page) {
        this.words = words;
        this.page = page;
    }

    /**
     * Shows it under a heading; nothing where nothing is known.
     *
     * @param pack the id of the pack
     * @param place where the pack is, or its name
     * @param reaches what budgets fall to whom
     */
    void show(String pack, String place, List<Reach> reaches) throws IOException {
        if (reaches.isEmpty()) {
            return;
        }
        String jurisdiction = pack.substring(0, pack.indexOf(' '));
        page.heading(words.get("reach"));
        page.table(
                2,
                "llw",
                reaches.stream()
                        .map(reach -> List.of(years(reach), days(reach), whom(jurisdiction, reach)))
                        .toList());
        Optional<Reach> back = reaches.stream().filter(Reach::revived).findFirst();
        if (back.isPresent()) {
            page.paragraph(
                    2,
                    words.get(
                            (back.get().reason() == Reason.EXTRAPOLATED ? "reach.revived.held-up" : "reach.revived")
                                    + (place.endsWith(".xlsx") ? ".workbook" : ""),
                            "pack",
                            pack,
                            "version",
                            jurisdiction + " " + back.get().version(),
                            "year",
                            back.get().firstFiscalYear().toString()));
        }
    }

    private String years(Reach reach) {
        FiscalYear last = reach.lastFiscalYear();
        String first = reach.firstFiscalYear().toString();
        if (last == null) {
            return words.get("reach.years.on", "first", first);
        }
        return last.equals(reach.firstFiscalYear())
                ? words.get("reach.year", "year", first)
                : words.get("reach.years", "first", first, "last", last.toString());
    }

    private String days(Reach reach) {
        LocalDate from = reach.from();
        LocalDate until = reach.until();
        if (from == null) {
            return until == null
                    ? words.get("reach.days.all")
                    : words.get("reach.days.until", "until", until.toString());
        }
        return until == null
                ? words.get("reach.days.from", "from", from.toString())
                : words.get("reach.days", "from", from.toString(), "until", until.toString());
    }

    private String whom(String jurisdiction, Reach reach) {
        if (reach.version() == null) {
            return words.get("reach.none");
        }
        String pack = jurisdiction + " " + reach.version();
        return reach.reason() == Reason.EXTRAPOLATED ? words.get("reach.extrapolated", "pack", pack) : pack;
    }
}
