package org.hrbudget.report.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.hrbudget.model.Amounts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documents made of records as JSON: UTF-8, lines ended by LF, two spaces of indentation, a key for each component in the order
 * of the record, values that do not apply written as {@code null}.
 */
public final class JsonDocument {

    private JsonDocument() {}

    /**
     * Writes a document, and a line end after it.
     *
     * @param document the document: a record of texts, numbers, records, lists of them and maps by text
     * @param out where to; flushed and left open
     * @throws IOException if the stream cannot take it
     */
    public static void write(Record document, OutputStream out) throws IOException {
        write(mapper(), document, out);
    }

    /** Writes a document by a mapper of the caller's own. */
    public static void write(JsonMapper mapper, Record document, OutputStream out) throws IOException {
        write(mapper.writer().with(Json.printer()), document, out);
        out.flush();
    }

    /** Writes a document on one line, and a line end after it; the stream is not flushed. */
    public static void writeLine(Record document, OutputStream out) throws IOException {
        write(Json.ON_ONE_LINE, document, out);
    }

    private static void write(ObjectWriter writer, Record document, OutputStream out) throws IOException {
        try {
            writer.writeValue(out, document);
        } catch (JacksonException e) {
            // The binding wraps what the stream threw once more, with the place in the document.
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException failed) {
                    throw failed;
                }
            }
            throw e;
        }
        out.write('\n');
    }

    /** {@return an amount as documents have it, exact: with two decimals, or as many as shares of lines gave it} */
    public static String amount(BigDecimal amount) {
        BigDecimal bare = amount.stripTrailingZeros();
        return bare.setScale(Math.max(Amounts.SCALE, bare.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    public static JsonMapper mapper() {
        return Json.MAPPER;
    }

    /** {@return one that refuses keys which a record does not have, and keys that come twice} */
    public static JsonMapper strict() {
        return Json.MAPPER
                .rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** Made when first needed. */
    private static final class Json {

        static final JsonMapper MAPPER = JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();

        static final ObjectWriter ON_ONE_LINE = MAPPER.writer().without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

        /** A printer holds the depth it is at, so each document has its own. */
        static DefaultPrettyPrinter printer() {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            Separators separators = Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator("");
            return new DefaultPrettyPrinter(separators)
                    .withObjectIndenter(lines)
                    .withArrayIndenter(lines);
        }
    }
}
