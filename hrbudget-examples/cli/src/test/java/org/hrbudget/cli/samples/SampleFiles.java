package org.hrbudget.cli.samples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hrbudget.model.ActionLink;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetUnit;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.SpendingLine;

/** The sample as the text of files in the layout {@code hrbudget}: UTF-8, one line feed after each row. */
final class SampleFiles {

    static final String BUDGET = "budget.csv";
    static final String PROGRAMME = "programme.csv";
    static final String BASELINE = "baseline.csv";
    static final String DEFECTS = "planted-defects.csv";

    /** Links of one line. */
    static final int MOST_LINKS = 3;

    private static final List<AmountKind> AMOUNTS = List.of(
            AmountKind.APPROVED,
            AmountKind.ADJUSTMENTS,
            AmountKind.MODIFIED,
            AmountKind.COMMITTED,
            AmountKind.ACCRUED,
            AmountKind.EXERCISED,
            AmountKind.PAID);

    private SampleFiles() {}

    /** {@return the text of each file, by name} */
    static Map<String, String> of(MexicoCity2011 sample) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(PROGRAMME, programme(sample));
        files.put(BUDGET, budget(sample));
        files.put(BASELINE, baseline(sample));
        files.put(DEFECTS, defects(sample));
        return files;
    }

    private static String programme(MexicoCity2011 sample) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "code",
                "sequence",
                "right",
                "right_es",
                "right_en",
                "group",
                "strategy",
                "title",
                "term",
                "executors",
                "cross_cutting"));
        sample.programme().actions().forEach(action -> {
            HumanRight right = sample.programme().chapter(action.rightCode()).orElseThrow();
            rows.add(List.of(
                    action.code(),
                    Integer.toString(action.sequence()),
                    right.code(),
                    right.nameEs(),
                    right.nameEn(),
                    yesOrNo(right.group()),
                    action.strategy(),
                    action.title(),
                    String.valueOf(action.term()).toLowerCase(Locale.ROOT),
                    String.join("|", action.executors()),
                    yesOrNo(action.crossCutting())));
        });
        return csv(rows);
    }

    private static String baseline(MexicoCity2011 sample) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("fiscal_year", "action", "amount", "drop_reason"));
        sample.baseline()
                .actions()
                .values()
                .forEach(action -> rows.add(List.of(
                        sample.baseline().fiscalYear().toString(),
                        action.actionCode(),
                        action.amount().toPlainString(),
                        text(action.dropReason()))));
        return csv(rows);
    }

    private static String defects(MexicoCity2011 sample) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("rule", "row", "unit", "subject", "reason"));
        sample.findings()
                .forEach(finding -> rows.add(
                        List.of(finding.rule(), finding.row(), finding.unit(), finding.subject(), finding.reason())));
        return csv(rows);
    }

    private static String budget(MexicoCity2011 sample) {
        List<String> header = new ArrayList<>(List.of(
                "fiscal_year",
                "unit_code",
                "unit_name",
                "unit_kind",
                "functional_code",
                "result",
                "subresult",
                "activity",
                "object_code",
                "spending_type",
                "identifier_digit"));
        AMOUNTS.forEach(kind -> header.add(kind.name().toLowerCase(Locale.ROOT)));
        for (int n = 1; n <= MOST_LINKS; n++) {
            header.addAll(List.of(
                    "action_" + n,
                    "action_" + n + "_sequence",
                    "action_" + n + "_right",
                    "action_" + n + "_amount",
                    "action_" + n + "_share"));
        }
        header.add("no_action_reason");
        header.add("rights_information");
        List<List<String>> rows = new ArrayList<>();
        rows.add(header);
        sample.lines().forEach(line -> rows.add(row(line)));
        return csv(rows);
    }

    private static List<String> row(SpendingLine line) {
        BudgetUnit unit = line.unit();
        List<String> row = new ArrayList<>();
        row.add(text(line.fiscalYear()));
        row.add(unit == null ? "" : unit.code());
        row.add(unit == null ? "" : text(unit.name()));
        row.add(unit == null ? "" : text(unit.kind()));
        row.add(text(line.functionalCode()));
        row.add(text(line.resultStructure().result()));
        row.add(text(line.resultStructure().subresult()));
        row.add(text(line.resultStructure().activity()));
        row.add(text(line.objectCode()));
        row.add(text(line.spendingType()));
        row.add(text(line.identifierDigit()));
        AMOUNTS.forEach(kind -> row.add(number(line.amount(kind))));
        for (int n = 0; n < MOST_LINKS; n++) {
            ActionLink link = n < line.links().size() ? line.links().get(n) : null;
            boolean none = link == null && n == 0 && line.saysNoneApplies();
            row.add(link == null ? (none ? "No aplica" : "") : text(link.actionCode()));
            row.add(link == null ? "" : text(link.sequence()));
            row.add(link == null ? "" : text(link.namedRight()));
            row.add(link == null ? "" : number(link.amount()));
            row.add(link == null ? "" : number(link.share()));
        }
        row.add(text(line.noActionReason()));
        row.add(
                line.rightsInformation() == null
                        ? ""
                        : line.rightsInformation()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'));
        return row;
    }

    private static String yesOrNo(boolean value) {
        return value ? "yes" : "no";
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static String number(BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    static String csv(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(SampleFiles::cell).collect(Collectors.joining(",")) + "\n")
                .collect(Collectors.joining());
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
