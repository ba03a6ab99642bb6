package org.hrbudget.cli.collection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where the results of a collection are in its folder. Names are of letters, digits and few signs, whatever a unit's code is of, and no
 * two differ by case alone.
 */
public final class Places {

    /** The board as a page. */
    public static final String PAGE = "estado.html";

    /** The board as a workbook. */
    public static final String WORKBOOK = "estado.xlsx";

    /** The board as JSON. */
    public static final String JSON = "estado.json";

    /** The report on all together, without its ending. */
    public static final String WHOLE = "consolidado";

    /** The folder of what is of one unit each. */
    public static final String UNITS = "unidades";

    private final Map<String, String> names = new HashMap<>();

    /** Names the files of units. */
    public Places(List<Roster.Unit> units) {
        Set<String> used = new HashSet<>();
        for (Roster.Unit unit : units) {
            String plain = unit.code().replaceAll("[^A-Za-z0-9-]", "_");
            String name = plain;
            for (int n = 2; !used.add(name.toLowerCase(Locale.ROOT)); n++) {
                name = plain + "_" + n;
            }
            names.put(unit.code(), name);
        }
    }

    /** {@return where a file of a unit is, by its ending: {@code .html}, {@code .json}, {@code .txt}} */
    public String of(Roster.Unit unit, String ending) {
        return UNITS + "/" + names.get(unit.code()) + ending;
    }
}
