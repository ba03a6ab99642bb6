package org.hrbudget.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.hrbudget.report.JsonReport;
import org.hrbudget.report.OutputPlace;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.report.TextReport;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A form of the report and where it goes.
 *
 * @param json whether it is JSON; else text
 * @param file the file on the driver's machine, or {@code null} for standard output
 */
record ReportOutput(boolean json, @Nullable Path file) {

    /** Reads {@code text}, {@code json}, {@code text=FILE} or {@code json=FILE}. */
    static final class Converter implements ITypeConverter<ReportOutput> {

        @Override
        public ReportOutput convert(String value) {
            String[] parts = value.split("=", 2);
            boolean known = parts[0].equals("json") || parts[0].equals("text");
            if (!known || (parts.length == 2 && parts[1].isBlank())) {
                throw new TypeConversionException(
                        "no form of a report: " + value + ". Maybe json=report.json was meant");
            }
            Path file = parts.length == 2 ? Path.of(parts[1]) : null;
            Path folder = file == null ? null : file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                throw new TypeConversionException("there is no folder " + folder + ". Maybe make it first");
            }
            return new ReportOutput(parts[0].equals("json"), file);
        }
    }

    void write(ValidationReport report, Locale locale, Map<String, String> run, PrintStream out) throws IOException {
        if (file == null) {
            write(report, locale, run, (OutputStream) out);
            return;
        }
        try (OutputPlace.WholeFile whole = OutputPlace.WholeFile.open(file)) {
            write(report, locale, run, whole.out());
            whole.commit();
        }
    }

    private void write(ValidationReport report, Locale locale, Map<String, String> run, OutputStream out)
            throws IOException {
        if (json) {
            JsonReport.write(ReportDocument.of(report, locale, run), out);
        } else {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            TextReport.write(report, locale, writer);
            writer.flush();
        }
    }
}
