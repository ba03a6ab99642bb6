package org.hrbudget.rules.internal.packs.examples;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hrbudget.io.BudgetReadException;
import org.hrbudget.io.Input;
import org.hrbudget.io.ItemCatalogues;
import org.hrbudget.io.Programmes;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.rules.internal.packs.Consolidation;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.rules.internal.packs.tables.DatedRows;
import org.hrbudget.rules.internal.packs.tables.Moment;
import org.hrbudget.rules.internal.packs.tables.Tables;
import org.hrbudget.summary.Fact;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.hrbudget.validation.spi.Catalogues;
import org.hrbudget.validation.spi.RuleEvaluation;
import org.jspecify.annotations.Nullable;

/**
 * What the budgets of a version's examples are checked against: the programme, the items and the code lists as that version has them,
 * so that no later version breaks its examples. What it has none of is taken from the version that is checked.
 *
 * @param programme the programme, if there is one
 * @param items the object items, if there are any
 * @param lists the code lists with the time of each code; {@code null} where they are those of the version that is checked
 */
record Surroundings(
        @Nullable HumanRightsProgramme programme,
        @Nullable Set<String> items,
        @Nullable DatedRows lists) {

    /** {@return what the budgets of the examples of a version are checked against; {@code null} in place of what is at fault} */
    static Surroundings of(Consolidation version, OpenPack pack, Faults faults) {
        return new Surroundings(
                read(version, pack.files(), "programme", Programmes::read, faults),
                read(version, pack.files(), "item-catalogue", ItemCatalogues::read, faults),
                version.last().equals(pack.files().last()) ? null : Tables.lists(version));
    }

    private static Catalogues together(Catalogues checked, Catalogues version) {
        Map<Catalogues.CodeList, Map<String, String>> all = new EnumMap<>(Catalogues.CodeList.class);
        for (Catalogues lists : List.of(checked, version)) {
            lists.kinds().forEach(kind -> lists.list(kind).ifPresent(list -> all.put(kind, list)));
        }
        return Catalogues.of(all, checked.own());
    }

    private static <T> @Nullable T read(
            Consolidation version, Consolidation checked, String name, Function<Input, T> reading, Faults faults) {
        String path = "examples/" + name + ".csv";
        SourceText file = version.newest(path).or(() -> checked.newest(path)).orElse(null);
        if (file == null) {
            return null;
        }
        byte[] text = file.text().getBytes(StandardCharsets.UTF_8);
        try {
            return reading.apply(Input.of(file.file(), () -> new ByteArrayInputStream(text)));
        } catch (BudgetReadException e) {
            faults.add(file.fault(Said.by(e).fault("reference-unreadable")));
            return null;
        }
    }

    /** {@return a pack with these lists in place of its own, as they are at a time} */
    RulePack around(RulePack pack, Moment moment) {
        return lists == null ? pack : new Around(pack, together(pack.catalogues(), lists.at(moment)));
    }

    /** A pack with other code lists than its own. Two of the same pack and lists are equal, as those that judge one budget must be. */
    private record Around(RulePack pack, Catalogues catalogues) implements RulePack {

        @Override
        public RulePack forBudget(BudgetHeader header) {
            return new Around(pack.forBudget(header), catalogues);
        }

        @Override
        public Map<String, Bilingual> unjudged() {
            return pack.unjudged();
        }

        @Override
        public PackManifest manifest() {
            return pack.manifest();
        }

        @Override
        public List<Rule> rules() {
            return pack.rules();
        }

        @Override
        public RuleEvaluation evaluate(Rule.Scope scope, Collection<? extends Fact> facts) {
            return pack.evaluate(scope, facts);
        }
    }
}
