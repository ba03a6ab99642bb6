package org.hrbudget.rules.authoring.internal.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.authoring.PackDiff;
import org.hrbudget.rules.authoring.PackDiff.Change.Header.Field;
import org.hrbudget.rules.authoring.internal.words.DatedWords;
import org.hrbudget.rules.authoring.internal.words.LawRule;
import org.hrbudget.rules.authoring.internal.words.PlainWords;
import org.hrbudget.rules.authoring.internal.words.Shown;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.tables.Timeline;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.jspecify.annotations.Nullable;

/** Compares two packs. */
public final class PackComparison {

    private final OpenPack before;
    private final OpenPack after;
    private final Map<String, LawRule> was;
    private final Map<String, LawRule> is;

    public PackComparison(OpenPack before, OpenPack after) {
        if (!before.manifest().jurisdiction().equals(after.manifest().jurisdiction())) {
            throw new RulePackException(DiffWords.of(
                    "other-jurisdiction",
                    "before",
                    before.manifest().id(),
                    "after",
                    after.manifest().id()));
        }
        this.before = before;
        this.after = after;
        this.was = LawRule.of(before);
        this.is = LawRule.of(after);
    }

    public PackDiff diff() {
        return new PackDiff(before.manifest(), after.manifest(), header(), rules(), limits(), bases(), codeLists());
    }

    private List<PackDiff.Change.Header> header() {
        PackManifest a = before.manifest();
        PackManifest b = after.manifest();
        List<PackDiff.Change.Header> changes = new ArrayList<>();
        header(changes, Field.TITLE, a.title(), b.title());
        header(changes, Field.INSTRUMENT, Shown.same(a.instrument()), Shown.same(b.instrument()));
        header(changes, Field.PUBLISHED, DiffWords.day(a.published()), DiffWords.day(b.published()));
        header(changes, Field.IN_FORCE_FROM, DiffWords.day(a.inForceFrom()), DiffWords.day(b.inForceFrom()));
        header(changes, Field.IN_FORCE_TO, DiffWords.day(a.inForceTo()), DiffWords.day(b.inForceTo()));
        years(changes, Shown.same(Shown.years(a)), Shown.same(Shown.years(b)));
        return changes;
    }

    /** Other years may harden rules that are the same in both. */
    private void years(List<PackDiff.Change.Header> changes, Bilingual was, Bilingual is) {
        if (!was.equals(is)) {
            List<Bilingual> lines = new ArrayList<>(List.of(DiffWords.header(Field.FISCAL_YEARS, was, is)));
            Optional.ofNullable(Succession.hardened(before, after)).ifPresent(lines::add);
            changes.add(new PackDiff.Change.Header(Field.FISCAL_YEARS, was, is, DiffWords.joined(lines, "\n")));
        }
    }

    private static void header(List<PackDiff.Change.Header> changes, Field field, Bilingual before, Bilingual after) {
        if (!before.equals(after)) {
            changes.add(new PackDiff.Change.Header(field, before, after, DiffWords.header(field, before, after)));
        }
    }

    /** What happens to each rule; one that ended is after the one that it stood after. */
    private List<PackDiff.RuleDiff> rules() {
        Set<String> moved = Order.moved(common(was, is), common(is, was));
        List<PackDiff.RuleDiff> changes = new ArrayList<>();
        for (String id : Order.merged(List.copyOf(was.keySet()), List.copyOf(is.keySet()))) {
            LawRule old = was.get(id);
            LawRule now = is.get(id);
            if (old == null && now != null) {
                changes.add(alone(now, PackDiff.RuleDiff.ChangeKind.ADDED));
            } else if (now == null && old != null) {
                changes.add(alone(old, PackDiff.RuleDiff.ChangeKind.ENDED));
            } else if (old != null && now != null) {
                both(old, now, moved.contains(id)).ifPresent(changes::add);
            }
        }
        return changes;
    }

    private static PackDiff.RuleDiff alone(LawRule rule, PackDiff.RuleDiff.ChangeKind kind) {
        boolean added = kind == PackDiff.RuleDiff.ChangeKind.ADDED;
        return new PackDiff.RuleDiff(
                rule.rule().id(),
                kind,
                added ? null : rule.rule(),
                added ? rule.rule() : null,
                PlainWords.condition(rule),
                added && !rule.weights().isEmpty() ? List.of(RuleComparison.weight(rule, rule)) : List.of());
    }

    private Optional<PackDiff.RuleDiff> both(LawRule old, LawRule now, boolean moved) {
        List<PackDiff.Change> changes = new ArrayList<>(new RuleComparison(old, now).changes());
        boolean changed = !changes.isEmpty();
        if (moved) {
            String stood =
                    Order.predecessor(List.copyOf(was.keySet()), old.rule().id());
            String stands =
                    Order.predecessor(List.copyOf(is.keySet()), now.rule().id());
            changes.add(new PackDiff.Change.Place(stood, stands, DiffWords.place(stood, stands)));
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new PackDiff.RuleDiff(
                        now.rule().id(),
                        changed ? PackDiff.RuleDiff.ChangeKind.CHANGED : PackDiff.RuleDiff.ChangeKind.MOVED,
                        old.rule(),
                        now.rule(),
                        PlainWords.condition(now),
                        changes));
    }

    private static List<String> common(Map<String, LawRule> of, Map<String, LawRule> with) {
        return of.keySet().stream().filter(with::containsKey).toList();
    }

    private List<PackDiff.Change.Limit> limits() {
        List<PackDiff.Change.Limit> changes = new ArrayList<>();
        for (String code : keys(before.parameters(), after.parameters())) {
            Rule.Parameter old = before.parameters().get(code);
            Rule.Parameter now = after.parameters().get(code);
            Bilingual wasWorth = value(before, old);
            Bilingual isWorth = value(after, now);
            boolean dated = !before.rows(code).isEmpty() || !after.rows(code).isEmpty();
            if (!DiffWords.same(old, now) || (dated && !wasWorth.equals(isWorth))) {
                SortedSet<String> users = rules(rule -> rule.limits().containsKey(code));
                Bilingual sentence = DiffWords.limit(code, old, now, wasWorth, isWorth);
                changes.add(new PackDiff.Change.Limit(code, old, now, users, sentence));
            }
        }
        return changes;
    }

    private static Bilingual value(OpenPack pack, Rule.@Nullable Parameter limit) {
        if (limit == null) {
            return Shown.same("");
        }
        List<Timeline.Row<Rule.Parameter>> rows = pack.rows(limit.code());
        return rows.isEmpty() ? DiffWords.value(limit) : DatedWords.limit(rows, DiffWords::value);
    }

    private List<PackDiff.Change.Basis> bases() {
        List<PackDiff.Change.Basis> changes = new ArrayList<>();
        for (String key : keys(before.legalBases(), after.legalBases())) {
            Rule.LegalBasis old = before.legalBases().get(key);
            Rule.LegalBasis now = after.legalBases().get(key);
            if (!Objects.equals(old, now)) {
                SortedSet<String> users =
                        rules(rule -> rule.rule().legalBasis().key().equals(key));
                changes.add(new PackDiff.Change.Basis(key, old, now, users, DiffWords.basis(key, old, now)));
            }
        }
        return changes;
    }

    private SortedSet<String> rules(Predicate<LawRule> test) {
        SortedSet<String> ids = new TreeSet<>();
        for (Map<String, LawRule> law : List.of(was, is)) {
            law.forEach((id, rule) -> {
                if (test.test(rule)) {
                    ids.add(id);
                }
            });
        }
        return ids;
    }

    private static Set<String> keys(Map<String, ?> one, Map<String, ?> other) {
        Set<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }

    private List<PackDiff.Change.CodeList> codeLists() {
        List<PackDiff.Change.CodeList> changes = new ArrayList<>();
        for (String name : keys(before.lists(), after.lists())) {
            SortedMap<String, String> old = before.lists().getOrDefault(name, new TreeMap<>());
            SortedMap<String, String> now = after.lists().getOrDefault(name, new TreeMap<>());
            if (!old.equals(now)) {
                PackDiff.Change.CodeList change = new PackDiff.Change.CodeList(name, old, now, Shown.same(""));
                changes.add(new PackDiff.Change.CodeList(
                        name, old, now, DiffWords.codeList(change, rows(before, name), rows(after, name))));
            }
        }
        return changes;
    }

    private static Map<String, Timeline<String>> rows(OpenPack pack, String list) {
        return pack.rows().lists().getOrDefault(list, Map.of());
    }

    /** The order of rules. */
    private static final class Order {

        private Order() {}

        static @Nullable String predecessor(List<String> ids, String id) {
            int at = ids.indexOf(id);
            return at == 0 ? null : ids.get(at - 1);
        }

        static List<String> merged(List<String> before, List<String> after) {
            List<String> merged = new ArrayList<>(after);
            int at = 0;
            for (String id : before) {
                if (merged.contains(id)) {
                    at = merged.indexOf(id) + 1;
                } else {
                    merged.add(at++, id);
                }
            }
            return merged;
        }

        /**
         * {@return the fewest rules that must change their place for one order to become the other} Which of two is said to have
         * moved does not depend on which order is the first.
         */
        static Set<String> moved(List<String> before, List<String> after) {
            int n = before.size();
            int[][] longest = new int[n + 1][n + 1];
            for (int i = n - 1; i >= 0; i--) {
                for (int j = n - 1; j >= 0; j--) {
                    longest[i][j] = before.get(i).equals(after.get(j))
                            ? longest[i + 1][j + 1] + 1
                            : Math.max(longest[i + 1][j], longest[i][j + 1]);
                }
            }
            Set<String> moved = new HashSet<>(before);
            int i = 0;
            int j = 0;
            while (i < n && j < n) {
                String one = before.get(i);
                String other = after.get(j);
                if (one.equals(other)) {
                    moved.remove(one);
                    i++;
                    j++;
                } else if (longest[i + 1][j] == longest[i][j + 1]
                        ? one.compareTo(other) > 0
                        : longest[i + 1][j] > longest[i][j + 1]) {
                    i++;
                } else {
                    j++;
                }
            }
            return moved;
        }
    }
}
