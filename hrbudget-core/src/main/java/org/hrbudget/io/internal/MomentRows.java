package org.hrbudget.io.internal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.ReadLimits;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * Rows that each hold one amount of a line, and a word that says which, brought together: one record for each line, with a column for
 * each of these words. The rows of a line may be anywhere, so that all of them are read first; what that may take is bounded.
 */
public final class MomentRows implements Rows {

    /** The most characters of all rows together: what is in memory must not grow without an end. */
    private static final long MOST_CHARACTERS = 64L << 20;

    /**
     * Where to look in a row, by columns from 0.
     *
     * @param moment the column of the word
     * @param amount the column of the amount
     * @param line the columns that tell one line from another
     * @param fewest how many cells a row of a table has at least
     */
    public record Places(int moment, int amount, List<Integer> line, int fewest) {}

    private final String file;
    private final Rows rows;
    private final Places places;
    private final Set<String> known;
    private final UnaryOperator<String> folding;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String> headings;
    private final Queue<Row> gathered = new ArrayDeque<>();
    private long joined;
    private long lines;

    /**
     * Reads all rows.
     *
     * @param file the name in messages
     * @param rows the rows as they are
     * @param known the words of amounts, folded
     * @param folding makes equal what counts as the same
     * @throws BudgetReadException if there are too many, or they cannot be read
     */
    public MomentRows(
            String file,
            Rows rows,
            Places places,
            Set<String> known,
            UnaryOperator<String> folding,
            ReadLimits limits) {
        this.file = file;
        this.rows = rows;
        this.places = places;
        this.known = known;
        this.folding = folding;
        this.headings = new ArrayList<>(rows.headings());
        try {
            gather(limits);
        } catch (ReadingStop e) {
            throw new BudgetReadException(e.text(), e);
        }
    }

    private void gather(ReadLimits limits) {
        List<Row> all = new ArrayList<>();
        long weight = 0;
        for (Row row = rows.next(); row != null; row = rows.next()) {
            all.add(row);
            weight += row.weight();
            if (weight > MOST_CHARACTERS) {
                throw new BudgetReadException(
                        Texts.of("moments.large", "file", file, "row", Long.toString(row.number())), null);
            }
            String word = word(row);
            if (known.contains(word) && columns.putIfAbsent(word, headings.size()) == null) {
                headings.add(Spelling.trimmed(row.cell(places.moment())));
            }
        }
        Map<List<String>, OfKey> open = new HashMap<>();
        for (Row row : all) {
            Integer column = columns.get(word(row));
            if (column == null) {
                gathered.add(alone(row));
            } else {
                join(row, column, open, limits);
            }
        }
    }

    /** {@return the word that says which amount the row has, folded; empty where the row is broken} */
    private String word(Row row) {
        return isWhole(row) ? folding.apply(row.cell(places.moment())) : "";
    }

    private boolean isWhole(Row row) {
        return row.problem() == null
                && row.flaw() == null
                && row.count() <= rows.headings().size()
                && (!rows.isTable() || row.count() >= places.fewest());
    }

    /** The lines of one key, and how many of them have each moment, by its column. */
    private record OfKey(List<Row> lines, Map<Integer, Integer> taken) {}

    /** Publishers repeat keys: the second row of a moment is of the second line of the key, and so on. */
    private void join(Row row, int column, Map<List<String>, OfKey> open, ReadLimits limits) {
        List<String> key =
                places.line().stream().map(at -> Spelling.trimmed(row.cell(at))).toList();
        OfKey ofKey = open.computeIfAbsent(key, first -> new OfKey(new ArrayList<>(), new HashMap<>()));
        int place = ofKey.taken().merge(column, 1, Integer::sum) - 1;
        Row line;
        if (place == ofKey.lines().size()) {
            line = begun(row, limits);
            ofKey.lines().add(line);
            gathered.add(line);
            lines++;
        } else {
            line = ofKey.lines().get(place);
            line.join(row);
            compare(line, row);
        }
        joined++;
        line.copy(row, places.amount(), column);
    }

    private Row begun(Row row, ReadLimits limits) {
        Row line = new Row(row.number(), headings.size(), limits);
        line.blank(headings.size());
        for (int at = 0; at < rows.headings().size(); at++) {
            if (at != places.amount()) {
                line.copy(row, at, at);
            }
        }
        row.links().forEach(line::link);
        return line;
    }

    /** What one row of a line has and another has not would be lost, or be taken for what both have. */
    private void compare(Row line, Row row) {
        for (int at = 0; at < rows.headings().size(); at++) {
            String own = Spelling.trimmed(line.cell(at));
            String other = Spelling.trimmed(row.cell(at));
            if (at != places.moment() && at != places.amount() && !own.equals(other)) {
                line.note(
                        at,
                        Texts.of(
                                "moments.differ",
                                "value",
                                Excerpt.of(own),
                                "other",
                                Excerpt.of(other),
                                "row",
                                Long.toString(row.number()),
                                "heading",
                                rows.headings().get(at)));
            }
        }
    }

    /** What is of no moment goes by itself: for its layout to pass over, or else to be rejected. */
    private Row alone(Row row) {
        if (isWhole(row) && !row.isBlank()) {
            row.note(
                    places.moment(),
                    Texts.of(
                            "moments.unknown",
                            "value",
                            Excerpt.of(Spelling.trimmed(row.cell(places.moment()))),
                            "known",
                            String.join(", ", new TreeSet<>(known))));
        } else if (rows.isTable() && row.count() < rows.headings().size()) {
            row.fail(Texts.of(
                    "row.short",
                    "expected",
                    Integer.toString(rows.headings().size()),
                    "found",
                    Integer.toString(row.count())));
        }
        while (row.count() < headings.size()) {
            row.add("");
        }
        return row;
    }

    @Override
    public List<String> headings() {
        return headings;
    }

    @Override
    public boolean isTable() {
        return rows.isTable();
    }

    @Override
    public long lastNumber() {
        return rows.lastNumber();
    }

    @Override
    public List<Bilingual> assumed() {
        List<Bilingual> all = new ArrayList<>(rows.assumed());
        all.add(Texts.of(
                "assumed.moments",
                "count",
                Long.toString(joined),
                "lines",
                Long.toString(lines),
                "heading",
                rows.headings().get(places.moment())));
        return all;
    }

    @Override
    public Optional<Bilingual> doubt() {
        return rows.doubt();
    }

    @Override
    public @Nullable Row next() {
        return gathered.poll();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
