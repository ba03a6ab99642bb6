package org.hrbudget.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.model.internal.Spelling;
import org.hrbudget.report.internal.JsonDocument;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.Verdict;
import org.jspecify.annotations.Nullable;

/** A report in the Static Analysis Results Interchange Format, version 2.1.0. */
final class SarifReport {

    /** GitHub takes 25,000 results of a run and keeps 5,000. */
    static final int MOST_RESULTS = 5_000;

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String FINGERPRINT = "hrbudget/v1";

    /** What may stand in a path of a URI as it is: unreserved characters, and the sign between folders. */
    private static final String PLAIN_SIGNS = "-._~/";

    private final ReportDocument document;
    private final DocumentWords words;
    private final Map<DocumentWords.RuleOfPack, Integer> indexes = new HashMap<>();

    private SarifReport(ReportDocument document) {
        this.document = document;
        this.words = DocumentWords.of(document);
    }

    static void write(ReportDocument document, OutputStream out) throws IOException {
        JsonDocument.write(new SarifReport(document).log(), out);
    }

    private Log log() {
        List<Descriptor> rules = rules();
        List<Result> results = results();
        Driver driver = new Driver(
                document.tool().name(), Spelling.harmless(document.tool().version()), rules);
        boolean stopped = document.verdict() == Verdict.UNDETERMINED
                && !document.problems().isEmpty();
        Invocation invocation = new Invocation(!stopped, notifications(results.size()));
        return new Log(
                SCHEMA,
                "2.1.0",
                List.of(new Run(
                        new Tool(driver),
                        document.language(),
                        List.of(invocation),
                        results,
                        new RunProperties(words))));
    }

    private List<Descriptor> rules() {
        Map<DocumentWords.RuleOfPack, List<ReportDocument.Defect>> findings = words.findingsByRule();
        List<Descriptor> rules = new ArrayList<>();
        for (ReportDocument.RuleAccount rule : document.ledger()) {
            DocumentWords.RuleOfPack key = DocumentWords.RuleOfPack.of(rule);
            if (indexes.putIfAbsent(key, rules.size()) == null) {
                rules.add(descriptor(rule, findings.getOrDefault(key, List.of())));
            }
        }
        return rules;
    }

    private Descriptor descriptor(ReportDocument.RuleAccount rule, List<ReportDocument.Defect> findings) {
        String basis = rule.source().isBlank() ? rule.citation() : rule.citation() + " (" + rule.source() + ")";
        StringBuilder help = new StringBuilder(text(words.words().get("findings.basis", "basis", basis)));
        List<String> remedies =
                findings.stream().map(ReportDocument.Defect::remedy).distinct().toList();
        // A remedy may name values of its finding; where there are several, each result has its own.
        if (remedies.size() == 1) {
            help.append('\n').append(text(words.words().get("findings.remedy", "remedy", remedies.get(0))));
        }
        return new Descriptor(
                rule.ruleId(),
                new Text(text(rule.title())),
                new Text(text(rule.title() + " (" + rule.citation() + ")")),
                new Text(help.toString()),
                new Configuration(level(rule.severity())),
                new RuleProperties(rule.pack(), rule.evidence(), rule.legalBasis(), rule.duty()));
    }

    private List<Result> results() {
        Map<String, Integer> seen = new HashMap<>();
        List<Result> results = new ArrayList<>();
        for (ReportDocument.Defect defect : words.gravestFindings()) {
            if (results.size() == MOST_RESULTS) {
                break;
            }
            int number = seen.merge(defect.fingerprint(), 1, Integer::sum);
            results.add(result(defect, number == 1 ? defect.fingerprint() : defect.fingerprint() + ":" + number));
        }
        return results;
    }

    private Result result(ReportDocument.Defect defect, String fingerprint) {
        String waiver = words.waiver(defect);
        boolean plain = defect.unit() == null && defect.stake() == null;
        return new Result(
                defect.ruleId(),
                indexes.get(DocumentWords.RuleOfPack.of(defect)),
                level(defect.severity()),
                new Text(text(words.messageAndRemedy(defect) + " (" + words.unitAndPlace(defect) + ")")),
                List.of(location(defect.location())),
                Map.of(FINGERPRINT, fingerprint),
                waiver.isEmpty() ? null : List.of(new Suppression("external", "accepted", waiver)),
                plain ? null : new ResultProperties(defect.unit(), defect.stake()));
    }

    /** {@return a place of a file: viewers pass over a result that has none} */
    private Location location(ReportDocument.@Nullable Location location) {
        if (location != null) {
            return new Location(location.file(), Math.max(1, location.row()));
        }
        List<ReportDocument.Input> inputs = document.input();
        return new Location(
                inputs.isEmpty()
                        ? document.budget().jurisdiction()
                        : inputs.get(0).name(),
                1);
    }

    private List<Notification> notifications(int written) {
        List<Notification> notifications = new ArrayList<>();
        for (ReportDocument.Fault problem : document.problems()) {
            notifications.add(new Notification("error", new Text(text(words.problem(problem))), null));
        }
        if (!words.rejected().isEmpty()) {
            notifications.add(new Notification("error", new Text(text(words.rejected() + ".")), null));
            for (ReportDocument.Rejection row : document.rejectedRows()) {
                notifications.add(new Notification("error", new Text(text(words.rejected(row))), null));
            }
        }
        for (ReportDocument.RuleAccount rule : words.undetermined()) {
            int index = indexes.getOrDefault(DocumentWords.RuleOfPack.of(rule), -1);
            notifications.add(new Notification(
                    "warning", new Text(text(DocumentWords.reasoned(rule))), new RuleReference(rule.ruleId(), index)));
        }
        long left = words.beside(written);
        if (left > 0) {
            notifications.add(new Notification("note", new Text(words.words().count("sarif.left-out", left)), null));
        }
        return notifications;
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case REVIEW, INFO -> "note";
        };
    }

    /** Viewers make a link of {@code [text](address)}, also in plain text. */
    private static String text(String text) {
        return Spelling.harmless(text).replace("](", "] (");
    }

    /** {@return a file's name as a reference relative to the folder of what was read} */
    private static String uri(String file) {
        StringBuilder uri = new StringBuilder();
        for (byte b : file.replaceFirst("^/+", "").getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (letterOrDigit || PLAIN_SIGNS.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append('%').append(hex(c >> 4)).append(hex(c & 0xf));
            }
        }
        return uri.isEmpty() ? "-" : uri.toString();
    }

    private static char hex(int digit) {
        return "0123456789ABCDEF".charAt(digit);
    }

    private record Log(@JsonProperty("$schema") String schema, String version, List<Run> runs) {}

    private record Run(
            Tool tool, String language, List<Invocation> invocations, List<Result> results, RunProperties properties) {}

    private record Tool(Driver driver) {}

    private record Driver(String name, String version, List<Descriptor> rules) {}

    private record Descriptor(
            String id,
            Text shortDescription,
            Text fullDescription,
            Text help,
            Configuration defaultConfiguration,
            RuleProperties properties) {}

    private record Text(String text) {}

    private record Configuration(String level) {}

    private record RuleProperties(String pack, Rule.LegalBasis.Evidence evidence, String legalBasis, boolean duty) {}

    private record Invocation(boolean executionSuccessful, List<Notification> toolExecutionNotifications) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Notification(
            String level, Text message, @Nullable RuleReference associatedRule) {}

    private record RuleReference(String id, int index) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Result(
            String ruleId,
            @Nullable Integer ruleIndex,
            String level,
            Text message,
            List<Location> locations,
            Map<String, String> partialFingerprints,
            @Nullable List<Suppression> suppressions,
            @Nullable ResultProperties properties) {}

    private record Suppression(String kind, String status, String justification) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record ResultProperties(
            @Nullable String unit, @Nullable String stake) {}

    private record Location(PhysicalLocation physicalLocation) {

        Location(String file, long line) {
            this(new PhysicalLocation(new ArtifactLocation(uri(file)), new Region(line)));
        }
    }

    private record PhysicalLocation(ArtifactLocation artifactLocation, Region region) {}

    private record ArtifactLocation(String uri) {}

    private record Region(long startLine) {}

    /** The numbers of the whole, also where results are left out. */
    private record RunProperties(Verdict verdict, Map<Severity, Long> violated) {

        RunProperties(DocumentWords words) {
            this(words.document().verdict(), words.violated());
        }
    }
}
