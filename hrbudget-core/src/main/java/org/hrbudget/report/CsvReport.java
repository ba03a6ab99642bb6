package org.hrbudget.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The findings of a report as a table, as {@link FindingsFile} writes them, with the fingerprint of each behind, and why it may stand. */
final class CsvReport {

    private CsvReport() {}

    static void write(ReportDocument document, OutputStream out) throws IOException {
        DocumentWords words = DocumentWords.of(document);
        line(FindingsFile.headings() + ",fingerprint,waiver", out);
        for (ReportDocument.Defect defect : document.findings()) {
            line(
                    FindingsFile.row(defect) + "," + FindingsFile.cell(defect.fingerprint()) + ","
                            + FindingsFile.cell(words.waiver(defect)),
                    out);
        }
        out.flush();
    }

    private static void line(String line, OutputStream out) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
