package org.hrbudget.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.hrbudget.report.internal.JsonDocument;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.Verdict;
import org.jspecify.annotations.Nullable;

/** A report as one JSON object a line: first what it comes to, then each finding. */
final class NdjsonReport {

    private NdjsonReport() {}

    static void write(ReportDocument document, OutputStream out) throws IOException {
        JsonDocument.writeLine(
                new Head(
                        "report",
                        document.schemaVersion(),
                        document.tool(),
                        document.language(),
                        document.budget(),
                        document.verdict(),
                        DocumentWords.of(document).violated(),
                        document.openDuties(),
                        document.problems(),
                        document.input(),
                        document.rejectedRows(),
                        document.waivers(),
                        document.truncated()),
                out);
        for (ReportDocument.Defect defect : document.findings()) {
            JsonDocument.writeLine(new Found("finding", defect), out);
        }
        out.flush();
    }

    private record Head(
            String type,
            String schemaVersion,
            ReportDocument.Tool tool,
            String language,
            ReportDocument.Budget budget,
            Verdict verdict,
            Map<Severity, Long> violated,
            List<ReportDocument.OpenDuty> openDuties,
            List<ReportDocument.Fault> problems,
            List<ReportDocument.Input> input,
            List<ReportDocument.Rejection> rejectedRows,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<ReportDocument.Waived> waivers,

            boolean truncated) {}

    private record Found(String type, @JsonUnwrapped ReportDocument.Defect finding) {}
}
