package org.hrbudget.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.Rule;

/** The parts of a text report that say what the answer rests on: the law, what was read of it, and what could not be judged. */
final class TextBasis {

    private static final int MOST_INPUTS = 4;
    private static final int MOST_PROBLEMS = 3;
    private static final int MOST_REJECTED = 3;

    private final DocumentWords about;
    private final ReportDocument document;
    private final ReportWords words;
    private final TextLines lines;

    TextBasis(DocumentWords about, TextLines lines) {
        this.about = about;
        this.document = about.document();
        this.words = about.words();
        this.lines = lines;
    }

    private boolean everything() {
        return lines.options().everything();
    }

    /** {@return the packs and why they were chosen, how well what was found is attested, and in full what each rule rests on} */
    TextPart law() {
        List<TextPart.Item> items = new ArrayList<>();
        for (ReportDocument.Selection pack : document.selection()) {
            items.add(lines.item(pack.jurisdiction() + " " + pack.version() + ", " + pack.title() + ". "
                    + about.chosen(pack) + rejected(pack)));
        }
        int packs = items.size();
        Map<Rule.LegalBasis.Evidence, Long> grades = new EnumMap<>(Rule.LegalBasis.Evidence.class);
        for (ReportDocument.RuleAccount rule : about.gravestRules()) {
            grades.merge(rule.evidence(), rule.violated(), Long::sum);
            if (everything()) {
                String grade = words.get("evidence." + rule.evidence());
                items.add(lines.item(named(rule) + ": " + rule.citation() + " [" + grade + "]", 0));
            }
            about.held(rule).forEach(row -> items.add(lines.item(named(rule) + ": " + row, 0)));
        }
        if (!grades.isEmpty() && !everything()) {
            String counts = grades.entrySet().stream()
                    .collect(Collectors.groupingBy(
                            grade -> words.get("evidence." + grade.getKey() + ".short"),
                            LinkedHashMap::new,
                            Collectors.summingLong(Map.Entry::getValue)))
                    .entrySet()
                    .stream()
                    .map(grade -> grade.getKey() + " " + ReportWords.whole(grade.getValue()))
                    .collect(Collectors.joining(" · "));
            items.add(lines.item(words.get("law.grades", "counts", counts), 0));
        }
        return lines.part(words.get("law"), items, TextPart.ANY, packs);
    }

    private String rejected(ReportDocument.Selection pack) {
        if (!everything() || pack.rejected().isEmpty()) {
            return "";
        }
        String versions = pack.rejected().stream()
                .map(version -> version.version() + " (" + words.get("reason." + version.reason()) + ")")
                .collect(Collectors.joining(", "));
        return " " + words.get("law.rejected", "versions", versions);
    }

    /** {@return a rule by its title and name, and its pack where there are several} */
    private String named(ReportDocument.RuleAccount rule) {
        String pack = document.selection().size() == 1 ? "" : rule.pack() + ": ";
        return rule.title() + " (" + pack + rule.ruleId() + ")";
    }

    /** {@return what the lines come to, and what became of the rows and columns of each file} */
    List<TextPart> inputs() {
        List<String> headings = List.of(
                words.get("inputs.name"),
                words.get("inputs.layout"),
                words.get("inputs.read"),
                words.get("inputs.lines"),
                words.get("inputs.rejected"),
                words.get("inputs.skipped"));
        List<List<String>> rows = document.input().stream()
                .map(input -> List.of(
                        input.name(),
                        Objects.toString(input.layout(), "—"),
                        ReportWords.whole(input.rowsRead()),
                        ReportWords.whole(input.linesValidated()),
                        ReportWords.whole(input.rowsRejected()),
                        ReportWords.whole(input.rowsSkipped())))
                .toList();
        List<TextPart.Item> notes = notes();
        if (everything()) {
            return List.of(
                    lines.table(words.get("inputs"), "wlrrrr", headings, rows, TextPart.ANY),
                    new TextPart(List.of(), notes, TextPart.ANY, 1, 0, left -> List.of()));
        }
        List<TextPart.Item> items = new ArrayList<>(lines.list(headings, rows));
        ReportDocument.Budget budget = document.budget();
        String total = budget.totals().get(budget.basis());
        if (total != null) {
            String amount = words.get("amount." + budget.basis()).toLowerCase(words.locale());
            items.add(lines.item(words.get("inputs.sum", "amount", amount, "total", about.money(total))));
        }
        items.addAll(notes);
        return List.of(lines.small(words.get("inputs"), items, MOST_INPUTS, items.size()));
    }

    /** {@return what was found out about each file, and what became of its columns} */
    private List<TextPart.Item> notes() {
        List<TextPart.Item> notes = new ArrayList<>();
        for (ReportDocument.Input input : document.input()) {
            for (String what : input.assumed()) {
                notes.add(lines.item(words.get("inputs.assumed", "file", input.name(), "what", what)));
            }
            columns(input).forEach(told -> notes.add(lines.item(told)));
        }
        return notes;
    }

    private List<String> columns(ReportDocument.Input input) {
        ReportDocument.Columns columns = input.columns();
        List<String> told = new ArrayList<>();
        if (columns != null) {
            columns(told, "unread", input, columns.unread());
            if (everything()) {
                columns(told, "used", input, columns.used());
                columns(
                        told,
                        "absent",
                        input,
                        columns.absent().stream().map(words::field).toList());
            }
        }
        return told;
    }

    private void columns(List<String> told, String key, ReportDocument.Input input, List<String> columns) {
        if (!columns.isEmpty()) {
            told.add(words.get("inputs.columns." + key, "file", input.name(), "columns", String.join(", ", columns)));
        }
    }

    List<TextPart> problems() {
        List<TextPart.Item> items = document.problems().stream()
                .map(about::problem)
                .map(lines::item)
                .toList();
        return items.isEmpty()
                ? List.of()
                : List.of(lines.small(words.get("problems"), items, MOST_PROBLEMS, items.size()));
    }

    List<TextPart> rejectedRows() {
        long all = document.input().stream()
                .mapToLong(ReportDocument.Input::rowsRejected)
                .sum();
        if (all == 0) {
            return List.of();
        }
        List<TextPart.Item> items = document.rejectedRows().stream()
                .map(row -> lines.item(about.rejected(row)))
                .toList();
        return List.of(lines.small(about.rejected(), items, MOST_REJECTED, all));
    }

    List<TextPart> undetermined() {
        List<TextPart.Item> items = about.undetermined().stream()
                .map(rule -> lines.item(named(rule) + ": " + DocumentWords.reason(rule.reason()) + " "
                        + words.count("undetermined.examined", rule.examined())))
                .toList();
        return items.isEmpty()
                ? List.of()
                : List.of(lines.part(words.get("undetermined"), items, TextPart.ANY, items.size()));
    }

    /** {@return the rules that do not apply, those of one reason together} */
    List<TextPart> notApplicable() {
        Map<String, List<String>> byReason = document.ledger().stream()
                .filter(rule -> rule.outcome() == LedgerEntry.Outcome.NOT_APPLICABLE)
                .collect(Collectors.groupingBy(
                        rule -> DocumentWords.reason(rule.reason()),
                        LinkedHashMap::new,
                        Collectors.mapping(this::named, Collectors.toList())));
        List<TextPart.Item> items = new ArrayList<>();
        byReason.forEach((reason, rules) -> items.add(lines.item(reason + " " + String.join("; ", rules) + ".")));
        return items.isEmpty()
                ? List.of()
                : List.of(lines.part(words.get("not-applicable"), items, TextPart.ANY, items.size()));
    }
}
