package org.hrbudget.rules.authoring.internal.page;

import java.util.List;
import java.util.Map;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.DataItem;
import org.hrbudget.rules.authoring.PackDiff;
import org.hrbudget.rules.authoring.internal.diff.DiffWords;
import org.hrbudget.rules.authoring.internal.words.DatedWords;
import org.hrbudget.rules.authoring.internal.words.LawRule;
import org.hrbudget.rules.authoring.internal.words.PlainWords;
import org.hrbudget.rules.authoring.internal.words.Shown;
import org.hrbudget.validation.Rule;

/** Writes what the law says of one rule. */
public final class RuleSection {

    private static final int LEVEL = 3;

    private final Markdown page;
    private final Map<String, Rule.LegalBasis> bases;

    public RuleSection(Markdown page, Map<String, Rule.LegalBasis> bases) {
        this.page = page;
        this.bases = bases;
    }

    public void write(LawRule law, String anchor) {
        Rule rule = law.rule();
        page.blank();
        page.line("<a id=\"" + anchor + "\"></a>");
        page.line("#".repeat(LEVEL) + " " + rule.id());
        page.blank();
        page.line("**" + rule.severity() + "** · " + Markdown.text(rule.title().en()) + " · "
                + Markdown.text(rule.title().es()));
        page.blank();
        page.table(
                Markdown.cells("", "English", "Español"),
                List.of(
                        row("defect", PlainWords.condition(law)),
                        row("message", rule.message()),
                        row("remedy", rule.remedy())));
        page.blank();
        page.line("- " + LawWords.both("rests-on") + ": " + basis(rule.legalBasis()));
        page.line("- " + LawWords.both("evidence") + ": " + rule.legalBasis().evidence() + ", "
                + Markdown.text(rule.legalBasis().source()));
        page.line("- " + LawWords.both("looks-at") + ": " + Markdown.code(rule.subject()));
        page.line("- " + LawWords.both("needs") + ": " + needs(rule));
        law.limits().values().forEach(limit -> page.line("- " + LawWords.both("limit") + ": " + limit(law, limit)));
        if (!law.weights().isEmpty()) {
            page.line("- " + LawWords.both("severity") + ": " + LawWords.both(DatedWords.severities(law.weights())));
        }
        page.blank();
        page.block(rule.condition());
    }

    /** Writes what a version changed in the rule. */
    public void changes(PackDiff.RuleDiff change) {
        List<String> lines = History.lines(change);
        if (!lines.isEmpty()) {
            page.blank();
            page.line(LawWords.both("changes") + ":");
            page.blank();
            lines.forEach(line -> page.line("- " + line));
        }
    }

    private static List<String> row(String key, Bilingual text) {
        return Markdown.cells(LawWords.both(key), Markdown.text(text.en()), Markdown.text(text.es()));
    }

    static String basis(Rule.LegalBasis basis) {
        return Markdown.text(Shown.basis(basis)) + " (" + Markdown.code(basis.key()) + ")";
    }

    private String limit(LawRule law, Rule.Parameter limit) {
        Rule.LegalBasis basis = bases.get(limit.legalBasis());
        return Markdown.code(limit.code()) + " = " + LawWords.both(law.value(limit, DiffWords::value)) + "; "
                + (basis == null ? Markdown.code(limit.legalBasis()) : basis(basis));
    }

    private static String needs(Rule rule) {
        List<String> needs =
                rule.needs().stream().sorted().map(RuleSection::item).toList();
        return needs.isEmpty() ? "—" : String.join("; ", needs);
    }

    private static String item(DataItem item) {
        return LawWords.both(PlainWords.phrase("item." + item.word())) + " (" + Markdown.code(item.word()) + ")";
    }
}
