package org.hrbudget.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report as JSON: UTF-8, lines ended by LF, two spaces of indentation, keys in the order of {@link ReportDocument}, values
 * that do not apply written as {@code null}.
 */
public final class JsonReport {

    private JsonReport() {}

    /**
     * Writes a document, and a line end after it.
     *
     * @param document the document
     * @param out where to; flushed and left open
     * @throws IOException if the stream cannot take it
     */
    public static void write(ReportDocument document, OutputStream out) throws IOException {
        try {
            Json.MAPPER.writer().with(Json.printer()).writeValue(out, document);
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
        out.flush();
    }

    /**
     * {@return the document that a stream holds}
     *
     * <p>Keys that a later version of the same shape adds are passed over.
     *
     * @param in the JSON in UTF-8; left open
     * @throws IOException if the stream cannot be read
     * @throws IllegalArgumentException if it holds no report of this shape
     */
    public static ReportDocument read(InputStream in) throws IOException {
        ReportDocument document = parsed(in);
        String major = major(ReportDocument.SCHEMA_VERSION);
        if (!major(document.schemaVersion()).equals(major)) {
            throw new IllegalArgumentException("The report has the schema version " + document.schemaVersion()
                    + ", and this library reads " + major + ".x.\nMaybe read it with the version that wrote it: "
                    + document.tool().version() + ".");
        }
        return document;
    }

    private static ReportDocument parsed(InputStream in) throws IOException {
        try {
            ReportDocument document = Json.MAPPER.readValue(in, ReportDocument.class);
            if (document == null) {
                throw noReport("it holds null", null);
            }
            return document;
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw noReport(e.getOriginalMessage(), e);
        }
    }

    private static IllegalArgumentException noReport(String why, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "Not a report of hrbudget: " + why + ".\nMaybe the file was cut off, or is another program's.", cause);
    }

    /** {@return the JSON Schema of the reports this library writes, draft 2020-12} */
    public static String schema() {
        try (InputStream stream = JsonReport.class.getResourceAsStream("report.schema.json")) {
            return new String(
                    Objects.requireNonNull(stream, "report.schema.json").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String major(String version) {
        int dot = version.indexOf('.');
        return dot < 0 ? version : version.substring(0, dot);
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
