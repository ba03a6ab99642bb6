package org.hrbudget.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.validation.Severity;
import org.jspecify.annotations.Nullable;

/** A report as commands of a GitHub workflow, which it shows as annotations of a commit. */
final class GithubReport {

    /** GitHub shows no more of a kind in one step. */
    private static final int SHOWN = 10;

    private final ReportDocument document;
    private final DocumentWords words;
    private final StringBuilder text = new StringBuilder();
    private long left;

    private GithubReport(ReportDocument document) {
        this.document = document;
        this.words = DocumentWords.of(document);
    }

    static void write(ReportDocument document, OutputStream out) throws IOException {
        out.write(new GithubReport(document).text().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** What kept the budget from being checked comes first of its kind: a verdict without it is no answer. */
    private String text() {
        List<Annotation> errors = new ArrayList<>();
        for (ReportDocument.Fault problem : document.problems()) {
            errors.add(new Annotation("error", null, words.words().get("problems"), words.problem(problem)));
        }
        for (ReportDocument.Rejection row : document.rejectedRows()) {
            ReportDocument.Location at = new ReportDocument.Location(row.file(), row.row(), null, null, null);
            errors.add(new Annotation("error", at, words.rejected(), words.rejected(row)));
        }
        List<Annotation> warnings = new ArrayList<>();
        for (ReportDocument.OpenDuty duty : document.openDuties()) {
            String message = duty.title() + " (" + duty.ruleId() + "): " + DocumentWords.reason(duty.reason());
            warnings.add(new Annotation("warning", null, words.words().get("undetermined"), message));
        }
        List<Annotation> notices = new ArrayList<>();
        for (ReportDocument.Defect defect : words.gravestFindings()) {
            if (defect.waiver() != null) {
                continue;
            }
            Severity severity = defect.severity();
            switch (severity) {
                case ERROR -> errors.add(annotation("error", defect));
                case WARNING -> warnings.add(annotation("warning", defect));
                case REVIEW, INFO -> notices.add(annotation("notice", defect));
            }
        }
        left = words.beside(document.findings().size());
        write(errors, SHOWN);
        write(warnings, SHOWN);
        // The last of them is the verdict.
        write(notices, SHOWN - 1);
        String verdict = words.verdict() + " " + words.counts() + ".";
        String more = left > 0 ? " " + words.words().count("github.more", left) : "";
        new Annotation("notice", null, document.tool().name(), verdict + more).write(text);
        return text.toString();
    }

    private void write(List<Annotation> annotations, int most) {
        annotations.stream().limit(most).forEach(annotation -> annotation.write(text));
        left += Math.max(0, annotations.size() - most);
    }

    private Annotation annotation(String kind, ReportDocument.Defect defect) {
        String message = words.messageAndRemedy(defect) + " (" + words.unitAndPlace(defect) + ")";
        return new Annotation(kind, defect.location(), defect.title() + " (" + defect.ruleId() + ")", message);
    }

    private record Annotation(String kind, ReportDocument.@Nullable Location location, String title, String message) {

        void write(StringBuilder text) {
            text.append("::").append(kind).append(' ');
            if (location != null) {
                text.append("file=").append(property(location.file())).append(',');
                if (location.row() > 0) {
                    text.append("line=").append(location.row()).append(',');
                }
            }
            text.append("title=")
                    .append(property(title))
                    .append("::")
                    .append(data(message))
                    .append('\n');
        }

        private static String property(String value) {
            return data(value).replace(":", "%3A").replace(",", "%2C");
        }

        /** A harmless text has no line end to escape. */
        private static String data(String value) {
            return Spelling.harmless(value).replace("%", "%25");
        }
    }
}
