package org.hrbudget.io;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.io.internal.Excerpt;
import org.hrbudget.io.internal.Intake;
import org.hrbudget.io.internal.ReadingStop;
import org.hrbudget.io.internal.Row;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * What a file shows of itself without a layout: how it is written, its headings and its first rows.
 *
 * @param file its name
 * @param found how it is written
 * @param headings its headings
 * @param rows its first rows, of each cell the first 80 characters
 * @param words what is in each column in place of digits: the first short cells without any, of the whole file
 * @param hasTotals whether a row calls itself a total
 * @param entry which file of a zip it is, where that was said
 */
record Specimen(
        String file,
        Budgets.FoundTable found,
        List<String> headings,
        List<List<String>> rows,
        Map<Integer, Set<String>> words,
        boolean hasTotals,
        @Nullable String entry) {

    private static final int KEPT = 500;
    private static final int LONGEST_HEADING = 80;
    private static final int LONGEST_WORD = 5;
    private static final int MOST_WORDS = 10;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    /** Tried in this order where a text seems to be in another charset than was found. */
    private static final List<String> CHARSETS = List.of("windows-1252", "IBM850");

    /** The headings that the shipped layouts know, and those of amounts among them. */
    private record Known(Set<String> headings, Set<String> amounts) {

        static Known all() {
            return new Known(
                    loose(Layout.names().stream().map(Layout::named).map(Layout::headings)),
                    loose(Layout.names().stream().map(Layout::named).map(Layout::amountHeadings)));
        }

        private static Set<String> loose(Stream<List<String>> lists) {
            return lists.flatMap(List::stream).map(Spelling::loose).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** A specimen, and whether some of its text is doubtful in the charset it was read in. */
    private record Attempt(Specimen specimen, boolean doubtful) {}

    /**
     * {@return what a file shows of itself}
     *
     * @param sheet the sheet of a workbook, or {@code null} for the first that has headings
     * @param entry the file of a zip of several, or {@code null}
     * @throws BudgetReadException if nothing can be read from it at all
     */
    static Specimen of(Input input, @Nullable String sheet, @Nullable String entry) {
        TableForm form = form(input, sheet, entry);
        Attempt first = take(input, form, Integer.MAX_VALUE);
        // Text that is right as UTF-8 is in no other charset by chance.
        if (first.doubtful() && !"UTF-8".equals(first.specimen().found().charset())) {
            for (String charset : CHARSETS) {
                Attempt other = take(input, form.in(Charset.forName(charset)), Integer.MAX_VALUE);
                if (!other.doubtful()) {
                    return other.specimen();
                }
            }
        }
        return first.specimen();
    }

    /** {@return how its headings are found: by those that are known, else as the first row of words that the rest are as wide as} */
    private static TableForm form(Input input, @Nullable String sheet, @Nullable String entry) {
        Known known = Known.all();
        Predicate<String> isKnown = heading -> known.headings().contains(Spelling.loose(heading));
        TableForm expected = TableForm.looking(
                ',', isKnown, heading -> known.amounts().contains(Spelling.loose(heading)), sheet, entry);
        BudgetReadException refusal = null;
        try {
            if (expected.headings(take(input, expected, KEPT).specimen().headings()) >= Dialect.FEWEST_HEADINGS) {
                return expected;
            }
        } catch (BudgetReadException e) {
            refusal = e;
        }
        TableForm best = null;
        long most = 0;
        for (char separator : SEPARATORS) {
            TableForm form = TableForm.looking(separator, Specimen::isWord, expected.isAmount(), sheet, entry);
            long regular = regular(input, form);
            if (regular > most) {
                most = regular;
                best = form;
            }
        }
        if (best == null && refusal != null) {
            throw refusal;
        }
        return best == null ? expected : best;
    }

    private static boolean isWord(String cell) {
        return cell.length() <= LONGEST_HEADING && cell.chars().anyMatch(Character::isLetter);
    }

    /** {@return how many cells are in rows as wide as the headings are; 0 where it cannot be read so} */
    private static long regular(Input input, TableForm form) {
        try {
            Specimen specimen = take(input, form, Dialect.ROWS).specimen();
            int width = specimen.headings().size();
            return width
                    * (1
                            + specimen.rows().stream()
                                    .filter(row -> row.size() == width)
                                    .count());
        } catch (BudgetReadException e) {
            return 0;
        }
    }

    private static Attempt take(Input input, TableForm form, int mostRows) {
        List<List<String>> kept = new ArrayList<>();
        Map<Integer, Set<String>> words = new HashMap<>();
        boolean totals = false;
        boolean doubtful = false;
        try (OpenInput open = OpenInput.open(input, form, ReadLimits.DEFAULT, null)) {
            try {
                Row row = open.rows().next();
                for (int i = 0; row != null && i < mostRows; i++) {
                    doubtful |= row.flaw() != null;
                    boolean total = LineMaker.callsItselfTotal(row);
                    totals |= total;
                    if (!total) {
                        noteWords(row, words);
                    }
                    if (!total && kept.size() < KEPT && !row.isBlank()) {
                        kept.add(cells(row));
                    }
                    row = open.rows().next();
                }
            } catch (ReadingStop e) {
                // What came before is enough to begin with; whoever reads the file with the layout is told.
                doubtful = false;
            }
            return new Attempt(
                    new Specimen(
                            input.name(),
                            open.found(Map.of()),
                            open.rows().headings(),
                            kept,
                            words,
                            totals,
                            open.isEntry() ? form.entry() : null),
                    doubtful || open.rows().doubt().isPresent());
        } catch (IOException e) {
            throw new BudgetReadException(Intake.explain(input.name(), e), e);
        }
    }

    private static void noteWords(Row row, Map<Integer, Set<String>> words) {
        for (int i = 0; i < row.count(); i++) {
            String cell = Spelling.trimmed(row.cell(i));
            if (!cell.isEmpty() && cell.length() <= LONGEST_WORD && cell.chars().noneMatch(Character::isDigit)) {
                Set<String> known = words.computeIfAbsent(i, key -> new LinkedHashSet<>());
                if (known.size() < MOST_WORDS) {
                    known.add(cell);
                }
            }
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.count(); i++) {
            cells.add(Excerpt.of(Spelling.trimmed(row.cell(i))));
        }
        return cells;
    }

    /** {@return what is in a column, blank cells left out} */
    List<String> column(int index) {
        return rows.stream()
                .filter(row -> index < row.size())
                .map(row -> row.get(index))
                .filter(cell -> !cell.isBlank())
                .toList();
    }
}
