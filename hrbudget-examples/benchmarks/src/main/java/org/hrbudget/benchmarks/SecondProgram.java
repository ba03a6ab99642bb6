package org.hrbudget.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The library against a program of another engine that validates the same file, such as the Spark example. That program is a
 * command line and no dependency. It prints how long validation took, its start-up apart, as {@code validated-milliseconds=N}.
 */
final class SecondProgram implements Comparison {

    private static final Pattern MILLISECONDS =
            Pattern.compile("validated[- ]milliseconds\\D{0,3}([0-9]+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern FOLDERS = Pattern.compile("[^\\s'\"]*/(?=[^\\s/])");

    @Override
    public String name() {
        return "second-program";
    }

    @Override
    public String about() {
        return "a second program (--peer COMMAND, such as Spark local[2]) against the library with as many threads";
    }

    @Override
    public List<Row> run(Settings settings) throws IOException {
        String peer = settings.peer();
        if (peer == null) {
            return List.of(Row.skipped("second program / hrbudget", "no second program: give its command with --peer"));
        }
        long size = settings.lines().get(settings.lines().size() - 1);
        GivenBudget budget = settings.folder().planted(size);
        // Cold on both sides: the second program has no warm-up either.
        Side.Order order = Side.Order.cold(budget, settings.flags());
        Side ours = new Side(Program.HRBUDGET, settings.threads());
        List<Double> ratios = new ArrayList<>();
        List<Double> ones = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        for (int round = 1; round <= settings.rounds(); round++) {
            settings.say("second program, round " + round);
            double theirs = millis(new Fork(command(peer, budget), 3600).run());
            double own = ours.trial(order).time();
            ones.add(theirs);
            others.add(own);
            ratios.add(theirs / own);
        }
        String note = Spread.of(ones).text("%.0f") + " / " + Spread.of(others).text("%.0f") + " ms; " + named(peer);
        String compared = Row.number("second program / hrbudget, %d threads: %,d lines", settings.threads(), size);
        return List.of(Row.ofRatios(compared, Row.Aim.atMost(2), Spread.of(ratios), note));
    }

    /** {@return a command with the names of its files and not their folders, which are this machine's own} */
    static String named(String peer) {
        return FOLDERS.matcher(peer).replaceAll("");
    }

    /** {@return the words of a command, the budget's file for {file}, its items for {items}, its year for {year}} */
    static List<String> command(String peer, GivenBudget budget) {
        List<String> words = new ArrayList<>();
        for (String word : peer.trim().split("\\s+", -1)) {
            words.add(word.replace("{file}", budget.file().toString())
                    .replace("{items}", String.valueOf(budget.items()))
                    .replace("{year}", budget.kind().fiscalYear().toString()));
        }
        return words;
    }

    private static double millis(Fork.End end) throws IOException {
        Matcher matcher = MILLISECONDS.matcher(end.output());
        if (!matcher.find()) {
            throw new IOException("The second program ended with " + end.exit()
                    + " and did not print validated-milliseconds:\n" + end.output());
        }
        return Double.parseDouble(matcher.group(1));
    }
}
