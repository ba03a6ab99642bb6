package org.hrbudget.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much heap a budget takes: at one size against ten times that, and against an engine that holds all lines. */
final class PeakHeap implements Comparison {

    private static final int LIMIT_MEGABYTES = 256;
    private static final double MEGABYTE = 1 << 20;

    @Override
    public String name() {
        return "peak-heap";
    }

    @Override
    public String about() {
        return "heap at the largest size against the one before, within 256 MB; least heap that does, against plain Drools";
    }

    @Override
    public List<Row> run(Settings settings) throws IOException {
        List<Row> rows = new ArrayList<>(growing(settings));
        rows.addAll(leastHeaps(settings));
        return rows;
    }

    private static List<Row> growing(Settings settings) throws IOException {
        int sizes = settings.lines().size();
        if (sizes < 2) {
            return List.of(Row.skipped("heap at two sizes", "only one size was asked for"));
        }
        long small = settings.lines().get(sizes - 2);
        long large = settings.lines().get(sizes - 1);
        List<String> flags = settings.flags("-Xmx" + LIMIT_MEGABYTES + "m");
        Side.Order onSmall = Side.Order.cold(settings.folder().planted(small), flags);
        Side.Order onLarge =
                Side.Order.cold(settings.folder().planted(large), flags).hashed();
        Side shared = new Side(Program.HRBUDGET, settings.threads());
        List<Trial> smallTrials = new ArrayList<>();
        List<Trial> largeTrials = new ArrayList<>();
        for (int round = 1; round <= settings.rounds(); round++) {
            settings.say("heap, round " + round);
            smallTrials.add(shared.trial(onSmall));
            largeTrials.add(shared.trial(onLarge));
        }
        settings.say("heap, one thread");
        Trial alone = new Side(Program.HRBUDGET, 1).trial(onLarge);
        String sizesCompared = Row.number("%,d lines / %,d lines in -Xmx%dm", large, small, LIMIT_MEGABYTES);
        return List.of(
                ratio("peak heap in use, " + sizesCompared, smallTrials, largeTrials, true),
                ratio("peak heap left by a collection, " + sizesCompared, smallTrials, largeTrials, false),
                sameReport(largeTrials, alone, large));
    }

    private static Row ratio(String compared, List<Trial> small, List<Trial> large, boolean used) {
        List<Double> ratios = new ArrayList<>();
        List<Double> megabytes = new ArrayList<>();
        for (int i = 0; i < small.size(); i++) {
            // A small budget may need no collection at all, and then none left anything.
            double one = bytes(large.get(i), used);
            double other = Math.max(MEGABYTE, bytes(small.get(i), used));
            ratios.add(one / other);
            megabytes.add(one / MEGABYTE);
        }
        String note = "at the larger size " + Spread.of(megabytes).text("%.0f") + " MB";
        return Row.ofRatios(compared, used ? Row.Aim.atMost(1.1) : Row.Aim.none(), Spread.of(ratios), note);
    }

    private static double bytes(Trial trial, boolean used) {
        return (double) (used ? trial.peakUsed() : trial.peakKept());
    }

    private static Row sameReport(List<Trial> trials, Trial alone, long lines) {
        String hash = String.valueOf(alone.reportHash());
        boolean same = trials.stream().allMatch(trial -> hash.equals(trial.reportHash()));
        boolean exact = alone.outcome().rows() == lines
                && trials.stream().allMatch(trial -> trial.outcome().rows() == lines);
        return new Row(
                Row.number("report of %,d lines, several threads / one", lines),
                "same bytes, every row accounted for",
                (same ? "same bytes" : "other bytes") + ", " + (exact ? "all rows" : "not all rows"),
                same && exact ? "yes" : "no",
                "SHA-256 " + hash);
    }

    private static List<Row> leastHeaps(Settings settings) throws IOException {
        Map<Long, Double> ours = new TreeMap<>();
        List<Row> rows = new ArrayList<>();
        int sizes = settings.lines().size();
        if (sizes > 1) {
            long small = settings.lines().get(sizes - 2);
            long large = settings.lines().get(sizes - 1);
            rows.add(leastRow(
                    Row.number("%,d lines / %,d lines", large, small),
                    Row.Aim.atMost(1.1),
                    ours(settings, ours, large),
                    ours(settings, ours, small),
                    settings));
        }
        long size = settings.engineSize();
        rows.add(leastRow(
                Row.number("hrbudget / plain Drools, %,d lines", size),
                Row.Aim.atMost(0.1),
                ours(settings, ours, size),
                least(settings, new Side(Program.DROOLS, 1), settings.folder().planted(size)),
                settings));
        return rows;
    }

    private static Row leastRow(String compared, Row.Aim aim, double one, double other, Settings settings) {
        return new Row(
                "least heap (-Xmx, serial collector) that does, " + compared,
                aim.text(),
                Row.number("%.3f", one / other),
                aim.met(one / other),
                Row.number("%.0f MB / %.0f MB, found to within %.0f %%", one, other, settings.precision() * 100));
    }

    /** {@return the least heap of the library, looked for once at each size} */
    private static double ours(Settings settings, Map<Long, Double> known, long size) throws IOException {
        Double least = known.get(size);
        if (least == null) {
            least = least(
                    settings, new Side(Program.HRBUDGET, 1), settings.folder().planted(size));
            known.put(size, least);
        }
        return least;
    }

    /** By halving. A heap does if the program ends without error, and within three times the time it takes with plenty. */
    private static double least(Settings settings, Side side, GivenBudget budget) throws IOException {
        int enough = 64;
        long seconds = 3600;
        Fork.End end = run(settings, side, budget, enough, seconds);
        while (end.exit() != 0) {
            enough *= 2;
            if (enough > 1 << 17) {
                throw new IOException(side + " does not end in " + enough + " MB:\n" + end.output());
            }
            end = run(settings, side, budget, enough, seconds);
        }
        // What just fits may be slow for collections, and with twice that it has plenty.
        seconds = 10
                + (long) (3 * run(settings, side, budget, 2 * enough, seconds).millis() / 1000);
        int tooLittle = enough == 64 ? 4 : enough / 2;
        while (enough - tooLittle > Math.max(1, settings.precision() * enough)) {
            int half = (enough + tooLittle) / 2;
            settings.say("least heap of " + side + ": " + half + " MB?");
            if (run(settings, side, budget, half, seconds).exit() == 0) {
                enough = half;
            } else {
                tooLittle = half;
            }
        }
        return enough;
    }

    private static Fork.End run(Settings settings, Side side, GivenBudget budget, int megabytes, long seconds)
            throws IOException {
        List<String> flags =
                settings.flags("-Xmx" + megabytes + "m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
        return side.fork(Side.Order.cold(budget, flags)).within(seconds).run();
    }
}
