package org.hrbudget.rules.internal.packs.examples;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrbudget.io.ItemCatalogues;
import org.hrbudget.io.Programmes;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Fault;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.Consolidation;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.PackWords;
import org.hrbudget.rules.internal.packs.examples.LimitProbes.Limit;
import org.hrbudget.rules.internal.packs.examples.LimitProbes.Side;
import org.hrbudget.validation.Rule;

/**
 * Holds what the rules of a pack say beside what its examples expect of them, and asks whether the examples say enough: a finding, a
 * silence, and both sides of each limit with the limit itself.
 */
public final class ExampleReview {

    private final OpenPack pack;
    private final Consolidation files;
    private final Faults faults;
    private final LimitProbes probes;
    private final Map<String, ExampleTable> tables = new HashMap<>();
    private int cases;
    private int limits;

    private ExampleReview(OpenPack pack, Faults faults) {
        this.pack = pack;
        this.files = pack.files();
        this.faults = faults;
        this.probes = new LimitProbes(pack);
    }

    /**
     * {@return how much was looked at}
     *
     * @param pack the rules to look at, which need not be all of the pack
     * @param faults collects what is wrong
     */
    public static OpenPack.Reviewed of(OpenPack pack, Faults faults) {
        ExampleReview review = new ExampleReview(pack, faults);
        pack.conditions().forEach(review::read);
        Faults references = new Faults();
        Examples.reference(review.files, "programme", references, Programmes::read);
        Examples.reference(review.files, "item-catalogue", references, ItemCatalogues::read);
        if (references.isEmpty()) {
            review.run();
        } else {
            faults.addAll(references);
        }
        return new OpenPack.Reviewed(review.cases, review.limits, List.of());
    }

    private void read(CheckedRule rule) {
        String name = "examples/" + rule.id() + ".csv";
        Optional<SourceText> file = files.newest(name);
        if (file.isEmpty()) {
            if (!files.unreadable().contains(name)) {
                faults.add(rule.text()
                        .source()
                        .fault(
                                rule.text().id().start(),
                                rule.id(),
                                PackWords.of("examples-none", "id", rule.id(), "file", name)));
            }
            return;
        }
        ExampleTable table = ExampleTable.read(file.get(), faults);
        tables.put(rule.id(), table);
        if (table.whole()) {
            Set<String> expected = table.cases().values().stream()
                    .flatMap(List::stream)
                    .map(row -> row.text("expect"))
                    .collect(Collectors.toSet());
            if (!expected.contains("finding")) {
                faults.add(inHeader(table, PackWords.of("examples-no-finding", "id", rule.id())));
            }
            if (!expected.contains("silence")) {
                faults.add(inHeader(table, PackWords.of("examples-no-silence", "id", rule.id())));
            }
        }
    }

    private static Fault inHeader(ExampleTable table, FaultText what) {
        return table.file().fault(0, "expect", "A1", what);
    }

    private void run() {
        Examples examples = Examples.of(pack, probes);
        for (Rule rule : pack.rules()) {
            ExampleTable table = tables.get(rule.id());
            if (table == null) {
                continue;
            }
            List<Limit> ofRule = probes.watch(rule);
            List<Fault> differences = new ArrayList<>();
            for (Examples.Case example : Examples.cases(rule, table)) {
                cases++;
                differences.addAll(examples.differences(example));
                if (differences.stream().anyMatch(Examples::isUndated)) {
                    // All cases of the rule lack the same.
                    break;
                }
            }
            differences.forEach(faults::add);
            // A table with faults may lack just the rows that its faults are about.
            if (table.whole() && differences.isEmpty()) {
                ofRule.forEach(limit -> look(rule.id(), table, limit));
            }
        }
    }

    private void look(String rule, ExampleTable table, Limit limit) {
        limits++;
        if (!limit.visited(Side.AT)) {
            faults.add(inHeader(table, PackWords.of("examples-no-limit", "id", rule, "limit", probes.text(limit))));
            return;
        }
        for (Side side : List.of(Side.BELOW, Side.ABOVE)) {
            if (!limit.visited(side)) {
                faults.add(inHeader(
                        table,
                        PackWords.of(
                                "examples-one-side",
                                "id",
                                rule,
                                "limit",
                                probes.text(limit),
                                "side",
                                PackWords.text("side." + side.name().toLowerCase(Locale.ROOT)))));
            }
        }
    }
}
