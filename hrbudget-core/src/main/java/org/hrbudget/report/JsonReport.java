package org.hrbudget.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hrbudget.report.internal.JsonDocument;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;

/**
 * A report as JSON: UTF-8, lines ended by LF, two spaces of indentation, keys in the order of {@link ReportDocument}, values
 * that do not apply written as {@code null}.
 */
public final class JsonReport {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,60}(\\.[0-9]{1,60})?");

    private JsonReport() {}

    /**
     * Writes a report in English, and a line end after it.
     *
     * <pre>{@code
     * ValidationReport report = BudgetValidator.using(programme, pack).validate(budget);
     * JsonReport.write(report, System.out);
     * }</pre>
     *
     * @param report the report
     * @param out where to; flushed and left open
     * @throws IOException if the stream cannot take it
     */
    public static void write(ValidationReport report, OutputStream out) throws IOException {
        write(ReportDocument.of(report, Locale.ENGLISH, Map.of()), out);
    }

    /**
     * Writes a document, as it is made in the reader's language with what is noted of the run, and a line end after it.
     *
     * @param document the document
     * @param out where to; flushed and left open
     * @throws IOException if the stream cannot take it
     */
    public static void write(ReportDocument document, OutputStream out) throws IOException {
        JsonDocument.write(document, out);
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
        Stream<@Nullable String> amounts = Stream.of(
                        document.budget().totals().values().stream(),
                        document.rights().stream().flatMap(right -> Stream.of(right.amount(), right.unjudged())),
                        document.units().stream().flatMap(unit -> Stream.of(unit.amount(), unit.attributedAmount())),
                        document.ledger().stream().map(ReportDocument.RuleAccount::stake),
                        document.findings().stream().map(ReportDocument.Defect::stake),
                        document.indicators().stream().map(ReportDocument.Figure::value))
                .flatMap(each -> each);
        amounts.filter(amount -> amount != null && !NUMBER.matcher(amount).matches())
                .findFirst()
                .ifPresent(amount -> {
                    throw noReport("\"" + amount + "\" is no decimal number", null);
                });
        return document;
    }

    private static ReportDocument parsed(InputStream in) throws IOException {
        try {
            ReportDocument document = JsonDocument.mapper().readValue(in, ReportDocument.class);
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
}
