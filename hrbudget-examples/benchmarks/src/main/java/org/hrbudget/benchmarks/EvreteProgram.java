package org.hrbudget.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.ValuesPredicate;
import org.evrete.api.builders.RuleSetBuilder;
import org.hrbudget.benchmarks.beans.BudgetLine;
import org.hrbudget.benchmarks.beans.Found;
import org.jspecify.annotations.Nullable;

/**
 * Evrete with its fluent builder: conditions are lambdas over fields of the line, and a stateless session takes a few thousand
 * lines at a time, which it is fastest with. A key may repeat one of an earlier chunk, so that a set of keys marks lines as they
 * are read.
 */
final class EvreteProgram implements Program.Ready {

    private static final int CHUNK = 2_000;

    private final KnowledgeService service = new KnowledgeService();
    private final List<Found> findings = new ArrayList<>();
    private final Knowledge rules;

    private EvreteProgram(int year, Set<String> items) {
        this.rules = rules(year, items);
    }

    static EvreteProgram of(GivenBudget like) {
        Set<String> items = Objects.requireNonNull(like.itemCodes(), "Rules over items need a list of them.");
        return new EvreteProgram(like.kind().fiscalYear().value(), items);
    }

    private Knowledge rules(int year, Set<String> items) {
        RuleSetBuilder<Knowledge> builder = service.newKnowledge().builder();
        rule(builder, "line-without-unit", values -> values.get(0) == null, "unitCode");
        rule(builder, "key-repeated", values -> (boolean) values.get(0), "keyRepeated");
        rule(builder, "fiscal-years-disagree", values -> isAnother(values.get(0), year), "fiscalYear");
        for (String stage : List.of("proposed", "approved", "modified", "committed", "accrued", "exercised", "paid")) {
            rule(builder, stage + "-negative", values -> sign(values.get(0)) < 0, stage);
        }
        codes(builder, items);
        money(builder);
        return builder.build();
    }

    private void codes(RuleSetBuilder<Knowledge> builder, Set<String> items) {
        Set<String> concepts = CodeLists.concepts();
        Set<String> modalities = CodeLists.modalities();
        rule(builder, "object-concept-unknown", values -> isMissing(values.get(0), concepts), "objectConcept");
        rule(builder, "object-at-concept-level", values -> (boolean) values.get(0), "objectAtConceptLevel");
        rule(
                builder,
                "item-unknown",
                values -> isMissing(values.get(0), items) && !(boolean) values.get(1),
                "objectCode",
                "objectAtConceptLevel");
        rule(builder, "modality-unknown", values -> isMissing(values.get(0), modalities), "modality");
    }

    private void money(RuleSetBuilder<Knowledge> builder) {
        pair(builder, "exercised-without-approval", (exercised, approved) -> exercised != 0 && approved == 0);
        rule(
                builder,
                "exercised-above-approved",
                values -> isAbove(values.get(0), values.get(1)),
                "exercised",
                "approved");
        pair(builder, "approved-not-exercised", (exercised, approved) -> exercised == 0 && approved > 0);
    }

    private interface Signs {
        boolean test(int exercised, int approved);
    }

    private void pair(RuleSetBuilder<Knowledge> builder, String name, Signs signs) {
        rule(
                builder,
                name,
                values -> values.get(0) != null
                        && values.get(1) != null
                        && signs.test(sign(values.get(0)), sign(values.get(1))),
                "exercised",
                "approved");
    }

    private void rule(RuleSetBuilder<Knowledge> builder, String name, ValuesPredicate when, String... fields) {
        String[] references = new String[fields.length];
        for (int i = 0; i < fields.length; i++) {
            references[i] = "$line." + fields[i];
        }
        // Evrete takes one predicate object for one condition, whatever fields it is given: each rule needs an object
        // of its own.
        ValuesPredicate own = values -> when.test(values);
        builder.newRule(name)
                .forEach("$line", BudgetLine.class)
                .where(own, references)
                .execute(context -> {
                    BudgetLine line = context.get("$line");
                    findings.add(new Found(name, line.getRow(), line.getUnitCode()));
                });
    }

    @Override
    public Outcome run(GivenBudget budget) throws IOException {
        findings.clear();
        Set<String> keys = new HashSet<>();
        List<Object> chunk = new ArrayList<>(CHUNK);
        long rows = Beans.read(budget.file(), line -> {
            line.setKeyRepeated(!keys.add(line.getKey()));
            chunk.add(line);
            if (chunk.size() == CHUNK) {
                judge(chunk);
            }
        });
        judge(chunk);
        Map<String, Long> counts = Beans.counted(findings);
        return new Outcome(rows, counts, "");
    }

    private void judge(List<Object> chunk) {
        rules.newStatelessSession().insertAndFire(chunk);
        chunk.clear();
    }

    @Override
    public void close() {
        service.shutdown();
    }

    private static int sign(@Nullable Object amount) {
        return amount == null ? 0 : ((BigDecimal) amount).signum();
    }

    private static boolean isAbove(@Nullable Object one, @Nullable Object other) {
        return one != null && other != null && ((BigDecimal) one).compareTo((BigDecimal) other) > 0;
    }

    private static boolean isAnother(@Nullable Object stated, int year) {
        return stated != null && (int) stated != year;
    }

    private static boolean isMissing(@Nullable Object code, Set<String> list) {
        return code != null && !list.contains((String) code);
    }
}
