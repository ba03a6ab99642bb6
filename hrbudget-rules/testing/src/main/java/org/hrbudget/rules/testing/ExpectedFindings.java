package org.hrbudget.rules.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrbudget.model.Position;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;

/** The table of findings expected of a budget; each stands for one finding. */
final class ExpectedFindings {

    private static final List<String> COLUMNS =
            List.of("pack", "rule", "severity", "file", "row", "column", "unit", "details");

    private final CsvTable table;

    private ExpectedFindings(CsvTable table) {
        this.table = table;
    }

    static ExpectedFindings parse(String file, String text) {
        CsvTable table = CsvTable.parse(file, text, COLUMNS, List.of("rule"));
        for (CsvTable.Line row : table.rows()) {
            check(row);
        }
        return new ExpectedFindings(table);
    }

    private static void check(CsvTable.Line row) {
        String rule = row.text("rule");
        if (rule == null || rule.isEmpty()) {
            throw row.fault("rule", "The rule is missing.", "Maybe write its id, such as line-without-unit.");
        }
        String severity = row.text("severity");
        if (severity != null) {
            try {
                ScenarioSettings.constant(Severity.values(), severity);
            } catch (IllegalArgumentException e) {
                throw row.fault(
                        "severity",
                        "\"" + severity + "\" is not a severity.",
                        "Maybe " + ScenarioSettings.words(Severity.values()));
            }
        }
        String number = row.text("row");
        if (number != null && !number.isEmpty() && !number.matches("[0-9]{1,15}")) {
            throw row.fault(
                    "row",
                    "\"" + number + "\" is not the number of a row.",
                    "Maybe write it as a spreadsheet shows it.");
        }
    }

    /** What was expected and is not there, and what is there and was not expected. */
    record Mismatch(List<Scenario.Result.ExpectedFinding> missing, List<Finding> unexpected) {}

    /** {@return where the findings of a report differ, each row standing for one finding} */
    Mismatch compare(ValidationReport report) {
        Map<Map<String, String>, List<Finding>> actual = new LinkedHashMap<>();
        for (Finding finding : report.findings()) {
            actual.computeIfAbsent(words(finding), key -> new ArrayList<>()).add(finding);
        }
        List<Scenario.Result.ExpectedFinding> missing = new ArrayList<>();
        for (CsvTable.Line row : table.rows()) {
            checkRule(row, report);
            Map<String, String> wanted = words(row);
            List<Finding> fitting = actual.getOrDefault(wanted, List.of());
            if (fitting.isEmpty()) {
                missing.add(new Scenario.Result.ExpectedFinding(row.number(), wanted));
            } else {
                fitting.remove(fitting.size() - 1);
            }
        }
        Set<Finding> left = Collections.newSetFromMap(new IdentityHashMap<>());
        actual.values().forEach(left::addAll);
        return new Mismatch(
                missing, report.findings().stream().filter(left::contains).toList());
    }

    private static void checkRule(CsvTable.Line row, ValidationReport report) {
        List<String> ids =
                report.ledger().stream().map(entry -> entry.rule().id()).toList();
        String rule = String.valueOf(row.text("rule"));
        if (!ids.contains(rule)) {
            throw row.fault(
                    "rule",
                    "No pack of this scenario has a rule \"" + rule + "\".",
                    Scenario.MalformedException.maybe(rule, ids));
        }
    }

    private Map<String, String> words(CsvTable.Line row) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String column : COLUMNS) {
            String text = row.text(column);
            if (text != null) {
                words.put(
                        column,
                        column.equals("severity")
                                ? ScenarioSettings.constant(Severity.values(), text)
                                        .name()
                                : text);
            }
        }
        return words;
    }

    private Map<String, String> words(Finding finding) {
        Map<String, String> words = all(finding);
        words.keySet().retainAll(table.columns());
        return words;
    }

    private static Map<String, String> all(Finding finding) {
        Rule rule = finding.rule();
        Position position = finding.position();
        Map<String, String> words = new LinkedHashMap<>();
        words.put("pack", finding.pack());
        words.put("rule", rule.id());
        words.put("severity", rule.severity().name());
        words.put("file", position == null ? "" : position.file());
        words.put("row", position == null ? "" : Long.toString(position.row()));
        words.put("column", finding.column() == null ? "" : finding.column());
        words.put("unit", finding.unitCode() == null ? "" : finding.unitCode());
        words.put("details", details(finding));
        words.replaceAll((column, text) -> text.strip());
        return words;
    }

    /** {@return a finding in one line} */
    static String line(Finding finding) {
        return line(all(finding));
    }

    /** {@return words of a finding in one line, those it does not have left out} */
    static String line(Map<String, String> words) {
        return words.entrySet().stream()
                .filter(word -> !word.getValue().isEmpty())
                .map(word -> word.getKey() + "=" + word.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String details(Finding finding) {
        return finding.details().entrySet().stream()
                .map(detail -> detail.getKey() + "=" + detail.getValue().text())
                .collect(Collectors.joining("; "));
    }

    /** {@return the table of what a report found, in its order} */
    static String of(ValidationReport report) {
        StringBuilder text = new StringBuilder(CsvTable.line(COLUMNS));
        report.findings()
                .forEach(finding -> text.append(CsvTable.line(all(finding).values())));
        return text.toString();
    }
}
