package org.hrbudget.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** From file to report: each program in a process of its own, one after the other, round after round. */
final class FileToReport implements Comparison {

    /** Runs of a trial are so many that they read some million lines, and not more than this. */
    private static final long MOST_RUNS = 21;

    private static final long LINES_OF_A_TRIAL = 3_000_000;

    /** Two sides and what their ratio is hoped to be. */
    private record Ratio(String of, Side one, Side other, Row.Aim aim) {}

    @Override
    public String name() {
        return "file-to-report";
    }

    @Override
    public String about() {
        return "file to report against Jackson, hand-written Java, plain Drools, Evrete, and one thread against several";
    }

    @Override
    public List<Row> run(Settings settings) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (long size : settings.lines()) {
            GivenBudget warmUp = settings.folder().planted(settings.warmUpLines());
            GivenBudget budget = settings.folder().planted(size);
            rows.addAll(onOne(settings, budget, warmUp, size, size <= settings.engineSize()));
        }
        rows.addAll(account(settings));
        return rows;
    }

    private static List<Row> account(Settings settings) throws IOException {
        Path account = settings.account();
        if (account == null || !Files.exists(account)) {
            return List.of(
                    Row.skipped("file to report, public account of 2010", "no account: give its file with --account"));
        }
        GivenBudget warmUp = settings.folder().account(account, settings.warmUpLines());
        GivenBudget budget = settings.folder().account(account, settings.accountRows());
        return onOne(settings, budget, warmUp, settings.accountRows(), false);
    }

    /** What fails at one size, such as for want of memory, says nothing of the others. */
    private static List<Row> onOne(
            Settings settings, GivenBudget budget, GivenBudget warmUp, long size, boolean engines) {
        try {
            return compared(settings, budget, warmUp, size, engines);
        } catch (IOException e) {
            settings.say(String.valueOf(e.getMessage()));
            return List.of(Row.failed("file to report, " + budget.file().getFileName(), e));
        }
    }

    private static List<Row> compared(
            Settings settings, GivenBudget budget, GivenBudget warmUp, long size, boolean engines) throws IOException {
        List<Ratio> ratios = ratios(settings.threads(), engines);
        List<Side> sides = ratios.stream()
                .flatMap(ratio -> List.of(ratio.one(), ratio.other()).stream())
                .distinct()
                .toList();
        int runs = (int) Math.max(1, Math.min(MOST_RUNS, LINES_OF_A_TRIAL / size));
        Side.Order order = new Side.Order(budget, warmUp, settings.warmUpMillis(), runs, false, settings.flags());
        List<Map<Side, Trial>> rounds = new ArrayList<>();
        for (int round = 1; round <= settings.rounds(); round++) {
            rounds.add(round(settings, sides, order, "round " + round + " on " + budget.file()));
        }
        String where = budget.kind() == GivenBudget.Kind.PLANTED
                ? Row.number("%,d planted lines", size)
                : Row.number("public account of 2010 repeated to %,d rows", size);
        return ratios.stream().map(ratio -> row(ratio, rounds, where, size)).toList();
    }

    private static List<Ratio> ratios(int threads, boolean engines) {
        Side ours = new Side(Program.HRBUDGET, 1);
        Side oursShared = new Side(Program.HRBUDGET, threads);
        Side jackson = new Side(Program.JACKSON, 1);
        Side jacksonCut = new Side(Program.JACKSON, threads);
        Side byHand = new Side(Program.HANDWRITTEN, 1);
        Side byHandShared = new Side(Program.HANDWRITTEN, threads);
        List<Ratio> ratios = new ArrayList<>(List.of(
                new Ratio("time", ours, jackson, Row.Aim.atMost(1.5)),
                new Ratio("time", oursShared, jacksonCut, Row.Aim.atMost(1.5)),
                new Ratio("time", oursShared, jackson, Row.Aim.none()),
                new Ratio("time", ours, byHand, Row.Aim.atMost(1.3)),
                new Ratio("time", oursShared, byHandShared, Row.Aim.atMost(1.3)),
                new Ratio("throughput", oursShared, ours, Row.Aim.atLeast(1.8))));
        if (engines) {
            Side drools = new Side(Program.DROOLS, 1);
            ratios.add(new Ratio("time", ours, drools, Row.Aim.atMost(0.25)));
            ratios.add(new Ratio("heap kept", ours, drools, Row.Aim.none()));
            ratios.add(new Ratio("time", ours, new Side(Program.EVRETE, 1), Row.Aim.atMost(0.5)));
        }
        return ratios;
    }

    private static Map<Side, Trial> round(Settings settings, List<Side> sides, Side.Order order, String what)
            throws IOException {
        Map<Side, Trial> trials = new LinkedHashMap<>();
        for (Side side : sides) {
            settings.say(what + ": " + side);
            trials.put(side, side.trial(order));
        }
        Side.requireAgreement(trials);
        return trials;
    }

    private static Row row(Ratio ratio, List<Map<Side, Trial>> rounds, String where, long size) {
        List<Double> figures = new ArrayList<>();
        List<Double> ones = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        for (Map<Side, Trial> round : rounds) {
            double one = figure(ratio.of(), trial(round, ratio.one()), size);
            double other = figure(ratio.of(), trial(round, ratio.other()), size);
            ones.add(one);
            others.add(other);
            figures.add(one / other);
        }
        String unit = switch (ratio.of()) {
            case "time" -> "ms";
            case "throughput" -> "thousand lines/s";
            default -> "MB after a collection";
        };
        String note = Spread.of(ones).text("%.0f") + " / " + Spread.of(others).text("%.0f") + " " + unit;
        String compared = ratio.of() + ", " + ratio.one() + " / " + ratio.other() + ": " + where;
        return Row.ofRatios(compared, ratio.aim(), Spread.of(figures), note);
    }

    private static double figure(String of, Trial trial, long size) {
        return switch (of) {
            case "time" -> trial.time();
            case "throughput" -> size / trial.time();
            default -> trial.peakKept() / 1e6;
        };
    }

    private static Trial trial(Map<Side, Trial> round, Side side) {
        return Objects.requireNonNull(round.get(side), side.toString());
    }
}
