package org.hrbudget.rules.authoring.internal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.rules.authoring.PackDiff;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.validation.PackManifest;

/** What each version that a pack is made of did to each rule, the oldest first. */
public final class History {

    private final Map<String, Map<String, PackDiff.RuleDiff>> changes = new LinkedHashMap<>();
    private final List<String> first = new ArrayList<>();
    private final String oldest;
    private final String newest;

    private History(String oldest, String newest) {
        this.oldest = oldest;
        this.newest = newest;
    }

    public static History of(PackLibrary library, OpenPack pack) {
        List<PackManifest> versions = pack.versions();
        History history = new History(versions.get(0).version(), pack.manifest().version());
        OpenPack before = null;
        for (PackManifest version : versions) {
            boolean last = version.version().equals(history.newest);
            OpenPack now = last ? pack : OpenPack.of(library.load(version.jurisdiction(), version.version()));
            if (before == null) {
                now.rules().forEach(rule -> history.first.add(rule.id()));
            } else {
                Map<String, PackDiff.RuleDiff> rules = new LinkedHashMap<>();
                PackDiff.between(before, now).rules().forEach(rule -> rules.put(rule.id(), rule));
                history.changes.put(version.version(), rules);
            }
            before = now;
        }
        return history;
    }

    /** {@return what the newest version does to a rule, as a mark} */
    public String lastMark(String id) {
        if (newest.equals(oldest)) {
            return LawWords.mark(true);
        }
        PackDiff.RuleDiff last = changes.getOrDefault(newest, Map.of()).get(id);
        return last == null || last.kind() == PackDiff.RuleDiff.ChangeKind.MOVED
                ? ""
                : LawWords.mark(last.before() == null);
    }

    /** {@return the rules that ended and the version that ended each} */
    public Map<String, String> ended() {
        Map<String, String> ended = new LinkedHashMap<>();
        changes.forEach((version, rules) -> rules.forEach((id, rule) -> {
            if (rule.kind() == PackDiff.RuleDiff.ChangeKind.ENDED) {
                ended.put(id, LawWords.both("ended-with", "version", version));
            }
        }));
        return ended;
    }

    public void write(Markdown page, String id) {
        page.blank();
        page.line(LawWords.both("history") + ":");
        page.blank();
        if (first.contains(id)) {
            page.line("- " + oldest + ": " + LawWords.both("came"));
        }
        changes.forEach((version, rules) -> {
            PackDiff.RuleDiff rule = rules.get(id);
            if (rule != null) {
                page.line("- " + version + ":" + (rule.before() == null ? " " + LawWords.both("came") : ""));
                lines(rule).forEach(line -> page.line("  - " + line));
            }
        });
    }

    /** {@return what was known of a rule that ended} */
    public List<String> last(String id) {
        return changes.values().stream()
                .filter(rules -> rules.containsKey(id))
                .map(rules -> rules.get(id))
                .filter(rule -> rule.kind() == PackDiff.RuleDiff.ChangeKind.ENDED)
                .flatMap(rule -> List.of(
                        rule.rule().severity() + " · "
                                + Markdown.text(rule.rule().title().en()) + " · "
                                + Markdown.text(rule.rule().title().es()),
                        inBoth(rule.condition()).get(0))
                        .stream())
                .toList();
    }

    /** {@return what a version changed in a rule, in both languages} */
    static List<String> lines(PackDiff.RuleDiff rule) {
        return rule.changes().stream()
                .flatMap(change -> inBoth(change.sentence()).stream())
                .toList();
    }

    /** {@return each line of a sentence in both languages} */
    private static List<String> inBoth(Bilingual sentence) {
        List<String> english = sentence.en().lines().map(Markdown::text).toList();
        List<String> spanish = sentence.es().lines().map(Markdown::text).toList();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < english.size(); i++) {
            lines.add(LawWords.both(new Bilingual(english.get(i), spanish.get(i))));
        }
        return lines;
    }
}
