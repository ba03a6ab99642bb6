package org.hrbudget.io.internal;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.model.Bilingual;
import org.hrbudget.text.Nearest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Walks through a JSON text value by value; every complaint names file, line and column. */
public final class JsonCursor implements AutoCloseable {

    /** The deepest nesting that is read. */
    public static final int DEEPEST = 100;

    /** Reads the value of one name of an object. */
    @FunctionalInterface
    public interface Member {
        /**
         * Reads the value the cursor is at, to its end.
         *
         * @param name the name
         */
        void read(String name);
    }

    private final String file;
    private final JsonParser parser;
    private TokenStreamLocation namePlace = TokenStreamLocation.NA;

    /**
     * Makes a cursor that is at the first value.
     *
     * @param file the name in complaints
     * @param text the text
     * @param longest the longest text it may hold
     */
    public JsonCursor(String file, Reader text, int longest) {
        this.file = file;
        this.parser = factory(longest).createParser(ObjectReadContext.empty(), text);
        advance();
    }

    static JsonFactory factory(int longest) {
        return JsonFactory.builder()
                // The stored bytes are read to their end after the last row, for their hash.
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(longest)
                        .maxNumberLength(1_000)
                        .maxNameLength(1_000)
                        .build())
                .build();
    }

    /** {@return whether the value is an object} */
    public boolean atObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    /** {@return whether the value is a list} */
    public boolean atList() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /** {@return whether the value is JSON's null} */
    public boolean atNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /**
     * Reads an object, and refuses a name that appears twice.
     *
     * @param member reads each value
     */
    public void object(Member member) {
        objectWhile(name -> {
            member.read(name);
            return true;
        });
    }

    /**
     * Reads an object until told to stop, and refuses a name that appears twice.
     *
     * @param member reads each value, and says whether to go on
     */
    public void objectWhile(Predicate<String> member) {
        if (!atObject()) {
            throw problem("json.expected-object");
        }
        Set<String> seen = new HashSet<>();
        while (advance() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (!seen.add(name)) {
                throw problem("json.twice", "name", Excerpt.of(name));
            }
            namePlace = parser.currentTokenLocation();
            advance();
            if (!member.test(name)) {
                return;
            }
        }
    }

    /**
     * Reads a list.
     *
     * @param item reads each item, to its end
     */
    public void list(Runnable item) {
        if (!atList()) {
            throw problem("json.expected-list");
        }
        while (advance() != JsonToken.END_ARRAY) {
            item.run();
        }
    }

    /** {@return the texts of a list} */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        list(() -> texts.add(text()));
        return texts;
    }

    /** {@return the text at the cursor; a number as it is written} */
    public String text() {
        String text = textOrNull();
        if (text == null) {
            throw problem("json.expected-text");
        }
        return text;
    }

    /** {@return the text at the cursor, a number as it is written, or {@code null} for JSON's null} */
    public @Nullable String textOrNull() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token == JsonToken.VALUE_STRING
                || token == JsonToken.VALUE_NUMBER_INT
                || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return guarded(parser::getString);
        }
        throw problem("json.expected-text");
    }

    /** {@return the true or false at the cursor} */
    public boolean flag() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        throw problem("json.expected-flag");
    }

    /** {@return the whole number at the cursor, from 0 to 999,999,999} */
    public int number() {
        String text = text();
        if (!text.matches("[0-9]{1,9}")) {
            throw problem("json.expected-number");
        }
        return Integer.parseInt(text);
    }

    /** Passes over the value at the cursor. */
    public void skip() {
        guarded(parser::skipChildren);
    }

    /**
     * Passes over a list of objects and notes their names; what is wrong with its values is left to who reads them.
     *
     * @param names takes the names
     * @param most how many different names there may be
     * @return whether the end of the list was reached
     * @throws BudgetReadException if it is nested too deeply or has too many names
     */
    public boolean collectNames(Set<String> names, int most) {
        if (!atList()) {
            throw problem("json.expected-list");
        }
        try {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == null) {
                    return false;
                }
                boolean object = atObject();
                while (object && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    if (names.add(parser.currentName()) && names.size() > most) {
                        throw problem("json.names", "limit", Integer.toString(most));
                    }
                    parser.nextToken();
                    parser.skipChildren();
                }
                if (!object) {
                    parser.skipChildren();
                }
            }
            return true;
        } catch (StreamConstraintsException e) {
            throw new BudgetReadException(explain(file, e, parser), e);
        } catch (JacksonException e) {
            return false;
        }
    }

    /** Complains if anything follows. */
    public void end() {
        if (advance() != null) {
            throw problem("json.more");
        }
    }

    /**
     * {@return the complaint that a name is not known}
     *
     * @param name the name
     * @param known the names there are
     */
    public BudgetReadException unknown(String name, List<String> known) {
        TokenStreamLocation place = name.equals(parser.currentName()) ? namePlace : parser.currentTokenLocation();
        List<String> near = Nearest.to(name, known);
        Bilingual text = near.isEmpty()
                ? Texts.of(
                        "json.unknown",
                        placed(file, place, "name", Excerpt.of(name), "known", String.join(", ", known)))
                : Texts.of("json.unknown-near", placed(file, place, "name", Excerpt.of(name), "near", near.get(0)));
        return new BudgetReadException(text, null);
    }

    /**
     * {@return a complaint about the place of the cursor}
     *
     * @param key the key of its text, which may use {@code {file}}, {@code {line}} and {@code {column}}
     * @param namesAndValues further names and values, in turn
     */
    public BudgetReadException problem(String key, String... namesAndValues) {
        return new BudgetReadException(
                Texts.of(key, placed(file, parser.currentTokenLocation(), namesAndValues)), null);
    }

    /**
     * {@return a complaint about the place of the cursor that brings its own words}
     *
     * @param reason what is wrong and what to do
     */
    public BudgetReadException problem(Bilingual reason) {
        Bilingual place = Texts.of("json.at", placed(file, parser.currentTokenLocation()));
        return new BudgetReadException(Texts.joined(place, reason), null);
    }

    static String[] placed(String file, TokenStreamLocation location, String... more) {
        String[] values = new String[more.length + 6];
        values[0] = "file";
        values[1] = file;
        values[2] = "line";
        values[3] = Integer.toString(location.getLineNr());
        values[4] = "column";
        values[5] = Integer.toString(location.getColumnNr());
        System.arraycopy(more, 0, values, 6, more.length);
        return values;
    }

    private @Nullable JsonToken advance() {
        return guarded(parser::nextToken);
    }

    private interface Step<T extends @Nullable Object> {
        T take();
    }

    private <T extends @Nullable Object> T guarded(Step<T> step) {
        try {
            return step.take();
        } catch (JacksonException e) {
            throw new BudgetReadException(explain(file, e, parser), e);
        }
    }

    /** {@return what an error of the parser means to the user} */
    static Bilingual explain(String file, JacksonException e, JsonParser parser) {
        if (e instanceof JacksonIOException io) {
            return Intake.explain(file, io.getCause());
        }
        TokenStreamLocation at = e.getLocation() != null ? e.getLocation() : parser.currentLocation();
        if (e instanceof StreamConstraintsException
                && String.valueOf(e.getOriginalMessage()).contains("nesting")) {
            return Texts.of("json.deep", placed(file, at, "limit", Integer.toString(DEEPEST)));
        }
        if (e instanceof StreamConstraintsException) {
            return Texts.of("json.long", placed(file, at));
        }
        return Texts.of("json.broken", placed(file, at));
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
