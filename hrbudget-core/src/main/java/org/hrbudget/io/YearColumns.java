package org.hrbudget.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hrbudget.model.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file that has amounts of several years side by side, of which one year is the budget's.
 *
 * @param layout the layout for the columns of that year
 * @param year the year; {@code null} where the layout knows no years in headings
 * @param others the columns of other years, from 0
 */
record YearColumns(Layout layout, @Nullable FiscalYear year, List<Integer> others) {

    /** Four digits to stand for a year while a heading is folded, which leaves digits alone. */
    private static final String DIGITS = "0000";

    /**
     * {@return the columns of the year that the caller says, or of the only one there is}
     *
     * @throws BudgetReadException if that one has no column, or nobody says which of several it is
     */
    static YearColumns of(String file, Layout layout, List<String> headings, @Nullable FiscalYear wanted) {
        List<String> templates = layout.headings().stream()
                .filter(heading -> heading.contains(Layout.YEAR))
                .toList();
        if (templates.isEmpty()) {
            return new YearColumns(layout, null, List.of());
        }
        Map<String, List<Integer>> found = byYear(layout, headings);
        String year = wanted != null
                ? wanted.toString()
                : found.size() == 1 ? found.keySet().iterator().next() : "";
        if (!found.containsKey(year)) {
            throw new Headings(file, headings, layout::folded)
                    .refusal(
                            found.isEmpty() ? "header.no-years" : year.isEmpty() ? "header.years" : "header.year",
                            "layout",
                            layout.name(),
                            "wanted",
                            String.join(" | ", templates),
                            "year",
                            year,
                            "years",
                            String.join(", ", found.keySet()));
        }
        List<Integer> others = new ArrayList<>();
        found.forEach((other, columns) -> others.addAll(other.equals(year) ? List.of() : columns));
        return new YearColumns(layout.ofYear(year), FiscalYear.parse(year), others);
    }

    private static Map<String, List<Integer>> byYear(Layout layout, List<String> headings) {
        List<Pattern> patterns = patterns(layout, layout.headings());
        Map<String, List<Integer>> found = new TreeMap<>();
        for (int i = 0; i < headings.size(); i++) {
            for (Pattern pattern : patterns) {
                Matcher matcher = pattern.matcher(layout.folded(headings.get(i)));
                if (matcher.matches()) {
                    found.computeIfAbsent(matcher.group(1), year -> new ArrayList<>())
                            .add(i);
                }
            }
        }
        return found;
    }

    /** {@return what headings match, folded, in which a layout leaves the year open} */
    static List<Pattern> patterns(Layout layout, List<String> headings) {
        return headings.stream()
                .filter(heading -> heading.contains(Layout.YEAR))
                .map(template -> pattern(layout, template))
                .toList();
    }

    private static Pattern pattern(Layout layout, String template) {
        String folded = layout.folded(template.replace(Layout.YEAR, DIGITS));
        return Pattern.compile(Arrays.stream(folded.split(DIGITS, -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("((?:19|2[0-9])[0-9]{2})")));
    }
}
