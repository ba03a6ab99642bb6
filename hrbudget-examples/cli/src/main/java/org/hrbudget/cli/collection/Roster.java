package org.hrbudget.cli.collection;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.hrbudget.io.Input;
import org.hrbudget.io.ReferenceRows;
import org.jspecify.annotations.Nullable;

/**
 * The units that hand in a budget, from a table with a column of their codes and optionally of names, kinds and patterns.
 *
 * @param units the units, in the order of the table
 */
public record Roster(List<Unit> units) {

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "unit",
            List.of("unit", "unit_code", "unidad", "unidad_responsable", "clave", "clave_unidad", "ur"),
            "name",
            List.of("name", "unit_name", "nombre", "denominacion", "denominación"),
            "kind",
            List.of("kind", "unit_kind", "tipo", "tipo_unidad"),
            "pattern",
            List.of("pattern", "patron", "patrón"));

    /** Copies the list. */
    public Roster {
        units = List.copyOf(units);
    }

    /**
     * A unit.
     *
     * @param code its code, which stands in the names of its files or of their folder where it has no pattern
     * @param name its name, or {@code null}
     * @param kind its kind, or {@code null}
     * @param files tells its files by their paths in the folder of what was handed in, or {@code null}
     */
    public record Unit(
            String code,
            @Nullable String name,
            @Nullable String kind,
            @Nullable PathMatcher files) {

        /** {@return its code and its name} */
        public String named() {
            return name == null ? code : code + " " + name;
        }

        /** {@return whether a code is this unit's, however its letters are written} */
        public boolean is(String other) {
            return folded(other).equals(folded(code));
        }

        /** {@return whether its pattern tells a file by its path or its name} */
        boolean claims(String path) {
            if (files == null) {
                return false;
            }
            Path whole = Path.of(folded(path));
            Path last = whole.getFileName();
            return files.matches(whole) || (last != null && files.matches(last));
        }

        /** {@return what tells the code in a name: it stands there between signs that are no letters or digits} */
        Pattern inNames() {
            return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(folded(code)) + "(?![\\p{L}\\p{N}])");
        }
    }

    /** {@return a text without the differences that file systems and typists make: of letters' case and of how accents are stored} */
    static String folded(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /**
     * {@return the units in a file}
     *
     * @throws org.hrbudget.io.BudgetReadException if it cannot be read, or a row of it is wrong
     */
    public static Roster read(Path file) {
        ReferenceRows table = ReferenceRows.read(Input.of(file), COLUMNS, List.of("unit"));
        List<Unit> units = new ArrayList<>();
        Map<String, Long> rows = new HashMap<>();
        for (ReferenceRows.Row row : table.rows()) {
            String code = row.cells().getOrDefault("unit", "");
            Long before = rows.putIfAbsent(folded(code), row.number());
            if (before != null) {
                throw table.refusal(
                        row, "unit", CollectionWords.both("roster.twice", "unit", code, "row", Long.toString(before)));
            }
            units.add(new Unit(code, row.cell("name"), row.cell("kind"), pattern(table, row)));
        }
        return new Roster(units);
    }

    private static @Nullable PathMatcher pattern(ReferenceRows table, ReferenceRows.Row row) {
        String pattern = row.cell("pattern");
        if (pattern == null) {
            return null;
        }
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + folded(pattern));
        } catch (PatternSyntaxException | InvalidPathException e) {
            throw table.refusal(row, "pattern", CollectionWords.both("roster.pattern", "pattern", pattern));
        }
    }

    /** {@return the unit of a code} */
    Optional<Unit> unit(String code) {
        return units.stream().filter(unit -> unit.is(code)).findFirst();
    }
}
