package org.hrbudget.rules.authoring;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.Bilingual;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.rules.authoring.internal.impact.ImpactParts;
import org.hrbudget.validation.LedgerEntry;
import org.hrbudget.validation.Problem;
import org.hrbudget.validation.Severity;
import org.hrbudget.validation.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The impact of a reform as its JSON has it, component for key; {@link org.hrbudget.report.JsonDocument} writes it. Amounts are
 * decimal strings without an exponent, texts are in both languages under {@code en} and {@code es}. Immutable.
 *
 * @param schemaVersion the version of this shape: {@value #SCHEMA_VERSION}; a number after the dot adds keys, the one before it
 *     changes or removes some
 * @param tool what made the document
 * @param before the pack before the reform
 * @param after the pack after it
 * @param fiscalYear the fiscal year of the budgets
 * @param changed whether anything changes for a budget that could be read
 * @param complete whether every budget could be read and judged whole
 * @param rules the rules that change, over all budgets, with the sums over the budgets where they do
 * @param sums the sums over budgets, one for each currency and kind of amount
 * @param budgets what changes for each budget, in the order given, those that could not be read among them
 * @param run how this run came about, such as its time; the only part that may differ between two runs on one input
 */
public record ImpactDocument(
        String schemaVersion,
        ReportDocument.Tool tool,
        Pack before,
        Pack after,
        int fiscalYear,
        boolean changed,
        boolean complete,
        List<Rule> rules,
        List<Sum> sums,
        List<Budget> budgets,
        Map<String, String> run) {

    /** The version of the shape this library writes. */
    public static final String SCHEMA_VERSION = "1.0";

    /**
     * A pack.
     *
     * @param jurisdiction whose law it is
     * @param version its version
     * @param title its title
     * @param governs whether it governs the fiscal year; else the impact is what it would say
     * @param sha256 the SHA-256 of each of its files, by path
     */
    public record Pack(
            String jurisdiction, String version, Bilingual title, boolean governs, Map<String, String> sha256) {

        /** Copies the map. */
        public Pack {
            sha256 = inOrder(sha256);
        }
    }

    /**
     * How far a change reaches.
     *
     * @param gained the findings that only the pack after raises
     * @param lost the findings that only the pack before raises
     * @param reweighed the findings that both raise, with another severity
     * @param lines the lines that these findings are about, each once
     * @param amount the money of those lines, each once
     */
    public record Reach(long gained, long lost, long reweighed, long lines, String amount) {}

    /**
     * What changes about a rule.
     *
     * @param ruleId the rule
     * @param title the defect in a few words
     * @param shift what becomes of it
     * @param causes what the reform did to it
     * @param before what it did before, or {@code null} where it is new
     * @param after what it does after, or {@code null} where it ended
     * @param effect the findings that change
     */
    public record Rule(
            String ruleId,
            Bilingual title,
            ImpactReport.OfRule.Shift shift,
            List<ImpactReport.OfRule.Cause> causes,
            @Nullable Side before,
            @Nullable Side after,
            Reach effect) {}

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
            @Nullable Bilingual reason) {}

    /**
     * Sums over budgets.
     *
     * @param currency the currency
     * @param basis whose amount is told
     * @param budgets how many budgets there are
     * @param amount their money
     * @param effect the findings that change
     * @param rights what changes for each right
     */
    public record Sum(
            String currency, AmountKind basis, long budgets, String amount, Reach effect, List<Right> rights) {}

    /**
     * What changes for a right or population group.
     *
     * @param code its code
     * @param name its name
     * @param effect the findings that change; a line counts whole for each right it links
     */
    public record Right(String code, Bilingual name, Reach effect) {}

    /**
     * A budget.
     *
     * @param name what it is called
     * @param unread why nothing of it could be read, or {@code null}
     * @param outcome what changes, or {@code null} where nothing could be read
     */
    public record Budget(
            String name,
            @Nullable Bilingual unread,
            @Nullable Outcome outcome) {}

    /**
     * What changes for a budget.
     *
     * @param input the row account of each input
     * @param currency its currency
     * @param basis whose amount is told
     * @param amount its money
     * @param verdictBefore the verdict with the pack before
     * @param verdictAfter the verdict with the pack after
     * @param changed whether anything changes for it
     * @param problems what could not be evaluated with one pack or the other
     * @param effect the findings that change
     * @param rules the rules that change
     * @param units the units for which something changes, by code
     * @param withoutUnit what changes for lines that name no unit
     * @param rights what changes for each right
     */
    public record Outcome(
            List<ReportDocument.Input> input,
            String currency,
            AmountKind basis,
            String amount,
            Verdict verdictBefore,
            Verdict verdictAfter,
            boolean changed,
            List<Fault> problems,
            Reach effect,
            List<Rule> rules,
            List<Unit> units,
            Reach withoutUnit,
            List<Right> rights) {}

    /**
     * Something that could not be evaluated.
     *
     * @param kind what is at fault
     * @param subject the file, the rule or the pack
     * @param message what happened and what to do
     */
    public record Fault(Problem.Kind kind, String subject, Bilingual message) {}

    /**
     * What changes for a unit.
     *
     * @param unit its code
     * @param name its name, or {@code null}
     * @param amount the money of all its lines
     * @param before how it stands with the pack before
     * @param after how it stands with the pack after
     * @param effect the findings that change
     */
    public record Unit(
            String unit, @Nullable String name, String amount, Standing before, Standing after, Reach effect) {}

    /**
     * How a unit stands with a pack.
     *
     * @param verdict its verdict
     * @param errors its findings of that severity
     * @param warnings its findings of that severity
     * @param reviews its findings of that severity
     * @param remarks its findings of that severity
     * @param undetermined its facts that a rule could not judge, once for each such rule
     */
    public record Standing(
            Verdict verdict, long errors, long warnings, long reviews, long remarks, long undetermined) {}

    /** Copies the lists and the map. */
    public ImpactDocument {
        rules = List.copyOf(rules);
        sums = List.copyOf(sums);
        budgets = List.copyOf(budgets);
        run = inOrder(run);
    }

    /**
     * {@return the document of a report}
     *
     * @param report the report
     * @param run what to say of this run, by name, such as its time; may be empty
     */
    public static ImpactDocument of(ImpactReport report, Map<String, String> run) {
        return ImpactParts.document(report, run);
    }

    private static Map<String, String> inOrder(Map<String, String> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
