package org.hrbudget.desk.units;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.report.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * What an officer says of how her file is written; what she leaves open is found out.
 *
 * @param charset one of {@link #CHARSETS}, or blank
 * @param separator one of {@link #SEPARATORS}, or blank
 * @param decimal a point, a comma, or blank
 * @param headingRow the number of the row of headings, or blank
 * @param sheet the name of a sheet, or blank
 */
record Written(
        @Nullable String charset,
        @Nullable String separator,
        @Nullable String decimal,
        @Nullable String headingRow,
        @Nullable String sheet) {

    /** What offices' programs save text in: today's, that of Windows and that of its command line and old programs. */
    static final List<String> CHARSETS = List.of("UTF-8", "windows-1252", "IBM850", "UTF-16");

    static final List<String> SEPARATORS = List.of(",", ";", "tab", "|");

    /** The longest name that a workbook gives a sheet. */
    private static final int LONGEST = 31;

    /**
     * {@return it by the names that receipts have for it}
     *
     * @throws Refused if a value can be none
     */
    List<Receipt.Option> options() {
        Map<String, String> options = new LinkedHashMap<>();
        put(options, "--charset", charset, Set.copyOf(CHARSETS));
        put(options, "--separator", separator, Set.copyOf(SEPARATORS));
        put(options, "--decimal", decimal, Set.of(".", ","));
        String row = said(headingRow);
        if (!row.isEmpty()) {
            if (!row.matches("[1-9][0-9]{0,5}")) {
                throw new Refused("written.row", row);
            }
            options.put("--heading-row", row);
        }
        String name = said(sheet);
        if (name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new Refused("written.sheet.long", Integer.toString(LONGEST));
        }
        if (!name.isEmpty()) {
            options.put("--sheet", name);
        }
        return options.entrySet().stream()
                .map(option -> new Receipt.Option(option.getKey(), option.getValue()))
                .toList();
    }

    /** {@return what was typed, right or wrong, by the same names} */
    Map<String, String> typed() {
        return Map.of(
                "--charset", said(charset),
                "--separator", said(separator),
                "--decimal", said(decimal),
                "--heading-row", said(headingRow),
                "--sheet", said(sheet));
    }

    private static void put(Map<String, String> options, String name, @Nullable String value, Set<String> known) {
        String said = said(value);
        if (said.isEmpty()) {
            return;
        }
        if (!known.contains(said)) {
            throw new Refused("written.other", said);
        }
        options.put(name, said);
    }

    private static String said(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }

    /** {@return options by their names} */
    static Map<String, String> by(List<Receipt.Option> options) {
        return options.stream().collect(Collectors.toMap(Receipt.Option::name, Receipt.Option::value));
    }

    /** {@return options as one text, a line each; {@code null} where there is none} */
    static @Nullable String text(List<Receipt.Option> options) {
        return options.isEmpty()
                ? null
                : options.stream()
                        .map(option -> option.name() + "=" + option.value())
                        .collect(Collectors.joining("\n"));
    }

    /** {@return the options of such a text} */
    static List<Receipt.Option> of(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(line -> line.split("=", 2))
                        .map(parts -> new Receipt.Option(parts[0], parts[1]))
                        .toList();
    }
}
