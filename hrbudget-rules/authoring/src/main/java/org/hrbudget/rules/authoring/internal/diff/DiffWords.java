package org.hrbudget.rules.authoring.internal.diff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.DataItem;
import org.hrbudget.rules.authoring.PackDiff;
import org.hrbudget.rules.authoring.internal.words.DatedWords;
import org.hrbudget.rules.authoring.internal.words.LawRule;
import org.hrbudget.rules.authoring.internal.words.PlainWords;
import org.hrbudget.rules.authoring.internal.words.Shown;
import org.hrbudget.rules.internal.packs.tables.Timeline;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.Severity;
import org.jspecify.annotations.Nullable;

/** The sentences of a difference, from {@code diff.properties} and {@code diff_es.properties}. */
public final class DiffWords {

    private static final Wording WORDING = Wording.beside(PackDiff.class, "diff");
    private static final int FEW = 5;

    private DiffWords() {}

    /** {@return a text whose placeholders are filled} */
    static Bilingual of(String key, Object... namesAndValues) {
        Map<String, Bilingual> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            values.put(
                    (String) namesAndValues[i], value instanceof Bilingual text ? text : Shown.same(value.toString()));
        }
        return WORDING.of(key, values);
    }

    static Bilingual day(@Nullable LocalDate day) {
        return day == null ? of("no-day") : Shown.same(day.toString());
    }

    static Bilingual header(PackDiff.Change.Header.Field field, Bilingual before, Bilingual after) {
        return of("changed", "what", of("header." + field), "before", before, "after", after);
    }

    /** {@return what a rule weighed and weighs, each severity with its time} */
    static Bilingual severities(LawRule was, LawRule is) {
        return was.equals(is)
                ? of("severity.dated.new", "after", weights(is))
                : of("severity.dated", "before", weights(was), "after", weights(is));
    }

    private static Bilingual weights(LawRule law) {
        Bilingual first = PlainWords.phrase("severity." + law.rule().severity());
        return law.weights().isEmpty()
                ? first
                : of("severity.first", "first", first, "then", DatedWords.severities(law.weights()));
    }

    static Bilingual severity(Severity before, Severity after) {
        return of(
                after.compareTo(before) < 0 ? "hardened" : "softened",
                "before",
                PlainWords.phrase("severity." + before),
                "after",
                PlainWords.phrase("severity." + after));
    }

    static Bilingual place(@Nullable String before, @Nullable String after) {
        return of("place", "before", place(before), "after", place(after));
    }

    private static Bilingual place(@Nullable String after) {
        return after == null ? of("place.first") : of("place.after", "rule", after);
    }

    static Bilingual condition(
            PackDiff.Change.Condition.Statement before,
            PackDiff.Change.Condition.Statement after,
            List<PackDiff.Change.Condition.Demand> parts) {
        List<Bilingual> lines = new ArrayList<>();
        lines.add(of("condition.after", "what", after.words()));
        lines.add(of("condition.before", "what", before.words()));
        parts.forEach(part -> lines.add(part.sentence()));
        return joined(lines, "\n");
    }

    static Bilingual part(@Nullable Bilingual before, @Nullable Bilingual after) {
        if (before == null) {
            return of("part.added", "after", Objects.requireNonNull(after));
        }
        return after == null
                ? of("part.dropped", "before", before)
                : of("part.changed", "before", before, "after", after);
    }

    /** {@return whether two limits mean the same, however many zeros end them} */
    static boolean same(Rule.@Nullable Parameter one, Rule.@Nullable Parameter other) {
        if (one == null || other == null) {
            return Objects.equals(one, other);
        }
        return one.value().compareTo(other.value()) == 0
                && one.measure().equals(other.measure())
                && one.legalBasis().equals(other.legalBasis());
    }

    /** {@return whether two limits have one value, or at each time one value} */
    private static boolean same(Rule.Parameter before, Rule.Parameter after, Bilingual was, Bilingual is) {
        boolean value =
                before.value().compareTo(after.value()) == 0 && before.measure().equals(after.measure());
        boolean dated = !was.equals(value(before)) || !is.equals(value(after));
        return dated ? was.equals(is) : value;
    }

    /** {@return what becomes of a limit whose values may be several, each with its time} */
    static Bilingual limit(
            String code, Rule.@Nullable Parameter before, Rule.@Nullable Parameter after, Bilingual was, Bilingual is) {
        if (before == null || after == null) {
            Rule.Parameter limit = Objects.requireNonNull(before == null ? after : before);
            return of(
                    before == null ? "limit.added" : "limit.ended",
                    "code",
                    code,
                    "value",
                    before == null ? is : was,
                    "basis",
                    limit.legalBasis());
        }
        List<Bilingual> lines = new ArrayList<>();
        if (!same(before, after, was, is)) {
            lines.add(of("limit.changed", "code", code, "before", was, "after", is));
        }
        if (!before.legalBasis().equals(after.legalBasis())) {
            lines.add(of("limit.basis", "code", code, "before", before.legalBasis(), "after", after.legalBasis()));
        }
        return joined(lines, "\n");
    }

    /** {@return a limit with its unit: {@code 75 %}, {@code 12 (count)}} */
    public static Bilingual value(Rule.Parameter limit) {
        String value = Shown.value(limit);
        return limit.measure().equals("ratio")
                ? Shown.same(value)
                : of("limit.value", "value", value, "measure", PlainWords.phrase("measure." + limit.measure()));
    }

    static Bilingual restsOn(Rule.LegalBasis before, Rule.LegalBasis after) {
        return before.key().equals(after.key())
                ? basis(after.key(), before, after)
                : of(
                        "rests-on",
                        "before",
                        of("basis.shown", "basis", Shown.basis(before), "key", before.key()),
                        "after",
                        of("basis.shown", "basis", Shown.basis(after), "key", after.key()));
    }

    static Bilingual basis(String key, Rule.@Nullable LegalBasis before, Rule.@Nullable LegalBasis after) {
        if (before == null || after == null) {
            Rule.LegalBasis basis = Objects.requireNonNull(before == null ? after : before);
            return of(
                    before == null ? "basis.added" : "basis.ended",
                    "key",
                    key,
                    "basis",
                    Shown.basis(basis),
                    "evidence",
                    PlainWords.phrase("evidence." + basis.evidence()));
        }
        List<Bilingual> lines = new ArrayList<>();
        basisField(lines, key, "instrument", Shown.same(before.instrument()), Shown.same(after.instrument()));
        basisField(lines, key, "article", orNone(before.article()), orNone(after.article()));
        basisField(lines, key, "published", day(before.published()), day(after.published()));
        basisField(lines, key, "source", Shown.same(before.source()), Shown.same(after.source()));
        basisField(
                lines,
                key,
                "evidence",
                PlainWords.phrase("evidence." + before.evidence()),
                PlainWords.phrase("evidence." + after.evidence()));
        return joined(lines, "\n");
    }

    private static Bilingual orNone(@Nullable String text) {
        return text == null ? of("none") : Shown.same(text);
    }

    private static void basisField(List<Bilingual> lines, String key, String field, Bilingual before, Bilingual after) {
        if (!before.equals(after)) {
            lines.add(of("basis.changed", "key", key, "what", of("basis." + field), "before", before, "after", after));
        }
    }

    static Bilingual needs(Set<DataItem> before, Set<DataItem> after) {
        List<Bilingual> lines = new ArrayList<>();
        listed(lines, "needs.added", items(after, before));
        listed(lines, "needs.dropped", items(before, after));
        return joined(lines, "\n");
    }

    private static List<Bilingual> items(Set<DataItem> of, Set<DataItem> without) {
        return of.stream()
                .filter(item -> !without.contains(item))
                .sorted()
                .map(item -> PlainWords.phrase("item." + item.word()))
                .toList();
    }

    static Bilingual cites(LawRule was, SortedSet<String> before, LawRule is, SortedSet<String> after) {
        List<Bilingual> lines = new ArrayList<>();
        listed(lines, "cites.added", nouns(is, after, before));
        listed(lines, "cites.dropped", nouns(was, before, after));
        return joined(lines, "\n");
    }

    private static List<Bilingual> nouns(LawRule rule, SortedSet<String> of, SortedSet<String> without) {
        String subject = rule.rule().subject();
        return of.stream()
                .filter(name -> !without.contains(name))
                .map(name -> rule.parameters().containsKey(name)
                        ? Shown.same(name)
                        : PlainWords.has(subject + "." + name + ".true")
                                ? PlainWords.phrase(
                                        "whether", "what", PlainWords.phrase(subject + "." + name + ".true"))
                                : PlainWords.noun(subject, name))
                .toList();
    }

    private static void listed(List<Bilingual> lines, String key, List<Bilingual> what) {
        if (!what.isEmpty()) {
            lines.add(of(key, "what", joined(what, ", ")));
        }
    }

    /** Each reader is shown the text in the own language; the other one where that alone changed. */
    static Bilingual text(PackDiff.Change.Text.Part part, Bilingual before, Bilingual after) {
        boolean en = !before.en().equals(after.en());
        boolean es = !before.es().equals(after.es());
        Bilingual english = text(part, "in-english", Shown.same(before.en()), Shown.same(after.en()));
        Bilingual spanish = text(part, "in-spanish", Shown.same(before.es()), Shown.same(after.es()));
        Bilingual own = text(part, "own", before, after);
        return new Bilingual(en || !es ? own.en() : spanish.en(), es || !en ? own.es() : english.es());
    }

    private static Bilingual text(PackDiff.Change.Text.Part part, String language, Bilingual before, Bilingual after) {
        Bilingual name = of("text." + part);
        Bilingual what = language.equals("own") ? name : of("text." + language, "text", name);
        return of("text", "what", what, "before", before, "after", after);
    }

    static Bilingual codeList(
            PackDiff.Change.CodeList change,
            Map<String, Timeline<String>> before,
            Map<String, Timeline<String>> after) {
        Bilingual list = PlainWords.list(change.list());
        if (change.before().isEmpty() || change.after().isEmpty()) {
            boolean added = change.before().isEmpty();
            SortedSet<String> codes = added ? change.added() : change.ended();
            return of(
                    "list" + (added ? ".new" : ".gone") + number(codes.size()),
                    "list",
                    list,
                    "count",
                    codes.size(),
                    "codes",
                    few(codes, code -> code(code, before, after)));
        }
        List<Bilingual> lines = new ArrayList<>();
        Map<String, SortedSet<String>> sorts = new LinkedHashMap<>();
        sorts.put("list.added", change.added());
        sorts.put("list.ended", change.ended());
        sorts.put("list.renamed", change.renamed());
        sorts.forEach((key, codes) -> {
            if (!codes.isEmpty()) {
                lines.add(of(
                        key + number(codes.size()),
                        "list",
                        list,
                        "count",
                        codes.size(),
                        "codes",
                        few(codes, code -> code(code, before, after))));
            }
        });
        return joined(lines, "\n");
    }

    private static Bilingual code(
            String code, Map<String, Timeline<String>> before, Map<String, Timeline<String>> after) {
        Timeline<String> was = before.get(code);
        Timeline<String> is = after.get(code);
        if (was == null || is == null) {
            Bilingual meaning = DatedWords.meaning(Objects.requireNonNull(was == null ? is : was));
            return new Bilingual(named(code, meaning.en()), named(code, meaning.es()));
        }
        return of("list.name", "code", code, "before", DatedWords.meaning(was), "after", DatedWords.meaning(is));
    }

    /** Of a list of words, a code and what it stands for are often one, which is said once. */
    private static String named(String code, String meaning) {
        boolean same = meaning.regionMatches(true, 0, code, 0, code.length())
                && (meaning.length() == code.length() || meaning.charAt(code.length()) == ',');
        return same ? code + meaning.substring(code.length()) : code + " " + Shown.orDash(meaning);
    }

    private static Bilingual few(SortedSet<String> codes, Function<String, Bilingual> shown) {
        List<Bilingual> first = codes.stream().limit(FEW).map(shown).toList();
        Bilingual listed = joined(first, "; ");
        return codes.size() <= FEW ? listed : of("list.more", "codes", listed, "count", codes.size() - FEW);
    }

    public static Bilingual summary(PackDiff diff) {
        List<Bilingual> counts = new ArrayList<>();
        count(counts, "rules.added", rules(diff, PackDiff.RuleDiff.ChangeKind.ADDED));
        count(counts, "rules.ended", rules(diff, PackDiff.RuleDiff.ChangeKind.ENDED));
        count(counts, "rules.hardened", severities(diff, true));
        count(counts, "rules.softened", severities(diff, false));
        count(counts, "rules.condition", with(diff, PackDiff.Change.Condition.class));
        count(counts, "rules.limit", with(diff, PackDiff.Change.Limit.class));
        count(counts, "rules.rests-on", with(diff, PackDiff.Change.RestsOn.class));
        count(counts, "rules.needs", with(diff, PackDiff.Change.Needs.class));
        count(counts, "rules.cites", with(diff, PackDiff.Change.Cites.class));
        count(counts, "rules.text", with(diff, PackDiff.Change.Text.class));
        count(counts, "rules.moved", with(diff, PackDiff.Change.Place.class));
        count(counts, "limits", diff.limits().size());
        count(counts, "bases", diff.legalBases().size());
        count(counts, "lists", diff.codeLists().size());
        Bilingual before = Shown.same(diff.before().id());
        Bilingual after = Shown.same(diff.after().id());
        if (diff.isEmpty()) {
            return of("summary.none", "before", before, "after", after);
        }
        return counts.isEmpty()
                ? of("summary.header", "before", before, "after", after)
                : of("summary", "before", before, "after", after, "counts", joined(counts, "; "));
    }

    private static long rules(PackDiff diff, PackDiff.RuleDiff.ChangeKind kind) {
        return diff.rules().stream().filter(rule -> rule.kind() == kind).count();
    }

    private static long severities(PackDiff diff, boolean hardened) {
        return diff.rules().stream()
                .filter(rule -> rule.kind() != PackDiff.RuleDiff.ChangeKind.ADDED)
                .flatMap(rule -> rule.change(PackDiff.Change.Weight.class).stream())
                .filter(change -> change.before() != change.after() && change.hardened() == hardened)
                .count();
    }

    private static long with(PackDiff diff, Class<? extends PackDiff.Change> type) {
        return diff.rules().stream()
                .filter(rule -> rule.change(type).isPresent())
                .count();
    }

    private static void count(List<Bilingual> counts, String key, long count) {
        if (count > 0) {
            counts.add(of("count." + key + number(count), "count", count));
        }
    }

    private static String number(long count) {
        return count == 1 ? ".one" : ".many";
    }

    static Bilingual joined(List<Bilingual> parts, String between) {
        return new Bilingual(
                String.join(between, parts.stream().map(Bilingual::en).toList()),
                String.join(between, parts.stream().map(Bilingual::es).toList()));
    }
}
