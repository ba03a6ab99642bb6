package org.hrbudget.rules.authoring.internal.impact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.hrbudget.rules.authoring.ImpactReport.OfRule.Cause;
import org.hrbudget.rules.authoring.ImpactReport.OfRule.CauseKind;
import org.hrbudget.rules.authoring.PackImpact;
import org.hrbudget.rules.authoring.internal.words.PlainWords;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.text.Wording;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.internal.facts.Property;
import org.hrbudget.validation.internal.facts.Vocabulary;
import org.hrbudget.validation.spi.Catalogues;
import org.jspecify.annotations.Nullable;

/** What a reform did to each rule, as far as it can bear on findings. */
public final class RuleCauses {

    private static final Wording WORDING = Wording.beside(PackImpact.class, "impact");

    private final Side before;
    private final Side after;

    private RuleCauses(Side before, Side after) {
        this.before = before;
        this.after = after;
    }

    /** What a pack made of files knows of its rules; of any other pack, its limits stay unknown. */
    private record Side(
            RulePack pack,
            Map<String, Rule> rules,
            Map<String, CheckedRule> conditions,
            Map<String, Rule.Parameter> limits) {

        static Side of(RulePack pack) {
            Map<String, Rule> rules = new LinkedHashMap<>();
            pack.rules().forEach(rule -> rules.put(rule.id(), rule));
            Map<String, CheckedRule> conditions = new HashMap<>();
            Map<String, Rule.Parameter> limits = Map.of();
            if (pack instanceof OpenPack open) {
                open.conditions().forEach(rule -> conditions.put(rule.id(), rule));
                limits = open.parameters();
            }
            return new Side(pack, rules, conditions, limits);
        }

        @Nullable
        BigDecimal limit(String code) {
            Rule.Parameter limit = limits.get(code);
            return limit == null ? null : limit.value();
        }
    }

    /** {@return the causes of each rule that has any, by its id} */
    public static Map<String, List<Cause>> of(RulePack before, RulePack after) {
        RuleCauses causes = new RuleCauses(Side.of(before), Side.of(after));
        Set<String> ids = new TreeSet<>(causes.before.rules.keySet());
        ids.addAll(causes.after.rules.keySet());
        Map<String, List<Cause>> byRule = new HashMap<>();
        ids.forEach(id -> byRule.put(id, causes.of(id)));
        return byRule;
    }

    private List<Cause> of(String id) {
        Rule first = before.rules.get(id);
        Rule second = after.rules.get(id);
        if (first == null || second == null) {
            String pack = after.pack.manifest().id();
            return List.of(
                    first == null ? cause(CauseKind.NEW_RULE, "pack", pack) : cause(CauseKind.ENDED, "pack", pack));
        }
        List<Cause> causes = new ArrayList<>();
        if (first.severity() != second.severity()) {
            causes.add(new Cause(
                    CauseKind.SEVERITY,
                    WORDING.of(
                            "cause.SEVERITY",
                            Map.of(
                                    "before", WORDING.of("severity." + first.severity()),
                                    "after", WORDING.of("severity." + second.severity())))));
        }
        if (!words(first).equals(words(second))) {
            causes.add(cause(CauseKind.CONDITION));
        }
        causes.addAll(limits(id));
        causes.addAll(codeLists(first, second));
        return causes;
    }

    /** The condition, whatever its blanks and line ends. */
    private static String words(Rule rule) {
        return rule.condition().strip().replaceAll("\\s+", " ");
    }

    private List<Cause> limits(String id) {
        CheckedRule condition = after.conditions.get(id);
        List<Cause> causes = new ArrayList<>();
        if (condition != null) {
            for (String code : new TreeSet<>(condition.limits().values())) {
                BigDecimal was = before.limit(code);
                BigDecimal is = after.limit(code);
                if (was != null && is != null && was.compareTo(is) != 0) {
                    causes.add(cause(
                            CauseKind.LIMIT,
                            "limit",
                            code,
                            "before",
                            was.toPlainString(),
                            "after",
                            is.toPlainString()));
                }
            }
        }
        return causes;
    }

    private List<Cause> codeLists(Rule first, Rule second) {
        List<Cause> causes = new ArrayList<>();
        for (Property property : Vocabulary.type(second.subject()).properties().values()) {
            Catalogues.CodeList kind = property.codeList().orElse(null);
            if (kind != null
                    && names(first, property)
                    && names(second, property)
                    && !Objects.equals(
                            before.pack.catalogues().list(kind),
                            after.pack.catalogues().list(kind))) {
                causes.add(new Cause(
                        CauseKind.CODE_LIST,
                        WORDING.of("cause.CODE_LIST", Map.of("list", PlainWords.phrase("list." + kind)))));
            }
        }
        return causes;
    }

    private static boolean names(Rule rule, Property property) {
        return rule.condition().matches("(?s).*\\b" + property.name() + "\\b.*");
    }

    private static Cause cause(CauseKind kind, String... values) {
        return new Cause(kind, WORDING.of("cause." + kind, values));
    }
}
