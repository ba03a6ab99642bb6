package org.hrbudget.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one more rule, one more pack and one more language cost, and whether the next costs the same. */
final class Growth implements Comparison {

    /** Where a time strays farther from the line than this part of the longest time, growth is not called linear. */
    private static final double STRAYS = 0.05;

    private static final int MOST_PACKS = 8;
    private static final Set<GrowthMain.Of> FEW = EnumSet.of(GrowthMain.Of.PACKS, GrowthMain.Of.LANGUAGES);
    private static final long MOST_LINES = 1_000_000;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String about() {
        return "the cost of one more rule, one more pack and one more language";
    }

    @Override
    public List<Row> run(Settings settings) throws IOException {
        long size =
                settings.lines().stream().filter(lines -> lines <= MOST_LINES).reduce(1L, Math::max);
        GivenBudget budget = settings.folder().planted(size);
        String lines = Row.number("%,d lines", size);
        return List.of(
                grow(settings, budget, GrowthMain.Of.RULES, "one more rule, validating " + lines),
                grow(settings, budget, GrowthMain.Of.LOADED_RULES, "one more rule, loading and compiling its pack"),
                grow(settings, budget, GrowthMain.Of.PACKS, "one more pack of eight rules, validating " + lines),
                grow(settings, budget, GrowthMain.Of.LANGUAGES, "one more language, JSON report of " + lines));
    }

    /** {@return how what is measured grows} */
    static Row grow(Settings settings, GivenBudget budget, GrowthMain.Of of, String compared) throws IOException {
        Path folder = settings.folder().path().resolve("packs");
        List<String> arguments =
                new ArrayList<>(List.of(of.name(), budget.file().toString(), folder.toString()));
        settings.growth().stream()
                .filter(number -> isMeasured(of, number))
                .forEach(number -> arguments.add(number.toString()));
        List<Double> slopes = new ArrayList<>();
        Map<Integer, List<Double>> all = new TreeMap<>();
        for (int round = 1; round <= settings.rounds(); round++) {
            settings.say("growth, " + compared + ", round " + round);
            Map<Integer, Double> points = points(
                    Fork.jvm(settings.flags(), GrowthMain.class, arguments).run());
            slopes.add(Line.through(points).slope());
            points.forEach((number, millis) ->
                    all.computeIfAbsent(number, any -> new ArrayList<>()).add(millis));
        }
        return row(compared, Spread.of(slopes), all);
    }

    private static Row row(String compared, Spread slopes, Map<Integer, List<Double>> all) {
        Map<Integer, Double> medians = new TreeMap<>();
        all.forEach((number, millis) -> medians.put(number, Spread.of(millis).median()));
        double strayed = Line.through(medians).residual();
        String times = medians.entrySet().stream()
                .map(point -> point.getKey() + ": " + Row.number("%.0f", point.getValue()))
                .collect(Collectors.joining(", "));
        String note = Row.number("strays from the line by at most %.1f %% of the longest; %s ms", strayed * 100, times);
        return new Row(compared, "linear", slopes.text("%.2f") + " ms", strayed <= STRAYS ? "yes" : "no", note);
    }

    private static boolean isMeasured(GrowthMain.Of of, int number) {
        return !FEW.contains(of) || number <= MOST_PACKS;
    }

    private static Map<Integer, Double> points(Fork.End end) throws IOException {
        end.line(GrowthMain.MARK);
        Map<Integer, Double> points = new TreeMap<>();
        end.output().lines().filter(line -> line.startsWith(GrowthMain.MARK)).forEach(line -> {
            String[] words = line.substring(GrowthMain.MARK.length()).split(" ", -1);
            points.put(Integer.valueOf(words[0]), Double.valueOf(words[1]));
        });
        return points;
    }
}
