package org.hrbudget.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hrbudget.model.internal.Spelling;

/**
 * A report as Markdown, in the dialect of GitHub and GitLab, of at most 60 lines: for a comment below a change, or a summary.
 */
final class MarkdownReport {

    private static final int MOST_URGENT = 3;
    private static final int RULES_SHOWN = 12;
    private static final int DUTIES_SHOWN = 10;
    private static final int PROBLEMS_SHOWN = 5;

    private static final String SIGNS = "\\`*_[]#|~$";

    /** What a page would make a link or a picture of: the colon of an address or of a short name, and the start of an address. */
    private static final Pattern COLON = Pattern.compile(":(?=\\S)");

    private static final Pattern WWW = Pattern.compile("(?i)(?<=www)[.]");

    /** What would call a person or name an issue. A backslash does not keep it from that, since both are looked for later. */
    private static final Pattern CALL = Pattern.compile("(@|\\\\#)(?=\\S)");

    private final ReportDocument document;
    private final DocumentWords words;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(ReportDocument document) {
        this.document = document;
        this.words = DocumentWords.of(document);
    }

    static void write(ReportDocument document, OutputStream out) throws IOException {
        out.write(new MarkdownReport(document).text().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private String text() {
        line("## " + inert(words.title()));
        line("");
        line("**" + words.verdict() + "** " + words.words().get("verdict." + document.verdict() + ".meaning"));
        line("");
        line(words.counts());
        if (!words.changes().isEmpty()) {
            line("");
            line(words.changes());
        }
        bullets("problems", document.problems(), PROBLEMS_SHOWN, words::problem);
        rejected();
        bullets(
                "open-duties",
                document.openDuties(),
                DUTIES_SHOWN,
                duty -> duty.title() + " (" + duty.ruleId() + "): " + DocumentWords.reason(duty.reason()));
        bullets("waivers", words.waivers(), PROBLEMS_SHOWN, waiver -> waiver);
        List<ReportDocument.RuleAccount> rules = words.gravestRules();
        bullets(
                "urgent",
                words.urgentRules().stream().limit(MOST_URGENT).toList(),
                MOST_URGENT,
                rule -> words.words().get("severity." + rule.severity()) + " " + rule.title() + " — "
                        + words.found(rule));
        table(rules);
        return text.toString();
    }

    private void rejected() {
        if (words.rejected().isEmpty()) {
            return;
        }
        line("");
        line("**" + words.rejected() + "**");
        line("");
        document.rejectedRows().stream().limit(PROBLEMS_SHOWN).forEach(row -> line("- " + inert(words.rejected(row))));
    }

    private <T> void bullets(String heading, List<T> all, int most, Function<T, String> say) {
        if (all.isEmpty()) {
            return;
        }
        line("");
        line("**" + words.words().get(heading) + "**");
        line("");
        all.stream().limit(most).forEach(one -> line("- " + inert(say.apply(one))));
        more("- ", all.size() - most);
    }

    private void table(List<ReportDocument.RuleAccount> rules) {
        if (rules.isEmpty()) {
            return;
        }
        line("");
        line("| " + words.words().get("markdown.columns") + " |");
        line("| --- | ---: | --- | ---: | --- |");
        for (ReportDocument.RuleAccount rule : rules.subList(0, Math.min(RULES_SHOWN, rules.size()))) {
            String stake = rule.stake();
            line("| "
                    + String.join(
                            " | ",
                            words.words().get("severity." + rule.severity()),
                            ReportWords.whole(rule.violated()),
                            inert(rule.title() + " (" + rule.ruleId() + ")"),
                            stake == null ? "—" : inert(words.money(stake)),
                            words.words().get("evidence." + rule.evidence() + ".short"))
                    + " |");
        }
        if (rules.size() > RULES_SHOWN) {
            line("");
        }
        more("", rules.size() - RULES_SHOWN);
    }

    private void more(String before, int count) {
        if (count > 0) {
            line(before + words.words().count("findings.more", count));
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** {@return a text that is shown as it is, wherever in a line but at its beginning} */
    private static String inert(String value) {
        StringBuilder escaped = new StringBuilder();
        for (char c : Spelling.harmless(value).toCharArray()) {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.append(SIGNS.indexOf(c) < 0 ? "" : "\\").append(c);
            }
        }
        String text = COLON.matcher(escaped).replaceAll("\\\\:");
        text = WWW.matcher(text).replaceAll("\\\\.");
        return CALL.matcher(text).replaceAll("$1<!-- -->");
    }
}
