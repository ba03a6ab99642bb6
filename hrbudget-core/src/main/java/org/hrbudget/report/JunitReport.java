package org.hrbudget.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.Severity;
import org.jspecify.annotations.Nullable;

/** A report as the XML that continuous integration servers read of tests: a suite for each pack, a case for each rule. */
final class JunitReport {

    private static final int SHOWN_PER_RULE = 20;

    private static final String TOOL = "hrbudget";

    private final ReportDocument document;
    private final DocumentWords words;
    private final Map<DocumentWords.RuleOfPack, List<ReportDocument.Defect>> findings;

    private JunitReport(ReportDocument document) {
        this.document = document;
        this.words = DocumentWords.of(document);
        this.findings = words.findingsByRule();
    }

    static void write(ReportDocument document, OutputStream out) throws IOException {
        out.write(new JunitReport(document).text().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private String text() {
        Map<String, List<Case>> suites = new LinkedHashMap<>();
        document.problems()
                .forEach(problem ->
                        suites.computeIfAbsent(TOOL, name -> new ArrayList<>()).add(problem(problem)));
        if (!words.rejected().isEmpty()) {
            StringBuilder rows = new StringBuilder();
            document.rejectedRows().stream()
                    .limit(SHOWN_PER_RULE)
                    .forEach(row -> rows.append(words.rejected(row)).append('\n'));
            suites.computeIfAbsent(TOOL, name -> new ArrayList<>())
                    .add(new Case(TOOL, "rows-rejected", Result.ERROR, "INPUT", words.rejected(), rows.toString()));
        }
        document.ledger()
                .forEach(rule -> suites.computeIfAbsent(rule.pack(), pack -> new ArrayList<>())
                        .add(rule(rule)));
        List<Case> all = suites.values().stream().flatMap(List::stream).toList();
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
        counts(xml, TOOL, all).append(">\n");
        suites.forEach((name, cases) -> {
            counts(xml.append("  <testsuite"), name, cases)
                    .append(" skipped=\"")
                    .append(count(cases, Result.SKIPPED))
                    .append("\">\n");
            cases.forEach(each -> each.write(xml));
            xml.append("  </testsuite>\n");
        });
        return xml.append("</testsuites>\n").toString();
    }

    /** Some readers take a missing time for no number, so it is there and nothing. */
    private static StringBuilder counts(StringBuilder xml, String name, List<Case> cases) {
        attribute(xml, "name", name);
        attribute(xml, "tests", Integer.toString(cases.size()));
        attribute(xml, "failures", Long.toString(count(cases, Result.FAILURE)));
        attribute(xml, "errors", Long.toString(count(cases, Result.ERROR)));
        attribute(xml, "time", "0");
        return xml;
    }

    private static long count(List<Case> cases, Result result) {
        return cases.stream().filter(each -> each.result == result).count();
    }

    private Case problem(ReportDocument.Fault problem) {
        String name = problem.kind() + " " + words.subject(problem);
        return new Case(TOOL, name, Result.ERROR, problem.kind().name(), words.problem(problem), null);
    }

    private Case rule(ReportDocument.RuleAccount rule) {
        String name = rule.ruleId() + " " + rule.title();
        String severity = rule.severity().name();
        String reason = DocumentWords.reason(rule.reason());
        String found = rule.violated() == 0 ? null : findings(rule);
        if (found != null && rule.severity() == Severity.ERROR && words.standing(rule) > 0) {
            return new Case(rule.pack(), name, Result.FAILURE, severity, words.found(rule), found);
        }
        if (rule.outcome() == LedgerEntry.Outcome.UNDETERMINED) {
            return new Case(rule.pack(), name, Result.ERROR, rule.outcome().name(), reason, found);
        }
        if (rule.outcome() == LedgerEntry.Outcome.NOT_APPLICABLE) {
            return new Case(rule.pack(), name, Result.SKIPPED, null, reason, found);
        }
        String headline = words.words().get("severity." + severity) + ": " + words.found(rule);
        return new Case(rule.pack(), name, Result.PASSED, null, headline, found);
    }

    private String findings(ReportDocument.RuleAccount rule) {
        List<ReportDocument.Defect> kept = findings.getOrDefault(DocumentWords.RuleOfPack.of(rule), List.of());
        List<ReportDocument.Defect> shown = kept.subList(0, Math.min(kept.size(), SHOWN_PER_RULE));
        StringBuilder text = new StringBuilder();
        for (ReportDocument.Defect defect : shown) {
            text.append(words.unitAndPlace(defect))
                    .append(": ")
                    .append(words.messageAndRemedy(defect))
                    .append('\n');
        }
        if (rule.violated() > shown.size()) {
            text.append(words.words().count("findings.more", rule.violated() - shown.size()))
                    .append('\n');
        }
        return text.toString();
    }

    private static void attribute(StringBuilder xml, String name, String value) {
        xml.append(' ')
                .append(name)
                .append("=\"")
                .append(escaped(Spelling.harmless(value)))
                .append('"');
    }

    /** {@return a text without what marks up, and without the two characters that no XML may hold and harmless texts may} */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\ufffe", "\\ufffe")
                .replace("\uffff", "\\uffff");
    }

    /** What becomes of a case, by the name of its element. */
    private enum Result {
        PASSED("system-out"),
        FAILURE("failure"),
        ERROR("error"),
        SKIPPED("skipped");

        private final String element;

        Result(String element) {
            this.element = element;
        }
    }

    /**
     * A case.
     *
     * @param type the kind of its result, or {@code null}
     * @param message its result in a line
     * @param body the lines of what was found, each ended by LF; {@code null} where nothing was
     */
    private record Case(
            String className,
            String name,
            Result result,
            @Nullable String type,
            String message,
            @Nullable String body) {

        void write(StringBuilder xml) {
            xml.append("    <testcase");
            attribute(xml, "classname", className);
            attribute(xml, "name", name);
            attribute(xml, "time", "0");
            if (result == Result.PASSED && body == null) {
                xml.append("/>\n");
                return;
            }
            xml.append(">\n      <").append(result.element);
            String text = body;
            if (result == Result.PASSED) {
                text = message + "\n" + body;
            } else {
                attribute(xml, "message", message);
                if (type != null) {
                    attribute(xml, "type", type);
                }
            }
            if (text == null) {
                xml.append("/>\n");
            } else {
                xml.append('>')
                        .append(escaped(text))
                        .append("</")
                        .append(result.element)
                        .append(">\n");
            }
            xml.append("    </testcase>\n");
        }
    }
}
