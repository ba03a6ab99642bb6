package org.hrbudget.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.hrbudget.validation.RulePack;
import org.jspecify.annotations.Nullable;

/** What holds of the difference between any two packs. */
@Tag("long")
class PackDiffProperties {

    /** Each guards what it compares, so that any of them may be in any order. */
    private static final List<String> DEMANDS = List.of(
            "links.empty",
            "noActionReason == null",
            "linkedShare > $most",
            "linkedShare <= $most",
            "approved != null, approved < 0",
            "approved != null, approved >= 0",
            "paid != null, accrued != null, paid > accrued",
            "modality in (\"K\", \"E\")",
            "result == null || activity == null",
            "unitCode != null, unitCode not matches \"[0-9]{2}\"");

    private static final Map<String, String> OTHER_RULES = Map.of(
            "no-year", "fiscalYear == null", "no-source", "fundingSource == null", "no-type", "spendingType == null");

    /** A pack: what its rule demands, its limit, its severity, and the rules beside it in their order. */
    record Drawn(List<String> demands, String limit, String severity, String title, List<String> others) {

        SmallPack pack() {
            StringBuilder rules = new StringBuilder();
            StringBuilder texts =
                    new StringBuilder(SmallPack.texts("too-much", title, "") + SmallPack.texts("no-unit", "T", ""));
            for (String id : others) {
                rules.append(SmallPack.rule(id, "INFO", "SpendingLine( " + OTHER_RULES.get(id) + " )"));
                texts.append(SmallPack.texts(id, "T", ""));
            }
            return SmallPack.first()
                    .with(
                            "shares.drl",
                            SmallPack.shares(String.join(", ", demands)).replace("WARNING", severity))
                    .with("parameters.csv", "code,value,unit,legal-basis\nmost-share," + limit + ",ratio,law\n")
                    .with("others.drl", rules.toString())
                    .with("messages.properties", texts.toString())
                    .with("messages_es.properties", texts.toString());
        }

        RulePack load() {
            return pack().load();
        }
    }

    /** {@return whether a line can meet all of these: a rule that never matches is refused} */
    private static boolean canHold(Set<String> demands) {
        return demands.stream()
                                .filter(demand -> demand.startsWith("linkedShare"))
                                .count()
                        < 2
                && demands.stream()
                                .filter(demand -> demand.startsWith("approved"))
                                .count()
                        < 2;
    }

    @Provide
    Arbitrary<Drawn> packs() {
        Arbitrary<List<String>> demands = Arbitraries.of(DEMANDS)
                .set()
                .ofMinSize(1)
                .ofMaxSize(4)
                .filter(PackDiffProperties::canHold)
                .map(List::copyOf);
        Arbitrary<List<String>> others = Arbitraries.of(List.copyOf(new TreeSet<>(OTHER_RULES.keySet())))
                .set()
                .ofMaxSize(3)
                .map(List::copyOf);
        return Combinators.combine(
                        demands,
                        Arbitraries.of("0.05", "0.07", "1"),
                        Arbitraries.of("ERROR", "WARNING", "REVIEW", "INFO"),
                        Arbitraries.of("T", "U"),
                        others)
                .as(Drawn::new);
    }

    @Property(tries = 60)
    void aPackDoesNotDifferFromItself(@ForAll("packs") Drawn pack) {
        assertThat(PackDiff.between(pack.load(), pack.load()).isEmpty()).isTrue();
    }

    @Property(tries = 60)
    void anotherOrderOfDemandsAndAnotherLayoutAreNoDifference(@ForAll("packs") Drawn pack, @ForAll long seed) {
        List<String> shuffled = new ArrayList<>(pack.demands());
        Collections.shuffle(shuffled, new Random(seed));
        Drawn other = new Drawn(
                shuffled,
                pack.limit() + (pack.limit().contains(".") ? "0" : ""),
                pack.severity(),
                pack.title(),
                pack.others());
        SmallPack written = other.pack()
                .replacing("shares.drl", ", ", "  ,\n\n    ")
                .replacing("shares.drl", "when", "when // the defect")
                .replacing("shares.drl", "$most", "$limit");

        assertThat(PackDiff.between(pack.load(), written.load()).isEmpty()).isTrue();
    }

    @Property(tries = 80)
    void theWayBackIsTheMirrorOfTheWayThere(@ForAll("packs") Drawn one, @ForAll("packs") Drawn other) {
        PackDiff there = PackDiff.between(one.load(), other.load());
        PackDiff back = PackDiff.between(other.load(), one.load());

        assertThat(told(there, false)).isEqualTo(told(back, true));
        assertThat(there.isEmpty()).isEqualTo(back.isEmpty());
    }

    @Property(tries = 60)
    void whatDiffersIsToldAndNothingElse(@ForAll("packs") Drawn one, @ForAll("packs") Drawn other) {
        PackDiff diff = PackDiff.between(one.load(), other.load());
        PackDiff.RuleDiff rule = diff.rule("too-much").orElse(null);

        assertThat(rule != null && rule.change(PackDiff.Change.Weight.class).isPresent())
                .isEqualTo(!one.severity().equals(other.severity()));
        assertThat(rule != null && rule.change(PackDiff.Change.Text.class).isPresent())
                .isEqualTo(!one.title().equals(other.title()));
        assertThat(rule != null && rule.change(PackDiff.Change.Condition.class).isPresent())
                .isEqualTo(!Set.copyOf(one.demands()).equals(Set.copyOf(other.demands())));
        assertThat(diff.limits().isEmpty()).isEqualTo(one.limit().equals(other.limit()));
    }

    /** {@return everything a difference tells, with before and after exchanged where it is mirrored} */
    private static Set<String> told(PackDiff diff, boolean mirrored) {
        Set<String> told = new TreeSet<>();
        for (PackDiff.RuleDiff rule : diff.rules()) {
            told.add(pair(rule.id(), exists(rule.before()), exists(rule.after()), mirrored));
            rule.changes().forEach(change -> told.addAll(changed(rule.id(), change, mirrored)));
        }
        diff.limits().forEach(limit -> told.addAll(changed("", limit, mirrored)));
        diff.header().forEach(header -> told.addAll(changed("", header, mirrored)));
        return told;
    }

    private static String exists(@Nullable Object rule) {
        return rule == null ? "none" : "one";
    }

    private static String pair(String what, @Nullable Object before, @Nullable Object after, boolean mirrored) {
        return what + ": " + (mirrored ? after + " > " + before : before + " > " + after);
    }

    private static List<String> changed(String id, PackDiff.Change change, boolean mirrored) {
        String what = id + " " + change.getClass().getSimpleName();
        if (change instanceof PackDiff.Change.Weight weight) {
            return List.of(pair(what, weight.before(), weight.after(), mirrored));
        }
        if (change instanceof PackDiff.Change.Text text) {
            return List.of(pair(what + text.part(), text.before(), text.after(), mirrored));
        }
        if (change instanceof PackDiff.Change.Limit limit) {
            return List.of(pair(what, limit.before(), limit.after(), mirrored));
        }
        if (change instanceof PackDiff.Change.Needs needs) {
            return List.of(pair(what, new TreeSet<>(needs.before()), new TreeSet<>(needs.after()), mirrored));
        }
        if (change instanceof PackDiff.Change.Place) {
            return List.of(what);
        }
        if (change instanceof PackDiff.Change.Condition condition) {
            List<String> all = new ArrayList<>();
            all.add(pair(what, condition.before(), condition.after(), mirrored));
            condition.parts().forEach(part -> all.add(pair(what, part.before(), part.after(), mirrored)));
            return all;
        }
        return List.of(Objects.toString(change));
    }
}
