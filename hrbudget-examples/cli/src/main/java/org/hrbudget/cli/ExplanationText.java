package org.hrbudget.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hrbudget.model.Bilingual;
import org.hrbudget.report.TextPage;
import org.hrbudget.rules.authoring.RuleExplanation;
import org.hrbudget.validation.Finding;
import org.hrbudget.validation.Rule;
import org.jspecify.annotations.Nullable;

/** An explanation as text: what the rule says, the line, the conditions, the law, what to do. */
final class ExplanationText {

    private final RuleExplanation explanation;
    private final ProgramWords words;
    private final Locale locale;
    private final TextPage page;

    ExplanationText(RuleExplanation explanation, ProgramWords words, Appendable out) {
        this.explanation = explanation;
        this.words = words;
        this.locale = words.locale();
        this.page = new TextPage(out);
    }

    void write() throws IOException {
        Rule rule = explanation.rule();
        page.paragraph(0, rule.id() + " — " + rule.title().in(locale));
        page.paragraph(
                0,
                words.get(
                        "explain.answer",
                        "file",
                        explanation.position().file(),
                        "row",
                        Long.toString(explanation.position().row()),
                        "answer",
                        words.get("explain.answer." + explanation.answer())));
        reason(0, explanation.reason());
        for (Finding finding : explanation.findings()) {
            page.paragraph(2, finding.message(locale));
        }
        line();
        for (RuleExplanation.Subject subject : explanation.subjects()) {
            subject(subject);
        }
        law(rule);
        todo(rule);
    }

    private void reason(int indent, @Nullable Bilingual reason) throws IOException {
        if (reason != null) {
            page.paragraph(indent, reason.in(locale));
        }
    }

    private void line() throws IOException {
        page.heading(words.get("explain.line"));
        List<List<String>> rows = new ArrayList<>();
        for (RuleExplanation.LineCell cell : explanation.cells()) {
            rows.add(List.of(name(cell), Objects.requireNonNullElse(cell.value(), "—")));
        }
        page.table(2, "lw", rows);
    }

    private static String name(RuleExplanation.LineCell cell) {
        return cell.position() == null ? cell.name() : cell.name() + " (" + cell.position() + ")";
    }

    private void subject(RuleExplanation.Subject subject) throws IOException {
        page.heading(words.get(
                "explain.conditions",
                "subject",
                subject.name().in(locale),
                "answer",
                words.get("explain.answer." + subject.answer())));
        boolean told = Objects.equals(subject.reason(), explanation.reason());
        reason(2, told ? null : subject.reason());
        for (RuleExplanation.Condition condition : subject.conditions()) {
            page.paragraph(
                    2,
                    4,
                    words.get("explain.state." + condition.state()) + ": "
                            + condition.words().in(locale));
            for (RuleExplanation.Condition.Met met : condition.met()) {
                page.paragraph(4, met.name().in(locale) + " = " + met.value().shown(locale));
            }
            for (RuleExplanation.Condition.Limit limit : condition.limits()) {
                String basis = limit.basis() == null ? "" : "; " + limit.basis();
                page.paragraph(
                        4,
                        6,
                        words.get("explain.limit", "what", limit.what().in(locale), "place", limit.place() + basis));
            }
            page.paragraph(4, words.get("explain.place", "place", condition.place()));
        }
    }

    private void law(Rule rule) throws IOException {
        page.heading(words.get("explain.law"));
        Rule.LegalBasis basis = rule.legalBasis();
        List<List<String>> rows = new ArrayList<>();
        row(rows, "explain.defect", explanation.condition().in(locale));
        row(rows, "rules.basis", basis.instrument());
        if (basis.article() != null) {
            row(rows, "rules.article", basis.article());
        }
        row(rows, "rules.published", Objects.toString(basis.published(), words.get("rules.not-given")));
        row(rows, "rules.source", basis.source());
        row(rows, "rules.evidence", words.get("evidence." + basis.evidence()));
        row(rows, "explain.pack", explanation.pack());
        row(rows, "rules.severity", words.severity(rule));
        page.table(2, "lw", rows);
    }

    private void row(List<List<String>> rows, String key, String text) {
        rows.add(List.of(words.get(key), text));
    }

    private void todo(Rule rule) throws IOException {
        RuleExplanation.Repair repair = explanation.repair();
        if (repair == null) {
            return;
        }
        page.heading(words.get("explain.todo"));
        List<String> remedies = explanation.findings().stream()
                .map(finding -> finding.remedy(locale))
                .distinct()
                .toList();
        for (String remedy : remedies.isEmpty() ? List.of(rule.remedy().in(locale)) : remedies) {
            page.paragraph(2, remedy);
        }
        reason(2, repair.unrepaired());
        if (repair.changes().isEmpty()) {
            return;
        }
        page.paragraph(2, words.get("explain.repair", "tried", Long.toString(repair.tried())));
        for (RuleExplanation.Repair.Change change : repair.changes()) {
            page.paragraph(4, 6, "- " + change(change));
        }
        if (repair.changes().stream().anyMatch(RuleExplanation.Repair.Change::example)) {
            page.paragraph(2, words.get("explain.example"));
        }
    }

    private String change(RuleExplanation.Repair.Change change) {
        String before = change.cell().value();
        String after = change.after();
        String key = after == null ? "explain.blank" : before == null ? "explain.fill" : "explain.replace";
        return words.get(
                key,
                "cell",
                name(change.cell()),
                "before",
                Objects.requireNonNullElse(before, ""),
                "after",
                Objects.requireNonNullElse(after, ""));
    }
}
