package org.hrbudget.rules.authoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.authoring.internal.page.History;
import org.hrbudget.rules.authoring.internal.page.LawTables;
import org.hrbudget.rules.authoring.internal.page.LawWords;
import org.hrbudget.rules.authoring.internal.page.Markdown;
import org.hrbudget.rules.authoring.internal.page.RuleExamples;
import org.hrbudget.rules.authoring.internal.page.RuleSection;
import org.hrbudget.rules.authoring.internal.words.DatedWords;
import org.hrbudget.rules.authoring.internal.words.LawRule;
import org.hrbudget.rules.authoring.internal.words.PlainWords;
import org.hrbudget.rules.authoring.internal.words.Shown;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;

/**
 * The consolidated law as Markdown in both languages: all rules that hold in a version, with what the versions before it brought.
 * Rules are in the order of the law: rule files by name, and in a file the rules as it has them. The same packs give the same
 * text anywhere.
 */
public final class LawPage {

    private final PackLibrary library;
    private final Markdown page = new Markdown();

    private LawPage(PackLibrary library) {
        this.library = library;
    }

    /**
     * {@return the law of one version: each rule with its condition in words, its limits, its examples and its history; the rules
     * that ended; limits, legal bases and code lists}
     *
     * @param library where the versions lie that the pack amends
     * @param pack a pack of that library
     * @throws RulePackException if a version that it amends is not in the library or at fault
     * @throws IllegalArgumentException if it was not made of files by this library
     */
    public static String of(PackLibrary library, RulePack pack) {
        LawPage law = new LawPage(library);
        law.version(OpenPack.of(pack));
        return law.page.toString();
    }

    /**
     * {@return the law of all versions of all jurisdictions: each wording of a rule once, in the version that brought it}
     *
     * @param library the packs
     * @throws RulePackException if a pack is at fault
     */
    public static String ofAll(PackLibrary library) {
        LawPage law = new LawPage(library);
        law.page.line("# " + LawWords.both("rules"));
        law.page.blank();
        law.page.line(LawWords.of("all.opening").en());
        law.page.blank();
        law.page.line(LawWords.of("all.opening").es());
        library.jurisdictions().forEach(law::jurisdiction);
        return law.page.toString();
    }

    /**
     * {@return the defect that a rule looks for, as a sentence with the values of its limits}
     *
     * @param pack a pack that was made of files by this library
     * @param ruleId the id of one of its rules
     * @throws IllegalArgumentException if it was not made of files by this library, or has no such rule
     */
    public static Bilingual defect(RulePack pack, String ruleId) {
        return PlainWords.condition(rule(pack, ruleId));
    }

    /**
     * {@return what weight a rule has at which time, such as {@code ERROR from 2012 on}; empty where it always has that of
     * {@link Rule#severity()}}
     *
     * @param pack a pack that was made of files by this library
     * @param ruleId the id of one of its rules
     * @throws IllegalArgumentException if it was not made of files by this library, or has no such rule
     */
    public static Optional<Bilingual> datedSeverity(RulePack pack, String ruleId) {
        List<Rule.DatedRow> rows = rule(pack, ruleId).weights();
        return rows.isEmpty() ? Optional.empty() : Optional.of(DatedWords.severities(rows));
    }

    private static LawRule rule(RulePack pack, String ruleId) {
        LawRule rule = LawRule.of(OpenPack.of(pack)).get(ruleId);
        if (rule == null) {
            throw new IllegalArgumentException("No rule of " + pack.manifest().id() + " is called " + ruleId
                    + ".\nMaybe look at RulePack.rules().");
        }
        return rule;
    }

    private void version(OpenPack pack) {
        PackManifest manifest = pack.manifest();
        page.line("# " + Markdown.text(manifest.id()) + " · "
                + Markdown.text(manifest.title().es()));
        page.blank();
        page.line(LawWords.of("opening").en());
        page.blank();
        page.line(LawWords.of("opening").es());
        page.blank();
        manifest(manifest);
        History history = History.of(library, pack);
        Map<String, LawRule> law = LawRule.of(pack);
        page.heading(2, LawWords.both("rules"));
        overview(List.copyOf(law.values()), Rule::id, history::lastMark);
        RuleSection section = new RuleSection(page, pack.legalBases());
        RuleExamples examples = new RuleExamples(page, pack);
        law.forEach((id, rule) -> {
            section.write(rule, id);
            examples.write(rule.rule());
            history.write(page, id);
        });
        ended(history);
        new LawTables(page, pack).write();
    }

    private void ended(History history) {
        Map<String, String> ended = history.ended();
        if (!ended.isEmpty()) {
            page.heading(2, LawWords.both("ended"));
            ended.forEach((id, version) -> {
                page.line("- " + Markdown.code(id) + ": " + version);
                history.last(id).forEach(line -> page.line("  - " + line));
            });
        }
    }

    private void manifest(PackManifest manifest) {
        page.line(Markdown.text(manifest.title().en()) + " · "
                + Markdown.text(manifest.title().es()));
        page.blank();
        page.line("- " + LawWords.both("instrument") + ": " + Markdown.text(manifest.instrument()));
        page.line("- " + LawWords.both("published") + ": " + LawWords.day(manifest.published()));
        page.line("- " + LawWords.both("in-force") + ": " + LawWords.day(manifest.inForceFrom())
                + (manifest.inForceTo() == null ? "" : " – " + manifest.inForceTo()));
        page.line("- " + LawWords.both("fiscal-years") + ": " + Shown.years(manifest));
        page.line("- " + LawWords.both("amends") + ": " + Shown.orDash(manifest.amends()));
    }

    private void overview(List<LawRule> law, Function<Rule, String> anchor, Function<String, String> mark) {
        List<List<String>> rows = new ArrayList<>();
        for (LawRule each : law) {
            Rule rule = each.rule();
            rows.add(Markdown.cells(
                    rule.severity().name(),
                    "[" + rule.id() + "](#" + anchor.apply(rule) + ")",
                    Markdown.text(rule.title().en()),
                    Markdown.text(rule.title().es()),
                    rule.legalBasis().evidence().name(),
                    mark.apply(rule.id())));
        }
        page.table(
                Markdown.cells(
                        LawWords.both("severity"),
                        LawWords.both("rule"),
                        "English",
                        "Español",
                        LawWords.both("evidence"),
                        ""),
                rows);
    }

    private void jurisdiction(String jurisdiction) {
        page.heading(1, Markdown.text(jurisdiction));
        Map<String, Map<String, String>> since = new HashMap<>();
        for (PackManifest version : library.versions(jurisdiction)) {
            OpenPack pack = OpenPack.of(library.load(jurisdiction, version.version()));
            since.put(version.version(), amongOthers(pack, since.getOrDefault(amended(version), Map.of())));
        }
    }

    private static String amended(PackManifest version) {
        return Objects.requireNonNullElse(version.amends(), "");
    }

    /** Writes a version among others, and returns for each of its rules the version that brought its wording. */
    private Map<String, String> amongOthers(OpenPack pack, Map<String, String> before) {
        PackManifest manifest = pack.manifest();
        String amends = manifest.amends();
        PackDiff diff = amends == null ? null : PackDiff.between(library.load(manifest.jurisdiction(), amends), pack);
        Map<String, LawRule> law = LawRule.of(pack);
        Map<String, String> since = new LinkedHashMap<>();
        Map<String, String> marks = new HashMap<>();
        for (String id : law.keySet()) {
            PackDiff.RuleDiff change = diff == null ? null : diff.rule(id).orElse(null);
            boolean stays = diff != null && (change == null || change.kind() == PackDiff.RuleDiff.ChangeKind.MOVED);
            since.put(id, stays ? before.getOrDefault(id, manifest.version()) : manifest.version());
            marks.put(id, stays ? "" : LawWords.mark(change == null || change.before() == null));
        }
        page.line("## " + Markdown.text(manifest.id()));
        page.blank();
        manifest(manifest);
        if (diff != null) {
            List<String> ended = diff.rules().stream()
                    .filter(rule -> rule.kind() == PackDiff.RuleDiff.ChangeKind.ENDED)
                    .map(PackDiff.RuleDiff::id)
                    .toList();
            if (!ended.isEmpty()) {
                page.line("- " + LawWords.both("ended") + ": " + Markdown.codes(ended));
            }
        }
        page.blank();
        overview(
                List.copyOf(law.values()),
                rule -> anchor(manifest.jurisdiction(), since, rule.id()),
                id -> marks.getOrDefault(id, ""));
        RuleSection section = new RuleSection(page, pack.legalBases());
        law.forEach((id, rule) -> {
            if (manifest.version().equals(since.get(id))) {
                section.write(rule, anchor(manifest.jurisdiction(), since, id));
                if (diff != null) {
                    diff.rule(id).ifPresent(change -> section.changes(change));
                }
            }
        });
        page.blank();
        return since;
    }

    private static String anchor(String jurisdiction, Map<String, String> since, String id) {
        return jurisdiction + "-" + since.get(id) + "-" + id;
    }
}
