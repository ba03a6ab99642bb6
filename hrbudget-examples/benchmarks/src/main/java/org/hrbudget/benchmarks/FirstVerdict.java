package org.hrbudget.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** From the start of a JVM to its end, with a small budget judged in between. */
final class FirstVerdict implements Comparison {

    private static final long LINES = 100;
    private static final List<String> ONE_COMPILER = List.of("-XX:TieredStopAtLevel=1");
    private static final Row.Aim IN_TIME = new Row.Aim("under 0.8 s", 0.8, true);

    /** Flags of a JVM, and what they are called. */
    private record Start(String name, List<String> flags, List<String> otherFlags) {}

    @Override
    public String name() {
        return "first-verdict";
    }

    @Override
    public String about() {
        return "cold JVM to first verdict against plain Drools building the same rules, also with C1 alone and class-data sharing";
    }

    @Override
    public List<Row> run(Settings settings) throws IOException {
        GivenBudget budget = settings.folder().planted(LINES);
        List<Row> rows = new ArrayList<>();
        Start plain = new Start("as it comes", List.of(), List.of());
        rows.addAll(compare(settings, budget, plain));
        rows.addAll(compare(settings, budget, new Start("C1 alone", ONE_COMPILER, ONE_COMPILER)));
        if (hasFolders(System.getProperty("java.class.path"))) {
            rows.add(Row.skipped(
                    "first verdict with class-data sharing", "the class path has folders: run it from the jar"));
        } else {
            rows.addAll(compare(settings, budget, sharing(settings, budget)));
        }
        rows.addAll(demo(settings));
        return rows;
    }

    private static List<Row> compare(Settings settings, GivenBudget budget, Start start) throws IOException {
        List<Double> ratios = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 1; round <= settings.rounds(); round++) {
            settings.say("first verdict, " + start.name() + ", round " + round);
            double one = seconds(fork(Program.HRBUDGET, budget, start.flags()));
            double other = seconds(fork(Program.DROOLS, budget, start.otherFlags()));
            ours.add(one);
            theirs.add(other);
            ratios.add(one / other);
        }
        String note = Spread.of(ours).text("%.2f") + " / " + Spread.of(theirs).text("%.2f") + " s";
        String compared = "first verdict on " + LINES + " lines, " + start.name();
        return List.of(
                Row.ofRatios(compared + ", hrbudget / plain Drools", Row.Aim.atMost(0.4), Spread.of(ratios), note),
                absolute(compared + ", hrbudget", ours));
    }

    private static Row absolute(String compared, List<Double> seconds) {
        Spread spread = Spread.of(seconds);
        return new Row(compared, IN_TIME.text(), spread.text("%.2f") + " s", IN_TIME.met(spread.median()), "");
    }

    private static Fork fork(Program program, GivenBudget budget, List<String> flags) {
        String items = Objects.requireNonNull(budget.items(), "items").toString();
        return Fork.jvm(
                flags,
                FirstVerdictMain.class,
                List.of(program.name(), budget.file().toString(), items));
    }

    private static double seconds(Fork fork) throws IOException {
        Fork.End end = fork.run();
        if (end.exit() != 0) {
            throw new IOException("A first verdict was not given:\n" + end.output());
        }
        return end.millis() / 1000;
    }

    private static Start sharing(Settings settings, GivenBudget budget) throws IOException {
        return new Start(
                "C1 alone and class-data sharing",
                archive(settings, budget, Program.HRBUDGET),
                archive(settings, budget, Program.DROOLS));
    }

    private static List<String> archive(Settings settings, GivenBudget budget, Program program) throws IOException {
        Path archive = settings.folder().path().resolve(program.name() + ".jsa");
        Files.deleteIfExists(archive);
        seconds(fork(program, budget, List.of("-XX:ArchiveClassesAtExit=" + archive)));
        List<String> flags = new ArrayList<>(ONE_COMPILER);
        flags.add("-XX:SharedArchiveFile=" + archive);
        return flags;
    }

    private static boolean hasFolders(String classPath) {
        return List.of(classPath.split(File.pathSeparator, -1)).stream()
                .anyMatch(part -> Files.isDirectory(Path.of(part)));
    }

    private static List<Row> demo(Settings settings) throws IOException {
        Path jar = settings.demo();
        if (jar == null || !Files.exists(jar)) {
            return List.of(Row.skipped("first verdict on the demo", "no command line: give its jar with --demo"));
        }
        Path archive = settings.folder().path().resolve("demo.jsa");
        Files.deleteIfExists(archive);
        demo(jar, List.of("-XX:ArchiveClassesAtExit=" + archive));
        List<String> sharing = new ArrayList<>(ONE_COMPILER);
        sharing.add("-XX:SharedArchiveFile=" + archive);
        List<Start> starts = List.of(
                new Start("as it comes", List.of(), List.of()),
                new Start("C1 alone", ONE_COMPILER, List.of()),
                new Start("C1 alone and class-data sharing", sharing, List.of()));
        List<Row> rows = new ArrayList<>();
        for (Start start : starts) {
            List<Double> seconds = new ArrayList<>();
            for (int round = 1; round <= settings.rounds(); round++) {
                seconds.add(demo(jar, start.flags()));
            }
            rows.add(absolute("demo of the command line, " + start.name(), seconds));
        }
        return rows;
    }

    /** The demo finds errors on purpose, and its exit code says so. */
    private static double demo(Path jar, List<String> flags) throws IOException {
        List<String> command = new ArrayList<>(List.of(Fork.java()));
        command.addAll(flags);
        command.addAll(List.of("-jar", jar.toString(), "demo"));
        Fork.End end = new Fork(command, 600).run();
        if (end.exit() != 0 && end.exit() != 1) {
            throw new IOException("The demo failed:\n" + end.output());
        }
        return end.millis() / 1000;
    }
}
