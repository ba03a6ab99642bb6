package org.hrbudget.io;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.model.Position;
import org.hrbudget.model.Waiver;
import org.jspecify.annotations.Nullable;

/**
 * Reads waivers.
 *
 * <p>As CSV in UTF-8 or a workbook: {@code fingerprint, rule, unit, reason, who, until}. A row has either the fingerprint of a finding or
 * a rule and a unit; reason, who and until, a day such as {@code 2011-03-31}, are needed. A file with one wrong row is refused as a whole,
 * and so is one with two rows about the same: nobody could say which counts.
 *
 * <pre>{@code
 * fingerprint,rule,unit,reason,who,until
 * 3f0c9a1b77d2e458,,,The catalogue of the year is not out yet,"Ana Ruiz, director of budget",2011-03-31
 * ,line-names-no-action,11CD01,A new unit that is being staffed,"Ana Ruiz, director of budget",2011-06-30
 * }</pre>
 */
public final class Waivers {

    private static final Map<String, List<String>> HEADINGS = Map.of(
            "fingerprint", List.of("fingerprint", "huella"),
            "rule", List.of("rule", "rule_id", "regla"),
            "unit", List.of("unit", "unit_code", "unidad", "unidad_responsable", "ur"),
            "reason", List.of("reason", "motivo"),
            "who", List.of("who", "quien", "quién", "autoriza", "responsable"),
            "until", List.of("until", "hasta", "vigencia"));

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{16}");

    private Waivers() {}

    /**
     * {@return the waivers in a file, in its order}
     *
     * @param file the file
     * @throws BudgetReadException if it cannot be read or one of its rows is wrong
     */
    public static List<Waiver> read(Path file) {
        return read(Input.of(file));
    }

    /**
     * {@return the waivers in an input, in its order}
     *
     * @param input the input
     * @throws BudgetReadException if it cannot be read or one of its rows is wrong
     */
    public static List<Waiver> read(Input input) {
        ReferenceRows table = ReferenceRows.read(input, HEADINGS, List.of("reason", "who", "until"));
        List<Waiver> waivers = new ArrayList<>();
        Map<List<@Nullable String>, Long> seen = new HashMap<>();
        for (ReferenceRows.Row row : table.rows()) {
            Waiver waiver = waiver(table, row, input.name());
            Long first = seen.putIfAbsent(
                    Arrays.asList(waiver.fingerprint(), waiver.ruleId(), waiver.unitCode()), row.number());
            if (first != null) {
                throw table.refusal(row, null, Texts.of("waiver.twice", "first", Long.toString(first)));
            }
            waivers.add(waiver);
        }
        return List.copyOf(waivers);
    }

    private static Waiver waiver(ReferenceRows table, ReferenceRows.Row row, String file) {
        String fingerprint = fingerprint(table, row);
        String rule = row.cell("rule");
        String unit = row.cell("unit");
        boolean fits = fingerprint == null ? rule != null && unit != null : rule == null && unit == null;
        if (!fits) {
            throw table.refusal(row, null, Texts.of("waiver.of-what"));
        }
        return new Waiver(
                fingerprint,
                rule,
                unit,
                row.cells().getOrDefault("reason", ""),
                row.cells().getOrDefault("who", ""),
                until(table, row),
                new Position(file, row.number()));
    }

    private static @Nullable String fingerprint(ReferenceRows table, ReferenceRows.Row row) {
        String text = row.cell("fingerprint");
        String folded = text == null ? "" : text.toLowerCase(Locale.ROOT);
        if (text != null && !FINGERPRINT.matcher(folded).matches()) {
            throw table.refusal(row, "fingerprint", Texts.of("waiver.fingerprint", "value", Excerpt.of(text)));
        }
        return text == null ? null : folded;
    }

    private static LocalDate until(ReferenceRows table, ReferenceRows.Row row) {
        String text = row.cells().getOrDefault("until", "");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw table.refusal(row, "until", Texts.of("waiver.until", "value", Excerpt.of(text)));
        }
    }
}
