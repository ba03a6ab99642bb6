package org.hrbudget.rules.internal.packs.tables;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.rules.internal.language.Advice;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.Expression;
import org.hrbudget.rules.internal.language.Expression.Comparison;
import org.hrbudget.rules.internal.language.Expression.Literal;
import org.hrbudget.rules.internal.language.Expression.Not;
import org.hrbudget.rules.internal.language.Expression.OneOf;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.Consolidation;
import org.hrbudget.rules.internal.packs.PackWords;
import org.hrbudget.text.Nearest;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.spi.Catalogues;

/** What the rules and the tables of a pack have to do with each other. */
public final class CrossCheck {

    private static final int SHORTEST_NEAR = 4;

    private final Consolidation files;
    private final Faults faults;

    public CrossCheck(Consolidation files, Faults faults) {
        this.files = files;
        this.faults = faults;
    }

    /**
     * Reports limits of the version's own table that no rule names: most often the rule was never written, or compares with another
     * limit. Inherited ones may have lost their rule to a repeal. Legal bases without a rule are no fault: a pack may cite what it
     * does not encode.
     */
    public void refuseUnusedLimits() {
        SourceText own = files.ownOrEmpty(Tables.PARAMETERS);
        if (own.text().isEmpty()) {
            return;
        }
        List<SourceText> rules = files.ruleFiles(files.chain().get(files.chain().size() - 1));
        // What is wrong with the table itself has been said.
        Table table = Table.parse(own, ParameterRow.COLUMNS, Period.COLUMNS, new Faults());
        for (Table.TableRow row : table.rows()) {
            String code = row.given("code");
            boolean used = !ParameterRow.isCode(code)
                    || rules.stream().anyMatch(file -> file.text().contains('"' + code + '"'));
            if (!used) {
                faults.add(row.cell("code").fault(PackWords.of("parameter-unused", "code", code)));
            }
        }
    }

    /** Reports lists of the version's own that no rule asks, and that are none of those that facts are checked against. */
    public void refuseUnusedLists(Collection<CheckedRule> rules) {
        Set<String> shared = Arrays.stream(Catalogues.CodeList.values())
                .map(Catalogues::name)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String file : files.names(Tables.FOLDER)) {
            String name = Tables.listName(file);
            SourceText own = files.ownOrEmpty(file);
            boolean asked = rules.stream().anyMatch(rule -> rule.lists().containsValue(name));
            if (!shared.contains(name) && !own.text().isEmpty() && !asked) {
                FaultText what = PackWords.of("list-unused", "list", name);
                List<String> near =
                        Nearest.to(file, shared.stream().map(Tables::fileName).collect(Collectors.toSet()));
                faults.add(own.fault(near.isEmpty() ? what : what.advising(Advice.on(file, near))));
            }
        }
    }

    /** {@return whether the code lists have the codes of a rule; those they lack are told, unless the rule asks for just that} */
    public boolean hasListedCodes(CheckedRule rule, Catalogues catalogues) {
        int before = faults.size();
        Set<Catalogues.CodeList> asked = askedToLack(rule);
        for (CheckedRule.Part fact : rule.parts()) {
            fact.expressions().forEach(part -> {
                Expression left = part instanceof Comparison comparison
                        ? comparison.left()
                        : part instanceof OneOf oneOf ? oneOf.operand() : null;
                Property property = left == null ? null : fact.property(left);
                Property.Listed listed = property == null ? null : property.listed();
                if (listed != null && listed.list() != null && !asked.contains(listed.list())) {
                    refuseUnlistedCodes(rule, part, listed, listed.list(), listed.among(catalogues));
                }
            });
        }
        return faults.size() == before;
    }

    private void refuseUnlistedCodes(
            CheckedRule rule, Expression part, Property.Listed listed, Catalogues.CodeList kind, Set<String> list) {
        Set<String> keys = list.stream().map(listed::key).collect(Collectors.toSet());
        codes(rule, part).forEach((code, start) -> {
            if (!keys.isEmpty() && !keys.contains(listed.key(code))) {
                faults.add(rule.text().source().fault(start, code, unlisted(code, kind, list)));
            }
        });
    }

    /** Codes of a letter or two are all near each other, and a long list is better looked up than read in a line. */
    private static FaultText unlisted(String code, Catalogues.CodeList kind, Set<String> known) {
        FaultText what = PackWords.of("code-unlisted", "code", code, "list", Catalogues.name(kind));
        List<String> near = code.length() < SHORTEST_NEAR ? List.of() : Nearest.to(code, known);
        return near.isEmpty() ? what : what.advising(Advice.on(code, near));
    }

    /** {@return the code lists that a rule asks to lack a code} */
    private static Set<Catalogues.CodeList> askedToLack(CheckedRule rule) {
        return rule.parts().stream()
                .flatMap(fact -> fact.expressions()
                        .map(part -> part instanceof Not not
                                ? not.operand()
                                : part instanceof Comparison comparison && saysNo(comparison)
                                        ? comparison.left()
                                        : null)
                        .map(asked -> asked == null ? null : fact.property(asked)))
                .flatMap(property -> property == null ? Stream.empty() : property.codeList().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@return the names of the code lists a rule asks, for a code or by a property, or whose codes it compares with} */
    public static Set<String> listNames(CheckedRule rule) {
        Set<String> names = new TreeSet<>(rule.lists().values());
        rule.codeLists().forEach(kind -> names.add(Catalogues.name(kind)));
        return names;
    }

    private static boolean saysNo(Comparison comparison) {
        boolean equal = comparison.operator() == Expression.Operator.EQUAL;
        return comparison.right() instanceof Literal literal && literal.text().equals(equal ? "false" : "true");
    }

    private static Map<String, Integer> codes(CheckedRule rule, Expression part) {
        if (part instanceof Comparison comparison) {
            return comparison.right() instanceof Literal literal && literal.kind() == Literal.Form.TEXT
                    ? Map.of(literal.text(), literal.start())
                    : Map.of();
        }
        Map<String, Integer> codes = new LinkedHashMap<>();
        if (part instanceof OneOf oneOf) {
            String text = rule.text().source().text();
            oneOf.values()
                    .forEach(code -> codes.put(
                            code, text.indexOf('"' + code + '"', oneOf.operand().end())));
        }
        return codes;
    }
}
