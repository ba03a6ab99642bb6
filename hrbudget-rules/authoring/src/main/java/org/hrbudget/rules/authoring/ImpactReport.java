package org.hrbudget.rules.authoring;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hrbudget.io.Input;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRight;
import org.hrbudget.rules.authoring.internal.impact.ImpactJson;
import org.hrbudget.validation.ComparedReports;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.PackManifest;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.ValidationReport;
import org.hrbudget.validation.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a reform changes for budgets, each of its own. Budgets that could not be read are among them, with the reason.
 *
 * @param before the pack before the reform
 * @param after the pack after it
 * @param fiscalYear the fiscal year of the budgets
 * @param budgets what changes for each, in the order given
 */
public record ImpactReport(PackManifest before, PackManifest after, FiscalYear fiscalYear, List<OfBudget> budgets) {

    /**
     * The version of the shape in which {@link #write} writes: {@value}; a number after the dot adds keys, the one before it changes or
     * removes some.
     */
    public static final String SCHEMA_VERSION = "1.0";

    /** Copies the list. */
    public ImpactReport {
        budgets = List.copyOf(budgets);
    }

    /**
     * {@return the report on budgets}
     *
     * @param impact what was asked
     * @param budgets the answer for each budget
     */
    public static ImpactReport of(PackImpact impact, List<OfBudget> budgets) {
        return new ImpactReport(impact.before().manifest(), impact.after().manifest(), impact.fiscalYear(), budgets);
    }

    /**
     * Writes this report as JSON in UTF-8, and a line end after it. Amounts are decimal strings without an exponent, texts are in both
     * languages under {@code en} and {@code es}, values that do not apply are {@code null}.
     *
     * @param out where to; flushed and left open
     * @param run what to say of this run, by name, such as its time; may be empty; the only part that may differ between two runs on one
     *     input
     * @throws IOException if the stream cannot take it
     */
    public void write(OutputStream out, Map<String, String> run) throws IOException {
        ImpactJson.write(this, run, out);
    }

    /**
     * The sums over budgets of one currency whose money is told by one kind of amount.
     *
     * @param currency the currency
     * @param basis whose amount is told
     * @param budgets how many budgets there are
     * @param amount their money
     * @param effect the findings that change, with their lines and money
     * @param rights what changes for each right, by code
     */
    public record Sum(
            String currency,
            AmountKind basis,
            long budgets,
            BigDecimal amount,
            ComparedReports.Effect effect,
            List<OfRight> rights) {

        /** Copies the list. */
        public Sum {
            rights = List.copyOf(rights);
        }
    }

    private record Basis(String currency, AmountKind kind) {}

    /** {@return the packs that do not govern the fiscal year: what they say of its budgets is what they would say} */
    public List<PackManifest> notGoverning() {
        return Stream.of(before, after)
                .filter(pack -> !pack.governs(fiscalYear))
                .toList();
    }

    /** {@return what changes for the budgets that could be read, in their order} */
    public List<OfBudget.Impact> outcomes() {
        return budgets.stream().flatMap(budget -> budget.read().stream()).toList();
    }

    /** {@return the rules that change, over all budgets: each with the sums over those budgets where it does, in the order in which
     * they have them} */
    public List<OfRule> rules() {
        Map<String, OfRule> rules = new LinkedHashMap<>();
        outcomes().forEach(outcome -> outcome.rules().forEach(rule -> rules.merge(rule.ruleId(), rule, OfRule::plus)));
        return List.copyOf(rules.values());
    }

    /** {@return the sums, one for each currency and kind of amount, in the order in which budgets have them} */
    public List<Sum> sums() {
        return outcomes().stream()
                .collect(Collectors.groupingBy(
                        outcome -> new Basis(outcome.currency(), outcome.basis()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(part -> sum(part.getKey(), part.getValue()))
                .toList();
    }

    private static Sum sum(Basis basis, List<OfBudget.Impact> outcomes) {
        Map<String, OfRight> rights = new LinkedHashMap<>();
        outcomes.forEach(outcome -> outcome.rights()
                .forEach(right -> rights.merge(
                        right.right().code(),
                        right,
                        (a, b) -> new OfRight(a.right(), a.effect().plus(b.effect())))));
        return new Sum(
                basis.currency(),
                basis.kind(),
                outcomes.size(),
                outcomes.stream()
                        .map(OfBudget.Impact::amount)
                        .reduce(ComparedReports.Effect.NONE.amount(), BigDecimal::add),
                outcomes.stream()
                        .map(OfBudget.Impact::effect)
                        .reduce(ComparedReports.Effect.NONE, ComparedReports.Effect::plus),
                rights.values().stream()
                        .sorted(Comparator.comparing(right -> right.right().code()))
                        .toList());
    }

    /** {@return whether anything changes for a budget that could be read} */
    public boolean changed() {
        return outcomes().stream().anyMatch(OfBudget.Impact::changed);
    }

    /** {@return the first budget that could not be read and judged whole, if there is one} */
    public Optional<OfBudget> notWhole() {
        return budgets.stream().filter(budget -> !budget.whole()).findFirst();
    }

    /**
     * What a reform changes for one unit. A unit's verdict follows the budget's measure: {@code NOT_COMPLIANT} with an error among the
     * findings on its lines, its links or itself; else {@code UNDETERMINED} where promised data of it is missing to a rule, or a
     * rule failed; else {@code COMPLIANT}.
     *
     * @param unitCode the unit
     * @param unitName its name, where given
     * @param amount the money of all its lines
     * @param before how it stands with the pack before
     * @param after how it stands with the pack after
     * @param effect the findings that change, with their lines and money
     */
    public record OfUnit(
            String unitCode,
            @Nullable String unitName,
            BigDecimal amount,
            ValidationReport.UnitStanding before,
            ValidationReport.UnitStanding after,
            ComparedReports.Effect effect) {

        /** {@return whether its verdict changes} */
        public boolean changesVerdict() {
            return before.verdict() != after.verdict();
        }
    }

    /**
     * What a reform changes for one right or population group.
     *
     * @param right the right or group
     * @param effect the findings that change on lines that link an action of it, and on the right or an action of it themselves; a
     *     line counts whole for each right it links, so that the amounts of several rights may add up to more than the money there is
     */
    public record OfRight(HumanRight right, ComparedReports.Effect effect) {}

    /**
     * What a reform changes for one budget.
     *
     * @param name what the budget is called
     * @param unread why nothing of it could be read, or {@code null} where it was
     * @param outcome what changes, or {@code null} where nothing could be read
     */
    public record OfBudget(
            String name,
            @Nullable Bilingual unread,
            @Nullable Impact outcome) {

        /**
         * What a reform changes for a budget that could be read.
         *
         * @param inputs the row account of each input; the same for both packs
         * @param currency the budget's currency
         * @param basis whose amount is told: proposed in a draft, else approved
         * @param lines the lines of the whole budget
         * @param amount their money
         * @param before the verdict with the pack before
         * @param after the verdict with the pack after
         * @param problems what could not be evaluated with one pack or the other, and why
         * @param effect the findings that change, with their lines and money, each line once
         * @param rules the rules that change: those of the pack after in the order of its law, then those that ended
         * @param units the units for which something changes, by code
         * @param withoutUnit what changes for lines that name no unit
         * @param rights the rights and population groups for which something changes, in the programme's order
         */
        public record Impact(
                List<Input.Account> inputs,
                String currency,
                AmountKind basis,
                long lines,
                BigDecimal amount,
                Verdict before,
                Verdict after,
                List<ValidationReport.Problem> problems,
                ComparedReports.Effect effect,
                List<OfRule> rules,
                List<ImpactReport.OfUnit> units,
                ComparedReports.Effect withoutUnit,
                List<ImpactReport.OfRight> rights) {

            /** Copies the lists. */
            public Impact {
                inputs = List.copyOf(inputs);
                problems = List.copyOf(problems);
                rules = List.copyOf(rules);
                units = List.copyOf(units);
                rights = List.copyOf(rights);
            }

            /** {@return the rows that could not become lines} */
            public long rowsRejected() {
                return inputs.stream().mapToLong(Input.Account::rowsRejected).sum();
            }

            /** {@return the units whose verdict changes, by code} */
            public List<ImpactReport.OfUnit> unitsThatChangeVerdict() {
                return units.stream()
                        .filter(ImpactReport.OfUnit::changesVerdict)
                        .toList();
            }

            /** {@return whether anything changes: the verdict, a finding, a unit, or what a rule could judge} */
            public boolean changed() {
                return before != after
                        || effect.findings() > 0
                        || !units.isEmpty()
                        || rules.stream().anyMatch(OfRule::matters);
            }
        }

        /** {@return what changes, if the budget could be read} */
        public Optional<Impact> read() {
            return Optional.ofNullable(outcome);
        }

        /** {@return whether all of it was read and judged: no row was rejected, and nothing kept a rule or a file from its end} */
        public boolean whole() {
            return outcome != null
                    && outcome.rowsRejected() == 0
                    && outcome.problems().isEmpty();
        }
    }

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
    public record OfRule(
            String ruleId,
            Bilingual title,
            @Nullable Side before,
            @Nullable Side after,
            Shift shift,
            List<Cause> causes,
            ComparedReports.Effect effect) {

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
        public OfRule {
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
        static Optional<OfRule> between(
                @Nullable LedgerEntry before,
                @Nullable LedgerEntry after,
                ComparedReports.Effect effect,
                List<Cause> causes) {
            LedgerEntry named = after != null ? after : before;
            return named == null
                    ? Optional.empty()
                    : between(named.rule().id(), named.rule().title(), Side.of(before), Side.of(after), effect, causes);
        }

        /** {@return this and the same rule's changes in another budget together} */
        OfRule plus(OfRule other) {
            Side sumBefore = before == null || other.before == null ? before : before.plus(other.before);
            Side sumAfter = after == null || other.after == null ? after : after.plus(other.after);
            ComparedReports.Effect sum = effect.plus(other.effect);
            return between(ruleId, title, sumBefore, sumAfter, sum, causes)
                    // What changed in each may cancel out in both.
                    .orElse(new OfRule(ruleId, title, sumBefore, sumAfter, Shift.BITES_ELSEWHERE, causes, sum));
        }

        private static Optional<OfRule> between(
                String id,
                Bilingual title,
                @Nullable Side before,
                @Nullable Side after,
                ComparedReports.Effect effect,
                List<Cause> causes) {
            return shift(before, after, effect)
                    .map(shift -> new OfRule(id, title, before, after, shift, causes, effect));
        }

        private static Optional<Shift> shift(
                @Nullable Side before, @Nullable Side after, ComparedReports.Effect effect) {
            if (before == null || after == null) {
                return Optional.of(before == null ? begins(after) : ends(before));
            }
            if (after.outcome == LedgerEntry.Outcome.UNDETERMINED
                    && before.outcome != LedgerEntry.Outcome.UNDETERMINED) {
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
}
