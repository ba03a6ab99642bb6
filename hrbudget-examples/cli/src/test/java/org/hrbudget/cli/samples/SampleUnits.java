package org.hrbudget.cli.samples;

import java.util.ArrayList;
import java.util.List;
import org.hrbudget.model.BudgetUnit;

/**
 * Eighty units. How many there were in 2011 is not published in our sources. Real are the shape of the codes, the kinds, the code
 * 11CD01 of the police-training institute and the names of the three bodies ahead in newly funded actions; the rest is neutral.
 */
final class SampleUnits {

    static final String DIF = "08PD01";
    static final String SOCIAL_DEVELOPMENT = "08C001";
    static final String COMPTROLLER = "13C001";
    static final String POLICE_TRAINING = "11CD01";
    static final String FINANCE = "09C001";

    static final String MINISTRY_KIND = "dependencia";
    static final String BOROUGH_KIND = "delegación";
    static final String DECONCENTRATED_KIND = "órgano desconcentrado";
    static final String ENTITY_KIND = "entidad";
    static final String AUTONOMOUS_KIND = "órgano autónomo";
    static final String GOVERNMENT_KIND = "órgano de gobierno";

    private static final int MINISTRIES = 20;
    private static final int BOROUGHS = 16;
    private static final int DECONCENTRATED = 14;
    private static final int ENTITIES = 22;
    private static final int AUTONOMOUS = 5;
    private static final int GOVERNMENT = 3;

    private SampleUnits() {}

    static List<BudgetUnit> generate() {
        List<BudgetUnit> units = new ArrayList<>();
        for (int n = 1; n <= MINISTRIES; n++) {
            units.add(unit(sector(n) + "C001", MINISTRY_KIND, "Dependencia", n));
        }
        for (int n = 1; n <= BOROUGHS; n++) {
            units.add(unit("02CD" + sector(n), BOROUGH_KIND, "Delegación", n));
        }
        for (int n = 1; n <= DECONCENTRATED; n++) {
            units.add(unit(sector(n + 2) + "CD01", DECONCENTRATED_KIND, "Órgano desconcentrado", n));
        }
        for (int n = 1; n <= ENTITIES; n++) {
            units.add(unit(sector(n) + "PD01", ENTITY_KIND, "Entidad", n));
        }
        for (int n = 1; n <= AUTONOMOUS; n++) {
            units.add(unit(sector(n + 23) + "A001", AUTONOMOUS_KIND, "Órgano autónomo", n));
        }
        for (int n = 1; n <= GOVERNMENT; n++) {
            units.add(unit(sector(n + 28) + "L001", GOVERNMENT_KIND, "Órgano de gobierno", n));
        }
        return units;
    }

    private static BudgetUnit unit(String code, String kind, String neutralName, int number) {
        String name = switch (code) {
            case DIF -> "DIF-DF";
            case SOCIAL_DEVELOPMENT -> "Secretaría de Desarrollo Social";
            case COMPTROLLER -> "Contraloría General";
            case POLICE_TRAINING -> "Instituto Técnico de Formación Policial";
            default -> neutralName + " " + number;
        };
        return new BudgetUnit(code, name + " (sintético)", kind);
    }

    private static String sector(int number) {
        return SampleProgramme.twoDigits(number);
    }
}
