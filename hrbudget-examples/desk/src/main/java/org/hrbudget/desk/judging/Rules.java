package org.hrbudget.desk.judging;

import java.time.LocalDate;
import java.util.List;
import org.hrbudget.desk.DeskSettings;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.RulePacks;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.RulePack;
import org.springframework.stereotype.Component;

/** The rules that years can be judged by, by coordinates such as {@code mx-cmx/2011.2}. */
@Component
public class Rules {

    private final String jurisdiction;

    Rules(DeskSettings settings) {
        this.jurisdiction = settings.jurisdiction();
    }

    /** {@return the coordinates of a version} */
    public static String coordinates(PackManifest manifest) {
        return manifest.jurisdiction() + "/" + manifest.version();
    }

    /** {@return the versions there are of this city's law, in ascending order} */
    public List<PackManifest> versions() {
        return RulePacks.versions(jurisdiction);
    }

    /**
     * {@return the rules that the law of a day has for a year}
     *
     * @throws org.hrbudget.rules.RulePackException if it has none
     */
    public RulePack select(FiscalYear year, LocalDate asOf) {
        return RulePacks.select(jurisdiction, year, asOf).orElseThrow();
    }

    /** {@return the rules of coordinates; where the law of the day has the same, they say in reports why they were chosen} */
    public RulePack of(String coordinates, FiscalYear year, LocalDate asOf) {
        return PackLibrary.bundled().named(coordinates, year, asOf);
    }
}
