package org.hrbudget.rules.authoring;

import java.util.List;
import java.util.Optional;
import org.hrbudget.model.Bilingual;
import org.hrbudget.validation.Comparison;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a reform changes about one rule, for one budget or several. That a rule falls silent is told apart by why: because nothing
 * is wrong any more, because it ended, because it no longer applies, or because data is missing.
 *
 * @param ruleId the rule
 * @param title the defect in a few words, as the pack after has it, else the pack before
 * @param before what it did with the pack before, or {@code null} where that has no such rule
 * @param after what it does with the pack after, or {@code null} where that has no such rule
 * @param shift what becomes of it
 * @param causes what the reform did to the rule
 * @param effect the findings that change, with their lines and money
 */
public record RuleImpact(
        String ruleId,
        Bilingual title,
        @Nullable Side before,
        @Nullable Side after,
        Shift shift,
        List<Cause> causes,
        Comparison.Effect effect) {

    /**
     * What a rule did with one of the packs.
     *
     * @param severity how much its findings weigh
     * @param outcome what became of it
     * @param examined the facts it could judge
     * @param violated the defects it found
     * @param undetermined the facts it could not judge because they lack promised data
     * @param reason why it did not apply or is undetermined, or {@code null}
     */
    public record Side(
            Severity severity,
            LedgerEntry.Outcome outcome,
            long examined,
            long violated,
            long undetermined,
            @Nullable Bilingual reason) {

        static @Nullable Side of(@Nullable LedgerEntry entry) {
            return entry == null
                    ? null
                    : new Side(
                            entry.rule().severity(),
                            entry.outcome(),
                            entry.examined(),
                            entry.violated(),
                            entry.undetermined(),
                            entry.reason());
        }

        /** What it did in two budgets together; the gravest outcome stands for both. */
        Side plus(Side other) {
            Side graver = gravity(outcome) <= gravity(other.outcome) ? this : other;
            return new Side(
                    severity,
                    graver.outcome,
                    examined + other.examined,
                    violated + other.violated,
                    undetermined + other.undetermined,
                    graver.reason);
        }

        private static int gravity(LedgerEntry.Outcome outcome) {
            return switch (outcome) {
                case VIOLATED -> 0;
                case REVIEW -> 1;
                case UNDETERMINED -> 2;
                case SATISFIED -> 3;
                case NOT_APPLICABLE -> 4;
            };
        }
    }

    /** What becomes of a rule. */
    public enum Shift {
        /** It found nothing, or was not there, and finds something. */
        NEWLY_BITES,
        /** It finds more. */
        BITES_MORE,
        /** It finds less, and still something. */
        BITES_LESS,
        /** It finds as many, not the same. */
        BITES_ELSEWHERE,
        /** It finds the same, with another severity. */
        WEIGHS_OTHERWISE,
        /** It found something, and judged what it is about, and finds nothing: by its measure there is no defect any more. */
        CURED,
        /** It is not there any more, and it found something: what it found is still in the budget. */
        ENDS_BITING,
        /** It is not there any more, and it found nothing. */
        ENDS_SILENT,
        /** It no longer applies: the budget lacks what it needs now, or holds nothing it is about. */
        NO_LONGER_APPLIES,
        /** It can no longer be judged, because promised data is missing or it failed; or it is new, and cannot be. */
        LEFT_OPEN,
        /** It did not apply or could not be judged, and finds nothing now. */
        NOW_JUDGED,
        /** It finds the same, and judges more or fewer of the facts, or has lost data it needs of some. */
        JUDGES_OTHERWISE,
        /** It is new, and finds nothing or does not apply. */
        BEGINS_SILENT
    }

    /** What the reform did to a rule. */
    public enum CauseKind {
        /** The rule is new. */
        NEW_RULE,
        /** The rule ended. */
        ENDED,
        /** Its findings weigh otherwise. */
        SEVERITY,
        /** Its condition reads otherwise. */
        CONDITION,
        /** A limit that it compares with is another. */
        LIMIT,
        /** A code list that it looks codes up in is another. */
        CODE_LIST
    }

    /**
     * Something the reform did to a rule.
     *
     * @param kind what
     * @param text the same in words, with the values
     */
    public record Cause(CauseKind kind, Bilingual text) {}

    /** Copies the list. */
    public RuleImpact {
        causes = List.copyOf(causes);
    }

    /** {@return whether something changes for the budget, not for the rule book alone} */
    public boolean matters() {
        boolean wasOpen = before != null && before.outcome == LedgerEntry.Outcome.UNDETERMINED;
        return switch (shift) {
            case BEGINS_SILENT -> false;
            case ENDS_SILENT -> wasOpen;
            default -> true;
        };
    }

    /** {@return what changes about a rule, if anything does; at least one of the entries is given} */
    static Optional<RuleImpact> between(
            @Nullable LedgerEntry before, @Nullable LedgerEntry after, Comparison.Effect effect, List<Cause> causes) {
        LedgerEntry named = after != null ? after : before;
        return named == null
                ? Optional.empty()
                : between(named.rule().id(), named.rule().title(), Side.of(before), Side.of(after), effect, causes);
    }

    /** {@return this and the same rule's changes in another budget together} */
    RuleImpact plus(RuleImpact other) {
        Side sumBefore = before == null || other.before == null ? before : before.plus(other.before);
        Side sumAfter = after == null || other.after == null ? after : after.plus(other.after);
        Comparison.Effect sum = effect.plus(other.effect);
        return between(ruleId, title, sumBefore, sumAfter, sum, causes)
                // What changed in each may cancel out in both.
                .orElse(new RuleImpact(ruleId, title, sumBefore, sumAfter, Shift.BITES_ELSEWHERE, causes, sum));
    }

    private static Optional<RuleImpact> between(
            String id,
            Bilingual title,
            @Nullable Side before,
            @Nullable Side after,
            Comparison.Effect effect,
            List<Cause> causes) {
        return shift(before, after, effect)
                .map(shift -> new RuleImpact(id, title, before, after, shift, causes, effect));
    }

    private static Optional<Shift> shift(@Nullable Side before, @Nullable Side after, Comparison.Effect effect) {
        if (before == null || after == null) {
            return Optional.of(before == null ? begins(after) : ends(before));
        }
        if (after.outcome == LedgerEntry.Outcome.UNDETERMINED && before.outcome != LedgerEntry.Outcome.UNDETERMINED) {
            return Optional.of(Shift.LEFT_OPEN);
        }
        if (before.violated == 0 && after.violated > 0) {
            return Optional.of(Shift.NEWLY_BITES);
        }
        if (after.violated == 0 && before.outcome != after.outcome) {
            return Optional.of(silent(before, after));
        }
        if (effect.gained() > 0 || effect.lost() > 0) {
            int order = Long.compare(after.violated, before.violated);
            return Optional.of(order > 0 ? Shift.BITES_MORE : order < 0 ? Shift.BITES_LESS : Shift.BITES_ELSEWHERE);
        }
        if (effect.reweighed() > 0) {
            return Optional.of(Shift.WEIGHS_OTHERWISE);
        }
        boolean judgesTheSame = before.examined == after.examined && before.undetermined == after.undetermined;
        return judgesTheSame ? Optional.empty() : Optional.of(Shift.JUDGES_OTHERWISE);
    }

    private static Shift begins(@Nullable Side after) {
        if (after != null && after.violated > 0) {
            return Shift.NEWLY_BITES;
        }
        return after != null && after.outcome == LedgerEntry.Outcome.UNDETERMINED
                ? Shift.LEFT_OPEN
                : Shift.BEGINS_SILENT;
    }

    private static Shift ends(Side before) {
        return before.violated > 0 ? Shift.ENDS_BITING : Shift.ENDS_SILENT;
    }

    private static Shift silent(Side before, Side after) {
        if (after.outcome == LedgerEntry.Outcome.NOT_APPLICABLE) {
            return Shift.NO_LONGER_APPLIES;
        }
        return before.violated > 0 ? Shift.CURED : Shift.NOW_JUDGED;
    }
}
