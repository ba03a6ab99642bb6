package org.hrbudget.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What two rules cost that join the sums of units: to each line, and for each unit. */
final class JoiningRules implements Comparison {

    private static final Side WITHOUT = new Side(Program.HRBUDGET, 1);
    private static final Side WITH = new Side(Program.JOINING, 1);

    @Override
    public String name() {
        return "joining-rules";
    }

    @Override
    public String about() {
        return "two rules that join sums: a budget of the largest size with them and without, and one more thousand units";
    }

    @Override
    public List<Row> run(Settings settings) throws IOException {
        long size = settings.lines().get(settings.lines().size() - 1);
        GivenBudget budget = settings.folder().planted(size);
        GivenBudget warmUp = settings.folder().planted(settings.warmUpLines());
        Side.Order order =
                new Side.Order(budget, warmUp, settings.warmUpMillis(), 1, false, settings.flags("-Xmx256m"));
        List<Trial> without = new ArrayList<>();
        List<Trial> with = new ArrayList<>();
        for (int round = 1; round <= settings.rounds(); round++) {
            settings.say("joining rules, round " + round);
            without.add(WITHOUT.trial(order));
            with.add(WITH.trial(order));
            requireAgreement(
                    without.get(round - 1).outcome(), with.get(round - 1).outcome());
        }
        String where = Row.number("%,d lines in -Xmx256m", size);
        return List.of(
                row("time, " + where, Row.Aim.atMost(1.05), with, without, true),
                row("peak heap left by a collection, " + where, Row.Aim.none(), with, without, false),
                Growth.grow(settings, budget, GrowthMain.Of.UNITS_JOINED, "one more thousand units, two joining rules"),
                Growth.grow(settings, budget, GrowthMain.Of.UNITS, "one more thousand units, without them"));
    }

    private static Row row(String compared, Row.Aim aim, List<Trial> with, List<Trial> without, boolean time) {
        List<Double> ones = with.stream().map(trial -> figure(trial, time)).toList();
        List<Double> others = without.stream().map(trial -> figure(trial, time)).toList();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ones.size(); i++) {
            ratios.add(ones.get(i) / others.get(i));
        }
        Map<String, Long> findings = with.get(0).outcome().findings();
        String note = Row.number(
                "%s / %s %s; %,d findings of the one, %,d of the other",
                Spread.of(ones).text("%.0f"),
                Spread.of(others).text("%.0f"),
                time ? "ms" : "MB",
                findings.getOrDefault(JoiningPack.ABOVE, 0L),
                findings.getOrDefault(JoiningPack.BELOW, 0L));
        return Row.ofRatios(compared + ", two joining rules / without them", aim, Spread.of(ratios), note);
    }

    private static double figure(Trial trial, boolean time) {
        return time ? trial.time() : Math.max(1, trial.peakKept() / 1e6);
    }

    /** Fails unless both found the same by the rules that both have, and each of the two others found something. */
    private static void requireAgreement(Outcome without, Outcome with) throws IOException {
        Map<String, Long> shared = new HashMap<>(with.findings());
        shared.keySet().removeAll(Set.of(JoiningPack.ABOVE, JoiningPack.BELOW));
        boolean met = with.findings().size() == shared.size() + 2;
        if (!met || with.rows() != without.rows() || !shared.equals(without.findings())) {
            throw new IOException("The rules that join disagree with the others: " + with + " and " + without);
        }
    }
}
