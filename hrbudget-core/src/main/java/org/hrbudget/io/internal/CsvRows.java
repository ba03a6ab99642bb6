package org.hrbudget.io.internal;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hrbudget.io.ReadLimits;
import org.hrbudget.io.spi.InputPart;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.internal.Spelling;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.FormatSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/** The records of separated text. A broken record is marked, and the next one is read. */
public final class CsvRows implements Rows {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    private final String file;
    private final DecodingReader text;
    private final char separator;
    private final ReadLimits limits;
    private final JsonParser parser;
    private final List<String> headings = new ArrayList<>();
    private final List<Row> top = new ArrayList<>();
    private int width = 32;
    private long number;

    /**
     * Reads the headings: the first record that is not blank.
     *
     * @param file the name in messages
     * @param text the text
     * @param separator what is between cells
     * @param limits the longest cell
     * @throws ReadingStop if there is no such record, or it cannot be read
     */
    public CsvRows(String file, DecodingReader text, char separator, ReadLimits limits) {
        this(file, text, separator, limits, 0);
    }

    /**
     * Reads the headings: the first record that is not blank below the titles.
     *
     * @param file the name in messages
     * @param text the text
     * @param separator what is between cells
     * @param limits the longest cell
     * @param titles how many records are above the headings
     * @throws ReadingStop if there is no such record, or it cannot be read
     */
    public CsvRows(String file, DecodingReader text, char separator, ReadLimits limits, int titles) {
        this.file = file;
        this.text = text;
        this.separator = separator;
        this.limits = limits;
        this.parser = factory(limits).createParser(new Separated(separator), text);
        for (int i = 0; i < titles; i++) {
            keepTop(next());
        }
        readHeadings(separator, titles);
    }

    /**
     * Reads a part of a file that has no headings of its own.
     *
     * @param file the name in messages
     * @param text the text of the part, from the start of a record on
     * @param separator what is between cells
     * @param limits the longest cell
     * @param part where in the file it stands
     */
    public CsvRows(String file, DecodingReader text, char separator, ReadLimits limits, InputPart part) {
        this.file = file;
        this.text = text;
        this.separator = separator;
        this.limits = limits;
        this.parser = factory(limits).createParser(new Separated(separator), text);
        this.number = part.rowsBefore();
        this.width = part.headings().size();
        headings.addAll(part.headings());
    }

    /**
     * {@return the cells of the first records of a text, as far as they can be told}
     *
     * @param text the beginning of a text
     * @param separator what is between cells
     * @param most how many records at most
     */
    public static List<List<String>> sample(String text, char separator, int most) {
        List<List<String>> records = new ArrayList<>();
        try (JsonParser parser =
                factory(ReadLimits.DEFAULT).createParser(new Separated(separator), new StringReader(text))) {
            List<String> cells = new ArrayList<>();
            for (JsonToken token = parser.nextToken();
                    token != null && records.size() < most;
                    token = parser.nextToken()) {
                if (token == JsonToken.END_ARRAY) {
                    records.add(cells);
                    cells = new ArrayList<>();
                } else if (token != JsonToken.START_ARRAY) {
                    cells.add(Spelling.trimmed(parser.getString()));
                }
            }
        } catch (JacksonException e) {
            // What is wrong is said where the text is read; here it is enough to have seen what comes before.
            return records;
        }
        return records;
    }

    private static CsvFactory factory(ReadLimits limits) {
        return CsvFactory.builder()
                .enable(CsvReadFeature.TRIM_SPACES)
                // The stored bytes are read to their end after the last row, for their hash.
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(limits.maxCellLength())
                        .build())
                .build();
    }

    private @Nullable Row keepTop(@Nullable Row row) {
        if (top.size() == Row.MOST_ABOVE) {
            top.remove(0);
        }
        if (row != null) {
            top.add(row);
        }
        return row;
    }

    private void readHeadings(char separator, int titles) {
        Row first = keepTop(next());
        while (first != null && first.isBlank()) {
            first = keepTop(next());
        }
        if (first == null) {
            throw new ReadingStop(Texts.noHeadings(file, titles + 1), null);
        }
        Bilingual problem = first.problem();
        if (problem != null) {
            Bilingual place = Texts.of("table.row", "file", file, "row", Long.toString(first.number()));
            throw new ReadingStop(Texts.joined(place, problem), null);
        }
        Flaw flaw = first.flaw();
        if (flaw != null) {
            throw new ReadingStop(flawedHeadings(flaw), null);
        }
        if (first.count() > Row.MOST_CELLS) {
            throw new ReadingStop(
                    Texts.of("header.wide", "file", file, "limit", Integer.toString(Row.MOST_CELLS)), null);
        }
        for (int i = 0; i < first.count(); i++) {
            headings.add(Spelling.trimmed(first.cell(i)));
        }
        if (headings.size() == 1) {
            refuseOtherSeparator(headings.get(0), separator);
        }
    }

    private Bilingual flawedHeadings(Flaw flaw) {
        return Texts.of(
                flaw.nul() ? "header.nul" : "header.charset",
                "file",
                file,
                "byte",
                Long.toString(flaw.byteOffset()),
                "charset",
                text.charset().name());
    }

    private void refuseOtherSeparator(String heading, char separator) {
        for (char other : SEPARATORS) {
            if (other != separator && heading.indexOf(other) >= 0) {
                throw new ReadingStop(
                        Texts.of("header.separator", "file", file, "expected", name(separator), "found", name(other)),
                        null);
            }
        }
    }

    private static String name(char separator) {
        return separator == '\t' ? "TAB" : String.valueOf(separator);
    }

    @Override
    public List<String> headings() {
        return headings;
    }

    @Override
    public List<Row> top() {
        return top;
    }

    /** {@return the charset its text is in; the right one once the last record is read, where it was looked for} */
    public Charset charset() {
        return text.charset();
    }

    /** {@return the sign between cells} */
    public char separator() {
        return separator;
    }

    @Override
    public boolean isTable() {
        return true;
    }

    @Override
    public long lastNumber() {
        return number;
    }

    @Override
    public @Nullable Row next() {
        Row row = new Row(number + 1, width, limits);
        while (true) {
            try {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return null;
                }
                if (token == JsonToken.END_ARRAY) {
                    number++;
                    width = Math.min(row.count(), Row.MOST_CELLS);
                    takeFlaws(row);
                    return row;
                }
                if (token != JsonToken.START_ARRAY) {
                    row.add(parser.getString());
                }
            } catch (JacksonIOException e) {
                throw new ReadingStop(Intake.explain(file, e.getCause()), e);
            } catch (StreamConstraintsException e) {
                throw stop("csv.cell-long", e);
            } catch (JacksonException e) {
                if (text.ended()) {
                    throw stop("csv.quote-open", e);
                }
                // Only what follows the closing quote is wrong: the rest of the record is still there.
                if (row.problem() == null) {
                    row.fail(Texts.of("csv.after-quote", "file", file, "row", Long.toString(number + 1)));
                }
            }
        }
    }

    private ReadingStop stop(String key, Exception cause) {
        return new ReadingStop(
                Texts.of(
                        key,
                        "file",
                        file,
                        "row",
                        Long.toString(number + 1),
                        "limit",
                        Integer.toString(limits.maxCellLength())),
                cause);
    }

    private void takeFlaws(Row row) {
        if (text.flawed()) {
            long end = parser.currentLocation().getCharOffset();
            for (Flaw flaw = text.takeFlaw(end); flaw != null; flaw = text.takeFlaw(end)) {
                row.note(flaw);
            }
        }
    }

    @Override
    public List<Bilingual> assumed() {
        return text.isSwitched()
                ? List.of(Texts.of("assumed.charset", "charset", text.charset().name()))
                : List.of();
    }

    @Override
    public Optional<Bilingual> doubt() {
        return text.doubt(file);
    }

    @Override
    public void close() throws IOException {
        parser.close();
        text.close();
    }

    /** Hands the separator to the parser; the rest of the reading context is not needed. */
    private static final class Separated extends ObjectReadContext.Base {

        private final CsvSchema schema;

        Separated(char separator) {
            this.schema = CsvSchema.emptySchema().withColumnSeparator(separator);
        }

        @Override
        public FormatSchema getSchema() {
            return schema;
        }
    }
}
