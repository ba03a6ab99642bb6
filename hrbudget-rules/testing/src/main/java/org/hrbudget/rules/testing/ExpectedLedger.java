package org.hrbudget.rules.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrbudget.model.Bilingual;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/** The table of what rules are expected to do. */
final class ExpectedLedger {

    private static final List<String> COLUMNS =
            List.of("pack", "rule", "outcome", "examined", "defects", "undetermined");

    private final CsvTable table;

    private ExpectedLedger(CsvTable table) {
        this.table = table;
    }

    static ExpectedLedger parse(String file, String text) {
        CsvTable table = CsvTable.parse(file, text, COLUMNS, List.of("rule", "outcome"));
        for (CsvTable.Line row : table.rows()) {
            try {
                ScenarioSettings.constant(LedgerEntry.Outcome.values(), String.valueOf(row.text("outcome")));
            } catch (IllegalArgumentException e) {
                throw row.fault(
                        "outcome",
                        "\"" + row.text("outcome") + "\" is not an outcome.",
                        "Maybe " + ScenarioSettings.words(LedgerEntry.Outcome.values()));
            }
        }
        return new ExpectedLedger(table);
    }

    /** {@return where a report differs from the table, in the table's order} */
    List<String> differences(ValidationReport report) {
        List<String> differences = new ArrayList<>();
        for (CsvTable.Line row : table.rows()) {
            Map<String, String> actual = words(entry(row, report));
            for (String column : COLUMNS) {
                String expected = expected(row, column);
                if (expected != null && !expected.equals(actual.get(column))) {
                    differences.add("ledger of " + row.text("rule") + ": " + column + " expected " + expected + ", is "
                            + actual.get(column) + reason(entry(row, report)));
                }
            }
        }
        return differences;
    }

    private static @Nullable String expected(CsvTable.Line row, String column) {
        String text = row.text(column);
        return text == null || !column.equals("outcome")
                ? text
                : ScenarioSettings.constant(LedgerEntry.Outcome.values(), text).name();
    }

    private static String reason(LedgerEntry entry) {
        Bilingual reason = entry.reason();
        return reason == null ? "" : " (" + reason.en() + ")";
    }

    private static LedgerEntry entry(CsvTable.Line row, ValidationReport report) {
        String rule = String.valueOf(row.text("rule"));
        String pack = row.text("pack");
        Optional<LedgerEntry> found = report.ledger().stream()
                .filter(entry -> entry.rule().id().equals(rule))
                .filter(entry -> pack == null || entry.pack().equals(pack))
                .findFirst();
        return found.orElseThrow(() -> row.fault(
                "rule",
                "No pack of this scenario has a rule \"" + rule + "\".",
                Scenario.MalformedException.maybe(
                        rule,
                        report.ledger().stream().map(entry -> entry.rule().id()).toList())));
    }

    private static Map<String, String> words(LedgerEntry entry) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("pack", entry.pack());
        words.put("rule", entry.rule().id());
        words.put("outcome", entry.outcome().name());
        words.put("examined", Long.toString(entry.examined()));
        words.put("defects", Long.toString(entry.violated()));
        words.put("undetermined", Long.toString(entry.undetermined()));
        return words;
    }

    /** {@return the table of what the rules of a report did, in the order of the law} */
    static String of(ValidationReport report) {
        StringBuilder text = new StringBuilder(CsvTable.line(COLUMNS));
        report.ledger().forEach(entry -> text.append(CsvTable.line(words(entry).values())));
        return text.toString();
    }
}
