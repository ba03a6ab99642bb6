package org.hrbudget.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hrbudget.model.Bilingual;
import org.hrbudget.report.TextPage;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.authoring.PackDiff;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;

/** Tells what one pack of rules changes against another. */
final class DiffCommand {

    private static final int INDENT = 2;
    private static final int HANGING = 6;

    private final Arguments arguments;
    private final ProgramWords words;
    private final TextPage page;

    DiffCommand(Arguments arguments, ProgramWords words, TextPage page) {
        this.arguments = arguments;
        this.words = words;
        this.page = page;
    }

    ExitCode run() throws IOException {
        PackArguments packs = new PackArguments(arguments);
        RulePack before = packs.pack(arguments.positionals().get(0), "A");
        RulePack after = packs.pack(arguments.positionals().get(1), "B");
        PackDiff diff = between(before, after);
        page.paragraph(0, in(diff.summary()));
        sentences("diff.header", diff.header());
        if (!diff.header().isEmpty()) {
            PackLibrary law = packs.around(arguments.positionals().get(1), "B");
            new ReachTable(words, page)
                    .show(after.manifest().id(), arguments.positionals().get(1), law.reach(after.manifest()));
        }
        rules(diff);
        sentences(
                "diff.limits",
                diff.limits().stream().filter(limit -> !told(diff, limit)).toList());
        sentences("diff.lists", diff.codeLists());
        bases(
                diff,
                diff.legalBases().stream().filter(basis -> !told(diff, basis)).toList());
        return ExitCode.BELOW_THRESHOLD;
    }

    /** A basis that no rule rests on may be that of a limit, which is told with the rules that compare with it. */
    private void bases(PackDiff diff, List<PackDiff.Change.Basis> bases) throws IOException {
        if (bases.isEmpty()) {
            return;
        }
        page.heading(words.get("diff.bases"));
        for (PackDiff.Change.Basis basis : bases) {
            sentence(INDENT, basis.sentence());
            String limits = diff.limits().stream()
                    .filter(limit ->
                            limit.after() != null && limit.after().legalBasis().equals(basis.key()))
                    .map(PackDiff.Change.Limit::code)
                    .collect(Collectors.joining(", "));
            if (!limits.isEmpty()) {
                page.paragraph(2 * INDENT, words.get("diff.basis.limits", "limits", limits));
            }
        }
    }

    private PackDiff between(RulePack before, RulePack after) {
        try {
            return PackDiff.between(before, after);
        } catch (RulePackException e) {
            throw Refusal.wrongUsage(e.message(words.locale()));
        }
    }

    /** A limit is told with the rule that compared with it before and still does. */
    private static boolean told(PackDiff diff, PackDiff.Change.Limit limit) {
        return diff.rules().stream()
                .flatMap(rule -> rule.changes().stream())
                .anyMatch(change -> change instanceof PackDiff.Change.Limit other
                        && other.code().equals(limit.code()));
    }

    /** A legal basis is told with the rule that rests on it, where one is told. */
    private static boolean told(PackDiff diff, PackDiff.Change.Basis basis) {
        TreeSet<String> told = new TreeSet<>(basis.rules());
        told.retainAll(diff.rules().stream().map(PackDiff.RuleDiff::id).toList());
        return !told.isEmpty();
    }

    private void sentences(String heading, List<? extends PackDiff.Change> changes) throws IOException {
        if (!changes.isEmpty()) {
            page.heading(words.get(heading));
            for (PackDiff.Change change : changes) {
                sentence(INDENT, change.sentence());
            }
        }
    }

    private void rules(PackDiff diff) throws IOException {
        if (diff.rules().isEmpty()) {
            return;
        }
        page.heading(words.get("diff.rules"));
        boolean first = true;
        for (PackDiff.RuleDiff rule : diff.rules()) {
            if (!first) {
                page.blank();
            }
            first = false;
            page.paragraph(
                    0,
                    words.get("diff.rule." + rule.kind()) + "  " + rule.id() + " — "
                            + in(rule.rule().title()));
            if (rule.kind() == PackDiff.RuleDiff.ChangeKind.ADDED
                    || rule.kind() == PackDiff.RuleDiff.ChangeKind.ENDED) {
                whole(rule);
            }
            for (PackDiff.Change change : rule.changes()) {
                sentence(INDENT, change.sentence());
            }
        }
    }

    private void whole(PackDiff.RuleDiff rule) throws IOException {
        Rule law = rule.rule();
        said("severity", words.get("severity." + law.severity()));
        said("defect", in(rule.condition()));
        said("message", in(law.message()));
        said("remedy", in(law.remedy()));
        said(
                "basis",
                rule.basis() + " (" + words.get("evidence." + law.legalBasis().evidence()) + ")");
    }

    private void said(String key, String text) throws IOException {
        page.paragraph(INDENT, HANGING, words.get("diff." + key) + ": " + text);
    }

    private void sentence(int indent, Bilingual sentence) throws IOException {
        for (String line : in(sentence).split("\n", -1)) {
            page.paragraph(indent, HANGING, line);
        }
    }

    private String in(Bilingual text) {
        Locale locale = words.locale();
        return text.in(locale);
    }
}
