package org.hrbudget.io.internal;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.io.ReadLimits;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** The lines of a JSON budget: the objects of its list {@code lines}, or of a bare list. */
public final class JsonRows implements Rows {

    /** The name of the list of lines. */
    public static final String LINES = "lines";

    /** The name, in a line, of its list of links. */
    public static final String LINKS = "links";

    private final String file;
    private final DecodingReader text;
    private final JsonParser parser;
    private final List<String> names;
    private final Map<String, Integer> columns = new HashMap<>();
    private final BitSet given = new BitSet();
    private final ReadLimits limits;
    private final NumberCells numbers;
    private Row row;
    private long number;
    private boolean ended;

    /**
     * Goes to the first line.
     *
     * @param file the name in messages
     * @param text the text
     * @param names the names that occur in any line, found before; {@link #LINKS} is not among them
     * @param limits the longest text
     * @param numbers how values that are numbers are written
     * @throws ReadingStop if the text ends or breaks before the lines
     */
    public JsonRows(String file, DecodingReader text, List<String> names, ReadLimits limits, NumberCells numbers) {
        this.numbers = numbers;
        this.file = file;
        this.text = text;
        this.names = names;
        this.limits = limits;
        this.row = new Row(0, 1, limits);
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i), i);
        }
        this.parser = JsonCursor.factory(limits.maxCellLength()).createParser(ObjectReadContext.empty(), text);
        try {
            toLines();
        } catch (JacksonException e) {
            throw new ReadingStop(JsonCursor.explain(file, e, parser), e);
        }
    }

    private void toLines() {
        JsonToken token = parser.nextToken();
        while (token != null && token != JsonToken.START_ARRAY) {
            if (token == JsonToken.PROPERTY_NAME && !parser.currentName().equals(LINES)) {
                parser.nextToken();
                parser.skipChildren();
            }
            token = parser.nextToken();
        }
        ended = token == null;
    }

    @Override
    public List<String> headings() {
        return names;
    }

    @Override
    public boolean isTable() {
        return false;
    }

    @Override
    public long lastNumber() {
        return number;
    }

    @Override
    public @Nullable Row next() {
        if (ended) {
            return null;
        }
        try {
            row = new Row(number + 1, names.size(), limits);
            JsonToken token = parser.nextToken();
            if (token == null || token == JsonToken.END_ARRAY) {
                ended = true;
                passOverRest();
                return null;
            }
            row.blank(names.size());
            given.clear();
            if (token == JsonToken.START_OBJECT) {
                line();
            } else {
                parser.skipChildren();
                row.fail(Texts.of("json.line-no-object", "file", file, "row", Long.toString(number + 1)));
            }
            number++;
            takeFlaws();
            return row;
        } catch (JacksonException e) {
            ended = true;
            throw new ReadingStop(JsonCursor.explain(file, e, parser), e);
        }
    }

    private void passOverRest() {
        while (parser.nextToken() != null) {
            // what follows the lines was read with the header
        }
    }

    private void line() {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals(LINKS)) {
                links(value);
            } else {
                cell(name, value);
            }
        }
    }

    private void cell(String name, JsonToken value) {
        Integer column = columns.get(name);
        if (value == JsonToken.START_ARRAY || value == JsonToken.START_OBJECT) {
            parser.skipChildren();
            row.fail(Texts.of("json.nested-value", "name", Excerpt.of(name)));
        } else if (column == null) {
            row.fail(Texts.of("json.name-new", "name", Excerpt.of(name)));
        } else if (given.get(column)) {
            row.fail(Texts.of("json.name-twice", "name", Excerpt.of(name)));
        } else {
            given.set(column);
            String written = value == JsonToken.VALUE_NULL ? "" : parser.getString();
            row.set(column, value.isNumeric() ? numbers.written(name, written) : written);
        }
    }

    private void links(JsonToken value) {
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        if (value != JsonToken.START_ARRAY) {
            parser.skipChildren();
            row.fail(Texts.of("json.links-no-list"));
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                row.link(link());
            } else {
                parser.skipChildren();
                row.fail(Texts.of("json.links-no-list"));
            }
        }
    }

    private Map<String, String> link() {
        Map<String, String> link = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_ARRAY || value == JsonToken.START_OBJECT) {
                parser.skipChildren();
                row.fail(Texts.of("json.nested-value", "name", Excerpt.of(name)));
            } else {
                String text = value == JsonToken.VALUE_NULL ? "" : parser.getString();
                boolean room = row.hasRoomFor(name) && row.hasRoomFor(text);
                if (room && link.put(name, text) != null) {
                    row.fail(Texts.of("json.name-twice", "name", Excerpt.of(name)));
                }
            }
        }
        return link;
    }

    private void takeFlaws() {
        if (text.flawed()) {
            long end = parser.currentLocation().getCharOffset();
            for (Flaw flaw = text.takeFlaw(end); flaw != null; flaw = text.takeFlaw(end)) {
                row.note(flaw);
            }
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
        text.close();
    }
}
