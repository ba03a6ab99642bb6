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
import org.hrbudget.rules.internal.language.Expression.Name;
import org.hrbudget.rules.internal.language.Expression.OneOf;
import org.hrbudget.rules.internal.language.Expression.Variable;
import org.hrbudget.rules.internal.language.FaultText;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.Consolidation;
import org.hrbudget.rules.internal.packs.PackWords;
import org.hrbudget.text.Nearest;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.spi.Catalogues;
import org.jspecify.annotations.Nullable;

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
                List<String> near = Nearest.to(
                        file, shared.stream().map(Tables::fileName).collect(Collectors.toSet()));
                faults.add(own.fault(near.isEmpty() ? what : what.advising(Advice.on(file, near))));
            }
        }
    }

    /** Reports codes in rules that the code list of their property does not have, unless the rule asks for just that. */
    public void refuseUnlistedCodes(CheckedRule rule, Catalogues catalogues) {
        List<Expression> parts = parts(rule).toList();
        Set<Catalogues.CodeList> asked = lists(rule);
        for (Expression part : parts) {
            Expression left = part instanceof Comparison comparison
                    ? comparison.left()
                    : part instanceof OneOf oneOf ? oneOf.operand() : null;
            Catalogues.CodeList kind = left == null ? null : kind(rule, left);
            if (kind != null && !asked.contains(kind)) {
                Map<String, String> list = catalogues.list(kind).orElse(Map.of());
                codes(rule, part).forEach((code, start) -> {
                    if (!list.isEmpty() && !list.containsKey(code)) {
                        faults.add(rule.text().source().fault(start, code, unlisted(code, kind, list.keySet())));
                    }
                });
            }
        }
    }

    /** Codes of a letter or two are all near each other, and a long list is better looked up than read in a line. */
    private static FaultText unlisted(String code, Catalogues.CodeList kind, Set<String> known) {
        FaultText what = PackWords.of("code-unlisted", "code", code, "file", Tables.fileName(kind));
        List<String> near = code.length() < SHORTEST_NEAR ? List.of() : Nearest.to(code, known);
        return near.isEmpty() ? what : what.advising(Advice.on(code, near));
    }

    /** {@return the code lists a rule asks} */
    static Set<Catalogues.CodeList> lists(CheckedRule rule) {
        return parts(rule)
                .filter(Name.class::isInstance)
                .map(name -> rule.subject().property(((Name) name).property()))
                .flatMap(property -> property.codeList().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@return the names of the code lists a rule asks, whether for a code or by a property that does} */
    public static Set<String> listNames(CheckedRule rule) {
        Set<String> names = new TreeSet<>(rule.lists().values());
        lists(rule).forEach(kind -> names.add(Catalogues.name(kind)));
        return names;
    }

    /** {@return the list that has the codes of a property: the one of the property that says whether they are known} */
    private static Catalogues.@Nullable CodeList kind(CheckedRule rule, Expression expression) {
        String name = expression instanceof Name plain
                ? plain.property()
                : expression instanceof Variable variable && rule.named().containsKey(variable.name())
                        ? rule.named().get(variable.name()).name()
                        : "";
        Property known = rule.subject().properties().get(name + "Known");
        return known == null ? null : known.codeList().orElse(null);
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

    private static Stream<Expression> parts(CheckedRule rule) {
        return rule.constraints().stream().flatMap(Expression::parts);
    }
}
