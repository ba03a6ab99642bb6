package org.hrbudget.rules.authoring;

import java.util.List;
import java.util.Optional;
import org.hrbudget.model.Bilingual;
import org.hrbudget.rules.RulePackException;
import org.hrbudget.rules.authoring.internal.diff.DiffWords;
import org.hrbudget.rules.authoring.internal.diff.PackComparison;
import org.hrbudget.rules.authoring.internal.words.Shown;
import org.hrbudget.rules.internal.packs.OpenPack;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Rule;
import org.hrbudget.validation.RulePack;
import org.jspecify.annotations.Nullable;

/**
 * What one pack means otherwise than another: rules, limits, legal bases, code lists and what the pack says of itself. It is
 * computed from conditions and tables, not from the text of files: another layout, comments, another name of a variable, a rule in
 * another file, or the same constraints in another order are no difference. (The order of constraints decides one thing alone: at
 * which column a finding points.) Immutable.
 *
 * @param before what the first pack says of itself
 * @param after what the second pack says of itself
 * @param header what it says of itself otherwise; the versions differ without being listed
 * @param rules what happens to rules, in the order of the law, those that ended where they stood; a rule that stays as it is, is not
 *     listed
 * @param limits limits added, ended and changed, in alphabetical order
 * @param legalBases legal bases added, ended and changed, in alphabetical order
 * @param codeLists code lists that differ, in the order of {@link org.hrbudget.validation.spi.Catalogues.Kind}
 */
public record PackDiff(
        PackManifest before,
        PackManifest after,
        List<Change.Header> header,
        List<RuleDiff> rules,
        List<Change.Limit> limits,
        List<Change.Basis> legalBases,
        List<Change.CodeList> codeLists) {

    /** Copies the lists. */
    public PackDiff {
        header = List.copyOf(header);
        rules = List.copyOf(rules);
        limits = List.copyOf(limits);
        legalBases = List.copyOf(legalBases);
        codeLists = List.copyOf(codeLists);
    }

    /**
     * {@return what the second pack means otherwise than the first}
     *
     * @param before a pack of files
     * @param after a pack of files of the same jurisdiction
     * @throws RulePackException if they are of different jurisdictions, with a message in both languages
     * @throws IllegalArgumentException if one was not made of files by this library
     */
    public static PackDiff between(RulePack before, RulePack after) {
        return new PackComparison(OpenPack.of(before), OpenPack.of(after)).diff();
    }

    /** {@return whether both mean the same} */
    public boolean isEmpty() {
        return header.isEmpty() && rules.isEmpty() && limits.isEmpty() && legalBases.isEmpty() && codeLists.isEmpty();
    }

    /** {@return one paragraph: how many rules come, end and change, and what else does} */
    public Bilingual summary() {
        return DiffWords.summary(this);
    }

    /**
     * {@return what happens to a rule, if anything does}
     *
     * @param id the rule's id
     */
    public Optional<RuleDiff> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /**
     * What a reform does to one rule. Immutable.
     *
     * @param id the rule's id
     * @param kind what happens to it
     * @param before the rule as it was, or {@code null} where it is new
     * @param after the rule as it is, or {@code null} where it ended
     * @param condition its condition in plain words: as it is, or as it was where it ended
     * @param changes what changes within it, the weightiest first; empty where it is new or ended
     */
    public record RuleDiff(
            String id,
            Kind kind,
            @Nullable Rule before,
            @Nullable Rule after,
            Bilingual condition,
            List<Change> changes) {

        /** What happens to a rule. */
        public enum Kind {
            /** It is new. */
            ADDED,
            /** It ends. */
            ENDED,
            /** It stays and changes. */
            CHANGED,
            /** It stays as it is, at another place among the rules. */
            MOVED
        }

        /** Copies the list. */
        public RuleDiff {
            changes = List.copyOf(changes);
        }

        /** {@return the rule as it is, or as it was where it ended} */
        public Rule rule() {
            Rule rule = after != null ? after : before;
            if (rule == null) {
                throw new IllegalStateException("A rule that neither was nor is: " + id);
            }
            return rule;
        }

        /** {@return what it rests on: instrument, article and day of publication, what is not known left out} */
        public String basis() {
            return Shown.basis(rule().legalBasis());
        }

        /**
         * {@return the change of this type, if there is one}
         *
         * @param type such as {@code Change.Weight.class}
         * @param <C> the type
         */
        public <C extends Change> Optional<C> change(Class<C> type) {
            return changes.stream().filter(type::isInstance).map(type::cast).findFirst();
        }
    }
}
