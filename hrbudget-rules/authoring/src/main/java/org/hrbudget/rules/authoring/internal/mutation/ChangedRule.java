package org.hrbudget.rules.authoring.internal.mutation;

import java.util.Map;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.authoring.PackMutation;
import org.hrbudget.rules.internal.language.CheckedRule;
import org.hrbudget.rules.internal.language.SourceText;
import org.hrbudget.validation.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A rule with one thing changed, checked as every rule is.
 *
 * @param original the rule
 * @param start where in its file the part that changes begins
 * @param what what was changed
 * @param hint a row that would tell one from the other
 * @param condition the changed rule under a name of its own, or {@code null} where a pack with it would be refused
 * @param refusal why it would be refused, or {@code null} where it would not
 * @param limits the limits it compares with and that no table has, by code
 * @param equivalent why no example can tell one from the other, or {@code null} where one might
 */
record ChangedRule(
        CheckedRule original,
        int start,
        Bilingual what,
        Bilingual hint,
        @Nullable CheckedRule condition,
        @Nullable Bilingual refusal,
        Map<String, Rule.Parameter> limits,
        @Nullable Bilingual equivalent) {

    PackMutation.Mutant mutant(PackMutation.Mutant.Fate outcome, String noticedBy, Bilingual remark) {
        return mutant(original.id(), original.text().source(), start, what, outcome, noticedBy, remark);
    }

    /** {@return what came of a change at a place of a file, or in a cell of a workbook} */
    static PackMutation.Mutant mutant(
            String rule,
            SourceText source,
            int start,
            Bilingual what,
            PackMutation.Mutant.Fate outcome,
            String noticedBy,
            Bilingual remark) {
        boolean sheet = source.origin() != null;
        return new PackMutation.Mutant(
                rule,
                source.place(start),
                sheet ? 0 : source.line(start),
                sheet ? 0 : start - source.text().lastIndexOf('\n', start - 1),
                what,
                outcome,
                noticedBy,
                remark);
    }
}
