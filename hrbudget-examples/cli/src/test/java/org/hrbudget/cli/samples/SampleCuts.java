package org.hrbudget.cli.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.summary.ActionSummary;
import org.hrbudget.summary.Summaries;

/** What 2010 gave to the actions that 2011 funds again: no more than 2011 does, but for those that are cut. */
final class SampleCuts {

    private static final BigDecimal NINE = BigDecimal.valueOf(9);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final Baseline drawn;
    private final TreeMap<String, BigDecimal> now = new TreeMap<>();

    private SampleCuts(Baseline drawn) {
        this.drawn = drawn;
    }

    static SampleCuts of(Baseline drawn, HumanRightsProgramme programme, List<SpendingLine> lines) {
        SampleCuts cuts = new SampleCuts(drawn);
        Summaries.Tally tally = Summaries.Tally.of(BudgetPhase.PAID, programme);
        lines.forEach(tally::add);
        tally.summaries(drawn).actions().stream()
                .filter(action -> action.funded() && Boolean.TRUE.equals(action.fundedLastYear()))
                .forEach(action -> cuts.now.put(action.code(), centavos(action)));
        return cuts;
    }

    /** {@return the baseline without a cut} */
    Baseline none() {
        return baseline(new TreeMap<>());
    }

    /**
     * {@return the baseline with two cuts, one of a centavo more than a tenth and one of nearly all, and beside them a cut of a tenth:
     * the law of the programme, which did not exist when the draft was due, finds the two}
     */
    Baseline planted() {
        List<String> codes = List.copyOf(now.keySet());
        TreeMap<String, BigDecimal> before = new TreeMap<>();
        before.put(codes.get(0), limit(codes.get(0)).add(LineEdits.CENTAVO));
        before.put(codes.get(1), now(codes.get(1)).multiply(THOUSAND));
        before.put(codes.get(2), limit(codes.get(2)));
        return baseline(before);
    }

    /** {@return the most that 2010 may have given for what is left not to be a cut} */
    private BigDecimal limit(String code) {
        return now(code).multiply(BigDecimal.TEN).divide(NINE, 2, RoundingMode.FLOOR);
    }

    private BigDecimal now(String code) {
        return now.getOrDefault(code, BigDecimal.ZERO);
    }

    private static BigDecimal centavos(ActionSummary action) {
        return action.amount().setScale(2, RoundingMode.FLOOR);
    }

    private Baseline baseline(Map<String, BigDecimal> before) {
        List<Baseline.FundedAction> actions = new ArrayList<>();
        for (Baseline.FundedAction action : drawn.actions().values()) {
            String code = action.actionCode();
            BigDecimal most = now.containsKey(code) ? action.amount().min(now(code)) : action.amount();
            actions.add(new Baseline.FundedAction(code, before.getOrDefault(code, most), action.dropReason()));
        }
        return Baseline.of(drawn.fiscalYear(), actions);
    }
}
