package org.hrbudget.rules.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hrbudget.io.BudgetSource;
import org.hrbudget.io.ReadingAccount;
import org.hrbudget.io.spi.LineReader;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.ValidationReport;
import org.jspecify.annotations.Nullable;

/**
 * What one rule said of what it was given, and how to tell it.
 *
 * @param pack the rule's pack
 * @param lines what was given, as far as it could be read
 * @param report the report
 * @param entry what the rule did
 * @param findings what it found
 */
record Answer(
        RulePack pack, List<SpendingLine> lines, ValidationReport report, LedgerEntry entry, List<Finding> findings) {

    private static final int FINDINGS = 100_000;
    private static final int SHOWN = 20;

    static Answer to(RuleVerifier verifier, String ruleId, Given given) {
        BudgetSource source = given.source(verifier);
        BudgetValidator.Builder builder = verifier.validator().maxFindingsPerRule(FINDINGS);
        Baseline baseline = verifier.baseline();
        if (baseline != null) {
            builder.baseline(baseline);
        }
        Set<String> items = verifier.items();
        if (items != null) {
            builder.itemCatalogue(items);
        }
        ValidationReport report = builder.build().validate(source);
        LedgerEntry entry = report.ledger().stream()
                .filter(candidate -> candidate.rule().id().equals(ruleId))
                .findFirst()
                .orElseThrow();
        List<Finding> findings = report.findings().stream()
                .filter(finding -> finding.ruleId().equals(ruleId))
                .toList();
        Answer answer = new Answer(verifier.pack(), read(source), report, entry, findings);
        answer.refuseWhatWasNotRead(given);
        return answer;
    }

    private static List<SpendingLine> read(BudgetSource source) {
        List<SpendingLine> lines = new ArrayList<>();
        try (LineReader reader = source.open()) {
            for (SpendingLine line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** A test that gives what the reader rejects or does not know tests nothing. */
    private void refuseWhatWasNotRead(Given given) {
        for (ReadingAccount.RejectedRow row : report.rejectedRows()) {
            throw new IllegalArgumentException("The reader rejects " + row.position()
                    + (row.column() == null ? "" : ", column " + row.column())
                    + (row.value() == null ? "" : ", value \"" + row.value() + "\"") + ": "
                    + row.reason().en());
        }
        if (given instanceof Given.Cells) {
            for (SpendingLine line : lines) {
                for (String column : line.passThrough().keySet()) {
                    // Name and kind of a unit without a code are passed through as well.
                    if (!column.equals("unit_name") && !column.equals("unit_kind")) {
                        throw new IllegalArgumentException("The layout hrbudget has no column \"" + column
                                + "\".\nMaybe the table of another layout was meant: given(Budgets.read(...)).");
                    }
                }
            }
        }
    }

    /** {@return the number of each line in the order given, from 1} */
    Map<Position, Integer> lineNumbers() {
        Map<Position, Integer> numbers = new LinkedHashMap<>();
        for (SpendingLine line : lines) {
            numbers.put(line.position(), numbers.size() + 1);
        }
        return numbers;
    }

    /**
     * Asserts what holds.
     *
     * @param holds whether it does
     * @param expected what was expected, after "The rule was expected "
     */
    void expect(boolean holds, String expected) {
        if (!holds) {
            throw new AssertionError(text(expected));
        }
    }

    private String text(String expected) {
        Rule rule = entry.rule();
        BudgetHeader header = report.header();
        StringBuilder text = new StringBuilder();
        text.append("The rule \"").append(rule.id()).append("\" of ").append(entry.pack());
        text.append(" was expected ").append(expected).append(".\n");
        text.append("It said: ").append(entry.outcome()).append(", examined ").append(entry.examined());
        text.append(", defects ").append(entry.violated());
        text.append(", not to be judged ").append(entry.undetermined());
        Bilingual reason = entry.reason();
        text.append(reason == null ? "" : ". " + reason.en()).append('\n');
        findings.stream()
                .limit(SHOWN)
                .forEach(finding -> text.append("  ")
                        .append(place(finding))
                        .append(": ")
                        .append(finding.message(Locale.ENGLISH))
                        .append(values(finding))
                        .append('\n'));
        more(text, findings.size());
        text.append("Given (fiscal year ").append(Objects.toString(header.fiscalYear(), "not known"));
        text.append(", phase ")
                .append(header.phase().name().toLowerCase(Locale.ROOT))
                .append("):\n");
        int number = 0;
        for (SpendingLine line : lines.subList(0, Math.min(SHOWN, lines.size()))) {
            text.append("  line ")
                    .append(++number)
                    .append(": ")
                    .append(LineWords.of(line))
                    .append('\n');
        }
        more(text, lines.size());
        text.append("The rule's condition:\n").append(rule.condition().strip().indent(2));
        limits().forEach(limit -> text.append("Limit: ").append(limit).append('\n'));
        return text.toString().stripTrailing();
    }

    private static void more(StringBuilder text, int all) {
        if (all > SHOWN) {
            text.append("  and ").append(all - SHOWN).append(" more\n");
        }
    }

    private String place(Finding finding) {
        Position position = finding.position();
        if (position != null) {
            return "line " + lineNumbers().get(position);
        }
        return finding.unitCode() == null ? "the budget" : "unit " + finding.unitCode();
    }

    private static String values(Finding finding) {
        List<String> values = new ArrayList<>();
        finding.details().forEach((name, detail) -> values.add(name + "=" + shown(detail)));
        return values.isEmpty() ? "" : " [" + String.join(", ", values) + "]";
    }

    private static String shown(Finding.Detail detail) {
        return detail.text().isEmpty() ? "(none)" : detail.text();
    }

    private List<String> limits() {
        if (!(pack instanceof OpenPack open)) {
            return List.of();
        }
        return open.conditions().stream()
                .filter(condition -> condition.id().equals(entry.rule().id()))
                .map(CheckedRule::limits)
                .flatMap(limits -> limits.values().stream())
                .map(code -> limit(open.parameters().get(code), code))
                .toList();
    }

    private static String limit(Rule.@Nullable Parameter parameter, String code) {
        return parameter == null
                ? code
                : code + " = " + parameter.value().toPlainString() + " (" + parameter.measure() + ")";
    }
}
