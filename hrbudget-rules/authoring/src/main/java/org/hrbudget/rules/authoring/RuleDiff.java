package org.hrbudget.rules.authoring;

import java.util.List;
import java.util.Optional;
import org.hrbudget.model.Bilingual;
import org.hrbudget.validation.Rule;
import org.jspecify.annotations.Nullable;

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
