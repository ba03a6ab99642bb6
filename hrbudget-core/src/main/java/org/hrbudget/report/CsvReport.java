package org.hrbudget.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The findings of a report as a table, as {@link FindingsFile} writes them, with the fingerprint of each behind. */
final class CsvReport {

    private CsvReport() {}

    static void write(ReportDocument document, OutputStream out) throws IOException {
        line(FindingsFile.headings() + ",fingerprint", out);
        for (ReportDocument.Defect defect : document.findings()) {
            line(FindingsFile.row(defect) + "," + FindingsFile.cell(defect.fingerprint()), out);
        }
        out.flush();
    }

    private static void line(String line, OutputStream out) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
