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
        rows.addAll(compare(settings, budget, new Start("as it comes", settings.flags(), settings.flags())));
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
        List<String> ours = new ArrayList<>(ONE_COMPILER);
        List<String> theirs = new ArrayList<>(ONE_COMPILER);
        ours.addAll(
                archive(settings, fork(Program.HRBUDGET, budget, archiving(settings, Program.HRBUDGET)), "hrbudget"));
        List<String> archived =
                archive(settings, fork(Program.DROOLS, budget, archiving(settings, Program.DROOLS)), "drools");
        theirs.addAll(archived);
        String name = "C1 alone and class-data sharing"
                + (archived.isEmpty() ? " (not for plain Drools, where this JDK fails to make the archive)" : "");
        return new Start(name, ours, theirs);
    }

    private static List<String> archiving(Settings settings, Program program) {
        Path folder = settings.folder().path();
        return List.of(
                "-XX:ArchiveClassesAtExit=" + archiveOf(folder, program.label()),
                "-Xlog:disable",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("archive-failed.log"));
    }

    private static Path archiveOf(Path folder, String name) {
        return folder.resolve(name + ".jsa");
    }

    /** {@return the flags that use an archive, none where it could not be made} */
    private static List<String> archive(Settings settings, Fork maker, String name) throws IOException {
        Path archive = archiveOf(settings.folder().path(), name);
        Files.deleteIfExists(archive);
        Fork.End end = maker.run();
        return end.exit() <= 1 && Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of();
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
        Path archive = archiveOf(settings.folder().path(), "demo");
        Fork maker = demoFork(jar, List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable"));
        List<String> sharing = new ArrayList<>(ONE_COMPILER);
        sharing.addAll(archive(settings, maker, "demo"));
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

    private static Fork demoFork(Path jar, List<String> flags) {
        List<String> command = new ArrayList<>(List.of(Fork.java()));
        command.addAll(flags);
        command.addAll(List.of("-jar", jar.toString(), "demo"));
        return new Fork(command, 600);
    }

    /** The demo finds errors on purpose, and its exit code says so. */
    private static double demo(Path jar, List<String> flags) throws IOException {
        Fork.End end = demoFork(jar, flags).run();
        if (end.exit() != 0 && end.exit() != 1) {
            throw new IOException("The demo failed:\n" + end.output());
        }
        return end.millis() / 1000;
    }
}
