package org.hrbudget.rules.internal.packs.examples;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.rules.RulePackException;
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
import org.hrbudget.rules.internal.packs.files.Sha256;
import org.hrbudget.validation.Rule;

/**
 * Holds what the rules of a pack say beside what its examples expect of them, and asks whether the examples say enough: a finding, a
 * silence, and both sides of each limit with the limit itself.
 */
public final class ExampleReview {

    private static final String EXAMPLES = "examples/";
    private static final String LIMITS = "parameters.csv";

    /** What these say of a rule is in its description, or is no matter of examples. */
    private static final Set<String> OF_RULES = Set.of(LIMITS, "legal-bases.csv", "duties.csv", "coverage.csv");

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
     * @param earlier what need not be run again
     * @param faults collects what is wrong
     */
    public static OpenPack.Reviewed of(OpenPack pack, EarlierReviews earlier, Faults faults) {
        ExampleReview review = new ExampleReview(pack, faults);
        pack.conditions().forEach(review::read);
        Faults references = new Faults();
        Surroundings.of(review.files, pack, references);
        if (references.isEmpty()) {
            review.run(earlier);
        } else {
            faults.addAll(references);
        }
        return new OpenPack.Reviewed(review.cases, review.limits, List.of(), List.of());
    }

    private void read(CheckedRule rule) {
        String name = EXAMPLES + rule.id() + ".csv";
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
            if (Set.of("silence").containsAll(expected)) {
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

    private void run(EarlierReviews earlier) {
        Examples examples = Examples.of(pack, probes);
        String surroundings = surroundings();
        for (int i = 0; i < pack.rules().size(); i++) {
            Rule rule = pack.rules().get(i);
            ExampleTable table = tables.get(rule.id());
            if (table == null) {
                continue;
            }
            Given given = new Given(
                    rule,
                    surroundings,
                    limitRows(pack.conditions().get(i)),
                    table.file().file(),
                    table.file().text());
            EarlierReviews.Outcome outcome =
                    earlier.outcome(pack.manifest().id(), rule.id(), given, () -> run(examples, rule, table));
            cases += outcome.cases();
            limits += outcome.limits();
            faults.addAll(outcome.faults());
        }
    }

    private EarlierReviews.Outcome run(Examples examples, Rule rule, ExampleTable table) {
        Faults own = new Faults();
        List<Limit> ofRule = probes.watch(rule);
        int asked = 0;
        for (Examples.Case example : Examples.cases(rule, table)) {
            asked++;
            List<Fault> differences = examples.differences(example);
            differences.forEach(own::add);
            if (differences.stream().anyMatch(Examples::isUndated)) {
                // All cases of the rule lack the same.
                break;
            }
        }
        // A table with faults may lack just the rows that its faults are about.
        boolean looked = table.whole() && own.isEmpty();
        if (looked) {
            ofRule.forEach(limit -> look(rule.id(), table, limit, own));
        }
        boolean inherited = !files.upTo(table.file()).last().equals(files.last());
        List<RulePackException.Fault> faults = inherited
                ? own.all().stream().map(fault -> inherited(fault, rule)).toList()
                : own.all();
        return new EarlierReviews.Outcome(asked, looked ? ofRule.size() : 0, faults);
    }

    /** {@return a fault of a table of an older version, which stays as it is} */
    private static RulePackException.Fault inherited(RulePackException.Fault fault, Rule rule) {
        return fault.advising(PackWords.text("examples-inherited", "advice", fault.advice(), "id", rule.id()));
    }

    /**
     * All that decides what the examples of a rule say: the rule as described, which its file, its texts and its legal basis make; the
     * rows of its limits; its table of examples; and the rest of the pack, as one sum.
     */
    private record Given(Rule rule, String rest, List<String> limits, String file, String examples) {}

    /** {@return the rows of limits that name one of a rule's, in each version, under what their columns are} */
    private List<String> limitRows(CheckedRule rule) {
        return files.all(LIMITS).stream()
                .flatMap(file -> Stream.concat(
                        file.text().lines().limit(1),
                        file.text()
                                .lines()
                                .filter(line -> rule.limits().values().stream().anyMatch(line::contains))))
                .toList();
    }

    private String surroundings() {
        StringBuilder rest = new StringBuilder();
        files.names("").stream()
                .filter(name -> !isOfRules(name))
                .flatMap(name -> files.all(name).stream())
                .forEach(file -> rest.append(file.file()).append('\n').append(file.text()));
        return Sha256.of(rest.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isOfRules(String name) {
        return OF_RULES.contains(name)
                || name.endsWith(".drl")
                || name.startsWith("messages")
                || (name.startsWith(EXAMPLES)
                        && !Examples.NOT_OF_A_RULE.contains(
                                name.substring(EXAMPLES.length(), name.length() - ".csv".length())));
    }

    private void look(String rule, ExampleTable table, Limit limit, Faults own) {
        if (!limit.visited(Side.AT)) {
            own.add(inHeader(table, PackWords.of("examples-no-limit", "id", rule, "limit", probes.text(limit))));
            return;
        }
        for (Side side : List.of(Side.BELOW, Side.ABOVE)) {
            if (!limit.visited(side)) {
                own.add(inHeader(
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
